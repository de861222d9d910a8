// One rung of ProofView: icon with a line to its neighbours, statement, basis; unfolded when selected.
#pragma once
#include "ui/views/rung_statement.h"
#include <QStyledItemDelegate>

namespace anchorscope::ui {

class ProofDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] QString second(const RungStatement& rung, bool unfolded) const;
};

} // namespace anchorscope::ui
