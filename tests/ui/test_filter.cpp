// The filter of the window, by real keys and clicks: what it lets pass, what it says, and that nothing that
// was unfolded, chosen or scrolled to is lost by it.
#include "core/synth/synth.h"
#include "model/filter/filter_of_row.h"
#include "model/filter/filter_parser.h"
#include "model/filter/filter_run.h"
#include "model/items/texts.h"
#include "ui/views/filter_bar.h"
#include "ui/views/filter_field.h"
#include "ui/views/filter_menu.h"
#include "window_fixture.h"
#include <QAction>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QSemaphore>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using model::TreeModel;

namespace {

class Window : public test::WindowFixture {
public:
    /// A made-up table without evidence.
    [[nodiscard]] bool openMade(std::uint32_t entries) {
        synth::Options options;
        options.entries = entries;
        const Bytes calldata = synth::make_calldata(options).value();
        const QString path = m_made.filePath(u"made.hex"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(to_hex(calldata).c_str()) > 0 &&
               (file.close(), open(path));
    }
    [[nodiscard]] ui::FilterField* field() const { return find<ui::FilterField>(); }
    [[nodiscard]] ui::NodeFilter* filter() const { return find<ui::CaseView>()->filter(); }
    [[nodiscard]] ui::TreeView* tree() const { return find<ui::TreeView>(); }
    [[nodiscard]] TreeModel* rows() const { return qobject_cast<TreeModel*>(tree()->model()); }
    [[nodiscard]] quint32 size() const { return static_cast<quint32>(session.parts().tree->nodes.size()); }
    [[nodiscard]] QListView* popup() const {
        return qobject_cast<QListView*>(QApplication::activePopupWidget());
    }
    [[nodiscard]] QToolButton* button(const QString& name) const {
        for (auto* each : find<ui::FilterBar>()->findChildren<QToolButton*>()) {
            if (each->accessibleName() == name) {
                return each;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString said() const { return field()->accessibleDescription(); }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* to = QApplication::activePopupWidget();
        QTest::keyClick(to != nullptr ? to : window.focusWidget(), key, modifiers);
        QCoreApplication::processEvents(); // a popup that closed gives the window its focus back
    }
    /// As a person would: into whatever has the keys.
    void type(const QString& text) {
        for (const QChar each : text) {
            QWidget* to = QApplication::activePopupWidget();
            QTest::keyClick(to != nullptr ? to : window.focusWidget(), each.toLatin1());
            QCoreApplication::processEvents();
        }
    }
    void closePopup() {
        if (QApplication::activePopupWidget() != nullptr) {
            key(Qt::Key_Escape);
        }
    }
    [[nodiscard]] bool rest() {
        return QTest::qWaitFor([this] { return !filter()->isRunning(); }, 10000);
    }
    /// From the tree to the field, a new filter, and until it has come to an end.
    [[nodiscard]] bool write(const QString& text) {
        closePopup();
        key(Qt::Key_L, Qt::ControlModifier);
        type(text);
        // The window may not be active again yet after a popup: its own focus counts.
        return window.focusWidget() == field() && field()->text() == text && rest();
    }
    /// Rows that the tree shows, folded ones left out.
    [[nodiscard]] std::vector<quint32> seen() const {
        std::vector<quint32> out;
        for (QModelIndex at = rows()->index(0, 0); at.isValid(); at = tree()->indexBelow(at)) {
            out.push_back(rows()->node(at));
        }
        return out;
    }

private:
    QTemporaryDir m_made;
};

/// What should be seen: rows that pass and those above them.
std::vector<quint32> expected(const Window& window, std::u16string_view filter) {
    const model::Parts& parts = window.session.parts();
    const model::NodeFacts facts({parts.table, parts.tree, parts.examined,
                                  model::isAccepted(parts.report.get()), model::wellKnownNames()});
    const model::NodeMatches matches = model::runFilter(model::parseFilter(filter).value(), facts).value();
    std::set<quint32> shown;
    for (quint32 node = 0; node < facts.size(); ++node) {
        for (quint32 at = node; matches.matches(node) && at != transition::no_node;
             at = parts.tree->nodes[at].parent) {
            shown.insert(at);
        }
    }
    return {shown.begin(), shown.end()};
}

} // namespace

class TestFilterBar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void rowsThatDoNotMatchAreHidden() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        QCOMPARE(window.seen().size(), window.size());
        QVERIFY(window.write(u"kind == nested && nested == 2"_s));
        const std::vector<quint32> shown = expected(window, u"kind == nested && nested == 2");
        QVERIFY(shown.size() > 2 && shown.size() < window.size());
        QCOMPARE(window.seen(), shown);
        QCOMPARE(window.said(), u"1 of %1 rows match"_s.arg(window.size()));
        window.shot(u"filter-hidden"_s);
        window.key(Qt::Key_Escape); // whatever is offered goes first
        if (!window.field()->text().isEmpty()) {
            window.key(Qt::Key_Escape);
        }
        QVERIFY(window.field()->text().isEmpty());
        QCOMPARE(window.seen().size(), window.size());
        QVERIFY(window.said().isEmpty());
        QCOMPARE(window.window.focusWidget(), window.field());
        window.key(Qt::Key_Escape);
        QCOMPARE(window.window.focusWidget(), window.tree());
    }

