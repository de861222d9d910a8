// The tables of one bundle joined into one order over all domains, and held against each other: what leaves
// one of them must arrive on another, once, with the same result, and nest the same way on both sides.
#pragma once
#include "core/transition/peer_order.h"

namespace anchorscope::transition {

namespace rules {
inline constexpr std::string_view mirror_unrelated = "mirror.unrelated"; ///< the tables share no call
inline constexpr std::string_view mirror_no_arrival =
    "mirror.no_arrival"; ///< a call leaves a table and arrives on none
inline constexpr std::string_view mirror_no_departure =
    "mirror.no_departure"; ///< a call arrives that leaves no table
inline constexpr std::string_view mirror_duplicate =
    "mirror.duplicate"; ///< a call leaves more often than it arrives, or the other way round
inline constexpr std::string_view mirror_result = "mirror.result"; ///< the two sides disagree on a result
inline constexpr std::string_view mirror_order =
    "mirror.order"; ///< calls follow or nest in another way on the other side
} // namespace rules

inline constexpr std::size_t max_mirror_findings = 1000;
/// Crossings around one that are looked at for how it nests: the EVM allows 1024 calls inside each other.
inline constexpr std::size_t max_mirrored_depth = 1024;

/// A call from one domain to another; one half is missing where it has no counterpart.
struct Crossing {
    std::uint32_t leaves = no_counterpart;  ///< index into Bundle::leaving
    std::uint32_t arrives = no_counterpart; ///< index into Bundle::arriving
    std::uint32_t depth = 0;                ///< crossings around it
    /// The entry's start or the flat call that it happens inside is not known: a placement is ambiguous.
    bool placed = true;
};

struct JoinedOrder {
    std::vector<Crossing> crossings; ///< in the order in which they begin
    std::vector<Finding> findings;   ///< `place` names one side, the text the other
};

/// Failed lookups take part where they have a counterpart. A missing counterpart is a warning where the other
/// domain's table is there, else told as information.
[[nodiscard]] JoinedOrder join_tables(const Bundle& bundle, SolverLimits& limits,
                                      const Cancellation& cancellation);

} // namespace anchorscope::transition
