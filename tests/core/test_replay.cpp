// Tables replayed without the state of their rollups: phases, queues, roots, ether, and a second batch in the
// same block. Rules: EEZ.sol, postAndVerifyBatch (steps 3 to 8), _consumeAndExecute, _applyStateDeltas.
#include "core/digest/table_digests.h"
#include "core/synth/synth.h"
#include "core/transition/replay.h"
#include "core/transition/tree_sources.h"
#include "eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::transition;

namespace {

EntrySpec entry(std::vector<DeltaSpec> deltas, std::uint64_t hash = 1, std::uint64_t destination = 1) {
    EntrySpec out;
    out.deltas = std::move(deltas);
    out.hash = hash == 0 ? Hash32{} : word_of(hash);
    out.destination = U256(destination);
    return out;
}

std::shared_ptr<const table::ExecutionTable> batch_of(std::vector<EntrySpec> entries,
                                                      std::uint64_t transient = 0) {
    return decoded(calldata_of(BatchSpec{.entries = std::move(entries),
                                         .transient_entries = U256(transient),
                                         .rollups = {{U256(1), {0}}, {U256(2), {0}}}}));
}

/// "phase position fate" an entry, then the order, then "rollup first>last change needed", then findings.
QByteArray words(const Replay& replay) {
    QByteArray out;
    for (const ReplayedEntry& entry : replay.entries) {
        out += shown(name(entry.phase)) + ' ' + QByteArray::number(static_cast<qulonglong>(entry.position)) +
               ' ' + shown(name(entry.fate)) + '\n';
    }
    out += "order";
    for (const std::uint32_t entry : replay.order) {
        out += ' ' + QByteArray::number(entry);
    }
    out += '\n';
    for (const RollupAccount& account : replay.rollups) {
        out += 'R' + shown(account.rollup.decimal()) + ' ' +
               QByteArray::number(static_cast<int>(account.first.bytes[31])) + '>' +
               QByteArray::number(static_cast<int>(account.last.bytes[31])) + ' ' +
               shown(account.change.decimal_signed()) + ' ' + shown(account.needed.decimal()) + '\n';
    }
    for (const Finding& finding : replay.findings) {
        out += shown(finding.rule) + ' ' + shown(finding.place) + '\n';
    }
    return out;
}

QByteArray replayed(const table::ExecutionTable& table, const Tree* tree = nullptr,
                    const Bundle* bundle = nullptr) {
    const std::array posted{PostedTable{&table, tree, {}}};
    return words(replay_block(posted, bundle).front());
}

U256 minus(std::uint64_t wei) { return U256{}.minus(U256(wei)); }

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private slots:
    void queuesRunAsRootsAllow() {
        // Rollup 2's first entry waits for the state that rollup 1's second one brings.
        const auto table = batch_of({entry({{2, 5, 6}, {1, 2, 3}}, 1, 2), entry({{1, 0, 1}}, 2),
                                     entry({{1, 1, 2}}, 3), entry({{2, 6, 7}}, 4, 2)});
        QCOMPARE(replayed(*table), QByteArray("queued 0 runs\nqueued 0 runs\nqueued 1 runs\nqueued 1 runs\n"
                                              "order 1 2 0 3\nR1 0>3 0 0\nR2 5>7 0 0\n"));
        // A circle has no beginning: the first delta's root is taken for it.
        const auto circle = batch_of({entry({{1, 0, 1}}), entry({{1, 1, 0}})});
        QCOMPARE(replayed(*circle), QByteArray("queued 0 runs\nqueued 1 runs\norder 0 1\nR1 0>0 0 0\n"));
    }

    void aBrokenRootBlocksItsQueue() {
        const auto table =
            batch_of({entry({{1, 0, 1}}), entry({{1, 9, 2}}), entry({{1, 2, 3}}), entry({{2, 0, 1}}, 1, 2)});
        QCOMPARE(replayed(*table),
                 QByteArray("queued 0 runs\nqueued 1 blocked\nqueued 2 behind\nqueued 0 runs\norder 0 3\n"
                            "R1 0>1 0 0\nR2 0>1 0 0\nreplay.blocked entries[1]\n"));
    }

    void immediateEntriesAreAlternatives() {
        // Entries 0 to 2 start from the same root; 3 is called by the hook, 4 would come immediately if it
        // stood with the first; 5 is queued.
        const auto table = batch_of({entry({{1, 0, 1}}, 0), entry({{1, 0, 2}}, 0), entry({{1, 1, 3}}, 0),
                                     entry({{1, 3, 4}}, 7), entry({{1, 4, 5}}, 0), entry({{1, 5, 6}}, 8)},
                                    5);
        QCOMPARE(replayed(*table),
                 QByteArray("immediate 0 runs\nimmediate 1 skipped\nimmediate 2 runs\ntransient 3 runs\n"
                            "transient 4 runs\nqueued 0 runs\norder 0 2 3 4 5\nR1 0>6 0 0\n"
                            "replay.skipped entries[1]\n"));
    }

