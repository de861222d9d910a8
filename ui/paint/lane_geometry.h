// Geometry of the lane column as plain structs (LOOK 9): first lane at 22 px, pitch 26, column 22 + 26·n + 4.
// From the thirteenth lane on the column stays as wide and the lanes come closer, to 6 px. All at a zoom of
// 100 %.
#pragma once
#include "ui/paint/scale.h"
#include <QPainter>
#include <algorithm>
#include <vector>

namespace anchorscope::paint {

struct LaneMetrics {
    static constexpr Px first{22}, widest_pitch{26}, least_pitch{6}, tail{4};
    static constexpr int spread_lanes = 12;
    static constexpr PxF corner{8}, path_width{2.25}, mark_size{11}, halo{2};
    [[nodiscard]] static int pitch(int lanes) {
        return lanes <= spread_lanes ? int{widest_pitch}
                                     : std::max<int>(widest_pitch * spread_lanes / lanes, least_pitch);
    }
    [[nodiscard]] static int x(int lane, int lanes = 1) { return first + pitch(lanes) * lane; }
    [[nodiscard]] static int width(int lanes) { return first + pitch(lanes) * lanes + tail; }
};

/// One row: where execution stood in the row before, stands here, and stands in the row after (-1: no row).
struct LaneRow {
    int previous = -1, here = 0, next = -1;
    friend bool operator==(const LaneRow&, const LaneRow&) = default;
};

struct LaneSegment {
    QPointF from, to;
    int lane = 0;        ///< whose colour
    bool corner = false; ///< a horizontal run with a rounded corner towards `to`
};

/// The active path through a row of that height in a column of `lanes`, top to bottom, in row coordinates.
[[nodiscard]] std::vector<LaneSegment> laneSegments(const LaneRow& row, double height, int lanes = 1);
/// Guides, path and mark of one row; `background` fills the halo.
void drawLaneRow(QPainter& painter, const QRectF& rect, const LaneRow& row, int lanes,
                 const QColor& background);
/// A lane's mark alone (● ■ ▲ ◆), centred. Only L1 is a disc; rollups beyond the third take other pairs of
/// shape and colour, beyond the ninth hollow ones, and only then again the same.
void drawLaneMark(QPainter& painter, const QPointF& centre, int lane, double size);
/// The same in a colour of one's own, for pictures in another theme than the window's.
void drawLaneMark(QPainter& painter, const QPointF& centre, int lane, double size, const QColor& color);
/// Header: mark and short name over each lane; names that have no room are left out.
void drawLaneHeader(QPainter& painter, const QRectF& rect, const QStringList& names);

} // namespace anchorscope::paint
