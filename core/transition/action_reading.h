// How V1's entries follow one another (PROTOCOL 1.3). The manager answers an action with the entry that has
// its hash: a call from outside, the result of a call that it made itself, the end of a revert. A table holds
// the hashes, not those actions. What leads from entry to entry is: the hash of REVERT_CONTINUE, known whole;
// hashes of results, where a candidate for what was returned fits (nothing, or what the table's own results
// say); on L1 the states, of which each entry needs one that another leaves; and that every call gets its
// result, the innermost first. Limits: candidates up to max_result_candidates and max_candidate_bytes; an
// entry that a scope's revert gives back, to be consumed again, is read once.
#pragma once
#include "core/transition/tree.h"

namespace anchorscope::transition {

inline constexpr std::size_t max_result_candidates = std::size_t{1} << 16U;
inline constexpr std::uint64_t max_candidate_bytes = std::uint64_t{64} << 20U;

/// What calls for an entry.
enum class ActionRole : std::uint8_t {
    immediate,    ///< nothing: its states are set while the batch is posted, its action is not looked at
    outside,      ///< a call or a transaction that the table does not spell out
    result,       ///< the end of a call that the manager made
    continuation, ///< a revert
    never         ///< nothing: it has hash 0 where entries are looked for by hash
};

struct ActionStep {
    std::uint32_t entry = 0;
    ActionRole role = ActionRole::outside;
    std::optional<KnownResult> result; ///< of the call that it answers, where a candidate fits its hash
    bool placed = true;
};

struct ActionReading {
    std::vector<ActionStep> steps;  ///< in the order in which entries are consumed, as far as that is known
    std::vector<EntryOrder> orders; ///< one an entry, in the table's order
    std::size_t unanswered = 0;     ///< calls that no entry is left for to be the result of
};

/// Of a table of actions (asserted).
[[nodiscard]] ActionReading read_actions(const table::ExecutionTable& table);

} // namespace anchorscope::transition
