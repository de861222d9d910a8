// Batches that break a rule, and the call that comes with a rollup's table.
#include "core/synth/draft.h"
#include "core/transition/invariant_rules.h"

namespace anchorscope::synth {
namespace {

using verify::Verdict;
namespace found = transition::rules;

constexpr std::string_view main_l1 = "eez-main.l1", incoming = "eez-main.l2-incoming";

std::string rollup(std::size_t index, std::string_view rest) {
    return element("rollupIdsWithProofSystems", index, rest);
}

void two_systems(Options& options) { options.proof_systems = 2; }
void no_entries(Options& options) {
    options.entries = 0;
    options.lookups = 0;
}

/// A proof system that every rollup lists.
void all_of(Batch& batch, std::size_t index) {
    batch.rollups[index].systems.clear();
    for (std::uint64_t system = 0; system < batch.proof_systems.size(); ++system) {
        batch.rollups[index].systems.push_back(system);
    }
}

void no_system(Draft& draft) {
    draft.posted = false;
    Batch& batch = draft.batch();
    batch.proof_systems.clear();
    batch.proofs.clear();
    draft.expect(found::proof_systems, "proofSystems");
    for (std::size_t i = 0; i < batch.rollups.size(); ++i) { // and so none can name one
        batch.rollups[i].systems.clear();
        draft.expect(found::proof_systems, rollup(i, "proofSystemIndex"));
    }
}

void missing_proof(Draft& draft) {
    draft.posted = false;
    draft.batch().proofs.pop_back();
    draft.expect(found::proof_systems, "proofs");
}

void systems_upside_down(Draft& draft) {
    draft.posted = false;
    std::ranges::reverse(draft.batch().proof_systems);
    draft.expect(found::proof_systems, "proofSystems[1]");
}

void system_twice(Draft& draft) {
    draft.posted = false;
    draft.batch().proof_systems[1] = draft.batch().proof_systems[0];
    draft.expect(found::proof_systems, "proofSystems[1]");
}

void zero_system(Draft& draft) {
    draft.posted = false;
    draft.batch().proof_systems[0] = {};
    draft.expect(found::proof_systems, "proofSystems[0]");
}

void no_rollup(Draft& draft) {
    draft.posted = false;
    draft.batch().rollups.clear();
    draft.expect(found::proof_systems, "rollupIdsWithProofSystems");
    draft.expect(found::unused_proof_system, "proofSystems[0]", Severity::warning);
}

void rollups_upside_down(Draft& draft) {
    draft.posted = false;
    std::ranges::reverse(draft.batch().rollups);
    draft.expect(found::proof_systems, rollup(1, "rollupId"));
}

void rollup_zero(Draft& draft) {
    draft.posted = false;
    draft.batch().rollups.insert(draft.batch().rollups.begin(), {U256{}, {0}});
    draft.expect(found::proof_systems, rollup(0, "rollupId"));
}

void indices_upside_down(Draft& draft) {
    draft.posted = false;
    draft.batch().rollups[0].systems = {1, 0};
    draft.expect(found::proof_systems, rollup(0, "proofSystemIndex[1]"));
}

void index_beyond(Draft& draft) {
    draft.posted = false;
    RollupSystems& first = draft.batch().rollups[0];
    draft.expect(found::proof_systems, rollup(0, element("proofSystemIndex", first.systems.size())));
    first.systems.push_back(draft.batch().proof_systems.size());
}

void no_index(Draft& draft) {
    draft.posted = false;
    draft.batch().rollups[0].systems.clear();
    all_of(draft.batch(), 1);
    draft.expect(found::proof_systems, rollup(0, "proofSystemIndex"));
}

void unused_system(Draft& draft) {
    Address highest;
    highest.bytes.fill(0xff);
    draft.expect(found::unused_proof_system, element("proofSystems", draft.batch().proof_systems.size()),
                 Severity::warning);
    draft.batch().proof_systems.push_back(highest);
    draft.batch().proofs.push_back({1});
}

void wide_rollup(Draft& draft) {
    const U256 wide = U256(~std::uint64_t{0}).plus(1);
    draft.expect(found::rollup_id_width, rollup(draft.batch().rollups.size(), "rollupId"), Severity::warning);
    draft.batch().rollups.push_back({wide, {0}});
}

void blob_beyond(Draft& draft) {
    draft.batch().blob_indices = {9}; // no fork so far lets a transaction carry ten
    draft.expect(found::blob_index, "blobIndices[0]", Severity::warning);
}

void transient_entries(Draft& draft) {
    draft.posted = false;
    draft.batch().transient_entries = draft.batch().transient_entries.plus(1);
    draft.expect(found::transient_counts, "transientExecutionEntryCount");
}

void transient_lookups(Draft& draft) {
    draft.posted = false;
    draft.batch().transient_lookups = U256(draft.batch().lookups.size() + 1);
    draft.expect(found::transient_counts, "transientLookupCallCount");
}

void transient_lookups_alone(Draft& draft) {
    draft.posted = false;
    draft.batch().transient_lookups = 1;
    draft.expect(found::transient_counts, "transientLookupCallCount");
}

void nothing_to_start(Draft& draft) { draft.expect(found::empty_entries, "entries"); }

void other_start(Draft& draft) {
    draft.entry(0).start_hash = draft.random.word();
    draft.expect(found::entry_hash, "entries[0].proxyEntryHash", Severity::warning);
}

constexpr std::array list{
    Break{"table.proof_systems:none", "a batch without proof systems", main_l1, Verdict::mismatch, nullptr,
          no_system},
    Break{"table.proof_systems:proofs", "a proof system without a proof", main_l1, Verdict::mismatch, nullptr,
          missing_proof},
    Break{"table.proof_systems:order", "proof systems do not ascend", main_l1, Verdict::mismatch, two_systems,
          systems_upside_down},
    Break{"table.proof_systems:twice", "a proof system stands twice", main_l1, Verdict::mismatch, two_systems,
          system_twice},
    Break{"table.proof_systems:zero", "a proof system of address 0", main_l1, Verdict::mismatch, nullptr,
          zero_system},
    Break{"table.proof_systems:rollups", "a batch without rollups", main_l1, Verdict::mismatch, no_entries,
          no_rollup},
    Break{"table.proof_systems:rollup_order", "rollups do not ascend", main_l1, Verdict::mismatch, nullptr,
          rollups_upside_down},
    Break{"table.proof_systems:rollup_zero", "a batch with rollup 0, which is L1", main_l1, Verdict::mismatch,
          nullptr, rollup_zero},
    Break{"table.proof_systems:index_order", "a rollup's proof systems do not ascend", main_l1,
          Verdict::mismatch, two_systems, indices_upside_down},
    Break{"table.proof_systems:index_range", "a rollup lists a proof system that is not there", main_l1,
          Verdict::mismatch, nullptr, index_beyond},
    Break{"table.proof_systems:index_none", "a rollup lists no proof system", main_l1, Verdict::mismatch,
          nullptr, no_index},
    Break{"table.unused_proof_system", "a proof system that no rollup lists", main_l1, Verdict::verified,
          nullptr, unused_system},
    Break{"table.rollup_id_width", "a rollup id of 2^64", main_l1, Verdict::verified,
          [](Options& options) { options.lookups = 0; }, wide_rollup},
    Break{"table.blob_index", "a blob index that no transaction has", main_l1, Verdict::verified, nullptr,
          blob_beyond},
    Break{"table.transient_counts:entries", "more transient entries than entries", main_l1, Verdict::mismatch,
          [](Options& options) { options.immediate = options.entries; }, nullptr, transient_entries},
    Break{"table.transient_counts:lookups", "more transient lookups than lookups", main_l1, Verdict::mismatch,
          [](Options& options) { options.immediate = 1; }, nullptr, transient_lookups},
    Break{"table.transient_counts:no_entries", "transient lookups without transient entries", main_l1,
          Verdict::mismatch, nullptr, nullptr, transient_lookups_alone},
    Break{"table.transient_hook", "transient entries that a call of the poster's starts", main_l1,
          Verdict::verified, [](Options& options) { options.transient = 2; }},
    Break{"table.empty_entries", "a call comes with a table without entries", incoming, Verdict::mismatch,
          no_entries, nothing_to_start},
    Break{"table.entry_hash", "entry 0 is not the call's that comes with the table", incoming,
          Verdict::verified, nullptr, nullptr, other_start},
};

} // namespace

std::span<const Break> batch_breaks() { return list; }

} // namespace anchorscope::synth
