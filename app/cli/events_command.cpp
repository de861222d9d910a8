// anchorscope-cli events: which logs are understood, with the topics they are known by.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "core/anchor/anchor_event.h"
#include "core/anchor/extraction.h"
#include "core/crypto/erc55.h"
#include "core/crypto/hash_function.h"
#include "core/transition/manager_events.h"

namespace anchorscope::cli {
namespace {

constexpr std::array groups{output_options};

constexpr std::string_view text =
    R"(Lists the anchor events (logs that carry a digest, or are taken for such) with what they prove and
what they do not, the rules by which an envelope reads a digest from a log, the contracts known to
emit them, and the manager's events that a tree is rebuilt from. Topics are computed from the
signatures.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli events
  anchorscope-cli events --json | jq -r '.anchor_events[] | .topic0 + " " + .signature'
  anchorscope-cli events --json | jq -r '.anchor_events[] | select(.digest) | .declaration'
)";

/// The rules that read logs.
constexpr std::array rules_of_logs{anchor::ExtractionRule::recorded, anchor::ExtractionRule::event_log,
                                   anchor::ExtractionRule::anchor_proof};

std::string events_text(bool quiet) {
    std::string out;
    for (const anchor::AnchorEventKind& kind : anchor::anchor_event_kinds()) {
        if (quiet) {
            out.append(kind.id).append("\n");
            continue;
        }
        out.append(out.empty() ? "Anchor events\n" : "\n").append("  ").append(kind.id).append("\n");
        out += aligned({{"event", std::string(kind.declaration)},
                        {"topic0", anchor::topic0(kind).hex()},
                        {"digest", kind.digest.empty() ? std::string("none") : std::string(kind.digest)},
                        {"proves", std::string(kind.proves)},
                        {"limits", std::string(kind.limits)},
                        {"ERC-8281", kind.conformant ? "conformant" : "not conformant"}},
                       "    ");
    }
    if (quiet) {
        return out;
    }
    std::vector<std::vector<std::string>> read_by;
    read_by.reserve(std::size(rules_of_logs));
    for (const anchor::ExtractionRule rule : rules_of_logs) {
        read_by.push_back({std::string(anchor::name(rule)), std::string(anchor::event_of(rule))});
    }
    std::vector<std::vector<std::string>> contracts;
    for (const anchor::KnownContract& contract : anchor::known_contracts()) {
        contracts.push_back({"chain " + std::to_string(contract.chain_id),
                             crypto::checksummed(contract.address), std::string(contract.name)});
    }
    std::vector<std::vector<std::string>> manager;
    for (const transition::EventSignature& event : transition::manager_event_signatures()) {
        manager.push_back({crypto::keccak256(bytes_of(event.signature)).hex(), std::string(event.signature)});
    }
    out += "\nExtraction rules\n" + aligned(read_by, "  ");
    out += "\nKnown contracts\n" + aligned(contracts, "  ");
    return out += "\nManager's events\n" + aligned(manager, "  ");
}

codec::Json events_json() {
    codec::Json anchors = codec::Json::array();
    for (const anchor::AnchorEventKind& kind : anchor::anchor_event_kinds()) {
        anchors.push_back({{"id", kind.id},
                           {"signature", kind.signature},
                           {"declaration", kind.declaration},
                           {"topic0", anchor::topic0(kind).hex()},
                           {"digest", kind.digest.empty() ? codec::Json() : codec::Json(kind.digest)},
                           {"proves", kind.proves},
                           {"limits", kind.limits},
                           {"conformant", kind.conformant}});
    }
    codec::Json read_by = codec::Json::array();
    for (const anchor::ExtractionRule rule : rules_of_logs) {
        read_by.push_back({{"id", anchor::name(rule)}, {"signature", anchor::event_of(rule)}});
    }
    codec::Json contracts = codec::Json::array();
    for (const anchor::KnownContract& contract : anchor::known_contracts()) {
        contracts.push_back({{"chain_id", contract.chain_id},
                             {"address", crypto::checksummed(contract.address)},
                             {"name", contract.name}});
    }
    codec::Json manager = codec::Json::array();
    for (const transition::EventSignature& event : transition::manager_event_signatures()) {
        manager.push_back({{"name", event.name},
                           {"signature", event.signature},
                           {"topic0", crypto::keccak256(bytes_of(event.signature)).hex()}});
    }
    return {{"schema", report::report_schema}, {"anchor_events", anchors},
            {"extraction_rules", read_by},     {"known_contracts", contracts},
            {"manager_events", manager},       {"tool", report::tool_json(tool_version())}};
}

int run(const Arguments& arguments) {
    arguments.expect_none();
    if (arguments.has("--json")) {
        write_json(events_json());
    } else {
        write_result(events_text(arguments.has("--quiet")));
    }
    return exit_success;
}

} // namespace

const Command events_command{"events", {},     "list anchor events, known contracts and the manager's events",
                             text,     groups, examples,
                             run};

} // namespace anchorscope::cli
