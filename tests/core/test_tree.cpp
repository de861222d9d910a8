// Trees from events and from the table alone, compared as text. Over 500 lines: the expected trees are
// written out whole.
#include "core/transition/event_assignment.h"
#include "manager_model.h"
#include <functional>
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::transition;

namespace {

/// What a tree says about its entries and findings, for tests that look at nothing else.
QByteArray outcome_text(const Tree& tree) {
    QByteArray out;
    for (const EntryExecution& entry : tree.entries) {
        out += QByteArray(word_for(entry.state)) + (entry.skipped_alternative ? ", alternative: " : ": ") +
               shown(entry.detail) + '\n';
    }
    for (const Finding& finding : tree.findings) {
        out += shown(finding.rule) + ' ' + shown(finding.place) + '\n';
    }
    return out;
}

bool has_error(const Tree& tree) {
    return std::ranges::any_of(tree.findings,
                               [](const Finding& one) { return one.severity == Severity::error; });
}

template<class Event>
std::size_t position_of(const std::vector<ManagerEvent>& events, std::size_t nth = 0) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (std::holds_alternative<Event>(events[i].body) && nth-- == 0) {
            return i;
        }
    }
    return events.size();
}

/// Events that take part in an entry's execution.
bool takes_part(const EventBody& body) {
    return !std::holds_alternative<BatchPosted>(body) && !std::holds_alternative<CallExecuted>(body) &&
           !std::holds_alternative<ProxyCreated>(body) && !std::holds_alternative<TableLoaded>(body) &&
           !std::holds_alternative<StateUpdated>(body);
}

/// Changes one field of an event in every way worth trying.
struct Mutator {
    std::function<void(const char*)> use;

    static void bump(U256& value) { value = value.plus(1); }
    static void bump(Hash32& value) { value.bytes[31] ^= 1U; }
    static void bump(Bytes& value) { value.push_back(0); }
    static void bump(bool& value) { value = !value; }
    static void bump(Address& value) { value.bytes[0] ^= 1U; }
    static void bump(std::optional<U256>& value) { value = value ? value->plus(1) : U256(1); }

    template<class T>
    void field(T& value, const char* name) const {
        const T before = value;
        bump(value);
        use(name);
        value = before;
    }

    void operator()(ExecutionConsumed& event) const {
        field(event.call_hash, "call_hash");
        field(event.rollup_id, "rollup_id");
        field(event.index, "index");
    }
    void operator()(CallResult& event) const {
        field(event.entry_index, "entry_index");
        field(event.call_number, "call_number");
        field(event.success, "success");
        field(event.return_data, "return_data");
    }
    void operator()(NestedConsumed& event) const {
        field(event.entry_index, "entry_index");
        field(event.nested_number, "nested_number");
        field(event.call_hash, "call_hash");
        field(event.call_count, "call_count");
    }
    void operator()(EntryExecuted& event) const {
        field(event.entry_index, "entry_index");
        field(event.rolling_hash, "rolling_hash");
        field(event.calls, "calls");
        field(event.nested, "nested");
    }
    void operator()(RevertSpanExecuted& event) const {
        field(event.entry_index, "entry_index");
        field(event.start, "start");
        field(event.span, "span");
    }
    void operator()(L2TxExecuted& event) const {
        field(event.rollup_id, "rollup_id");
        field(event.index, "index");
    }
    void operator()(ExecutionPerformed& event) const {
        field(event.rollup_id, "rollup_id");
        field(event.new_state, "new_state");
    }
    void operator()(IncomingExecuted& event) const {
        field(event.call_hash, "call_hash");
        field(event.destination, "destination");
        field(event.value, "value");
        field(event.data, "data");
        field(event.source, "source");
        field(event.source_rollup, "source_rollup");
    }
    template<class Other>
    void operator()(Other&) const {}
};

