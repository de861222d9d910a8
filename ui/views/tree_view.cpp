#include "ui/views/tree_view.h"
#include "ui/paint/icons.h"
#include "ui/paint/lane_geometry.h"
#include "ui/paint/scale.h"
#include "ui/views/lane_column.h"
#include "ui/views/row_focus.h"
#include <QEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::TreeModel;

namespace {

constexpr paint::Px branch_pitch{18};
constexpr paint::Px chevron{14};
constexpr paint::Px state_width{136}; // "0xf82d…306d" in mono 12 with its padding
constexpr paint::Px check_width{200}, narrow_check_width{160};
// Trees deeper than this take smaller steps, so that the deepest row still has room for its text.
constexpr paint::Px least_text{110}; // narrower, the states give way
constexpr paint::Px least_pitch{3}, least_chevron{8}, text_width{230};
constexpr int plain_depth = 12;

bool sameShape(const transition::Tree& a, const transition::Tree& b) {
    return std::ranges::equal(a.nodes, b.nodes, [](const transition::Node& x, const transition::Node& y) {
        return x.kind == y.kind && x.parent == y.parent && x.entry == y.entry && x.index == y.index;
    });
}

} // namespace

TreeView::TreeView(TreeModel* model, Selection* selection, QWidget* parent)
    : QTreeView(parent), m_model(model), m_selection(selection) {
    setHeader(new LaneHeader(this));
    setModel(model);
    setTreePosition(TreeModel::Transition);
    auto* cells = new StatusDelegate(this);
    cells->setKindColumn(TreeModel::Transition);
    setItemDelegate(cells);
    setItemDelegateForColumn(TreeModel::Lane, new LaneDelegate(this));
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setIndentation(branch_pitch);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    auto* corner = new HeaderCorner(this);
    corner->setFixedHeight(RowMetrics::height);
    addScrollBarWidget(corner, Qt::AlignTop);
    setMouseTracking(true);
    setAccessibleName(tr("Tree of transitions"));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setSectionResizeMode(TreeModel::Transition, QHeaderView::Stretch);

    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TreeView::publishCurrent);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &TreeView::publishCurrent);
    connect(selection, &Selection::changed, this, &TreeView::followSelection);
    connect(this, &QTreeView::entered, selection, &Selection::previewRow);
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { foldedByHand(index, true); });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex& index) { foldedByHand(index, false); });
}

void TreeView::setTree(std::shared_ptr<const table::ExecutionTable> table,
                       std::shared_ptr<const transition::Tree> tree,
                       std::shared_ptr<const verify::TablePart> examined, const verify::Report* report) {
    const bool same = m_tree && tree && sameShape(*m_tree, *tree);
    const Anchor at = same ? anchor() : Anchor();
    if (same) {
        rememberUnfolded();
    } else {
        m_unfolded.clear();
        m_folded.clear();
    }
    m_tree = tree;
    m_deepest = 0;
    for (const transition::Node& node : tree ? std::span(tree->nodes) : std::span<const transition::Node>()) {
        m_deepest = std::max<int>(m_deepest, node.depth);
    }
    {
        const QScopedValueRollback quiet(m_following, true);
        m_model->setTree(std::move(table), std::move(tree), std::move(examined), report);
        unfoldAgain();
    }
    layOutColumns();
    followSelection(m_selection->choice());
    if (same) {
        scrollBack(at);
    }
}

QString TreeView::breadcrumb(quint32 node) const {
    QStringList parts;
    for (QModelIndex at = m_model->indexOf(node, 0); at.isValid(); at = at.parent()) {
        parts.prepend(at.data(model::KindTextRole).toString());
    }
    if (parts.size() > 1) {
        parts.removeFirst(); // the bundle holds everything
    }
    constexpr qsizetype longest = 4;
    if (parts.size() > longest) {
        parts = {parts.first(), u"…"_s, parts.at(parts.size() - 2), parts.last()};
    }
    return parts.join(u" › "_s);
}

void TreeView::followSelection(const Choice& choice) {
    const QScopedValueRollback quiet(m_following, true);
    const QModelIndex index = choice.node ? m_model->indexOf(*choice.node) : QModelIndex();
    if (!index.isValid()) {
        selectionModel()->clear();
    } else if (m_model->node(currentIndex()) != *choice.node || !selectionModel()->hasSelection()) {
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
            expand(above);
        }
        showRow(this, index);
    }
}

void TreeView::publishCurrent() {
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (!m_following && !rows.isEmpty()) {
        m_selection->chooseNode(m_model->node(rows.first()));
    }
}

