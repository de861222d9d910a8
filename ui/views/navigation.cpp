#include "ui/views/navigation.h"
#include "ui/dialogs/columns_dialog.h"
#include "ui/dialogs/go_to_dialog.h"
#include "ui/views/copy_menu.h"
#include "ui/views/findings_page.h"

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr int most_levels = 9;
constexpr qsizetype most_places = 20;

/// A tick of text in a menu is no mnemonic.
QString menuText(QString text) { return text.replace(u'&', u"&&"_s); }

} // namespace

Navigation::Navigation(const Parts& parts)
    : QObject(parts.window), m_parts(parts), m_selection(parts.view->selection()), m_tree(parts.view->tree()),
      m_history(m_selection), m_bookmarks(parts.settings), m_columns(new TreeColumns(m_tree, parts.settings)),
      m_tree_menu(new TreeMenu(m_tree, [this](QMenu* menu) { fillTreeMenu(menu); })) {
    connectWays();
    connectHistory();
    connectBookmarks();
    connectTree();
    parts.view->findingsPage()->setSettings(parts.settings);
    connect(parts.actions->go_to, &QAction::triggered, this, &Navigation::showGoTo);
    connect(parts.actions->copy_as, &QAction::triggered, this, &Navigation::offerCopies);
}

void Navigation::connectWays() {
    using model::TreeWalk;
    const WindowActions& actions = *m_parts.actions;
    connect(actions.parent, &QAction::triggered, this,
            [this] { follow(&TreeWalk::parent, tr("Nothing encloses the bundle.")); });
    connect(actions.caller, &QAction::triggered, this,
            [this] { follow(&TreeWalk::caller, tr("Nobody calls the bundle.")); });
    connect(actions.callee, &QAction::triggered, this,
            [this] { follow(&TreeWalk::callee, tr("Nothing is called from here.")); });
    connect(actions.next_here, &QAction::triggered, this,
            [this] { followStep(false, 1, tr("Nothing more happens on this domain.")); });
    connect(actions.previous_here, &QAction::triggered, this,
            [this] { followStep(false, -1, tr("Nothing happened on this domain before.")); });
    connect(actions.next_crossing, &QAction::triggered, this,
            [this] { followStep(true, 1, tr("There is no crossing after this one.")); });
    connect(actions.previous_crossing, &QAction::triggered, this,
            [this] { followStep(true, -1, tr("There is no crossing before this one.")); });
}

const model::TreeWalk& Navigation::walk() {
    if (m_walked != m_selection->tree()) {
        m_walked = m_selection->tree();
        m_walk = model::TreeWalk(m_walked);
    }
    return m_walk;
}

void Navigation::goTo(std::optional<quint32> node, const QString& none) {
    if (node) {
        m_selection->chooseNode(*node);
    } else {
        Q_EMIT said(none);
    }
}

void Navigation::follow(Way way, const QString& none) {
    const std::optional<quint32> from = m_selection->choice().node;
    goTo(from ? (walk().*way)(*from) : std::optional<quint32>(0), none);
}

void Navigation::followStep(bool crossing, int step, const QString& none) {
    const quint32 from = m_selection->choice().node.value_or(0);
    goTo(crossing ? walk().crossing(from, step) : walk().here(from, step), none);
}

void Navigation::connectHistory() {
    const WindowActions& actions = *m_parts.actions;
    connect(actions.back, &QAction::triggered, this, [this] {
        if (!m_history.go(-1)) {
            Q_EMIT said(tr("The places before do not exist any more."));
        }
    });
    connect(actions.forward, &QAction::triggered, this, [this] {
        if (!m_history.go(1)) {
            Q_EMIT said(tr("The places after do not exist any more."));
        }
    });
    const auto enable = [this] {
        m_parts.actions->back->setEnabled(m_history.canGo(-1));
        m_parts.actions->forward->setEnabled(m_history.canGo(1));
    };
    connect(&m_history, &SelectionHistory::changed, this, enable);
    enable();
    connect(actions.places, &QMenu::aboutToShow, this, [this] { fillPlaces(m_parts.actions->places); });
}

QString Navigation::titleOf(const model::Place& place) const {
    const std::optional<quint32> node = nodeOfPlace(place);
    QString title = node ? m_tree->breadcrumb(*node) : QString();
    if (!place.path.isEmpty() && place.path != place.nodePath) {
        const QString field = place.path.startsWith(place.nodePath + u'.')
                                  ? place.path.sliced(place.nodePath.size() + 1)
                                  : place.path;
        title = title.isEmpty() ? field : tr("%1 · %2").arg(title, field);
    }
    if (title.isEmpty() && place.range) {
        title = tr("byte %1").arg(place.range->offset);
    }
    return title.isEmpty() ? tr("a rung") : title;
}

