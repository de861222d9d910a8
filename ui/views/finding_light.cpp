#include "ui/views/finding_light.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/widgets/control_painting.h"
#include <QPainter>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr int icon_side = 14, gap = 6, inset = 8, bar_height = 26;

} // namespace

FindingLight::FindingLight(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFindings(nullptr);
}

void FindingLight::setFindings(const model::FindingListModel* findings) {
    setVisible(findings != nullptr);
    if (findings == nullptr) {
        return;
    }
    const int errors = findings->count(Severity::error), warnings = findings->count(Severity::warning),
              notes = findings->count(Severity::info);
    QStringList words;
    if (errors > 0) {
        words += errors == 1 ? tr("1 error") : tr("%1 errors").arg(errors);
    }
    if (warnings > 0) {
        words += warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(warnings);
    }
    if (words.isEmpty() && notes > 0) {
        words += notes == 1 ? tr("1 note") : tr("%1 notes").arg(notes);
    }
    // Nothing found is no verdict: it takes no tick.
    m_meaning = errors > 0     ? model::Meaning::Failed
                : warnings > 0 ? model::Meaning::Warning
                               : model::Meaning::Info;
    setText(words.isEmpty() ? tr("No findings") : words.join(u" · "_s));
    setAccessibleName(tr("Findings: %1").arg(text()));
    setToolTip(tr("Show the findings"));
    updateGeometry();
    update();
}

QSize FindingLight::sizeHint() const {
    const QFontMetrics metrics(paint::font(paint::Type::Caption));
    return {paint::px(icon_side) + paint::px(gap) + metrics.horizontalAdvance(text()) + 2 * paint::px(inset),
            paint::px(bar_height)};
}

void FindingLight::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const paint::Theme& theme = paint::theme();
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(paint::Ink::Selection));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0, 2, 0, -2), paint::px(6.0), paint::px(6.0));
    }
    const double side = paint::px(double{icon_side});
    const QRect at = QStyle::visualRect(layoutDirection(), rect(),
                                        QRect(paint::px(inset), (height() - paint::px(icon_side)) / 2,
                                              paint::px(icon_side), paint::px(icon_side)));
    paint::drawStatus(painter, QRectF(at.left(), at.top(), side, side), m_meaning, theme.color(m_meaning));
    painter.setFont(paint::font(paint::Type::Caption));
    painter.setPen(
        theme.color(m_meaning == model::Meaning::Failed ? paint::Ink::Mismatch : paint::Ink::SecondaryText));
    const QRect words = QStyle::visualRect(
        layoutDirection(), rect(),
        rect().adjusted(paint::px(inset) + paint::px(icon_side) + paint::px(gap), 0, 0, 0));
    // The words read in their own direction, wherever they stand.
    painter.setLayoutDirection(text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment side_of_words = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading);
    painter.drawText(words, static_cast<int>(Qt::AlignVCenter | side_of_words), text());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        drawFocusRing(painter, rect().adjusted(1, 2, -1, -2));
    }
}

void FindingLight::enterEvent(QEnterEvent*) { update(); }
void FindingLight::leaveEvent(QEvent*) { update(); }

} // namespace anchorscope::ui
