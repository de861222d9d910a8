// The window's own zoom: every measure in pixels goes through px, so that text and space grow together.
// Lines that only separate stay one pixel and do not pass through here. UI thread only.
#pragma once
#include <QSize>

namespace anchorscope::paint {

namespace rules {
constexpr double least_zoom = 0.7, greatest_zoom = 2.5;
}

/// 1.0 as designed.
[[nodiscard]] double zoom();
/// Clamped to the limits; whoever sets it lays out anew what is shown (ui::applyZoom).
void setZoom(double zoom);
/// A designed measure at the present zoom, in device-independent pixels; never 0 unless asked for 0.
[[nodiscard]] int px(int designed);
[[nodiscard]] double px(double designed);
[[nodiscard]] QSize px(const QSize& designed);

/// A constant of the design that reads as pixels at the present zoom: `constexpr Px row_height{28};`.
class Px {
public:
    explicit constexpr Px(int designed) : m_designed(designed) {}
    operator int() const { return px(m_designed); }

private:
    int m_designed;
};

/// The same with fractions, for radii and strokes.
class PxF {
public:
    explicit constexpr PxF(double designed) : m_designed(designed) {}
    operator double() const { return px(m_designed); }

private:
    double m_designed;
};

} // namespace anchorscope::paint
