#include "ui/widgets/panel_tabs.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include <QFontMetrics>
#include <QPainter>

namespace anchorscope::ui {

using paint::Ink;

namespace {

// With the panel's line below: 36 (LOOK 1).
constexpr paint::Px bar_height{35}, gap{22}, underline_height{3}, underline_reach{2};

} // namespace

PanelTabs::PanelTabs(QWidget* parent) : QTabBar(parent) {
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(false);
    setFocusPolicy(Qt::TabFocus);
    setFont(paint::hexSafe(paint::font(paint::Type::Body)));
    setAttribute(Qt::WA_Hover);
}

QSize PanelTabs::minimumSizeHint() const { return {0, bar_height}; }

QSize PanelTabs::tabSizeHint(int index) const {
    // Room for the bold face, so that choosing a tab moves nothing.
    const QFontMetrics bold(paint::hexSafe(paint::font(paint::Type::BodyBold)));
    return {bold.horizontalAdvance(tabText(index)) + gap, bar_height};
}

QSize PanelTabs::minimumTabSizeHint(int) const { return {gap * 2, bar_height}; }

void PanelTabs::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const QRect words = tabRect(i).adjusted(gap / 2, 0, -gap / 2, 0);
        const bool chosen = i == currentIndex();
        const bool hovered = tabRect(i).contains(mapFromGlobal(QCursor::pos())) && underMouse();
        const QFont face = paint::hexSafe(paint::font(chosen ? paint::Type::BodyBold : paint::Type::Body));
        painter.setFont(face);
        painter.setPen(paint::theme().color(!isTabEnabled(i)    ? Ink::DisabledText
                                            : chosen || hovered ? Ink::Text
                                                                : Ink::SecondaryText));
        const QFontMetrics metrics(face);
        const QString shown = metrics.elidedText(tabText(i), Qt::ElideRight, words.width() + 1);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, shown);
        if (!chosen) {
            continue;
        }
        const int drawn = metrics.horizontalAdvance(shown);
        const QRectF line(words.left() - underline_reach, height() - underline_height,
                          drawn + 2 * underline_reach, underline_height);
        painter.save();
        painter.setClipRect(line); // round above, square where it meets the panel's line
        paint::drawBox(painter, line.adjusted(0, 0, 0, underline_height), 2,
                       paint::theme().color(Ink::Accent));
        painter.restore();
        if (hasFocus()) {
            paint::drawBox(painter,
                           QRectF(words.left() - paint::px(7), paint::px(6), drawn + paint::px(14),
                                  height() - paint::px(13)),
                           paint::control_radius, {}, paint::theme().color(Ink::Accent), 1.5);
        }
    }
}

} // namespace anchorscope::ui
