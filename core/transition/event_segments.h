// The log stream cut into executions of entries: each begins with an ExecutionConsumed (or its kin) and ends
// with EntryExecuted. What the logs say about the entry is kept as said; event_assignment.h compares it with
// a table.
#pragma once
#include "core/transition/manager_events.h"

namespace anchorscope::transition {

enum class SegmentStart : std::uint8_t {
    consumed, ///< ExecutionConsumed: from a queue, or from the transient table by a call
    l2_tx,    ///< L2TXExecuted, then ExecutionConsumed
    incoming, ///< IncomingCrossChainCallExecuted
    none      ///< nothing: an immediate entry, or a log is missing
};

struct Segment {
    SegmentStart start = SegmentStart::none;
    Hash32 call_hash;                  ///< zero where the start carries none
    std::optional<U256> rollup;        ///< L1 only
    std::optional<U256> index;         ///< of the queue or table; of `none`, what the first log says
    bool closed = false;               ///< EntryExecuted was there
    bool before_batch_posted = false;  ///< a BatchPosted follows in the same transaction
    std::vector<std::uint32_t> events; ///< indices of all logs that take part, start and end included
};

/// An immediate entry that reverted and was skipped.
struct SkippedEntry {
    U256 index;
    std::uint32_t event = 0;
};

struct Segments {
    std::vector<Segment> executions; ///< in log order
    std::vector<SkippedEntry> skipped;
    std::uint32_t batches_posted = 0;
};

/// Cuts the events from `first` to before `last`. No segment reaches over the end of a transaction.
[[nodiscard]] Segments cut_segments(std::span<const ManagerEvent> events, std::uint32_t first,
                                    std::uint32_t last);

/// "CallResult, receipts[0].logs[8]"
[[nodiscard]] std::string describe(const ManagerEvent& event);

} // namespace anchorscope::transition
