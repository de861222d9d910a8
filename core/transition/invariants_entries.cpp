#include "core/transition/invariant_rules.h"
#include <set>

namespace anchorscope::transition {
namespace {

using table::Call;
using table::Entry;

/// Sum of all counts; empty when it does not fit 256 bits.
std::optional<U256> weight(std::span<const table::NestedCall> nested, const U256& call_count) {
    U256 sum = call_count;
    for (const table::NestedCall& one : nested) {
        bool carry = false;
        sum = sum.plus(one.call_count, &carry);
        if (carry) {
            return std::nullopt;
        }
    }
    return sum;
}

/// Nothing is called unless the entry's own level calls something.
void check_no_calls(InvariantReport& report, const Field& field, const Entry& entry) {
    if (!entry.call_count.is_zero()) {
        return;
    }
    check_no_nested(report, field, entry.nested, entry.call_count);
    if (!entry.rolling_hash.is_zero()) {
        report.error(rules::no_calls, field["rollingHash"],
                     "expected 0: callCount is 0, so nothing is folded (RollingHashMismatch)");
    }
}

/// Where no ether can come in and no call carries any, the deltas must sum up to 0.
void check_ether(InvariantReport& report, const Field& field, const Entry& entry) {
    const bool nothing_in = entry.proxy_entry_hash.is_zero() && entry.nested.empty();
    const bool nothing_out =
        std::ranges::all_of(entry.calls, [](const Call& call) { return call.value.is_zero(); });
    if (!nothing_in || !nothing_out) {
        return;
    }
    U256 sum;
    for (const table::StateDelta& delta : entry.deltas) {
        sum = sum.plus(delta.ether_delta);
    }
    if (!sum.is_zero()) {
        report.error(
            rules::ether_delta, field["stateDeltas"],
            "expected ether deltas that sum up to 0, for no ether comes in or goes out; they sum up to " +
                sum.decimal_signed() + " wei (EtherDeltaMismatch)");
    }
}

void check_ids(InvariantReport& report, const Field& field, const Entry& entry) {
    if (entry.destination_rollup) {
        check_rollup_id(report, field, "destinationRollupId", *entry.destination_rollup);
    }
    for (std::size_t i = 0; i < entry.deltas.size(); ++i) {
        if (!entry.deltas[i].rollup_id.to_u64()) {
            check_rollup_id(report, field["stateDeltas"].at(i), "rollupId", entry.deltas[i].rollup_id);
        }
    }
    check_call_ids(report, field, entry.calls, entry.nested);
}

/// Destination and deltas name rollups that the batch proves.
void check_membership(InvariantReport& report, const Field& field, const Entry& entry,
                      const std::set<U256>& in_batch) {
    const auto not_in_batch = [&](const Field& id, const U256& value) {
        report.error(rules::rollup_not_in_batch, id,
                     "expected a rollup of the batch, not " + value.decimal() + " (RollupNotInBatch)");
    };
    if (entry.destination_rollup && !in_batch.contains(*entry.destination_rollup)) {
        not_in_batch(field["destinationRollupId"], *entry.destination_rollup);
    }
    for (std::size_t i = 0; i < entry.deltas.size(); ++i) {
        if (!in_batch.contains(entry.deltas[i].rollup_id)) {
            not_in_batch(field["stateDeltas"].at(i)["rollupId"], entry.deltas[i].rollup_id);
        }
    }
}

} // namespace

void check_counts(InvariantReport& report, const Field& frame, std::span<const Call> calls,
                  std::span<const table::NestedCall> nested, const U256& call_count) {
    const std::optional<U256> sum = weight(nested, call_count);
    if (!sum || *sum != U256(calls.size())) {
        report.error(rules::call_count, frame["callCount"],
                     "expected callCount and those of the nested calls to sum up to the " +
                         std::to_string(calls.size()) + " calls, not " +
                         (sum ? sum->decimal() : "beyond 256 bits") +
                         (report.is_l1() ? " (UnconsumedL2ToL1Calls)" : " (UnconsumedIncomingCalls)"));
    }
}

void check_no_nested(InvariantReport& report, const Field& frame, std::span<const table::NestedCall> nested,
                     const U256& call_count) {
    if (call_count.is_zero() && !nested.empty()) {
        report.error(rules::no_calls, frame[report.names().nested],
                     "expected none: callCount is 0, so no call can consume them (" +
                         std::string(report.is_l1() ? "UnconsumedL1ToL2Calls" : "UnconsumedOutgoingCalls") +
                         ")");
    }
}

void check_revert_spans(InvariantReport& report, const Field& frame, std::span<const Call> calls,
                        bool has_nested) {
    std::uint64_t span_end = 0; // behind the span that holds call i, as far as the table tells
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const U256& span = calls[i].revert_span;
        if (span.is_zero()) {
            continue;
        }
        const Field field = frame[report.names().calls].at(i)["revertSpan"];
        const std::uint64_t left = calls.size() - i;
        if (span > U256(left)) {
            report.warning(rules::revert_span, field,
                           "expected at most the " + std::to_string(left) + " calls that are left, not " +
                               span.decimal());
        } else if (i < span_end && !has_nested) {
            report.warning(rules::revert_span, field, "expected no revert span inside another one");
        }
        span_end = std::max(span_end, i + std::min(left, span.to_u64().value_or(left)));
    }
}

