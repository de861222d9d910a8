// The profile `state-roots`: what a table makes of the rollups' states, and nothing else.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::digest {

/// A rollup's state before the first and after the last delta of a table.
struct StateChange {
    U256 rollup_id;
    Hash32 before, after;
    friend bool operator==(const StateChange&, const StateChange&) = default;
};

/// Ascending by rollup. Empty where a rollup's deltas do not follow one another (each begins where the one
/// before ended): alternatives leave open which state results.
[[nodiscard]] std::optional<std::vector<StateChange>> state_changes(const table::ExecutionTable& table);
/// ASCII "anchorscope/state-roots/1", a zero byte, abi.encode((uint256 rollupId, bytes32 pre, bytes32
/// post)[]). Empty where the table has no deltas, or leaves open which state results.
[[nodiscard]] std::optional<Bytes> state_roots_observation(const table::ExecutionTable& table);

} // namespace anchorscope::digest
