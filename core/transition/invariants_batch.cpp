#include "core/transition/invariant_rules.h"

namespace anchorscope::transition {
namespace {

using table::Batch;

/// Blobs that one transaction can have carried under any fork so far: 9 since Prague (EIP-7691), 6 since
/// Osaka.
constexpr std::uint64_t max_blobs = 9;

void check_proof_systems(InvariantReport& report, const Field& holder, const Batch& batch) {
    const Field field = holder["proofSystems"];
    if (batch.proof_systems.empty()) {
        report.error(rules::proof_systems, field,
                     "expected at least one proof system (InvalidProofSystemConfig)");
    }
    if (batch.proofs.size() != batch.proof_systems.size()) {
        report.error(rules::proof_systems, holder["proofs"],
                     "expected one proof a proof system, " + std::to_string(batch.proof_systems.size()) +
                         ", not " + std::to_string(batch.proofs.size()) + " (InvalidProofSystemConfig)");
    }
    if (batch.rollups.empty() && report.table().format->binding != table::Binding::shared) {
        return; // the oldest version of sub-batches took them in any order
    }
    Address before; // the zero address is none
    for (std::size_t i = 0; i < batch.proof_systems.size(); ++i) {
        const Address& system = batch.proof_systems[i];
        if (system <= before) {
            report.error(rules::proof_systems, field.at(i),
                         "expected an address above " + before.hex() + ", not " + system.hex() +
                             " (DuplicateProofSystem)");
        }
        before = system;
    }
}

void check_indices(InvariantReport& report, const Field& rollup, std::span<const std::uint64_t> indices,
                   std::vector<bool>& used) {
    const Field field = rollup["proofSystemIndex"];
    if (indices.empty()) {
        report.error(rules::proof_systems, field,
                     "expected at least one proof system (InvalidProofSystemConfig)");
    }
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (indices[i] >= used.size()) {
            report.error(rules::proof_systems, field.at(i),
                         "expected an index below " + std::to_string(used.size()) + ", not " +
                             std::to_string(indices[i]) + " (InvalidProofSystemConfig)");
            continue;
        }
        used[static_cast<std::size_t>(indices[i])] = true;
        if (i > 0 && indices[i] <= indices[i - 1]) {
            report.error(rules::proof_systems, field.at(i),
                         "expected an index above " + std::to_string(indices[i - 1]) + ", not " +
                             std::to_string(indices[i]) + " (InvalidProofSystemConfig)");
        }
    }
}

void check_rollups(InvariantReport& report, const Field& holder, const Batch& batch) {
    const Field field = holder["rollupIdsWithProofSystems"];
    if (batch.rollups.empty()) {
        report.error(rules::proof_systems, field, "expected at least one rollup (InvalidProofSystemConfig)");
    }
    std::vector<bool> used(batch.proof_systems.size());
    U256 before; // 0 is L1
    for (std::size_t i = 0; i < batch.rollups.size(); ++i) {
        const table::RollupProofs& rollup = batch.rollups[i];
        const Field rollup_field = field.at(i); // in sub-batches nothing but the id
        if (rollup.rollup_id <= before) {
            report.error(rules::proof_systems, rollup_field["rollupId"],
                         "expected a rollup id above " + before.decimal() + ", not " +
                             rollup.rollup_id.decimal() + " (InvalidProofSystemConfig)");
        }
        before = rollup.rollup_id;
        check_rollup_id(report, rollup_field, "rollupId", rollup.rollup_id);
        check_indices(report, rollup_field, rollup.proof_systems, used);
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) {
            report.warning(rules::unused_proof_system, holder["proofSystems"].at(i),
                           "expected a proof system that some rollup asks for");
        }
    }
}

