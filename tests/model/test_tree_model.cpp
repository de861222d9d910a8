// The tree as rows of text, the way STYLE compares trees.
#include "core/crypto/hash_function.h"
#include "model/items/table_models.h"
#include "model/items/tree_model.h"
#include "model_test_support.h"
#include <QAbstractItemModelTester>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using transition::NodeKind;
using Tester = QAbstractItemModelTester;

namespace {

/// One line a row: lane, indent, kind, transition, then the check if there is one.
QStringList linesOf(const TreeModel& model, const QModelIndex& parent = {}, int depth = 0) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QModelIndex text = index.siblingAtColumn(TreeModel::Transition);
        const QString check = index.siblingAtColumn(TreeModel::Check).data().toString();
        const QString lane = model.laneNames().value(text.data(LaneRole).toInt());
        const QString line = lane + QString(depth * 2 + 1, u' ') + text.data(KindTextRole).toString() + u' ' +
                             text.data().toString();
        lines += check.isEmpty() ? line : line + u" | "_s + check;
        lines += linesOf(model, index, depth + 1);
    }
    return lines;
}

/// As if the events' block was shown to have accepted the table.
void fill(TreeModel& model, const LoadedCase& made) {
    verify::Report report = *made.conclusion.report;
    report.rungs[static_cast<std::size_t>(verify::RungId::proof)].state = verify::RungState::passed;
    model.setTree(made.loaded.table, made.conclusion.tree, made.examined, &report);
}

/// A bundle with `count` nodes, two children below every node.
std::shared_ptr<const transition::Tree> largeTree(quint32 count) {
    auto tree = std::make_shared<transition::Tree>();
    std::vector<std::pair<quint32, quint32>> open; // node, children still to come
    for (quint32 i = 0; i < count; ++i) {
        transition::Node node;
        node.kind = i == 0 ? NodeKind::bundle : NodeKind::nested;
        node.parent = open.empty() ? transition::no_node : open.back().first;
        node.from = node.to = l1_domain;
        node.subtree_end = count;
        tree->nodes.push_back(node);
        if (!open.empty() && --open.back().second == 0) {
            open.pop_back();
        }
        open.emplace_back(i, 2);
    }
    return tree;
}

} // namespace

class TestTreeModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void empty_model();
    void rows_from_events();
    void rows_from_the_table_alone();
    void broken_state_is_marked();
    void nothing_passes_before_the_posting_is_shown();
    void revert_span_cannot_be_seen();
    void lookups_and_empty_entries();
    void rollup_table();
    void roles_of_a_row();
    void accessible_text_tells_lanes();
    void every_node_is_found_again();
    void leaves_never_have_children();
    void crossings_in_words();
    void models_are_replaced();
    void hundred_thousand_nodes();
    void selectors_are_computed();
    void names_of_the_user();
    void amounts_and_results_in_words();
};

void TestTreeModel::empty_model() {
    TreeModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.index(0, 0).isValid());
    QVERIFY(!model.indexOf(0).isValid());
    QCOMPARE(model.summary(), QString());
    QCOMPARE(model.crossingsText(), QString());
    QVERIFY(model.laneNames().isEmpty());
    model.setTree(nullptr, nullptr, nullptr, nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestTreeModel::rows_from_events() {
    TreeModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    fill(model, loadSample(u"deep-reentry"_s));
    // The calls, the results in CallResult and returnData, and the nesting of the recorded run `reentrant`.
    const QStringList expected{
        u"L1 bundle postAndVerifyBatch()"_s,
        u"R1   entry 0 proxy 0x6029…e1c1.deepCall(uint256) | Passed"_s,
        u"L1     call 1 0x5fc8…5707.deepCall(uint256) | Passed"_s,
        u"R1       nested 1 proxy 0x0f58…041b.deepCall(uint256) | Passed"_s,
        u"L1         call 2 0x5fc8…5707.deepCall(uint256) | Passed"_s,
        u"R1           nested 2 proxy 0x0f58…041b.deepCall(uint256) | Passed"_s,
        u"L1             return uint256 1"_s,
        u"R1           return uint256 1"_s,
        u"L1         return uint256 2"_s,
        u"R1       return uint256 2"_s,
        u"L1     return uint256 2"_s,
    };
    QCOMPARE(linesOf(model), expected);
    QCOMPARE(model.laneNames(), (QStringList{u"L1"_s, u"R1"_s}));
    QCOMPARE(model.summary(), u"1 entry · 2 nested frames · tree from events"_s);
}

void TestTreeModel::rows_from_the_table_alone() {
    TreeModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    fill(model, loadSample(u"unanchored"_s, false));
    const QStringList lines = linesOf(model);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[1].startsWith(u"R1   entry 0 call hash 0x"), qPrintable(lines[1]));
    QVERIFY2(lines[1].endsWith(u" | Not checked"), qPrintable(lines[1]));
    QCOMPARE(lines[2], u"L1     return uint256 1"_s);
    QCOMPARE(model.summary(), u"1 entry · 0 nested frames · tree from the table"_s);
}