void check_call_ids(InvariantReport& report, const Field& frame, std::span<const Call> calls,
                    std::span<const table::NestedCall> nested) {
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (!calls[i].source_rollup.to_u64()) {
            check_rollup_id(report, frame[report.names().calls].at(i), "sourceRollupId",
                            calls[i].source_rollup);
        }
    }
    for (std::size_t i = 0; i < nested.size(); ++i) {
        const std::optional<U256>& destination = nested[i].destination_rollup;
        if (destination && !destination->to_u64()) {
            check_rollup_id(report, frame[report.names().nested].at(i), "destinationRollupId", *destination);
        }
    }
}

void check_rollup_id(InvariantReport& report, const Field& frame, std::string_view field,
                     const U256& rollup_id) {
    if (!rollup_id.to_u64()) {
        report.warning(rules::rollup_id_width, frame[field],
                       "expected a rollup id below 2^64, as proxies keep them, not " + rollup_id.decimal());
    }
}

namespace {

std::set<U256> rollups_of(const table::Batch& batch) {
    std::set<U256> out;
    for (const table::RollupProofs& rollup : batch.rollups) {
        out.insert(rollup.rollup_id);
    }
    return out;
}

} // namespace

BatchRollups::BatchRollups(const table::ExecutionTable& table, BatchPart part) {
    if (table.batch) {
        m_parts.push_back({0, rollups_of(*table.batch)});
    }
    for (const table::SubBatch& one : table.sub_batches) {
        const bool entries = part == BatchPart::entries;
        if ((entries ? one.entry_count : one.lookup_count) > 0 && !one.batch.rollups.empty()) {
            m_parts.push_back({entries ? one.first_entry : one.first_lookup, rollups_of(one.batch)});
        }
    }
}

const std::set<U256>* BatchRollups::of(std::size_t index) const {
    const auto behind = std::ranges::upper_bound(m_parts, index, {}, &Part::first);
    return behind == m_parts.begin() ? nullptr : &std::prev(behind)->rollups;
}

namespace {

/// What holds where calls lie flat and counts partition them.
void check_partition(InvariantReport& report, const Field& field, const Entry& entry) {
    check_counts(report, field, entry.calls, entry.nested, entry.call_count);
    check_no_calls(report, field, entry);
    check_revert_spans(report, field, entry.calls, !entry.nested.empty());
}

} // namespace

void check_entries(InvariantReport& report) {
    const table::ExecutionTable& table = report.table();
    const BatchRollups rollups(table, BatchPart::entries);
    const bool partitioned = table.format->scheme == table::Scheme::partitioned;
    const bool hashed = partitioned || table.format->scheme == table::Scheme::actions;
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const Entry& entry = table.entries[i];
        const Field field = report.entry(i);
        if (partitioned) {
            check_partition(report, field, entry);
        }
        check_ids(report, field, entry);
        if (const std::set<U256>* const in_batch = rollups.of(i)) {
            check_membership(report, field, entry, *in_batch);
        }
        if (partitioned && table.batch) {
            check_ether(report, field, entry);
        }
        if (report.is_l1() && entry.deltas.empty()) {
            report.warning(
                rules::no_state_delta, field["stateDeltas"],
                "expected at least one state delta: nothing binds the entry to a state of its rollup");
        }
        if (hashed && !report.is_l1() && entry.proxy_entry_hash.is_zero()) {
            report.warning(rules::zero_entry_hash, field["proxyEntryHash"],
                           "expected a call hash: on a rollup no call has hash 0, the entry can never start");
        }
    }
}

} // namespace anchorscope::transition