/// How many entries fared as they should.
std::size_t good_entries(const Tree& tree) {
    return static_cast<std::size_t>(std::ranges::count_if(tree.entries, [](const EntryExecution& entry) {
        return entry.state == ExecutionState::equal || entry.state == ExecutionState::nothing_to_observe ||
               entry.state == ExecutionState::not_observable;
    }));
}

/// A tampered log stream must show: an entry less fared well, and a finding of severity error or warning says
/// so.
bool tampering_shows(const table::ExecutionTable& table, const std::vector<ManagerEvent>& events) {
    const Tree tree = build_tree(table, events);
    return good_entries(tree) < tree.entries.size() && !tree.findings.empty() && well_formed(tree);
}

} // namespace

class TestTree : public QObject {
    Q_OBJECT

private slots:
    // Checked by hand against the call traces of the recorded runs (callTracer, chain.json): each flat call
    // is a call of the manager to a source proxy (selector 0x532f0839), each nested frame a call of a proxy
    // to the manager (0x9af53259) inside it, and the results are the outputs there.
    void recordedRuns_data() {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("side");
        QTest::addColumn<QByteArray>("expected");
        QTest::addRow("counter/l1") << "counter"
                                    << "l1"
                                    << QByteArray("bundle L1>L1\n"
                                                  "  entry 0 L1>R1 ok\n"
                                                  "    return R1>L1 ok\n"
                                                  "basis events\n"
                                                  "nothing to observe\n");
        QTest::addRow("counter/l2") << "counter"
                                    << "l2"
                                    << QByteArray("bundle R1>R1\n"
                                                  "  entry 0 L1>R1 ok\n"
                                                  "    call 1 L1>R1 ok\n"
                                                  "      return R1>L1 ok\n"
                                                  "    return R1>L1 ok\n"
                                                  "basis events\n"
                                                  "equal\n");
        QTest::addRow("counterL2/l1") << "counterL2"
                                      << "l1"
                                      << QByteArray("bundle L1>L1\n"
                                                    "  entry 0 R1>R1 ok\n"
                                                    "    call 1 R1>L1 ok\n"
                                                    "      return L1>R1 ok\n"
                                                    "    return R1>R1 ok\n"
                                                    "basis events\n"
                                                    "equal\n");
        QTest::addRow("counterL2/l2") << "counterL2"
                                      << "l2"
                                      << QByteArray("bundle R?>R?\n"
                                                    "  entry 0 R?>L1 ok\n"
                                                    "    return L1>R? ok\n"
                                                    "basis events\n"
                                                    "nothing to observe\n");
        QTest::addRow("multi-call-nested/l1") << "multi-call-nested"
                                              << "l1"
                                              << QByteArray("bundle L1>L1\n"
                                                            "  entry 0 L1>R1 ok\n"
                                                            "    call 1 R1>L1 ok\n"
                                                            "      return L1>R1 ok\n"
                                                            "    return R1>L1 ok\n"
                                                            "  entry 1 L1>R1 ok\n"
                                                            "    call 1 R1>L1 ok\n"
                                                            "      return L1>R1 ok\n"
                                                            "    return R1>L1 ok\n"
                                                            "  entry 2 L1>R1 ok\n"
                                                            "    return R1>L1 ok\n"
                                                            "basis events\n"
                                                            "equal\nequal\nnothing to observe\n");
        QTest::addRow("multi-call-nested/l2") << "multi-call-nested"
                                              << "l2"
                                              << QByteArray("bundle R?>R?\n"
                                                            "  entry 0 R?>L1 ok\n"
                                                            "    call 1 R1>R? ok\n"
                                                            "      nested 1 R?>L1 ok\n"
                                                            "        return L1>R? ok\n"
                                                            "      return R?>R1 ok\n"
                                                            "    return L1>R? ok\n"
                                                            "  entry 1 R?>L1 ok\n"
                                                            "    call 1 R1>R? ok\n"
                                                            "      nested 1 R?>L1 ok\n"
                                                            "        return L1>R? ok\n"
                                                            "      return R?>R1 ok\n"
                                                            "    return L1>R? ok\n"
                                                            "  entry 2 R?>L1 ok\n"
                                                            "    call 1 R1>R? ok\n"
                                                            "      return R?>R1 ok\n"
                                                            "    return L1>R? ok\n"
                                                            "basis events\n"
                                                            "equal\nequal\nequal\n");
        QTest::addRow("nestedCallRevert/l1") << "nestedCallRevert"
                                             << "l1"
                                             << QByteArray("bundle L1>L1\n"
                                                           "  entry 0 L1>R1 ok\n"
                                                           "    call 1 L1>L1 ok\n"
                                                           "      return L1>L1 ok\n"
                                                           "    lookup 1 L1>R1 failed?\n"
                                                           "    return R1>L1 ok\n"
                                                           "basis events\n"
                                                           "equal\n");
        QTest::addRow("nestedCallRevert/l2") << "nestedCallRevert"
                                             << "l2"
                                             << QByteArray("bundle R1>R1\n"
                                                           "  entry 0 L1>R1 ok\n"
                                                           "    call 1 L1>R1 ok\n"
                                                           "      return R1>L1 ok\n"
                                                           "    lookup 1 R1>L1 failed?\n"
                                                           "    return R1>L1 ok\n"
                                                           "basis events\n"
                                                           "equal\n");
        QTest::addRow("reentrant/l1") << "reentrant"
                                      << "l1"
                                      << QByteArray("bundle L1>L1\n"
                                                    "  entry 0 L1>R1 ok\n"
                                                    "    call 1 R1>L1 ok\n"
                                                    "      nested 1 L1>R1 ok\n"
                                                    "        call 2 R1>L1 ok\n"
                                                    "          nested 2 L1>R1 ok\n"
                                                    "            return R1>L1 ok\n"
                                                    "          return L1>R1 ok\n"
                                                    "        return R1>L1 ok\n"
                                                    "      return L1>R1 ok\n"
                                                    "    return R1>L1 ok\n"
                                                    "basis events\n"
                                                    "equal\n");
        QTest::addRow("reentrant/l2") << "reentrant"
                                      << "l2"
                                      << QByteArray("bundle R?>R?\n"
                                                    "  entry 0 R?>L1 ok\n"
                                                    "    call 1 L1>R? ok\n"
                                                    "      nested 1 R?>L1 ok\n"
                                                    "        call 2 L1>R? ok\n"
                                                    "          return R?>L1 ok\n"
                                                    "        return L1>R? ok\n"
                                                    "      return R?>L1 ok\n"
                                                    "    return L1>R? ok\n"
                                                    "basis events\n"
                                                    "equal\n");
        QTest::addRow("revertCounter/l1") << "revertCounter"
                                          << "l1"
                                          << QByteArray("bundle L1>L1\n"
                                                        "  entry 0 L1>R1 ok\n"
                                                        "    span 1+1 L1>L1 rolled back\n"
                                                        "      call 1 L1>L1 rolled back\n"
                                                        "        return L1>L1 rolled back\n"
                                                        "    return R1>L1 ok\n"
                                                        "basis events\n"
                                                        "not observable\n");
        QTest::addRow("revertCounter/l2") << "revertCounter"
                                          << "l2"
                                          << QByteArray("bundle R1>R1\n"
                                                        "  entry 0 L1>R1 ok\n"
                                                        "    span 1+1 R1>R1 rolled back\n"
                                                        "      call 1 L1>R1 rolled back\n"
                                                        "        return R1>L1 rolled back\n"
                                                        "    return R1>L1 ok\n"
                                                        "basis events\n"
                                                        "not observable\n");
    }
    void recordedRuns() {
        QFETCH(const QString, scenario);
        QFETCH(const QString, side);
        QFETCH(const QByteArray, expected);
        const RecordedTable recorded = recorded_table(scenario.toStdString(), side.toStdString());
        // The table's own block, and the whole run, give the same tree.
        for (const auto& events : {recorded.events, recorded.all_events}) {
            const Tree tree = build_tree(*recorded.table, events);
            QCOMPARE(tree_text(tree), expected);
            QVERIFY(well_formed(tree));
            QVERIFY(tree.findings.empty());
            QCOMPARE(tree.events.size(), events.size());
            for (std::size_t i = 0; i < tree.entries.size(); ++i) {
                const bool observable = tree.entries[i].state != ExecutionState::not_observable;
                QCOMPARE(tree.entries[i].recomputed.has_value(), observable);
                if (observable) {
                    QCOMPARE(*tree.entries[i].recomputed, recorded.table->entries[i].rolling_hash);
                }
            }
        }
    }

