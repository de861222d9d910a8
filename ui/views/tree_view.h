// The tree of transitions: one row each, lanes at the left, one height for all rows.
// Limits: up to max_expanded nodes everything is unfolded at first, beyond that only the bundle; nothing is
// computed for rows that are not visible.
#pragma once
#include "model/items/tree_model.h"
#include "ui/views/selection.h"
#include <QTreeView>

namespace anchorscope::ui {

class TreeView : public QTreeView {
    Q_OBJECT
public:
    static constexpr std::size_t max_expanded = 4000; ///< beyond, nobody reads it unfolded

    TreeView(model::TreeModel* model, Selection* selection, QWidget* parent = nullptr);
    /// Shows another tree. What was folded stays folded where the tree has the same shape.
    void setTree(std::shared_ptr<const table::ExecutionTable> table,
                 std::shared_ptr<const transition::Tree> tree,
                 std::shared_ptr<const verify::TablePart> examined, const verify::Report* report);
    /// Unfolds every row above that depth and folds the others: 1 shows the entries. A chosen row that is
    /// folded away gives way to the one that holds it.
    void expandToLevel(int level);
    void expandSubtree(const QModelIndex& row, bool expand);
    /// True: columns are as the user arranged them (tree_columns.h); false: they follow the width.
    void setOwnColumns(bool own);
    [[nodiscard]] bool isLayingOut() const { return m_laying_out; }
    /// "entry 0 › call 1 › nested 1"; long ones without their middle.
    [[nodiscard]] QString breadcrumb(quint32 node) const;

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void followSelection(const Choice& choice);
    void publishCurrent();
    void layOutColumns();
    void layOutAutomatically(int lanes);
    void setIndentationFor(int room);
    [[nodiscard]] QList<quint32> foldedNodes() const;

    model::TreeModel* m_model;
    Selection* m_selection;
    std::shared_ptr<const transition::Tree> m_tree;
    int m_deepest = 0; ///< depth of the deepest node
    bool m_following = false, m_own_columns = false, m_laying_out = false;
    mutable bool m_alternate = false; // of the row being painted
};

} // namespace anchorscope::ui
