// A report for people, before it is HTML or pages: a verdict, and sections of facts and tables in the order
// of reading. Pure: the same values give the same document. Limits: 1. texts hold nothing that is invisible
// or moves letters (printable), and line breaks only where a person wrote lines; 2. every section has at most
// DocumentLimits rows, and says how many it leaves out and how to get them; 3. no mark of a tree's row is
// green: what a row rests on, the ladder says.
#pragma once
#include "core/report/json_report.h"

namespace anchorscope::report {

/// The state of a line: shape, word and colour go together wherever it is shown. What cannot be checked was
/// not checked; the words beside it tell the two apart.
enum class Mark : std::uint8_t { none, verified, not_final, warning, mismatch, not_checked };
[[nodiscard]] Mark mark_for(verify::RungState state);

enum class Look : std::uint8_t { plain, strong, muted, mono };

struct Cell {
    std::string text;
    Look look = Look::plain;
    Mark mark = Mark::none;
    std::string more = {}; ///< under the text: a second line in monospace, or none
};

struct Row {
    std::vector<Cell> cells;
    std::uint16_t depth = 0; ///< trees only
    std::size_t note = 0;    ///< trees only: the number of its note, from 1; 0: none
};

struct Column {
    std::string title;
    std::uint32_t share; ///< of the width, in percent
};

/// A table with a heading, or a list of facts: two columns without titles.
struct Section {
    enum class Kind : std::uint8_t { facts, table, tree };

    std::string id; ///< "ladder": a word of the program's own
    std::string title;
    std::string lead; ///< a sentence or two above it; empty: none
    Kind kind = Kind::table;
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::string left_out; ///< what is missing, and how to get it; empty: nothing is
};

struct Document {
    Mark mark = Mark::none;
    std::string verdict;  ///< "Verified", "Verified, not final", "Mismatch", "Unproven", "Malformed"
    std::string headline; ///< one line
    std::string reason;
    std::string subject;    ///< the input's name
    std::string sha256;     ///< of the input's file
    std::string tool;       ///< "anchorscope-cli 0.1.0"
    std::string checked_at; ///< UTC, ISO 8601; empty where no endpoint was asked
    std::uint64_t as_of =
        0; ///< when the evidence's newest block was made, in seconds since 1970; 0: no block
    std::vector<Section> sections;
    std::string closing; ///< what a report is worth
};

struct DocumentLimits {
    std::size_t tree_rows = 5'000;
    std::size_t table_rows = 2'000; ///< of every other section
    std::size_t text_bytes = 4'000; ///< of one cell; notes are never cut
};

/// From what the JSON report is made from. `subject.annex` may be null.
[[nodiscard]] Document document_of(const verify::Report& report, const Subject& subject,
                                   const ToolVersion& tool, const DocumentLimits& limits = {});

} // namespace anchorscope::report
