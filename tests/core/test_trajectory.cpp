#include "core/transition/trajectory.h"
#include "eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;

namespace {

/// "rollup: entry.delta before>after, …", a break marked with !.
QByteArray shown_all(const table::ExecutionTable& table) {
    QByteArray out;
    for (const transition::Trajectory& one : transition::trajectories(table)) {
        out += shown(one.rollup_id.decimal()) + (one.unbroken() ? ":" : " broken:");
        for (const transition::TrajectoryStep& step : one.steps) {
            out += ' ' + QByteArray::number(step.entry) + '.' + QByteArray::number(step.delta) +
                   (step.continues ? "" : "!") + shown(to_hex_short(step.before.value().view())) + '>' +
                   shown(to_hex_short(step.after.view()));
        }
        out += '\n';
    }
    return out;
}

} // namespace

class TestTrajectory : public QObject {
    Q_OBJECT

private slots:
    // The deltas as ethers v6 reads them (oracle.json).
    void recordedTables() {
        QCOMPARE(
            shown_all(*recorded_table("multi-call-nested", "l1").table),
            QByteArray("1: 0.0"
                       "0xf82d…306d>0x4dbf…27da 1.00x4dbf…27da>0xfc95…3d42 2.00xfc95…3d42>0xa670…6ba8\n"));
        QCOMPARE(shown_all(*recorded_table("counterL2", "l1").table), QByteArray());
        QCOMPARE(shown_all(*recorded_table("counter", "l2").table), QByteArray());
        for (const RecordedTable& recorded : recorded_tables()) {
            for (const transition::Trajectory& one : transition::trajectories(*recorded.table)) {
                QVERIFY(one.unbroken());
            }
        }
    }

    void rollupsAscendAndBreaksAreMarked() {
        const auto table = decoded(calldata_of(BatchSpec{
            .entries = {
                {.deltas = {{.rollup = 7, .before = 1, .after = 2}, {.rollup = 3, .before = 5, .after = 6}}},
                {.deltas = {{.rollup = 7, .before = 1, .after = 3, .ether = 9}}},
                {.deltas = {{.rollup = 7, .before = 3, .after = 4}}}}}));
        const auto all = transition::trajectories(*table);
        QCOMPARE(all.size(), 2U);
        QCOMPARE(all[0].rollup_id, U256(3));
        QVERIFY(all[0].unbroken());
        QVERIFY(!all[1].unbroken());
        QCOMPARE(all[1].steps.size(), 3U);
        QVERIFY(all[1].steps[0].continues && !all[1].steps[1].continues && all[1].steps[2].continues);
        QCOMPARE(all[1].steps[1].ether_delta, U256(9));
        QCOMPARE(all[1].steps[0].delta, 0U);
        QCOMPARE(all[0].steps[0].delta, 1U);
    }
};

QTEST_GUILESS_MAIN(TestTrajectory)
#include "test_trajectory.moc"
