// An entry that no log shows: by the other tables of its bundle, by the only placement that is possible, or
// as the table lists it.
#pragma once
#include "core/transition/peer_order.h"
#include "core/transition/tree_writer.h"

namespace anchorscope::transition {

namespace rules {
inline constexpr std::string_view order_none = "order.none"; ///< no placement of the nested calls is possible
inline constexpr std::string_view order_lookups = "order.lookups"; ///< in no placement can all lookups be met
inline constexpr std::string_view peer_results =
    "peer.results"; ///< with no results of the other tables does the rolling hash come out
} // namespace rules

/// Writes entry `index` of the bundle's first table, and says how its order is known.
[[nodiscard]] EntryOrder order_without_events(TreeWriter& writer, const Bundle& bundle, std::uint32_t index,
                                              SolverLimits& limits, const Cancellation& cancellation,
                                              std::vector<Finding>& findings);

} // namespace anchorscope::transition
