// An entry as a trace shows it.
#pragma once
#include "core/transition/entry_execution.h"
#include "core/transition/trace_reading.h"
#include "core/transition/tree_writer.h"

namespace anchorscope::transition {

/// A trace shows more of the entry than its logs do, and does not contradict them.
[[nodiscard]] bool trace_adds(const table::Entry& entry, const TracedEntry& traced,
                              const std::optional<ExecutedEntry>& executed);

void write_entry_from_trace(TreeWriter& writer, std::uint32_t index, const TracedEntry& traced,
                            std::span<const KnownResult> results);

/// How the entry fared by the trace. Events that `executed` names are kept.
[[nodiscard]] EntryExecution traced_execution(const table::Entry& entry, const TracedEntry& traced,
                                              const std::optional<ExecutedEntry>& executed);

} // namespace anchorscope::transition
