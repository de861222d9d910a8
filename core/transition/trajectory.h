// The state-root trajectory of each rollup through the bundle.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::transition {

struct TrajectoryStep {
    std::uint32_t entry = 0, delta = 0; ///< indices in the table
    std::optional<Hash32> before;       ///< empty in versions that do not state it
    Hash32 after;
    U256 ether_delta;
    bool continues = true; ///< before == after of the previous step (first step, or not stated: true)
};

struct Trajectory {
    U256 rollup_id;
    std::vector<TrajectoryStep> steps;
    [[nodiscard]] bool unbroken() const;
    /// Every step says from which state it starts; else nothing can be compared.
    [[nodiscard]] bool stated() const;
};

/// Ascending by rollup id, steps in table order; of V1, whose entries are found by hash, in the order that
/// their states tell, where they tell one. Empty: the table has no deltas at all.
[[nodiscard]] std::vector<Trajectory> trajectories(const table::ExecutionTable& table);

} // namespace anchorscope::transition
