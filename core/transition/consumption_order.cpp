#include "core/transition/consumption_order.h"
#include <numeric>
#include <queue>
#include <tuple>

namespace anchorscope::transition {
namespace {

/// A state that a delta leaves or needs.
struct StateUse {
    U256 rollup;
    Hash32 root;
    bool needed = false;
    std::uint32_t entry = 0;

    [[nodiscard]] auto key() const { return std::tie(rollup, root, needed, entry); }
    [[nodiscard]] bool same_state(const StateUse& other) const {
        return rollup == other.rollup && root == other.root;
    }
};

std::vector<StateUse> state_uses(const table::ExecutionTable& table) {
    std::vector<StateUse> out;
    for (std::uint32_t i = 0; i < table.entries.size(); ++i) {
        for (const table::StateDelta& delta : table.entries[i].deltas) {
            if (delta.current_state && *delta.current_state != delta.new_state) {
                out.push_back({delta.rollup_id, *delta.current_state, true, i});
                out.push_back({delta.rollup_id, delta.new_state, false, i});
            }
        }
    }
    std::ranges::sort(out, [](const StateUse& a, const StateUse& b) { return a.key() < b.key(); });
    return out;
}

} // namespace

ConsumptionOrder::ConsumptionOrder(const table::ExecutionTable& table) : m_entries(table.entries.size()) {
    const std::vector<StateUse> uses = state_uses(table);
    for (std::size_t i = 0; i < uses.size();) {
        std::size_t end = i;
        while (end < uses.size() && uses[end].same_state(uses[i])) {
            ++end;
        }
        // One entry leaves the state, one needs it.
        if (end - i == 2 && !uses[i].needed && uses[i + 1].needed && uses[i].entry != uses[i + 1].entry) {
            m_edges.emplace_back(uses[i].entry, uses[i + 1].entry);
        }
        i = end;
    }
    std::ranges::sort(m_edges);
    std::vector<std::uint32_t> all(m_entries);
    std::iota(all.begin(), all.end(), std::uint32_t{0});
    std::vector<bool> reached(m_entries);
    for (const std::uint32_t entry : sorted(all)) {
        reached[entry] = true;
    }
    std::erase_if(m_edges, [&](const Edge& edge) { return !reached[edge.second]; });
}

bool ConsumptionOrder::follows(std::uint32_t before, std::uint32_t after) const {
    return std::ranges::binary_search(m_edges, Edge{before, after});
}

std::vector<std::uint32_t> ConsumptionOrder::sorted(std::span<const std::uint32_t> entries) const {
    std::vector<std::uint32_t> waits_for(m_entries);
    std::vector<std::uint32_t> rank(m_entries, static_cast<std::uint32_t>(entries.size()));
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        rank[entries[i]] = i;
    }
    const auto given = [&](std::uint32_t entry) { return rank[entry] < entries.size(); };
    for (const auto& [before, after] : m_edges) {
        waits_for[after] += given(before) && given(after) ? 1U : 0U;
    }
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready; // ranks
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (waits_for[entries[i]] == 0) {
            ready.push(i);
        }
    }
    std::vector<std::uint32_t> out;
    while (!ready.empty()) {
        const std::uint32_t entry = entries[ready.top()];
        ready.pop();
        out.push_back(entry);
        const auto first = std::ranges::lower_bound(m_edges, Edge{entry, 0});
        for (auto edge = first; edge != m_edges.end() && edge->first == entry; ++edge) {
            if (given(edge->second) && --waits_for[edge->second] == 0) {
                ready.push(rank[edge->second]);
            }
        }
    }
    return out; // in a circle, whose edges the constructor takes off: those that come before it
}

} // namespace anchorscope::transition
