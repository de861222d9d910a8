// The context menu of the tree, by the mouse and by the menu key. Whoever has more to offer for a row
// connects to aboutToShow and adds it.
#pragma once
#include "ui/views/tree_view.h"
#include <QMenu>

namespace anchorscope::ui {

class TreeMenu : public QObject {
    Q_OBJECT
public:
    using Fill = std::function<void(QMenu*)>;

    /// `fill` puts the usual actions in. `tree` must outlive it.
    TreeMenu(TreeView* tree, Fill fill);

Q_SIGNALS:
    /// The menu for a cell, filled so far; shown right behind. It deletes itself.
    void aboutToShow(QMenu* menu, const QModelIndex& cell);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer(const QModelIndex& cell, const QPoint& at);

    TreeView* m_tree;
    Fill m_fill;
};

} // namespace anchorscope::ui
