// V1's trees, compared as text. What leads from entry to entry: hashes of results and of REVERT_CONTINUE
// (words put together by hand), states, and that every call gets its result.
#include "action_maker.h"
#include "botan_keccak.h"
#include "core/table/action_hash.h"
#include "core/table/field_rows.h"
#include "core/transition/invariants.h"
#include "core/transition/replay.h"
#include "core/transition/trajectory.h"
#include "core/transition/tree_from_actions.h"
#include "core_test_support.h"
#include "tree_text.h"

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::transition;

namespace {

const Hash32 from_outside = word_of(0xca11);
const Hash32 also_outside = word_of(0xca12);
const Hash32 unknown_result = word_of(0x0e5);

ActionSpec call_at(std::vector<std::uint64_t> scope) {
    return {ActionType::call, 0, {0xaa}, false, 1, std::move(scope)};
}
ActionSpec result_of(std::uint64_t rollup, Bytes data = {}, bool failed = false) {
    return {ActionType::result, rollup, std::move(data), failed, 0, {}};
}
ActionSpec revert_at(std::vector<std::uint64_t> scope) {
    return {ActionType::revert, 1, {}, false, 0, std::move(scope)};
}
Hash32 continuation(std::uint64_t rollup) {
    return hash_by_hand({ActionType::revert_continue, rollup, {}, true, 0, {}});
}
/// From one state of rollup 1 to the next.
std::vector<DeltaSpec> step(std::uint64_t from) { return {{1, from, from + 1, {}}}; }

QByteArray orders_text(const Tree& tree) {
    QByteArray out;
    for (const EntryOrder& order : tree.orders) {
        out += shown(name(order.basis)) + ": " + shown(order.detail) + '\n';
    }
    return out;
}

QByteArray bases(const Tree& tree) {
    QByteArray out;
    for (const EntryOrder& order : tree.orders) {
        out += shown(name(order.basis)) + ' ';
    }
    return out.trimmed();
}

QByteArray rules_of(const Tree& tree) {
    QByteArray out;
    for (const Finding& finding : tree.findings) {
        out += shown(finding.rule) + '@' + shown(finding.place) + ' ';
    }
    return out.trimmed();
}

/// Nodes only.
QByteArray rows(const Tree& tree) {
    const QByteArray all = tree_text(tree);
    return all.left(all.indexOf("basis "));
}

} // namespace

class TestActionTree : public QObject {
    Q_OBJECT

private slots:
    void hashes_of_actions_are_those_of_their_words() {
        const ActionSpec call = call_at({1, 0});
        const auto table =
            v1_batch({{{}, from_outside, call}, {{}, unknown_result, result_of(3, {1, 2, 3})}});
        QCOMPARE(table::action_hash(*table, *table->entries[0].next_action),
                 botan_keccak(words_by_hand(call)));
        QCOMPARE(table::action_hash(*table, *table->entries[1].next_action),
                 hash_by_hand(result_of(3, {1, 2, 3})));
        const auto maker = table::ActionMaker::of(*table->format);
        QVERIFY(maker);
        QCOMPARE(maker->result_hash(3, Bytes{1, 2, 3}, false), hash_by_hand(result_of(3, {1, 2, 3})));
        QCOMPARE(maker->result_hash(3, {}, true), hash_by_hand(result_of(3, {}, true)));
        QCOMPARE(maker->continuation_hash(7), continuation(7));
        QVERIFY(!table::ActionMaker::of(*table::format_named("eez-main.l1")));
        QVERIFY(!table::ActionMaker::of(*table::format_named("eez-v1.l2-incoming")));
        // Versions without scope and source.
        const auto first = table::ActionMaker::of(*table::format_named("eez-v1-executions-a.l1"));
        Bytes words;
        for (const std::uint64_t word : {32U, 1U, 3U, 0U, 0U, 6U * 32U, 0U, 0U}) {
            put(words, word);
        }
        QCOMPARE(first->result_hash(3, {}, false), botan_keccak(words));
    }

    void an_action_from_outside_is_answered() {
        const auto table = v1_batch({{step(0), from_outside, result_of(1, {0x2a})}});
        const Tree tree = build_tree(*table, {});
        QVERIFY(well_formed(tree));
        QCOMPARE(rows(tree), QByteArray("bundle L1>L1\n"
                                        "  entry 0 L1>R1\n"
                                        "    return R1>L1\n"));
        QCOMPARE(orders_text(tree), QByteArray("table: starts with an action from outside\n"));
        QVERIFY(tree.basis == TreeBasis::table);
        QCOMPARE(shown(tree.field_path(*table, 2)), QByteArray("entries[0].nextAction.data"));
        QCOMPARE(slice(table->calldata(), tree.range(*table, 2)).size(), 1U);
    }

