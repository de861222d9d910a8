// Where the calls and nested frames of an entry lie inside each other. The table does not store it: nested
// frames open while a flat call runs, in order, and only the rolling hash binds where (PROTOCOL 1.5).
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::transition {

enum class PlacedKind : std::uint8_t {
    call_begin,
    call_end,
    nested_begin,
    nested_end,
    span_begin,
    span_end ///< a revert span folds nothing into the hash
};

struct PlacedStep {
    PlacedKind kind{};
    std::uint32_t index = 0;  ///< call: flat index; nested: index; span: its first call
    std::uint32_t number = 0; ///< call_end: the live cursor; span_begin: number of calls
    std::uint32_t result = 0; ///< call_end: index of the result taken, of those that were possible

    friend bool operator==(const PlacedStep&, const PlacedStep&) = default;
};

/// All steps of an entry in the order in which they happen.
using Placement = std::vector<PlacedStep>;

/// How many placements there are.
struct CandidateCount {
    std::uint64_t count = 0;
    bool more = false; ///< at least `count`; counting stopped there

    /// "28", "at least 1000".
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool unique() const { return count == 1 && !more; }
    friend bool operator==(const CandidateCount&, const CandidateCount&) = default;
};

/// Candidates of two entries together; stays within 64 bits.
[[nodiscard]] CandidateCount combined(const CandidateCount& a, const CandidateCount& b);

/// Calls begun when a nested frame opens: from `low` to `high`, both possible.
struct CursorWindow {
    std::uint32_t low = 1;
    std::uint32_t high = ~std::uint32_t{0};
};

/// What an entry says about its placement, as small numbers.
struct PlacementProblem {
    std::uint32_t own = 0;             ///< calls at the entry's own level
    std::uint32_t calls = 0;           ///< all of them
    std::vector<std::uint32_t> nested; ///< calls of each nested frame
    std::vector<std::uint32_t> spans;  ///< by call: calls of the revert span it begins; empty: no spans
    std::vector<CursorWindow> windows; ///< by nested frame, from lookups; empty: they say nothing
};

/// Empty when the counts do not sum up to the calls: nothing can be placed. With `use_lookups`, an expected
/// lookup of the entry's own level (executingLookupIndex 0) is taken to be met: when it is, so many calls
/// have begun and so many nested frames, while code of a call runs. Lookups that can never be met say
/// nothing.
[[nodiscard]] std::optional<PlacementProblem> placement_problem(const table::Entry& entry, bool use_lookups);

} // namespace anchorscope::transition
