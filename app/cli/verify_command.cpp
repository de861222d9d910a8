// anchorscope-cli verify: the whole ladder.
#include "app/cli/command.h"
#include "app/cli/input.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session_run.h"
#include <QRegularExpression>
#include <array>

namespace anchorscope::cli {
namespace {

constexpr std::uint64_t max_timeout_seconds = 3600;

constexpr std::array input_list{
    Option{"--envelope", "FILE", "the proof envelope (ERC-8281); else envelope.json beside the table"},
    Option{"--expect", "DIGEST", "the digest that the table should have; any hash function is tried"},
    Option{"--anchor-tx", "HASH", "the transaction that anchored the digest of --expect"},
    Option{"--table-tx", "HASH", "the transaction that posted the table, if not in the anchor's block"},
    Option{"--evidence", "FILE", "blocks, as bytes or as recorded answers; else evidence.json", true},
    Option{"--format", "ID", "the table's format (see formats), rather than by its selector"},
    Option{"--profile", "ID", "which bytes were committed: file, calldata or abi-batch; else all are tried"},
};
constexpr std::array authority_list{
    Option{"--rpc", "URL", "an endpoint of L1; all of them have to agree, on two hosts at least", true},
    Option{"--trust", "URL", "the same, your own node: its word on the block is enough", true},
    Option{"--pin-block", "PIN", "[CHAIN:]NUMBER:HASH, a block hash that you vouch for", true},
    Option{"--offline", {}, "ask no endpoint, whatever --rpc, --trust and ANCHORSCOPE_RPC say"},
    Option{"--timeout", "SECONDS", "for one request, 1 to 3600 (20)"},
};
constexpr std::array expectation_list{
    Option{"--chain", "ID", "the chain of the anchor"},
    Option{"--contract", "ADDRESS", "the contract that emits the anchor event"},
    Option{"--committer", "ADDRESS", "whom the contract names as committer"},
    Option{"--manager", "ADDRESS", "the rollups' manager; without it proof and execution are not checked"},
};
constexpr std::array policy_list{
    Option{"--require", "POLICY",
           "digest, event, inclusion, block (the default) or final;\neach requires those before it too"},
    Option{"--also", "RUNG", "require this rung too: trajectory, execution, proof, slot, ...", true},
    Option{"--slot-tolerance", "N", "slots that the anchor may come after the table's block (0)"},
};
constexpr std::array groups{
    OptionGroup{"What is verified", input_list},
    OptionGroup{"On whose word", authority_list},
    OptionGroup{"What you expect (a difference fails the rung)", expectation_list},
    OptionGroup{"What is required", policy_list},
    output_options,
};

constexpr std::string_view text =
    R"(Checks a table and its commitment rung by rung: table, trajectory, execution; proof; digest, event,
inclusion, block, slot, finality. Each is passed, failed, not checked, or cannot be checked, and
says why and on whose word.

TABLE is a file of calldata, as bytes or as hex text. CASE is a folder that holds table.hex (or
table.bin) and, beside it, envelope.json and evidence.json. - reads the table from standard input.

The network is used only with --rpc, --trust or the environment variable ANCHORSCOPE_RPC (endpoints,
separated by spaces or commas, asked where neither option is given). No file ever authenticates a
block: that takes a pin, a node of your own, or two endpoints on different hosts.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli verify case/
      Offline. Digest, event and inclusion are checked; whether the block is real is not: unproven, 4
      (but for the samples shipped with the program, whose blocks it knows).
  anchorscope-cli verify case/ --pin-block 1:22869878:0x4a1f...
      The same with a block hash that you have from somewhere you trust: verified, 0.
  anchorscope-cli verify case/ --rpc https://one.example --rpc https://two.example
      Two hosts have to agree on the block.
  anchorscope-cli verify table.hex --expect 0x8e79... --anchor-tx 0x6b4f... --trust http://127.0.0.1:8545
      Without an envelope: the digest you expect and the transaction that anchored it.
  anchorscope-cli verify case/ --trust http://127.0.0.1:8545 --manager 0xe7f1... --also proof --also execution
      Also: the manager accepted exactly this table, and what it executed is what the table says.
  anchorscope-cli verify - --require digest --expect 0x8e79... --json <table.hex
      The digest alone, as JSON.
)";

QList<model::EndpointChoice> endpoints_of(const Arguments& arguments) {
    QList<model::EndpointChoice> out;
    const auto add = [&out](std::string_view option, std::string_view given, bool trusted) {
        const model::EndpointChoice endpoint{endpoint_value(option, given), trusted};
        const auto same = std::ranges::find(out, endpoint.url, &model::EndpointChoice::url);
        if (same == out.end()) {
            out.append(endpoint);
        }
    };
    for (const std::string& url : arguments.values("--trust")) {
        add("--trust", url, true);
    }
    for (const std::string& url : arguments.values("--rpc")) {
        add("--rpc", url, false);
    }
    if (out.isEmpty() && !arguments.has("--offline")) {
        static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
        const QStringList urls =
            qEnvironmentVariable("ANCHORSCOPE_RPC").split(separators, Qt::SkipEmptyParts);
        for (const QString& url : urls) {
            add("ANCHORSCOPE_RPC", url.toStdString(), false);
        }
    }
    return out;
}

verify::Expectations expectations_of(const Arguments& arguments) {
    verify::Expectations out;
    if (const auto chain = arguments.value("--chain")) {
        out.chain_id = number_value("--chain", *chain, 0, UINT64_MAX);
    }
    const auto address = [&arguments](std::string_view option) -> std::optional<Address> {
        const auto given = arguments.value(option);
        return given ? std::optional(address_value(option, *given)) : std::nullopt;
    };
    out.contract = address("--contract");
    out.committer = address("--committer");
    out.manager = address("--manager");
    return out;
}

void choose_policy(const Arguments& arguments, model::VerifyOptions& options) {
    if (const auto policy = arguments.value("--require")) {
        options.policy = policy_value("--require", *policy);
    }
    for (const std::string& rung : arguments.values("--also")) {
        options.also.insert(rung_value("--also", rung));
    }
    for (const std::string& pin : arguments.values("--pin-block")) {
        options.pins.push_back(pin_value("--pin-block", pin));
    }
    if (const auto slots = arguments.value("--slot-tolerance")) {
        options.slotTolerance = number_value("--slot-tolerance", *slots, 0, UINT64_MAX);
    }
}

void choose_input(const Arguments& arguments, model::VerifyOptions& options) {
    const auto hash = [&arguments](std::string_view option) -> std::optional<Hash32> {
        const auto given = arguments.value(option);
        return given ? std::optional(hash_value(option, *given)) : std::nullopt;
    };
    options.expectedDigest = hash("--expect");
    options.anchorTx = hash("--anchor-tx");
    options.tableTx = hash("--table-tx");
    const auto id = [](std::string_view text_id) {
        return QString::fromUtf8(text_id.data(), static_cast<qsizetype>(text_id.size()));
    };
    if (const auto profile = arguments.value("--profile")) {
        options.profile = id(profile_value("--profile", *profile).id);
    }
    if (const auto format = arguments.value("--format")) {
        options.format = id(format_value("--format", *format).id);
    }
}

model::VerifyOptions options_of(const Arguments& arguments) {
    model::VerifyOptions options;
    options.endpoints = endpoints_of(arguments);
    options.offline = arguments.has("--offline");
    if (const auto seconds = arguments.value("--timeout")) {
        options.timeoutMs =
            static_cast<int>(number_value("--timeout", *seconds, 1, max_timeout_seconds)) * 1000;
    }
    options.expect = expectations_of(arguments);
    choose_policy(arguments, options);
    choose_input(arguments, options);
    return options;
}

model::CaseFiles files_of(const Arguments& arguments) {
    model::CaseFiles files = case_files(arguments.only("TABLE, CASE or -"));
    if (const auto envelope = arguments.value("--envelope")) {
        files.envelope = readable_file("--envelope", *envelope);
    }
    choose_evidence(arguments, files);
    return files;
}

int run(const Arguments& arguments) {
    const model::VerifyOptions options = options_of(arguments);
    const model::CaseFiles files = files_of(arguments);
    const report::TextStyle style = text_style(arguments);
    model::Session session;
    run_session(session, files, options, style.quiet);

    const model::Parts& parts = session.parts();
    if (!parts.report || !parts.request || !parts.evidence) {
        throw std::logic_error("the run ended without a report");
    }
    const report::Subject subject{*parts.request, *parts.evidence, parts.examined.get(), parts.tree.get()};
    write_result(arguments.has("--json") ? report::verify_json(*parts.report, subject, tool_version())
                                         : report::verify_text(*parts.report, subject, style));
    return verify::exit_status(*parts.report);
}

} // namespace

const Command verify_command{"verify", "TABLE|CASE|-", "check a table against its commitment, rung by rung",
                             text,     groups,         examples,
                             run};

} // namespace anchorscope::cli
