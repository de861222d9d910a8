// The placement of an entry by the other tables of its bundle: they hold the results of its flat calls, and
// the rolling hash says whether these are the results and where the nested frames open.
#pragma once
#include "core/transition/peer_tables.h"

namespace anchorscope::transition {

/// Where the result of a flat call comes from, once the rolling hash has confirmed it.
enum class ResultSource : std::uint8_t {
    unknown,
    counterpart, ///< the call with the same hash that leaves another table
    pooled,      ///< another result that the other tables hold: no call with this hash leaves them
    differs      ///< another result than the counterpart's
};

struct EntryPlacement {
    Solution solution;
    std::vector<CallOutcome> results;  ///< by flat call; empty unless the rolling hash decided
    std::vector<ResultSource> sources; ///< the same

    /// The results of other tables decided it, by the rolling hash.
    [[nodiscard]] bool by_peers() const { return solution.by_hash && !results.empty(); }
};

/// Steps that one entry may use of those that the limits leave.
inline constexpr std::uint64_t max_entry_steps = std::uint64_t{1} << 18U;

/// With one table in the bundle, or where no call of any table has a counterpart, from the table alone.
/// `none` by hash: with no results that the other tables hold does the rolling hash come out.
[[nodiscard]] EntryPlacement place_entry(const Bundle& bundle, std::size_t table, std::size_t entry,
                                         SolverLimits& limits, const Cancellation& cancellation);

} // namespace anchorscope::transition
