// What happened to a table's entries by the traces of transactions: the manager's own steps, followed call by
// call as the contract keeps its cursors. Sees what logs cannot show: calls inside revert spans, lookups in
// both modes, transactions that failed. Limits: 1. a trace is a claim of whoever gave it; 2. of calls whose
// logs are gone the call hash is known only where the proxy is, else the cursors and what came back decide;
// 3. where no trace shows the table being posted, it is taken to be posted before.
#pragma once
#include "core/chain/call_trace.h"
#include "core/transition/tree.h"

namespace anchorscope::transition {

namespace rules {
inline constexpr std::string_view trace_differs = "trace.differs"; ///< an entry ran, not as the table says
inline constexpr std::string_view trace_lookup =
    "trace.lookup"; ///< a lookup came back otherwise than the table has it, or is not in the table
inline constexpr std::string_view trace_failed = "trace.failed"; ///< an entry was tried and reverted
inline constexpr std::string_view trace_not_found =
    "trace.not_found"; ///< a call that the table does not expect
} // namespace rules

enum class TracedKind : std::uint8_t {
    call_begin,
    call_end,
    nested_begin,
    nested_end,
    span_begin,
    span_end,
    lookup_begin,
    lookup_end
};

struct TracedStep {
    TracedKind kind{};
    std::uint32_t index = 0;            ///< call, nested, lookup: index; span: first call
    std::uint32_t number = 0;           ///< span_begin: number of calls
    Outcome outcome = Outcome::unknown; ///< of what begins
    std::uint32_t result = no_node;     ///< call_begin: index into TraceReading::results
    std::optional<Domain> to{};         ///< nested_begin: where it goes, if the proxy is known
};

/// One attempt to execute an entry.
struct TracedEntry {
    std::vector<TracedStep> steps;
    std::optional<Domain> to;            ///< where the call that starts it goes
    bool succeeded = false;              ///< and was not undone by a call around it
    std::optional<Hash32> folded;        ///< rolling hash at its end; empty where it reverted
    std::optional<std::string> mismatch; ///< the first thing that does not fit the table
    Bytes revert_data;                   ///< where it reverted
    std::string place;                   ///< "traces[0].frames[12]"
    std::size_t spans = 0, lookups = 0;  ///< seen inside
};

struct TraceReading {
    std::vector<std::optional<TracedEntry>>
        entries; ///< one an entry: the attempt that succeeded, else the last
    std::vector<KnownResult> results;
    std::vector<Finding> findings;
    bool posted = false; ///< a trace shows the table being posted or loaded
};

/// Transactions in the order of `traces`. `own`: where the table's calls run. Proxies are learned from the
/// events and from the traces' logs.
[[nodiscard]] TraceReading read_traces(const table::ExecutionTable& table, Domain own, const Address& manager,
                                       std::span<const std::shared_ptr<const chain::CallTrace>> traces,
                                       std::span<const ManagerEvent> events);

} // namespace anchorscope::transition
