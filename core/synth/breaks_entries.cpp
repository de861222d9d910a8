// Entries that break a rule: counts, states, ether, revert spans. What the contracts refuse is not posted.
#include "core/synth/draft.h"
#include "core/transition/invariant_rules.h"
#include "core/transition/replay.h"
#include "core/transition/tree_from_placement.h"
#include "core/verify/rules.h"

namespace anchorscope::synth {
namespace {

using verify::Verdict;
namespace found = transition::rules;

constexpr std::string_view main_l1 = "eez-main.l1", main_l2 = "eez-main.l2", static_l1 = "eez-static.l1";
constexpr std::size_t quiet = 2; ///< the entry that calls nothing
constexpr std::size_t last = 3;  ///< the last of four entries
constexpr std::uint64_t unknown_rollup = 9999;

void refuse(Draft& draft) { draft.posted = false; }

std::string entry(std::size_t index, std::string_view rest = {}) { return element("entries", index, rest); }

/// The array's name and an index, as main spells it.
std::string call(std::size_t index, std::size_t call, std::string_view rest) {
    return entry(index, element("l2ToL1Calls", call, rest));
}

void one_rollup(Options& options) { options.rollups = 1; }
void lookups(Options& options) { options.lookups = 4; }

void wrong_count(Draft& draft) {
    refuse(draft);
    Entry& first = draft.entry(0);
    first.call_count = first.call_count.plus(1);
    draft.expect(found::call_count, entry(0, "callCount"));
    // No placement of its nested calls is left.
    draft.expect(found::order_none, entry(0), Severity::warning);
}

void wrong_lookup_count(Draft& draft) {
    refuse(draft);
    Lookup& failed = draft.entry(0).lookups[1];
    failed.call_count = failed.call_count.plus(1);
    draft.expect(found::call_count, entry(0, "expectedLookups[1].callCount"));
}

void nested_without_calls(Draft& draft) {
    refuse(draft);
    Entry& none = draft.entry(quiet);
    none.calls = {plain_call(draft, none.deltas.front().rollup)};
    none.nested = {{draft.random.word(), none.deltas.front().rollup, 1, {}}};
    draft.expect(found::no_calls, entry(quiet, "expectedL1ToL2Calls"));
    draft.expect(found::order_none, entry(quiet), Severity::warning);
}

void hash_without_calls(Draft& draft) {
    refuse(draft);
    draft.entry(quiet).rolling_hash = draft.random.word();
    draft.expect(found::no_calls, entry(quiet, "rollingHash"));
}

void lookup_nested_without_calls(Draft& draft) {
    refuse(draft);
    Lookup& failed = draft.entry(0).lookups[1];
    failed.nested.front().call_count = U256(failed.calls.size());
    failed.call_count = {};
    draft.expect(found::no_calls, entry(0, "expectedLookups[1].expectedL1ToL2Calls"));
}

void ether_from_nowhere(Draft& draft) {
    refuse(draft);
    without_ether(draft);
    PlannedEntry& by_itself = draft.entries[1]; // no call brings anything in
    by_itself.start.frame.clear();
    by_itself.deltas.front().ether = 5;
    draft.expect(found::ether_delta, entry(1, "stateDeltas"));
    draft.expect(found::replay_ether, entry(1));
}

void ether_too_much(Draft& draft) {
    without_ether(draft);
    draft.entries[last].deltas.front().ether = 1;
    draft.expect(found::replay_ether, entry(last));
}

void ether_inside(Draft& draft) {
    without_ether(draft);
    draft.entries[0].start.frame.front().success = true;
    std::vector<Leaving>& nested = draft.entries[0].start.frame.front().nested;
    nested.resize(std::max<std::size_t>(nested.size(), 1));
    nested.front().destination = draft.entries[0].deltas.front().rollup;
    Item inside;
    inside.call = plain_call(draft, draft.entries[0].deltas.front().rollup);
    inside.call.value = 7;
    nested.front().frame.push_back(std::move(inside));
    draft.expect(found::replay_nested_value, entry(0), Severity::warning);
}

void ether_owed(Draft& draft) {
    without_ether(draft);
    Item sent;
    sent.call = plain_call(draft, draft.entries[last].deltas.front().rollup);
    sent.call.value = 1'000'000;
    draft.entries[last].start.frame.push_back(std::move(sent));
    draft.entries[last].deltas.front().ether = U256{}.minus(1'000'000);
    draft.expect(found::replay_balance, {}, Severity::info);
}

void stale_state(Draft& draft) {
    refuse(draft);
    draft.entry(last).deltas.front().before = draft.random.word();
    draft.expect(verify::rules::trajectory_broken, entry(last, "stateDeltas[0].currentState"));
    draft.expect(found::replay_blocked, entry(last), Severity::warning);
}

/// The second of two immediate entries starts from the state that the first one took.
void alternative(Draft& draft) {
    without_ether(draft);
    const Delta taken = draft.entries[0].deltas.front();
    draft.entries[1].deltas.front().before = taken.before;
    draft.entries[1].skipped = true;
    draft.entries[2].deltas.front().before = taken.after;
    draft.expect(found::events_alternative, entry(1), Severity::info);
    draft.expect(verify::rules::trajectory_skipped, entry(1), Severity::info);
    draft.expect(found::replay_skipped, entry(1), Severity::info);
}

void no_delta(Draft& draft) {
    without_ether(draft);
    draft.entries[last].deltas.clear();
    draft.expect(found::no_state_delta, entry(last, "stateDeltas"), Severity::warning);
}

void foreign_destination(Draft& draft) {
    refuse(draft);
    without_ether(draft);
    draft.entries[last].start.destination = unknown_rollup;
    draft.expect(found::rollup_not_in_batch, entry(last, "destinationRollupId"));
}

void foreign_delta(Draft& draft) {
    refuse(draft);
    std::vector<Delta>& deltas = draft.entry(last).deltas;
    draft.expect(found::rollup_not_in_batch, entry(last, element("stateDeltas", deltas.size(), "rollupId")));
    deltas.push_back({unknown_rollup, draft.random.word(), draft.random.word(), {}});
}

void span_beyond(Draft& draft) {
    refuse(draft);
    std::vector<Call>& calls = draft.entry(0).calls;
    calls.back().revert_span = 2;
    draft.expect(found::revert_span, call(0, calls.size() - 1, "revertSpan"), Severity::warning);
    draft.expect(found::order_none, entry(0), Severity::warning);
}

void plain_calls(Draft& draft, std::size_t count) {
    Frame frame;
    for (std::size_t i = 0; i < count; ++i) {
        Item item;
        item.call = plain_call(draft, draft.entries[0].deltas.front().rollup);
        frame.push_back(std::move(item));
    }
    without_ether(draft);
    draft.entries[0].start.frame = std::move(frame);
}

void span_in_span(Draft& draft) {
    refuse(draft);
    draft.entry(0).calls[0].revert_span = 2;
    draft.entry(0).calls[1].revert_span = 1;
    draft.expect(found::revert_span, call(0, 1, "revertSpan"), Severity::warning);
}

void zero_hash(Draft& draft) {
    draft.entry(1).start_hash = {};
    draft.expect(found::zero_entry_hash, entry(1, "proxyEntryHash"), Severity::warning);
}

// The version with static calls.
void unproven_destination(Draft& draft) {
    refuse(draft);
    without_ether(draft);
    const auto is_proven = [&](const U256& id) {
        return std::ranges::any_of(draft.entries[last].deltas,
                                   [&](const Delta& delta) { return delta.rollup == id; });
    };
    const std::vector<U256> all = draft.rollups(0); // three, of which the entry proves two at most
    draft.entries[last].start.destination = *std::ranges::find_if_not(all, is_proven);
    draft.expect(found::rollup_not_proven, entry(last, "destinationRollupId"));
}

void unproven_source(Draft& draft) {
    refuse(draft);
    draft.entry(0).calls[0].source_rollup = {}; // L1's own network
    draft.expect(found::rollup_not_proven, call(0, 0, "sourceRollupId"));
}

void unproven_nested(Draft& draft) {
    refuse(draft);
    draft.entry(0).nested[0].destination = {};
    draft.expect(found::rollup_not_proven, entry(0, "expectedL1ToL2Calls[0].destinationRollupId"));
}

void deltas_upside_down(Draft& draft) {
    refuse(draft);
    std::vector<Delta>& deltas = draft.entries[last].deltas;
    draft.expect(found::proven_order, entry(last, element("stateDeltas", deltas.size(), "rollupId")));
    deltas.push_back({deltas.back().rollup, deltas.back().after, draft.random.word(), {}});
}

constexpr std::array list{
    Break{"table.call_count:entry", "callCount and the nested calls' do not sum up to an entry's calls",
          main_l1, Verdict::mismatch, nullptr, nullptr, wrong_count},
    Break{"table.call_count:lookup", "the same in a lookup that reverts", main_l1, Verdict::mismatch, lookups,
          nullptr, wrong_lookup_count},
    Break{"table.no_calls:nested", "an entry of callCount 0 expects a nested call", main_l1,
          Verdict::mismatch, nullptr, nullptr, nested_without_calls},
    Break{"table.no_calls:rolling_hash", "an entry without calls expects a rolling hash", main_l1,
          Verdict::mismatch, nullptr, nullptr, hash_without_calls},
    Break{"table.no_calls:lookup", "a lookup of callCount 0 expects a nested call", main_l1,
          Verdict::mismatch, lookups, nullptr, lookup_nested_without_calls},
    Break{"table.ether_delta", "ether deltas where no ether moves", main_l1, Verdict::mismatch, nullptr,
          ether_from_nowhere},
    Break{"replay.ether", "ether deltas are not what came in less what was sent", main_l1, Verdict::verified,
          nullptr, ether_too_much},
    Break{"replay.nested_value", "a flat call inside a nested call sends ether", main_l1, Verdict::verified,
          nullptr, ether_inside},
    Break{"replay.balance", "a rollup sends ether that it has not been seen to have", main_l1,
          Verdict::verified, nullptr, ether_owed},
    Break{"trajectory.broken", "a delta does not start from the state that the step before left", main_l1,
          Verdict::mismatch, one_rollup, nullptr, stale_state},
    Break{"trajectory.skipped_alternative", "of two immediate entries from one state, one reverts", main_l1,
          Verdict::verified,
          [](Options& options) {
              options.rollups = 1;
              options.immediate = 2;
          },
          alternative},
    Break{"table.no_state_delta", "an entry without state deltas", main_l1, Verdict::verified, nullptr,
          no_delta},
    Break{"table.rollup_not_in_batch:destination", "an entry's destination is no rollup of the batch",
          main_l1, Verdict::mismatch, nullptr, foreign_destination},
    Break{"table.rollup_not_in_batch:delta", "a delta's rollup is none of the batch", main_l1,
          Verdict::mismatch, nullptr, nullptr, foreign_delta},
    Break{"table.revert_span:beyond", "a revert span reaches beyond the calls", main_l1, Verdict::verified,
          nullptr, nullptr, span_beyond},
    Break{"table.revert_span:nested", "a revert span begins inside another one", main_l1, Verdict::verified,
          nullptr, [](Draft& draft) { plain_calls(draft, 2); }, span_in_span},
    Break{"table.zero_entry_hash", "an entry of a rollup's table that no call can start", main_l2,
          Verdict::verified, nullptr, nullptr, zero_hash},
    Break{"table.rollup_not_proven:destination", "an entry's destination is not among its deltas", static_l1,
          Verdict::mismatch, [](Options& options) { options.rollups = 3; }, unproven_destination},
    Break{"table.rollup_not_proven:source", "a call comes from a rollup that the entry does not prove",
          static_l1, Verdict::mismatch, nullptr, nullptr, unproven_source},
    Break{"table.rollup_not_proven:nested", "a nested call goes to a rollup that the entry does not prove",
          static_l1, Verdict::mismatch, nullptr, nullptr, unproven_nested},
    Break{"table.proven_order:deltas", "deltas do not ascend by rollup", static_l1, Verdict::mismatch,
          nullptr, deltas_upside_down},
};

} // namespace

std::span<const Break> entry_breaks() { return list; }

} // namespace anchorscope::synth
