#include "ui/widgets/elided_label.h"
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace anchorscope::ui {

ElidedLabel::ElidedLabel(paint::Type type, paint::Ink ink, QWidget* parent) : QLabel(parent), m_ink(ink) {
    setFont(paint::hexSafe(paint::font(type)));
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text) {
    QLabel::setText(text);
    updateGeometry();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode) {
    m_mode = mode;
    update();
}

void ElidedLabel::setInk(paint::Ink ink) {
    m_ink = ink;
    update();
}

QSize ElidedLabel::sizeHint() const {
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + 1 + margins.left() + margins.right(),
            fontMetrics().height() + margins.top() + margins.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const {
    const int dots = fontMetrics().horizontalAdvance(QChar(0x2026));
    return {text().isEmpty() ? 0 : qMin(dots, sizeHint().width()), fontMetrics().height()};
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const bool elided = sizeHint().width() > width();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), elided ? text() : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(paint::theme().color(isEnabled() ? m_ink : paint::Ink::DisabledText));
    const QRect inside = contentsRect();
    // The text reads in its own direction, wherever it stands.
    painter.setLayoutDirection(text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), alignment()) | Qt::AlignAbsolute;
    painter.drawText(inside, static_cast<int>(side) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), m_mode, inside.width()));
}

} // namespace anchorscope::ui
