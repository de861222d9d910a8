#include "ui/views/crumb_layout.h"
#include <algorithm>
#include <numeric>

namespace anchorscope::ui {

std::vector<CrumbBox> layOutCrumbs(const std::vector<int>& widths, const QRect& bar,
                                   const CrumbMetrics& metrics) {
    std::vector<CrumbBox> boxes;
    const int count = static_cast<int>(widths.size());
    const int all = std::accumulate(widths.begin(), widths.end(), 0) + metrics.gap * std::max(0, count - 1);
    int x = bar.left();
    const auto place = [&](int crumb, int width) {
        const int room = bar.right() + 1 - x;
        boxes.push_back({crumb, QRect(x, bar.top(), std::clamp(width, 0, std::max(0, room)), bar.height())});
        x += width + metrics.gap;
    };
    if (all <= bar.width() || count <= 2) {
        for (int crumb = 0; crumb < count; ++crumb) {
            place(crumb, widths[static_cast<std::size_t>(crumb)]);
        }
        return boxes;
    }
    int room = bar.width() - widths.front() - metrics.ellipsis - 2 * metrics.gap - widths.back();
    int from = count - 1; // the first of the last ones
    while (from > 2 && room >= widths[static_cast<std::size_t>(from - 1)] + metrics.gap) {
        room -= widths[static_cast<std::size_t>(--from)] + metrics.gap;
    }
    place(0, widths.front());
    place(-1, metrics.ellipsis);
    for (int crumb = from; crumb < count; ++crumb) {
        place(crumb, widths[static_cast<std::size_t>(crumb)]);
    }
    return boxes;
}

} // namespace anchorscope::ui
