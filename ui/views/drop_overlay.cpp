#include "ui/views/drop_overlay.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QPainter>

namespace anchorscope::ui {

namespace {

constexpr paint::Px inset{12}, icon{40}, card_width{460}, card_height{150};
constexpr double veil = 0.82;

} // namespace

DropOverlay::DropOverlay(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::showOver(const QString& text) {
    m_text = text;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent*) {
    const paint::Theme& theme = paint::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = theme.color(paint::Ink::Window);
    ground.setAlphaF(static_cast<float>(veil));
    painter.fillRect(rect(), ground);
    painter.setPen(QPen(theme.color(paint::Ink::Accent), 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), paint::panel_radius,
                            paint::panel_radius);
    QRectF card(0, 0, card_width, card_height);
    card.moveCenter(QRectF(rect()).center());
    paint::drawBox(painter, card, paint::panel_radius, theme.color(paint::Ink::Panel),
                   theme.color(paint::Ink::Line));
    paint::drawGlyph(painter, QRectF(card.center().x() - icon / 2.0, card.top() + paint::px(26), icon, icon),
                     paint::Glyph::Download, theme.color(paint::Ink::Accent));
    painter.setFont(paint::font(paint::Type::Callout));
    painter.setPen(theme.color(paint::Ink::Text));
    painter.drawText(card.adjusted(paint::px(16), paint::px(76), -paint::px(16), -paint::px(16)),
                     Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap, m_text);
}

} // namespace anchorscope::ui
