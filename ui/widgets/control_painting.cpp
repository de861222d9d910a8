#include "ui/widgets/control_painting.h"
#include "ui/paint/boxes.h"
#include "ui/paint/scale.h"
#include <QPainter>

namespace anchorscope::ui {

using paint::Ink;

namespace {

struct FrameInks {
    QColor fill, line;
};

FrameInks filledInks(const QStyleOption& option) {
    const paint::Theme& theme = paint::theme();
    if (!(option.state & QStyle::State_Enabled)) {
        return {theme.color(Ink::Header), theme.color(Ink::Line)};
    }
    const QColor deeper = theme.color(theme.scheme() == paint::Scheme::Light ? Ink::Text : Ink::Panel);
    const double share = option.state & QStyle::State_Sunken      ? 0.25
                         : option.state & QStyle::State_MouseOver ? 0.12
                                                                  : 0;
    const QColor fill = paint::mixed(theme.color(Ink::Accent), deeper, share);
    const bool focused = option.state & QStyle::State_HasFocus;
    return {fill, focused ? paint::mixed(fill, theme.color(Ink::Text), 0.6) : fill};
}

FrameInks plainInks(const QStyleOption& option, bool flat) {
    const paint::Theme& theme = paint::theme();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool pressed = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && option.state & QStyle::State_MouseOver;
    const Ink ground = flat || enabled ? Ink::Panel : Ink::Header;
    const QColor fill = theme.color(pressed ? Ink::Selection : hovered ? Ink::Header : ground);
    const bool seen = pressed || hovered || !flat;
    const Ink line = !enabled  ? Ink::Line
                     : pressed ? Ink::Accent
                     : hovered ? Ink::SecondaryText
                               : Ink::ControlLine;
    if (option.state & QStyle::State_HasFocus) {
        return {seen ? fill : QColor(), theme.color(Ink::Accent)};
    }
    return {seen ? fill : QColor(), flat ? QColor() : theme.color(line)};
}

} // namespace

QRectF centredSquare(const QRect& rect, double side) {
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    return square;
}

void drawControlFrame(QPainter& painter, const QStyleOption& option, Frame frame) {
    const FrameInks inks =
        frame == Frame::Filled ? filledInks(option) : plainInks(option, frame == Frame::Flat);
    const bool focused = option.state & QStyle::State_HasFocus;
    const double width = !focused ? 1 : frame == Frame::Filled ? 2 : 1.5;
    paint::drawBox(painter, option.rect, paint::control_radius, inks.fill, inks.line, width);
}

void drawChevron(QPainter& painter, const Chevron& chevron) {
    const QColor color = paint::theme().color(chevron.enabled ? Ink::SecondaryText : Ink::DisabledText);
    const int side = qMin(chevron.side, qMin(chevron.rect.width(), chevron.rect.height()));
    const QPointF centre = QRectF(chevron.rect).center();
    painter.save();
    if (chevron.up) {
        painter.translate(centre);
        painter.rotate(180);
        painter.translate(-centre);
    }
    paint::drawGlyph(painter, centredSquare(chevron.rect, side), chevron.glyph, color);
    painter.restore();
}

void drawTick(QPainter& painter, const QRectF& box, const QColor& color) {
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, box.width() * 0.12, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({at(0.25, 0.53), at(0.43, 0.70), at(0.76, 0.32)}));
    painter.restore();
}

void drawCheckBox(QPainter& painter, const QStyleOption& option, bool round) {
    const QRectF box = centredSquare(option.rect, ControlMetrics::icon);
    const paint::Theme& theme = paint::theme();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor accent = theme.color(enabled ? Ink::Accent : Ink::DisabledText);
    const QColor line = marked ? accent : theme.color(enabled ? Ink::SecondaryText : Ink::Line);
    paint::drawBox(painter, box, round ? box.width() / 2 : paint::px(4),
                   marked ? accent : theme.color(enabled ? Ink::Panel : Ink::Header), line);
    const QColor sign = theme.color(Ink::AccentText);
    if (round && marked) {
        constexpr paint::PxF dot{6};
        paint::drawBox(painter, centredSquare(option.rect, dot), dot / 2, sign);
    } else if (option.state & QStyle::State_On) {
        drawTick(painter, box, sign);
    } else if (marked) {
        painter.fillRect(QRectF(box.left() + box.width() / 4, box.center().y() - box.width() / 20,
                                box.width() / 2, box.width() / 10),
                         sign);
    }
}

void drawFocusRing(QPainter& painter, const QRect& rect) {
    paint::drawBox(painter, QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, {},
                   paint::theme().color(Ink::Accent), 1.5);
}

int labelWidth(const QFontMetrics& metrics, const ControlLabel& label) {
    const int text = label.text.isEmpty() ? 0 : metrics.size(Qt::TextShowMnemonic, label.text).width();
    const int icon = label.icon.isNull() ? 0 : label.icon_size.width();
    return text + icon + (text > 0 && icon > 0 ? ControlMetrics::icon_gap : 0);
}

void drawControlLabel(QPainter& painter, const QRect& rect, const ControlLabel& label) {
    const int wanted = labelWidth(painter.fontMetrics(), label);
    QRect at = rect;
    if (label.centred && wanted < rect.width()) {
        at.setLeft(rect.left() + (rect.width() - wanted) / 2);
    }
    if (!label.icon.isNull()) {
        const QRect icon(at.left(), at.center().y() + 1 - label.icon_size.height() / 2,
                         label.icon_size.width(), label.icon_size.height());
        label.icon.paint(&painter, icon, Qt::AlignCenter, label.enabled ? QIcon::Normal : QIcon::Disabled);
        at.setLeft(icon.right() + 1 + ControlMetrics::icon_gap);
    }
    painter.setPen(label.color);
    const QString shown =
        painter.fontMetrics().elidedText(label.text, Qt::ElideRight, at.width() + 1, Qt::TextShowMnemonic);
    painter.drawText(at, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine, shown);
}

} // namespace anchorscope::ui
