#include "ui/views/flat_header.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include "ui/views/status_delegate.h"
#include <QPainter>

namespace anchorscope::ui {

FlatHeader::FlatHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsClickable(false);
    setHighlightSections(false);
    setMinimumSectionSize(paint::px(40));
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QSize FlatHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), RowMetrics::height}; }

void FlatHeader::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), paint::theme().color(paint::Ink::Header));
    }
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(paint::theme().color(paint::Ink::Line));
    const int bottom = viewport()->height() - 1;
    painter.drawLine(0, bottom, viewport()->width(), bottom);
}

void FlatHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    painter->fillRect(rect, paint::theme().color(paint::Ink::Header));
    painter->setFont(paint::font(paint::Type::Caption));
    painter->setPen(paint::theme().color(paint::Ink::SecondaryText));
    const bool right = section == m_right_aligned;
    const int left = section == 0 ? RowMetrics::padding : RowMetrics::cell_padding;
    const QRect text = rect.adjusted(left, 0, right ? -RowMetrics::padding : -RowMetrics::gap, 0);
    const Qt::Alignment side = right ? Qt::AlignRight : Qt::AlignLeft;
    const QString words = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    painter->drawText(text, static_cast<int>(side.toInt()) | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(words, Qt::ElideRight, text.width()));
}

void HeaderCorner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), paint::theme().color(paint::Ink::Header));
    painter.fillRect(0, height() - 1, width(), 1, paint::theme().color(paint::Ink::Line));
}

} // namespace anchorscope::ui
