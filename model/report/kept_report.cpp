#include "model/report/kept_report.h"
#include "core/report/html_report.h"
#include "model/session/reproduce.h"
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

std::optional<ReportFormat> reportFormatOf(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == u"json"                       ? std::optional(ReportFormat::Json)
           : suffix == u"html" || suffix == u"htm" ? std::optional(ReportFormat::Html)
           : suffix == u"pdf"                      ? std::optional(ReportFormat::Pdf)
                                                   : std::nullopt;
}

QString suffixOf(ReportFormat format) {
    switch (format) {
    case ReportFormat::Json:
        return u"json"_s;
    case ReportFormat::Html:
        return u"html"_s;
    case ReportFormat::Pdf:
        break;
    }
    return u"pdf"_s;
}

bool KeptReport::hasReport(const Parts& parts) { return parts.report && parts.request && parts.evidence; }

KeptReport::KeptReport(Parts parts, const ReportParts& wanted, std::vector<report::Note> notes,
                       std::string command, const QDateTime& checked_at)
    : m_parts(std::move(parts)), m_report(*m_parts.report) {
    if (m_parts.order) { // told beside the ladder, which does not judge by it
        std::ranges::move(m_parts.order->findings(), std::back_inserter(m_report.findings));
    }
    if (m_parts.readFiles) {
        m_annex.files = *m_parts.readFiles;
    }
    if (m_parts.companions) {
        m_annex.files.insert(m_annex.files.end(), m_parts.companions->files.begin(),
                             m_parts.companions->files.end());
    }
    if (wanted.notes) {
        m_annex.notes = std::move(notes);
    }
    m_annex.command = std::move(command);
    if (!m_parts.evidence->endpoints.empty() && checked_at.isValid()) {
        m_annex.checked_at = checked_at.toUTC().toString(Qt::ISODate).toStdString();
    }
    m_annex.tree = wanted.tree;
    m_annex.digests = wanted.digests;
    m_annex.endpoints = wanted.endpoints;
}

report::Subject KeptReport::subject() const {
    report::Subject out{*m_parts.request, *m_parts.evidence, m_parts.examined.get(), m_parts.tree.get()};
    out.annex = &m_annex;
    return out;
}

std::string KeptReport::json() const { return report::verify_json(m_report, subject(), tool()); }

report::Document KeptReport::document() const { return report::document_of(m_report, subject(), tool()); }

std::string KeptReport::html() const { return report::html_of(document()); }

std::string KeptReport::commandFor(CaseFiles files, const VerifyOptions& options) {
    const auto shorten = [](QString& path) { path = QFileInfo(path).fileName(); };
    shorten(files.table);
    shorten(files.envelope);
    for (QStringList* const list : {&files.evidence, &files.peers, &files.traces}) {
        std::ranges::for_each(*list, shorten);
    }
    return reproduction(files, options).command().toStdString();
}

report::ToolVersion KeptReport::tool() { return {"anchorscope", ANCHORSCOPE_VERSION}; }

QString KeptReport::fileStem(const Parts& parts) {
    const auto& container = parts.container;
    const std::string name = container ? container->file.name : parts.source ? parts.source->name : "report";
    return QFileInfo(QString::fromStdString(name)).completeBaseName() + u"-report"_s;
}

} // namespace anchorscope::model
