// Trees without events, by the other tables of the bundle: the recorded runs, and what hostile peers can do.
#include "core/transition/peer_order.h"
#include "core/transition/tree_sources.h"
#include "eez_runs.h"
#include "tree_text.h"

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::transition;

namespace {

Tree tree_with(const table::ExecutionTable& table, std::vector<const table::ExecutionTable*> peers,
               std::vector<ManagerEvent> events = {}) {
    TreeSources sources;
    sources.peers = std::move(peers);
    sources.events = std::move(events);
    return build_tree_from(table, std::move(sources));
}

/// Kinds and places, and how calls ended; without domains, which events of one side do not always tell.
QByteArray shape(const Tree& tree) {
    QByteArray out;
    for (const Node& node : tree.nodes) {
        out += QByteArray(static_cast<qsizetype>(2 * node.depth), ' ') + word_for(node.kind) + ' ' +
               QByteArray::number(node.index) + (node.kind == NodeKind::call ? word_for(node.outcome) : "") +
               (node.placed ? "\n" : "?\n");
    }
    return out;
}

QByteArray rows(const Tree& tree) {
    const QByteArray text = tree_text(tree);
    return text.left(text.indexOf("basis"));
}

} // namespace

class TestPeerTables : public QObject {
    Q_OBJECT

private slots:
    // The four-hop re-entry, ambiguous from calldata alone: the tables of both sides together tell it, as the
    // events of each side do.
    void reentrant() {
        const RecordedTable l1 = recorded_table("reentrant", "l1");
        const RecordedTable l2 = recorded_table("reentrant", "l2");
        const Tree alone = tree_with(*l1.table, {});
        QCOMPARE(alone.basis, TreeBasis::ambiguous);
        QCOMPARE(alone.candidates, (CandidateCount{2, false}));

        const Tree l1_tree = tree_with(*l1.table, {l2.table.get()});
        QCOMPARE(l1_tree.basis, TreeBasis::peer);
        QCOMPARE(l1_tree.candidates, (CandidateCount{1, false}));
        QVERIFY(well_formed(l1_tree));
        QCOMPARE(rows(l1_tree), rows(build_tree(*l1.table, l1.events)));

        const Tree l2_tree = tree_with(*l2.table, {l1.table.get()});
        QCOMPARE(l2_tree.basis, TreeBasis::peer);
        QCOMPARE(shape(l2_tree), shape(build_tree(*l2.table, l2.events)));
        QVERIFY2(rows(l2_tree).startsWith("bundle R1>R1\n  entry 0 R1>L1 ok\n    call 1 L1>R1 ok\n"
                                          "      nested 1 R1>L1 ok\n        call 2 L1>R1 ok\n"),
                 rows(l2_tree).constData());
    }

    void multiCallNested() {
        const RecordedTable l1 = recorded_table("multi-call-nested", "l1");
        const RecordedTable l2 = recorded_table("multi-call-nested", "l2");
        for (const auto& [ours, other] : {std::pair(&l1, &l2), std::pair(&l2, &l1)}) {
            const Tree tree = tree_with(*ours->table, {other->table.get()});
            QCOMPARE(tree.basis, TreeBasis::peer);
            QCOMPARE(shape(tree), shape(build_tree(*ours->table, ours->events)));
            QVERIFY(tree.findings.empty());
        }
        // The duplicate call hash: the first of both calls returned 1, the second 2.
        const Tree tree = tree_with(*l1.table, {l2.table.get()});
        QCOMPARE(tree.results.size(), std::size_t{2});
        QCOMPARE(tree.results[0].return_data.back(), std::uint8_t{1});
        QCOMPARE(tree.results[1].return_data.back(), std::uint8_t{2});
    }

    // All twelve tables: whatever the other table decides is what the events of the run say.
    void everyRun() {
        for (const char* scenario : scenarios) {
            const RecordedTable l1 = recorded_table(scenario, "l1");
            const RecordedTable l2 = recorded_table(scenario, "l2");
            for (const auto& [ours, other] : {std::pair(&l1, &l2), std::pair(&l2, &l1)}) {
                const Tree tree = tree_with(*ours->table, {other->table.get()});
                QVERIFY2(tree.basis != TreeBasis::ambiguous, ours->name.c_str());
                QVERIFY(well_formed(tree));
                for (const Node& node : tree.nodes) {
                    QVERIFY(node.result == no_node || node.kind == NodeKind::call);
                }
                // Events are believed before peers.
                const Tree both = tree_with(*ours->table, {other->table.get()}, ours->events);
                QCOMPARE(both.basis, build_tree(*ours->table, ours->events).basis);
                QCOMPARE(shape(both), shape(build_tree(*ours->table, ours->events)));
            }
        }
    }

    void domains() {
        const RecordedTable l1 = recorded_table("reentrant", "l1");
        const RecordedTable l2 = recorded_table("reentrant", "l2");
        QVERIFY(!l2.table->executing_domain().known());
        const Bundle bundle({l2.table.get(), l1.table.get()});
        QCOMPARE(bundle.domain(0), Domain{1});
        QCOMPARE(bundle.domain(1), l1_domain);
        QVERIFY(!Bundle({l2.table.get()}).domain(0).known());
        QCOMPARE(shown(bundle.place(bundle.arriving()[0])),
                 QByteArray("table 1 (R1) entries[0].incomingCalls[0]"));
    }

    // A peer that lies about a result, or belongs to another bundle, decides nothing.
    void peersThatDoNotFit() {
        const RecordedTable l1 = recorded_table("reentrant", "l1");
        const RecordedTable l2 = recorded_table("reentrant", "l2");
        const auto at = l2.table->entries[0].nested[0].return_data.data() - l2.table->calldata().data();
        Bytes changed = bytes(l2.oracle.at("calldataHex").get<std::string>());
        changed[static_cast<std::size_t>(at) + 31] ^= 4U; // no other value of the bundle
        const auto liar = decoded(changed);
        const Tree deceived = tree_with(*l1.table, {liar.get()});
        QCOMPARE(deceived.basis, TreeBasis::ambiguous);
        QCOMPARE(deceived.candidates, (CandidateCount{2, false}));
        QVERIFY(std::ranges::any_of(deceived.findings,
                                    [](const Finding& one) { return one.rule == "peer.results"; }));
        const RecordedTable foreign = recorded_table("counter", "l2");
        const Tree tree = tree_with(*l1.table, {foreign.table.get()});
        QCOMPARE(tree.basis, TreeBasis::ambiguous);
        QVERIFY(well_formed(tree));
    }
};

QTEST_GUILESS_MAIN(TestPeerTables)
#include "test_peer_tables.moc"
