// Going about in a case: the actions of the menu Go, of expanding and of copying, the tree's context menu,
// its columns, bookmarks and the history, all over one linked selection. Limits: 1. no key press looks
// through the tree: its ways are worked out once a tree (tree_walk.h); 2. what "Go to" searches is sorted in
// a worker.
#pragma once
#include "model/goto/place_index.h"
#include "model/items/tree_walk.h"
#include "model/settings/bookmarks.h"
#include "ui/views/case_view.h"
#include "ui/views/selection_history.h"
#include "ui/views/tree_columns.h"
#include "ui/views/tree_menu.h"
#include "ui/views/window_actions.h"
#include <QPointer>

namespace anchorscope::model {
struct CopyForm;
}

namespace anchorscope::ui {

class GoToDialog;

class Navigation : public QObject {
    Q_OBJECT
public:
    /// All must outlive it; the window owns it.
    struct Parts {
        model::Session* session;
        model::Settings* settings;
        CaseView* view;
        WindowActions* actions;
        QWidget* window;
    };
    explicit Navigation(const Parts& parts);
    [[nodiscard]] SelectionHistory* history() { return &m_history; }
    [[nodiscard]] model::Bookmarks* bookmarks() { return &m_bookmarks; }
    [[nodiscard]] TreeColumns* columns() { return m_columns; }
    /// For whoever adds to it.
    [[nodiscard]] TreeMenu* treeMenu() { return m_tree_menu; }

Q_SIGNALS:
    void copied(const QString& text, const QString& what);
    void said(const QString& words); ///< "There is no caller."

private:
    using Way = std::optional<quint32> (model::TreeWalk::*)(quint32) const;

    void connectWays();
    void connectHistory();
    void connectBookmarks();
    void connectTree();
    void follow(Way way, const QString& none);
    void followStep(bool crossing, int step, const QString& none);
    void goTo(std::optional<quint32> node, const QString& none);
    [[nodiscard]] const model::TreeWalk& walk();
    void showGoTo();
    [[nodiscard]] model::SearchedParts searchedParts() const;
    void offerCopies();
    void fillCopies(QMenu* menu, const QWidget* focus);
    void fillPlaces(QMenu* menu);
    void fillBookmarks(QMenu* menu);
    void toggleBookmark();
    void nextBookmark(int step);
    void updateBookmarks();
    void nameBookmarkAction();
    [[nodiscard]] std::optional<quint32> nodeOfPlace(const model::Place& place) const;
    [[nodiscard]] QString titleOf(const model::Place& place) const;
    void fillTreeMenu(QMenu* menu);

    Parts m_parts;
    Selection* m_selection;
    TreeView* m_tree;
    SelectionHistory m_history;
    model::Bookmarks m_bookmarks;
    TreeColumns* m_columns;
    TreeMenu* m_tree_menu;
    QPointer<GoToDialog> m_go_to;
    std::shared_ptr<const transition::Tree> m_walked; ///< whose ways m_walk knows
    model::TreeWalk m_walk;
};

} // namespace anchorscope::ui
