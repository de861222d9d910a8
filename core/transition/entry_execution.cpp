#include "core/transition/entry_execution.h"
#include "core/digest/rolling_hash.h"

namespace anchorscope::transition {
namespace {

using digest::FoldStep;
using digest::FoldTag;

FoldStep fold_step(const Step& step, std::span<const ManagerEvent> events) {
    const std::uint64_t own_number = std::uint64_t{step.index} + 1;
    switch (step.kind) {
    case StepKind::call_begin:
        return {FoldTag::call_begin, own_number, false, {}};
    case StepKind::nested_begin:
        return {FoldTag::nested_begin, own_number, false, {}};
    case StepKind::nested_end:
        return {FoldTag::nested_end, own_number, false, {}};
    case StepKind::span:
    case StepKind::call_end:
        break;
    }
    const auto& result = std::get<CallResult>(events[step.event].body);
    return {FoldTag::call_end, step.number, result.success, result.return_data};
}

/// Of an execution without revert spans.
Hash32 recompute(const EntryScript& script, std::span<const ManagerEvent> events) {
    Hash32 value;
    for (const Step& step : script.steps) {
        value = digest::fold(value, fold_step(step, events));
    }
    return value;
}

std::optional<std::string> hash_mismatch(const table::Entry& entry, const EntryScript& script,
                                         const std::optional<Hash32>& recomputed) {
    const std::string expected = "rolling hash " + entry.rolling_hash.hex() + " expected by the table, ";
    if (recomputed && *recomputed != entry.rolling_hash) {
        return expected + recomputed->hex() + " recomputed from the logs";
    }
    if (*script.reported != entry.rolling_hash) {
        return expected + script.reported->hex() + " in EntryExecuted";
    }
    return std::nullopt;
}

EntryExecution judge(const table::Entry& entry, const EntryScript& script,
                     const std::optional<std::string>& fault, std::span<const ManagerEvent> events) {
    EntryExecution out;
    if (script.complete && !script.has_span) {
        out.recomputed = recompute(script, events);
    }
    std::optional<std::string> mismatch = fault ? fault : script.mismatch;
    if (!mismatch) {
        mismatch = hash_mismatch(entry, script, out.recomputed);
    }
    if (mismatch) {
        out.state = ExecutionState::differs;
        out.detail = std::move(*mismatch);
    } else if (script.has_span) {
        out.state = ExecutionState::not_observable;
        out.detail = "a revert span hides the results of its calls from the logs: a trace would show them";
    } else if (script.steps.empty()) {
        out.state = ExecutionState::nothing_to_observe;
        out.detail = "the entry makes no calls: its rolling hash is 0 whatever happened";
    } else {
        out.state = ExecutionState::equal;
        out.detail = "the rolling hash recomputed from the logs equals the table's";
    }
    return out;
}

} // namespace

std::optional<ExecutedEntry> executed_entry(const table::ExecutionTable& table,
                                            std::span<const ManagerEvent> events,
                                            const Assignment& assignment, std::size_t index) {
    const std::vector<Candidate>& candidates = assignment.by_entry[index];
    const table::Entry& entry = table.entries[index];
    std::optional<ExecutedEntry> first;
    for (const Candidate& candidate : candidates) {
        const Segment& segment = assignment.executions[candidate.segment];
        ExecutedEntry one;
        one.script = read_script(entry, events, segment);
        one.execution = judge(entry, one.script, candidate.fault, events);
        one.execution.events = segment.events;
        one.start = segment.events.front();
        one.end = segment.closed ? segment.events.back() : no_node;
        if (assignment.several_tables && one.execution.state != ExecutionState::differs) {
            return one;
        }
        if (!first) {
            first = std::move(one);
        }
    }
    if (first && candidates.size() > 1 && !assignment.several_tables) {
        first->execution.state = ExecutionState::differs;
        first->execution.detail =
            "the logs show " + std::to_string(candidates.size()) + " executions of this entry, expected one";
    }
    return first;
}

} // namespace anchorscope::transition
