#include "app/cli/verify_transaction.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/task_run.h"
#include "app/cli/verify_options.h"
#include "app/cli/verify_run.h"
#include "core/report/batch_report.h"
#include "model/discover/case_fetch.h"
#include <QFile>

namespace anchorscope::cli {
namespace {

model::FetchOptions fetch_options(const Arguments& arguments, const model::VerifyOptions& options,
                                  const verify::L1Reference& transaction) {
    model::FetchOptions out;
    out.scope.reference = transaction;
    out.anchorContract = options.expect.contract;
    out.window = number_option(arguments, "--anchor-window", 0, max_anchor_window).value_or(0);
    out.search = out.window != 0;
    out.select = number_option(arguments, "--select", 1, verify::max_tables);
    return out;
}

/// What is stated goes before what was found.
model::VerifyOptions options_for(model::VerifyOptions options, const model::FetchedTable& found) {
    options.tableTx = options.tableTx.value_or(found.table.transaction_hash);
    const bool of_digest = found.match && options.expectedDigest.value_or(found.match->observed.value) ==
                                              found.match->observed.value;
    if (of_digest) {
        options.expectedDigest = found.match->observed.value;
        options.anchorTx = options.anchorTx ? options.anchorTx : found.match->anchor.transaction_hash;
    }
    return options;
}

model::CaseFiles files_for(const Arguments& arguments, const model::FetchedTable& found, std::size_t number) {
    model::CaseFiles files;
    const Bytes& bytes = found.table.table->source->file;
    files.table = QStringLiteral("table-%1").arg(number);
    files.tableBytes =
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    files.fromBytes = true;
    if (const auto envelope = arguments.value("--envelope")) {
        files.envelope = readable_file("--envelope", *envelope);
    }
    choose_evidence(arguments, files);
    return files;
}

std::string heading(const model::FetchedTable& found, std::size_t number, std::size_t count) {
    std::string out = "Table " + std::to_string(number) + " of " + std::to_string(count) + ": " +
                      std::string(certainty(found.table.found_in)) + "\n";
    return out + "Anchor: " + found.anchorWords.toStdString() + "\n\n";
}

/// Of the first endpoint that has an answer; none where the last has an error.
std::unique_ptr<model::CaseFetch> found_by(const Arguments& arguments, const model::VerifyOptions& options,
                                           const model::FetchOptions& wanted, std::optional<Error>& why) {
    for (const model::EndpointChoice& endpoint : options.endpoints) {
        Network network(arguments, endpoint);
        auto fetch = std::make_unique<model::CaseFetch>(network.setting(), wanted);
        network.run(*fetch);
        why = fetch->error();
        if (!why) {
            return fetch;
        }
        write_message(endpoint.displayName().toStdString() + ": " + why->message());
    }
    return nullptr;
}

} // namespace

std::optional<verify::L1Reference> transaction_named(const std::string& argument) {
    using Kind = verify::L1Reference::Kind;
    if (QFile::exists(QFile::decodeName(QByteArray::fromStdString(argument)))) {
        return {};
    }
    auto reference = verify::parse_reference(argument);
    if (!reference || (reference->kind != Kind::transaction && reference->kind != Kind::either_hash)) {
        return {};
    }
    reference->kind = Kind::transaction;
    return *reference;
}

int verify_transaction(const Arguments& arguments, const verify::L1Reference& transaction) {
    const model::VerifyOptions options = verify_options(arguments);
    if (!options.online()) {
        throw UsageError(
            "a transaction is looked for at an endpoint: --rpc or --trust is missing, or --offline given");
    }
    const model::FetchOptions wanted = fetch_options(arguments, options, transaction);
    std::optional<Error> why;
    const auto fetch = found_by(arguments, options, wanted, why);
    if (!fetch) {
        return why && why->rule.starts_with("net.") ? exit_no_answer : exit_unproven;
    }
    const auto& tables = fetch->fetched();
    if (tables.empty()) {
        write_message(fetch->tables() != 0
                          ? "--select: there are only " + std::to_string(fetch->tables()) + " tables"
                          : "no table of a known format was found in that transaction");
        return exit_unproven;
    }
    if (arguments.has("--save-case") && tables.size() > 1) {
        throw UsageError("--save-case: the transaction holds " + std::to_string(tables.size()) +
                         " tables: choose one by --select");
    }
    codec::Json reports = codec::Json::array();
    std::string text;
    std::vector<int> statuses;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::size_t number = wanted.select.value_or(i + 1);
        const Verified one =
            verify_one(arguments, files_for(arguments, tables[i], number), options_for(options, tables[i]));
        statuses.push_back(one.status);
        if (arguments.has("--json")) {
            reports.push_back(codec::Json::parse(one.report));
        } else {
            text += (text.empty() ? "" : "\n") + heading(tables[i], number, fetch->tables()) + one.report;
        }
    }
    if (arguments.has("--json")) {
        codec::Json out = codec::Json::object();
        out["schema"] = report::report_schema;
        out["transaction"] = transaction.hash.hex();
        out["chain_id"] = std::to_string(fetch->chainId());
        out["reports"] = std::move(reports);
        out["tool"] = report::tool_json(tool_version());
        write_json(out);
    } else {
        write_result(text);
    }
    return report::worst_status(statuses);
}

} // namespace anchorscope::cli
