// Rules of the version with static calls: a table that keeps them, and one broken in each way.
#include "core/transition/invariants.h"
#include "core_test_support.h"
#include "table_maker.h"

using namespace anchorscope;
using namespace anchorscope::test;

namespace {

/// What may be broken; as it stands nothing is.
struct Spec {
    std::vector<std::uint64_t> deltas{1, 2};
    std::uint64_t destination = 1, source = 2, nested = 1, lookup = 2, lookup_source = 1, lookup_nested = 2;
    std::vector<std::uint64_t> pins{1, 2};
    std::uint64_t pool_destination = 2, pool_source = 1;
};

AbiTree call_tree(std::uint64_t source) {
    return AbiTree::list({AbiTree::of(false), AbiTree::of(address_of(0xaa)), number(0), text({}),
                          AbiTree::of(address_of(0xbb)), number(source), number(0)});
}

AbiTree nested_tree(std::uint64_t destination) {
    return AbiTree::list({AbiTree::of(word_of(5)), number(destination), number(0), text({})});
}

AbiTree batch_tree(const Spec& spec) {
    const auto delta = [](std::uint64_t rollup) {
        return AbiTree::list({number(rollup), number(0), number(1), AbiTree::of(U256(0))});
    };
    const auto pin = [](std::uint64_t rollup) { return AbiTree::list({number(rollup), number(0)}); };
    const AbiTree lookup =
        AbiTree::list({AbiTree::of(word_of(6)), number(spec.lookup), text({}), AbiTree::of(true), number(1),
                       number(0), number(0), AbiTree::list({call_tree(spec.lookup_source)}),
                       AbiTree::list({nested_tree(spec.lookup_nested)}), number(1), AbiTree::of(word_of(7))});
    const AbiTree entry = AbiTree::list(
        {list_of(spec.deltas, delta), AbiTree::of(word_of(3)), number(spec.destination), text({}),
         AbiTree::list({call_tree(spec.source)}), AbiTree::list({nested_tree(spec.nested)}),
         AbiTree::list({lookup}), number(1), AbiTree::of(word_of(8))});
    const AbiTree pooled =
        AbiTree::list({AbiTree::of(word_of(9)), number(spec.pool_destination), text({}), AbiTree::of(false),
                       AbiTree::list({call_tree(spec.pool_source)}), AbiTree::list({}), AbiTree::list({}),
                       number(0), AbiTree::of(word_of(10)), list_of(spec.pins, pin)});
    const auto rollup = [](std::uint64_t id) {
        return AbiTree::list({number(id), AbiTree::list({number(0)})});
    };
    return AbiTree::list({AbiTree::list({entry}), AbiTree::list({pooled}), number(0), number(0),
                          AbiTree::list({AbiTree::of(address_of(7))}), AbiTree::list({rollup(1), rollup(2)}),
                          number(0), AbiTree::list({}), text({}), AbiTree::list({text({1})}), number(0)});
}

/// "rule place: (Error)" of every error.
QByteArray errors_of(const Spec& spec) {
    const auto table =
        decoded(calldata_of(*table::format_named("eez-static.l1"), AbiTree::list({batch_tree(spec)})));
    QByteArray out;
    for (const Finding& finding : transition::check_invariants(*table)) {
        if (finding.severity == Severity::error) {
            const std::string& text = finding.text;
            out +=
                shown(finding.rule) + ' ' + shown(finding.place) + ' ' +
                shown(std::string_view(text).substr(text.rfind('('), text.rfind(')') - text.rfind('(') + 1)) +
                '\n';
        }
    }
    return out;
}

} // namespace

class TestInvariantsVerified : public QObject {
    Q_OBJECT

private slots:
    void each() {
        QCOMPARE(errors_of({}), QByteArray());
        QCOMPARE(errors_of({.destination = 3}),
                 QByteArray("table.rollup_not_in_batch entries[0].destinationRollupId (RollupNotInBatch)\n"
                            "table.rollup_not_proven entries[0].destinationRollupId "
                            "(EntryDestinationNotInStateDeltas)\n"));
        QCOMPARE(errors_of({.deltas = {2}}),
                 QByteArray("table.rollup_not_proven entries[0].destinationRollupId "
                            "(EntryDestinationNotInStateDeltas)\n"
                            "table.rollup_not_proven entries[0].expectedL1ToL2Calls[0].destinationRollupId "
                            "(ReentrantDestinationNotVerified)\n"
                            "table.rollup_not_proven "
                            "entries[0].expectedLookups[0].l2ToL1Calls[0].sourceRollupId "
                            "(CallSourceNotVerified)\n"));
        QCOMPARE(errors_of({.deltas = {2, 1}}),
                 QByteArray("table.proven_order entries[0].stateDeltas[1].rollupId "
                            "(StateDeltasNotStrictlyIncreasing)\n"));
        QCOMPARE(errors_of({.deltas = {1, 2, 2}}),
                 QByteArray("table.proven_order entries[0].stateDeltas[2].rollupId "
                            "(StateDeltasNotStrictlyIncreasing)\n"));
        // L1 is no counterpart of itself.
        QCOMPARE(errors_of({.source = 0}),
                 QByteArray("table.rollup_not_proven entries[0].l2ToL1Calls[0].sourceRollupId "
                            "(CallSourceNotVerified)\n"));
        QCOMPARE(errors_of({.nested = 0}),
                 QByteArray("table.rollup_not_proven entries[0].expectedL1ToL2Calls[0].destinationRollupId "
                            "(ReentrantDestinationNotVerified)\n"));
        QCOMPARE(errors_of({.lookup = 0}),
                 QByteArray("table.rollup_not_proven entries[0].expectedLookups[0].destinationRollupId "
                            "(ReentrantDestinationNotVerified)\n"));
        QCOMPARE(errors_of({.lookup_nested = 4}),
                 QByteArray("table.rollup_not_proven "
                            "entries[0].expectedLookups[0].expectedL1ToL2Calls[0].destinationRollupId "
                            "(ReentrantDestinationNotVerified)\n"));
    }

    void lookupsOfTheTable() {
        QCOMPARE(errors_of({.pins = {1}}),
                 QByteArray("table.rollup_not_proven l1ToL2lookupCalls[0].destinationRollupId "
                            "(LookupDestinationNotPinned)\n"));
        QCOMPARE(errors_of({.pins = {2, 1}}),
                 QByteArray("table.proven_order l1ToL2lookupCalls[0].expectedStateRoots[1].rollupId "
                            "(ExpectedStateRootsNotStrictlyIncreasing)\n"));
        QCOMPARE(errors_of({.pool_source = 0}),
                 QByteArray("table.rollup_not_proven l1ToL2lookupCalls[0].l2ToL1Calls[0].sourceRollupId "
                            "(CallSourceNotVerified)\n"));
    }
};

QTEST_GUILESS_MAIN(TestInvariantsVerified)
#include "test_invariants_verified.moc"
