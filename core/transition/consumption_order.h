// The order in which L1 can consume V1's entries, as far as their states tell: an entry needs the state that
// another one leaves.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::transition {

class ConsumptionOrder {
public:
    explicit ConsumptionOrder(const table::ExecutionTable& table);

    /// The given entries so that none comes before one whose state it needs; else as they were given. All of
    /// them: those that need each other in a circle are not held back.
    [[nodiscard]] std::vector<std::uint32_t> sorted(std::span<const std::uint32_t> entries) const;
    /// Entry `after` needs a state that only `before` leaves, and no other entry needs it. Never of entries
    /// that need each other in a circle: which of them comes first is open.
    [[nodiscard]] bool follows(std::uint32_t before, std::uint32_t after) const;

private:
    using Edge = std::pair<std::uint32_t, std::uint32_t>; // before, after
    std::vector<Edge> m_edges;                            // ascending
    std::size_t m_entries;
};

} // namespace anchorscope::transition
