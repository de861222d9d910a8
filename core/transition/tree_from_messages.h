// The tree of messages: their order is that of the execution, and what a call caused stands between it and
// its result. Nothing is to be found out.
#pragma once
#include "core/transition/tree_writer.h"

namespace anchorscope::transition {

/// A node a message, in their order: transactions (entry, its Finish is the way back), calls, reverts, and
/// the chains' own operations. Results and finishes that close nothing have none. Nothing recurses.
void write_messages(TreeWriter& writer, const table::ExecutionTable& table);

} // namespace anchorscope::transition
