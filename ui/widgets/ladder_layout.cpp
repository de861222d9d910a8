#include "ui/widgets/ladder_layout.h"
#include "ui/paint/scale.h"
#include <algorithm>
#include <numeric>

namespace anchorscope::ui {

namespace {

using L = LadderLayout;

int sum(const std::vector<int>& values) { return std::accumulate(values.begin(), values.end(), 0); }

/// Space taken by gaps: round the strip, between groups.
int outside(const LadderNeeds& needs) {
    return 2 * L::margin + L::gap * (static_cast<int>(needs.folded.size()) - 1);
}

int leastOpenWidth(std::size_t open, const LadderNeeds& needs) {
    const auto count = static_cast<int>(needs.rungs.size());
    return needs.header[open] + sum(needs.rungs) + L::rung_gap * std::max(0, count - 1) + L::inset;
}

/// Widths of the folded groups: their wish where there is room, else between wish and least, all by the same
/// share.
std::vector<int> foldedWidths(int room, int open, const LadderNeeds& needs) {
    std::vector<int> wish(needs.folded.size()), least = needs.folded;
    for (std::size_t i = 0; i < wish.size(); ++i) {
        wish[i] = std::max<int>(L::folded_width, needs.folded_best[i]);
        if (static_cast<int>(i) == open) {
            wish[i] = least[i] = 0;
        }
    }
    const int asked = sum(wish), needed = sum(least);
    if (asked <= room || asked == needed) {
        return wish;
    }
    const double share = std::clamp(double(room - needed) / (asked - needed), 0.0, 1.0);
    for (std::size_t i = 0; i < wish.size(); ++i) {
        wish[i] = least[i] + static_cast<int>((wish[i] - least[i]) * share);
    }
    return wish;
}

/// Less than every least width, all by the same share.
std::vector<int> shrunk(int room, const std::vector<int>& least) {
    const int asked = sum(least);
    std::vector<int> widths;
    int before = 0;
    for (const int each : least) {
        widths.push_back((before + each) * room / asked - before * room / asked);
        before += each;
    }
    return widths;
}

/// Equal widths when every rung's least fits into them; else its least and an equal part of what is left.
std::vector<int> rungWidths(int room, const std::vector<int>& least) {
    const auto count = static_cast<int>(least.size());
    const bool equal = room / count >= *std::max_element(least.begin(), least.end());
    const int asked = sum(least);
    if (!equal && asked > room) {
        return shrunk(std::max(0, room), least);
    }
    const int spare = equal ? room : room - asked;
    std::vector<int> widths(least.size());
    for (int i = 0; i < count; ++i) {
        const int part = spare * (i + 1) / count - spare * i / count; // no pixel is lost to rounding
        widths[static_cast<std::size_t>(i)] = part + (equal ? 0 : least[static_cast<std::size_t>(i)]);
    }
    return widths;
}

void placeRungs(LadderLayout& layout, const QRect& group, int header, const std::vector<int>& least) {
    if (least.empty()) {
        return;
    }
    const auto count = static_cast<int>(least.size());
    const int room = group.width() - header - L::inset - L::rung_gap * (count - 1);
    int x = group.left() + header;
    for (const int rung : rungWidths(room, least)) {
        layout.rungs.emplace_back(x, group.top() + (L::group_height - L::rung_height) / 2, rung,
                                  L::rung_height);
        x += rung + L::rung_gap;
    }
}

/// The stages in one row, the rungs of the open one in a frame below.
LadderLayout twoRows(int width, const LadderNeeds& needs) {
    LadderLayout layout;
    int x = L::margin;
    for (const int each : rungWidths(width - outside(needs), needs.folded)) {
        layout.groups.emplace_back(x, L::group_top, each, L::group_height);
        x += each + L::gap;
    }
    layout.headers = layout.groups;
    const int top = L::group_top + L::group_height + L::rung_gap;
    const QRect frame(L::margin, top, width - 2 * L::margin, L::group_height);
    layout.groups.push_back(frame);
    placeRungs(layout, frame, L::inset, needs.rungs);
    layout.strip = top + L::group_height + L::height - L::group_top - L::group_height;
    return layout;
}

} // namespace

LadderLayout layoutLadder(int width, int open, const LadderNeeds& needs) {
    if (open >= 0 && width < leastLadderWidth(open, needs)) {
        return twoRows(width, needs);
    }
    LadderLayout layout;
    layout.strip = L::height;
    const int whole = width - outside(needs);
    const int open_least = open < 0 ? 0 : leastOpenWidth(static_cast<std::size_t>(open), needs);
    const std::vector<int> folded = foldedWidths(whole - open_least, open, needs);
    int x = L::margin;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool unfolded = static_cast<int>(i) == open;
        const int group_width = unfolded ? std::max(open_least, whole - sum(folded)) : folded[i];
        const QRect group(x, L::group_top, group_width, L::group_height);
        layout.groups.push_back(group);
        layout.headers.push_back(unfolded ? QRect(group.topLeft(), QSize(needs.header[i], L::group_height))
                                          : group);
        if (unfolded) {
            placeRungs(layout, group, needs.header[i], needs.rungs);
        }
        x += group_width + L::gap;
    }
    return layout;
}

int leastLadderWidth(int open, const LadderNeeds& needs) {
    int least = outside(needs);
    for (std::size_t i = 0; i < needs.folded.size(); ++i) {
        least += static_cast<int>(i) == open ? leastOpenWidth(i, needs) : needs.folded[i];
    }
    return least;
}

} // namespace anchorscope::ui
