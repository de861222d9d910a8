// The five status shapes (and a plain note) as filled paths: geometry without a painter.
#pragma once
#include "model/items/meaning.h"
#include <QPainterPath>

namespace anchorscope::paint {

/// The shape of a meaning, filled, with its sign cut out so that the ground shows through; empty for None.
/// Strokes are 12 % of `size` (LOOK 6).
[[nodiscard]] QPainterPath statusShape(model::Meaning meaning, double size);

} // namespace anchorscope::paint
