// Tables whose order is explicit, in the window's words: V1's actions, and messages.
#include "../core/action_maker.h"
#include "../core/message_maker.h"
#include "core/report/json_report.h"
#include "core/report/text_report.h"
#include "model/items/cells.h"
#include "model/items/tree_model.h"
#include "model_test_support.h"
#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using anchorscope::test::AnswerSpec;
using Tester = QAbstractItemModelTester;

namespace {

struct Shown {
    std::shared_ptr<const table::ExecutionTable> table;
    std::shared_ptr<const transition::Tree> tree;
    std::shared_ptr<const verify::TablePart> examined;
};

Shown shown(std::shared_ptr<const table::ExecutionTable> table) {
    Shown out;
    out.tree = std::make_shared<const transition::Tree>(transition::build_tree(*table, {}));
    out.examined = std::make_shared<const verify::TablePart>(verify::examine_table(*table));
    out.table = std::move(table);
    return out;
}

/// A call with a void result, whose scope is then reverted.
Shown reverted() {
    using test::ActionType;
    const test::ActionSpec call{ActionType::call, 0, {0xaa, 0xbb, 0xcc, 0xdd}, false, 1, {0, 2}};
    const Hash32 result = test::hash_by_hand({ActionType::result, 0, {}, false, 0, {}});
    const Hash32 goes_on = test::hash_by_hand({ActionType::revert_continue, 1, {}, true, 0, {}});
    return shown(test::v1_batch(
        {AnswerSpec{{{1, 0, 1, {}}}, test::word_of(7), call},
         AnswerSpec{{{1, 1, 2, {}}}, result, {ActionType::revert, 1, {}, false, 0, {0, 2}}},
         AnswerSpec{{{1, 2, 3, {}}}, goes_on, {ActionType::result, 1, {0x2a}, false, 0, {}}}}));
}

Shown vector() { return shown(test::decoded(test::emsg_vector())); }

QStringList linesOf(const TreeModel& model, const QModelIndex& parent = {}, int depth = 0) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex text = model.index(row, TreeModel::Transition, parent);
        lines += model.laneNames().value(text.data(LaneRole).toInt()) + QString(depth * 2 + 1, u' ') +
                 text.data(KindTextRole).toString() + u": "_s + text.data().toString();
        lines += linesOf(model, model.index(row, 0, parent), depth + 1);
    }
    return lines;
}

QStringList fieldsOf(const Shown& made, quint32 node) {
    FieldModel fields;
    const Tester tester(&fields, Tester::FailureReportingMode::QtTest);
    fields.setNode(made.table, made.tree, made.examined, node);
    QStringList out;
    for (int row = 0; row < fields.rowCount(); ++row) {
        out += fields.index(row, 0).data().toString() + u" = "_s + fields.index(row, 1).data().toString();
    }
    return out;
}

} // namespace

class TestExplicitOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void actions_in_words();
    void fields_of_an_action();
    void messages_in_words();
    void fields_of_a_message();
    void reports_of_actions();
    void reports_of_messages();
};

void TestExplicitOrder::actions_in_words() {
    const Shown made = reverted();
    TreeModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setTree(made.table, made.tree, made.examined, nullptr);
    const QStringList lines = linesOf(model);
    QCOMPARE(lines.size(), 8);
    QVERIFY2(lines[1].startsWith(u"R1   entry 0: action hash "_s), qPrintable(lines[1]));
    QVERIFY2(lines[2].startsWith(u"L1     call: "_s) && lines[2].endsWith(u" at scope [0, 2]"_s),
             qPrintable(lines[2]));
    QCOMPARE(lines[3], u"R1       return: void"_s);
    QCOMPARE(lines[5], u"R1       unwind: of scope [0, 2]: 1 call rolled back"_s);
    QVERIFY2(lines[7].startsWith(u"L1     return: "_s) && lines[7].contains(u"0x2a"_s), qPrintable(lines[7]));
    QCOMPARE(model.summary(),
             u"3 entries · 1 call · tree by hashes and states that lead from entry to entry"_s);
    QVERIFY2(!model.crossingsText().contains(u"not known"_s), qPrintable(model.crossingsText()));
}

void TestExplicitOrder::fields_of_an_action() {
    const Shown made = reverted();
    const QStringList call = fieldsOf(made, 2);
    QVERIFY2(call.contains(u"sourceRollup = 1"_s), qPrintable(call.join(u'\n')));
    QVERIFY2(call.contains(u"scope = 2 items"_s), qPrintable(call.join(u'\n')));
    const QStringList entry = fieldsOf(made, 4); // the second entry
    QVERIFY2(entry.join(u'\n').contains(
                 u"order = linked: its hash is that of a result of the call of entries[0]"_s),
             qPrintable(entry.join(u'\n')));
}

