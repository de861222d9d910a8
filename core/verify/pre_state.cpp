#include "core/verify/pre_state.h"

namespace anchorscope::verify {
namespace {

/// The state that an event left a rollup in.
struct StateSeen {
    std::uint64_t number = 0; ///< of the block
    std::size_t block = 0;    ///< index into Evidence::blocks
    std::string_view event;
    Hash32 state;
};

struct RollupState {
    U256 rollup;
    Hash32 state;
};

std::optional<RollupState> state_in(const transition::EventBody& body) {
    if (const auto* performed = std::get_if<transition::ExecutionPerformed>(&body)) {
        return RollupState{performed->rollup_id, performed->new_state};
    }
    if (const auto* updated = std::get_if<transition::StateUpdated>(&body)) {
        return RollupState{updated->rollup_id, updated->new_state};
    }
    if (const auto* created = std::get_if<transition::RollupCreated>(&body)) {
        return RollupState{created->rollup_id, created->initial_state};
    }
    return {};
}

/// The last event about each rollup in blocks below `number` whose receipts are proven.
std::map<U256, StateSeen> states_before(const RungContext& context, std::uint64_t number) {
    std::map<U256, StateSeen> out;
    std::vector<Finding> ignored;
    for (std::size_t index = 0; index < context.evidence.blocks.size(); ++index) {
        const chain::BlockEvidence& block = context.evidence.blocks[index];
        if (!block.receipts_proven || block.header.number >= number) {
            continue;
        }
        for (const transition::ManagerEvent& event :
             transition::manager_events(block, index, *context.request.expect.manager, ignored)) {
            const auto seen = state_in(event.body);
            if (!seen) {
                continue;
            }
            StateSeen& last = out[seen->rollup];
            if (last.event.empty() || last.number <= block.header.number) {
                last = {block.header.number, index, transition::event_name(event.body), seen->state};
            }
        }
    }
    return out;
}

Finding finding_of(const RungContext& context, const transition::Trajectory& trajectory,
                   const StateSeen& seen) {
    const transition::TrajectoryStep& first = trajectory.steps.front();
    const bool equal = first.before == seen.state;
    const chain::Header& header = context.evidence.blocks[seen.block].header;
    const bool authentic = authority_of(context.request, context.evidence, context.chain, header).passed();
    const std::string where = cat(
        {seen.event, " in block ", std::to_string(seen.number), authentic ? "" : ", if that block is real"});
    return {std::string(equal ? rules::pre_state_confirmed : rules::pre_state_contradicted),
            equal ? Severity::info : Severity::warning,
            cat({"entries[", std::to_string(first.entry), "].stateDeltas[", std::to_string(first.delta),
                 "].currentState"}),
            {},
            equal ? cat({"The pre-state of rollup ", trajectory.rollup_id.decimal(), " is confirmed by ",
                         where, "."})
                  : cat({"The pre-state of rollup ", trajectory.rollup_id.decimal(), " is not what ", where,
                         " left (", seen.state.hex(), "), unless events between are missing here."})};
}

} // namespace

std::vector<Finding> pre_state_findings(const RungContext& context) {
    std::vector<Finding> out;
    const bool posted = context.posting && context.posting->succeeded && !context.posting->other_chain;
    if (!posted || context.table_part == nullptr) {
        return out;
    }
    const auto seen = states_before(context, context.posting_block()->header.number);
    for (const transition::Trajectory& trajectory : context.table_part->trajectories) {
        const auto last = seen.find(trajectory.rollup_id);
        if (last != seen.end() && !trajectory.steps.empty() && trajectory.stated()) {
            out.push_back(finding_of(context, trajectory, last->second));
        }
    }
    return out;
}

} // namespace anchorscope::verify
