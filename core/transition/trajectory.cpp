#include "core/transition/trajectory.h"
#include <map>

namespace anchorscope::transition {

bool Trajectory::unbroken() const {
    return std::ranges::all_of(steps, [](const TrajectoryStep& step) { return step.continues; });
}

bool Trajectory::stated() const {
    return std::ranges::all_of(steps, [](const TrajectoryStep& step) { return step.before.has_value(); });
}

std::vector<Trajectory> trajectories(const table::ExecutionTable& table) {
    std::map<U256, std::vector<TrajectoryStep>> by_rollup;
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const std::span<const table::StateDelta> deltas = table.entries[i].deltas;
        for (std::size_t j = 0; j < deltas.size(); ++j) {
            const table::StateDelta& delta = deltas[j];
            std::vector<TrajectoryStep>& steps = by_rollup[delta.rollup_id];
            const bool continues =
                steps.empty() || !delta.current_state || steps.back().after == *delta.current_state;
            steps.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j),
                             delta.current_state, delta.new_state, delta.ether_delta, continues});
        }
    }
    std::vector<Trajectory> out;
    out.reserve(by_rollup.size());
    for (auto& [rollup, steps] : by_rollup) {
        out.push_back({rollup, std::move(steps)});
    }
    return out;
}

} // namespace anchorscope::transition
