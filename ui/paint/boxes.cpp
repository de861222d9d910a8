#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QFontMetricsF>

namespace anchorscope::paint {

namespace {

constexpr PxF chip_height{24}, chip_padding{6}, chip_icon{14}, chip_gap{5}, chip_tail{9};

QFont chipFont() {
    QFont bold = hexSafe(font(Type::Caption));
    bold.setBold(true);
    return bold;
}

} // namespace

void drawBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line,
             double width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = line.isValid() ? width / 2 : 0;
    painter.setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

QSizeF chipSize(const QString& text) {
    const double words = QFontMetricsF(chipFont()).horizontalAdvance(text);
    return {chip_padding + chip_icon + chip_gap + words + chip_tail, chip_height};
}

void drawChip(QPainter& painter, const QPointF& top_left, model::Meaning meaning, const QString& text) {
    const BannerInk ink = theme().chip(meaning);
    const QRectF pill(top_left, chipSize(text));
    drawBox(painter, pill, chip_height / 2, ink.background);
    const QRectF icon_rect(pill.left() + chip_padding, pill.center().y() - chip_icon / 2, chip_icon,
                           chip_icon);
    drawStatus(painter, icon_rect, meaning, theme().color(meaning));
    painter.save();
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    painter.setFont(chipFont());
    painter.setPen(ink.foreground);
    painter.drawText(pill.adjusted(chip_padding + chip_icon + chip_gap, 0, 0, 0),
                     Qt::AlignVCenter | Qt::TextDontClip, text);
    painter.restore();
}

} // namespace anchorscope::paint
