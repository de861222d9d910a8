#include "ui/views/row_focus.h"
#include "ui/paint/theme.h"
#include <QPainter>

namespace anchorscope::ui {

void paintRowFocus(QAbstractItemView* view) {
    if (!view->hasFocus() || !view->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        return;
    }
    const QRect row = view->visualRect(view->currentIndex());
    const QRect all = view->viewport()->rect();
    const QRectF ring =
        row.isEmpty() ? QRectF(all) : QRectF(all.left(), row.top(), all.width(), row.height());
    QPainter painter(view->viewport());
    painter.setPen(QPen(paint::theme().color(paint::Ink::Accent), 2));
    painter.drawRect(ring.adjusted(1, 1, -1, -1));
}

void showRow(QAbstractItemView* view, const QModelIndex& index) {
    const QRect row = view->visualRect(index), all = view->viewport()->rect();
    const bool visible = !row.isEmpty() && row.top() >= all.top() && row.bottom() <= all.bottom();
    view->setCurrentIndex(index); // scrolls just far enough, which is not far enough to read
    if (!visible) {
        view->scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
}

} // namespace anchorscope::ui
