// Everything that a tree can be built from. What the logs show of an entry is believed first; a trace adds
// what they cannot show; then come the other tables of the bundle, and the counts.
#pragma once
#include "core/chain/call_trace.h"
#include "core/transition/placement_solver.h"
#include "core/transition/tree.h"

namespace anchorscope::transition {

struct TreeSources {
    std::vector<ManagerEvent> events;
    std::optional<std::string> remark; ///< the events are those of a part of a block only, as it says
    /// The other tables of the same bundle. They must live until the tree is built.
    std::vector<const table::ExecutionTable*> peers;
    /// What was called inside transactions, in their order. Claims: a tree that the ladder judges by is built
    /// without them.
    std::vector<std::shared_ptr<const chain::CallTrace>> traces;
    std::optional<Address> manager; ///< whose calls the traces are read for
    SolverLimits limits;
    Cancellation cancellation;
};

/// Never fails: what cannot be told is ambiguous. When cancelled, what is left is ambiguous too.
[[nodiscard]] Tree build_tree_from(const table::ExecutionTable& table, TreeSources sources);

} // namespace anchorscope::transition
