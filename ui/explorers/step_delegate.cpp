#include "ui/explorers/step_delegate.h"
#include "model/explore/digest_models.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include <QPainter>

namespace anchorscope::ui {

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const auto* steps = qobject_cast<const model::StepModel*>(index.model());
    const bool indented = steps != nullptr && index.column() == model::StepModel::Step;
    const int depth = indented ? steps->depthAt(index.row()) : 0;
    if (depth == 0) {
        StatusDelegate::paint(painter, option, index);
        return;
    }
    constexpr int most = 12; // deeper ones are told by their number
    const int pitch = paint::px(14), shown = std::min(depth, most);
    paintBackground(painter, option, index, false);
    QStyleOptionViewItem inner = option;
    inner.rect.setLeft(option.rect.left() + shown * pitch);
    StatusDelegate::paint(painter, inner, index);
    const QColor guide = paint::theme().color(paint::Ink::ControlLine);
    for (int level = 0; level < shown; ++level) {
        const int x = option.rect.left() + RowMetrics::cell_padding + level * pitch + pitch / 3;
        painter->fillRect(QRect(x, option.rect.top(), 1, option.rect.height()), guide);
    }
}

} // namespace anchorscope::ui