/// The newest first; the present one is ticked.
void Navigation::fillPlaces(QMenu* menu) {
    menu->clear();
    const auto& visits = m_history.visits();
    const qsizetype here = m_history.current();
    const qsizetype last = std::min(visits.size() - 1, here + most_places / 2);
    for (qsizetype at = last; at >= 0 && at > last - most_places; --at) {
        QAction* const each = menu->addAction(menuText(titleOf(visits[at].place)), this,
                                              [this, step = static_cast<int>(at - here)] {
                                                  if (step != 0) {
                                                      (void)m_history.go(step);
                                                  }
                                              });
        each->setCheckable(true);
        each->setChecked(at == here);
    }
    if (visits.isEmpty()) {
        menu->addAction(tr("None yet"))->setEnabled(false);
    }
}

void Navigation::connectBookmarks() {
    const WindowActions& actions = *m_parts.actions;
    connect(actions.bookmark, &QAction::triggered, this, &Navigation::toggleBookmark);
    connect(actions.next_bookmark, &QAction::triggered, this, [this] { nextBookmark(1); });
    connect(actions.previous_bookmark, &QAction::triggered, this, [this] { nextBookmark(-1); });
    connect(actions.bookmarks, &QMenu::aboutToShow, this,
            [this] { fillBookmarks(m_parts.actions->bookmarks); });
    const auto update = [this] {
        const auto& source = m_parts.session->parts().source;
        m_bookmarks.setFile(source ? std::optional(source->file_sha256) : std::nullopt);
        updateBookmarks();
    };
    connect(&m_bookmarks, &model::Bookmarks::changed, this, &Navigation::updateBookmarks);
    connect(m_parts.session, &model::Session::tableChanged, this, update);
    connect(m_tree->model(), &QAbstractItemModel::modelReset, this, [this] {
        updateBookmarks();
        if (m_go_to != nullptr && m_go_to->isVisible()) {
            m_go_to->setParts(searchedParts());
        }
    });
    connect(m_selection, &Selection::changed, this, &Navigation::nameBookmarkAction);
}

void Navigation::nameBookmarkAction() {
    m_parts.actions->bookmark->setText(m_bookmarks.contains(m_selection->place()) ? tr("Remove book&mark")
                                                                                  : tr("Book&mark"));
}

std::optional<quint32> Navigation::nodeOfPlace(const model::Place& place) const {
    const auto& table = m_selection->table();
    const auto& tree = m_selection->tree();
    return table && tree ? model::nodeOf(place, *table, *tree) : std::nullopt;
}

void Navigation::updateBookmarks() {
    std::set<quint32> nodes;
    for (const model::Bookmark& mark : m_bookmarks.list()) {
        if (const auto node = nodeOfPlace(mark.place)) {
            nodes.insert(*node);
        }
    }
    qobject_cast<model::TreeModel*>(m_tree->model())->setBookmarks(std::move(nodes));
}

void Navigation::toggleBookmark() {
    const model::Place place = m_selection->place();
    if (!place.node && !place.range) {
        Q_EMIT said(tr("Choose a row, a field or a byte to mark it."));
        return;
    }
    const bool marked = m_bookmarks.contains(place);
    if (!m_bookmarks.toggle({place, titleOf(place)})) {
        Q_EMIT said(tr("There is room for %1 bookmarks in a file.").arg(model::Bookmarks::max_marks));
        return;
    }
    Q_EMIT said(marked ? tr("Bookmark removed") : tr("Bookmarked: %1").arg(titleOf(place)));
    nameBookmarkAction();
}

/// From where the selection stands, round and round.
void Navigation::nextBookmark(int step) {
    const QList<model::Bookmark>& marks = m_bookmarks.list();
    if (marks.isEmpty()) {
        Q_EMIT said(tr("There are no bookmarks in this file."));
        return;
    }
    const model::Place here = m_selection->place();
    qsizetype at = std::ranges::find(marks, here, &model::Bookmark::place) - marks.begin();
    if (at == marks.size()) { // none is chosen: the first behind, or the last before
        const quint64 offset = here.range ? here.range->offset : 0;
        at = std::ranges::count_if(marks, [offset](const model::Bookmark& mark) {
            return mark.place.range && mark.place.range->offset <= offset;
        });
        at += step > 0 ? -1 : 0;
    }
    for (qsizetype tried = 0; tried < marks.size(); ++tried) {
        at = (at + step + marks.size()) % marks.size();
        if (m_selection->choosePlace(marks[at].place)) {
            return;
        }
    }
    Q_EMIT said(tr("The marked places do not exist in this tree."));
}

