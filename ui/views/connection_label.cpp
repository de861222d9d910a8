#include "ui/views/connection_label.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QFontMetrics>
#include <QPainter>

namespace anchorscope::ui {

namespace {

constexpr paint::Px icon{16}, gap{8}, inset{8};

} // namespace

ConnectionLabel::ConnectionLabel(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void ConnectionLabel::setText(const ConnectionText& text) {
    m_text = text;
    setAccessibleName(text.text);
    setToolTip(text.detail);
    updateGeometry();
    update();
}

QSize ConnectionLabel::sizeHint() const {
    const QFontMetrics metrics(paint::font(paint::Type::Body));
    return {icon + gap + metrics.horizontalAdvance(m_text.text) + 2 * inset, 2 * icon};
}

void ConnectionLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    const paint::Theme& theme = paint::theme();
    paint::drawStatus(painter, QRectF(inset, (height() - icon) / 2.0, icon, icon), m_text.meaning,
                      theme.color(m_text.meaning));
    painter.setFont(paint::font(paint::Type::Body));
    painter.setPen(theme.color(paint::Ink::SecondaryText));
    painter.drawText(rect().adjusted(inset + icon + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     m_text.text);
}

} // namespace anchorscope::ui
