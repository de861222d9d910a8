// Tables of one bundle held against each other: a made bundle in which every crossing fits, broken in one way
// at a time, and the recorded runs with exactly what does not fit in them.
#include "core/digest/rolling_hash.h"
#include "core/digest/table_digests.h"
#include "core/transition/mirror.h"
#include "eez_runs.h"
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::transition;

namespace {

using digest::FoldStep;
using digest::FoldTag;

/// Hash of the call that CallSpec makes (table_maker.h): from 0x…bb on `source` to 0x…aa on `target`.
Hash32 hash_of(std::uint64_t target, std::uint64_t source, const Bytes& data) {
    return digest::call_hash(target, address_of(0xaa), U256(0), data, address_of(0xbb), U256(source));
}

/// L1 calls rollup 1 with data 01, which calls L1 with 02, where rollup 1 is called with 03 and returns 33;
/// then L1 returns 22; then the same L1 call (02) once more, which returns 44 without calling; at last 11.
struct Two {
    EntrySpec l1, l2;

    Two() {
        l1.hash = hash_of(1, 0, {1});
        l1.deltas = {{.before = 0, .after = 1}};
        l1.calls = {{.source_rollup = 1, .data = {2}}, {.source_rollup = 1, .data = {2}}};
        l1.nested = {{hash_of(1, 0, {3}), U256(0), {0x33}}};
        l1.count = U256(2);
        l1.returned = {0x11};
        l2.calls = {{.source_rollup = 0, .data = {1}}, {.source_rollup = 0, .data = {3}}};
        l2.nested = {{hash_of(0, 1, {2}), U256(1), {0x22}}, {hash_of(0, 1, {2}), U256(0), {0x44}}};
        l2.count = U256(1);
        l2.returned = {0x11};
        // The call that starts the L2 entry comes with the table in practice; here nothing that leaves has
        // its hash.
        l2.hash = word_of(4711);
    }

    /// With the rolling hashes that these results fold to.
    void fold(const Bytes& one = {0x11}, const Bytes& two = {0x22}, const Bytes& three = {0x33},
              const Bytes& four = {0x44}) {
        const std::array l1_steps{
            FoldStep{FoldTag::call_begin, 1, false, {}}, FoldStep{FoldTag::nested_begin, 1, false, {}},
            FoldStep{FoldTag::nested_end, 1, false, {}}, FoldStep{FoldTag::call_end, 1, true, two},
            FoldStep{FoldTag::call_begin, 2, false, {}}, FoldStep{FoldTag::call_end, 2, true, four}};
        l1.rolling_hash = digest::rolling_hash(l1_steps);
        const std::array l2_steps{
            FoldStep{FoldTag::call_begin, 1, false, {}}, FoldStep{FoldTag::nested_begin, 1, false, {}},
            FoldStep{FoldTag::call_begin, 2, false, {}}, FoldStep{FoldTag::call_end, 2, true, three},
            FoldStep{FoldTag::nested_end, 1, false, {}}, FoldStep{FoldTag::nested_begin, 2, false, {}},
            FoldStep{FoldTag::nested_end, 2, false, {}}, FoldStep{FoldTag::call_end, 2, true, one}};
        l2.rolling_hash = digest::rolling_hash(l2_steps);
    }
};

/// "rule place" a line, worst first as found; then the crossings: "depth leaves > arrives".
struct Joined {
    std::shared_ptr<const table::ExecutionTable> l1, l2;
    Bundle bundle;
    JoinedOrder order;

    explicit Joined(const Two& two)
        : l1(decoded(calldata_of(BatchSpec{.entries = {two.l1}}))), l2(decoded(l2_calldata_of({two.l2}))),
          bundle({l1.get(), l2.get()}) {
        SolverLimits limits;
        order = join_tables(bundle, limits, {});
    }

