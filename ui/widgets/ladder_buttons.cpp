#include "ui/widgets/ladder_buttons.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/widgets/ladder_words.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace anchorscope::ui {

using paint::Ink;
using paint::Type;

namespace {

constexpr paint::Px icon_side{20}, chevron_side{14};
constexpr paint::Px stage_padding{14}, stage_gap{12}, rung_padding{8}, rung_wide_padding{11}, rung_gap{8};
constexpr paint::Px tail{10}; ///< right of a chevron, right of an open header
constexpr paint::Px focus_reach{2};
constexpr paint::Px wide_rung{132}; ///< from here on a rung has room to breathe

int advance(Type type, const QString& text) {
    return QFontMetrics(paint::hexSafe(paint::font(type))).horizontalAdvance(text) + 1;
}

/// Name over caption, centred as a pair, both elided to `width`.
void drawPair(QPainter& painter, const QRect& at, const QString& name, const QString& caption) {
    constexpr paint::Px line{20};
    const QRect upper(at.left(), at.center().y() - line + 1, at.width(), line);
    painter.setFont(paint::hexSafe(paint::font(Type::BodyBold)));
    painter.setPen(paint::theme().color(Ink::Text));
    painter.drawText(upper, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, upper.width()));
    painter.setFont(paint::hexSafe(paint::font(Type::Caption)));
    painter.setPen(paint::theme().color(Ink::SecondaryText));
    painter.drawText(upper.translated(0, line), Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(caption, Qt::ElideRight, upper.width()));
}

} // namespace

LadderButton::LadderButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void LadderButton::keyPressEvent(QKeyEvent* event) {
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        Q_EMIT stepped(mirrored ? 1 : -1);
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        Q_EMIT stepped(mirrored ? -1 : 1);
        return;
    case Qt::Key_Home:
        Q_EMIT stepped(-2);
        return;
    case Qt::Key_End:
        Q_EMIT stepped(2);
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void StageButton::setStage(const QString& name, const QString& count, const QString& brief_count,
                           model::Meaning meaning) {
    m_name = name;
    m_count = count;
    m_brief_count = brief_count;
    m_meaning = meaning;
    setAccessibleName(tr("%1: %2").arg(name, count));
    update();
}

void StageButton::setOpen(bool open) {
    m_open = open;
    setAccessibleDescription(open ? tr("unfolded, folds its rungs") : tr("folded, unfolds its rungs"));
    update();
}

int StageButton::leastFolded() const {
    return stage_padding + icon_side + stage_gap + advance(Type::BodyBold, m_name) + tail + chevron_side +
           tail;
}

int StageButton::bestFolded() const {
    return qMax(leastFolded(),
                stage_padding + icon_side + stage_gap + advance(Type::Caption, m_count) + tail);
}

int StageButton::headerWidth() const {
    return stage_padding +
           qMax(advance(Type::BodyBold, m_name) + chevron_side + tail / 2,
                advance(Type::Caption, m_brief_count)) +
           tail;
}

void StageButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    const paint::Theme& theme = paint::theme();
    if (hasFocus()) {
        paint::drawBox(painter, QRectF(rect()).adjusted(focus_reach, focus_reach, -focus_reach, -focus_reach),
                       paint::control_radius, {}, theme.color(Ink::Accent), 1.5);
    }
    QRect words = rect().adjusted(stage_padding, 0, -tail, 0);
    if (!m_open) {
        const QRectF icon(words.left(), (height() - icon_side) / 2.0, icon_side, icon_side);
        paint::drawStatus(painter, icon, m_meaning, theme.color(m_meaning));
        words.setLeft(words.left() + icon_side + stage_gap);
    }
    drawPair(painter, words, m_name, count());
    const double chevron_left = m_open ? words.left() + advance(Type::BodyBold, m_name) + tail / 2.0
                                       : words.right() + 1 - chevron_side;
    const QRectF chevron(chevron_left, height() / 2.0 - paint::px(10) - chevron_side / 2.0, chevron_side,
                         chevron_side);
    paint::drawGlyph(painter, chevron, m_open ? paint::Glyph::ChevronLeft : paint::Glyph::ChevronRight,
                     theme.color(underMouse() ? Ink::Text : Ink::SecondaryText));
}

void RungButton::setRung(const verify::Rung& rung) {
    m_name = rungName(rung.id);
    m_summary = rungSummary(rung);
    m_meaning = model::meaningOf(rung.state);
    setAccessibleName(rungSentence(rung));
    setAccessibleDescription(QString::fromStdString(rung.detail));
    update();
}

void RungButton::setCurrent(bool current) {
    m_current = current;
    update();
}

int RungButton::leastWidth() const {
    return rung_padding + icon_side + rung_gap + advance(Type::BodyBold, m_name) + rung_padding;
}

bool RungButton::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const QString detail = accessibleDescription();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                           detail.isEmpty() ? accessibleName() : accessibleName() + QChar(u'\n') + detail,
                           this);
        return true;
    }
    return LadderButton::event(event);
}

void RungButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    const paint::Theme& theme = paint::theme();
    const bool ringed = m_current || hasFocus();
    const Ink line = ringed ? Ink::Accent : underMouse() ? Ink::SecondaryText : Ink::Line;
    paint::drawBox(painter, rect(), paint::control_radius,
                   theme.color(m_current || isDown() ? Ink::Selection : Ink::Panel), theme.color(line),
                   hasFocus()  ? 2
                   : m_current ? 1.5
                               : 1);
    const int padding = width() >= wide_rung ? rung_wide_padding : rung_padding;
    const QRectF icon(padding, (height() - icon_side) / 2.0, icon_side, icon_side);
    paint::drawStatus(painter, icon, m_meaning, theme.color(m_meaning));
    const int left = padding + icon_side + rung_gap;
    drawPair(painter, QRect(left, 0, width() - left - rung_padding / 2, height()), m_name, m_summary);
}

} // namespace anchorscope::ui
