#include "ui/explorers/trie_path_view.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/views/row_focus.h"
#include <QAbstractListModel>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

// Designed measures: a row, the box in it, the rail at its left.
constexpr int row_height = 86, box_above = 7, rail = 26, box_left = 48, box_right = 14, inside = 13,
              line_height = 19, icon_side = 16, dot = 8, ring = 22;

class NodeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {0, paint::px(row_height)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto node = index.data(TriePathView::NodeRole).value<model::PathNode>();
        const paint::Theme& theme = paint::theme();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(option.rect, theme.color(paint::Ink::Panel));
        const QRect box = option.rect.adjusted(paint::px(box_left), paint::px(box_above),
                                               -paint::px(box_right), -paint::px(box_above));
        const bool wrong = node.meaning == model::Meaning::Failed;
        paint::drawBox(*painter, box, paint::control_radius,
                       theme.color(selected ? paint::Ink::Selection : paint::Ink::Panel),
                       theme.color(selected ? paint::Ink::Accent
                                   : wrong  ? paint::Ink::Mismatch
                                            : paint::Ink::Line),
                       selected ? 1.5 : 1);
        paintRail(*painter, option.rect, index, node);
        paintText(*painter, box.adjusted(paint::px(inside), paint::px(6), -paint::px(inside), -paint::px(6)),
                  node, selected);
        painter->restore();
    }

private:
    static void paintRail(QPainter& painter, const QRect& row, const QModelIndex& index,
                          const model::PathNode& node) {
        const paint::Theme& theme = paint::theme();
        const double x = row.left() + paint::px(rail), y = row.center().y();
        const bool last = index.row() + 1 >= index.model()->rowCount();
        painter.setPen(QPen(theme.color(paint::Ink::Accent), 2));
        if (index.row() > 0) {
            painter.drawLine(QPointF(x, row.top()), QPointF(x, y));
        }
        if (!last) {
            painter.drawLine(QPointF(x, y), QPointF(x, row.bottom() + 1));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(paint::Ink::Accent));
        const double radius = paint::px(dot) / 2.0;
        painter.drawEllipse(QPointF(x, y), radius, radius);
        if (last || node.step.isEmpty()) {
            return;
        }
        // The nibbles that lead to the next node, in a ring on the edge between the rows: this row's half of
        // it is painted here, and the next one paints over nothing of it.
        const double r = paint::px(ring) / 2.0, at = row.bottom() + 1 - r - paint::px(1);
        painter.setPen(QPen(theme.color(paint::Ink::Accent), 1.5));
        painter.setBrush(theme.color(paint::Ink::Panel));
        painter.drawEllipse(QPointF(x, at), r, r);
        painter.setPen(theme.color(paint::Ink::Text));
        painter.setFont(paint::font(paint::Type::MonoSmall));
        painter.drawText(
            QRectF(x - r, at - r, 2 * r, 2 * r), Qt::AlignCenter,
            painter.fontMetrics().elidedText(node.step, Qt::ElideRight, static_cast<int>(2 * r)));
    }

    static void paintText(QPainter& painter, const QRect& inner, const model::PathNode& node, bool selected) {
        const paint::Theme& theme = paint::theme();
        const int line = paint::px(line_height);
        const bool wrong = node.meaning == model::Meaning::Failed;
        const QColor state = selected ? theme.colorOnSelection(node.meaning) : theme.color(node.meaning);
        // First line: kind, hash, result at the right.
        QRect first(inner.left(), inner.top(), inner.width(), line);
        painter.setFont(paint::font(wrong ? paint::Type::BodyBold : paint::Type::Body));
        const int words = painter.fontMetrics().horizontalAdvance(node.result);
        const QRect result(first.right() - words, first.top(), words + 1, line);
        painter.setPen(node.meaning == model::Meaning::NotChecked ? theme.color(paint::Ink::SecondaryText)
                                                                  : state);
        painter.drawText(result, Qt::AlignVCenter | Qt::AlignLeft, node.result);
        const double side = paint::px(icon_side);
        paint::drawStatus(
            painter,
            QRectF(result.left() - side - paint::px(7), first.center().y() - side / 2 + 0.5, side, side),
            node.meaning, state);
        first.setRight(result.left() - static_cast<int>(side) - paint::px(14));
        painter.setFont(paint::font(paint::Type::BodyBold));
        painter.setPen(theme.color(paint::Ink::Text));
        painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft, node.kind);
        first.setLeft(first.left() + painter.fontMetrics().horizontalAdvance(node.kind) + paint::px(14));
        const bool hash = node.reference.startsWith(u"0x");
        painter.setFont(hash ? paint::font(paint::Type::Mono) : paint::font(paint::Type::Caption));
        painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(node.reference, Qt::ElideMiddle, first.width()));
        // What it is, and its bytes or what is wrong with it.
        const QRect second(inner.left(), inner.top() + line, inner.width(), line);
        painter.setFont(paint::font(paint::Type::Caption));
        painter.setPen(theme.color(paint::Ink::SecondaryText));
        painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(node.note, Qt::ElideRight, second.width()));
        const QRect third = second.translated(0, line);
        const bool broken = !node.error.isEmpty();
        painter.setFont(broken ? paint::hexSafe(paint::font(paint::Type::Caption))
                               : paint::font(paint::Type::MonoSmall));
        painter.setPen(broken ? state : theme.color(paint::Ink::SecondaryText));
        const QString text = broken ? node.error : node.bytes;
        painter.drawText(
            third, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(text, broken ? Qt::ElideMiddle : Qt::ElideRight, third.width()));
    }
};

} // namespace

class TriePathView::Model : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    void setPath(const QList<model::PathNode>& path) {
        beginResetModel();
        m_path = path;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_path.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid()) {
            return {};
        }
        const model::PathNode& node = m_path.at(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return node.kind;
        case Qt::AccessibleTextRole:
            return u"%1 %2. %3. %4. %5"_s.arg(node.kind, node.reference, node.note, node.result, node.error);
        case Qt::ToolTipRole:
            return node.error.isEmpty() ? node.copy.left(400) : node.error;
        case model::CopyRole:
            return node.copy;
        case NodeRole:
            return QVariant::fromValue(node);
        default:
            return {};
        }
    }

private:
    QList<model::PathNode> m_path;
};

TriePathView::TriePathView(QWidget* parent) : QListView(parent), m_model(new Model(this)) {
    setModel(m_model);
    setItemDelegate(new NodeDelegate(this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
}

TriePathView::~TriePathView() = default;

void TriePathView::setPath(const QList<model::PathNode>& path) { m_model->setPath(path); }

void TriePathView::paintEvent(QPaintEvent* event) {
    QListView::paintEvent(event);
    paintRowFocus(this);
}

} // namespace anchorscope::ui
