// Finds out where the nested frames of an entry open, from the table alone: counts the placements that its
// counts and lookups allow, and where the results of its calls are known lets the rolling hash decide.
// Two placements with one rolling hash would be a collision of Keccak-256, so the first that fits is the one.
#pragma once
#include "core/transition/placement_count.h"
#include "core/transition/placement_walk.h"

namespace anchorscope::transition {

struct SolverLimits {
    CountLimits counting;
    /// Steps of walks together, each one Keccak where results are known: about a second.
    std::uint64_t steps = std::uint64_t{1} << 20U;
};

enum class SolveState : std::uint8_t {
    unique,  ///< `placement` is it
    several, ///< as many as `candidates` says, none chosen
    none,    ///< no placement fits
    cancelled
};

struct Solution {
    SolveState state = SolveState::none;
    CandidateCount by_counts;           ///< placements that the counts allow
    CandidateCount candidates;          ///< of these, those in which every lookup can be met; 1 by hash
    std::optional<Placement> placement; ///< where unique
    /// The rolling hash decided: of a unique one that it is equal, of none that it never is.
    bool by_hash = false;
    bool gave_up = false; ///< the steps were used up before the rolling hash decided
};

/// `outcomes` holds the results that are possible for each flat call; where one has none, the hash decides
/// nothing. `limits.steps` is counted down.
[[nodiscard]] Solution solve_placement(const table::Entry& entry, const PossibleOutcomes& outcomes,
                                       SolverLimits& limits, const Cancellation& cancellation);

} // namespace anchorscope::transition
