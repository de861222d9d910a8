// How an entry fared: its logs read step by step, its rolling hash recomputed, all compared with the table.
#pragma once
#include "core/transition/entry_script.h"
#include "core/transition/event_assignment.h"
#include "core/transition/tree.h"

namespace anchorscope::transition {

struct ExecutedEntry {
    EntryScript script;
    EntryExecution execution;
    std::uint32_t start = no_node; ///< index of the first log
    std::uint32_t end = no_node;   ///< of EntryExecuted
};

/// The execution of entry `index` that the logs show; empty where they show none. Of several candidates the
/// first whose outcome is not `differs`, else the first.
[[nodiscard]] std::optional<ExecutedEntry> executed_entry(const table::ExecutionTable& table,
                                                          std::span<const ManagerEvent> events,
                                                          const Assignment& assignment, std::size_t index);

} // namespace anchorscope::transition
