#include "core/transition/trajectory.h"
#include "core/transition/consumption_order.h"
#include <map>
#include <numeric>

namespace anchorscope::transition {

bool Trajectory::unbroken() const {
    return std::ranges::all_of(steps, [](const TrajectoryStep& step) { return step.continues; });
}

bool Trajectory::stated() const {
    return std::ranges::all_of(steps, [](const TrajectoryStep& step) { return step.before.has_value(); });
}

namespace {

/// V1 finds its entries by hash, wherever they stand: those without one are applied first, the others as
/// their states tell.
std::vector<std::uint32_t> order_of(const table::ExecutionTable& table) {
    std::vector<std::uint32_t> out(table.entries.size());
    std::iota(out.begin(), out.end(), std::uint32_t{0});
    if (table.format->scheme != table::Scheme::actions || table.format->in_order) {
        return out;
    }
    const auto found = std::stable_partition(out.begin(), out.end(), [&](std::uint32_t entry) {
        return table.entries[entry].proxy_entry_hash.is_zero();
    });
    const std::vector<std::uint32_t> sorted = ConsumptionOrder(table).sorted(std::span(found, out.end()));
    std::ranges::copy(sorted, found);
    return out;
}

} // namespace

std::vector<Trajectory> trajectories(const table::ExecutionTable& table) {
    std::map<U256, std::vector<TrajectoryStep>> by_rollup;
    for (const std::uint32_t i : order_of(table)) {
        const std::span<const table::StateDelta> deltas = table.entries[i].deltas;
        for (std::size_t j = 0; j < deltas.size(); ++j) {
            const table::StateDelta& delta = deltas[j];
            std::vector<TrajectoryStep>& steps = by_rollup[delta.rollup_id];
            const bool continues =
                steps.empty() || !delta.current_state || steps.back().after == *delta.current_state;
            steps.push_back({i, static_cast<std::uint32_t>(j), delta.current_state, delta.new_state,
                             delta.ether_delta, continues});
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
