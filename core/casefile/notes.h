// Notes that a person wrote about a table, as a file beside it: JSON, schema "anchorscope.notes/1", bound to
// the input by its SHA-256. Limits: 1. at most max_notes, each at most max_note_bytes of UTF-8 text without
// control characters other than line break and tab, one a place; 2. a file is refused whole or read whole;
// 3. same notes, same bytes.
#pragma once
#include "core/base/hash32.h"
#include <map>

namespace anchorscope::casefile {

namespace rules {
inline constexpr std::string_view notes_schema = "notes.schema"; ///< another schema, or a member too much
inline constexpr std::string_view notes_input = "notes.input";   ///< of another file
inline constexpr std::string_view notes_text = "notes.text";     ///< empty, too long, or not plain text
inline constexpr std::string_view notes_path = "notes.path";     ///< too long, not plain, or there twice
inline constexpr std::string_view notes_count = "notes.count";
} // namespace rules

inline constexpr std::string_view notes_schema_name = "anchorscope.notes/1";
inline constexpr std::size_t max_notes = 10'000;
inline constexpr std::size_t max_note_bytes = std::size_t{16} << 10U;       ///< some four pages
inline constexpr std::size_t max_note_path_bytes = 1'000;                   ///< field paths have some fifty
inline constexpr std::size_t max_notes_file_bytes = std::size_t{32} << 20U; ///< all of it, written out

/// Field path of a node → text; the empty path is the case itself.
using NoteTexts = std::map<std::string, std::string, std::less<>>;

struct Notes {
    Hash32 input; ///< SHA-256 of the file that they are about
    NoteTexts texts;

    friend bool operator==(const Notes&, const Notes&) = default;
};

/// Whether a note may have this text.
[[nodiscard]] Result<void> check_note(std::string_view path, std::string_view text);
[[nodiscard]] Result<Notes> read_notes(std::string_view text);
/// The same, and refused where they are about another file than `input`.
[[nodiscard]] Result<Notes> read_notes_of(const Hash32& input, std::string_view text);
[[nodiscard]] std::string write_notes(const Notes& notes);

} // namespace anchorscope::casefile
