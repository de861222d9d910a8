// How the program's controls are painted: frames with a focus ring, chevrons, ticks, labels with their icon.
#pragma once
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QStyleOption>

namespace anchorscope::ui {

/// Measures of controls in pixels (LOOK 1, 4, 5, 8).
struct ControlMetrics {
    static constexpr paint::Px icon{16}, chevron{12}, height{28}, padding{13}, icon_gap{8};
    static constexpr paint::Px arrow_room{30}; ///< right end of combo and spin boxes
};

enum class Frame {
    Plain,  ///< outlined, panel inside: buttons and fields
    Filled, ///< accent: the one default button
    Flat    ///< seen only when hovered, pressed or focused
};

[[nodiscard]] QRectF centredSquare(const QRect& rect, double side);
/// A control's rounded frame; hovered, pressed, disabled and focused (a ring of 1.5 to 2 px) by the option's
/// state.
void drawControlFrame(QPainter& painter, const QStyleOption& option, Frame frame);
/// A chevron of at most `side` pixels, centred; ChevronDown turned round with `up`.
struct Chevron {
    QRect rect;
    bool enabled = true, up = false;
    paint::Glyph glyph = paint::Glyph::ChevronDown;
    int side = ControlMetrics::chevron;
};
void drawChevron(QPainter& painter, const Chevron& chevron);
void drawTick(QPainter& painter, const QRectF& box, const QColor& color);
/// Check box, or with `round` a radio button, by State_On and State_NoChange.
void drawCheckBox(QPainter& painter, const QStyleOption& option, bool round);
void drawFocusRing(QPainter& painter, const QRect& rect);

/// Icon and text side by side, centred or at the left of `rect`; the text elides.
struct ControlLabel {
    QString text;
    QIcon icon;
    QSize icon_size;
    QColor color;
    bool enabled = true, centred = true;
};
void drawControlLabel(QPainter& painter, const QRect& rect, const ControlLabel& label);
/// Width of the above.
[[nodiscard]] int labelWidth(const QFontMetrics& metrics, const ControlLabel& label);

} // namespace anchorscope::ui
