#include "core/transition/placement.h"
#include <limits>

namespace anchorscope::transition {
namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

/// Keeps `value` where it is at most `limit`.
std::optional<std::uint32_t> bounded(const U256& value, std::size_t limit) {
    const std::optional<std::uint64_t> small = value.to_u64();
    return small && *small <= limit ? std::optional(static_cast<std::uint32_t>(*small)) : std::nullopt;
}

void add_spans(PlacementProblem& problem, const table::Entry& entry) {
    const bool any =
        std::ranges::any_of(entry.calls, [](const table::Call& call) { return !call.revert_span.is_zero(); });
    for (std::size_t i = 0; any && i < entry.calls.size(); ++i) {
        // A span longer than all calls fits nowhere, however much longer it is.
        problem.spans.push_back(bounded(entry.calls[i].revert_span, entry.calls.size())
                                    .value_or(static_cast<std::uint32_t>(entry.calls.size() + 1)));
    }
}

/// While `nested` frames have begun, code runs with the cursor on `call`: the last of these frames opened
/// before, the next one opens not earlier.
void narrow(PlacementProblem& problem, std::size_t nested, std::uint32_t call) {
    if (nested > 0) {
        // A frame with calls begins its first one before code runs again.
        const std::uint32_t inside = problem.nested[nested - 1] > 0 ? 1 : 0;
        CursorWindow& opened = problem.windows[nested - 1];
        opened.high = std::min(opened.high, call - inside);
    }
    if (nested < problem.windows.size()) {
        CursorWindow& next = problem.windows[nested];
        next.low = std::max(next.low, call);
    }
}

void add_windows(PlacementProblem& problem, const table::Entry& entry) {
    const bool any =
        !entry.nested.empty() && std::ranges::any_of(entry.lookups, [](const table::Lookup& lookup) {
            return lookup.executing_lookup == 0;
        });
    if (!any) {
        return;
    }
    problem.windows.resize(problem.nested.size());
    for (const table::Lookup& lookup : entry.lookups) {
        const bool reachable = lookup.executing_lookup == 0 && lookup.call_number > 0 &&
                               lookup.call_number <= problem.calls &&
                               lookup.last_nested_consumed <= problem.nested.size();
        if (reachable) {
            narrow(problem, static_cast<std::size_t>(lookup.last_nested_consumed),
                   static_cast<std::uint32_t>(lookup.call_number));
        }
    }
}

} // namespace

std::string CandidateCount::text() const { return (more ? "at least " : "") + std::to_string(count); }

CandidateCount combined(const CandidateCount& a, const CandidateCount& b) {
    const bool overflows = b.count != 0 && a.count > most / b.count;
    return {overflows ? most : a.count * b.count, a.more || b.more || overflows};
}

std::optional<PlacementProblem> placement_problem(const table::Entry& entry, bool use_lookups) {
    PlacementProblem problem;
    problem.calls = static_cast<std::uint32_t>(entry.calls.size());
    const std::optional<std::uint32_t> own = bounded(entry.call_count, entry.calls.size());
    if (!own) {
        return std::nullopt;
    }
    problem.own = *own;
    std::uint64_t sum = *own;
    for (const table::NestedCall& nested : entry.nested) {
        const std::optional<std::uint32_t> count = bounded(nested.call_count, entry.calls.size());
        if (!count) {
            return std::nullopt;
        }
        problem.nested.push_back(*count);
        sum += *count;
    }
    if (sum != entry.calls.size()) {
        return std::nullopt;
    }
    add_spans(problem, entry);
    if (use_lookups) {
        add_windows(problem, entry);
    }
    return problem;
}

} // namespace anchorscope::transition
