// What the table alone tells about an entry: its calls in order. Where nested frames open it does not tell.
#pragma once
#include "core/transition/tree_writer.h"

namespace anchorscope::transition {

/// Writes entry `index`. Nested frames follow the calls, not placed; calls are placed when all of them belong
/// to the entry's own level. Revert spans are those that the calls declare.
void write_entry_from_table(TreeWriter& writer, const table::ExecutionTable& table, std::uint32_t index);

/// Nothing is to be decided about the entry: it has no nested frames, and its version lists calls in order.
[[nodiscard]] bool decided_by_table(const table::ExecutionTable& table, const table::Entry& entry);

} // namespace anchorscope::transition
