// Rounded boxes and chips: the frames of panels, buttons, groups and callouts (LOOK 3 and 4).
#pragma once
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include <QFont>
#include <QPainter>

namespace anchorscope::paint {

/// Corner radii in pixels: panels and stage groups; buttons, fields, rungs and callouts.
inline constexpr PxF panel_radius{8}, control_radius{6};

/// A box whose outline of `width` pixels lies inside `rect`. An invalid fill or line is not painted.
void drawBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill,
             const QColor& line = {}, double width = 1);

/// A pill with a status icon and words; its radius is half its height.
[[nodiscard]] QSizeF chipSize(const QString& text);
void drawChip(QPainter& painter, const QPointF& top_left, model::Meaning meaning, const QString& text);

} // namespace anchorscope::paint