    void recordedTablesAlone() {
        const auto alone = [](const char* scenario, const char* side) {
            const Tree tree = build_tree(*recorded_table(scenario, side).table, {});
            return well_formed(tree) ? tree_text(tree) : QByteArray("broken");
        };
        QCOMPARE(alone("reentrant", "l1"), QByteArray("bundle L1>L1\n"
                                                      "  entry 0 L1>R1\n"
                                                      "    call 1 R1>L1?\n"
                                                      "      return L1>R1?\n"
                                                      "    call 2 R1>L1?\n"
                                                      "      return L1>R1?\n"
                                                      "    nested 1 L1>R1?\n"
                                                      "      return R1>L1?\n"
                                                      "    nested 2 L1>R1?\n"
                                                      "      return R1>L1?\n"
                                                      "    return R1>L1\n"
                                                      "basis ambiguous\n"
                                                      "no events\n"));
        QCOMPARE(alone("counter", "l2"), QByteArray("bundle R1>R1\n"
                                                    "  entry 0 L1>R1\n"
                                                    "    call 1 L1>R1\n"
                                                    "      return R1>L1\n"
                                                    "    return R1>L1\n"
                                                    "basis table\n"
                                                    "no events\n"));
        QCOMPARE(alone("revertCounter", "l1"), QByteArray("bundle L1>L1\n"
                                                          "  entry 0 L1>R1\n"
                                                          "    span 1+1 L1>L1 rolled back\n"
                                                          "      call 1 L1>L1 rolled back\n"
                                                          "        return L1>L1 rolled back\n"
                                                          "    return R1>L1\n"
                                                          "basis table\n"
                                                          "no events\n"));
    }

