#include "ui/widgets/banner_parts.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/widgets/motion.h"
#include <QKeyEvent>
#include <QTimerEvent>

namespace anchorscope::ui {

namespace {

constexpr paint::Px button_height{28}, padding{12}, icon_side{14}, icon_gap{7};
constexpr double outline_share = 0.45; ///< of the foreground in a button's outline
constexpr paint::Px track_width{120}, track_height{6};
constexpr int animation_ms = 40, steps = 60;

} // namespace

BannerButton::BannerButton(QWidget* parent) : QPushButton(parent) {
    setFont(paint::font(paint::Type::Body));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void BannerButton::setInk(const paint::BannerInk& ink) {
    m_ink = ink;
    update();
}

void BannerButton::setGlyphs(std::optional<paint::Glyph> before, std::optional<paint::Glyph> after) {
    m_before = before;
    m_after = after;
}

QSize BannerButton::sizeHint() const {
    const int glyphs = (m_before ? 1 : 0) + (m_after ? 1 : 0);
    return {fontMetrics().horizontalAdvance(text()) + 2 * padding + glyphs * (icon_side + icon_gap),
            button_height};
}

void BannerButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void BannerButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    const QColor outline = paint::mixed(m_ink.background, m_ink.foreground, outline_share);
    const double fill_share = isDown() ? 0.18 : underMouse() ? 0.09 : 0;
    paint::drawBox(painter, rect(), paint::control_radius,
                   paint::mixed(m_ink.background, m_ink.foreground, fill_share),
                   hasFocus() ? m_ink.foreground : outline, hasFocus() ? 2 : 1);
    painter.setFont(font());
    painter.setPen(m_ink.foreground);
    QRect words = rect().adjusted(padding, 0, -padding, 0);
    const double icon_top = (height() - icon_side) / 2.0;
    if (m_before) {
        paint::drawGlyph(painter, QRectF(words.left(), icon_top, icon_side, icon_side), *m_before,
                         m_ink.foreground);
        words.setLeft(words.left() + icon_side + icon_gap);
    }
    if (m_after) {
        paint::drawGlyph(painter, QRectF(words.right() + 1 - icon_side, icon_top, icon_side, icon_side),
                         *m_after, m_ink.foreground);
    }
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, text());
}

BannerProgress::BannerProgress(QWidget* parent) : QProgressBar(parent) {
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
}

void BannerProgress::setInk(const paint::BannerInk& ink) {
    m_ink = ink;
    update();
}

void BannerProgress::setPercent(int percent) {
    setRange(0, percent < 0 ? 0 : 100);
    setValue(percent);
    animate();
    update();
}

QSize BannerProgress::sizeHint() const { return {track_width, track_height}; }

void BannerProgress::hideEvent(QHideEvent*) { m_timer.stop(); }

void BannerProgress::showEvent(QShowEvent*) { animate(); }

void BannerProgress::animate() {
    if (maximum() == 0 && isVisible() && !motionReduced()) {
        m_timer.start(animation_ms, this);
    } else {
        m_timer.stop();
    }
}

void BannerProgress::timerEvent(QTimerEvent* event) {
    if (event->timerId() == m_timer.timerId()) {
        m_step = (m_step + 1) % steps;
        update();
    } else {
        QProgressBar::timerEvent(event);
    }
}

void BannerProgress::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF track = rect();
    paint::drawBox(painter, track, track.height() / 2, paint::mixed(m_ink.background, m_ink.foreground, 0.2));
    QRectF done = track;
    if (maximum() == 0 && motionReduced()) { // how far it is, is not known, and nothing moves to say so
        paint::drawBox(painter, done, track.height() / 2,
                       paint::mixed(m_ink.background, m_ink.foreground, 0.5));
        return;
    }
    if (maximum() == 0) {
        done.setWidth(track.width() * 0.3);
        done.moveLeft((track.width() - done.width()) * (1 - std::abs(1 - 2.0 * m_step / steps)));
    } else {
        done.setWidth(track.width() * qBound(0, value(), 100) / 100);
    }
    if (done.width() >= track.height()) {
        paint::drawBox(painter, done, track.height() / 2, m_ink.foreground);
    }
}

} // namespace anchorscope::ui
