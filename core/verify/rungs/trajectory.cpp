// trajectory: for each rollup, every state before is the state after the previous step. Atomicity (no entry
// left out) only from events of the manager in the block that accepted the table.
#include "core/verify/rung_context.h"

namespace anchorscope::verify {
namespace {

using transition::Trajectory;
using transition::TrajectoryStep;

struct Break {
    TrajectoryStep step;
    U256 rollup;
    Hash32 expected;

    [[nodiscard]] std::string entry() const { return cat({"entries[", std::to_string(step.entry), "]"}); }
    [[nodiscard]] std::string place() const {
        return cat({entry(), ".stateDeltas[", std::to_string(step.delta), "]"});
    }
};

/// Only events of an authentic block may excuse a step: a forger's events would excuse any. A part of a block
/// does not show what was not executed.
bool tells_alternatives(const RungContext& context) {
    return context.has_event_basis && context.posting_block()->whole() && context.posting_authority &&
           context.posting_authority->passed();
}

bool was_skipped(const RungContext& context, std::uint32_t entry) {
    return tells_alternatives(context) && entry < context.tree->entries.size() &&
           context.tree->entries[entry].state == transition::ExecutionState::not_executed &&
           context.tree->entries[entry].skipped_alternative;
}

/// The first step whose state before is not the state after the step before; entries known to be skipped left
/// out.
std::optional<Break> first_break(const RungContext& context, const Trajectory& trajectory) {
    const TrajectoryStep* previous = nullptr;
    for (const TrajectoryStep& step : trajectory.steps) {
        if (was_skipped(context, step.entry)) {
            continue;
        }
        if (previous != nullptr && step.before && *step.before != previous->after) {
            return Break{step, trajectory.rollup_id, previous->after};
        }
        previous = &step;
    }
    return {};
}

/// Whether the steps hold together if immediate entries (no proxy entry hash) may be alternatives to each
/// other.
bool whole_with_alternatives(const table::ExecutionTable& table, const Trajectory& trajectory) {
    std::set<Hash32> reachable;
    for (const TrajectoryStep& step : trajectory.steps) {
        if (!step.before) {
            continue;
        }
        if (!reachable.empty() && !reachable.contains(*step.before)) {
            return false;
        }
        if (!table.entries[step.entry].proxy_entry_hash.is_zero()) {
            reachable.clear();
        } else {
            reachable.insert(*step.before);
        }
        reachable.insert(step.after);
    }
    return true;
}

/// Entries that events show not to have been executed: alternatives as findings, the first other one as the
/// answer.
std::optional<std::size_t> left_out(const RungContext& context, Report& report) {
    std::optional<std::size_t> first;
    for (std::size_t entry = 0; context.has_event_basis && entry < context.tree->entries.size(); ++entry) {
        const transition::EntryExecution& execution = context.tree->entries[entry];
        if (execution.state != transition::ExecutionState::not_executed) {
            continue;
        }
        if (execution.skipped_alternative) {
            report.findings.push_back({std::string(rules::trajectory_skipped), Severity::info,
                                       cat({"entries[", std::to_string(entry), "]"}),
                                       context.request.table->entries[entry].range,
                                       "An alternative that was not taken: a sibling that starts from the "
                                       "same state was executed."});
        } else if (!first) {
            first = entry;
        }
    }
    return first;
}

std::string atomicity(const RungContext& context) {
    if (!context.has_event_basis) {
        return " Atomicity not checked: no events.";
    }
    const bool unseen =
        std::ranges::any_of(context.tree->entries, [](const transition::EntryExecution& entry) {
            return entry.state == transition::ExecutionState::no_events;
        });
    if (unseen && !context.posting_block()->whole()) {
        return cat({" Atomicity not checked: ", only_at_hand(*context.posting_block()), "."});
    }
    if (unseen) {
        return " Atomicity not checked: an entry left no events.";
    }
    const bool authentic = context.posting_authority && context.posting_authority->passed();
    return cat({" Every entry was executed",
                authentic ? "."
                          : cat({", if block ", std::to_string(context.posting_block()->header.number),
                                 " is real."})});
}

Basis basis_for(const RungContext& context) {
    return context.has_event_basis ? posting_basis(context) : Basis{};
}

/// Points at the state before: (rollupId, currentState, newState, etherDelta), one word each.
Rung stale(const RungContext& context, const Break& broken, Report& report) {
    constexpr std::uint64_t word_bytes = 32;
    const std::string rollup = cat({"rollup ", broken.rollup.decimal()});
    const std::string before = broken.step.before.value_or(Hash32{}).hex();
    const ByteRange delta = context.request.table->entries[broken.step.entry].deltas[broken.step.delta].range;
    Rung rung = failed(
        RungId::trajectory, rules::trajectory_broken, {},
        cat({broken.place(), " (", rollup, ") does not start from the state that the step before left."}),
        broken.expected.hex(), before);
    rung.summary = cat({"entry ", std::to_string(broken.step.entry), ", ", rollup});
    report.findings.push_back(
        {std::string(rules::trajectory_broken), Severity::error, cat({broken.place(), ".currentState"}),
         ByteRange{delta.offset + word_bytes, word_bytes},
         cat({"Stale state before of ", rollup, ": the step before left ", broken.expected.hex(),
              ", this one starts from ", before,
              " (StateRootMismatch). Look at the entries before it, and at the block that the "
              "builder simulated on."})});
    return rung;
}

Rung judge(const RungContext& context, const std::vector<Trajectory>& trajectories, Report& report) {
    std::size_t steps = 0;
    for (const Trajectory& trajectory : trajectories) {
        steps += trajectory.steps.size();
        const auto broken = first_break(context, trajectory);
        if (broken && !tells_alternatives(context) &&
            whole_with_alternatives(*context.request.table, trajectory)) {
            return cannot_check(RungId::trajectory, rules::trajectory_alternatives, "alternatives",
                                cat({broken->place(), " (rollup ", broken->rollup.decimal(),
                                     ") continues only if an immediate entry before it was not taken; "
                                     "events of the manager would tell."}));
        }
        if (broken) {
            return stale(context, *broken, report);
        }
    }
    if (steps == 0) {
        return cannot_check(RungId::trajectory, rules::trajectory_no_deltas, "no deltas",
                            cat({"The table has no state deltas.", atomicity(context)}));
    }
    if (!std::ranges::all_of(trajectories, &Trajectory::stated)) {
        return cannot_check(RungId::trajectory, rules::trajectory_no_pre_states, "no pre-states",
                            cat({"The state deltas of this version do not say from which state they start.",
                                 atomicity(context)}));
    }
    return passed(RungId::trajectory, basis_for(context), counted(trajectories.size(), "rollup", "rollups"),
                  cat({counted(steps, "state delta", "state deltas"), " of ",
                       counted(trajectories.size(), "rollup", "rollups"),
                       steps == 1 ? ", nothing to continue." : ", each starts where the one before ended.",
                       atomicity(context)}));
}

Rung not_executed(const RungContext& context, std::size_t entry, Report& report) {
    const std::string place = cat({"entries[", std::to_string(entry), "]"});
    Rung rung = failed(
        RungId::trajectory, rules::trajectory_not_executed, basis_for(context),
        cat({place, " was not executed in block ", std::to_string(context.posting_block()->header.number),
             ", and it is no alternative. ", context.tree->entries[entry].detail}),
        "executed", "not executed");
    rung.summary = cat({"entry ", std::to_string(entry), " left out"});
    report.findings.push_back({std::string(rung.rule), Severity::error, place,
                               context.request.table->entries[entry].range, rung.detail});
    return rung;
}

} // namespace

Rung check_trajectory(const RungContext& context, Report& report) {
    if (!context.request.table) {
        return cannot_check(RungId::trajectory, rules::table_opaque, "opaque",
                            "An opaque observation has no state deltas.");
    }
    if (context.table_part == nullptr) {
        return not_checked(RungId::trajectory, rules::table_unexamined, "not examined",
                           "The table's parts have not been computed yet.");
    }
    const auto missing = left_out(context, report);
    Rung rung = judge(context, context.table_part->trajectories, report);
    return missing && rung.state != RungState::failed ? not_executed(context, *missing, report) : rung;
}

} // namespace anchorscope::verify
