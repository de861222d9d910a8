#include "ui/present/tour_bar.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace anchorscope::ui {

using paint::Ink;

namespace {

constexpr double veil = 0.5;
constexpr paint::Px reach{4};

QLabel* label(paint::Type type, bool secondary) {
    auto* made = new QLabel;
    made->setFont(paint::hexSafe(paint::font(type)));
    made->setForegroundRole(secondary ? QPalette::PlaceholderText : QPalette::WindowText);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

} // namespace

Spotlight::Spotlight(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void Spotlight::showOn(const QRect& lit) {
    m_lit = lit.isNull() ? QRect()
                         : lit.adjusted(-reach, -reach, reach, reach).intersected(parentWidget()->rect());
    setGeometry(parentWidget()->rect());
    setVisible(!m_lit.isNull());
    raise();
    update();
}

void Spotlight::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shade, hole;
    shade.addRect(rect());
    hole.addRoundedRect(m_lit, paint::panel_radius, paint::panel_radius);
    QColor ground =
        paint::theme().color(paint::theme().scheme() == paint::Scheme::Light ? Ink::Text : Ink::Window);
    ground.setAlphaF(static_cast<float>(veil));
    painter.fillPath(shade.subtracted(hole), ground);
    paint::drawBox(painter, m_lit, paint::panel_radius, {}, paint::theme().color(Ink::Accent), paint::px(3));
}

TourBar::TourBar(QWidget* parent)
    : QFrame(parent), m_title(label(paint::Type::Callout, false)), m_text(label(paint::Type::Body, true)),
      m_count(label(paint::Type::Caption, true)),
      m_back(new QPushButton(paint::icon(paint::Glyph::ChevronLeft, Ink::Text), tr("Back"))),
      m_next(new QPushButton(tr("Next"))), m_leave(new QPushButton(tr("Leave the tour"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(paint::px(20), paint::px(12), paint::px(16), paint::px(12));
    row->setSpacing(paint::px(10));
    auto* words = new QVBoxLayout;
    words->setSpacing(paint::px(2));
    words->addWidget(m_title);
    words->addWidget(m_text);
    row->addLayout(words, 1);
    m_count->setWordWrap(false);
    row->addWidget(m_count);
    for (QPushButton* each : {m_leave, m_back, m_next}) {
        each->setAutoDefault(true);
        each->installEventFilter(this);
        row->addWidget(each);
    }
    m_next->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(m_leave, &QPushButton::clicked, this, &TourBar::left);
}

void TourBar::showStop(const TourStop& stop, int index, int count) {
    m_title->setText(stop.title);
    m_text->setText(stop.text);
    m_count->setText(tr("%1 of %2").arg(index + 1).arg(count));
    m_back->setEnabled(index > 0);
    m_next->setText(index + 1 < count ? tr("Next") : tr("Done"));
    setAccessibleName(tr("Tour, %1 of %2: %3. %4").arg(index + 1).arg(count).arg(stop.title, stop.text));
    show();
    takeFocus();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void TourBar::takeFocus() {
    if (!isAncestorOf(window()->focusWidget())) {
        m_next->setFocus();
    }
}

bool TourBar::take(int key) {
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    case Qt::Key_Right:
    case Qt::Key_Left:
        Q_EMIT stepped((key == Qt::Key_Right) == mirrored ? -1 : 1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        Q_EMIT stepped(key == Qt::Key_PageDown ? 1 : -1);
        return true;
    default:
        return false;
    }
}

/// Of the buttons, which would go from one to the next by arrows.
bool TourBar::eventFilter(QObject* watched, QEvent* event) {
    return (event->type() == QEvent::KeyPress && take(static_cast<QKeyEvent*>(event)->key())) ||
           QFrame::eventFilter(watched, event);
}

void TourBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), paint::theme().color(Ink::Panel));
    painter.fillRect(QRect(0, 0, width(), paint::px(3)), paint::theme().color(Ink::Accent));
}

} // namespace anchorscope::ui
