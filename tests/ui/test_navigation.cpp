// Going about in a case by keys: ways through the tree, levels, history, bookmarks, the path above the tree,
// the context menu and the columns.
#include "model/items/tree_walk.h"
#include "ui/dialogs/columns_dialog.h"
#include "ui/views/breadcrumbs.h"
#include "ui/views/crumb_layout.h"
#include "ui/views/navigation.h"
#include "window_fixture.h"
#include <QHeaderView>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

using Node = std::optional<quint32>;

void press(test::WindowFixture& fixture, Qt::Key key, Qt::KeyboardModifiers with = {}) {
    QTest::keyClick(&fixture.window, key, with);
    QCoreApplication::processEvents();
}

model::TreeModel* rowsOf(const ui::TreeView* tree) { return qobject_cast<model::TreeModel*>(tree->model()); }

QMenu* openMenu() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }

QStringList textsOf(const QMenu* menu) {
    QStringList out;
    for (const QAction* each : menu->actions()) {
        out += each->text().remove(u'&').section(u'\t', 0, 0);
    }
    return out;
}

/// A flat tree of L1 and rollup 2 in turn, without bytes behind it.
std::shared_ptr<const transition::Tree> largeTree(quint32 entries, quint32 calls) {
    auto tree = std::make_shared<transition::Tree>();
    tree->basis = transition::TreeBasis::table;
    tree->domains = {l1_domain, Domain{1}};
    const quint32 count = 1 + entries * (calls + 1);
    tree->nodes.resize(count);
    tree->nodes[0].subtree_end = count;
    for (quint32 entry = 0; entry < entries; ++entry) {
        const quint32 top = 1 + entry * (calls + 1);
        tree->nodes[top] = {transition::NodeKind::call,
                            transition::Outcome::unknown,
                            1,
                            0,
                            top + calls + 1,
                            Domain{1},
                            l1_domain};
        for (quint32 call = top + 1; call <= top + calls; ++call) {
            tree->nodes[call] = {transition::NodeKind::call,
                                 transition::Outcome::unknown,
                                 2,
                                 top,
                                 call + 1,
                                 l1_domain,
                                 Domain{1}};
        }
    }
    return tree;
}

} // namespace