    void a_result_known_by_its_hash_ends_the_call() {
        const Bytes returned{0x2a, 0x2b};
        const auto table =
            v1_batch({{step(0), from_outside, call_at({0})},
                      {step(1), hash_by_hand(result_of(0, returned)), result_of(1, returned)}});
        const Tree tree = build_tree(*table, {});
        QVERIFY(well_formed(tree));
        QCOMPARE(rows(tree), QByteArray("bundle L1>L1\n"
                                        "  entry 0 L1>R1\n"
                                        "    call 0 R1>L1 ok\n"
                                        "      return L1>R1 ok\n"
                                        "    entry 1 L1>R1\n"
                                        "    return R1>L1\n"));
        QCOMPARE(orders_text(tree),
                 QByteArray("linked: starts with an action from outside\n"
                            "linked: its hash is that of a result of the call of entries[0]\n"));
        QCOMPARE(tree.results.size(), 1U);
        QVERIFY(tree.results[0].success && tree.results[0].return_data == returned);
        QCOMPARE(rules_of(tree), QByteArray());
        QCOMPARE(shown(tree.field_path(*table, 2)), QByteArray("entries[0].nextAction"));
        QVERIFY(tree.range(*table, 2) == table->entries[0].next_action->range);
        QCOMPARE(shown(tree.field_path(*table, 5)), QByteArray("entries[1].nextAction.data"));
    }

    void a_void_or_failed_result_is_known_too() {
        const auto void_result = v1_batch({{step(0), from_outside, call_at({0})},
                                           {step(1), hash_by_hand(result_of(0)), result_of(1, {1})}});
        QVERIFY(build_tree(*void_result, {}).results.at(0).success);
        const auto failed = v1_batch({{step(0), from_outside, call_at({0})},
                                      {step(1), hash_by_hand(result_of(0, {}, true)), result_of(1, {1})}});
        const Tree tree = build_tree(*failed, {});
        QVERIFY(!tree.results.at(0).success);
        QVERIFY(tree.nodes[2].outcome == Outcome::failure);
    }

    // The hash fits nothing known, but a call must have a result, and there is one entry for it.
    void the_only_entry_left_is_the_result() {
        for (const bool swapped : {false, true}) {
            std::vector<AnswerSpec> entries{{{}, from_outside, call_at({0})},
                                            {{}, unknown_result, result_of(1)}};
            if (swapped) {
                std::swap(entries[0], entries[1]);
            }
            const auto table = v1_batch(entries);
            const Tree tree = build_tree(*table, {});
            QVERIFY(well_formed(tree));
            QCOMPARE(bases(tree), QByteArray("linked linked"));
            QVERIFY(tree.nodes[1].entry == (swapped ? 1U : 0U) && tree.nodes[4].entry == (swapped ? 0U : 1U));
            QVERIFY(tree.nodes[2].outcome == Outcome::unknown && tree.results.empty());
        }
    }

    void states_give_the_order_that_the_table_does_not() {
        const auto table = v1_batch({{step(2), word_of(2), result_of(1)},
                                     {step(0), from_outside, call_at({0})},
                                     {step(1), word_of(1), call_at({1})}});
        const Tree tree = build_tree(*table, {});
        QVERIFY(well_formed(tree));
        QCOMPARE(rows(tree), QByteArray("bundle L1>L1\n"
                                        "  entry 1 L1>R1\n"
                                        "    call 1 R1>L1\n"
                                        "      return L1>R1\n"
                                        "    entry 2 L1>R1\n"
                                        "      call 2 R1>L1\n"
                                        "        return L1>R1\n"
                                        "    entry 0 L1>R1\n"
                                        "    return R1>L1\n"));
        QCOMPARE(bases(tree), QByteArray("linked linked linked"));
        QCOMPARE(tree.entry_nodes, (std::vector<std::uint32_t>{7, 1, 4}));
        for (std::uint32_t i = 0; i < 3; ++i) {
            QCOMPARE(tree.node_at(*table, table->entries[i].range.offset), tree.entry_nodes[i]);
        }
        QCOMPARE(tree.node_at(*table, table->entries[2].next_action->range.offset), 5U);
        QCOMPARE(tree.node_at(*table, table->entries[0].next_action->range.offset), 7U);
    }

