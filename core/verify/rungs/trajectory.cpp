// trajectory: for each rollup, every state before is the state after the previous step. Atomicity (no entry
// left out) only from events of the manager in the block that accepted the table.
#include "core/verify/rung_context.h"

namespace anchorscope::verify {
namespace {

using transition::Trajectory;
using transition::TrajectoryStep;

struct Break {
    std::string place;
    Hash32 expected, actual;
};

std::string place_of(const TrajectoryStep& step) {
    return cat({"entries[", std::to_string(step.entry), "].stateDeltas[", std::to_string(step.delta), "]"});
}

/// Only events of an authentic block may excuse a step: a forger's events would excuse any.
bool tells_alternatives(const RungContext& context) {
    return context.has_event_basis && context.posting_authority && context.posting_authority->passed();
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
        if (previous != nullptr && step.before != previous->after) {
            return Break{cat({place_of(step), " (rollup ", trajectory.rollup_id.decimal(), ")"}),
                         previous->after, step.before};
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
        if (!reachable.empty() && !reachable.contains(step.before)) {
            return false;
        }
        if (!table.entries[step.entry].proxy_entry_hash.is_zero()) {
            reachable.clear();
        } else {
            reachable.insert(step.before);
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

Rung judge(const RungContext& context, const std::vector<Trajectory>& trajectories) {
    std::size_t steps = 0;
    for (const Trajectory& trajectory : trajectories) {
        steps += trajectory.steps.size();
        const auto broken = first_break(context, trajectory);
        if (broken && !tells_alternatives(context) &&
            whole_with_alternatives(*context.request.table, trajectory)) {
            return cannot_check(
                RungId::trajectory, rules::trajectory_alternatives, "alternatives",
                cat({broken->place, " continues only if an immediate entry before it was not taken; "
                                    "events of the manager would tell."}));
        }
        if (broken) {
            return failed(RungId::trajectory, rules::trajectory_broken, {},
                          cat({broken->place, " does not start from the state that the step before left."}),
                          broken->expected.hex(), broken->actual.hex());
        }
    }
    if (steps == 0) {
        return cannot_check(RungId::trajectory, rules::trajectory_no_deltas, "no deltas",
                            cat({"The table has no state deltas.", atomicity(context)}));
    }
    return passed(RungId::trajectory, basis_for(context), counted(trajectories.size(), "rollup", "rollups"),
                  cat({counted(steps, "state delta", "state deltas"), " of ",
                       counted(trajectories.size(), "rollup", "rollups"),
                       steps == 1 ? ", nothing to continue." : ", each starts where the one before ended.",
                       atomicity(context)}));
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
    Rung rung = judge(context, context.table_part->trajectories);
    if (missing && rung.state != RungState::failed) {
        const auto& execution = context.tree->entries[*missing];
        return failed(RungId::trajectory, rules::trajectory_not_executed, basis_for(context),
                      cat({"entries[", std::to_string(*missing), "] was not executed in block ",
                           std::to_string(context.posting_block()->header.number),
                           ", and it is no alternative. ", execution.detail}),
                      "executed", "not executed");
    }
    return rung;
}

} // namespace anchorscope::verify