    [[nodiscard]] QByteArray findings() const {
        QByteArray out;
        for (const Finding& finding : order.findings) {
            out += shown(finding.rule) + ' ' + shown(finding.place) + '\n';
        }
        return out;
    }
};

QByteArray crossings(const Bundle& bundle, const JoinedOrder& order) {
    QByteArray out;
    for (const Crossing& crossing : order.crossings) {
        out += QByteArray(static_cast<qsizetype>(2 * crossing.depth), ' ');
        out += crossing.leaves == no_counterpart ? QByteArray("-")
                                                 : shown(bundle.place(bundle.leaving()[crossing.leaves]));
        out += " > ";
        out += crossing.arrives == no_counterpart ? QByteArray("-")
                                                  : shown(bundle.place(bundle.arriving()[crossing.arrives]));
        out += crossing.placed ? "\n" : " ?\n";
    }
    return out;
}

} // namespace

class TestMirror : public QObject {
    Q_OBJECT

    /// What is found is this, and only this, beside the L2 entry's start that nothing mirrors.
    static void expect(const Two& two, const QByteArray& expected) {
        const Joined joined(two);
        const QByteArray always = "mirror.no_arrival table 2 (R1) entries[0]\n";
        QVERIFY2(joined.findings().contains(always), joined.findings().constData());
        QCOMPARE(joined.findings().replace(always, ""), expected);
        for (const Finding& finding : joined.order.findings) {
            QVERIFY2(finding.text.find("look ") != std::string::npos, finding.text.c_str());
        }
    }

private slots:
    void oneOrder() {
        Two two;
        two.fold();
        const Joined joined(two);
        QCOMPARE(joined.bundle.domain(1), Domain{1});
        QCOMPARE(crossings(joined.bundle, joined.order),
                 QByteArray("table 1 (L1) entries[0] > table 2 (R1) entries[0].incomingCalls[0]\n"
                            "  table 2 (R1) entries[0].expectedOutgoingCalls[0] > table 1 (L1) "
                            "entries[0].l2ToL1Calls[0]\n"
                            "    table 1 (L1) entries[0].expectedL1ToL2Calls[0] > table 2 (R1) "
                            "entries[0].incomingCalls[1]\n"
                            "  table 2 (R1) entries[0].expectedOutgoingCalls[1] > table 1 (L1) "
                            "entries[0].l2ToL1Calls[1]\n"
                            "table 2 (R1) entries[0] > -\n"));
        expect(two, {});
    }

    // The rolling hash of L1 was made with another result than the one that the L2 table has.
    void aResultThatDiffers() {
        Two two;
        two.fold({0x11}, {0x22}, {0x33}, {0x22}); // 44 on the side of L2
        expect(two, "mirror.result table 1 (L1) entries[0].l2ToL1Calls[1]\n");
        two.fold({0x11}, {0x99}, {0x33}, {0x44}); // a value that no table holds
        expect(two, "mirror.result table 1 (L1) entries[0].l2ToL1Calls[0]\n");
        two.fold({0x11}, {0x22}, {0x11}, {0x44});
        expect(two, "mirror.result table 2 (R1) entries[0].incomingCalls[1]\n");
    }

    void aCallWithoutCounterpart() {
        Two two;
        two.fold();
        two.l1.nested[0].hash = word_of(1); // leaves, but this does not arrive; what arrives leaves nowhere
        expect(two, "mirror.no_arrival table 1 (L1) entries[0].expectedL1ToL2Calls[0]\n"
                    "mirror.no_departure table 2 (R1) entries[0].incomingCalls[1]\n");
    }

    void aDuplicate() {
        Two two;
        two.l2.nested.pop_back(); // leaves once, arrives twice
        two.fold();
        const Joined joined(two);
        QVERIFY2(joined.findings().contains("mirror.duplicate table 1 (L1) entries[0].l2ToL1Calls[1]\n"),
                 joined.findings().constData());
        Two other;
        other.l1.calls.pop_back(); // leaves twice, arrives once
        other.l1.count = U256(1);
        other.fold();
        QVERIFY(Joined(other).findings().contains(
            "mirror.duplicate table 2 (R1) entries[0].expectedOutgoingCalls[1]\n"));
    }

