// anchorscope-cli fetch: cases of what stands on a chain.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/task_run.h"
#include "app/cli/verify_options.h"
#include "core/crypto/erc55.h"
#include "model/discover/case_fetch.h"
#include "model/session/opened_case.h"
#include <QFile>

namespace anchorscope::cli {
namespace {

constexpr std::array where_list{
    Option{"--tx", "HASH", "the transaction that posted the table"},
    Option{"--block", "BLOCK", "a block's number or hash"},
    Option{"--from", "N", "first block of a span"},
    Option{"--to", "N", "last block of a span"},
    Option{"--contract", "ADDRESS", "of a long span: blocks in which this contract left logs"},
};
constexpr std::array case_list{
    Option{"-o", "CASE",
           "the case to write: a folder, or one file where it ends in .anchorcase; of several\n"
           "tables, CASE-1, CASE-2, ...; without: only list"},
    Option{"--select", "N", "this table alone, as numbered in the list"},
    Option{"--anchor-contract", "ADDRESS", "only its logs count as anchors"},
    Option{"--anchor-window", "N", "blocks before and after the table to search for its anchor (7200)"},
    declared_event_option,
};
constexpr std::array groups{OptionGroup{"Where to look", where_list}, OptionGroup{"What to make", case_list},
                            endpoint_options, output_options};

constexpr std::string_view text =
    R"(Finds the tables in a transaction, a block or a span of blocks: as a transaction's input, or inside the
input of a transaction to another contract. For each it finds the anchor, in the same block or by a
search around it, and writes a case: the table, the proof envelope (ERC-8281) and the evidence, checked
before they are stored. Anchor events of all kinds (see events) and of --event are listed; the envelope of a
case is only made of what ERC-8281 accepts. REFERENCE is a transaction hash, a block number or hash, or the URL of an
explorer's page about one.

A case says nothing about whether its blocks are real: verify it with a pin or with endpoints.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli fetch https://etherscan.io/tx/0x6b4f... --rpc http://127.0.0.1:8545
      What is there: tables and anchors, nothing is written.
  anchorscope-cli fetch --tx 0x6b4f... --rpc http://127.0.0.1:8545 -o a.anchorcase
  anchorscope-cli fetch --contract 0xe7f1... --from 100 --to 900 --rpc http://127.0.0.1:8545 --json
)";

verify::L1Reference reference_value(std::string_view option, const std::string& given) {
    const auto reference = verify::parse_reference(given);
    if (!reference) {
        refuse(option, "a transaction hash, a block's number or hash, or an explorer's URL", given);
    }
    return *reference;
}

model::DiscoveryScope scope_of(const Arguments& arguments) {
    using Kind = verify::L1Reference::Kind;
    model::DiscoveryScope scope;
    int ways = 0;
    if (const auto hash = hash_option(arguments, "--tx")) {
        scope.reference = verify::L1Reference{Kind::transaction, *hash, 0, {}};
        ++ways;
    }
    if (const auto block = arguments.value("--block")) {
        scope.reference = reference_value("--block", *block);
        if (scope.reference->kind == Kind::transaction) {
            refuse("--block", "a block's number or hash", *block);
        }
        if (scope.reference->kind == Kind::either_hash) {
            scope.reference->kind = Kind::block_hash;
        }
        ++ways;
    }
    if (const auto [first, last] = span_options(arguments); first || last) {
        if (!first || !last) {
            throw UsageError("--from and --to go together");
        }
        scope.span = {*first, *last};
        ++ways;
    }
    if (!arguments.positional().empty()) {
        scope.reference = reference_value("REFERENCE", arguments.only("REFERENCE"));
        ++ways;
    }
    if (ways != 1) {
        throw UsageError("expected one of REFERENCE, --tx, --block, and --from with --to");
    }
    scope.contract = address_option(arguments, "--contract");
    if (scope.contract && !scope.span) {
        throw UsageError("--contract goes with --from and --to");
    }
    return scope;
}

model::FetchOptions options_of(const Arguments& arguments) {
    model::FetchOptions out;
    out.scope = scope_of(arguments);
    out.scope.declared_events = verify_options(arguments).declaredEvents;
    out.anchorContract = address_option(arguments, "--anchor-contract");
    out.select = number_option(arguments, "--select", 1, verify::max_tables);
    out.window = number_option(arguments, "--anchor-window", 0, max_anchor_window).value_or(out.window);
    return out;
}

codec::Json table_json(const model::FetchedTable& one) {
    codec::Json out = codec::Json::object();
    out["format"] = one.table.format->id;
    out["block"] = one.block->header.number;
    out["block_hash"] = one.block->header.hash.hex();
    out["transaction"] = one.table.transaction_hash.hex();
    out["transaction_index"] = one.table.transaction;
    out["found_in"] = name(one.table.found_in);
    out["certainty"] = certainty(one.table.found_in);
    out["callee"] = one.table.callee ? codec::Json(crypto::checksummed(*one.table.callee)) : codec::Json();
    out["offset"] = one.table.range.offset;
    out["length"] = one.table.range.length;
    out["entries"] = one.table.entries();
    out["succeeded"] = one.table.succeeded ? codec::Json(*one.table.succeeded) : codec::Json();
    codec::Json anchor;
    if (one.match) {
        anchor = codec::Json::object();
        anchor["block"] = one.anchorBlock->header.number;
        anchor["block_hash"] = one.anchorBlock->header.hash.hex();
        anchor["transaction"] = one.match->anchor.transaction_hash->hex();
        anchor["log_position"] = one.match->anchor.position;
        anchor["contract"] = crypto::checksummed(one.match->anchor.contract);
        anchor["digest"] = one.match->observed.value.hex();
        anchor["hash_function"] = crypto::name(one.match->observed.function);
        anchor["profile"] = one.match->observed.profile->id;
    }
    out["anchor"] = std::move(anchor);
    out["anchor_search"] = one.anchorWords.toStdString();
    return out;
}

codec::Json anchor_json(const model::FoundBlock& found, const verify::AnchorCandidate& anchor) {
    codec::Json out = codec::Json::object();
    out["kind"] = anchor.kind;
    out["block"] = found.block->header.number;
    out["transaction_index"] = anchor.receipt;
    out["log_position"] = anchor.position;
    out["contract"] = crypto::checksummed(anchor.contract);
    out["digest"] = anchor.digest ? codec::Json(anchor.digest->hex()) : codec::Json();
    out["account"] = anchor.account ? codec::Json(crypto::checksummed(*anchor.account)) : codec::Json();
    return out;
}

std::string table_text(std::size_t number, const model::FetchedTable& one) {
    const verify::TableCandidate& table = one.table;
    const std::string callee = table.callee ? crypto::checksummed(*table.callee) : "unknown";
    const std::string status = !table.succeeded   ? "status unknown"
                               : *table.succeeded ? "succeeded"
                                                  : "reverted";
    std::string out = std::to_string(number) + "  " + std::string(table.format->id) + ", " +
                      std::to_string(table.entries()) + (table.entries() == 1 ? " entry" : " entries") +
                      ", " + status + "\n";
    return out +
           aligned({{"block", std::to_string(one.block->header.number) + "  " + one.block->header.hash.hex()},
                    {"transaction", table.transaction_hash.hex()},
                    {"callee", callee},
                    {"found as", std::string(certainty(table.found_in))},
                    {"anchor", one.anchorWords.toStdString()}},
                   "   ");
}

/// CASE, or of several tables CASE-1, CASE-2, … (before .anchorcase)
QString path_of(const std::string& base, std::size_t index, std::size_t count) {
    QString path = QFile::decodeName(QByteArray::fromStdString(base));
    if (count == 1) {
        return path;
    }
    const bool is_file = path.endsWith(model::case_suffix, Qt::CaseInsensitive);
    const qsizetype end = is_file ? path.size() - model::case_suffix.size() : path.size();
    return path.insert(end, QLatin1Char('-') + QString::number(index + 1));
}

/// What was written, or the message of what was not.
struct Written {
    codec::Json paths = codec::Json::array();
    int status = exit_success;
};

Written write_cases(const Arguments& arguments, const model::CaseFetch& fetch) {
    Written out;
    const auto base = arguments.value("-o");
    for (std::size_t i = 0; i < fetch.fetched().size(); ++i) {
        const model::FetchedTable& one = fetch.fetched()[i];
        if (one.refused) {
            write_message("table " + std::to_string(i + 1) + ": no case: " + one.refused->message());
            out.status = exit_unproven;
        } else if (base) {
            const QString path = path_of(*base, i, fetch.fetched().size());
            if (const auto written = writeMadeCase(*one.made, path); !written) {
                throw UsageError("-o: " + written.error().toStdString());
            }
            out.paths.push_back(path.toStdString());
        }
    }
    return out;
}

void tell(const Arguments& arguments, const model::CaseFetch& fetch, const Written& written) {
    if (arguments.has("--json")) {
        codec::Json tables = codec::Json::array();
        for (const model::FetchedTable& one : fetch.fetched()) {
            tables.push_back(table_json(one));
        }
        codec::Json anchors = codec::Json::array();
        for (const model::FoundBlock& found : fetch.blocks()) {
            for (const verify::AnchorCandidate& each : found.anchors.anchors) {
                anchors.push_back(anchor_json(found, each));
            }
        }
        codec::Json out = codec::Json::object();
        out["schema"] = report::report_schema;
        out["chain_id"] = std::to_string(fetch.chainId());
        out["tables"] = std::move(tables);
        out["anchors"] = std::move(anchors);
        out["incomplete"] = fetch.cut();
        out["written"] = written.paths;
        out["tool"] = report::tool_json(tool_version());
        write_json(out);
        return;
    }
    std::string out;
    if (!arguments.has("--quiet")) {
        for (std::size_t i = 0; i < fetch.fetched().size(); ++i) {
            out += table_text(i + 1, fetch.fetched()[i]) + "\n";
        }
        std::size_t anchors = 0;
        for (const model::FoundBlock& found : fetch.blocks()) {
            anchors += found.anchors.anchors.size();
        }
        out += std::to_string(anchors) + (anchors == 1 ? " anchor event" : " anchor events") +
               " in the blocks looked at; all as " + "the endpoint says, consistent with its headers.\n";
    }
    for (const codec::Json& path : written.paths) {
        out += report::printable(path.get<std::string>()) + "\n";
    }
    write_result(out);
}

int run(const Arguments& arguments) {
    const model::FetchOptions options = options_of(arguments);
    Network network(arguments);
    model::CaseFetch fetch(network.setting(), options);
    network.run(fetch);
    if (fetch.error()) {
        return Network::failed(*fetch.error());
    }
    if (fetch.fetched().empty()) {
        write_message(options.select && fetch.tables() != 0
                          ? "--select: there are only " + std::to_string(fetch.tables()) + " tables"
                          : "no table of a known format was found there");
    }
    const Written written = write_cases(arguments, fetch);
    tell(arguments, fetch, written);
    return fetch.fetched().empty() ? exit_unproven : written.status;
}

} // namespace

const Command fetch_command{
    "fetch", "[REFERENCE]", "find tables and anchors on a chain, and make cases of them",
    text,    groups,        examples,
    run};

} // namespace anchorscope::cli
