// Rules of the version with static calls (EEZ.sol of that branch, _validateStructure): every rollup that an
// entry or a top-level lookup touches is one whose state it proves. L1 never is: a rollup's proxy on its own
// network (SameNetworkProxy) cannot be meant.
#include "core/transition/invariant_rules.h"
#include <set>

namespace anchorscope::transition {
namespace {

constexpr std::string_view format_with_rules = "eez-static.l1";

using Verified = std::set<U256>;

/// What an entry (its deltas) or a lookup (its pins) proves.
struct Host {
    Verified verified;
    std::string_view what; ///< "the entry's deltas", "the lookup's pins"
};

void check_touched(InvariantReport& report, const Field& field, const U256& rollup, const Host& host,
                   std::string_view error) {
    if (!host.verified.contains(rollup)) {
        std::string text = "expected a rollup of ";
        text += host.what;
        text += ", not " + rollup.decimal() + " (";
        text += error;
        text += ')';
        report.error(rules::rollup_not_proven, field, std::move(text));
    }
}

void check_calls(InvariantReport& report, const Field& frame, std::span<const table::Call> calls,
                 std::span<const table::NestedCall> nested, const Host& host) {
    for (std::size_t i = 0; i < calls.size(); ++i) {
        check_touched(report, frame[report.names().calls].at(i)["sourceRollupId"], calls[i].source_rollup,
                      host, "CallSourceNotVerified");
    }
    for (std::size_t i = 0; i < nested.size(); ++i) {
        check_touched(report, frame[report.names().nested].at(i)["destinationRollupId"],
                      nested[i].destination_rollup.value_or(U256{}), host, "ReentrantDestinationNotVerified");
    }
}

void check_lookups_of(InvariantReport& report, const Field& frame, std::span<const table::Lookup> lookups,
                      const Host& host) {
    for (std::size_t i = 0; i < lookups.size(); ++i) {
        const Field field = frame[report.names().entry_lookups].at(i);
        check_touched(report, field["destinationRollupId"], lookups[i].destination_rollup.value_or(U256{}),
                      host, "ReentrantDestinationNotVerified");
        check_calls(report, field, lookups[i].calls, lookups[i].nested, host);
    }
}

/// Ascending from 0, which is L1.
void check_order(InvariantReport& report, const Field& array, std::size_t index, U256& before,
                 const U256& rollup, std::string_view error) {
    if (rollup <= before) {
        report.error(rules::proven_order, array.at(index)["rollupId"],
                     "expected a rollup id above " + before.decimal() + ", not " + rollup.decimal() + " (" +
                         std::string(error) + ")");
    }
    before = rollup;
}

void check_entry(InvariantReport& report, const Field& field, const table::Entry& entry) {
    Host host{{}, "the entry's state deltas"};
    U256 before;
    for (std::size_t i = 0; i < entry.deltas.size(); ++i) {
        const U256& rollup = entry.deltas[i].rollup_id;
        check_order(report, field["stateDeltas"], i, before, rollup, "StateDeltasNotStrictlyIncreasing");
        host.verified.insert(rollup);
    }
    check_touched(report, field["destinationRollupId"], entry.destination_rollup.value_or(U256{}), host,
                  "EntryDestinationNotInStateDeltas");
    check_calls(report, field, entry.calls, entry.nested, host);
    check_lookups_of(report, field, entry.lookups, host);
}

void check_lookup(InvariantReport& report, const Field& field, const table::Lookup& lookup) {
    Host host{{}, "the lookup's expected state roots"};
    U256 before;
    for (std::size_t i = 0; i < lookup.pins.size(); ++i) {
        const U256& rollup = lookup.pins[i].rollup_id;
        check_order(report, field["expectedStateRoots"], i, before, rollup,
                    "ExpectedStateRootsNotStrictlyIncreasing");
        host.verified.insert(rollup);
    }
    check_touched(report, field["destinationRollupId"], lookup.destination_rollup.value_or(U256{}), host,
                  "LookupDestinationNotPinned");
    check_calls(report, field, lookup.calls, lookup.nested, host);
    check_lookups_of(report, field, lookup.lookups, host);
}

} // namespace

void check_verified(InvariantReport& report) {
    const table::ExecutionTable& table = report.table();
    if (table.format->id != format_with_rules) {
        return;
    }
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        check_entry(report, report.entry(i), table.entries[i]);
    }
    for (std::size_t i = 0; i < table.lookups.size(); ++i) {
        check_lookup(report, report.lookup(i), table.lookups[i]);
    }
}

} // namespace anchorscope::transition
