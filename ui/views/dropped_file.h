// What a file is that was dropped on the window or named on its command line, judged by its first bytes.
#pragma once
#include <QString>

namespace anchorscope::ui {

enum class DroppedKind { Table, Envelope, Evidence, Trace };

/// Reads at most the first 64 KiB; what is nothing else is taken as a table or a case. A trace may also be
/// opened as a table, for the calldata in it.
[[nodiscard]] DroppedKind droppedKind(const QString& path);

} // namespace anchorscope::ui
