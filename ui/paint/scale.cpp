#include "ui/paint/scale.h"
#include <algorithm>
#include <cmath>

namespace anchorscope::paint {

namespace {

double& current() {
    static double value = 1.0;
    return value;
}

} // namespace

double zoom() { return current(); }

void setZoom(double zoom) {
    current() = std::isfinite(zoom) ? std::clamp(zoom, rules::least_zoom, rules::greatest_zoom) : 1.0;
}

int px(int designed) {
    const int scaled = static_cast<int>(std::lround(designed * current()));
    return designed > 0 ? std::max(1, scaled) : scaled;
}

double px(double designed) { return designed * current(); }

QSize px(const QSize& designed) { return {px(designed.width()), px(designed.height())}; }

} // namespace anchorscope::paint
