// anchorscope-cli anchor: records a table's digest on a chain.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/task_run.h"
#include "core/crypto/erc55.h"
#include "model/anchoring/anchoring.h"
#include <QFile>
#include <QFileInfo>

namespace anchorscope::cli {
namespace {

constexpr std::uint64_t max_wait_seconds = 86'400;

constexpr std::array what_list{
    Option{"--profile", "ID", "which bytes to commit (calldata; file where it is no table)"},
    Option{"--hash", "NAME", "sha2-256 (the default), keccak-256 or blake2b-256"},
    Option{"--contract", "ADDRESS", "the contract whose record(bytes32) is called"},
    Option{"--again", {}, "also if the contract recorded this digest already"},
};
constexpr std::array how_list{
    Option{"--from", "ADDRESS", "send it from this account, which the node has unlocked"},
    Option{"--print", {}, "send nothing: the unsigned transaction and the equivalent command"},
    Option{"--wait", "STATE", "mined (the default) or final"},
    Option{"--wait-timeout", "SECONDS", "how long to wait for that, 1 to 86400 (600)"},
    Option{"-o", "CASE", "the case to write: NAME.anchorcase is one file, another name a new folder"},
};
constexpr std::array groups{OptionGroup{"What to record, and where", what_list}, OptionGroup{"How", how_list},
                            endpoint_options, output_options};

constexpr std::string_view text =
    R"(Records the digest of a table by record(bytes32) of an ERC-8281 contract, waits until it is mined, and
writes a case: the table, the proof envelope and the evidence of the block. Before anything is sent, the
contract's recent logs are searched for the same digest.

No key is asked for. Either the node signs with an account of its own (--from), or the transaction is
printed for a wallet (--print); fetch makes the case of one that was sent elsewhere.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli anchor table.hex --rpc http://127.0.0.1:8545 --contract 0x057e... --from 0xf39f... -o case
  anchorscope-cli anchor table.hex --rpc http://127.0.0.1:8545 --contract 0x057e... --print
)";

model::AnchoringPlan plan_of(const Arguments& arguments) {
    model::AnchoringPlan plan;
    const auto contract = address_option(arguments, "--contract");
    if (!contract) {
        throw UsageError("--contract is missing: whose record(bytes32) to call");
    }
    plan.contract = *contract;
    plan.from = address_option(arguments, "--from");
    if (plan.from.has_value() == arguments.has("--print")) {
        throw UsageError("expected one of --from and --print");
    }
    if (const auto id = arguments.value("--profile")) {
        plan.profile = &profile_value("--profile", *id);
    }
    if (const auto name = arguments.value("--hash")) {
        plan.function = hash_function_value("--hash", *name);
    }
    if (const auto wait = arguments.value("--wait")) {
        if (*wait != "mined" && *wait != "final") {
            refuse("--wait", "mined or final", *wait);
        }
        plan.wait = *wait == "final" ? model::AnchoringPlan::Wait::Final : model::AnchoringPlan::Wait::Mined;
    }
    if (const auto seconds = number_option(arguments, "--wait-timeout", 1, max_wait_seconds)) {
        plan.waitMs = static_cast<int>(*seconds) * 1000;
    }
    plan.again = arguments.has("--again");
    return plan;
}

/// Nothing is sent before it is known that its case can be written.
QString case_path(const Arguments& arguments) {
    const auto given = arguments.value("-o");
    if (!given) {
        return {};
    }
    if (arguments.has("--print")) {
        throw UsageError("-o does not go with --print: there is nothing to write yet");
    }
    QString path = QFile::decodeName(QByteArray::fromStdString(*given));
    if (QFileInfo::exists(path)) {
        throw UsageError("-o: is there already: " + report::printable(*given));
    }
    if (!QFileInfo(QFileInfo(path).absolutePath()).isWritable()) {
        throw UsageError("-o: cannot be written: " + report::printable(*given));
    }
    return path;
}

codec::Json result_json(const model::Anchoring& anchoring, const QString& written) {
    codec::Json out = codec::Json::object();
    out["schema"] = report::report_schema;
    out["chain_id"] = std::to_string(anchoring.chainId());
    out["digest"] = anchoring.observed()->value.hex();
    out["hash_function"] = crypto::name(anchoring.observed()->function);
    out["profile"] = anchoring.observed()->profile->id;
    codec::Json earlier = codec::Json::array();
    for (const model::FoundAnchor& one : anchoring.earlier()) {
        codec::Json each = codec::Json::object();
        each["block"] = one.block->header.number;
        each["transaction"] = one.match.anchor.transaction_hash->hex();
        earlier.push_back(std::move(each));
    }
    out["recorded_already"] = std::move(earlier);
    out["transaction"] = anchoring.transaction();
    out["command"] = anchoring.command().toStdString();
    out["sent"] = anchoring.sent() ? codec::Json(anchoring.sent()->hex()) : codec::Json();
    out["block"] = anchoring.block() ? codec::Json(anchoring.block()->header.number) : codec::Json();
    out["block_hash"] = anchoring.block() ? codec::Json(anchoring.block()->header.hash.hex()) : codec::Json();
    out["written"] = written.isEmpty() ? codec::Json() : codec::Json(written.toStdString());
    out["tool"] = report::tool_json(tool_version());
    return out;
}

std::string result_text(const model::Anchoring& anchoring, const QString& written, bool quiet) {
    const digest::ObservationDigest& observed = *anchoring.observed();
    if (quiet) {
        return anchoring.sent() ? anchoring.sent()->hex() : anchoring.transaction().dump();
    }
    std::vector<std::vector<std::string>> rows{
        {"digest", observed.value.hex()},
        {"is",
         std::string(crypto::name(observed.function)) + " of profile " + std::string(observed.profile->id)},
        {"chain", std::to_string(anchoring.chainId())},
        {"earlier", anchoring.searchWords().toStdString()},
    };
    if (anchoring.block()) {
        rows.push_back({"transaction", anchoring.sent()->hex()});
        rows.push_back({"block", std::to_string(anchoring.block()->header.number) + "  " +
                                     anchoring.block()->header.hash.hex()});
        rows.push_back({"committer", crypto::checksummed(*anchoring.match()->anchor.account) +
                                         " (as the contract names it)"});
    }
    std::string out = aligned(rows);
    if (!anchoring.sent()) {
        out += "\nUnsigned transaction\n" + report::written(anchoring.transaction());
        out += "\nThe same by cast\n" + anchoring.command().toStdString() + "\n";
    } else if (!written.isEmpty()) {
        out += "\n" + report::printable(written.toStdString()) + "\n";
    }
    return out;
}

int run(const Arguments& arguments) {
    model::AnchoringPlan plan = plan_of(arguments);
    const QString path = case_path(arguments);
    const auto input = read_table(arguments.only("TABLE or -"));
    if (!input) {
        write_message(input.error().message());
        return exit_malformed;
    }
    plan.source = input->source;
    plan.table = input->table;
    Network network(arguments);
    model::Anchoring anchoring(network.setting(), plan);
    network.run(anchoring);
    if (anchoring.error()) {
        return Network::failed(*anchoring.error());
    }
    if (!path.isEmpty()) {
        if (const auto written = writeMadeCase(*anchoring.made(), path); !written) {
            write_message("transaction " + anchoring.sent()->hex() + " was sent and mined");
            throw UsageError("-o: " + written.error().toStdString());
        }
    }
    if (arguments.has("--json")) {
        write_json(result_json(anchoring, path));
    } else {
        write_result(result_text(anchoring, path, arguments.has("--quiet")));
    }
    return exit_success;
}

} // namespace

const Command anchor_command{"anchor", "TABLE|-", "record a table's digest on a chain", text, groups,
                             examples, run};

} // namespace anchorscope::cli
