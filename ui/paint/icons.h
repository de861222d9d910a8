// Icons: status shapes (disc with tick, clock ring, triangle, octagon, dotted ring) and line icons on a 16 px
// grid. Painted from embedded SVG in the theme's colours, with Selected and Disabled pixmaps, at any device
// pixel ratio. Icons ask the theme each time they paint, so a change of scheme needs no new icons.
#pragma once
#include "ui/paint/theme.h"
#include <QIcon>
#include <QPainter>

namespace anchorscope::paint {

enum class Glyph {
    Open,
    Link,
    Shield,
    Compare,
    Report,
    Note,
    Filter,
    Copy,
    ChevronRight,
    ChevronLeft,
    ChevronDown,
    Close,
    Float,
    Download,
    Server,
    Play,
    Pin,
    Paste,
    Settings,
    Help,
    Refresh,
    Cancel,
    Key,
    Clock,
    File,
    Eye,
    Sun,
    Moon
};

/// Status icon of a meaning, drawn into `rect` (square). None draws nothing.
void drawStatus(QPainter& painter, const QRectF& rect, model::Meaning meaning, const QColor& color);
[[nodiscard]] QIcon statusIcon(model::Meaning meaning);
void drawGlyph(QPainter& painter, const QRectF& rect, Glyph glyph, const QColor& color);
[[nodiscard]] QIcon icon(Glyph glyph);
[[nodiscard]] QIcon icon(Glyph glyph, Ink ink);
/// Words that always go with the icon: "Passed", "Not final", …
[[nodiscard]] QString words(model::Meaning meaning);

} // namespace anchorscope::paint
