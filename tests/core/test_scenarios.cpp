// The six recorded runs of the EEZ contracts, both sides: every finding that their tables and logs deserve,
// and no other. All were accepted by the contracts, so nothing enforced is broken in them.
#include "core/transition/invariants.h"
#include "core/transition/replay.h"
#include "core/transition/trajectory.h"
#include "core/transition/tree_sources.h"
#include "eez_runs.h"
#include <map>

using namespace anchorscope;
using namespace anchorscope::test;

namespace {

/// "severity rule place", sorted.
QByteArrayList told(const std::vector<Finding>& findings) {
    QByteArrayList out;
    for (const Finding& finding : findings) {
        out.append(shown(name(finding.severity)) + ' ' + shown(finding.rule) + ' ' + shown(finding.place));
    }
    std::ranges::sort(out);
    return out;
}

/// Of the table, of the tree that `events` tell, and of the replay of an L1 table.
QByteArrayList findings_of(const table::ExecutionTable& table, std::vector<transition::ManagerEvent> events) {
    std::vector<Finding> all = transition::check_invariants(table);
    const transition::Tree tree = transition::build_tree(table, std::move(events));
    all.insert(all.end(), tree.findings.begin(), tree.findings.end());
    if (table.format->side == table::Side::l1) {
        const std::array posted{transition::PostedTable{&table, &tree, {}}};
        const transition::Replay replay = transition::replay_block(posted).front();
        all.insert(all.end(), replay.findings.begin(), replay.findings.end());
    }
    return told(all);
}

} // namespace

class TestScenarios : public QObject {
    Q_OBJECT

private slots:
    /// The list. counterL2's L1 table starts its only entry from no state: an L2 transaction calls L1, and
    /// the recorder left the deltas empty.
    void everyFinding() {
        const std::map<std::string, QByteArrayList> deserved{
            {"counterL2/l1", {"warning table.no_state_delta entries[0].stateDeltas"}},
        };
        std::size_t tables = 0;
        for (const RecordedTable& recorded : recorded_tables()) {
            const auto found = deserved.find(recorded.name);
            const QByteArrayList expected = found == deserved.end() ? QByteArrayList() : found->second;
            const QByteArrayList name{recorded.name.c_str()};
            QCOMPARE(name + findings_of(*recorded.table, recorded.events), name + expected);
            QCOMPARE(name + findings_of(*recorded.table, {}), name + expected); // without the logs, too
            ++tables;
        }
        QCOMPARE(tables, std::size_t{12});
    }

    /// The same list from what another coder says of the tables: which entries have no deltas.
    void emptyDeltasByTheOracle() {
        QByteArrayList without;
        for (const RecordedTable& recorded : recorded_tables()) {
            if (recorded.table->format->side == table::Side::l2) {
                continue; // a rollup's entries have none
            }
            for (const codec::Json& entry : recorded.oracle.at("entries")) {
                if (entry.at("deltas").empty()) {
                    without.append((recorded.name + " entries[" + entry.at("i").dump() + "]").c_str());
                }
            }
        }
        QCOMPARE(without, QByteArrayList{"counterL2/l1 entries[0]"});
    }

    void statesContinue() {
        for (const RecordedTable& recorded : recorded_tables()) {
            for (const transition::Trajectory& one : transition::trajectories(*recorded.table)) {
                QVERIFY2(one.unbroken() && one.stated(), recorded.name.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestScenarios)
#include "test_scenarios.moc"
