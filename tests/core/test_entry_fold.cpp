// The fold that a tree shows: of the recorded runs it gives the rolling hash that the table expects, which
// the contracts checked.
#include "core/transition/entry_fold.h"
#include "eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;
using transition::Tree;

class TestEntryFold : public QObject {
    Q_OBJECT

private slots:
    void recorded_runs_fold_to_the_tables_hash() {
        std::size_t folded = 0, calls = 0;
        for (const RecordedTable& recorded : recorded_tables()) {
            const Tree tree = transition::build_tree(*recorded.table, recorded.events);
            for (std::uint32_t i = 0; i < recorded.table->entries.size(); ++i) {
                const table::Entry& entry = recorded.table->entries[i];
                const auto steps = transition::observed_fold(*recorded.table, tree, i);
                if (!steps) {
                    continue;
                }
                QCOMPARE(digest::rolling_hash(*steps), entry.rolling_hash);
                ++folded;
                calls += entry.calls.size();
            }
            for (const digest::StepTrace& trace : transition::observed_traces(*recorded.table, tree, 100)) {
                QVERIFY(digest::holds(trace, recorded.table->calldata()));
            }
        }
        QVERIFY2(folded >= 10 && calls >= 8, qPrintable(QStringLiteral("%1 %2").arg(folded).arg(calls)));
    }

    void without_results_there_is_no_fold() {
        const RecordedTable recorded = recorded_table("multi-call-nested", "l1");
        const Tree tree = transition::build_tree(*recorded.table, {});
        for (std::uint32_t i = 0; i < recorded.table->entries.size(); ++i) {
            QCOMPARE(transition::observed_fold(*recorded.table, tree, i).has_value(),
                     recorded.table->entries[i].calls.empty());
        }
        QVERIFY(!transition::observed_fold(*recorded.table, tree, 99));
        QVERIFY(!transition::observed_fold(*recorded.table, tree, 0, 99));
    }

    // PROTOCOL 1.5: a revert span's inner events are rolled back.
    void a_revert_span_hides_the_fold() {
        const RecordedTable recorded = recorded_table("revertCounter", "l1");
        const Tree tree = transition::build_tree(*recorded.table, recorded.events);
        bool span = false;
        for (std::uint32_t i = 0; i < recorded.table->entries.size(); ++i) {
            const auto& calls = recorded.table->entries[i].calls;
            if (std::ranges::any_of(calls,
                                    [](const table::Call& call) { return !call.revert_span.is_zero(); })) {
                QVERIFY(!transition::observed_fold(*recorded.table, tree, i));
                span = true;
            }
        }
        QVERIFY(span);
    }
};

QTEST_GUILESS_MAIN(TestEntryFold)
#include "test_entry_fold.moc"
