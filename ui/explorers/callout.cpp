#include "ui/explorers/callout.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace anchorscope::ui {

namespace {

constexpr int icon_side = 20, inside = 12;

QLabel* label(paint::Type type) {
    auto* made = new QLabel;
    made->setFont(paint::hexSafe(paint::font(type)));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setFocusPolicy(Qt::NoFocus);
    return made;
}

} // namespace

Callout::Callout(QWidget* parent)
    : QFrame(parent), m_title(label(paint::Type::BodyBold)), m_text(label(paint::Type::Body)),
      m_buttons(new QHBoxLayout) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(paint::px(inside + icon_side + 10), paint::px(inside - 2), paint::px(inside),
                            paint::px(inside - 2));
    row->setSpacing(paint::px(12));
    auto* rows = new QVBoxLayout;
    rows->setSpacing(paint::px(4));
    rows->addWidget(m_title);
    rows->addWidget(m_text);
    row->addLayout(rows, 1);
    m_buttons->setSpacing(paint::px(8));
    row->addLayout(m_buttons);
    hide();
}

void Callout::show(model::Meaning meaning, const QString& title, const QString& text) {
    m_meaning = meaning;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title.isEmpty() ? text : title + QStringLiteral(". ") + text);
    tint();
    setVisible(!title.isEmpty() || !text.isEmpty());
    update();
}

void Callout::addButton(QWidget* button) { m_buttons->addWidget(button); }

/// Text in the colour that is readable on the tint.
void Callout::tint() {
    const QScopedValueRollback quiet(m_tinting, true);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, paint::theme().chip(m_meaning).foreground);
    m_title->setPalette(colors);
    m_text->setPalette(colors);
}

void Callout::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_tinting) {
        tint();
        update();
    }
}

void Callout::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint::drawBox(painter, rect(), paint::control_radius, paint::theme().chip(m_meaning).background);
    const double side = paint::px(icon_side);
    const double left = isRightToLeft() ? width() - paint::px(inside) - side : paint::px(inside);
    paint::drawStatus(painter, QRectF(left, paint::px(inside - 2), side, side), m_meaning,
                      paint::theme().color(m_meaning));
}

} // namespace anchorscope::ui
