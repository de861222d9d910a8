// anchorscope-cli synth: made-up tables with everything around them, good ones and broken ones.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "core/crypto/erc55.h"
#include "core/synth/breaks.h"
#include <QDir>
#include <QSaveFile>

namespace anchorscope::cli {
namespace {

constexpr std::array table_list{
    Option{"--seed", "N", "another table for another number; the same one for the same (1)"},
    Option{"--format", "ID", "the table's version (eez-main.l1); any that lists calls flat (see formats)"},
    Option{"--entries", "N", "0 to 10000 (4)"},
    Option{"--rollups", "N", "1 to 256 (2)"},
    Option{"--depth", "N", "how deep nested calls go, 0 to 64 (2)"},
    Option{"--lookups", "N", "0 to 10000 (2)"},
    Option{"--spans", "N",
           "revert spans, 0 to 10000 (0); they hide results, so that execution\ncannot be checked"},
    Option{"--proof-systems", "N", "1 to 32 (1)"},
    Option{"--immediate", "N", "entries that the manager runs while the batch is posted (0)"},
    Option{"--transient", "N", "entries that the poster's hook calls meanwhile (0)"},
};
constexpr std::array anchor_list{
    Option{"--profile", "ID", "which bytes are anchored (calldata)"},
    Option{"--hash", "NAME", "the digest's function (sha2-256)"},
};
constexpr std::array break_list{
    Option{"--break", "ID", "broken in exactly this way; tells which findings follow"},
    Option{"--list-breaks", {}, "the ways, and nothing else"},
};
constexpr std::array output_list{
    Option{"--out", "DIR", "the folder to write to; it is made where it is not there"},
    Option{"--traces",
           {},
           "also trace-1.json, ...: what a node would tell of the transactions\n(debug_traceTransaction), "
           "for inspect"},
    Option{"--force", {}, "overwrite files of an earlier run"},
};
constexpr std::array groups{OptionGroup{"The table", table_list}, OptionGroup{"Its anchor", anchor_list},
                            OptionGroup{"What is wrong with it", break_list},
                            OptionGroup{"Where it goes", output_list}, output_options};

constexpr std::string_view text =
    R"(Writes a made-up table (table.hex), the block in which it was posted, executed and anchored
(evidence.json) and the proof of its anchor (envelope.json), and tells the command that verifies them. The
same options give the same bytes on every machine. Nothing of it is on any chain: only the pin that is told
makes the block count. Of a rollup's table the block has the anchor alone.

With --break the table, its logs or its anchor are wrong in one way, and the findings that follow are told:
what a verifier, this one or another, has to find, and nothing beside it.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli synth --out case
  anchorscope-cli verify case --pin-block 77100:1001:0x5744... --contract 0xD62E... --manager 0x259C...
      As synth tells it: verified, 0.
  anchorscope-cli synth --entries 40 --rollups 20 --depth 30 --lookups 60 --out large
  anchorscope-cli synth --spans 2 --traces --out spans
      With what a node would tell: inspect shows what is inside the revert spans.
  anchorscope-cli synth --break table.ether_delta --out broken
  anchorscope-cli synth --list-breaks --json
)";

constexpr std::uint64_t most = synth::max_evidence_entries;

std::uint32_t small_option(const Arguments& arguments, std::string_view option, std::uint32_t otherwise,
                           std::uint64_t least, std::uint64_t limit) {
    return static_cast<std::uint32_t>(number_option(arguments, option, least, limit).value_or(otherwise));
}

const synth::Break& break_value(std::string_view option, std::string_view id) {
    const synth::Break* const found = synth::break_named(id);
    if (found == nullptr) {
        refuse(option, "a way from --list-breaks", id);
    }
    return *found;
}

synth::Options options_of(const Arguments& arguments) {
    synth::Options out;
    out.seed = number_option(arguments, "--seed", 0, UINT64_MAX).value_or(out.seed);
    out.entries = small_option(arguments, "--entries", out.entries, 0, most);
    out.rollups = small_option(arguments, "--rollups", out.rollups, 1, synth::max_rollups);
    out.depth = small_option(arguments, "--depth", out.depth, 0, synth::max_depth);
    out.lookups = small_option(arguments, "--lookups", out.lookups, 0, most);
    out.spans = small_option(arguments, "--spans", out.spans, 0, most);
    out.proof_systems =
        small_option(arguments, "--proof-systems", out.proof_systems, 1, synth::max_proof_systems);
    out.immediate = small_option(arguments, "--immediate", out.immediate, 0, out.entries);
    out.transient = small_option(arguments, "--transient", out.transient, 0, out.entries);
    if (const auto format = arguments.value("--format")) {
        out.format = &format_value("--format", *format);
    }
    if (const auto profile = arguments.value("--profile")) {
        out.profile = &profile_value("--profile", *profile);
    }
    if (const auto function = arguments.value("--hash")) {
        out.function = hash_function_value("--hash", *function);
    }
    if (const auto id = arguments.value("--break")) {
        out.broken = &break_value("--break", *id);
    }
    return out;
}

/// The exit status that verify reaches.
int status_of(verify::Verdict verdict) {
    verify::Report report;
    report.verdict = verdict;
    return verify::exit_status(report);
}

std::string shell_word(const std::string& word) {
    const bool plain = !word.empty() && std::ranges::all_of(word, [](char each) {
        return (each >= '0' && each <= '9') || (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z') ||
               std::string_view("_-+./:,=@%").find(each) != std::string_view::npos;
    });
    if (plain) {
        return word;
    }
    std::string out = "'";
    for (const char each : word) {
        out += each == '\'' ? std::string("'\\''") : std::string(1, each);
    }
    return out + "'";
}

std::string command_line(const std::vector<std::string>& words) {
    std::string out = "anchorscope-cli";
    for (const std::string& word : words) {
        out += ' ' + shell_word(word);
    }
    return out;
}

void save(const QDir& folder, const QString& name, std::string_view content) {
    QSaveFile file(folder.filePath(name));
    const auto size = static_cast<qint64>(content.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), size) != size || !file.commit()) {
        throw UsageError("--out: " + name.toStdString() + ": " + file.errorString().toStdString());
    }
}

