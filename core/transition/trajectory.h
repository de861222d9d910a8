// The state-root trajectory of each rollup through the bundle.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::transition {

struct TrajectoryStep {
    std::uint32_t entry = 0, delta = 0; ///< indices in the table
    Hash32 before, after;
    U256 ether_delta;
    bool continues = true; ///< before == after of the previous step (first step: true)
};

struct Trajectory {
    U256 rollup_id;
    std::vector<TrajectoryStep> steps;
    [[nodiscard]] bool unbroken() const;
};

/// Ascending by rollup id, steps in table order. Empty: the table has no deltas at all.
[[nodiscard]] std::vector<Trajectory> trajectories(const table::ExecutionTable& table);

} // namespace anchorscope::transition