void TestTreeModel::broken_state_is_marked() {
    TreeModel model;
    const LoadedCase made = loadSample(u"tampered"_s);
    fill(model, made);
    const QModelIndex entry = model.index(2, TreeModel::Check, model.index(0, 0));
    QCOMPARE(entry.data(KindTextRole).toString(), u"entry 2"_s);
    QCOMPARE(entry.data().toString(), u"Stale state before"_s);
    QCOMPARE(entry.data(MeaningRole).value<Meaning>(), Meaning::Failed);
    QVERIFY(entry.data(EmphasisRole).toBool());
    const QString tip = entry.data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(hexText(made.loaded.table->entries[1].deltas[0].new_state.view())),
             qPrintable(tip));
    QVERIFY2(tip.contains(hexText(made.loaded.table->entries[2].deltas[0].current_state.value().view())),
             qPrintable(tip));
    QVERIFY(entry.siblingAtColumn(TreeModel::StateBefore).data(EmphasisRole).toBool());
    QVERIFY(!entry.siblingAtColumn(TreeModel::StateAfter).data(EmphasisRole).toBool());
    const QModelIndex sound = model.index(1, TreeModel::Check, model.index(0, 0));
    QVERIFY(!sound.siblingAtColumn(TreeModel::StateBefore).data(EmphasisRole).toBool());
    QCOMPARE(sound.data(MeaningRole).value<Meaning>(), Meaning::Passed);
    QVERIFY(!sound.data(EmphasisRole).toBool());
}

/// The events of the tampered sample agree with two of its entries, but no transaction carries this table.
void TestTreeModel::nothing_passes_before_the_posting_is_shown() {
    const LoadedCase made = loadSample(u"tampered"_s);
    TreeModel model;
    model.setTree(made.loaded.table, made.conclusion.tree, made.examined, made.conclusion.report.get());
    for (const QString& line : linesOf(model)) {
        QVERIFY2(!line.endsWith(u"Passed"_s), qPrintable(line));
    }
    const QModelIndex entry = model.index(1, TreeModel::Check, model.index(0, 0));
    QCOMPARE(entry.data().toString(), u"Logs agree"_s);
    QCOMPARE(entry.data(MeaningRole).value<Meaning>(), Meaning::NotChecked);
    QVERIFY(entry.data(Qt::ToolTipRole).toString().contains(u"“proof”"_s));
    const QModelIndex call = model.index(0, TreeModel::Check, entry.siblingAtColumn(0));
    QCOMPARE(call.data().toString(), u"Logs agree"_s);
    const LoadedCase sound = loadSample(u"deep-reentry"_s); // its posting stands in a pinned block
    model.setTree(sound.loaded.table, sound.conclusion.tree, sound.examined, sound.conclusion.report.get());
    QCOMPARE(model.index(0, TreeModel::Check, model.index(0, 0)).data().toString(), u"Passed"_s);
}

void TestTreeModel::revert_span_cannot_be_seen() {
    TreeModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    fill(model, loadRun(u"revertCounter"_s));
    const QStringList lines = linesOf(model);
    QVERIFY2(lines.filter(u"revert span 1 call rolled back | Span not observable"_s).size() == 1,
             qPrintable(lines.join(u'\n')));
    const QModelIndex entry = model.index(0, TreeModel::Check, model.index(0, 0));
    QCOMPARE(entry.data().toString(), u"Span not observable"_s);
    QCOMPARE(entry.data(MeaningRole).value<Meaning>(), Meaning::CannotCheck);
}