    // Entries are found by hash: how they are listed breaks no trajectory, and a state that none leaves does.
    void trajectories_follow_the_states() {
        const auto table = v1_batch({{step(3), word_of(2), result_of(1)},
                                     {step(1), from_outside, call_at({0})},
                                     {step(2), word_of(1), call_at({1})},
                                     {step(0), {}, result_of(1)}});
        const auto whole = trajectories(*table);
        QVERIFY(whole.size() == 1 && whole[0].unbroken());
        std::vector<std::uint32_t> entries;
        for (const TrajectoryStep& one : whole[0].steps) {
            entries.push_back(one.entry);
        }
        QCOMPARE(entries, (std::vector<std::uint32_t>{3, 1, 2, 0}));
        const auto stale =
            v1_batch({{step(0), from_outside, call_at({0})}, {step(5), word_of(1), result_of(1)}});
        QVERIFY(!trajectories(*stale)[0].unbroken());
    }

    void without_states_the_order_is_open() {
        const auto table = v1_batch({{{}, from_outside, call_at({0})},
                                     {{}, word_of(1), call_at({1})},
                                     {{}, word_of(2), result_of(1)}});
        const Tree tree = build_tree(*table, {});
        QCOMPARE(bases(tree), QByteArray("ambiguous ambiguous ambiguous"));
        QVERIFY(tree.basis == TreeBasis::ambiguous);
        QVERIFY(!tree.nodes[1].placed && tree.candidates.count == 0 && tree.candidates.more);
    }

    // States that lead in a circle do not tell which comes first.
    void a_circle_of_states_is_no_order() {
        const auto table = v1_batch({{{{1, 0, 1, {}}}, from_outside, call_at({0})},
                                     {{{1, 1, 2, {}}}, word_of(1), call_at({1})},
                                     {{{1, 2, 0, {}}}, word_of(2), result_of(1)}});
        QCOMPARE(bases(build_tree(*table, {})), QByteArray("ambiguous ambiguous ambiguous"));
    }

    // A call comes back in while another one runs: known by the result that must end the outer one.
    void an_entry_starts_inside_a_call() {
        const auto table = v1_batch({{step(0), from_outside, call_at({0})},
                                     {step(1), also_outside, result_of(1, {7})},
                                     {step(2), hash_by_hand(result_of(0)), result_of(1, {9})}});
        const Tree tree = build_tree(*table, {});
        QVERIFY(well_formed(tree));
        QCOMPARE(rows(tree), QByteArray("bundle L1>L1\n"
                                        "  entry 0 L1>R1\n"
                                        "    call 0 R1>L1 ok\n"
                                        "      entry 1 L1>R1\n"
                                        "        return R1>L1\n"
                                        "      return L1>R1 ok\n"
                                        "    entry 2 L1>R1\n"
                                        "    return R1>L1\n"));
        QCOMPARE(orders_text(tree),
                 QByteArray("linked: starts with an action from outside\n"
                            "linked: starts anew inside the call of entries[0]\n"
                            "linked: its hash is that of a result of the call of entries[0]\n"));
    }

    // The second entry cannot end the call, for the third is known to; the fourth ends the third's.
    void results_leave_calls_to_those_that_need_them() {
        const auto table = v1_batch({{step(0), from_outside, call_at({0})},
                                     {step(1), also_outside, result_of(1, {7})},
                                     {step(2), hash_by_hand(result_of(0)), call_at({1})},
                                     {step(3), unknown_result, result_of(1, {9})}});
        const Tree tree = build_tree(*table, {});
        QCOMPARE(rows(tree), QByteArray("bundle L1>L1\n"
                                        "  entry 0 L1>R1\n"
                                        "    call 0 R1>L1 ok\n"
                                        "      entry 1 L1>R1\n"
                                        "        return R1>L1\n"
                                        "      return L1>R1 ok\n"
                                        "    entry 2 L1>R1\n"
                                        "      call 2 R1>L1\n"
                                        "        return L1>R1\n"
                                        "    entry 3 L1>R1\n"
                                        "    return R1>L1\n"));
        QCOMPARE(bases(tree), QByteArray("linked linked linked linked"));
    }

    // The same without the hash: the second entry may end the call as well.
    void what_ends_the_call_may_be_open() {
        const auto table = v1_batch({{step(0), from_outside, call_at({0})},
                                     {step(1), also_outside, result_of(1, {7})},
                                     {step(2), unknown_result, result_of(1, {9})}});
        const Tree tree = build_tree(*table, {});
        QCOMPARE(bases(tree), QByteArray("ambiguous ambiguous ambiguous"));
        QVERIFY(shown(tree.orders[1].detail).startsWith("the order of entries is known"));
    }

