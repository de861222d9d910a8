// Lookups that break a rule. Of the four lookups of a table, entry 0 has a static one and one that reverts,
// and so has the table itself.
#include "core/synth/draft.h"
#include "core/transition/invariant_rules.h"

namespace anchorscope::synth {
namespace {

using verify::Verdict;
namespace found = transition::rules;

constexpr std::string_view main_l1 = "eez-main.l1", static_l1 = "eez-static.l1";

void four(Options& options) { options.lookups = 4; }

Lookup& of_entry(Draft& draft, std::size_t index) { return draft.entry(0).lookups[index]; }
Lookup& of_table(Draft& draft, std::size_t index) { return draft.batch().lookups[index]; }

std::string in_entry(std::size_t index, std::string_view rest) {
    return element("entries", 0, element("expectedLookups", index, rest));
}
std::string in_table(std::size_t index, std::string_view rest) {
    return element("l1ToL2lookupCalls", index, rest);
}

/// A static lookup that makes one static call.
void one_call(Draft& draft, Lookup& lookup) {
    lookup.calls = {plain_call(draft, draft.entries[0].deltas.front().rollup)};
    lookup.rolling_hash = draft.random.word(); // of a result that nothing tells
}

void span_in_static(Draft& draft) {
    one_call(draft, of_entry(draft, 0));
    of_entry(draft, 0).calls[0].revert_span = 1;
    draft.expect(found::revert_span, in_entry(0, "l2ToL1Calls[0].revertSpan"), Severity::warning);
}

void wide_source(Draft& draft) {
    one_call(draft, of_entry(draft, 0));
    of_entry(draft, 0).calls[0].source_rollup = U256(~std::uint64_t{0}).plus(1);
    draft.expect(found::rollup_id_width, in_entry(0, "l2ToL1Calls[0].sourceRollupId"), Severity::warning);
}

void counted_static(Draft& draft) {
    one_call(draft, of_entry(draft, 0));
    of_entry(draft, 0).call_count = 1;
    draft.expect(found::static_lookup, in_entry(0, "callCount"), Severity::warning);
}

void nested_static(Draft& draft) {
    of_entry(draft, 0).nested.push_back(
        {draft.random.word(), draft.entries[0].deltas.front().rollup, {}, {}});
    draft.expect(found::static_lookup, in_entry(0, "expectedL1ToL2Calls"), Severity::warning);
}

void hash_of_nothing(Draft& draft) {
    of_entry(draft, 0).calls.clear();
    of_entry(draft, 0).rolling_hash = draft.random.word();
    draft.expect(found::static_lookup, in_entry(0, "rollingHash"), Severity::warning);
}

void twice(Draft& draft) {
    draft.entry(0).lookups.emplace_back(of_entry(draft, 0));
    draft.expect(found::lookup_key, in_entry(2, "crossChainCallHash"), Severity::warning);
}

void call_beyond(Draft& draft) {
    of_entry(draft, 0).call_number = draft.entry(0).calls.size() + 1;
    draft.expect(found::lookup_key, in_entry(0, "l2ToL1CallNumber"), Severity::warning);
}

void nested_beyond(Draft& draft) {
    of_entry(draft, 0).last_nested = draft.entry(0).nested.size() + 1;
    draft.expect(found::lookup_key, in_entry(0, "lastL1ToL2CallConsumed"), Severity::warning);
}

void executing_beyond(Draft& draft) {
    of_entry(draft, 0).executing = draft.entry(0).lookups.size() + 1;
    draft.expect(found::lookup_key, in_entry(0, "executingLookupIndex"), Severity::warning);
}

void table_twice(Draft& draft) {
    draft.batch().lookups.emplace_back(of_table(draft, 0));
    draft.expect(found::lookup_key, in_table(2, "crossChainCallHash"), Severity::warning);
}

void shadowed(Draft& draft) {
    Lookup unpinned = of_table(draft, 0);
    unpinned.pins.clear();
    draft.batch().lookups.insert(draft.batch().lookups.begin(), std::move(unpinned));
    draft.expect(found::lookup_shadowed, in_table(1, "crossChainCallHash"), Severity::warning);
}

void foreign(Draft& draft) {
    draft.posted = false;
    of_table(draft, 0).destination = 9999;
    draft.expect(found::rollup_not_in_batch, in_table(0, "destinationRollupId"));
}

// The version with static calls.
void unproven(Draft& draft) {
    draft.posted = false;
    of_entry(draft, 0).destination = {};
    draft.expect(found::rollup_not_proven, in_entry(0, "destinationRollupId"));
}

void unproven_source(Draft& draft) {
    draft.posted = false;
    of_entry(draft, 1).calls[0].source_rollup = {};
    draft.expect(found::rollup_not_proven, in_entry(1, "l2ToL1Calls[0].sourceRollupId"));
}

void unpinned(Draft& draft) {
    draft.posted = false;
    Lookup& lookup = of_table(draft, 0);
    lookup.calls.clear();
    lookup.rolling_hash = {};
    std::erase_if(lookup.pins, [&](const Pin& pin) { return pin.rollup == lookup.destination; });
    draft.expect(found::rollup_not_proven, in_table(0, "destinationRollupId"));
}

void pins_upside_down(Draft& draft) {
    draft.posted = false;
    std::ranges::reverse(of_table(draft, 0).pins);
    draft.expect(found::proven_order, in_table(0, "expectedStateRoots[1].rollupId"));
}

constexpr std::array list{
    Break{"table.revert_span:static", "a revert span in a static lookup", main_l1, Verdict::verified, four,
          nullptr, span_in_static},
    Break{"table.rollup_id_width:lookup", "a call of a lookup comes from rollup 2^64", main_l1,
          Verdict::verified, four, nullptr, wide_source},
    Break{"table.static_lookup:call_count", "a static lookup counts call frames", main_l1, Verdict::verified,
          four, nullptr, counted_static},
    Break{"table.static_lookup:nested", "a static lookup makes a nested call", main_l1, Verdict::verified,
          four, nullptr, nested_static},
    Break{"table.static_lookup:rolling_hash", "a lookup without calls expects a rolling hash", main_l1,
          Verdict::verified, four, nullptr, hash_of_nothing},
    Break{"table.lookup_key:twice", "two lookups of an entry with one key", main_l1, Verdict::verified, four,
          nullptr, twice},
    Break{"table.lookup_key:call_number", "a lookup waits for a call that the entry does not make", main_l1,
          Verdict::verified, four, nullptr, call_beyond},
    Break{"table.lookup_key:nested", "a lookup waits for a nested call that is not made", main_l1,
          Verdict::verified, four, nullptr, nested_beyond},
    Break{"table.lookup_key:executing", "a lookup waits for a lookup that is not there", main_l1,
          Verdict::verified, four, nullptr, executing_beyond},
    Break{"table.lookup_key:table", "two lookups of the table with one call and the same pins", main_l1,
          Verdict::verified, four, nullptr, table_twice},
    Break{"table.lookup_shadowed", "a lookup of the table behind one without pins", main_l1,
          Verdict::verified, four, nullptr, shadowed},
    Break{"table.rollup_not_in_batch:lookup", "a lookup's destination is no rollup of the batch", main_l1,
          Verdict::mismatch, four, nullptr, foreign},
    Break{"table.rollup_not_proven:lookup",
          "an entry's lookup goes to a rollup that the entry does not prove", static_l1, Verdict::mismatch,
          four, nullptr, unproven},
    Break{"table.rollup_not_proven:lookup_source",
          "a call of an entry's lookup comes from a rollup that the entry does not prove", static_l1,
          Verdict::mismatch, four, nullptr, unproven_source},
    Break{"table.rollup_not_proven:pins", "a lookup of the table does not pin its destination", static_l1,
          Verdict::mismatch, four, nullptr, unpinned},
    Break{"table.proven_order:pins", "a lookup's pins do not ascend by rollup", static_l1, Verdict::mismatch,
          four, nullptr, pins_upside_down},
};

} // namespace

std::span<const Break> lookup_breaks() { return list; }

} // namespace anchorscope::synth