    void whatWasFoldedChosenAndScrolledComesBack() {
        Window window;
        QVERIFY(window.openMade(400));
        ui::TreeView* tree = window.tree();
        TreeModel* rows = window.rows();
        const auto entry = [&](int row) { return rows->index(row, 0, rows->index(0, 0)); };
        QVERIFY(rows->rowCount(rows->index(0, 0)) >= 400);
        for (const int row : {1, 3, 302}) {
            tree->setExpanded(entry(row), !tree->isExpanded(entry(row)));
        }
        const std::vector<quint32> before = window.seen();
        const quint32 chosen = rows->node(entry(300));
        window.selection()->chooseNode(chosen);
        tree->scrollTo(entry(296), QAbstractItemView::PositionAtTop);
        const int scrolled = tree->verticalScrollBar()->value();
        QVERIFY(scrolled > 300);
        tree->setFocus();
        QVERIFY(window.write(u"entry in {2, 300}"_s));
        QCOMPARE(window.seen(), expected(window, u"entry in {2, 300}"));
        QCOMPARE(rows->node(tree->currentIndex()), chosen); // it passes: still chosen
        QVERIFY(window.write(u"entry == 2"_s));
        QVERIFY(!tree->selectionModel()->hasSelection());                   // it is hidden …
        QCOMPARE(window.selection()->choice().node, std::optional(chosen)); // … but details and bytes stay
        window.field()->clear();
        QVERIFY(window.rest());
        QCOMPARE(window.seen(), before);
        QCOMPARE(rows->node(tree->currentIndex()), chosen);
        QVERIFY(tree->viewport()->rect().contains(tree->visualRect(tree->currentIndex())));
    }

    void aRowThatStaysKeepsItsPlaceOnTheScreen() {
        Window window;
        QVERIFY(window.openMade(400));
        ui::TreeView* tree = window.tree();
        const quint32 chosen = window.rows()->node(window.rows()->index(300, 0, window.rows()->index(0, 0)));
        window.selection()->chooseNode(chosen);
        tree->setFocus();
        QTest::qWait(10);
        const auto top = [&] { return tree->visualRect(window.rows()->indexOf(chosen)).top(); };
        const int before = top();
        QVERIFY(before > 0);
        QVERIFY(window.write(u"entry > 100"_s));
        QCOMPARE(top(), before);
        window.field()->clear();
        QVERIFY(window.rest());
        QCOMPARE(top(), before);
    }

