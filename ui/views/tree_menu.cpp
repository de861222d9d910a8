#include "ui/views/tree_menu.h"
#include <QContextMenuEvent>

namespace anchorscope::ui {

TreeMenu::TreeMenu(TreeView* tree, Fill fill) : QObject(tree), m_tree(tree), m_fill(std::move(fill)) {
    tree->installEventFilter(this);             // by the menu key
    tree->viewport()->installEventFilter(this); // by the mouse
}

bool TreeMenu::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ContextMenu) {
        return QObject::eventFilter(watched, event);
    }
    const auto* asked = static_cast<QContextMenuEvent*>(event);
    const bool by_mouse = asked->reason() == QContextMenuEvent::Mouse && watched == m_tree->viewport();
    if (by_mouse) {
        offer(m_tree->indexAt(asked->pos()), asked->globalPos());
    } else {
        const QModelIndex cell = m_tree->currentIndex();
        offer(cell, m_tree->viewport()->mapToGlobal(m_tree->visualRect(cell).bottomLeft()));
    }
    return true;
}

void TreeMenu::offer(const QModelIndex& cell, const QPoint& at) {
    if (!cell.isValid()) {
        return;
    }
    m_tree->setCurrentIndex(cell);
    auto* menu = new QMenu(m_tree);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_fill(menu);
    Q_EMIT aboutToShow(menu, cell);
    menu->popup(at);
}

} // namespace anchorscope::ui
