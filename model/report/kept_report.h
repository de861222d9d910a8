// A report that is kept, made of what a session knows: the same values, and so the same bytes, from the
// window and from the command line. Limits: 1. copies pointers, not tables; may be used from any thread once
// made; 2. tells what the ladder told and what lies beside it; decides nothing.
#pragma once
#include "core/report/document.h"
#include "model/session/session.h"
#include <QString>

namespace anchorscope::model {

enum class ReportFormat { Json, Html, Pdf };
/// By the ending of a file's name; empty for another.
[[nodiscard]] std::optional<ReportFormat> reportFormatOf(const QString& path);
/// "json", "html", "pdf".
[[nodiscard]] QString suffixOf(ReportFormat format);

/// What the reader wants to have in it.
struct ReportParts {
    bool tree = true;
    bool digests = true;
    bool notes = true;
    bool endpoints = true;
    friend bool operator==(const ReportParts&, const ReportParts&) = default;
};

class KeptReport {
public:
    /// `parts` of a session that has a report (hasReport); `notes` of its input; `command` that makes the
    /// report again; `checked_at` in UTC, told only where endpoints were asked.
    KeptReport(Parts parts, const ReportParts& wanted, std::vector<report::Note> notes, std::string command,
               const QDateTime& checked_at);

    [[nodiscard]] static bool hasReport(const Parts& parts);
    [[nodiscard]] std::string json() const;
    [[nodiscard]] report::Document document() const;
    [[nodiscard]] std::string html() const;
    /// The command that reproduces the verdict, run where the inputs lie: of their paths the names alone, for
    /// a report goes to others.
    [[nodiscard]] static std::string commandFor(CaseFiles files, const VerifyOptions& options);
    /// Whoever of the two programs writes it.
    [[nodiscard]] static report::ToolVersion tool();
    /// As a file's name: "table-report.pdf" without the ending.
    [[nodiscard]] static QString fileStem(const Parts& parts);

private:
    [[nodiscard]] report::Subject subject() const;

    Parts m_parts;
    verify::Report m_report; ///< with what a replay and the companions tell
    report::Annex m_annex;
};

} // namespace anchorscope::model