void TestTreeModel::lookups_and_empty_entries() {
    TreeModel model;
    fill(model, loadSample(u"late"_s));
    QCOMPARE(linesOf(model).filter(u"lookup 0 call hash 0x034a…1044 | Not in events"_s).size(), 1);
    fill(model, loadSample(u"unanchored"_s));
    const QModelIndex entry = model.index(0, TreeModel::Check, model.index(0, 0));
    QCOMPARE(entry.data().toString(), u"No calls"_s);
    QCOMPARE(entry.data(MeaningRole).value<Meaning>(), Meaning::NotChecked);
}

void TestTreeModel::rollup_table() {
    TreeModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    fill(model, loadSample(u"rollup-table"_s));
    const QStringList expected{
        u"R1 bundle executeIncomingCrossChainCall()"_s,
        u"R1   entry 0 0xe7f1…0512.increment() | Not checked"_s,
        u"R1     call 1 0xe7f1…0512.increment() | Not checked"_s,
        u"L1       return not in the table"_s,
        u"L1     return uint256 1"_s,
    };
    QCOMPARE(linesOf(model), expected);
    QCOMPARE(model.crossingsText(), u"L1 → Rollup 1, and back: one crossing, one atomic bundle."_s);
}

void TestTreeModel::roles_of_a_row() {
    TreeModel model;
    const LoadedCase made = loadSample(u"deep-reentry"_s);
    fill(model, made);
    const table::Entry& entry = made.loaded.table->entries[0];
    const QModelIndex row = model.indexOf(1, TreeModel::StateBefore);
    QCOMPARE(row.data(NodeRole).toUInt(), 1U);
    QCOMPARE(row.data(PathRole).toString(), u"entries[0]"_s);
    QCOMPARE(row.data(RangeRole).value<ByteRange>(), entry.range);
    QCOMPARE(row.data().toString(), u"0xf82d…306d"_s); // as in oracle.json of the run
    QCOMPARE(row.data(CopyRole).toString(), hexText(entry.deltas[0].current_state.value().view()));
    QVERIFY(row.data(MonospaceRole).toBool());
    QCOMPARE(row.data(MeaningRole).value<Meaning>(), Meaning::None);
    QCOMPARE(row.siblingAtColumn(TreeModel::StateAfter).data().toString(), u"0xc0e3…1c1d"_s);
    QCOMPARE(row.siblingAtColumn(TreeModel::Check).data(MeaningRole).value<Meaning>(), Meaning::Passed);
    QCOMPARE(row.siblingAtColumn(TreeModel::Lane).data(LaneRole).toInt(), 1);
    const QModelIndex back = model.indexOf(6, TreeModel::Transition); // the innermost return
    QCOMPARE(back.data(KindTextRole).toString(), u"return"_s);
    QCOMPARE(back.data(CopyRole).toString(), u"0x"_s + QString(63, u'0') + u'1');
    QCOMPARE(back.siblingAtColumn(TreeModel::Check).data().toString(), QString());
    QCOMPARE(back.siblingAtColumn(TreeModel::Check).data(MeaningRole).value<Meaning>(), Meaning::None);
    QStringList headers;
    for (int column = 0; column < TreeModel::ColumnCount; ++column) {
        headers += model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    QCOMPARE(headers.first(TreeModel::UsualColumns),
             (QStringList{u"Lane"_s, u"Transition"_s, u"State before"_s, u"State after"_s, u"Check"_s}));
}

void TestTreeModel::accessible_text_tells_lanes() {
    TreeModel model;
    fill(model, loadSample(u"deep-reentry"_s));
    const auto spoken = [&](quint32 node) {
        return model.indexOf(node).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(1), u"entry 0: proxy 0x6029…e1c1.deepCall(uint256), L1 to Rollup 1, Passed"_s);
    QCOMPARE(spoken(2), u"call 1: 0x5fc8…5707.deepCall(uint256), Rollup 1 to L1, Passed"_s);
    QCOMPARE(spoken(6), u"return: uint256 1, Rollup 1 back to L1"_s);
    QCOMPARE(spoken(0), u"bundle: postAndVerifyBatch(), on L1"_s);
}

void TestTreeModel::every_node_is_found_again() {
    TreeModel model;
    const LoadedCase made = loadSample(u"tampered"_s);
    fill(model, made);
    for (quint32 node = 0; node < made.conclusion.tree->nodes.size(); ++node) {
        const QModelIndex index = model.indexOf(node);
        QCOMPARE(model.node(index), node);
        QCOMPARE(model.index(index.row(), index.column(), model.parent(index)), index);
        QCOMPARE(model.laneOf(node), index.data(LaneRole).toInt());
    }
    QVERIFY(!model.indexOf(10'000).isValid());
    QCOMPARE(model.node({}), transition::no_node);
}

void TestTreeModel::leaves_never_have_children() {
    TreeModel model;
    const LoadedCase made = loadSample(u"tampered"_s);
    fill(model, made);
    for (quint32 node = 0; node < made.conclusion.tree->nodes.size(); ++node) {
        const QModelIndex index = model.indexOf(node, 0);
        QCOMPARE(model.flags(index).testFlag(Qt::ItemNeverHasChildren), !model.hasChildren(index));
    }
    QCOMPARE(model.rowCount(model.indexOf(0, TreeModel::Transition)),
             0); // only the first column has children
}

void TestTreeModel::crossings_in_words() {
    TreeModel model;
    fill(model, loadSample(u"deep-reentry"_s));
    QCOMPARE(
        model.crossingsText(),
        u"L1 → Rollup 1 → L1 → Rollup 1 → L1 → Rollup 1, and back: five crossings, one atomic bundle."_s);
    fill(model, loadSample(u"tampered"_s));
    QCOMPARE(model.crossingsText(), u"L1 and Rollup 1: five crossings, one atomic bundle."_s);
    fill(model, loadSample(u"deep-reentry"_s, false));
    QCOMPARE(model.crossingsText(),
             u"L1 and Rollup 1; where nested frames open is not known: 2 placements possible."_s);
    fill(model, loadRun(u"counterL2"_s)); // a rollup's own transaction: it starts there
    QVERIFY2(model.crossingsText().startsWith(u"Rollup 1 → L1, and back"_s),
             qPrintable(model.crossingsText()));
}

void TestTreeModel::models_are_replaced() {
    TreeModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    for (const Sample& sample : samples()) {
        fill(model, loadSample(sample.id));
        QCOMPARE(model.rowCount(), 1);
        fill(model, loadSample(sample.id, false));
    }
    model.setTree(nullptr, nullptr, nullptr, nullptr);
    QCOMPARE(model.rowCount(), 0);
    for (const QString& run : {u"counter"_s, u"multi-call-nested"_s, u"reentrant"_s, u"nestedCallRevert"_s}) {
        fill(model, loadRun(run));
        fill(model, loadRun(run, u"l2"_s));
        QCOMPARE(model.rowCount(), 1);
    }
}

void TestTreeModel::hundred_thousand_nodes() {
    const auto table = loadSample(u"unanchored"_s, false).loaded.table;
    constexpr quint32 count = 100'000;
    const auto tree = largeTree(count);
    TreeModel model;
    QElapsedTimer clock;
    clock.start();
    model.setTree(table, tree, nullptr, nullptr);
    quint32 checked = 0;
    std::set<quintptr> ids;
    for (quint32 node = 0; node < count; ++node) {
        const QModelIndex index = model.indexOf(node, 0);
        checked +=
            model.parent(index) == (node == 0 ? QModelIndex() : model.indexOf(tree->nodes[node].parent, 0))
                ? 1U
                : 0U;
        ids.insert(index.internalId());
    }
    const qint64 elapsed = clock.elapsed();
    QCOMPARE(checked, count);
    QCOMPARE(ids.size(), std::size_t{count});
    QVERIFY2(*std::next(ids.begin()) - *ids.begin() > 1'000'000, "internal ids must be spread");
    QVERIFY2(elapsed < 2000, qPrintable(QString::number(elapsed))); // takes about 60 ms
}

/// The selector of increment() is that of the recorded calldata; the others have no second preimage in the
/// list.
void TestTreeModel::selectors_are_computed() {
    const auto text = [](const char* hex) { return functionText(from_hex(hex).value(), *wellKnownNames()); };
    QCOMPARE(text("0xd09de08a"), u"increment()"_s);
    const std::string word = std::string(62, '0') + "07";
    const auto with = [&text, &word](const char* selector, int words) {
        std::string data(selector);
        for (int i = 0; i < words; ++i) {
            data += word;
        }
        return text(data.c_str());
    };
    QCOMPARE(with("0xa9059cbb", 2), u"transfer(address,uint256)"_s); // ERC-20
    QCOMPARE(with("0x095ea7b3", 2), u"approve(address,uint256)"_s);
    QCOMPARE(with("0x23b872dd", 3), u"transferFrom(address,address,uint256)"_s);
    QCOMPARE(with("0xa9059cbb", 1), u"0xa9059cbb()"_s); // the rest does not fit
    QCOMPARE(text("0xd0e30db0"), u"deposit()"_s);       // WETH
    QCOMPARE(text("0x12345678ff"), u"0x12345678()"_s);
    QCOMPARE(text("0x123456"), u"0x123456"_s);
    QCOMPARE(text("0x"), u"no data"_s);
}

/// The user's names go before what is well known, and the tree shows them at once.
void TestTreeModel::names_of_the_user() {
    const LoadedCase made = loadSample(u"deep-reentry"_s);
    TreeModel model;
    model.setTree(made.loaded.table, made.conclusion.tree, made.examined, made.conclusion.report.get());
    const auto texts = [&model] {
        QStringList all;
        QList<QModelIndex> open{model.index(0, TreeModel::Transition)};
        while (!open.isEmpty()) {
            const QModelIndex at = open.takeLast();
            all += at.data().toString();
            for (int row = 0; row < model.rowCount(at.siblingAtColumn(0)); ++row) {
                open += model.index(row, TreeModel::Transition, at.siblingAtColumn(0));
            }
        }
        return all.join(u'\n');
    };
    QVERIFY2(texts().contains(u"deepCall(uint256)"_s), qPrintable(texts()));
    auto names = std::make_shared<Names>();
    names->labels.emplace(made.loaded.table->entries[0].calls[0].target, "Counter");
    QSignalSpy changed(&model, &QAbstractItemModel::layoutChanged);
    model.setNames(names);
    QCOMPARE(changed.size(), 1);
    QVERIFY2(texts().contains(u"Counter.deepCall(uint256)"_s), qPrintable(texts()));

    FieldModel fields;
    fields.setNames(names);
    quint32 call = 0;
    for (quint32 node = 0; node < made.conclusion.tree->nodes.size(); ++node) {
        if (made.conclusion.tree->nodes[node].kind == transition::NodeKind::call) {
            call = node;
            break;
        }
    }
    fields.setNode(made.loaded.table, made.conclusion.tree, made.examined, call);
    bool argument = false, target = false;
    for (const CellTableModel::Row& row : fields.rows()) {
        argument = argument || (row.depth == 1 && row.toolTip.startsWith(u"uint256 · a well-known"_s));
        target = target || row.cells[FieldModel::Value].text == u"Counter on L1"_s;
    }
    QVERIFY(argument && target);
}

void TestTreeModel::amounts_and_results_in_words() {
    const auto ether = [](const char* wei) { return etherText(U256::parse_decimal(wei).value()); };
    QCOMPARE(ether("0"), u"0 ETH"_s);
    QCOMPARE(ether("500000000000000000"), u"0.5 ETH"_s);
    QCOMPARE(ether("1000000000000000000"), u"1 ETH"_s);
    QCOMPARE(ether("123000000000000000001"), u"123.000000000000000001 ETH"_s);
    QCOMPARE(ether("1000000000000"), u"0.000001 ETH"_s);
    QCOMPARE(ether("999999999999"), u"999999999999 wei"_s);
    const auto returned = [](const std::string& hex) { return returnText(from_hex(hex).value()); };
    const std::string zeros(32, '0');
    QCOMPARE(returned("0x"), u"void"_s);
    QCOMPARE(returned("0x" + zeros + std::string(32, 'f')),
             u"uint256 340282366920938463463374607431768211455"_s); // 2^128-1
    QCOMPARE(returned("0x" + std::string(31, '0') + "1" + zeros), u"0x0000…0000"_s);
    QCOMPARE(returned("0x08c379a0" + zeros), u"0x08c3…0000 (20 bytes)"_s);
    QCOMPARE(countText(2564, u"byte"_s, u"bytes"_s), u"2\u202F564 bytes"_s);
}

QTEST_GUILESS_MAIN(TestTreeModel)
#include "test_tree_model.moc"