struct NamedFile {
    std::string name, content;
};

constexpr std::size_t max_traces = 64; ///< files of their own

std::vector<NamedFile> files_of(const Arguments& arguments, const synth::Synthetic& made) {
    std::vector<NamedFile> out{{"table.hex", made.table_file},
                               {"envelope.json", made.envelope_file},
                               {"evidence.json", made.evidence_file}};
    if (!arguments.has("--traces")) {
        return out;
    }
    if (made.traces.empty() || made.traces.size() > max_traces) {
        throw UsageError(
            "--traces: expected a table that is posted, of a version whose logs are read, in 1 to " +
            std::to_string(max_traces) + " transactions, not " + std::to_string(made.traces.size()));
    }
    for (const chain::CallTrace& trace : made.traces) {
        out.push_back({"trace-" + std::to_string(out.size() - 2) + ".json", synth::trace_text(trace) + "\n"});
    }
    return out;
}

/// The arguments of `inspect` that show what the traces tell.
std::vector<std::string> inspect_arguments(const std::string& folder, const synth::Synthetic& made) {
    std::vector<std::string> out{"inspect", folder, "--manager", crypto::checksummed(made.manager)};
    for (std::size_t i = 1; i <= made.traces.size(); ++i) {
        out.emplace_back("--trace");
        out.push_back(folder + "/trace-" + std::to_string(i) + ".json");
    }
    return out;
}

void save_all(const Arguments& arguments, const std::string& path, const synth::Synthetic& made) {
    const QDir folder(QFile::decodeName(QByteArray(path.data(), static_cast<qsizetype>(path.size()))));
    const std::vector<NamedFile> files = files_of(arguments, made);
    for (const NamedFile& file : files) {
        if (folder.exists(QString::fromStdString(file.name)) && !arguments.has("--force")) {
            throw UsageError("--out: " + file.name + " is there already; --force overwrites it");
        }
    }
    if (!QDir().mkpath(folder.path())) {
        throw UsageError("--out: cannot make the folder " + path);
    }
    for (const NamedFile& file : files) {
        save(folder, QString::fromStdString(file.name), file.content);
    }
}

