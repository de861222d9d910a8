// Paints the middle of a slide: lifelines and the hash that builds up, facts, the verdict.
#pragma once
#include "ui/present/present_layout.h"
#include "ui/present/slide_text.h"
#include <QPainter>

namespace anchorscope::ui {

void paintBody(QPainter& painter, const PresentLayout& layout, const ShownSlide& shown);
/// The verdict as the banner has it, as a pill.
[[nodiscard]] double chipWidth(double scale, const QString& headline);
void paintChip(QPainter& painter, const PresentLayout& layout, const BannerText& banner);

/// Lifelines with the arrows so far; the other half of a step's slide is paintHash.
void paintSequence(QPainter& painter, const PresentLayout& layout, const QRectF& area,
                   const model::Slide& slide);
void paintHash(QPainter& painter, const PresentLayout& layout, const QRectF& area, const model::Slide& slide);

} // namespace anchorscope::ui