    void domainsAreThoseThatOccur() {
        const RecordedTable l1 = recorded_table("reentrant", "l1");
        QCOMPARE(build_tree(*l1.table, l1.events).domains, (std::vector<Domain>{l1_domain, Domain{1}}));
        const RecordedTable l2 = recorded_table("reentrant", "l2");
        QCOMPARE(build_tree(*l2.table, l2.events).domains, (std::vector<Domain>{l1_domain, Domain{}}));
    }

    // The proxies of the reentrant run were created in earlier blocks; with another rollup behind one of them
    // the preimage no longer hashes to the call hash, and is not believed.
    void aProxyIsBelievedWhenTheCallHashRecomputes() {
        RecordedTable recorded = recorded_table("reentrant", "l1");
        for (ManagerEvent& event : recorded.all_events) {
            if (auto* created = std::get_if<ProxyCreated>(&event.body)) {
                created->original_rollup = U256(9);
            }
        }
        const Tree tree = build_tree(*recorded.table, recorded.all_events);
        QVERIFY(tree_text(tree).contains("nested 2 L1>R1 ok"));
        QVERIFY(std::ranges::any_of(tree.findings,
                                    [](const Finding& one) { return one.rule == "events.preimage"; }));
        QVERIFY(!has_error(tree));
    }

