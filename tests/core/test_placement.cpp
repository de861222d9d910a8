// Placements of nested frames: counted, walked through, decided by the rolling hash.
#include "core/transition/tree_sources.h"
#include "manager_model.h"
#include <functional>
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::transition;

namespace {

/// An entry of `calls` calls, `own` of them at its own level, the others in frames of `nested` calls.
EntrySpec entry_of(std::uint64_t own, const std::vector<std::uint64_t>& nested) {
    EntrySpec spec;
    std::uint64_t calls = own;
    spec.count = U256(own);
    for (const std::uint64_t count : nested) {
        spec.nested.push_back({word_of(5000 + spec.nested.size()), U256(count), {}});
        calls += count;
    }
    spec.calls.resize(calls);
    return spec;
}

std::shared_ptr<const table::ExecutionTable> table_of(const EntrySpec& spec) {
    return decoded(calldata_of(BatchSpec{.entries = {spec}}));
}

CandidateCount counted(const EntrySpec& spec, bool lookups = true) {
    const auto table = table_of(spec);
    const auto problem = placement_problem(table->entries[0], lookups);
    CountLimits limits;
    return problem ? count_placements(*problem, limits, {}).value_or(CandidateCount{0, true})
                   : CandidateCount{};
}

/// All of them, walked through; every one is another.
std::optional<std::size_t> walked(const EntrySpec& spec, bool lookups = true) {
    const auto table = table_of(spec);
    const auto problem = placement_problem(table->entries[0], lookups);
    std::uint64_t steps = 10'000'000;
    PlacementWalk walk(*problem, nullptr, steps, {});
    std::set<std::vector<std::pair<int, std::uint32_t>>> seen;
    PlacementWalk::Stop stop = walk.next();
    for (; stop == PlacementWalk::Stop::found; stop = walk.next()) {
        std::vector<std::pair<int, std::uint32_t>> key;
        for (const PlacedStep& step : walk.placement()) {
            key.emplace_back(static_cast<int>(step.kind), step.index);
        }
        if (!seen.insert(key).second) {
            return std::nullopt;
        }
    }
    return stop == PlacementWalk::Stop::exhausted ? std::optional(seen.size()) : std::nullopt;
}

/// The results that the manager's model reported, by flat call.
PossibleOutcomes outcomes_of(const synth::Ran& ran) {
    PossibleOutcomes out;
    for (std::size_t i = 0; i < ran.returned.size(); ++i) {
        out.push_back({{ran.successes[i], ran.returned[i]}});
    }
    return out;
}

Solution solved(const table::Entry& entry, const PossibleOutcomes& outcomes, std::uint64_t steps = 50'000) {
    SolverLimits limits;
    limits.steps = steps;
    return solve_placement(entry, outcomes, limits, {});
}

/// The tree of a program's own events, without the words that only logs or results give.
QByteArray shape(const Tree& tree) {
    QByteArray out;
    for (const Node& node : tree.nodes) {
        if (node.kind != NodeKind::call_return) {
            out += QByteArray(static_cast<qsizetype>(2 * node.depth), ' ') + word_for(node.kind) + ' ' +
                   QByteArray::number(node.index) + (node.placed ? "\n" : "?\n");
        }
    }
    return out;
}

} // namespace

class TestPlacement : public QObject {
    Q_OBJECT

private slots:
    // Counts of PROTOCOL 1.5. The first is the L1 side of a re-entry with four hops; 28 and 2002 are the
    // ordered forests of 6 nodes with 3 roots and of 10 nodes with 4 roots: r/n · C(2n − r − 1, n − 1).
    void knownCounts_data() {
        QTest::addColumn<quint64>("own");
        QTest::addColumn<QList<quint64>>("nested");
        QTest::addColumn<quint64>("expected");
        QTest::addRow("four hops") << quint64{1} << QList<quint64>{1, 0} << quint64{2};
        QTest::addRow("6 calls, three one-call frames")
            << quint64{3} << QList<quint64>{1, 1, 1} << quint64{28};
        QTest::addRow("10 calls, four one-call and two empty frames")
            << quint64{6} << QList<quint64>{1, 1, 1, 1, 0, 0} << quint64{4550};
        QTest::addRow("10 calls, six one-call frames")
            << quint64{4} << QList<quint64>{1, 1, 1, 1, 1, 1} << quint64{2002};
        QTest::addRow("no frame") << quint64{7} << QList<quint64>{} << quint64{1};
        QTest::addRow("one frame in one call") << quint64{1} << QList<quint64>{0} << quint64{1};
        QTest::addRow("frames, but nothing calls") << quint64{0} << QList<quint64>{0} << quint64{0};
    }
    void knownCounts() {
        QFETCH(const quint64, own);
        QFETCH(const QList<quint64>, nested);
        QFETCH(const quint64, expected);
        const EntrySpec spec = entry_of(own, {nested.begin(), nested.end()});
        QCOMPARE(counted(spec), (CandidateCount{expected, false}));
        QCOMPARE(walked(spec), std::optional(static_cast<std::size_t>(expected)));
    }

