#include "ui/views/cell_table_view.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include "ui/views/flat_header.h"
#include "ui/views/row_focus.h"
#include "ui/views/status_delegate.h"
#include <QEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <numeric>

namespace anchorscope::ui {

namespace {

// How a row may fit the chosen place, best first.
constexpr int by_path = 0, by_range = 1, by_node = 2, strictness_count = 3;
// Lists are searched on the UI thread; beyond this many rows only the chosen row itself is kept.
constexpr int max_searched = 20000;
constexpr int least_rest = 90; // "0xf82d…306d" in mono 12, before px()

} // namespace

CellTableView::CellTableView(QAbstractItemModel* model, Selection* selection, QWidget* parent)
    : QTableView(parent), m_selection(selection) {
    setHorizontalHeader(new FlatHeader(this));
    setModel(model);
    setItemDelegate(new StatusDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(RowMetrics::height);
    verticalHeader()->setDefaultSectionSize(RowMetrics::height);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setVisible(true);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(false);
    setFrameShape(NoFrame);
    auto* corner = new HeaderCorner(this);
    corner->setFixedHeight(RowMetrics::height);
    addScrollBarWidget(corner, Qt::AlignTop);
    setMouseTracking(true);
    setCornerButtonEnabled(false);

    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &CellTableView::publishCurrent);
    connect(selection, &Selection::changed, this, &CellTableView::followSelection);
    connect(this, &QTableView::entered, selection, &Selection::previewRow);
    connect(model, &QAbstractItemModel::modelReset, this,
            [this] { followSelection(m_selection->choice(), Selection::Aspect::Place); });
}

void CellTableView::setColumnWidths(const QList<int>& widths) {
    m_widths = widths;
    auto* header = horizontalHeader();
    header->setStretchLastSection(false);
    for (int column = 0; column < widths.size() && column < header->count(); ++column) {
        header->setSectionResizeMode(column,
                                     widths.at(column) == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
    }
    layOutColumns();
}

/// The column that takes the rest keeps a share; the others shrink alike before it loses that.
void CellTableView::layOutColumns() {
    const int asked = paint::px(std::accumulate(m_widths.begin(), m_widths.end(), 0));
    const int room = viewport()->width() - (m_widths.contains(0) ? paint::px(least_rest) : 0);
    const double share = asked > room && asked > 0 ? std::max(0.0, double(room) / asked) : 1.0;
    for (int column = 0; column < m_widths.size() && column < horizontalHeader()->count(); ++column) {
        if (m_widths.at(column) > 0) {
            horizontalHeader()->resizeSection(column,
                                              static_cast<int>(paint::px(m_widths.at(column)) * share));
        }
    }
}

void CellTableView::resizeEvent(QResizeEvent* event) {
    layOutColumns();
    QTableView::resizeEvent(event);
}

void CellTableView::setOffsetColumn(int column) {
    qobject_cast<StatusDelegate*>(itemDelegate())->setOffsetColumn(column);
    qobject_cast<FlatHeader*>(horizontalHeader())->setRightAligned(column);
}

void CellTableView::setEmptyText(const QString& text) {
    m_empty_text = text;
    viewport()->update();
}

QString CellTableView::copyText() const {
    const QString full = currentIndex().data(model::CopyRole).toString();
    return full.isEmpty() ? currentIndex().data(Qt::DisplayRole).toString() : full;
}

void CellTableView::publishCurrent() {
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (!m_following && !rows.isEmpty()) {
        m_selection->chooseRow(rows.first());
    }
}

bool CellTableView::fits(int row, const Choice& choice, Selection::Aspect aspect, int strictness) const {
    const QModelIndex index = model()->index(row, 0);
    if (aspect == Selection::Aspect::Rung) {
        const QVariant rung = index.data(model::RungRole);
        return choice.rung && rung.isValid() && rung.toInt() == static_cast<int>(*choice.rung);
    }
    if (strictness == by_path) {
        return !choice.path.isEmpty() && index.data(model::PathRole).toString() == choice.path;
    }
    if (strictness == by_range) {
        const QVariant range = index.data(model::RangeRole);
        return choice.range && range.isValid() && range.value<ByteRange>() == *choice.range;
    }
    const QVariant node = index.data(model::NodeRole);
    return choice.node && *choice.node != 0 && node.isValid() && node.toUInt() == *choice.node;
}

QModelIndex CellTableView::rowOf(const Choice& choice, Selection::Aspect aspect) const {
    const int rows = model()->rowCount();
    const int levels = aspect == Selection::Aspect::Rung ? 1 : m_matches_nodes ? strictness_count : by_node;
    for (int strictness = by_path; strictness < levels; ++strictness) {
        const int current = currentIndex().row(); // several rows may fit: the one that was clicked stays
        if (current >= 0 && selectionModel()->hasSelection() && fits(current, choice, aspect, strictness)) {
            return currentIndex();
        }
        for (int row = 0; rows <= max_searched && row < rows; ++row) {
            if (fits(row, choice, aspect, strictness)) {
                return model()->index(row, 0);
            }
        }
    }
    return {};
}

void CellTableView::followSelection(const Choice& choice, Selection::Aspect aspect) {
    const QScopedValueRollback quiet(m_following, true);
    const QModelIndex index = rowOf(choice, aspect);
    if (index.isValid()) {
        ui::showRow(this, index); // not QTableView::showRow
    } else if (aspect == Selection::Aspect::Place) {
        selectionModel()->clear();
    }
}

void CellTableView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    paintRowFocus(this);
    if (model()->rowCount() == 0 && !m_empty_text.isEmpty()) {
        QPainter painter(viewport());
        painter.setFont(paint::font(paint::Type::Body));
        painter.setPen(paint::theme().color(paint::Ink::SecondaryText));
        painter.drawText(viewport()->rect().adjusted(RowMetrics::padding, 0, -RowMetrics::padding, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_empty_text);
    }
}

void CellTableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
}

void CellTableView::leaveEvent(QEvent* event) {
    m_selection->preview(std::nullopt);
    QTableView::leaveEvent(event);
}

} // namespace anchorscope::ui
