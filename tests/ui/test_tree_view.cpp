// The tree of transitions: lanes, unfolding, breadcrumb, and that a large tree costs nothing a row.
#include "core/codec/abi_writer.h"
#include "core/transition/tree.h"
#include "qt_warnings.h"
#include "ui/paint/lane_geometry.h"
#include "ui/views/tree_view.h"
#include "window_fixture.h"
#include <QHeaderView>

using namespace Qt::StringLiterals;
using namespace anchorscope;

class TestTreeView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void rowsHaveOneHeightAndLanesTheirColumn() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        auto* rows = qobject_cast<model::TreeModel*>(tree->model());
        QVERIFY(tree->uniformRowHeights());
        QCOMPARE(tree->visualRect(rows->index(0, 0)).height(), 28);
        const int lanes = static_cast<int>(rows->laneNames().size());
        QCOMPARE(lanes, 2); // the sample has L1 and one rollup (resources/samples/README.md)
        QCOMPARE(tree->header()->sectionSize(model::TreeModel::Lane), paint::LaneMetrics::width(lanes));
        QCOMPARE(tree->header()->height(), 28);
        int width = 0;
        for (int column = 0; column < model::TreeModel::ColumnCount; ++column) {
            width += tree->header()->sectionSize(column);
        }
        QVERIFY(width <= tree->viewport()->width());
    }

    void everythingIsUnfoldedAtFirstAndStaysAsLeft() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        const QModelIndex entry = tree->model()->index(0, 0, tree->model()->index(0, 0));
        QVERIFY(tree->isExpanded(entry));
        const QPoint chevron(tree->visualRect(entry.siblingAtColumn(1)).left() - 9,
                             tree->visualRect(entry.siblingAtColumn(1)).center().y());
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, chevron);
        QVERIFY(!tree->isExpanded(entry));
        fixture.session.verifyAgain();
        QVERIFY(fixture.settle());
        QVERIFY(!tree->isExpanded(tree->model()->index(0, 0, tree->model()->index(0, 0))));
        fixture.find<ui::CaseView>()->unfoldAll(true);
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0, tree->model()->index(0, 0))));
    }

    void keysWalkThroughTheTree() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        auto* rows = qobject_cast<model::TreeModel*>(tree->model());
        fixture.selection()->chooseNode(1);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(rows->node(tree->currentIndex()), 2U);
        QCOMPARE(fixture.selection()->choice().node, std::optional<quint32>(2));
        QTest::keyClick(tree, Qt::Key_Up);
        QTest::keyClick(tree, Qt::Key_Left); // folds the entry
        QVERIFY(!tree->isExpanded(rows->indexOf(1, 0)));
    }

    void breadcrumbLeavesOutTheMiddle() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        QCOMPARE(tree->breadcrumb(0), u"bundle"_s);
        QCOMPARE(tree->breadcrumb(1), u"entry 0"_s);
        const auto& nodes = fixture.session.parts().tree->nodes;
        const auto deepest = std::ranges::max_element(nodes, {}, &transition::Node::depth);
        const QString crumb = tree->breadcrumb(static_cast<quint32>(deepest - nodes.begin()));
        QVERIFY2(crumb.startsWith(u"entry 0 › … › "_s), qPrintable(crumb));
        QCOMPARE(crumb.count(u'›'), 3);
    }

    void aLargeTreePaintsAsFastAsASmallOne() {
        // A flat synthetic tree: one entry with a hundred thousand calls, all on L1 (no table bytes behind
        // them).
        constexpr std::uint32_t calls = 100000;
        auto source = std::make_shared<table::TableSource>();
        source->file.resize(4);
        auto table = std::make_shared<table::ExecutionTable>();
        table->format = &table::formats().front();
        table->source = source;
        auto tree = std::make_shared<transition::Tree>();
        tree->basis = transition::TreeBasis::table;
        tree->domains = {l1_domain, Domain{1}};
        tree->nodes.resize(calls + 1);
        tree->nodes[0].subtree_end = calls + 1;
        for (std::uint32_t i = 1; i <= calls; ++i) {
            tree->nodes[i] = {
                transition::NodeKind::call, transition::Outcome::unknown, 1, 0, i + 1, Domain{1}, l1_domain};
            tree->nodes[i].index = i - 1;
        }
        ui::Selection selection;
        model::TreeModel rows;
        ui::TreeView view(&rows, &selection);
        view.resize(1000, 600);
        view.show();
        QElapsedTimer timer;
        timer.start();
        view.setTree(table, tree, nullptr, nullptr);
        QVERIFY(!view.viewport()->grab().isNull());
        QVERIFY2(timer.elapsed() < 3000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
        view.scrollToBottom();
        timer.restart();
        QVERIFY(!view.viewport()->grab().isNull());
        QVERIFY2(timer.elapsed() < 500, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    }
};

ANCHORSCOPE_UI_TEST(TestTreeView)
#include "test_tree_view.moc"
