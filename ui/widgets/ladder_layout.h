// Where the ladder's groups and rungs stand, as plain numbers (LOOK 7): a strip of 72 px, groups 56,
// rungs 48.
#pragma once
#include "ui/paint/scale.h"
#include <QRect>
#include <vector>

namespace anchorscope::ui {

struct LadderLayout {
    static constexpr paint::Px height{72}, margin{12}, gap{12}, group_top{8}, group_height{56};
    static constexpr paint::Px rung_height{48}, rung_gap{4}, inset{4}, folded_width{196};

    std::vector<QRect> groups;  ///< whole frames, one a stage; in two rows a fourth round the rungs
    std::vector<QRect> headers; ///< the part of each group that folds and unfolds it
    std::vector<QRect> rungs;   ///< of the open group
    int strip = 0;              ///< height of the whole: `height`, or more for two rows
};

/// What the texts ask for, in pixels.
struct LadderNeeds {
    std::vector<int> folded;      ///< each group folded: least that keeps its name whole
    std::vector<int> folded_best; ///< and its count
    std::vector<int> header;      ///< each group open: its header
    std::vector<int> rungs;       ///< each rung of the open group: least that keeps its name whole
};

/// `open`: index of the open group, or -1. Folded groups are 196 wide (more when their texts ask for it) and
/// give way first when the strip is narrow; then the rungs stop being equal, down to their least widths; then
/// they take a second row.
[[nodiscard]] LadderLayout layoutLadder(int width, int open, const LadderNeeds& needs);
/// Narrower than this the rungs need a row of their own.
[[nodiscard]] int leastLadderWidth(int open, const LadderNeeds& needs);

} // namespace anchorscope::ui
