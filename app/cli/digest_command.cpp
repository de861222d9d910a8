// anchorscope-cli digest: the digests that an anchor of a table may carry.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"

namespace anchorscope::cli {
namespace {

constexpr std::array choice_list{
    Option{"--profile", "ID", "only this profile (see formats)"},
    Option{"--hash", "NAME", "only this function: sha2-256, keccak-256 or blake2b-256"},
    Option{"--at", "PLACE",
           "of several tables in one JSON file (broadcast, trace), the one that stands here"},
    Option{"--format-abi", "FILE", "a contract's ABI (JSON) that declares a version not known here"},
    Option{"--inputs", "FILE", "keys and block context of the proofs, for public-inputs/k and --steps"},
    Option{"--steps", {}, "how the digests of the table's parts come about, message by message (JSON)"},
    Option{"--bytes", {}, "the observation itself on standard output, rather than its digest: one profile"},
};
constexpr std::array groups{OptionGroup{"Which digests", choice_list}, output_options};

constexpr std::string_view text =
    R"(Digests of a table under every commitment profile that applies (which bytes were observed) and every
hash function that an envelope may declare. FILE is as for verify; bytes of no known format have the
profile file alone.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli digest table.hex
  anchorscope-cli digest table.hex --profile calldata --hash sha2-256 --quiet
      The digest alone, for a script.
  anchorscope-cli digest table.hex --profile jcs --bytes >table.json
      The table in its JSON form, canonical: every command reads it like the calldata.
  anchorscope-cli digest table.hex --profile entry-root --hash sha2-256 --quiet
      What an anchor carries of which single rollups' entries can be shown (slice).
  anchorscope-cli digest - --json <table.bin
)";

struct Loaded {
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table; ///< null: an opaque observation
    std::shared_ptr<const digest::Slice> slice;         ///< instead of a table; null: none
};

/// A slice's digest is that of the root that it leads to.
Result<Loaded> load_slice(Loaded loaded) {
    const Bytes& file = loaded.source->file;
    return digest::read_slice({reinterpret_cast<const char*>(file.data()), file.size()})
        .map([&loaded](digest::Slice slice) {
            loaded.slice = std::make_shared<const digest::Slice>(std::move(slice));
            return loaded;
        });
}

Result<Loaded> load(const Arguments& arguments) {
    auto source = read_table_source(arguments.only("FILE, CASE or -"), arguments.value("--at").value_or(""));
    if (!source) {
        return tl::unexpected(source.error());
    }
    source->stated = stated_formats(arguments);
    Loaded out{std::make_shared<const table::TableSource>(*std::move(source)), nullptr, nullptr};
    const Bytes& file = out.source->file;
    if (digest::announces_slice({reinterpret_cast<const char*>(file.data()), file.size()})) {
        return load_slice(std::move(out));
    }
    auto table = table::decode_table(out.source);
    if (table) {
        out.table = *std::move(table);
    } else if (table.error().rule != table::rules::table_unknown) {
        return tl::unexpected(table.error());
    }
    return out;
}

struct Choice {
    std::vector<crypto::HashFunction> functions;
    const digest::Profile* profile = nullptr; ///< null: all
    std::optional<digest::ProofInputs> inputs;
};

Choice choice_of(const Arguments& arguments) {
    Choice choice;
    choice.functions.assign(crypto::all_hash_functions.begin(), crypto::all_hash_functions.end());
    if (const auto name = arguments.value("--hash")) {
        choice.functions = {hash_function_value("--hash", *name)};
    }
    if (const auto id = arguments.value("--profile")) {
        choice.profile = &profile_value("--profile", *id);
    }
    if (const auto file = arguments.value("--inputs")) {
        choice.inputs = proof_inputs_value("--inputs", *file);
    }
    return choice;
}

/// Profile by profile, each under every function.
std::vector<digest::ObservationDigest> digests_of(const Loaded& loaded, const Choice& choice) {
    const digest::ProofInputs* const inputs = choice.inputs ? &*choice.inputs : nullptr;
    const digest::Observed observed{*loaded.source, loaded.table.get(), inputs};
    std::vector<digest::Observation> observations;
    if (loaded.slice) {
        if (choice.profile == nullptr || choice.profile == &loaded.slice->profile()) {
            observations.push_back(loaded.slice->observation());
        }
    } else if (choice.profile == nullptr) {
        observations = digest::observations(observed);
    } else if (auto one = digest::observe(*choice.profile, observed)) {
        observations.push_back(*std::move(one));
    }
    std::vector<digest::ObservationDigest> out;
    for (const crypto::HashFunction function : choice.functions) {
        std::ranges::move(digest::observation_digests(function, observations), std::back_inserter(out));
    }
    std::ranges::stable_sort(out, {}, [](const auto& one) { return digest::search_rank(*one.profile); });
    if (out.empty()) {
        throw UsageError("--profile: " + std::string(choice.profile->id) + " does not apply to this file");
    }
    return out;
}

std::string text_of(const std::vector<digest::ObservationDigest>& digests, bool quiet) {
    std::vector<std::vector<std::string>> rows;
    if (!quiet) {
        rows.push_back({"Profile", "Hash function", "Digest", "Bytes"});
    }
    for (const auto& one : digests) {
        if (quiet) {
            rows.push_back({one.value.hex()});
        } else {
            rows.push_back({std::string(one.profile->id), std::string(crypto::name(one.function)),
                            one.value.hex(), std::to_string(one.observation.bytes.size())});
        }
    }
    std::string out = aligned(rows);
    for (const digest::Profile& profile : digest::profiles()) {
        const bool listed =
            std::ranges::any_of(digests, [&](const auto& one) { return one.profile == &profile; });
        if (!quiet && listed && !profile.uncovered.empty()) {
            out.append("\n")
                .append(profile.id)
                .append(" does not commit ")
                .append(profile.uncovered)
                .append("\n");
        }
    }
    return out;
}

codec::Json json_of(const std::vector<digest::ObservationDigest>& digests, const Loaded& loaded) {
    verify::Request request;
    request.source = loaded.source;
    request.table = loaded.table;
    request.slice = loaded.slice;
    codec::Json list = codec::Json::array();
    for (const auto& one : digests) {
        codec::Json object = report::observation_json(one);
        object["profile"] = one.profile->id;
        object["hash_function"] = crypto::name(one.function);
        object["uncovered"] = one.profile->uncovered;
        list.push_back(std::move(object));
    }
    return {{"schema", report::report_schema},
            {"input", report::input_json(request, nullptr)},
            {"digests", list},
            {"tool", report::tool_json(tool_version())}};
}

codec::Json steps_of(const Loaded& loaded, const Choice& choice) {
    verify::Request request;
    request.source = loaded.source;
    request.table = loaded.table;
    request.proof_inputs = choice.inputs;
    const verify::Evidence none;
    std::vector<Finding> missing;
    codec::Json steps = report::steps_json(report::traces_of({request, none}, &missing));
    return {{"schema", report::report_schema},
            {"input", report::input_json(request, nullptr)},
            {"steps", std::move(steps)},
            {"steps_missing", report::findings_json(missing)},
            {"tool", report::tool_json(tool_version())}};
}

int run(const Arguments& arguments) {
    const Choice choice = choice_of(arguments);
    const auto loaded = load(arguments);
    if (!loaded) {
        write_message(loaded.error().message());
        return exit_malformed;
    }
    if (arguments.has("--steps")) {
        write_json(steps_of(*loaded, choice));
        return exit_success;
    }
    const auto digests = digests_of(*loaded, choice);
    if (arguments.has("--bytes")) {
        if (choice.profile == nullptr) {
            throw UsageError("--bytes needs --profile: the observation of one profile");
        }
        write_bytes(digests.front().observation.bytes);
        return exit_success;
    }
    if (arguments.has("--json")) {
        write_json(json_of(digests, *loaded));
    } else {
        write_result(text_of(digests, arguments.has("--quiet")));
    }
    return exit_success;
}

} // namespace

const Command digest_command{
    "digest", "FILE|CASE|-", "what an anchor of a table may carry: every profile, every hash",
    text,     groups,        examples,
    run};

} // namespace anchorscope::cli
