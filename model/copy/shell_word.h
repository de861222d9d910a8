// Text as one word of a POSIX shell, whatever it holds. Limits: 1. what needs no quotes gets none; 2. what
// could move a cursor, reorder letters or be typed as a key is spelled as an escape in $'…' (bash, zsh, ksh,
// POSIX 2024), so that a line that is pasted does what it shows; 3. a NUL cannot stand in a word and ends it.
#pragma once
#include <QString>

namespace anchorscope::model {

/// "table.hex", "'my table.hex'", "$'a\nb'"; of the empty text "''".
[[nodiscard]] QString shellWord(const QString& text);
/// The same of a path: one that begins with a dash begins with "./", so that no program takes it for an
/// option.
[[nodiscard]] QString shellPath(const QString& path);

} // namespace anchorscope::model