void TestExplicitOrder::messages_in_words() {
    const Shown made = vector();
    TreeModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setTree(made.table, made.tree, made.examined, nullptr);
    const QStringList lines = linesOf(model);
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], u"SYS bundle: 5 messages"_s);
    QCOMPARE(lines[1], u"R1   transaction: cross-chain transaction, 3 bytes"_s);
    QVERIFY2(lines[2].startsWith(u"R2     call: "_s), qPrintable(lines[2]));
    QVERIFY2(lines[3].startsWith(u"R1       return: "_s) && lines[3].contains(u"0x2a"_s),
             qPrintable(lines[3]));
    QCOMPARE(lines[4], u"R2     unwind: of call 1 of Rollup 1"_s);
    QCOMPARE(lines[5], u"SYS     return: finished"_s);
    QCOMPARE(model.summary(), u"5 messages · tree from the table"_s);
    const QModelIndex transaction = model.indexOf(1);
    QCOMPARE(transaction.data(Qt::AccessibleTextRole).toString(),
             u"transaction: cross-chain transaction, 3 bytes, The system to Rollup 1"_s);
    QCOMPARE(transaction.data(PathRole).toString(), u"messages[0]"_s);
}

void TestExplicitOrder::fields_of_a_message() {
    const Shown made = vector();
    const QStringList call = fieldsOf(made, 2);
    QVERIFY2(call.contains(u"call_number = 1"_s) && call.contains(u"value = 1000"_s),
             qPrintable(call.join(u'\n')));
    const QStringList result = fieldsOf(made, 3); // the way back is a message of its own
    QVERIFY2(result.contains(u"success = true"_s), qPrintable(result.join(u'\n')));
    const QStringList all = fieldsOf(made, 0);
    QVERIFY2(all.contains(u"message_count = 5"_s), qPrintable(all.join(u'\n')));
}

void TestExplicitOrder::reports_of_actions() {
    const Shown made = reverted();
    verify::Request request;
    request.source = made.table->source;
    request.table = made.table;
    const verify::Evidence evidence;
    report::Subject subject{request, evidence};
    subject.table_part = made.examined.get();
    subject.tree = made.tree.get();
    const std::string text = report::inspect_text(subject, {});
    QVERIFY(text.find("tree (linked)") != std::string::npos);
    QVERIFY(text.find("call entries[0].nextAction at scope [0, 2]  rolled_back") != std::string::npos);
    QVERIFY(text.find("unwind entries[1].nextAction of scope [0, 2]: 1 call rolled back") !=
            std::string::npos);
    QVERIFY(text.find("action hash") != std::string::npos);
    const codec::Json json = codec::parse_json(report::inspect_json(subject, {})).value();
    QCOMPARE(json["tree"]["tree_basis"].get<std::string>(), std::string("linked"));
    const codec::Json& action = json["entries"][0]["next_action"];
    QCOMPARE(action["type"].get<std::string>(), std::string("CALL"));
    QCOMPARE(action["scope"].dump(), std::string(R"(["0","2"])"));
    QVERIFY(!json["entries"][0].contains("rolling_hash"));
    QVERIFY(!json.contains("messages"));
}

void TestExplicitOrder::reports_of_messages() {
    const Shown made = vector();
    verify::Request request;
    request.source = made.table->source;
    request.table = made.table;
    const verify::Evidence evidence;
    report::Subject subject{request, evidence};
    subject.table_part = made.examined.get();
    subject.tree = made.tree.get();
    const std::string text = report::inspect_text(subject, {});
    QVERIFY(text.find("SYS → R1  entry messages[0]") != std::string::npos);
    const codec::Json json = codec::parse_json(report::inspect_json(subject, {})).value();
    QCOMPARE(json["messages"].size(), 5U);
    QCOMPARE(json["messages"][0]["from"].get<std::string>(), std::string("system"));
    QCOMPARE(json["messages"][1]["fields"][6]["value"].get<std::string>(), std::string("0xdeadbeef"));
    QVERIFY(json["entries"].empty() && json["digests"].empty());
    QCOMPARE(json["tree"]["nodes"][1]["from"].get<std::string>(), std::string("system"));
}

QTEST_GUILESS_MAIN(TestExplicitOrder)
#include "test_explicit_order.moc"
