#include "core/transition/invariant_rules.h"
#include <set>
#include <tuple>

namespace anchorscope::transition {
namespace {

using table::Lookup;

/// Runs as calls that are then reverted; a static lookup has nothing but its flat list of static calls.
bool runs_calls(const Lookup& lookup) { return !lookup.call_count.is_zero() || !lookup.nested.empty(); }

/// A static lookup that stays within what a static call can do.
void check_static(InvariantReport& report, const Field& field, const Lookup& lookup) {
    if (!lookup.failed && !lookup.call_count.is_zero()) {
        report.warning(rules::static_lookup, field["callCount"],
                       "expected 0: a lookup that does not fail is static and folds no call frames");
    }
    if (!lookup.failed && !lookup.nested.empty()) {
        report.warning(rules::static_lookup, field[report.names().nested],
                       "expected none: a lookup that does not fail is static and makes no nested calls");
    }
    if (lookup.calls.empty() && lookup.nested.empty() && !lookup.rolling_hash.is_zero()) {
        report.warning(rules::static_lookup, field["rollingHash"], "expected 0: the lookup makes no calls");
    }
    for (std::size_t i = 0; !runs_calls(lookup) && i < lookup.calls.size(); ++i) {
        if (!lookup.calls[i].revert_span.is_zero()) {
            report.warning(rules::revert_span, field[report.names().calls].at(i)["revertSpan"],
                           "expected 0 in the calls of a static lookup");
        }
    }
}

/// Every rollup that a lookup names.
void check_ids(InvariantReport& report, const Field& field, const Lookup& lookup) {
    if (lookup.destination_rollup) {
        check_rollup_id(report, field, "destinationRollupId", *lookup.destination_rollup);
    }
    check_call_ids(report, field, lookup.calls, lookup.nested);
    for (std::size_t i = 0; i < lookup.pins.size(); ++i) {
        if (!lookup.pins[i].rollup_id.to_u64()) {
            check_rollup_id(report, field["expectedStateRoots"].at(i), "rollupId", lookup.pins[i].rollup_id);
        }
    }
}

void check_lookup(InvariantReport& report, const Field& field, const Lookup& lookup) {
    check_static(report, field, lookup);
    if (lookup.failed && runs_calls(lookup)) {
        check_counts(report, field, lookup.calls, lookup.nested, lookup.call_count);
        check_no_nested(report, field, lookup.nested, lookup.call_count);
        check_revert_spans(report, field, lookup.calls, !lookup.nested.empty());
    }
    check_ids(report, field, lookup);
}

/// Calls and nested calls of whoever runs when the lookup is met.
struct Host {
    std::size_t calls = 0, nested = 0;
};

/// The cursors that a lookup waits for can be reached.
void check_bounds(InvariantReport& report, const Field& field, const Lookup& lookup, Host host,
                  std::span<const Lookup> siblings) {
    if (lookup.executing_lookup > siblings.size()) {
        report.warning(rules::lookup_key, field["executingLookupIndex"],
                       "expected at most " + std::to_string(siblings.size()) +
                           ", the number of lookups, not " + std::to_string(lookup.executing_lookup));
        return;
    }
    if (lookup.executing_lookup != 0) {
        const Lookup& executing = siblings[static_cast<std::size_t>(lookup.executing_lookup - 1)];
        host = {executing.calls.size(), executing.nested.size()};
    }
    if (lookup.call_number == 0 || lookup.call_number > host.calls) {
        report.warning(rules::lookup_key, field["l2ToL1CallNumber"],
                       "expected a call from 1 to " + std::to_string(host.calls) + ", not " +
                           std::to_string(lookup.call_number) + ": the lookup is never met");
    }
    if (lookup.last_nested_consumed > host.nested) {
        report.warning(rules::lookup_key, field["lastL1ToL2CallConsumed"],
                       "expected at most " + std::to_string(host.nested) + " nested calls, not " +
                           std::to_string(lookup.last_nested_consumed) + ": the lookup is never met");
    }
}

/// Versions in which the lookups of an entry wait for cursors; before, they were met in order.
bool keyed_by_cursors(const Field& lookup) {
    return table::field_of(lookup.value.type(), lookup.value.type_index(), "l2ToL1CallNumber").has_value();
}

/// The lookups that belong to an entry or to a top-level lookup.
void check_inner(InvariantReport& report, const Field& host_field, std::span<const Lookup> lookups,
                 Host host) {
    std::set<std::tuple<Hash32, std::uint64_t, std::uint64_t, std::uint64_t>> keys;
    for (std::size_t i = 0; i < lookups.size(); ++i) {
        const Lookup& lookup = lookups[i];
        const Field field = host_field[report.names().entry_lookups].at(i);
        check_lookup(report, field, lookup);
        if (!keyed_by_cursors(field)) {
            continue;
        }
        check_bounds(report, field, lookup, host, lookups);
        const bool fresh = keys.emplace(lookup.call_hash, lookup.call_number, lookup.last_nested_consumed,
                                        lookup.executing_lookup)
                               .second;
        if (!fresh) {
            report.warning(rules::lookup_key, field["crossChainCallHash"],
                           "expected another key than an earlier lookup's: only the first of them is met");
        }
    }
}

/// Top-level lookups are matched by call hash and state pins, first come first served.
class Shadows {
public:
    explicit Shadows(InvariantReport& report) : m_report(report) {}