    // A transient entry that cannot run stops those behind it; the queues are filled all the same.
    void aBlockedTransientEntry() {
        const auto table = batch_of(
            {entry({{1, 0, 1}}, 7), entry({{1, 9, 2}}, 7), entry({{1, 1, 3}}, 7), entry({{1, 1, 4}}, 7)}, 3);
        QCOMPARE(replayed(*table), QByteArray("transient 0 runs\ntransient 1 blocked\ntransient 2 behind\n"
                                              "queued 0 runs\norder 0 3\nR1 0>4 0 0\n"
                                              "replay.blocked entries[1]\n"));
    }

    void balances() {
        const auto table = batch_of({entry({{1, 0, 1, U256(5)}}), entry({{1, 1, 2, minus(30)}}),
                                     entry({{1, 2, 3, U256(100)}}), entry({{1, 3, 4, minus(80)}})});
        QCOMPARE(replayed(*table), QByteArray("queued 0 runs\nqueued 1 runs\nqueued 2 runs\nqueued 3 runs\n"
                                              "order 0 1 2 3\nR1 0>4 -5 25\nreplay.balance \n"));
    }

    // Of versions that do not list calls flat the nodes of a tree are no calls of the entry: nothing is
    // known.
    void everyVersionReplays() {
        for (const table::TableFormat& format : table::formats()) {
            if (format.scheme == table::Scheme::messages) {
                continue; // has no entries, and is no ABI encoding
            }
            for (std::uint64_t seed = 0; seed < 20; ++seed) {
                const auto table = decoded(synth::arbitrary_calldata(format, seed, 3));
                const Tree tree = build_tree(*table, std::vector<ManagerEvent>{});
                const std::array posted{PostedTable{table.get(), &tree, {}}};
                const Replay replay = replay_block(posted).front();
                QCOMPARE(replay.entries.size(), table->entries.size());
                for (const ReplayedEntry& entry : replay.entries) {
                    QVERIFY2(format.scheme == table::Scheme::partitioned ||
                                 (!entry.ether.in && !entry.ether.sent),
                             std::string(format.id).c_str());
                }
            }
        }
    }

    // The entry's deltas must be what came in less what its calls sent. What came in stands in the log with
    // the call's preimage, whether a call succeeded in its CallResult.
    void etherIsConserved() {
        EntrySpec spec = entry({{1, 0, 1, U256(60)}});
        spec.calls = {{.value = 40}, {.value = 7}};
        spec.count = U256(2);
        const std::vector<EventBody> bodies{
            CallExecuted{word_of(1), {}, {}, {}, U256(100)}, ExecutionConsumed{word_of(1), U256(1), U256(0)},
            CallResult{U256(0), U256(1), true, {}},          CallResult{U256(0), U256(2), false, {}},
            ExecutionPerformed{U256(1), word_of(1)},         EntryExecuted{U256(0), {}, U256(2), U256(0)}};
        std::vector<ManagerEvent> events;
        for (const EventBody& body : bodies) {
            events.push_back({body, {0, 0, events.size()}});
        }
        const QByteArray runs = "queued 0 runs\norder 0\n";
        const auto good = batch_of({spec});
        const Tree tree = build_tree(*good, events);
        QCOMPARE(replayed(*good, &tree), runs + "R1 0>1 60 0\n");
        spec.deltas[0].ether = U256(53); // as if the failed call had sent its 7 wei
        const auto bad = batch_of({spec});
        const Tree bad_tree = build_tree(*bad, events);
        QCOMPARE(replayed(*bad, &bad_tree), runs + "R1 0>1 53 0\nreplay.ether entries[0]\n");
        const std::array posted{PostedTable{bad.get(), &bad_tree, {}}};
        QCOMPARE(
            shown(replay_block(posted).front().findings[0].text),
            QByteArray("expected ether deltas of 60 wei together: 100 came in, 40 were sent; they sum up "
                       "to 53 (EtherDeltaMismatch). Look at which calls succeeded: only what these send is "
                       "taken off"));
        // Where the outcome of a call that carries ether is not known, nothing is said.
        QCOMPARE(replayed(*bad), runs + "R1 0>1 53 0\n");
    }

