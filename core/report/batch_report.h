// Many inputs verified alike: one item each, and the table, CSV, JUnit XML and JSON made of them. Paths and
// texts come from files: they are made harmless for the terminal, the spreadsheet and the XML reader that
// gets them. No times, so the same inputs give the same bytes.
#pragma once
#include "core/report/text_report.h"
#include <span>

namespace anchorscope::report {

/// One input of a batch and what came of it.
struct BatchItem {
    std::string path;                ///< as it was found, below the folder that was named
    int status = 0;                  ///< exit status that `verify` would have had
    std::string verdict;             ///< of the report; "unreadable" or "internal error" where there is none
    std::string headline;            ///< one line
    std::string reason;              ///< a sentence or two, or why there is no report
    std::string format;              ///< id; empty: opaque
    std::string profile;             ///< under which the digest matched; empty: none
    std::string digest;              ///< expected; empty: none
    std::string sha256;              ///< of the table's file
    std::string case_sha256;         ///< of the case file; empty: none
    std::vector<verify::Rung> rungs; ///< all, or none where there is no report
};

[[nodiscard]] BatchItem batch_item(std::string path, const verify::Report& report,
                                   const verify::Request& request);
/// For an input that gave no report: 2 for what cannot be read, 70 for a fault of the program.
[[nodiscard]] BatchItem failed_batch_item(std::string path, int status, std::string why);

/// The worst of the items': 70 > 1 > 3 > 2 > 5 > 4 > 0, anything else counts as 70. 0 for no items.
[[nodiscard]] int worst_status(std::span<const BatchItem> items);
[[nodiscard]] int worst_status(std::span<const int> statuses);

/// A row for each item, and the counts.
[[nodiscard]] std::string batch_text(std::span<const BatchItem> items, TextStyle style);
/// RFC 4180 with a header line. A cell that a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] std::string batch_csv(std::span<const BatchItem> items);
/// JUnit XML, one test case an item: mismatch and unproven are failures, everything else but verified an
/// error.
[[nodiscard]] std::string batch_junit(std::span<const BatchItem> items, const ToolVersion& tool);
/// Schema anchorscope.batch/1.
[[nodiscard]] std::string batch_json(std::span<const BatchItem> items, const ToolVersion& tool);

} // namespace anchorscope::report