    void a_revert_takes_back_the_calls_of_its_scope() {
        const auto table = v1_batch({{step(0), from_outside, call_at({0})},
                                     {step(1), word_of(1), call_at({1, 0})},
                                     {step(2), word_of(2), call_at({1, 1})},
                                     {step(3), word_of(3), revert_at({1})},
                                     {step(4), continuation(1), result_of(1)}});
        const Tree tree = build_tree(*table, {});
        QVERIFY(well_formed(tree));
        QCOMPARE(rows(tree), QByteArray("bundle L1>L1\n"
                                        "  entry 0 L1>R1\n"
                                        "    call 0 R1>L1\n"
                                        "      return L1>R1\n"
                                        "    entry 1 L1>R1\n"
                                        "      call 1 R1>L1 rolled back\n"
                                        "        return L1>R1 rolled back\n"
                                        "    entry 2 L1>R1\n"
                                        "      call 2 R1>L1 rolled back\n"
                                        "        return L1>R1 rolled back\n"
                                        "    entry 3 L1>R1\n"
                                        "      unwind 3+2 R1>R1 rolled back\n"
                                        "    entry 4 R1>R1\n"
                                        "    return R1>L1\n"));
        QCOMPARE(bases(tree), QByteArray("linked linked linked linked linked"));
        QCOMPARE(rules_of(tree), QByteArray());
        QCOMPARE(shown(tree.field_path(*table, 11)), QByteArray("entries[3].nextAction"));
        QCOMPARE(tree.node_at(*table, table->entries[3].next_action->range.offset), 11U);
    }

    // The hash of REVERT_CONTINUE leads on wherever the entry stands, states or not.
    void a_revert_finds_its_continuation() {
        const auto table = v1_batch({{{}, continuation(1), result_of(1)},
                                     {{}, from_outside, call_at({0})},
                                     {{}, hash_by_hand(result_of(0)), revert_at({0})}});
        const Tree tree = build_tree(*table, {});
        QCOMPARE(rows(tree), QByteArray("bundle L1>L1\n"
                                        "  entry 1 L1>R?\n"
                                        "    call 1 R1>L1 rolled back\n"
                                        "      return L1>R1 rolled back\n"
                                        "    entry 2 L1>R?\n"
                                        "      unwind 2+1 R1>R1 rolled back\n"
                                        "    entry 0 R?>R?\n"
                                        "    return R?>L1\n"));
        QCOMPARE(bases(tree).mid(0, 6), QByteArray("linked"));
    }

    void a_scope_that_is_not_open_cannot_be_reverted() {
        const auto table = v1_batch({{step(0), from_outside, call_at({0})},
                                     {step(1), word_of(1), revert_at({1})},
                                     {step(2), continuation(1), result_of(1)}});
        const Tree tree = build_tree(*table, {});
        QCOMPARE(rules_of(tree), QByteArray("action.scope@entries[1].nextAction"));
        QVERIFY(tree.nodes[2].outcome == Outcome::unknown);
    }

    void an_outer_scope_is_open_after_the_revert_of_an_inner_one() {
        const auto table = v1_batch({{step(0), from_outside, call_at({0, 0})},
                                     {step(1), word_of(1), revert_at({0, 0})},
                                     {step(2), continuation(1), revert_at({0})},
                                     {step(3), continuation(1), result_of(1)}});
        QCOMPARE(rules_of(build_tree(*table, {})), QByteArray());
    }

    void immediate_entries_stand_alone() {
        const auto table = v1_batch({{step(5), from_outside, result_of(1)},
                                     {step(0), {}, call_at({0})},
                                     {step(1), {}, result_of(1)}});
        const Tree tree = build_tree(*table, {});
        QVERIFY(well_formed(tree));
        QCOMPARE(rows(tree), QByteArray("bundle L1>L1\n"
                                        "  entry 1 R1>R1\n"
                                        "  entry 2 R1>R1\n"
                                        "  entry 0 L1>R1\n"
                                        "    return R1>L1\n"));
        QCOMPARE(orders_text(tree).split('\n').at(1),
                 QByteArray("table: applied while the batch is posted; its action is not looked at"));
        const auto loaded = v1_loaded({{{}, {}, result_of(1)}});
        QCOMPARE(orders_text(build_tree(*loaded, {})),
                 QByteArray("table: never consumed: no action has hash 0\n"));
        const std::vector<Finding> found = check_invariants(*loaded);
        QVERIFY(found.size() == 1 && found[0].rule == "table.zero_entry_hash");
        QCOMPARE(shown(found[0].place), QByteArray("entries[0].actionHash"));
    }