    void foldingByHandIsKeptUnderAFilter() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        ui::TreeView* tree = window.tree();
        QVERIFY(window.write(u"kind == nested"_s));
        tree->collapse(window.rows()->indexOf(3, 0));
        const std::size_t folded = window.seen().size();
        window.type(u" || kind == call"_s);
        QVERIFY(window.rest());
        QVERIFY(!tree->isExpanded(window.rows()->indexOf(3, 0)));
        window.field()->clear();
        QVERIFY(window.rest());
        QVERIFY(!tree->isExpanded(window.rows()->indexOf(3, 0)));
        QVERIFY(tree->isExpanded(window.rows()->indexOf(2, 0)));
        QVERIFY(window.seen().size() > folded - 1);
    }

    void completionLeadsThroughAFilter() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        window.key(Qt::Key_L, Qt::ControlModifier);
        window.type(u"dom"_s);
        QVERIFY(window.popup() != nullptr);
        QCOMPARE(window.popup()->model()->index(0, 0).data().toString(), u"domain"_s);
        QVERIFY(window.popup()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().size() > 10);
        window.shot(u"filter-completion"_s);
        window.key(Qt::Key_Down);
        window.key(Qt::Key_Return);
        QCOMPARE(window.field()->text(), u"domain "_s);
        QVERIFY(window.popup() != nullptr); // its operators
        window.key(Qt::Key_Tab);            // the first
        QCOMPARE(window.field()->text(), u"domain == "_s);
        QTRY_VERIFY(!window.filter()->vocabulary().domains.isEmpty());
        window.type(u"r"_s);
        QVERIFY(window.popup() != nullptr);
        window.key(Qt::Key_Down);
        window.key(Qt::Key_Return);
        QCOMPARE(window.field()->text(), u"domain == R1"_s);
        QVERIFY(window.rest());
        QVERIFY(!window.filter()->problem());
        QCOMPARE(window.seen(), expected(window, u"domain == R1"));
        window.type(u" "_s);
        QVERIFY(window.popup() != nullptr);
        QCOMPARE(window.popup()->model()->index(0, 0).data().toString(), u"&&"_s);
        window.key(Qt::Key_Escape);
        QVERIFY(window.popup() == nullptr);
        QCOMPARE(window.field()->text(), u"domain == R1 "_s); // Esc closed the list, no more
    }

    void whatIsNoFilterSaysWhyAndWhere() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        QVERIFY(window.write(u"kind == nested"_s));
        const std::vector<quint32> before = window.seen();
        window.closePopup();
        window.field()->insert(
            u" && domian == 2"_s); // at once: its first letters alone are text to search for
        QVERIFY(window.rest());
        QCOMPARE(window.said(), u"Character 19: No field is called “domian”: is “domain” meant?"_s);
        QCOMPARE(window.field()->toolTip(), window.said());
        QCOMPARE(window.window.statusBar()->currentMessage(), window.said());
        QCOMPARE(window.seen(), before); // what the last filter let pass stays
        window.closePopup();
        window.shot(u"filter-wrong"_s);
        const QImage wrong = window.find<ui::FilterBar>()->grab().toImage();
        window.field()->setText(u"kind == nested && domain == 2"_s);
        QVERIFY(window.rest());
        QVERIFY(window.window.statusBar()->currentMessage().isEmpty());
        QVERIFY(window.find<ui::FilterBar>()->grab().toImage() != wrong);
        QVERIFY(window.said().endsWith(u"rows match"_s));
    }

    void highlightKeepsAllRowsAndF3Steps() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        QVERIFY(window.write(u"kind == nested"_s));
        const std::vector<quint32> hidden = window.seen();
        QToolButton* all = window.button(u"Show all rows and highlight those that match"_s);
        QVERIFY(all != nullptr && all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(window.seen().size(), window.size());
        std::vector<quint32> matches;
        for (quint32 node = 0; node < window.size(); ++node) {
            const QModelIndex row = window.rows()->indexOf(node);
            const bool nested = window.session.parts().tree->nodes[node].kind == transition::NodeKind::nested;
            QCOMPARE(window.rows()->standing(row),
                     nested ? TreeModel::Standing::Match : TreeModel::Standing::Other);
            QCOMPARE(row.data(Qt::AccessibleTextRole).toString().endsWith(u", matches the filter"_s), nested);
            if (nested) {
                matches.push_back(node);
            }
        }
        QVERIFY(matches.size() == 2);
        window.shot(u"filter-highlight"_s);
        window.tree()->setFocus();
        window.selection()->chooseNode(0);
        for (const auto& [modifier, node] :
             {std::pair{Qt::NoModifier, matches[0]}, std::pair{Qt::NoModifier, matches[1]},
              std::pair{Qt::NoModifier, matches[0]}, std::pair{Qt::ShiftModifier, matches[1]},
              std::pair{Qt::ShiftModifier, matches[0]}}) {
            window.key(Qt::Key_F3, modifier);
            QCOMPARE(window.selection()->choice().node, std::optional(node));
        }
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(window.seen(), hidden);
        // The next window does the same.
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(window.settings.get(model::Setting::FilterMode), u"highlight"_s);
    }

    void enterLeadsToTheFirstMatchAndIsRemembered() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        window.selection()->chooseNode(1);
        window.key(Qt::Key_L, Qt::ControlModifier);
        window.type(u"kind == nested"_s);
        window.key(Qt::Key_Return); // at once, while it still runs
        QTRY_VERIFY(window.selection()->choice().node != std::optional<quint32>(1));
        QCOMPARE(window.session.parts().tree->nodes[*window.selection()->choice().node].kind,
                 transition::NodeKind::nested);
        QCOMPARE(window.window.focusWidget(), window.tree());
        QCOMPARE(model::FilterBook(&window.settings).used(), QStringList(u"kind == nested"_s));
    }

    void filtersAreSavedRenamedAndDeleted() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        auto* menu = window.find<ui::FilterMenu>();
        const auto choose = [&](const QString& name, const QString& inside = {}) {
            Q_EMIT menu->aboutToShow();
            for (QAction* each : menu->actions()) {
                const QString text = QString(each->text()).remove(u'&');
                if (!inside.isEmpty() && each->menu() != nullptr && text == inside) {
                    for (QAction* deeper : each->menu()->actions()) {
                        if (deeper->text() == name) {
                            deeper->trigger();
                            return true;
                        }
                    }
                }
                if (inside.isEmpty() && text == name && each->isEnabled()) {
                    each->trigger();
                    return true;
                }
            }
            return false;
        };
        const auto answer = [&](const QString& text) {
            auto* dialog = window.window.findChild<QInputDialog*>();
            QVERIFY(dialog != nullptr);
            auto* edit = dialog->findChild<QLineEdit*>();
            edit->selectAll();
            QTest::keyClicks(edit, text);
            QTest::keyClick(edit, Qt::Key_Return);
            QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
        };
        QVERIFY(!choose(u"Save this filter…"_s)); // an empty one is none
        QVERIFY(window.write(u"kind == nested"_s));
        QVERIFY(choose(u"Save this filter…"_s));
        answer(u"Frames"_s);
        window.field()->clear();
        QVERIFY(choose(u"Frames"_s));
        QCOMPARE(window.field()->text(), u"kind == nested"_s);
        QVERIFY(choose(u"Frames"_s, u"Rename"_s));
        answer(u"Nested frames"_s);
        QVERIFY(!choose(u"Frames"_s));
        QVERIFY(choose(u"Nested frames"_s));
        QCOMPARE(model::FilterBook(&window.settings).saved().size(), 1);
        QVERIFY(choose(u"problem"_s, u"Examples"_s));
        QCOMPARE(window.field()->text(), u"problem"_s);
        QVERIFY(choose(u"kind == nested"_s, u"Recent"_s));
        QVERIFY(choose(u"Nested frames"_s, u"Delete"_s));
        QVERIFY(model::FilterBook(&window.settings).saved().isEmpty());
        Q_EMIT menu->aboutToShow();
        QTest::qWait(1);
        QVERIFY(window.rest());
    }

    void aCellBecomesAFilter() {
        Window window;
        QVERIFY(window.openSample(u"tampered"_s));
        ui::TreeView* tree = window.tree();
        const auto ask = [&](QAbstractItemView* view, const QModelIndex& cell, const QString& start) {
            view->scrollTo(cell);
            const QPoint at = view->visualRect(cell).center();
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(view->viewport(), &event);
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            bool found = false;
            for (QAction* each : menu != nullptr ? menu->actions() : QList<QAction*>()) {
                if (QString(each->text()).remove(u'&').startsWith(start)) {
                    each->trigger();
                    found = true;
                    break;
                }
            }
            if (menu != nullptr) {
                menu->close();
            }
            return found && window.rest();
        };
        const QModelIndex entry = window.rows()->indexOf(1);
        QVERIFY(ask(tree, entry.siblingAtColumn(TreeModel::Lane), u"Filter by this value"_s));
        QCOMPARE(window.field()->text(), u"domain == R1"_s);
        QCOMPARE(window.seen(), expected(window, u"domain == R1"));
        const QModelIndex again = window.rows()->indexOf(1);
        QVERIFY(ask(tree, again.siblingAtColumn(TreeModel::StateAfter), u"… and not this value"_s));
        const QString root =
            model::hexText(window.session.parts().table->entries[0].deltas[0].new_state.view());
        QCOMPARE(window.field()->text(), u"domain == R1 && after != "_s + root);
        QVERIFY(window.rows()->indexOf(1).isValid() == false);
        window.field()->clear();
        QVERIFY(window.rest());
        QVERIFY(
            ask(tree, window.rows()->indexOf(1).siblingAtColumn(TreeModel::Check), u"Filter by all but"_s));
        QVERIFY(window.field()->text().startsWith(u"check != "_s));
        window.field()->clear();
        window.selection()->chooseNode(1);
        auto* details = window.list(u"Fields of the chosen transition"_s);
        for (int row = 0; row < details->model()->rowCount(); ++row) {
            if (details->model()->index(row, 0).data(model::PathRole).toString().endsWith(u".newState"_s)) {
                QVERIFY(ask(details, details->model()->index(row, 1), u"Filter by this value"_s));
                break;
            }
        }
        QCOMPARE(window.field()->text(), u"after == "_s + root);
        QVERIFY(window.filter()->matches()->matches(1));
        // Whatever a column shows, the filter that is made of it finds that row.
        window.field()->clear();
        QVERIFY(window.rest());
        int made = 0;
        for (quint32 node = 0; node < window.size(); ++node) {
            for (int column = 0; column < TreeModel::ColumnCount; ++column) {
                const QModelIndex cell = window.rows()->indexOf(node, column);
                const model::ValueFilter value = model::filterOfCell(*window.rows(), cell);
                if (!value.isEmpty()) {
                    const std::vector<quint32> found = expected(window, value.text().toStdU16String());
                    QVERIFY2(std::ranges::find(found, node) != found.end(), qPrintable(value.text()));
                    ++made;
                }
            }
        }
        QVERIFY(made > 60);
        // By the menu key, for the row that is chosen.
        tree->setFocus();
        QContextMenuEvent by_key(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(tree, &by_key);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QVERIFY(std::ranges::any_of(menu->actions(), [](const QAction* each) {
            return each->isEnabled() &&
                   QString(each->text()).remove(u'&').startsWith(u"Filter by this value"_s);
        }));
        menu->close();
    }

    void rowsAreJudgedOffTheWindowsThread() {
        Window window;
        QVERIFY(window.openMade(400));
        QSemaphore gate;
        window.filter()->pool()->start([&gate] { gate.acquire(); }); // the one thread is busy
        window.key(Qt::Key_L, Qt::ControlModifier);
        window.type(u"increment"_s); // each key begins a new run
        QCOMPARE(window.field()->text(), u"increment"_s);
        QVERIFY(window.filter()->isRunning());
        QTest::qWait(20);
        QVERIFY(window.filter()->matches() == nullptr); // nobody else does its work
        QCOMPARE(window.rows()->hidesRows(), false);
        gate.release();
        QVERIFY(window.rest());
        QVERIFY(window.filter()->matches() != nullptr);
        // A result that comes after another text is dropped.
        window.filter()->pool()->start([&gate] { gate.acquire(); });
        window.filter()->setText(u"step == 1"_s);
        window.filter()->setText(u"step == 2"_s);
        gate.release();
        QVERIFY(window.rest());
        QVERIFY(!window.filter()->matches()->matches(1) && window.filter()->matches()->matches(2));
    }

    void verifyingAgainKeepsFilterAndRows() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        QVERIFY(window.write(u"kind == nested"_s));
        const std::vector<quint32> before = window.seen();
        window.selection()->chooseNode(before.back());
        QSignalSpy done(&window.session, &model::Session::finished);
        window.session.verifyAgain();
        QVERIFY(done.wait(10000));
        QVERIFY(window.rest());
        QCOMPARE(window.field()->text(), u"kind == nested"_s);
        QCOMPARE(window.seen(), before);
        QCOMPARE(window.rows()->node(window.tree()->currentIndex()), before.back());
    }

    void anotherCaseIsJudgedAnew() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        QVERIFY(window.write(u"kind == entry"_s));
        QVERIFY(window.openSample(u"tampered"_s));
        QVERIFY(window.rest());
        QCOMPARE(window.seen(), expected(window, u"kind == entry"));
        QCOMPARE(window.filter()->matches()->size(), window.size());
        window.session.close();
        QVERIFY(window.rest());
        QVERIFY(window.filter()->matches() == nullptr);
        QVERIFY(!window.field()->isEnabled());
    }

    void nothingFoundIsSaid() {
        Window window;
        QVERIFY(window.openSample(u"deep-reentry"_s));
        QVERIFY(window.write(u"entry == 77"_s));
        QVERIFY(window.seen().empty());
        QCOMPARE(window.said(), u"0 of %1 rows match"_s.arg(window.size()));
        window.shot(u"filter-nothing"_s);
        window.key(Qt::Key_F3);
        QCOMPARE(window.window.statusBar()->currentMessage(), u"No transition matches the filter."_s);
        window.selection()->chooseNode(3); // from another pane
        QCOMPARE(window.window.statusBar()->currentMessage(),
                 u"The filter hides the transition that is chosen."_s);
    }

    void looks() {
        for (const paint::Scheme scheme : {paint::Scheme::Light, paint::Scheme::Dark}) {
            ui::applyTheme(scheme);
            const QString name = scheme == paint::Scheme::Light ? u"light"_s : u"dark"_s;
            Window window;
            QVERIFY(window.openSample(u"tampered"_s));
            window.shot(u"filter-none-"_s + name);
            QVERIFY(window.write(u"domain == R1 && state != passed"_s));
            window.closePopup();
            window.shot(u"filter-active-"_s + name);
            QTest::mouseClick(window.button(u"Show all rows and highlight those that match"_s),
                              Qt::LeftButton);
            window.shot(u"filter-marked-"_s + name);
            window.field()->setText(u"domain == bridge"_s);
            QVERIFY(window.rest());
            window.window.resize(1024, 640);
            window.shot(u"filter-wrong-"_s + name);
        }
        ui::applyTheme(paint::Scheme::Light);
    }
};

ANCHORSCOPE_UI_TEST(TestFilterBar)
#include "test_filter.moc"
