#include "core/transition/rule_guide.h"
#include "core/transition/invariant_rules.h"
#include "core/transition/replay.h"

namespace anchorscope::transition {
namespace {

constexpr std::array guides{
    RuleGuide{
        rules::call_count, RuleForce::enforced,
        "UnconsumedL2ToL1Calls, UnconsumedL1ToL2Calls, UnconsumedIncomingCalls, UnconsumedOutgoingCalls",
        "how the builder counts calls of nested frames: each flat call is counted in one frame"},
    RuleGuide{rules::no_calls, RuleForce::enforced,
              "UnconsumedL1ToL2Calls, UnconsumedOutgoingCalls, RollingHashMismatch",
              "whether the call that makes the nested calls was left out"},
    RuleGuide{rules::ether_delta, RuleForce::enforced, "EtherDeltaMismatch",
              "the value of the call that starts the entry, and of its calls"},
    RuleGuide{rules::proof_systems, RuleForce::enforced, "InvalidProofSystemConfig, DuplicateProofSystem",
              "how the poster sorts proof systems, rollups and their indices"},
    RuleGuide{rules::rollup_not_in_batch, RuleForce::enforced, "RollupNotInBatch",
              "rollupIdsWithProofSystems: every rollup that is touched has to be proven"},
    RuleGuide{rules::transient_counts, RuleForce::enforced,
              "TransientCountExceedsEntries, TransientLookupCallCountExceedsLookupCalls, "
              "TransientLookupCallsWithoutTransientEntries",
              "how the poster cuts the entries into transient and queued ones"},
    RuleGuide{rules::empty_entries, RuleForce::enforced, "EmptyEntries",
              "the entry that the incoming call starts, which has to be the first"},
    RuleGuide{rules::entry_hash, RuleForce::enforced, "EntryHashMismatch",
              "the call's arguments, and the rollup id that its hash was made for"},
    RuleGuide{rules::rollup_not_proven, RuleForce::enforced,
              "EntryDestinationNotInStateDeltas, CallSourceNotVerified, ReentrantDestinationNotVerified, "
              "LookupDestinationNotPinned",
              "the entry's state deltas, or the lookup's expected state roots: the rollup is missing there"},
    RuleGuide{rules::proven_order, RuleForce::enforced,
              "StateDeltasNotStrictlyIncreasing, ExpectedStateRootsNotStrictlyIncreasing",
              "how the builder merges the changes of a rollup: one each, ascending"},
    RuleGuide{rules::no_state_delta, RuleForce::prover, "",
              "whether the entry changes no state at all, or its deltas were lost"},
    RuleGuide{rules::revert_span, RuleForce::prover, "",
              "where the calls that are rolled back together begin and end"},
    RuleGuide{rules::static_lookup, RuleForce::prover, "",
              "whether the lookup is meant to fail, and so to run calls that are reverted"},
    RuleGuide{rules::lookup_key, RuleForce::prover, "ExecutionNotFound",
              "the cursors that were noted when the lookup was simulated"},
    RuleGuide{rules::lookup_shadowed, RuleForce::advice, "",
              "the order of the lookups: one without state pins goes last"},
    RuleGuide{rules::zero_entry_hash, RuleForce::prover, "ExecutionNotFound",
              "whether an entry of L1, which nothing has to call, came into the rollup's table"},
    RuleGuide{rules::rollup_id_width, RuleForce::advice, "",
              "which contract took the id: proxies keep 64 bits of it"},
    RuleGuide{rules::unused_proof_system, RuleForce::advice, "",
              "which rollup was meant to ask for it: its proof is checked and binds nobody's state"},
    RuleGuide{rules::blob_index, RuleForce::advice, "",
              "the blobs that the posting transaction carries: a proof over hash 0 commits to none"},
    RuleGuide{rules::transient_hook, RuleForce::advice, "",
              "the account that posts: its hook has to call them in the same transaction"},
    RuleGuide{rules::replay_ether, RuleForce::enforced, "EtherDeltaMismatch",
              "which calls succeeded: only what these send is taken off"},
    RuleGuide{rules::replay_nested_value, RuleForce::advice, "EtherDeltaMismatch",
              "the balance of the manager, which pays for it"},
    RuleGuide{rules::replay_blocked, RuleForce::enforced, "StateRootMismatch",
              "the entries before it, and the block that the builder simulated on"},
    RuleGuide{rules::replay_skipped, RuleForce::advice, "StateRootMismatch",
              "which of the alternatives was meant to run"},
    RuleGuide{rules::replay_dropped, RuleForce::advice, "ExecutionNotFound",
              "the order of the batches in the block, and who takes the entries in between"},
    RuleGuide{rules::replay_balance, RuleForce::enforced, "InsufficientRollupBalance",
              "the rollup's ether balance in the manager before the block"},
};

} // namespace

std::span<const RuleGuide> rule_guides() { return guides; }

const RuleGuide* guide_of(std::string_view rule) {
    const auto* const found = std::ranges::find(guides, rule, &RuleGuide::rule);
    return found == guides.end() ? nullptr : found;
}

std::string with_guide(std::string_view rule, std::string text) {
    if (const RuleGuide* const guide = guide_of(rule)) {
        text += ". Look at ";
        text += guide->look_at;
    }
    return text;
}

} // namespace anchorscope::transition
