#include "app/cli/verify_run.h"
#include "app/cli/input.h"
#include "app/cli/output.h"
#include "app/cli/session_run.h"
#include <QFile>

namespace anchorscope::cli {
namespace {

void save_case(const model::Session& session, const std::string& file) {
    const QString path = QFile::decodeName(QByteArray(file.data(), static_cast<qsizetype>(file.size())));
    if (const auto saved = session.saveCase(path); !saved) {
        throw UsageError("--save-case: " + saved.error().toStdString());
    }
}

} // namespace

model::CaseFiles verified_files(const Arguments& arguments, std::string_view what) {
    model::CaseFiles files = case_files(arguments.only(what));
    if (const auto envelope = arguments.value("--envelope")) {
        files.envelope = readable_file("--envelope", *envelope);
    }
    choose_evidence(arguments, files);
    files.place = QString::fromStdString(arguments.value("--at").value_or(""));
    return files;
}

Verified verify_one(const Arguments& arguments, const model::CaseFiles& files,
                    const model::VerifyOptions& options) {
    const report::TextStyle style = text_style(arguments);
    model::Session session;
    run_session(session, files, options, style.quiet);
    const model::Parts& parts = session.parts();
    if (!parts.report || !parts.request || !parts.evidence) {
        throw std::logic_error("the run ended without a report");
    }
    if (const auto file = arguments.value("--save-case")) {
        save_case(session, *file);
    }
    const report::Subject subject{*parts.request, *parts.evidence, parts.examined.get(), parts.tree.get()};
    verify::Report told = *parts.report;
    if (parts.order) { // what a replay finds is told beside the ladder, which does not judge by it
        std::ranges::move(parts.order->findings(), std::back_inserter(told.findings));
    }
    return {arguments.has("--json") ? report::verify_json(told, subject, tool_version())
                                    : report::verify_text(told, subject, style),
            verify::exit_status(*parts.report)};
}

} // namespace anchorscope::cli