    // The same calls, the other way round on L1: what leaves first arrives second.
    void aWrongOrder() {
        Two two;
        two.l2.nested[1].hash = hash_of(0, 1, {5});
        two.l1.calls = {{.source_rollup = 1, .data = {5}}, {.source_rollup = 1, .data = {2}}};
        two.fold({0x11}, {0x44}, {0x33}, {0x22});
        const Joined joined(two);
        QVERIFY2(
            joined.findings().contains("mirror.order table 2 (R1) entries[0].expectedOutgoingCalls[1]\n"),
            joined.findings().constData());
    }

    // On L1 the call to rollup 1 happens inside the second call, on rollup 1 it arrives inside the first.
    void anotherNesting() {
        Two two;
        two.fold();
        const std::array steps{FoldStep{FoldTag::call_begin, 1, false, {}},
                               FoldStep{FoldTag::call_end, 1, true, two.l2.nested[0].returned},
                               FoldStep{FoldTag::call_begin, 2, false, {}},
                               FoldStep{FoldTag::nested_begin, 1, false, {}},
                               FoldStep{FoldTag::nested_end, 1, false, {}},
                               FoldStep{FoldTag::call_end, 2, true, two.l2.nested[1].returned}};
        two.l1.rolling_hash = digest::rolling_hash(steps);
        expect(two, "mirror.order table 1 (L1) entries[0].expectedL1ToL2Calls[0]\n");
    }

    void tablesOfDifferentBundles() {
        const RecordedTable l1 = recorded_table("reentrant", "l1");
        const RecordedTable l2 = recorded_table("counter", "l2");
        const Bundle bundle({l1.table.get(), l2.table.get()});
        SolverLimits limits;
        const JoinedOrder joined = join_tables(bundle, limits, {});
        QCOMPARE(joined.findings.size(), std::size_t{1});
        QCOMPARE(shown(joined.findings[0].rule), QByteArray("mirror.unrelated"));
        QCOMPARE(joined.findings[0].severity, Severity::warning);
    }

    // In the recorded runs the calls that start a bundle were sent by another account on the other side (or,
    // in multi-call-nested, carry another source rollup), so that they have no counterpart; all the others
    // do, and none disagrees.
    void recordedRuns() {
        const std::map<std::string, QByteArray> expected{
            {"counter", "mirror.none\n"},
            {"counterL2", "mirror.none\n"},
            {"multi-call-nested", "mirror.no_arrival mirror.no_departure\n"},
            {"nestedCallRevert", "mirror.unrelated\n"},
            {"reentrant", "mirror.no_arrival mirror.no_departure\n"},
            {"revertCounter", "mirror.unrelated\n"}};
        for (const char* scenario : scenarios) {
            const RecordedTable l1 = recorded_table(scenario, "l1");
            const RecordedTable l2 = recorded_table(scenario, "l2");
            const Bundle bundle({l1.table.get(), l2.table.get()});
            SolverLimits limits;
            const JoinedOrder joined = join_tables(bundle, limits, {});
            std::set<std::string> rules;
            for (const Finding& finding : joined.findings) {
                rules.insert(finding.rule);
            }
            QByteArray text;
            for (const std::string& rule : rules) {
                text += (text.isEmpty() ? "" : " ") + shown(rule);
            }
            QCOMPARE((text.isEmpty() ? QByteArray("mirror.none") : text) + '\n', expected.at(scenario));
        }
        // The four hops in one order over both sides.
        const RecordedTable l1 = recorded_table("reentrant", "l1");
        const RecordedTable l2 = recorded_table("reentrant", "l2");
        const Bundle bundle({l1.table.get(), l2.table.get()});
        SolverLimits limits;
        const QByteArray text = crossings(bundle, join_tables(bundle, limits, {}));
        QVERIFY2(text.contains("    table 1 (L1) entries[0].expectedL1ToL2Calls[0] > table 2 (R1) "
                               "entries[0].incomingCalls[0]\n"
                               "      table 2 (R1) entries[0].expectedOutgoingCalls[0] > table 1 (L1) "
                               "entries[0].l2ToL1Calls[1]\n"
                               "        table 1 (L1) entries[0].expectedL1ToL2Calls[1] > table 2 (R1) "
                               "entries[0].incomingCalls[1]\n"),
                 text.constData());
    }
};

QTEST_GUILESS_MAIN(TestMirror)
#include "test_mirror.moc"
