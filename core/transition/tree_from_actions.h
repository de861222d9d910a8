// V1's tree (PROTOCOL 1.3). An entry that an action from outside starts stands below the bundle, or inside
// the call during which it comes; the entries that go on from it, after a result or a revert, stand below it,
// one behind the other. A call runs on the table's own side, by order of the rollup that its source names;
// its scope says where in that rollup's own calls it was made, and what a revert of a scope takes back.
#pragma once
#include "core/transition/action_reading.h"
#include "core/transition/tree_writer.h"

namespace anchorscope::transition {

namespace rules {
inline constexpr std::string_view action_unanswered =
    "action.unanswered"; ///< a call without an entry for its result
inline constexpr std::string_view action_dead_end =
    "action.dead_end"; ///< an action with which the contracts cannot go on
inline constexpr std::string_view action_scope = "action.scope"; ///< a revert of a scope that is not open
} // namespace rules

/// Writes all entries, in the order in which they are consumed as far as that is known. Nothing recurses.
void write_actions(TreeWriter& writer, const table::ExecutionTable& table, const ActionReading& reading,
                   std::vector<Finding>& findings);

} // namespace anchorscope::transition