    // The other table of the bundle holds the preimage of a call that leaves: its value is known without
    // logs.
    void valuesFromTheOtherTable() {
        EntrySpec l1 = entry({{1, 0, 1, U256(9)}});
        l1.hash = digest::call_hash(1, address_of(0xaa), U256(9), {}, address_of(0xbb), U256(0));
        EntrySpec l2 = entry({}, 4711);
        l2.calls = {{.source_rollup = 0, .value = 9}};
        l2.count = U256(1);
        const auto other = decoded(l2_calldata_of({l2}));
        for (const std::uint64_t delta : {9U, 8U}) {
            l1.deltas[0].ether = U256(delta);
            const auto table = batch_of({l1});
            const Bundle bundle({table.get(), other.get()});
            QCOMPARE(replayed(*table, nullptr, &bundle).contains("replay.ether"), delta == 8);
        }
    }

    // The contract's count of what was sent leaves out calls inside nested calls; nobody else may.
    void etherSentInsideANestedCall() {
        EntrySpec spec = entry({{1, 0, 1}}, 0);
        spec.calls = {{}, {.value = 5}};
        spec.nested = {{word_of(3), U256(1), {}}};
        spec.count = U256(1);
        const auto table = batch_of({spec}, 1);
        std::vector<ManagerEvent> events;
        for (const EventBody& body : std::vector<EventBody>{
                 CallExecuted{word_of(3), {}, {}, {}, U256(0)},
                 NestedConsumed{U256(0), U256(1), word_of(3), U256(1)},
                 CallResult{U256(0), U256(2), true, {}}, CallResult{U256(0), U256(2), true, {}},
                 ExecutionPerformed{U256(1), word_of(1)}, EntryExecuted{U256(0), {}, U256(2), U256(1)},
                 BatchPosted{U256(1)}}) {
            events.push_back({body, {0, 0, events.size()}});
        }
        const Tree tree = build_tree(*table, events);
        QCOMPARE(replayed(*table, &tree), QByteArray("immediate 0 runs\norder 0\nR1 0>1 0 0\n"
                                                     "replay.nested_value entries[0]\n"));
    }

    // A second batch of the block that names rollup 1 again wipes its queue; rollup 2's stays.
    void aSecondBatchDropsQueues() {
        const auto first = batch_of({entry({{1, 0, 1}}), entry({{1, 1, 2}}), entry({{2, 0, 1}}, 1, 2)});
        const auto second =
            decoded(calldata_of(BatchSpec{.entries = {entry({{1, 2, 3}})}, .rollups = {{U256(1), {0}}}}));
        std::array posted{PostedTable{first.get(), nullptr, {}}, PostedTable{second.get(), nullptr, {}}};
        std::vector<Replay> both = replay_block(posted);
        QCOMPARE(words(both[0]), QByteArray("queued 0 runs\nqueued 1 runs\nqueued 0 runs\norder 0 1 2\n"
                                            "R1 0>2 0 0\nR2 0>1 0 0\nreplay.dropped entries[0]\n"
                                            "replay.dropped entries[1]\n"));
        QCOMPARE(both[0].findings[0].severity, Severity::info);
        QCOMPARE(both[1].rollups[0].last, word_of(3));
        posted[0].taken = {{U256(1), 1}}; // logs show one entry taken
        both = replay_block(posted);
        QCOMPARE(both[0].entries[0].fate, EntryFate::runs);
        QCOMPARE(both[0].entries[1].fate, EntryFate::dropped);
        QCOMPARE(both[0].entries[2].fate, EntryFate::runs);
        QCOMPARE(both[0].findings.size(), std::size_t{1});
        QCOMPARE(both[0].findings[0].severity, Severity::warning);
        // The second batch does not start from where entry 1 would have brought the rollup.
        QCOMPARE(both[1].entries[0].fate, EntryFate::blocked);
    }

    void recordedRuns() {
        for (const char* scenario : scenarios) {
            const RecordedTable recorded = recorded_table(scenario, "l1");
            const Tree tree = build_tree(*recorded.table, recorded.events);
            const std::array posted{PostedTable{recorded.table.get(), &tree, {}}};
            const Replay replay = replay_block(posted).front();
            QVERIFY2(replay.findings.empty(), scenario);
            QCOMPARE(replay.order.size(), recorded.table->entries.size());
        }
        // S0 to S3 (fixtures, README).
        const RecordedTable chain = recorded_table("multi-call-nested", "l1");
        const std::array posted{PostedTable{chain.table.get(), nullptr, {}}};
        const Replay replay = replay_block(posted).front();
        QCOMPARE(replay.rollups.size(), std::size_t{1});
        QCOMPARE(replay.rollups[0].steps, std::uint64_t{3});
        QCOMPARE(replay.rollups[0].first, chain.table->entries[0].deltas[0].current_state);
        QCOMPARE(replay.rollups[0].last, chain.table->entries[2].deltas[0].new_state);
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "test_replay.moc"
