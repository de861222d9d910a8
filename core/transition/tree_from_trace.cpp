#include "core/transition/tree_from_trace.h"

namespace anchorscope::transition {
namespace {

constexpr std::size_t max_shown_revert_data = 100; // bytes

std::string revert_text(const TracedEntry& traced) {
    const ByteView data = traced.revert_data;
    std::string out = data.empty()
                          ? "without data"
                          : "with " + to_hex(data.first(std::min(data.size(), max_shown_revert_data)));
    return data.size() > max_shown_revert_data ? out + "…" : out;
}

/// "; 1 revert span and 2 lookups seen, which leave no logs"
std::string unseen_text(const TracedEntry& traced) {
    const auto counted = [](std::size_t count, const char* one) {
        return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
    };
    if (traced.spans + traced.lookups == 0) {
        return {};
    }
    std::string out = "; inside ";
    out += traced.spans > 0 ? counted(traced.spans, "revert span") : "";
    out += traced.spans > 0 && traced.lookups > 0 ? " and " : "";
    out += traced.lookups > 0 ? counted(traced.lookups, "lookup") : "";
    return out + " that logs do not show";
}

} // namespace

bool trace_adds(const table::Entry& entry, const TracedEntry& traced,
                const std::optional<ExecutedEntry>& executed) {
    if (!executed || !executed->script.complete) {
        return !executed;
    }
    const bool hidden = executed->script.has_span || !entry.lookups.empty();
    return hidden && traced.succeeded && !traced.mismatch;
}

void write_entry_from_trace(TreeWriter& writer, std::uint32_t index, const TracedEntry& traced,
                            std::span<const KnownResult> results) {
    writer.open_entry(index, traced.to, no_node, traced.succeeded ? Outcome::success : Outcome::failure);
    for (const TracedStep& step : traced.steps) {
        switch (step.kind) {
        case TracedKind::call_begin:
            writer.open_call(step.index, no_node, step.outcome);
            if (step.result < results.size()) {
                writer.set_result(results[step.result]);
            }
            break;
        case TracedKind::nested_begin:
            writer.open_nested(step.index, step.to, no_node, step.outcome);
            break;
        case TracedKind::span_begin:
            writer.open_span(step.index, step.number, no_node, Outcome::rolled_back);
            break;
        case TracedKind::lookup_begin:
            writer.open_lookup(step.index, step.outcome);
            break;
        case TracedKind::span_end:
            writer.close();
            break;
        case TracedKind::call_end:
        case TracedKind::nested_end:
        case TracedKind::lookup_end:
            writer.close_with_return();
            break;
        }
    }
    writer.lookups();
    writer.close_with_return();
}

EntryExecution traced_execution(const table::Entry& entry, const TracedEntry& traced,
                                const std::optional<ExecutedEntry>& executed) {
    EntryExecution out;
    if (executed) {
        out = executed->execution;
    }
    if (!traced.succeeded) {
        out.state = ExecutionState::not_executed;
        out.detail = "tried at " + traced.place + ", and reverted " + revert_text(traced);
    } else if (traced.mismatch) {
        out.state = ExecutionState::differs;
        out.detail = *traced.mismatch;
        out.recomputed = traced.folded;
    } else if (entry.calls.empty()) {
        out.state = ExecutionState::nothing_to_observe;
        out.detail = "the entry makes no calls: its rolling hash is 0 whatever happened";
    } else {
        out.state = ExecutionState::equal;
        out.recomputed = traced.folded;
        out.detail = "the rolling hash recomputed from the trace equals the table's" + unseen_text(traced);
    }
    return out;
}

} // namespace anchorscope::transition
