// Paints a cell of any table or tree: state icon with words, kind before the text, hashes unshaped, what is
// wrong in bold. Rows are 28 px; the selected row is tinted and has a 3 px accent bar at its left.
#pragma once
#include "ui/paint/scale.h"
#include <QStyledItemDelegate>

namespace anchorscope::ui {

struct RowMetrics {
    static constexpr paint::Px height{28}, padding{14}, cell_padding{10}, icon{16}, gap{8}, accent_bar{3},
        indent{14};
};

class StatusDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The whole value behind what is shortened or cut off, and what the model adds to it.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    /// The tree's column of transitions: begins at its branch, with the kind before the text.
    void setKindColumn(int column) { m_kind_column = column; }
    /// A column of offsets or sizes: small, in secondary colour, at the right.
    void setOffsetColumn(int column) { m_offset_column = column; }

protected:
    /// Selection tint, alternation and accent bar, over the whole cell.
    static void paintBackground(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index, bool first);

private:
    int m_kind_column = -1, m_offset_column = -1;
};

/// Background of a row in that state.
[[nodiscard]] QColor rowBackground(bool selected, bool alternate);
/// The same, where rows that match a filter stand out.
[[nodiscard]] QColor rowBackground(const QModelIndex& index, bool selected, bool alternate);

} // namespace anchorscope::ui
