// Where the parts of a path stand in a bar: all of them where they fit, else the first, then "…" for what is
// left out, then as many of the last as there is room for.
#pragma once
#include <QRect>
#include <vector>

namespace anchorscope::ui {

struct CrumbBox {
    int crumb = 0; ///< index into the path; -1: those that are left out
    QRect rect;
    friend bool operator==(const CrumbBox&, const CrumbBox&) = default;
};

struct CrumbMetrics {
    int gap = 0;      ///< between two parts, with its chevron
    int ellipsis = 0; ///< width of "…"
};

/// `widths` of the parts. Where even the first, the ellipsis and the last do not fit, the last gets the rest,
/// and is cut.
[[nodiscard]] std::vector<CrumbBox> layOutCrumbs(const std::vector<int>& widths, const QRect& bar,
                                                 const CrumbMetrics& metrics);

} // namespace anchorscope::ui