    void countsThatDoNotSumUp() {
        EntrySpec spec = entry_of(2, {1});
        spec.calls.pop_back();
        QVERIFY(!placement_problem(table_of(spec)->entries[0], true));
        spec.nested[0].count = U256(0).minus(1);
        QVERIFY(!placement_problem(table_of(spec)->entries[0], true));
        QCOMPARE(solved(table_of(spec)->entries[0], {}).state, SolveState::none);
    }

    // Random small entries with revert spans and lookups: the two ways of counting agree.
    void countingAndWalkingAgree() {
        Random random(3);
        std::size_t pruned = 0, spans = 0;
        for (int round = 0; round < 400; ++round) {
            std::vector<std::uint64_t> nested(random() % 5);
            std::ranges::generate(nested, [&] { return random() % 3; });
            EntrySpec spec = entry_of(1 + random() % 3, nested);
            for (std::size_t i = random() % 2; i < 2 && !spec.calls.empty(); ++i) {
                spec.lookups.push_back({.call_number = 1 + random() % spec.calls.size(),
                                        .last_nested = random() % (nested.size() + 1)});
            }
            if (random() % 2 == 0) {
                spec.calls[random() % spec.calls.size()].revert_span = 1 + random() % 2;
                ++spans;
            }
            const CandidateCount count = counted(spec);
            QVERIFY(!count.more);
            QCOMPARE(walked(spec), std::optional(static_cast<std::size_t>(count.count)));
            pruned += count.count < counted(spec, false).count ? 1U : 0U;
        }
        QVERIFY2(pruned > 50 && spans > 100, qPrintable(QString::number(pruned)));
    }

    // reentrant, L1 side, with a lookup while two calls have begun and both frames: the second frame, which
    // has no calls, has then opened inside the second call or behind it.
    void lookupsPrune() {
        EntrySpec spec = entry_of(1, {1, 0});
        QCOMPARE(counted(spec).count, std::uint64_t{2});
        EntrySpec six = entry_of(3, {1, 1, 1});
        six.lookups.push_back({.call_number = 1, .last_nested = 0}); // says nothing: always met
        QCOMPARE(counted(six).count, std::uint64_t{28});
        six.lookups.push_back({.call_number = 3, .last_nested = 0}); // no frame opens before call 3
        QCOMPARE(counted(six).count, std::uint64_t{5});              // forests of 4 nodes below one root
        six.lookups.push_back({.call_number = 4, .last_nested = 3}); // but frames with calls need calls
        QCOMPARE(counted(six).count, std::uint64_t{0});
        const Solution none = solved(table_of(six)->entries[0], {});
        QCOMPARE(none.state, SolveState::none);
        QCOMPARE(none.by_counts.count, std::uint64_t{28});
        // What lookups alone decide says so.
        EntrySpec hops = entry_of(1, {1, 0});
        hops.lookups.push_back({.call_number = 1, .last_nested = 0});
        QCOMPARE(build_tree(*table_of(hops), {}).basis, TreeBasis::ambiguous);
        hops.nested[0].count = U256(0);
        hops.nested[1].count = U256(1);
        QCOMPARE(build_tree(*table_of(hops), {}).basis, TreeBasis::solved);
        hops = entry_of(2, {0});
        hops.lookups.push_back({.call_number = 2, .last_nested = 0});
        const Tree by_lookup = build_tree(*table_of(hops), {});
        QCOMPARE(by_lookup.basis, TreeBasis::solved);
        QCOMPARE(shown(by_lookup.orders[0].detail),
                 QByteArray("of 2 placements the only one in which every lookup can be met"));
        // Lookups of other lookups, and those that are never met, say nothing.
        six.lookups = {{.call_number = 3, .last_nested = 0, .executing = 1},
                       {.call_number = 9, .last_nested = 0},
                       {.call_number = 3, .last_nested = 4}};
        QCOMPARE(counted(six).count, std::uint64_t{28});
    }

    // The model of the contract runs random programs; with the results of the calls the rolling hash finds
    // the program again, and its tree is the one that the logs tell.
    void theRollingHashDecides() {
        Random random(5);
        std::size_t ambiguous = 0;
        for (int round = 0; round < 200; ++round) {
            model::Programs programs(random, round % 2 == 0, false);
            const Executed run = executed({programs.frame(0, 3)});
            const table::Entry& entry = run.table->entries[0];
            PossibleOutcomes outcomes = outcomes_of(run.ran[0]);
            const Solution solution = solved(entry, outcomes);
            if (solution.gave_up) {
                continue;
            }
            QCOMPARE(solution.state, SolveState::unique);
            QVERIFY(solution.by_hash);
            ambiguous += solution.by_counts.unique() ? 0U : 1U;
            // Any other result, and nothing fits.
            if (!outcomes.empty()) {
                outcomes[random() % outcomes.size()][0].success ^= true;
                const Solution other = solved(entry, outcomes);
                QVERIFY(other.state == SolveState::none || other.gave_up);
            }
        }
        QVERIFY2(ambiguous > 60, qPrintable(QString::number(ambiguous)));
    }

