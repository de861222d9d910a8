#include "ui/views/status_delegate.h"
#include "model/items/table_models.h"
#include "model/items/tree_model.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace anchorscope::ui {

namespace {

QFont fontOf(const QModelIndex& index, const QString& text) {
    const bool emphasis = index.data(model::EmphasisRole).toBool();
    if (index.data(model::MonospaceRole).toBool()) {
        return paint::font(paint::Type::Mono);
    }
    const QFont font = paint::font(emphasis ? paint::Type::BodyBold : paint::Type::Body);
    return text.contains(QLatin1String("0x")) ? paint::hexSafe(font) : font;
}

using Standing = model::TreeModel::Standing;

Standing standingOf(const QModelIndex& index) {
    const auto* tree = qobject_cast<const model::TreeModel*>(index.model());
    return tree != nullptr ? tree->standing(index) : Standing::Plain;
}

QColor inkOf(const QModelIndex& index, model::Meaning meaning, bool selected) {
    const paint::Theme& theme = paint::theme();
    if (meaning == model::Meaning::Failed || index.data(model::EmphasisRole).toBool()) {
        return theme.color(selected ? paint::Ink::MismatchOnSelection : paint::Ink::Mismatch);
    }
    if (standingOf(index) == Standing::Other && !selected) { // what is wrong is never dimmed
        return theme.color(paint::Ink::SecondaryText);
    }
    switch (meaning) {
    case model::Meaning::None:
        return theme.color(paint::Ink::Text);
    case model::Meaning::Info:
    case model::Meaning::NotChecked:
    case model::Meaning::CannotCheck:
        return theme.color(paint::Ink::SecondaryText);
    default:
        return theme.color(meaning);
    }
}

int depthOf(const QModelIndex& index) {
    const auto* cells = qobject_cast<const model::CellTableModel*>(index.model());
    return cells != nullptr && index.column() == 0 ? cells->rows().at(index.row()).depth : 0;
}

} // namespace

QColor rowBackground(bool selected, bool alternate) {
    return paint::theme().color(selected    ? paint::Ink::Selection
                                : alternate ? paint::Ink::Header
                                            : paint::Ink::Panel);
}

QColor rowBackground(const QModelIndex& index, bool selected, bool alternate) {
    const Standing standing = selected ? Standing::Plain : standingOf(index);
    return standing == Standing::Match ? paint::theme().color(paint::Ink::BandA)
                                       : rowBackground(selected, alternate && standing == Standing::Plain);
}

void StatusDelegate::paintBackground(QPainter* painter, const QStyleOptionViewItem& option,
                                     const QModelIndex& index, bool first) {
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool alternate = option.features.testFlag(QStyleOptionViewItem::Alternate);
    painter->fillRect(option.rect, rowBackground(index, selected, alternate));
    if (selected && first) {
        const QRect bar(option.rect.topLeft(), QSize(RowMetrics::accent_bar, option.rect.height()));
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar),
                          paint::theme().color(paint::Ink::Accent));
    }
}

void StatusDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    paintBackground(painter, option, index, index.column() == 0);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto meaning = index.data(model::MeaningRole).value<model::Meaning>();
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool with_kind = index.column() == m_kind_column;
    const QString kind = with_kind ? index.data(model::KindTextRole).toString() : QString();
    const int left = with_kind             ? RowMetrics::gap / 2
                     : index.column() == 0 ? RowMetrics::padding
                                           : RowMetrics::cell_padding;
    QRect rect = option.rect.adjusted(left + depthOf(index) * RowMetrics::indent, 0, -RowMetrics::gap / 2, 0);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LeftToRight); // words read as they are written; places are mirrored
    const auto seen = [&option](const QRect& at) {
        return QStyle::visualRect(option.direction, option.rect, at);
    };
    const Qt::Alignment start = QStyle::visualAlignment(option.direction, Qt::AlignLeft),
                        end = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    if (meaning != model::Meaning::None) {
        const QColor ink = meaning == model::Meaning::Failed ? inkOf(index, meaning, selected)
                                                             : paint::theme().color(meaning);
        const QRect column = seen(QRect(rect.left(), rect.top(), RowMetrics::icon, rect.height()));
        const QRectF icon(column.left(), rect.center().y() - RowMetrics::icon / 2.0 + 0.5, RowMetrics::icon,
                          RowMetrics::icon);
        paint::drawStatus(*painter, icon, meaning, ink);
        rect.setLeft(rect.left() + RowMetrics::icon + RowMetrics::gap);
    }
    if (!kind.isEmpty()) {
        painter->setFont(paint::font(paint::Type::Body));
        painter->setPen(paint::theme().color(paint::Ink::SecondaryText));
        const int width = painter->fontMetrics().horizontalAdvance(kind);
        painter->drawText(seen(rect), static_cast<int>(start.toInt()) | Qt::AlignVCenter, kind);
        rect.setLeft(rect.left() + width + RowMetrics::gap);
    }
    const bool offset = index.column() == m_offset_column;
    painter->setFont(offset ? paint::font(paint::Type::MonoSmall) : fontOf(index, text));
    painter->setPen(offset ? paint::theme().color(paint::Ink::SecondaryText)
                           : inkOf(index, meaning, selected));
    const Qt::Alignment side = offset ? end : start;
    const bool mono = offset || index.data(model::MonospaceRole).toBool();
    const QString shown =
        painter->fontMetrics().elidedText(text, mono ? Qt::ElideMiddle : Qt::ElideRight, rect.width());
    painter->drawText(seen(offset ? rect.adjusted(0, 0, RowMetrics::gap / 2 - RowMetrics::padding, 0) : rect),
                      static_cast<int>(side.toInt()) | Qt::AlignVCenter, shown);
    painter->restore();
}

bool StatusDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem&,
                               const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return false;
    }
    constexpr qsizetype longest = 400; // of a tool tip; the clipboard gets everything
    QStringList parts;
    for (const int role : {int{model::CopyRole}, int{Qt::ToolTipRole}}) {
        const QString text = index.data(role).toString();
        if (!text.isEmpty() && !parts.contains(text)) {
            parts += text.size() > longest ? text.first(longest) + QChar(u'…') : text;
        }
    }
    QToolTip::showText(event->globalPos(), parts.join(u'\n'), view);
    return true;
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width() + 2 * RowMetrics::padding,
            RowMetrics::height};
}

} // namespace anchorscope::ui
