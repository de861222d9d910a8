// Private to the document: how its sections are made.
#pragma once
#include "core/report/document.h"
#include "core/report/text_report.h"

namespace anchorscope::report {

/// Fills one section up to a number of rows, and counts what does not fit.
class SectionWriter {
public:
    SectionWriter(std::string_view id, std::string_view title, Section::Kind kind,
                  const DocumentLimits& limits);
    SectionWriter& lead(std::string text);
    SectionWriter& column(std::string_view title, std::uint32_t share);
    /// False where the row was left out.
    bool row(Row row);
    bool fact(std::string_view label, std::string text, Look look = Look::plain, Mark mark = Mark::none);
    [[nodiscard]] bool full() const { return m_section.rows.size() >= m_most; }
    /// Rows that were left out without being made.
    void skip(std::size_t rows) { m_skipped += rows; }
    /// `how`: where the rest is to be found.
    [[nodiscard]] Section take(std::string_view how);
    /// Untrusted text for a cell: printable, and cut at limits.text_bytes.
    [[nodiscard]] std::string safe(std::string_view text) const;

private:
    Section m_section;
    std::size_t m_most, m_skipped = 0;
    DocumentLimits m_limits;
};

[[nodiscard]] Section tree_section(const Subject& subject, const DocumentLimits& limits);
[[nodiscard]] Section state_section(const Subject& subject, const DocumentLimits& limits);
[[nodiscard]] Section digest_section(const verify::Report& report, const Subject& subject,
                                     const DocumentLimits& limits);
[[nodiscard]] Section commitment_section(const verify::Report& report, const Subject& subject,
                                         const DocumentLimits& limits);
[[nodiscard]] Section block_section(const verify::Report& report, const Subject& subject,
                                    const DocumentLimits& limits);
[[nodiscard]] Section endpoint_section(const Subject& subject, const DocumentLimits& limits);

/// "computed here", "said by one.example, two.example", "pinned: user", "supplied by evidence.json".
[[nodiscard]] std::string basis_words(const verify::Basis& basis);
/// "12 345", with spaces that do not break.
[[nodiscard]] std::string grouped(std::uint64_t number);

} // namespace anchorscope::report