    // A result is chosen among several, too.
    void theRollingHashChoosesResults() {
        const model::Frame program{
            model::Item{.nested = {{.frame = {model::Item{.returned = {1}}}}, {}}, .returned = {2}}};
        const Executed run = executed({program});
        const Bytes one{1}, two{2}, three{3};
        const PossibleOutcomes outcomes{{{true, three}, {true, two}}, {{false, one}, {true, one}}};
        const Solution solution = solved(run.table->entries[0], outcomes);
        QCOMPARE(solution.state, SolveState::unique);
        for (const PlacedStep& step : *solution.placement) {
            if (step.kind == PlacedKind::call_end) {
                QCOMPARE(step.result, 1U);
            }
        }
        // Where a call has no result at all, the hash decides nothing.
        const Solution open = solved(run.table->entries[0], {{{true, two}}, {}});
        QCOMPARE(open.state, SolveState::several);
        QVERIFY(!open.by_hash);
        QCOMPARE(open.candidates.count, std::uint64_t{2});
    }

    // Solved trees stand where the logs put them; ambiguous ones say how many there are.
    void treesWithoutEvents() {
        Random random(8);
        std::size_t solved_trees = 0;
        for (int round = 0; round < 200; ++round) {
            model::Programs programs(random, false, false);
            const Executed run = executed({programs.frame(0, 2)});
            const Tree alone = build_tree(*run.table, std::vector<ManagerEvent>{});
            QVERIFY(well_formed(alone));
            QCOMPARE(alone.orders.size(), std::size_t{1});
            if (alone.basis == TreeBasis::solved) {
                ++solved_trees;
                QCOMPARE(shape(alone), shape(build_tree(*run.table, run.events)));
            }
            QCOMPARE(alone.basis == TreeBasis::ambiguous, !alone.candidates.unique());
        }
        QVERIFY2(solved_trees > 10, qPrintable(QString::number(solved_trees)));

        const Tree many = build_tree(*table_of(entry_of(4, {1, 1, 1, 1, 1, 1})), std::vector<ManagerEvent>{});
        QCOMPARE(many.basis, TreeBasis::ambiguous);
        QCOMPARE(many.candidates, (CandidateCount{2002, false}));
        QCOMPARE(shown(many.orders[0].detail), QByteArray("2002 placements possible"));
    }

    // Far more placements than can be listed are counted; far more than can be counted stop at the limits.
    void limits() {
        const EntrySpec fifty = entry_of(50, std::vector<std::uint64_t>(50, 1));
        const CandidateCount count = counted(fifty);
        QVERIFY(count.more); // 50/100 · C(149, 99) has 41 digits
        QCOMPARE(count.count, ~std::uint64_t{0});
        const EntrySpec large = entry_of(3000, std::vector<std::uint64_t>(3000, 1));
        const auto table = table_of(large);
        CountLimits counting;
        QVERIFY(!count_placements(*placement_problem(table->entries[0], true), counting, {}));
        const Solution stopped = solved(table->entries[0], {}, 100'000);
        QCOMPARE(stopped.state, SolveState::several);
        QVERIFY(stopped.candidates.more);
        // The walk stops when its steps are used up.
        const Executed run =
            executed({model::Frame(8, model::Item{.nested = {{.frame = {{}}}, {.frame = {{}}}}})});
        const PossibleOutcomes wrong(run.table->entries[0].calls.size(), {{false, {}}});
        const Solution gave_up = solved(run.table->entries[0], wrong, 1000);
        QVERIFY(gave_up.gave_up && !gave_up.by_hash);
        QCOMPARE(gave_up.state, SolveState::several);
    }

    void cancelling() {
        const Cancellation cancellation;
        cancellation.cancel();
        SolverLimits limits;
        const auto table = table_of(entry_of(3, {1, 1, 1}));
        QCOMPARE(solve_placement(table->entries[0], {}, limits, cancellation).state, SolveState::cancelled);
        TreeSources sources;
        sources.cancellation = cancellation;
        const Tree tree = build_tree_from(*table, std::move(sources));
        QCOMPARE(tree.basis, TreeBasis::ambiguous);
        QVERIFY(well_formed(tree));
    }
};

QTEST_GUILESS_MAIN(TestPlacement)
#include "test_placement.moc"