    // Random programs run on a model of the contract: the tree is the program, the hash the contract's.
    void randomProgramsWithoutSpans() { random_programs(false, 300); }
    void randomProgramsWithSpansOfPlainCalls() { random_programs(true, 300); }

    void nestedCallsInsideSpans() {
        Random random(7);
        std::size_t hidden = 0;
        for (int round = 0; round < 300; ++round) {
            model::Programs programs(random, true, true);
            const Executed run = executed({programs.frame(0, 4)});
            const Tree tree = build_tree(*run.table, run.events);
            QVERIFY2(!has_error(tree), outcome_text(tree).constData());
            QVERIFY(well_formed(tree));
            hidden += run.hides_nested ? 1 : 0;
            if (!run.hides_nested) {
                QCOMPARE(tree_text(tree), run.text);
                continue;
            }
            // Every call and nested call of the table has its row, once.
            std::multiset<std::pair<int, std::uint32_t>> rows;
            for (const Node& node : tree.nodes) {
                if (node.kind == NodeKind::call || node.kind == NodeKind::nested) {
                    rows.emplace(node.kind == NodeKind::call ? 0 : 1, node.index);
                }
            }
            std::multiset<std::pair<int, std::uint32_t>> expected;
            for (std::uint32_t i = 0; i < run.table->entries[0].calls.size(); ++i) {
                expected.emplace(0, i);
            }
            for (std::uint32_t i = 0; i < run.table->entries[0].nested.size(); ++i) {
                expected.emplace(1, i);
            }
            QVERIFY(rows == expected);
        }
        QVERIFY(hidden > 50);
    }

