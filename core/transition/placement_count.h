// Counts the placements of an entry without walking through them: dynamic programming over (calls begun,
// nested frames begun). A frame of k calls that begins with j and ends with j' nested frames begun has begun
// k calls and those of the frames between, so what it needs is a vector over j'.
#pragma once
#include "core/base/cancellation.h"
#include "core/transition/placement.h"

namespace anchorscope::transition {

struct CountLimits {
    std::uint64_t additions = std::uint64_t{1} << 26U; ///< of all counts together: some 100 ms
    std::uint64_t cells = std::uint64_t{1} << 21U;     ///< of one count, 8 bytes each
};

/// Empty: too large for the limits, cancelled, or a revert span may begin inside another one (which provers
/// must not do). A count beyond 64 bits is `more`. `limits.additions` is counted down.
[[nodiscard]] std::optional<CandidateCount>
count_placements(const PlacementProblem& problem, CountLimits& limits, const Cancellation& cancellation);

} // namespace anchorscope::transition
