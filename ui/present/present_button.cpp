#include "ui/present/present_button.h"
#include "ui/paint/boxes.h"
#include "ui/present/present_layout.h"
#include <QKeyEvent>

namespace anchorscope::ui {

using paint::Ink;

PresentButton::PresentButton(const QString& text, bool filled, QWidget* parent)
    : QAbstractButton(parent), m_filled(filled) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void PresentButton::setGlyphs(std::optional<paint::Glyph> before, std::optional<paint::Glyph> after) {
    m_before = before;
    m_after = after;
}

void PresentButton::setScale(double scale) {
    m_scale = scale;
    updateGeometry();
    update();
}

QSize PresentButton::sizeHint() const {
    const int words = QFontMetrics(presentFont(17 * m_scale, true)).horizontalAdvance(text());
    const int glyph = m_before || m_after ? qRound(30 * m_scale) : 0;
    return {words + glyph + qRound(48 * m_scale), qRound(44 * m_scale)};
}

void PresentButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    event->key() == Qt::Key_Space ? QAbstractButton::keyPressEvent(event) : event->ignore();
}

void PresentButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    const paint::Theme& theme = paint::theme();
    const bool pressed = isDown();
    const QColor text = theme.color(!isEnabled() ? Ink::DisabledText
                                    : m_filled   ? Ink::AccentText
                                                 : Ink::Text);
    const QColor fill = !isEnabled()   ? theme.color(Ink::Header)
                        : m_filled     ? paint::mixed(theme.color(Ink::Accent), theme.color(Ink::Text),
                                                  pressed        ? 0.25
                                                      : underMouse() ? 0.12
                                                                     : 0)
                        : pressed      ? theme.color(Ink::Selection)
                        : underMouse() ? theme.color(Ink::Header)
                                       : theme.color(Ink::Panel);
    const QColor line = hasFocus()    ? theme.color(m_filled ? Ink::Text : Ink::Accent)
                        : m_filled    ? fill
                        : isEnabled() ? theme.color(Ink::ControlLine)
                                      : theme.color(Ink::Line);
    paint::drawBox(painter, rect(), 9 * m_scale, fill, line, (hasFocus() ? 2.5 : 1) * qMax(1.0, m_scale));
    const double side = 16 * m_scale, padding = 22 * m_scale;
    QRectF words = QRectF(rect()).adjusted(padding, 0, -padding, 0);
    const double top = rect().center().y() + 0.5 - side / 2;
    if (m_before) {
        paint::drawGlyph(painter, QRectF(words.left() - 4 * m_scale, top, side, side), *m_before, text);
        words.setLeft(words.left() + side + 8 * m_scale);
    }
    if (m_after) {
        paint::drawGlyph(painter, QRectF(words.right() + 4 * m_scale - side, top, side, side), *m_after,
                         text);
        words.setRight(words.right() - side - 8 * m_scale);
    }
    painter.setFont(presentFont(17 * m_scale, true));
    painter.setPen(text);
    painter.drawText(words, Qt::AlignCenter | Qt::TextDontClip, this->text());
}

} // namespace anchorscope::ui
