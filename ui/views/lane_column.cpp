#include "ui/views/lane_column.h"
#include "model/items/tree_model.h"
#include "ui/paint/lane_geometry.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include <QPainter>
#include <QTreeView>

namespace anchorscope::ui {

namespace {

/// A small flag at the row's left, beside the selection's bar.
void drawBookmark(QPainter* painter, const QRect& row) {
    const double width = paint::px(6.0), height = paint::px(10.0);
    const QRectF flag(row.left() + RowMetrics::accent_bar + paint::px(2.0), row.center().y() - height / 2,
                      width, height);
    const QPolygonF shape{flag.topLeft(), flag.topRight(), flag.bottomRight(),
                          QPointF(flag.center().x(), flag.bottom() - width / 2), flag.bottomLeft()};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(paint::theme().color(paint::Ink::Accent));
    painter->drawPolygon(shape);
    painter->restore();
}

int laneOf(const QModelIndex& row) { return row.isValid() ? row.data(model::LaneRole).toInt() : -1; }

} // namespace

LaneDelegate::LaneDelegate(QTreeView* view) : StatusDelegate(view), m_view(view) {}

void LaneDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    paintBackground(painter, option, index, true);
    const auto* tree = qobject_cast<const model::TreeModel*>(index.model());
    if (tree == nullptr) {
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor background =
        rowBackground(index, selected, option.features.testFlag(QStyleOptionViewItem::Alternate));
    const paint::LaneRow row{laneOf(m_view->indexAbove(index)), laneOf(index),
                             laneOf(m_view->indexBelow(index))};
    paint::drawLaneRow(*painter, option.rect, row, static_cast<int>(tree->laneNames().size()), background);
    if (index.data(model::TreeModel::BookmarkRole).toBool()) {
        drawBookmark(painter, option.rect);
    }
}

void LaneHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const auto* tree = qobject_cast<const model::TreeModel*>(model());
    if (section != model::TreeModel::Lane || tree == nullptr) {
        FlatHeader::paintSection(painter, rect, section);
        return;
    }
    painter->fillRect(rect, paint::theme().color(paint::Ink::Header));
    paint::drawLaneHeader(*painter, rect, tree->laneNames());
}

} // namespace anchorscope::ui