    // A log dropped, doubled, swapped with its neighbour, or changed in one field, in every recorded run.
    void tamperedLogsShow() {
        std::size_t tried = 0;
        for (RecordedTable& recorded : recorded_tables()) {
            std::vector<ManagerEvent>& events = recorded.events;
            const auto check = [&](const char* what, std::size_t at,
                                   const std::vector<ManagerEvent>& changed) {
                ++tried;
                const std::string text = recorded.name + ": " + what + " of " + describe(events[at]);
                QVERIFY2(tampering_shows(*recorded.table, changed), text.c_str());
            };
            for (std::size_t at = 0; at < events.size(); ++at) {
                if (!takes_part(events[at].body)) {
                    continue;
                }
                std::vector<ManagerEvent> changed = events;
                changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at));
                check("drop", at, changed);
                changed = events;
                changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(at), events[at]);
                check("double", at, changed);
                if (at + 1 < events.size() && takes_part(events[at + 1].body)) {
                    changed = events;
                    std::swap(changed[at].body, changed[at + 1].body);
                    const bool alike = events[at].body.index() == events[at + 1].body.index();
                    check(alike ? "swap with its like" : "swap", at, changed);
                }
                changed = events;
                const Mutator mutate{[&](const char* field) { check(field, at, changed); }};
                std::visit(mutate, changed[at].body);
            }
        }
        QVERIFY(tried > 300);
    }

    void tamperedProgramsShow() {
        Random random(11);
        for (int round = 0; round < 60; ++round) {
            model::Programs programs(random, round % 2 == 0, true);
            Executed run = executed({programs.frame(0, 3), programs.frame(0, 2)});
            for (std::size_t at = 1; at < run.events.size(); ++at) {
                std::vector<ManagerEvent> changed = run.events;
                const Mutator mutate{[&](const QByteArray& field) {
                    // Beside a revert span the results cannot be folded from logs; where spans hide nested
                    // calls, the place of the second span is bound by sums only.
                    const bool result = round % 2 == 0 && (field == "success" || field == "return_data");
                    const bool place = run.hides_nested && field == "start";
                    if (!result && !place) {
                        QVERIFY2(tampering_shows(*run.table, changed),
                                 (field + " of " + shown(describe(run.events[at]))).constData());
                    }
                }};
                std::visit(mutate, changed[at].body);
            }
        }
    }

    void detailsNameLogAndExpectation() {
        RecordedTable recorded = recorded_table("reentrant", "l1");
        const auto detail = [&](const std::vector<ManagerEvent>& events) {
            const EntryExecution entry = build_tree(*recorded.table, events).entries[0];
            return QByteArray(word_for(entry.state)) + ": " + shown(entry.detail);
        };
        std::vector<ManagerEvent> events = recorded.events;
        find<CallResult>(events).call_number = U256(1);
        QCOMPARE(detail(events),
                 QByteArray("differs: CallResult, receipts[0].logs[8]: expected call number 2, not 1"));
        events = recorded.events;
        events.erase(events.begin() + static_cast<std::ptrdiff_t>(position_of<CallResult>(events)));
        QCOMPARE(detail(events),
                 QByteArray("differs: L2ExecutionPerformed, receipts[0].logs[10]: expected the result of "
                            "call 1 or a nested call"));
        events = recorded.events;
        events.pop_back();
        QCOMPARE(detail(events),
                 QByteArray("differs: the logs end after L2ExecutionPerformed, receipts[0].logs[10]: "
                            "expected EntryExecuted"));
        events = recorded.events;
        find<CallResult>(events).success = false;
        QVERIFY(detail(events).startsWith(
            "differs: rolling hash 0xf621256ddd3cf9187de8a726ca2eb9caf371a3b49098b21d7f97"
            "cc2840ce5a73 expected by the table, 0x"));
        QVERIFY(detail(events).endsWith(" recomputed from the logs"));
        events = recorded.events;
        find<NestedConsumed>(events, 1).call_hash = word_of(1);
        QCOMPARE(
            detail(events),
            QByteArray(
                "differs: nested call consumed, receipts[0].logs[7]: expected call hash "
                "0x000ae99b41cbf3a2666a84d8e218e96c739c0e01bc51bcd7da98cc5bac2e6b75 as in the table, not "
                "0x0000000000000000000000000000000000000000000000000000000000000001"));
        events = recorded.events;
        events[position_of<EntryExecuted>(events)].log.receipt = 1;
        QVERIFY(detail(events).startsWith("differs: "));
    }

    void entriesThatTheLogsDoNotShow() {
        // Two alternatives from state 0, one more entry from state 1; the logs show the second only.
        const model::Run first({{}}, 0, 0, 1);
        const model::Run second({{}}, 1, 0, 2);
        const model::Run third({{}}, 2, 1, 3);
        const auto table = decoded(calldata_of(BatchSpec{.entries = {first.spec, second.spec, third.spec}}));
        const Tree tree = build_tree(*table, numbered(second.events));
        QCOMPARE(
            outcome_text(tree),
            QByteArray(
                "not executed, alternative: the logs do not show this entry; another entry took the same "
                "state before\n"
                "equal: the rolling hash recomputed from the logs equals the table's\n"
                "not executed: the logs do not show this entry\n"
                "events.alternative entries[0]\n"
                "events.not_executed entries[2]\n"));
        QCOMPARE(shown(name(tree.basis)), QByteArray("events"));
        QVERIFY(!has_error(tree));
    }

    void queuesAreConsumedInOrder() {
        const model::Run first({{}}, 0, 0, 1);
        const model::Run second({{}}, 1, 1, 2);
        const auto table = decoded(calldata_of(BatchSpec{.entries = {first.spec, second.spec}}));
        std::vector<EventBody> events = second.events;
        events.insert(events.end(), first.events.begin(), first.events.end());
        const Tree tree = build_tree(*table, numbered(events));
        QCOMPARE(tree.entries[1].state, ExecutionState::equal);
        QCOMPARE(tree.entries[0].state, ExecutionState::differs);
        QCOMPARE(
            shown(tree.entries[0].detail),
            QByteArray(
                "ExecutionConsumed, receipts[0].logs[6]: expected an index above 1: queues are consumed in "
                "order"));
    }

    // A call unseen inside a revert span can only belong to a nested frame unseen there; this table has none.
    void unseenCallsBelongToUnseenFrames() {
        EntrySpec entry{.hash = word_of(1), .calls = {{.revert_span = 2}, {}, {}}, .count = 2};
        const auto table = decoded(calldata_of(BatchSpec{.entries = {entry}}));
        const Tree tree = build_tree(*table, numbered({ExecutionConsumed{word_of(1), U256(1), U256(0)},
                                                       RevertSpanExecuted{U256(0), U256(0), U256(2)},
                                                       EntryExecuted{U256(0), {}, U256(3), U256(0)}}));
        QCOMPARE(tree.entries[0].state, ExecutionState::differs);
        QCOMPARE(
            shown(tree.entries[0].detail),
            QByteArray(
                "EntryExecuted, receipts[0].logs[2]: expected the 1 calls unseen inside revert spans to be "
                "the 0 of the nested frames unseen there"));
    }

    void executionsThatTheTableDoesNotHold() {
        const model::Run run({{}}, 0, 0, 1);
        const model::Run foreign({{}}, 1, 1, 2);
        const auto table = decoded(calldata_of(BatchSpec{.entries = {run.spec}}));
        std::vector<EventBody> events = run.events;
        events.insert(events.end(), foreign.events.begin(), foreign.events.end());
        const Tree tree = build_tree(*table, numbered(events));
        QCOMPARE(tree.entries[0].state, ExecutionState::equal);
        QVERIFY(has_error(tree));
        QCOMPARE(shown(tree.findings[0].rule), QByteArray("events.unknown_entry"));
    }

    // EEZ.sol, postAndVerifyBatch: immediate entries run before BatchPosted and log no ExecutionConsumed; an
    // index before BatchPosted is one of the transient table, behind it one of the rollup's queue.
    void transientEntries() {
        model::Run immediate({{}}, 0, 0, 1);
        immediate.spec.hash = {};
        model::Run skipped({{}}, 1, 5, 6);
        skipped.spec.hash = {};
        const model::Run hooked({{}}, 2, 1, 2);
        const model::Run queued({{}}, 0, 2, 3);
        const auto table = decoded(calldata_of(BatchSpec{
            .entries = {immediate.spec, skipped.spec, hooked.spec, queued.spec}, .transient_entries = 3}));
        std::vector<EventBody> events(immediate.events.begin() + 2, immediate.events.end());
        events.emplace_back(ImmediateEntrySkipped{U256(1), {}});
        events.insert(events.end(), hooked.events.begin(), hooked.events.end());
        events.emplace_back(BatchPosted{U256(1)});
        events.insert(events.end(), queued.events.begin(), queued.events.end());
        const Tree tree = build_tree(*table, numbered(events));
        QCOMPARE(outcome_text(tree),
                 QByteArray("equal: the rolling hash recomputed from the logs equals the table's\n"
                            "not executed: reverted and skipped: ImmediateEntrySkipped, receipts[0].logs[3]\n"
                            "equal: the rolling hash recomputed from the logs equals the table's\n"
                            "equal: the rolling hash recomputed from the logs equals the table's\n"
                            "events.not_executed entries[1]\n"));
        QVERIFY(tree_text(tree).startsWith("bundle L1>L1\n  entry 0 R1>R1 ok\n"));

        // Without the transient count the same logs do not fit.
        const auto plain = decoded(
            calldata_of(BatchSpec{.entries = {immediate.spec, skipped.spec, hooked.spec, queued.spec}}));
        QVERIFY(has_error(build_tree(*plain, numbered(events))));
    }

    // Two batches for the same rollup in one block: the second supersedes the first (EEZ.sol,
    // _markVerifiedBlockPerRollup); both queues start at index 0.
    void logsOfSeveralBatches() {
        const model::Run ours({{}}, 0, 0, 1);
        model::Run theirs({{}, {}}, 0, 0, 2);
        theirs.spec.hash = word_of(77);
        find<ExecutionConsumed>(theirs.events).call_hash = word_of(77);
        std::vector<EventBody> events{BatchPosted{U256(1)}};
        events.insert(events.end(), theirs.events.begin(), theirs.events.end());
        events.emplace_back(BatchPosted{U256(1)});
        events.insert(events.end(), ours.events.begin(), ours.events.end());
        for (const model::Run* one :
             {static_cast<const model::Run*>(&ours), static_cast<const model::Run*>(&theirs)}) {
            const Tree tree =
                build_tree(*decoded(calldata_of(BatchSpec{.entries = {one->spec}})), numbered(events));
            QCOMPARE(outcome_text(tree),
                     QByteArray("equal: the rolling hash recomputed from the logs equals the table's\n"
                                "events.several_tables \n"));
        }
    }

    // ExecutionTableLoaded carries the entries: the logs of another table in the same block are told apart.
    void logsOfSeveralLoadedTables() {
        const RecordedTable ours = recorded_table("counter", "l2");
        const RecordedTable theirs = recorded_table("revertCounter", "l2");
        std::vector<ManagerEvent> both = theirs.events;
        for (ManagerEvent event : ours.events) {
            event.log.receipt += 1;
            both.push_back(event);
        }
        QCOMPARE(build_tree(*ours.table, both).entries[0].state, ExecutionState::equal);
        QCOMPARE(build_tree(*theirs.table, both).entries[0].state, ExecutionState::not_observable);
        QVERIFY(build_tree(*ours.table, both).findings.empty());

        const Tree other = build_tree(*ours.table, theirs.events);
        QCOMPARE(other.entries[0].state, ExecutionState::not_executed);
        QCOMPARE(shown(other.findings.at(0).rule), QByteArray("events.other_table"));
        QVERIFY(has_error(other));
    }

    // Entries beside each other that are mapped by index: time grows with their number, not with its square.
    void manyEntries() {
        std::vector<model::Frame> programs(3000, model::Frame{{}, {}});
        const Executed run = executed(programs);
        const Tree tree = build_tree(*run.table, run.events);
        QCOMPARE(tree_text(tree), run.text);
    }

    void deepNesting() {
        model::Frame program{{}};
        for (int i = 0; i < 400; ++i) {
            program = model::Frame{model::Item{.nested = {{.frame = program}}}};
        }
        const Executed run = executed({program});
        QCOMPARE(tree_text(build_tree(*run.table, run.events)), run.text);
    }

private:
    static void random_programs(bool spans, int rounds) {
        Random random(spans ? 1 : 2);
        for (int round = 0; round < rounds; ++round) {
            model::Programs programs(random, spans, false);
            std::vector<model::Frame> entries;
            for (std::size_t i = 0, count = 1 + random() % 3; i < count; ++i) {
                entries.push_back(programs.frame(0, 4));
            }
            const Executed run = executed(entries);
            const Tree tree = build_tree(*run.table, run.events);
            QVERIFY2(tree.findings.empty(), outcome_text(tree).constData());
            QVERIFY(well_formed(tree));
            QCOMPARE(tree_text(tree), run.text);
        }
    }

    template<class Event>
    static Event& find(std::vector<EventBody>& events) {
        return std::get<Event>(*std::ranges::find_if(
            events, [](const EventBody& body) { return std::holds_alternative<Event>(body); }));
    }
    template<class Event>
    static Event& find(std::vector<ManagerEvent>& events, std::size_t nth = 0) {
        return std::get<Event>(events.at(position_of<Event>(events, nth)).body);
    }
};

QTEST_GUILESS_MAIN(TestTree)
#include "test_tree.moc"
