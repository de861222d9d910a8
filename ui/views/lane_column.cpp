#include "ui/views/lane_column.h"
#include "model/items/tree_model.h"
#include "ui/paint/lane_geometry.h"
#include "ui/paint/theme.h"
#include <QPainter>
#include <QTreeView>

namespace anchorscope::ui {

namespace {

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
