// The tree of transitions: one row each, lanes at the left, one height for all rows.
// Limits: up to max_expanded nodes everything is unfolded at first, beyond that only the bundle; nothing is
// computed for rows that are not visible. A filter hides or dims rows: what was unfolded, chosen and scrolled
// to comes back when it goes.
#pragma once
#include "model/items/tree_model.h"
#include "ui/views/node_filter.h"
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
    /// From now on shows what this filter lets pass; it must outlive the view.
    void setFilter(NodeFilter* filter);
    /// Chooses the next row that matches, or the one before; false where none does.
    bool showMatch(int step);
    /// The same, unless what is chosen matches; while the filter runs, once it has come to an end.
    void showFirstMatch();
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
    void applyFilter();
    void rememberUnfolded();
    void foldedByHand(const QModelIndex& index, bool folded);
    void unfoldAgain();
    void paintNothingFound();
    /// A node by which to find the way back after rows came or went, and its distance from the top in rows.
    struct Anchor {
        quint32 node = transition::no_node;
        int row = 0;
    };
    [[nodiscard]] Anchor anchor() const;
    void scrollBack(const Anchor& anchor);

    model::TreeModel* m_model;
    Selection* m_selection;
    std::shared_ptr<const transition::Tree> m_tree;
    bool m_following = false, m_own_columns = false, m_laying_out = false;
    NodeFilter* m_filter = nullptr;
    bool m_first_match_wanted = false;
    std::vector<bool> m_unfolded;     ///< by node, without a filter; empty: as at first
    std::set<quint32> m_folded;       ///< by hand, while a filter hides rows
    int m_deepest = 0;                ///< depth of the deepest node
    mutable bool m_alternate = false; // of the row being painted
};

} // namespace anchorscope::ui