void TreeView::expandToLevel(int level) {
    if (!m_tree) {
        return;
    }
    const QScopedValueRollback quiet(m_following, true); // folding moves the current row
    quint32 chosen = m_model->node(currentIndex());
    collapseAll();
    scheduleDelayedItemsLayout(); // from here on unfolding is only noted, and laid out once
    for (quint32 node = 0; node < m_tree->nodes.size(); ++node) {
        const transition::Node& at = m_tree->nodes[node];
        if (at.depth < level && at.subtree_end > node + 1) {
            expand(m_model->indexOf(node, 0));
        }
    }
    executeDelayedItemsLayout();
    while (chosen < m_tree->nodes.size() && m_tree->nodes[chosen].depth > level) {
        chosen = m_tree->nodes[chosen].parent;
    }
    if (chosen < m_tree->nodes.size()) {
        m_selection->chooseNode(chosen);
        showRow(this, m_model->indexOf(chosen));
    }
}

void TreeView::expandSubtree(const QModelIndex& row, bool expand) {
    const quint32 top = m_model->node(row);
    if (!m_tree || top >= m_tree->nodes.size()) {
        return;
    }
    scheduleDelayedItemsLayout();
    for (quint32 node = top; node < m_tree->nodes[top].subtree_end; ++node) {
        if (m_tree->nodes[node].subtree_end > node + 1) {
            setExpanded(m_model->indexOf(node, 0), expand);
        }
    }
    executeDelayedItemsLayout();
    showRow(this, m_model->indexOf(top));
}

void TreeView::setOwnColumns(bool own) {
    m_own_columns = own;
    layOutColumns();
}

void TreeView::layOutColumns() {
    const QScopedValueRollback laying(m_laying_out, true);
    const int lanes =
        paint::LaneMetrics::width(static_cast<int>(std::max<qsizetype>(1, m_model->laneNames().size())));
    header()->resizeSection(TreeModel::Lane, lanes);
    if (m_own_columns) {
        setIndentationFor(header()->sectionSize(TreeModel::Transition));
    } else {
        layOutAutomatically(lanes);
    }
}

void TreeView::layOutAutomatically(int lanes) {
    for (int column = TreeModel::UsualColumns; column < TreeModel::ColumnCount; ++column) {
        header()->setSectionHidden(column, true);
    }
    const bool narrow = viewport()->width() < paint::px(760);
    header()->resizeSection(TreeModel::StateBefore, state_width);
    header()->resizeSection(TreeModel::StateAfter, state_width);
    header()->resizeSection(TreeModel::Check, narrow ? narrow_check_width : check_width);
    int room = viewport()->width() - lanes - header()->sectionSize(TreeModel::Check);
    // The states of entries are in their details too.
    const bool deep = m_deepest > plain_depth;
    const int text = deep ? text_width + 2 * least_pitch * m_deepest : int{least_text};
    const bool states = room - 2 * state_width >= text;
    header()->setSectionHidden(TreeModel::StateBefore, !states);
    header()->setSectionHidden(TreeModel::StateAfter, !states);
    room -= states ? 2 * state_width : 0;
    setIndentationFor(room);
}

void TreeView::setIndentationFor(int room) {
    setIndentation(m_deepest > plain_depth
                       ? std::clamp<int>((room - text_width) / m_deepest, least_pitch, branch_pitch)
                       : int{branch_pitch});
}

void TreeView::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                       const QModelIndex& index) const {
    const int row =
        verticalScrollBar()->value() + option.rect.top() / RowMetrics::height; // the bar counts rows
    m_alternate = (row & 1) != 0;
    QTreeView::drawRow(painter, option, index);
}

void TreeView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
    painter->fillRect(rect, rowBackground(index, selectionModel()->isSelected(index), m_alternate));
    if (model()->hasChildren(index)) {
        const int pitch = indentation();
        const int size = std::clamp<int>(pitch - (branch_pitch - chevron), least_chevron, chevron);
        const double left = pitch >= size ? (pitch - size) / 2.0 : pitch - size;
        const QRectF mark(rect.right() + 1 - pitch + left, rect.center().y() + 0.5 - size / 2.0, size, size);
        paint::drawGlyph(*painter, mark,
                         isExpanded(index) ? paint::Glyph::ChevronDown : paint::Glyph::ChevronRight,
                         paint::theme().color(paint::Ink::SecondaryText));
    }
}

void TreeView::paintEvent(QPaintEvent* event) {
    QTreeView::paintEvent(event);
    paintRowFocus(this);
    paintNothingFound();
}

void TreeView::resizeEvent(QResizeEvent* event) {
    layOutColumns();
    QTreeView::resizeEvent(event);
}

void TreeView::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
}

void TreeView::leaveEvent(QEvent* event) {
    m_selection->preview(std::nullopt);
    QTreeView::leaveEvent(event);
}

} // namespace anchorscope::ui