class TestNavigation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void keysFollowCallsAndDomains() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const model::TreeWalk walk(fixture.session.parts().tree);
        ui::Selection* selection = fixture.selection();
        auto* tree = fixture.find<ui::TreeView>();
        selection->chooseNode(2);
        tree->setFocus();
        const auto chosen = [selection] { return selection->choice().node; };
        press(fixture, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(chosen(), walk.parent(2));
        selection->chooseNode(2);
        press(fixture, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(chosen(), walk.caller(2));
        const Node caller = chosen();
        press(fixture, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(chosen(), walk.callee(*caller));
        selection->chooseNode(1);
        press(fixture, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(chosen(), walk.here(1, 1));
        press(fixture, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(chosen(), Node(1));
        press(fixture, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(chosen(), walk.crossing(1, 1));
        const Node crossing = chosen();
        press(fixture, Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(chosen(), walk.crossing(*crossing, -1));
        QCOMPARE(rowsOf(tree)->node(tree->currentIndex()), *chosen()); // and the row with it
    }

    void theEndIsSaidAndNothingMoves() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        fixture.selection()->chooseNode(0);
        press(fixture, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(fixture.selection()->choice().node, Node(0));
        QCOMPARE(fixture.window.statusBar()->currentMessage(), u"Nothing encloses the bundle."_s);
    }

    void levelsUnfoldAndKeepTheRow() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        const auto& nodes = fixture.session.parts().tree->nodes;
        const auto deepest = static_cast<quint32>(
            std::ranges::max_element(nodes, {}, &transition::Node::depth) - nodes.begin());
        fixture.selection()->chooseNode(deepest);
        press(fixture, Qt::Key_1, Qt::AltModifier);
        for (quint32 node = 0; node < nodes.size(); ++node) {
            if (nodes[node].subtree_end > node + 1) {
                QCOMPARE(tree->isExpanded(rowsOf(tree)->indexOf(node, 0)), nodes[node].depth < 1);
            }
        }
        // What is chosen gives way to the entry that holds it.
        const Node chosen = fixture.selection()->choice().node;
        QVERIFY(chosen && nodes[*chosen].depth == 1 && *chosen < deepest &&
                deepest < nodes[*chosen].subtree_end);
        press(fixture, Qt::Key_9, Qt::AltModifier);
        QCOMPARE(fixture.selection()->choice().node, chosen);
        QVERIFY(tree->isExpanded(rowsOf(tree)->indexOf(*chosen, 0)));
        press(fixture, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier); // below
        QVERIFY(!tree->isExpanded(rowsOf(tree)->indexOf(*chosen, 0)));
        press(fixture, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        for (quint32 node = *chosen; node < nodes[*chosen].subtree_end; ++node) {
            QVERIFY(nodes[node].subtree_end == node + 1 || tree->isExpanded(rowsOf(tree)->indexOf(node, 0)));
        }
    }

    void levelsOfALargeTreeAreQuick() {
        auto source = std::make_shared<table::TableSource>();
        source->file.resize(4);
        auto table = std::make_shared<table::ExecutionTable>();
        table->format = &table::formats().front();
        table->source = source;
        ui::Selection selection;
        model::TreeModel rows;
        ui::TreeView view(&rows, &selection);
        view.resize(1000, 600);
        view.show();
        view.setTree(table, largeTree(1000, 99), nullptr, nullptr); // 100 001 nodes
        QElapsedTimer timer;
        for (const int level : {2, 1, 9}) {
            timer.restart();
            view.expandToLevel(level);
            QVERIFY2(timer.elapsed() < 1500,
                     qPrintable(u"level %1: %2 ms"_s.arg(level).arg(timer.elapsed())));
            qInfo("level %d: %lld ms", level, static_cast<long long>(timer.elapsed()));
        }
    }

    void historyGoesBackAndForward() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        ui::Selection* selection = fixture.selection();
        auto* navigation = fixture.find<ui::Navigation>();
        const auto count = navigation->history()->visits().size();
        selection->chooseNode(1);
        selection->chooseNode(5);
        selection->chooseByte(300);
        const ui::Choice byte = selection->choice();
        press(fixture, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(selection->choice().node, Node(5));
        press(fixture, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(selection->choice().node, Node(1));
        press(fixture, Qt::Key_Right, Qt::AltModifier);
        press(fixture, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(selection->choice(), byte);
        press(fixture, Qt::Key_Right, Qt::AltModifier); // the end
        QCOMPARE(selection->choice(), byte);
        press(fixture, Qt::Key_Left, Qt::AltModifier);
        selection->chooseNode(3); // what was ahead is forgotten
        press(fixture, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(selection->choice().node, Node(3));
        QVERIFY(navigation->history()->visits().size() >= count);
    }

    /// A walk of many rows is one place: back leads to where it began.
    void aWalkIsOnePlace() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        fixture.selection()->chooseByte(100);
        fixture.selection()->chooseNode(1);
        tree->setFocus();
        for (int step = 0; step < 4; ++step) {
            QTest::keyClick(tree, Qt::Key_Down);
        }
        QCOMPARE(fixture.selection()->choice().node, Node(5));
        press(fixture, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(fixture.selection()->choice().node, Node(1));
    }

    void historySurvivesVerifyingAgainAndEndsWithTheCase() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        fixture.selection()->chooseNode(1);
        fixture.selection()->chooseNode(5);
        press(fixture, Qt::Key_F5);
        QVERIFY(fixture.settle());
        press(fixture, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(fixture.selection()->choice().node, Node(1));
        QVERIFY(fixture.openSample(u"tampered"_s));
        auto* navigation = fixture.find<ui::Navigation>();
        for (const auto& visit : navigation->history()->visits()) {
            const auto& tree = fixture.session.parts().tree;
            QVERIFY(!visit.place.node || *visit.place.node < tree->nodes.size());
        }
        QVERIFY(navigation->history()->visits().size() < 5);
    }

    void historyIsBounded() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        for (quint64 at = 0; at < 600; ++at) {
            fixture.selection()->chooseRange({4 + at % 2 * 32 + at, 1});
        }
        auto* navigation = fixture.find<ui::Navigation>();
        QCOMPARE(navigation->history()->visits().size(), ui::SelectionHistory::max_places);
    }

    void bookmarksAreMarkedFoundAndKept() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        ui::Selection* selection = fixture.selection();
        for (const quint32 node : {1U, 4U}) {
            selection->chooseNode(node);
            press(fixture, Qt::Key_B, Qt::ControlModifier);
            QVERIFY(rowsOf(tree)->indexOf(node, 0).data(model::TreeModel::BookmarkRole).toBool());
        }
        selection->chooseNode(2);
        press(fixture, Qt::Key_F2);
        const Node first = selection->choice().node;
        press(fixture, Qt::Key_F2);
        const Node second = selection->choice().node;
        QCOMPARE((std::set{*first, *second}), (std::set<quint32>{1, 4}));
        press(fixture, Qt::Key_F2, Qt::ShiftModifier);
        QCOMPARE(selection->choice().node, first);
        fixture.shot(u"bookmarks"_s);
        press(fixture, Qt::Key_F5);
        QVERIFY(fixture.settle());
        QVERIFY(rowsOf(tree)->indexOf(4, 0).data(model::TreeModel::BookmarkRole).toBool());
        QVERIFY(!rowsOf(tree)->indexOf(2, 0).data(model::TreeModel::BookmarkRole).toBool());
        fixture.session.close();
        QVERIFY(fixture.openSample(u"deep-reentry"_s)); // the same bytes
        QVERIFY(rowsOf(tree)->indexOf(1, 0).data(model::TreeModel::BookmarkRole).toBool());
        selection->chooseNode(1);
        press(fixture, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!rowsOf(tree)->indexOf(1, 0).data(model::TreeModel::BookmarkRole).toBool());
    }

    void thePathLeadsUp() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* path = fixture.find<ui::Breadcrumbs>();
        const auto& nodes = fixture.session.parts().tree->nodes;
        const auto deepest = static_cast<quint32>(
            std::ranges::max_element(nodes, {}, &transition::Node::depth) - nodes.begin());
        fixture.selection()->chooseNode(deepest);
        QVERIFY2(path->text().startsWith(u"bundle › entry 0 › "_s), qPrintable(path->text()));
        QCOMPARE(path->text().count(u'›'), int{nodes[deepest].depth});
        QList<QAbstractButton*> buttons;
        for (auto* each : path->findChildren<QAbstractButton*>()) {
            if (each->isVisible()) {
                QVERIFY(!each->accessibleName().isEmpty());
                buttons += each;
            }
        }
        QVERIFY(buttons.size() >= 3);
        buttons.last()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(buttons.last(), Qt::Key_Left);
        QVERIFY(buttons[buttons.size() - 2]->hasFocus());
        QTest::keyClick(buttons[buttons.size() - 2], Qt::Key_Home);
        QVERIFY(buttons.first()->hasFocus());
        fixture.shot(u"breadcrumbs"_s);
        QTest::keyClick(buttons.first(), Qt::Key_Return);
        QCOMPARE(fixture.selection()->choice().node, Node(0));
        fixture.selection()->chooseNode(deepest);
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QCOMPARE(fixture.selection()->choice().node, Node(1));
    }

    void theMiddleOfALongPathIsLeftOut() {
        const QRect bar(10, 0, 300, 30);
        const ui::CrumbMetrics metrics{10, 20};
        QCOMPARE(ui::layOutCrumbs({50, 50}, bar, metrics).size(), 2U);
        const auto boxes = ui::layOutCrumbs({60, 60, 60, 60, 60, 60}, bar, metrics);
        std::vector<int> crumbs;
        int right = bar.left() - metrics.gap;
        for (const ui::CrumbBox& box : boxes) {
            crumbs.push_back(box.crumb);
            QCOMPARE(box.rect.left(), right + metrics.gap);
            right = box.rect.right() + 1;
            QVERIFY(box.rect.right() <= bar.right());
        }
        QCOMPARE(crumbs, (std::vector<int>{0, -1, 3, 4, 5})); // 60 + 20 + 3 * 60 and four gaps are 300
        const auto narrow = ui::layOutCrumbs({60, 60, 60, 60}, QRect(0, 0, 120, 30), metrics);
        QCOMPARE(narrow.size(), 3U);
        QVERIFY(narrow.back().rect.right() < 120 && narrow.back().rect.width() == 20); // cut, not gone
    }

    void theMenuKeyOffersWhatTheRowCanDo() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        auto* navigation = fixture.find<ui::Navigation>();
        QModelIndex asked;
        connect(navigation->treeMenu(), &ui::TreeMenu::aboutToShow, &fixture.window,
                [&asked](QMenu* menu, const QModelIndex& cell) {
                    asked = cell;
                    menu->addAction(u"More"_s);
                });
        fixture.selection()->chooseNode(3);
        tree->setFocus();
        QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(5, 5), tree->mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(tree, &key);
        QMenu* menu = openMenu();
        QVERIFY(menu != nullptr);
        QCOMPARE(rowsOf(tree)->node(asked), 3U);
        const QStringList texts = textsOf(menu);
        for (const QString& text : {u"To the caller"_s, u"Next crossing"_s, u"Expand to level"_s,
                                    u"Bookmark"_s, u"Copy as"_s, u"More"_s}) {
            QVERIFY2(texts.contains(text), qPrintable(texts.join(u", "_s)));
        }
        if (const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS"); !folder.isEmpty()) {
            menu->grab().save(folder + u"/tree-menu.png"_s);
        }
        menu->close();
        const QPoint row = tree->visualRect(rowsOf(tree)->indexOf(4)).center();
        QContextMenuEvent mouse(QContextMenuEvent::Mouse, row, tree->viewport()->mapToGlobal(row));
        QCoreApplication::sendEvent(tree->viewport(), &mouse);
        QCOMPARE(rowsOf(tree)->node(asked), 4U);
        QCOMPARE(fixture.selection()->choice().node, Node(4));
        openMenu()->close();
    }

    void columnsAreChosenMovedAndKept() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        auto* columns = fixture.find<ui::Navigation>()->columns();
        using Column = model::TreeModel::Column;
        QVERIFY(columns->isAutomatic());
        QVERIFY(tree->header()->isSectionHidden(Column::Value));
        QMenu menu;
        columns->fill(&menu);
        const auto action = [&menu](const QString& text) {
            const auto all = menu.actions();
            const auto found = std::ranges::find_if(
                all, [&text](const QAction* each) { return each->text().remove(u'&') == text; });
            return found == all.end() ? nullptr : *found;
        };
        QVERIFY(action(u"Value"_s) && !action(u"Value"_s)->isChecked());
        QVERIFY(!action(u"Transition"_s)->isEnabled());
        action(u"Value"_s)->trigger();
        action(u"Step"_s)->trigger();
        action(u"State before"_s)->trigger();
        QVERIFY(!columns->isAutomatic());
        QVERIFY(!tree->header()->isSectionHidden(Column::Value));
        QVERIFY(tree->header()->isSectionHidden(Column::StateBefore));
        QCOMPARE(rowsOf(tree)->indexOf(2, Column::Step).data().toString(), u"2"_s);
        tree->header()->moveSection(tree->header()->visualIndex(Column::Step), 1);
        fixture.shot(u"columns"_s);
        const QList<ui::TreeColumn> shown = columns->shown();
        QCOMPARE(shown[0].column, int{Column::Lane});
        QCOMPARE(shown[1].column, int{Column::Step});
        QCOMPARE(ui::readColumns(fixture.settings.get(model::Setting::TreeColumns).toString()), shown);
        int width = 0;
        for (int column = 0; column < Column::ColumnCount; ++column) {
            width += tree->header()->sectionSize(column);
        }
        QVERIFY(width <= tree->viewport()->width());
        {
            ui::Selection selection; // another window with these settings
            model::TreeModel rows;
            ui::TreeView other(&rows, &selection);
            const ui::TreeColumns again(&other, &fixture.settings);
            QCOMPARE(other.header()->visualIndex(Column::Step), 1);
            QVERIFY(!other.header()->isSectionHidden(Column::Value));
        }
        columns->reset();
        QVERIFY(columns->isAutomatic());
        QCOMPARE(tree->header()->visualIndex(Column::Step), int{Column::Step});
        QVERIFY(!tree->header()->isSectionHidden(Column::StateBefore));
        QVERIFY(tree->header()->isSectionHidden(Column::Value));
    }

    void columnsAreArrangedByKeys() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        auto* columns = fixture.find<ui::Navigation>()->columns();
        using Column = model::TreeModel::Column;
        ui::ColumnsDialog dialog(columns, tree->model(), &fixture.window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto* list = dialog.findChild<QListWidget*>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_End); // the call hash
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(!tree->header()->isSectionHidden(Column::CallHash));
        for (auto* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == u"Move &up"_s) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
            }
        }
        QCOMPARE(list->currentRow(), list->count() - 2);
        auto* width = dialog.findChild<QSpinBox*>();
        QVERIFY(width->isEnabled());
        width->setValue(222);
        QCOMPARE(tree->header()->sectionSize(Column::CallHash), 222);
        if (const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS"); !folder.isEmpty()) {
            dialog.grab().save(folder + u"/columns-dialog.png"_s);
        }
    }

    void columnsAreReadStrictly() {
        using Column = model::TreeModel::Column;
        QVERIFY(ui::readColumns(QString()).isEmpty());
        QVERIFY(ui::readColumns(u"nonsense,,:5"_s).isEmpty());
        const QList<ui::TreeColumn> read =
            ui::readColumns(u"check:99999,value,check:50,nope,lane:7,step:1"_s);
        const QList<ui::TreeColumn> expected{{Column::Lane, 0},
                                             {Column::Transition, 0},
                                             {Column::Check, 2000},
                                             {Column::Value, 0},
                                             {Column::Step, 40}};
        QCOMPARE(read, expected);
        QCOMPARE(ui::readColumns(ui::writeColumns(read)), read);
    }

    void steppingKeepsWhatIsFolded() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        fixture.selection()->chooseNode(1);
        press(fixture, Qt::Key_1, Qt::AltModifier);
        tree->setFocus();
        const int scrolled = tree->verticalScrollBar()->value();
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Up);
        QCOMPARE(tree->verticalScrollBar()->value(), scrolled);
        QVERIFY(!tree->isExpanded(rowsOf(tree)->indexOf(1, 0)));
    }

    void dark() {
        test::startUi(paint::Scheme::Dark);
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const auto& nodes = fixture.session.parts().tree->nodes;
        fixture.selection()->chooseNode(static_cast<quint32>(
            std::ranges::max_element(nodes, {}, &transition::Node::depth) - nodes.begin()));
        press(fixture, Qt::Key_B, Qt::ControlModifier);
        fixture.shot(u"navigation-dark"_s);
        fixture.window.resize(1024, 640);
        fixture.shot(u"navigation-narrow-dark"_s);
        QVERIFY(fixture.find<ui::Breadcrumbs>()->width() > 100);
        test::startUi();
    }
};

ANCHORSCOPE_UI_TEST(TestNavigation)
#include "test_navigation.moc"
