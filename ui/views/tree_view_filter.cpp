// What a filter does to the tree: rows go and come back, and with them what was unfolded, chosen and where
// one had scrolled to.
#include "ui/paint/fonts.h"
#include "ui/paint/theme.h"
#include "ui/views/status_delegate.h"
#include "ui/views/tree_view.h"
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace anchorscope::ui {

using model::NodeMatches;

void TreeView::setFilter(NodeFilter* filter) {
    m_filter = filter;
    connect(filter, &NodeFilter::changed, this, &TreeView::applyFilter);
    connect(filter, &NodeFilter::textChanged, this, [this] { m_first_match_wanted = false; });
    connect(filter, &NodeFilter::stateChanged, this, [this] {
        if (m_first_match_wanted) {
            showFirstMatch();
        }
    });
    applyFilter();
}

void TreeView::applyFilter() {
    const bool hide = m_filter->mode() == NodeFilter::Mode::Hide;
    const bool rows_change = m_model->hidesRows() || (hide && m_filter->matches());
    if (!rows_change) {
        m_model->setMatches(m_filter->matches(), hide);
        viewport()->update();
        return;
    }
    const Anchor at = anchor();
    const std::optional<quint32> chosen = m_selection->choice().node;
    const bool away = chosen && !m_model->indexOf(*chosen).isValid();
    rememberUnfolded();
    {
        const QScopedValueRollback quiet(m_following, true);
        m_model->setMatches(m_filter->matches(), hide);
        if (!m_model->hidesRows()) {
            m_folded.clear();
        }
        unfoldAgain();
    }
    followSelection(m_selection->choice());
    if (!away || !m_model->indexOf(*chosen).isValid()) { // what is chosen and comes back is in sight already
        scrollBack(at);
    }
}

bool TreeView::showMatch(int step) {
    const std::shared_ptr<const NodeMatches> matches = m_filter ? m_filter->matches() : nullptr;
    const quint32 from = m_selection->choice().node.value_or(transition::no_node);
    const std::optional<quint32> found = matches ? matches->next(from, step) : std::nullopt;
    if (found) {
        m_selection->chooseNode(*found);
    }
    return found.has_value();
}

void TreeView::showFirstMatch() {
    m_first_match_wanted = m_filter && m_filter->isRunning();
    const std::optional<quint32> chosen = m_selection->choice().node;
    const bool matches = chosen && m_filter && m_filter->matches() && m_filter->matches()->matches(*chosen);
    if (!m_first_match_wanted && !matches) {
        showMatch(1);
    }
}

/// While rows are hidden what was unfolded before is kept, and only what is done by hand changes it.
void TreeView::rememberUnfolded() {
    if (!m_tree || m_model->hidesRows()) {
        return;
    }
    const std::vector<transition::Node>& nodes = m_tree->nodes;
    m_unfolded.assign(nodes.size(), false);
    for (quint32 node = 0; node < nodes.size(); ++node) {
        m_unfolded[node] = nodes[node].subtree_end > node + 1 && isExpanded(m_model->indexOf(node, 0));
    }
}

void TreeView::foldedByHand(const QModelIndex& index, bool folded) {
    const quint32 node = m_model->node(index);
    if (m_following || !m_model->hidesRows()) {
        return;
    }
    if (node < m_unfolded.size()) {
        m_unfolded[node] = !folded;
    }
    if (folded) {
        m_folded.insert(node);
    } else {
        m_folded.erase(node);
    }
}

/// Of what a filter leaves, all is unfolded as far as it can be read.
void TreeView::unfoldAgain() {
    if (!m_tree) {
        return;
    }
    const auto count = static_cast<quint32>(m_tree->nodes.size());
    const bool hides = m_model->hidesRows() && m_filter && m_filter->matches();
    const std::size_t rows = hides ? m_filter->matches()->shown() : count;
    const auto folds = [&](quint32 node) {
        return hides ? m_folded.contains(node) : !m_unfolded.empty() && !m_unfolded[node];
    };
    if (rows <= max_expanded) {
        expandAll();
        for (quint32 node = 0; node < count; ++node) {
            if (m_tree->nodes[node].subtree_end > node + 1 && folds(node)) {
                collapse(m_model->indexOf(node, 0));
            }
        }
        return;
    }
    expand(m_model->index(0, 0));
    for (quint32 node = 1; node < m_unfolded.size(); ++node) {
        if (m_unfolded[node]) {
            expand(m_model->indexOf(node, 0));
        }
    }
}

/// The chosen row where it can be seen, else the one at the top.
TreeView::Anchor TreeView::anchor() const {
    const auto row = [](const QRect& rect) { return rect.top() / std::max(1, rect.height()); };
    const std::optional<quint32> chosen = m_selection->choice().node;
    const QRect rect = chosen ? visualRect(m_model->indexOf(*chosen)) : QRect();
    if (!rect.isEmpty() && viewport()->rect().contains(rect)) {
        return {*chosen, row(rect)};
    }
    const QModelIndex top = indexAt(QPoint(1, 1));
    return {m_model->node(top), 0};
}

/// Where the anchor is hidden now, the next row that is there takes its place.
void TreeView::scrollBack(const Anchor& anchor) {
    if (!m_tree || anchor.node >= m_tree->nodes.size()) {
        return;
    }
    quint32 node = anchor.node;
    while (node < m_tree->nodes.size() && !m_model->indexOf(node).isValid()) {
        ++node;
    }
    QModelIndex index = m_model->indexOf(node);
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
        index = isExpanded(above) ? index : above;
    }
    if (index.isValid()) {
        scrollTo(index, PositionAtTop);
        verticalScrollBar()->setValue(verticalScrollBar()->value() - anchor.row);
        scrollTo(index, EnsureVisible);
    }
}

void TreeView::paintNothingFound() {
    if (!m_model->hidesRows() || m_model->rowCount() > 0) {
        return;
    }
    QPainter painter(viewport());
    painter.setFont(paint::font(paint::Type::Body));
    painter.setPen(paint::theme().color(paint::Ink::SecondaryText));
    painter.drawText(viewport()->rect().adjusted(RowMetrics::padding, 0, -RowMetrics::padding, 0),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No transition matches the filter.\nEsc in its field shows all of them again."));
}

} // namespace anchorscope::ui
