// anchorscope-cli batch: verify for many inputs, with one table of verdicts.
#include "app/cli/batch_inputs.h"
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "app/cli/session_run.h"
#include "app/cli/verify_options.h"
#include "core/report/batch_report.h"
#include <QFile>
#include <QSaveFile>

namespace anchorscope::cli {
namespace {

constexpr std::array file_list{
    Option{"--csv", "FILE", "also write the table as CSV, one column a rung"},
    Option{"--junit", "FILE", "also write JUnit XML: one test case an input"},
};
constexpr std::array groups{
    reading_options,
    authority_options,
    expectation_options,
    policy_options,
    OptionGroup{"What is written", file_list},
    output_options,
};

constexpr std::string_view text =
    R"(Verifies every table and case below the folders named, all with the same options, and prints a table of
verdicts. Files taken below a folder: *.hex and *.bin as tables, *.anchorcase as cases; a table.hex or
table.bin goes with the envelope.json and evidence.json beside it. Files named are taken whatever they
are called. Links are not followed.

The exit status is the worst among the inputs: 70, then 1, 3, 2, 5, 4, 0. An input that cannot be read
counts as 2. At most 20000 inputs, 32 folders deep; finding none is a mistake (2), not a success.
--json has a schema of its own, anchorscope.batch/1: path, verdict, status and rungs of each input.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli batch cases/ --pin-block 1:22869878:0x4a1f... --csv verdicts.csv
  anchorscope-cli batch a.anchorcase b.anchorcase --trust http://127.0.0.1:8545 --junit verdicts.xml
  anchorscope-cli batch cases/ --json | jq '.items[] | select(.status != 0) | .path'
)";

report::BatchItem verified(const BatchInput& input, const model::VerifyOptions& options, bool quiet) {
    if (!input.fault.empty()) {
        return report::failed_batch_item(input.name, exit_usage, input.fault);
    }
    try {
        model::Session session;
        run_session(session, input.files, options, quiet);
        const model::Parts& parts = session.parts();
        if (!parts.report || !parts.request) {
            throw std::logic_error("the run ended without a report");
        }
        return report::batch_item(input.name, *parts.report, *parts.request);
    } catch (const UsageError& error) {
        return report::failed_batch_item(input.name, exit_usage, error.what());
    } catch (const std::exception& error) {
        return report::failed_batch_item(input.name, exit_internal, error.what());
    }
}

/// Replaced as a whole or not at all.
void write_file(std::string_view option, const std::string& name, const std::string& content) {
    QSaveFile file(QFile::decodeName(QByteArray(name.data(), static_cast<qsizetype>(name.size()))));
    const auto size = static_cast<qint64>(content.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), size) != size || !file.commit()) {
        throw UsageError(std::string(option) + ": " + report::printable(name) + ": " +
                         file.errorString().toStdString());
    }
}

int run(const Arguments& arguments) {
    const model::VerifyOptions options = verify_options(arguments);
    const report::TextStyle style = text_style(arguments);
    const BatchInputs found = batch_inputs(arguments.positional());
    if (found.links != 0 && !style.quiet) {
        write_message(std::to_string(found.links) + " links were not followed");
    }
    std::vector<report::BatchItem> items;
    items.reserve(found.inputs.size());
    for (const BatchInput& input : found.inputs) {
        items.push_back(verified(input, options, style.quiet));
    }
    if (const auto file = arguments.value("--csv")) {
        write_file("--csv", *file, report::batch_csv(items));
    }
    if (const auto file = arguments.value("--junit")) {
        write_file("--junit", *file, report::batch_junit(items, tool_version()));
    }
    write_result(arguments.has("--json") ? report::batch_json(items, tool_version())
                                         : report::batch_text(items, style));
    return report::worst_status(items);
}

} // namespace

const Command batch_command{
    "batch", "DIR|FILE...", "verify every table and case below a folder", text, groups, examples, run};

} // namespace anchorscope::cli
