#include "ui/widgets/banner_layout.h"
#include "ui/paint/scale.h"
#include <algorithm>

namespace anchorscope::ui {

BannerLayout layoutBanner(int width, const BannerWidths& wanted) {
    constexpr paint::Px headline_top{6}, headline_height{28}, reason_top{34}, reason_height{20};
    constexpr paint::Px half_details{18};

    BannerLayout layout;
    layout.icon_rect = {BannerLayout::margin, (BannerLayout::height - BannerLayout::icon) / 2,
                        BannerLayout::icon, BannerLayout::icon};
    layout.controls_left = width - BannerLayout::margin - wanted.controls;

    const int room = std::max(0, layout.controls_left - BannerLayout::gap - BannerLayout::text_left);
    int details = std::min(wanted.details, room - wanted.headline - BannerLayout::gap);
    if (details < std::min<int>(wanted.details, BannerLayout::least_details)) {
        details = 0;
    }
    details = std::max(details, 0);
    const int text = details > 0 ? room - details - BannerLayout::gap : room;
    layout.headline = {BannerLayout::text_left, headline_top, text, headline_height};
    layout.reason = {BannerLayout::text_left, reason_top, text, reason_height};
    layout.details = {layout.controls_left - BannerLayout::gap - details,
                      BannerLayout::height / 2 - half_details, details, 2 * half_details};
    return layout;
}

} // namespace anchorscope::ui
