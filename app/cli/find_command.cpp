// anchorscope-cli find: anchors of a table that has no envelope.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/task_run.h"
#include "core/crypto/erc55.h"
#include "model/discover/anchor_find.h"
#include "model/discover/made_case.h"
#include "model/session/case_work.h"
#include <QFile>

namespace anchorscope::cli {
namespace {

constexpr std::array where_list{
    Option{"--from", "N", "first block of the search (0)"},
    Option{"--to", "N", "last block of the search (the newest)"},
    Option{"--near", "N", "block to begin at, going outward (the last)"},
    Option{"--contract", "ADDRESS", "only logs of this contract"},
    Option{"--resume", "FILE", "goes on with the search saved there; saves it there when it ends"},
};
constexpr std::array what_list{
    Option{"--profile", "ID", "only digests of this profile"},
    Option{"--prove-absence", {}, "read every block of the span and verify all receipts (slow)"},
};
constexpr std::array groups{OptionGroup{"Where to look", where_list},
                            OptionGroup{"What to look for", what_list}, endpoint_options, output_options};

constexpr std::string_view text =
    R"(Searches for Recorded events that carry any digest of the table: every profile that commits the whole
table, every hash function. What the endpoint names is fetched and proven before it is told.

A log that is not found may be there all the same: endpoints leave out what they like. Only with
--prove-absence, when every receipt of the span was verified, it is said that there is none.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli find table.hex --rpc http://127.0.0.1:8545
  anchorscope-cli find table.hex --rpc http://127.0.0.1:8545 --from 100 --to 900 --prove-absence
)";

constexpr quint64 max_state_bytes = quint64{8} << 20;

model::FindOptions options_of(const Arguments& arguments) {
    model::FindOptions out;
    const auto [first, last] = span_options(arguments);
    out.first = first.value_or(0);
    out.last = last;
    out.near = block_option(arguments, "--near");
    out.contract = address_option(arguments, "--contract");
    if (const auto profile = arguments.value("--profile")) {
        out.profile = &profile_value("--profile", *profile);
    }
    out.proveAbsence = arguments.has("--prove-absence");
    if (const auto path = arguments.value("--resume")) {
        const QString file = QFile::decodeName(QByteArray::fromStdString(*path));
        if (QFile::exists(file)) {
            const auto bytes = model::readFile(file, max_state_bytes);
            if (!bytes) {
                throw UsageError("--resume: " + bytes.error().toStdString());
            }
            out.state.assign(bytes->begin(), bytes->end());
            if (!out.last) {
                throw UsageError("--resume: goes on with the same span only: state --to");
            }
        }
    }
    return out;
}

void save(const Arguments& arguments, const model::AnchorFind& find) {
    const auto path = arguments.value("--resume");
    if (path && find.search()) {
        const QString file = QFile::decodeName(QByteArray::fromStdString(*path));
        if (const auto saved = model::replaceFile(file, QByteArray::fromStdString(find.search()->state()));
            !saved) {
            throw UsageError("--resume: " + saved.error().toStdString());
        }
    }
}

void tell(const Arguments& arguments, const model::AnchorFind& find) {
    if (arguments.has("--json")) {
        codec::Json anchors = codec::Json::array();
        for (const model::FoundAnchor& each : find.found()) {
            codec::Json one = codec::Json::object();
            one["block"] = each.block->header.number;
            one["block_hash"] = each.block->header.hash.hex();
            one["transaction"] = each.match.anchor.transaction_hash->hex();
            one["log_position"] = each.match.anchor.position;
            one["contract"] = crypto::checksummed(each.match.anchor.contract);
            one["committer"] = crypto::checksummed(*each.match.anchor.account);
            one["digest"] = each.match.observed.value.hex();
            one["hash_function"] = crypto::name(each.match.observed.function);
            one["profile"] = each.match.observed.profile->id;
            anchors.push_back(std::move(one));
        }
        codec::Json out = codec::Json::object();
        out["schema"] = report::report_schema;
        out["chain_id"] = std::to_string(find.chainId());
        out["anchors"] = std::move(anchors);
        out["search"] = find.words().toStdString();
        out["absence_proven"] = find.absenceProven();
        out["tool"] = report::tool_json(tool_version());
        write_json(out);
        return;
    }
    std::string out;
    for (const model::FoundAnchor& each : find.found()) {
        out += aligned({{"block",
                         std::to_string(each.block->header.number) + "  " + each.block->header.hash.hex()},
                        {"transaction", each.match.anchor.transaction_hash->hex()},
                        {"log", std::to_string(each.match.anchor.position)},
                        {"contract", crypto::checksummed(each.match.anchor.contract)},
                        {"committer", crypto::checksummed(*each.match.anchor.account)},
                        {"digest", each.match.observed.value.hex()},
                        {"is", std::string(crypto::name(each.match.observed.function)) + " of profile " +
                                   std::string(each.match.observed.profile->id)}}) +
               "\n";
    }
    write_result(out + find.words().toStdString());
}

int run(const Arguments& arguments) {
    const model::FindOptions options = options_of(arguments);
    const auto input = read_table(arguments.only("TABLE or -"));
    if (!input) {
        write_message(input.error().message());
        return exit_malformed;
    }
    Network network(arguments);
    model::AnchorFind find(network.setting(), input->source, input->table, options);
    network.run(find);
    save(arguments, find);
    if (find.error()) {
        const int status = Network::failed(*find.error());
        if (find.search()) {
            write_message(find.words().toStdString());
        }
        return status;
    }
    tell(arguments, find);
    return find.found().empty() ? exit_unproven : exit_success;
}

} // namespace

const Command find_command{"find",   "TABLE|-", "search a chain for anchors of a table", text, groups,
                           examples, run};

} // namespace anchorscope::cli