/// `all` and `lookup_count`: what the batch holds itself.
void check_transient(InvariantReport& report, const Field& holder, const Batch& batch,
                     std::span<const table::Entry> all, std::size_t lookup_count) {
    const Field entries = holder["transientExecutionEntryCount"];
    const Field lookups = holder["transientLookupCallCount"];
    if (batch.transient_entries > U256(all.size())) {
        report.error(rules::transient_counts, entries,
                     "expected at most the " + std::to_string(all.size()) + " entries, not " +
                         batch.transient_entries.decimal() + " (TransientCountExceedsEntries)");
    }
    if (batch.transient_lookups > U256(lookup_count)) {
        report.error(rules::transient_counts, lookups,
                     "expected at most the " + std::to_string(lookup_count) + " lookups, not " +
                         batch.transient_lookups.decimal() + " (TransientLookupCallCountExceedsLookupCalls)");
    }
    // Versions before main did not mind.
    const bool minded = report.table().format->events_read;
    if (minded && batch.transient_entries.is_zero() && !batch.transient_lookups.is_zero()) {
        report.error(rules::transient_counts, lookups,
                     "expected 0 without transient entries, not " + batch.transient_lookups.decimal() +
                         " (TransientLookupCallsWithoutTransientEntries)");
    }
    const std::uint64_t count = batch.transient_entries.to_u64().value_or(all.size());
    const auto transient = all.first(static_cast<std::size_t>(std::min<std::uint64_t>(count, all.size())));
    const bool needs_hook = std::ranges::any_of(
        transient, [](const table::Entry& entry) { return !entry.proxy_entry_hash.is_zero(); });
    if (needs_hook) {
        report.info(
            rules::transient_hook, entries,
            "transient entries that a call starts are lost unless the account that posts the batch has code");
    }
}

void check_blobs(InvariantReport& report, const Field& holder, const Batch& batch) {
    for (std::size_t i = 0; i < batch.blob_indices.size(); ++i) {
        if (batch.blob_indices[i] >= U256(max_blobs)) {
            report.warning(rules::blob_index, holder["blobIndices"].at(i),
                           "expected the index of a blob of the transaction, below " +
                               std::to_string(max_blobs) + ", not " + batch.blob_indices[i].decimal() +
                               ": its hash reads as 0");
        }
    }
}

void check_one(InvariantReport& report, const Field& holder, const Batch& batch,
               std::span<const table::Entry> entries, std::size_t lookup_count) {
    check_proof_systems(report, holder, batch);
    // In the oldest version of sub-batches the proof systems alone are named.
    if (report.table().format->binding == table::Binding::shared || !batch.rollups.empty()) {
        check_rollups(report, holder, batch);
    }
    check_transient(report, holder, batch, entries, lookup_count);
    check_blobs(report, holder, batch);
}

} // namespace

void check_batch(InvariantReport& report) {
    const table::ExecutionTable& table = report.table();
    if (table.batch) {
        check_one(report, report.body(), *table.batch, table.entries, table.lookups.size());
    }
    for (std::size_t i = 0; i < table.sub_batches.size(); ++i) {
        const table::SubBatch& part = table.sub_batches[i];
        check_one(report, report.batch(i), part.batch,
                  table.entries.subspan(part.first_entry, part.entry_count), part.lookup_count);
    }
}

void check_incoming(InvariantReport& report) {
    const table::ExecutionTable& table = report.table();
    if (!table.incoming) {
        return;
    }
    if (report.names().entries.empty()) {
        return; // V1: the entries were loaded before
    }
    if (table.entries.empty()) {
        report.error(rules::empty_entries, report.body()[report.names().entries],
                     "expected at least one entry: the call that comes with the table starts the first "
                     "(EmptyEntries)");
    } else if (!table.own_domain.known()) {
        report.warning(
            rules::entry_hash, report.entry(0)["proxyEntryHash"],
            "expected the hash of the call that comes with the table; it is for no rollup id below " +
                std::to_string(table::max_domain_search) + " (EntryHashMismatch, or a larger id)");
    }
}

} // namespace anchorscope::transition