codec::Json json_of(const synth::Synthetic& made, const synth::Options& options,
                    const std::vector<std::string>& command, const codec::Json& inspect) {
    codec::Json findings = codec::Json::array();
    for (const synth::Expected& each : made.expected) {
        findings.push_back({{"rule", each.rule}, {"severity", name(each.severity)}, {"place", each.place}});
    }
    return {{"schema", report::report_schema},
            {"synth",
             {{"format", made.format->id},
              {"seed", std::to_string(options.seed)},
              {"break", options.broken == nullptr ? codec::Json() : codec::Json(options.broken->id)},
              {"bytes", made.calldata.size()},
              {"digest", made.envelope.digest.hex()},
              {"verify", command},
              {"inspect", inspect},
              {"verdict", verify::name(made.verdict)},
              {"exit_status", status_of(made.verdict)},
              {"findings", std::move(findings)}}},
            {"tool", report::tool_json(tool_version())}};
}

std::string words_of(const synth::Synthetic& made, const synth::Options& options,
                     const std::vector<std::string>& command) {
    std::string out = std::string(made.format->id) + ", seed " + std::to_string(options.seed) + ", " +
                      std::to_string(made.calldata.size()) +
                      " bytes: table.hex, envelope.json, evidence.json\n";
    out += command_line(command) + "\n";
    out += "  " + std::string(verify::name(made.verdict)) + ", exit status " +
           std::to_string(status_of(made.verdict)) + "\n";
    if (options.broken != nullptr) {
        out += "Broken: ";
        out += options.broken->summary;
        out += '\n';
    }
    for (const synth::Expected& each : made.expected) {
        out.append("  ").append(name(each.severity)).append(" ").append(each.rule);
        out.append(each.place.empty() ? "" : " at ").append(each.place).append("\n");
    }
    return out;
}

int list_breaks(const Arguments& arguments) {
    if (arguments.has("--json")) {
        codec::Json list = codec::Json::array();
        for (const synth::Break& one : synth::breaks()) {
            list.push_back({{"id", one.id},
                            {"summary", one.summary},
                            {"format", one.format},
                            {"verdict", verify::name(one.verdict)}});
        }
        write_json({{"schema", report::report_schema},
                    {"breaks", std::move(list)},
                    {"tool", report::tool_json(tool_version())}});
        return exit_success;
    }
    std::vector<std::vector<std::string>> rows;
    for (const synth::Break& one : synth::breaks()) {
        rows.push_back({std::string(one.id)});
        if (!arguments.has("--quiet")) {
            rows.back().emplace_back(verify::name(one.verdict));
            rows.back().emplace_back(one.summary);
        }
    }
    write_result(aligned(rows));
    return exit_success;
}

int run(const Arguments& arguments) {
    arguments.expect_none();
    if (arguments.has("--list-breaks")) {
        return list_breaks(arguments);
    }
    const std::string folder = arguments.value("--out").value_or("");
    if (folder.empty()) {
        throw UsageError("synth needs --out DIR, or --list-breaks");
    }
    const synth::Options options = options_of(arguments);
    const Result<synth::Synthetic> made = synth::make(options);
    if (!made) {
        throw UsageError(made.error().text);
    }
    save_all(arguments, folder, *made);
    std::vector<std::string> command = made->verify_arguments(folder);
    if (options.profile != nullptr && !options.profile->uncovered.empty()) {
        command.emplace_back("--profile"); // a search takes only profiles that cover the whole table
        command.emplace_back(options.profile->id);
    }
    const bool traces = arguments.has("--traces");
    const std::vector<std::string> inspect =
        traces ? inspect_arguments(folder, *made) : std::vector<std::string>();
    if (arguments.has("--json")) {
        write_json(json_of(*made, options, command, traces ? codec::Json(inspect) : codec::Json()));
    } else if (arguments.has("--quiet")) {
        write_result(command_line(command));
    } else {
        write_result(words_of(*made, options, command) + (traces ? command_line(inspect) + "\n" : ""));
    }
    return exit_success;
}

} // namespace

const Command synth_command{
    "synth",  {}, "make up a table, good or broken in one way, with its block and anchor", text, groups,
    examples, run};

} // namespace anchorscope::cli