    void add(const Field& field, const Lookup& lookup) {
        // Older versions have no pins, and wait for cursors here.
        const Key key{lookup.destination_rollup.value_or(U256{}), lookup.call_hash, lookup.call_number,
                      lookup.last_nested_consumed};
        Pins pins;
        for (const table::StatePin& pin : lookup.pins) {
            pins.emplace_back(pin.rollup_id, pin.state_root);
        }
        if (m_unpinned.contains(key)) {
            m_report.warning(
                rules::lookup_shadowed, field["crossChainCallHash"],
                "expected no earlier lookup of this call without state pins: it is met in place of this one");
        } else if (!m_seen.emplace(key, pins).second) {
            m_report.warning(rules::lookup_key, field["crossChainCallHash"],
                             "expected another call or other state pins than an earlier lookup's");
        }
        if (pins.empty()) {
            m_unpinned.insert(key);
        }
    }

private:
    using Key = std::tuple<U256, Hash32, std::uint64_t, std::uint64_t>;
    using Pins = std::vector<std::pair<U256, Hash32>>;
    InvariantReport& m_report;
    std::set<Key> m_unpinned;
    std::set<std::pair<Key, Pins>> m_seen;
};

} // namespace

void check_lookups(InvariantReport& report) {
    const table::ExecutionTable& table = report.table();
    if (table.format->scheme != table::Scheme::partitioned) {
        return;
    }
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const table::Entry& entry = table.entries[i];
        if (!entry.lookups.empty()) {
            check_inner(report, report.entry(i), entry.lookups, {entry.calls.size(), entry.nested.size()});
        }
    }
    const BatchRollups rollups(table, BatchPart::lookups);
    Shadows shadows(report);
    for (std::size_t i = 0; i < table.lookups.size(); ++i) {
        const Lookup& lookup = table.lookups[i];
        const Field field = report.lookup(i);
        check_lookup(report, field, lookup);
        check_inner(report, field, lookup.lookups, {lookup.calls.size(), lookup.nested.size()});
        shadows.add(field, lookup);
        const std::set<U256>* const in_batch = rollups.of(i);
        if (lookup.destination_rollup && in_batch != nullptr &&
            !in_batch->contains(*lookup.destination_rollup)) {
            report.error(rules::rollup_not_in_batch, field["destinationRollupId"],
                         "expected a rollup of the batch, not " + lookup.destination_rollup->decimal() +
                             " (RollupNotInBatch)");
        }
    }
}

} // namespace anchorscope::transition