void Navigation::fillBookmarks(QMenu* menu) {
    menu->clear();
    for (const model::Bookmark& mark : m_bookmarks.list()) {
        QAction* const each = menu->addAction(menuText(mark.title), this, [this, place = mark.place] {
            if (!m_selection->choosePlace(place)) {
                Q_EMIT said(tr("That place does not exist in this tree."));
            }
        });
        each->setEnabled(nodeOfPlace(mark.place) || !mark.place.node);
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("None in this file"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    menu->addAction(tr("&Remove all"), &m_bookmarks, &model::Bookmarks::clear);
}

void Navigation::connectTree() {
    const WindowActions& actions = *m_parts.actions;
    for (int level = 1; level <= most_levels; ++level) {
        QAction* const each =
            actions.levels->addAction(level == 1 ? tr("Level &1: entries") : tr("Level &%1").arg(level), this,
                                      [this, level] { m_tree->expandToLevel(level); });
        each->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + level)));
        m_parts.window->addAction(each);
    }
    connect(actions.expand_subtree, &QAction::triggered, this,
            [this] { m_tree->expandSubtree(m_tree->currentIndex(), true); });
    connect(actions.fold_subtree, &QAction::triggered, this,
            [this] { m_tree->expandSubtree(m_tree->currentIndex(), false); });
    connect(actions.columns, &QMenu::aboutToShow, this,
            [this] { m_columns->fill(m_parts.actions->columns); });
    connect(m_columns, &TreeColumns::arrangeRequested, this,
            [this] { (new ColumnsDialog(m_columns, m_tree->model(), m_parts.window))->open(); });
}

void Navigation::fillTreeMenu(QMenu* menu) {
    const WindowActions& actions = *m_parts.actions;
    menu->addActions({actions.parent, actions.caller, actions.callee});
    menu->addActions(
        {actions.next_here, actions.previous_here, actions.next_crossing, actions.previous_crossing});
    menu->addSeparator();
    menu->addActions({actions.expand_subtree, actions.fold_subtree});
    menu->addMenu(actions.levels);
    menu->addSeparator();
    menu->addAction(actions.bookmark);
    menu->addSeparator();
    menu->addAction(actions.copy_value);
    QMenu* const copies = menu->addMenu(tr("Copy &as"));
    connect(copies, &QMenu::aboutToShow, this, [this, copies] {
        copies->clear();
        fillCopies(copies, m_tree);
    });
}

model::SearchedParts Navigation::searchedParts() const {
    const model::Parts& parts = m_parts.session->parts();
    return {parts.source, m_selection->table(), m_selection->tree(), parts.examined,
            m_parts.session->names()};
}

void Navigation::showGoTo() {
    if (m_go_to == nullptr) {
        m_go_to = new GoToDialog(m_parts.window);
        connect(m_go_to, &GoToDialog::chosen, m_parts.view, &CaseView::showPlace);
    }
    m_go_to->setParts(searchedParts());
    m_go_to->ask();
}

void Navigation::fillCopies(QMenu* menu, const QWidget* focus) {
    const model::CopyThing thing = copyThing(focus, m_selection->choice());
    fillCopyMenu(
        menu, model::copyForms(thing, model::copyContext(*m_parts.session)),
        [this](const model::CopyForm& form) { Q_EMIT copied(form.text, tr("Copied: %1").arg(form.title)); });
}

/// At the row that is copied, as a context menu would stand.
void Navigation::offerCopies() {
    QWidget* const focus = m_parts.window->focusWidget();
    auto* menu = new QMenu(m_parts.window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillCopies(menu, focus);
    const auto* view = qobject_cast<const QAbstractItemView*>(focus);
    const QWidget* const over = view != nullptr ? view->viewport() : m_parts.window;
    const QPoint at =
        view != nullptr ? view->visualRect(view->currentIndex()).bottomLeft() : over->rect().center();
    menu->popup(over->mapToGlobal(at));
    if (QAction* const first = menu->actions().value(0)) {
        menu->setActiveAction(first);
    }
}

} // namespace anchorscope::ui