    void what_is_missing_is_said() {
        const auto table = v1_batch({{step(0), from_outside, call_at({0})}});
        const Tree tree = build_tree(*table, {});
        QVERIFY(well_formed(tree));
        QCOMPARE(rules_of(tree), QByteArray("action.unanswered@"));
        QCOMPARE(rows(tree), QByteArray("bundle L1>L1\n"
                                        "  entry 0 L1>R1?\n"
                                        "    call 0 R1>L1?\n"));
        const auto dead =
            v1_batch({{step(0), from_outside, {ActionType::l2_transaction, 1, {}, false, 0, {}}}});
        QCOMPARE(rules_of(build_tree(*dead, {})), QByteArray("action.dead_end@entries[0].nextAction"));
    }

    // What came in and went out is not read from actions: nothing is claimed of the ether.
    void a_replay_claims_nothing_of_ether() {
        const auto table = v1_batch({{{{1, 0, 1, U256(5)}}, from_outside, call_at({0})},
                                     {{{1, 1, 2, U256(7)}}, word_of(1), result_of(1)}});
        const Tree tree = build_tree(*table, {});
        for (const Tree* shown_tree : {&tree, static_cast<const Tree*>(nullptr)}) {
            const std::array posted{PostedTable{table.get(), shown_tree, {}}};
            const Replay replay = replay_block(posted).front();
            QCOMPARE(replay.entries.size(), 2U);
            QVERIFY(!replay.entries[0].ether.in && !replay.entries[0].ether.sent);
            QVERIFY(std::ranges::none_of(replay.findings,
                                         [](const Finding& one) { return one.severity == Severity::error; }));
        }
    }

    void tables_of_rollups_name_where_calls_go() {
        const auto table =
            v1_loaded({{{}, from_outside, result_of(0, {1})}, {{}, also_outside, result_of(2, {2})}});
        const Tree tree = build_tree(*table, {});
        QCOMPARE(rows(tree), QByteArray("bundle R?>R?\n"
                                        "  entry 0 R?>L1\n"
                                        "    return L1>R?\n"
                                        "  entry 1 R?>R2\n"
                                        "    return R2>R?\n"));
        QVERIFY(shown(tree.orders[0].detail).contains("or ends a call that came in"));
    }

    // 24 March: entries are taken one after the other.
    void a_version_with_a_cursor_keeps_the_tables_order() {
        const auto entries = list_of(std::vector<AnswerSpec>{{{}, from_outside, call_at({0})},
                                                             {{}, word_of(1), call_at({1})},
                                                             {{}, word_of(2), result_of(1)}},
                                     to_tree);
        const auto table =
            decoded(encoded_for("eez-v1-static-a.l1",
                                AbiTree::list({entries, AbiTree::list({}), number(0), text({}), text({})})));
        const Tree tree = build_tree(*table, {});
        QCOMPARE(bases(tree), QByteArray("linked linked linked"));
        QVERIFY(shown(tree.orders[1].detail).startsWith("consumed in the table's order; "));
        // An entry that fails can be passed over: then the order is no longer sure.
        const auto failing = list_of(std::vector<AnswerSpec>{{{}, from_outside, result_of(1, {}, true)},
                                                             {{}, word_of(1), call_at({1})},
                                                             {{}, word_of(2), result_of(1)}},
                                     to_tree);
        const auto passed_over =
            decoded(encoded_for("eez-v1-static-a.l1",
                                AbiTree::list({failing, AbiTree::list({}), number(0), text({}), text({})})));
        QCOMPARE(bases(build_tree(*passed_over, {})), QByteArray("ambiguous ambiguous ambiguous"));
    }

    // 2000 entries inside each other, and as many one behind the other: no recursion, no squares.
    void long_chains_are_read() {
        constexpr std::uint64_t many = 20'000;
        std::vector<AnswerSpec> flat, nested;
        for (std::uint64_t i = 0; i < many; ++i) {
            flat.push_back({step(i), word_of(i + 1), i + 1 < many ? call_at({i}) : result_of(1)});
            const bool inwards = i < many / 2;
            nested.push_back({step(i), inwards ? word_of(i + 1) : hash_by_hand(result_of(0)),
                              inwards ? call_at({}) : revert_at({})});
        }
        const Tree one = build_tree(*v1_batch(flat), {});
        QVERIFY(well_formed(one));
        QCOMPARE(one.nodes.size(), 1 + 3 * many - 2 + 1);
        QVERIFY(one.basis == TreeBasis::linked);
        const Tree two = build_tree(*v1_batch(nested), {});
        QVERIFY(well_formed(two));
    }
};

QTEST_APPLESS_MAIN(TestActionTree)
#include "test_action_tree.moc"
