// Which executions in the logs belong to which entry of a table (PROTOCOL 1.5). On L1 an execution names the
// rollup and its queue's index, or an index of the transient table; on L2 an index of the loaded table.
#pragma once
#include "core/transition/event_segments.h"

namespace anchorscope::transition {

namespace rules {
inline constexpr std::string_view events_other_table = "events.other_table"; ///< the logs load another table
inline constexpr std::string_view events_unknown_entry =
    "events.unknown_entry";                                                 ///< executed, not in the table
inline constexpr std::string_view events_several = "events.several_tables"; ///< more than one table's logs
} // namespace rules

/// An execution that names an entry.
struct Candidate {
    std::uint32_t segment = 0;        ///< index into Assignment::executions
    std::optional<std::string> fault; ///< why its start does not fit the entry
};

struct Assignment {
    std::vector<Segment> executions;
    std::vector<std::vector<Candidate>> by_entry;      ///< one list an entry of the table, in log order
    std::vector<std::optional<std::uint32_t>> skipped; ///< one an entry: its ImmediateEntrySkipped
    /// Logs of several tables are mixed. Executions whose call hash does not fit are taken for another
    /// table's, and an entry may have several candidates.
    bool several_tables = false;
    std::vector<Finding> findings;
};

/// Of a part of a block (whole_block false) logs may be missing, among them those that tell tables apart:
/// treated as if several tables' logs were mixed.
[[nodiscard]] Assignment assign_events(const table::ExecutionTable& table,
                                       std::span<const ManagerEvent> events, bool whole_block = true);

} // namespace anchorscope::transition
