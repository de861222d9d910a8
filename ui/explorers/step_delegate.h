// Steps of a fold: calls and frames indented by guides, hashes unshaped, summary rows without a number.
#pragma once
#include "ui/views/status_delegate.h"

namespace anchorscope::ui {

class StepDelegate : public StatusDelegate {
    Q_OBJECT
public:
    using StatusDelegate::StatusDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace anchorscope::ui
