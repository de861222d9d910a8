// The window's own zoom: every measure in pixels goes through px, so that text and space grow together.
#pragma once

namespace anchorscope::paint {

namespace rules {
constexpr double least_zoom = 0.7, greatest_zoom = 2.5;
}

/// 1.0 as designed.
[[nodiscard]] double zoom();
/// Clamped to the limits; whoever sets it lays out anew what is shown (ui::applyTheme).
void setZoom(double zoom);
/// A designed measure at the present zoom, in device-independent pixels; never 0 unless asked for 0.
[[nodiscard]] int px(int designed);
[[nodiscard]] double px(double designed);

} // namespace anchorscope::paint
