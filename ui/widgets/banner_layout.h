// Where the banner's parts stand, as plain numbers (LOOK 7): 60 px; verdict 20, reason 13.
#pragma once
#include "ui/paint/scale.h"
#include <QRect>

namespace anchorscope::ui {

struct BannerWidths {
    int headline = 0, reason = 0; ///< text widths wanted
    int details = 0;              ///< of the wider of the two right-aligned lines
    int controls = 0;             ///< buttons, or progress and Cancel, with the gaps between them
};

struct BannerLayout {
    static constexpr paint::Px height{60}, margin{16}, icon{32}, text_left{62}, gap{20};
    /// Narrower than this the two lines at the right are left out: half a line tells nothing.
    static constexpr paint::Px least_details{120};

    QRect icon_rect, headline, reason, details;
    int controls_left = 0;
};

/// The headline keeps its width as long as it can: the two lines at the right give way first, then the
/// reason.
[[nodiscard]] BannerLayout layoutBanner(int width, const BannerWidths& wanted);

} // namespace anchorscope::ui
