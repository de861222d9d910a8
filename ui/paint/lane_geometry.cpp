#include "ui/paint/lane_geometry.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include <QFontMetricsF>
#include <QPainterPath>
#include <QPolygonF>
#include <algorithm>

namespace anchorscope::paint {

namespace {

enum Mark { disc, square, triangle, diamond };

constexpr int rollup_marks = 3; // all but L1's disc

/// Each round of three rollups takes the shapes shifted by one against the colours.
Mark markOf(int lane) {
    const int rollup = lane - 1;
    return lane <= 0
               ? disc
               : static_cast<Mark>(square + (rollup % rollup_marks + rollup / rollup_marks) % rollup_marks);
}

bool isHollow(int lane) { return lane > 0 && (lane - 1) / (rollup_marks * rollup_marks) % 2 == 1; }

/// The lane's mark about the origin, grown on every side by `margin`.
QPainterPath markPath(int lane, double size, double margin) {
    const double r = size / 2 + margin;
    QPainterPath path;
    switch (markOf(lane)) {
    case disc:
        path.addEllipse(QPointF(0, 0), r, r);
        break;
    case square:
        path.addRect(QRectF(-r + 1, -r + 1, 2 * r - 2, 2 * r - 2));
        break;
    case triangle:
        path.addPolygon(QPolygonF({{0, -r}, {r + margin / 2, r - 1}, {-r - margin / 2, r - 1}}));
        path.closeSubpath();
        break;
    default:
        path.addPolygon(QPolygonF({{0, -r}, {r, 0}, {0, r}, {-r, 0}}));
        path.closeSubpath();
        break;
    }
    return path;
}

QPainterPath segmentPath(const LaneSegment& segment) {
    QPainterPath path(segment.from);
    if (segment.corner) {
        const double direction = segment.to.x() > segment.from.x() ? 1 : -1;
        const double reach = std::min<double>(LaneMetrics::corner, segment.to.y() - segment.from.y());
        path.lineTo(segment.from.x(), segment.to.y() - reach);
        path.quadTo(segment.from.x(), segment.to.y(), segment.from.x() + direction * reach, segment.to.y());
    }
    path.lineTo(segment.to);
    return path;
}

void drawGuides(QPainter& painter, const QRectF& rect, int lanes) {
    const double share = theme().scheme() == Scheme::Light ? 0.28 : 0.38; // LOOK 9
    for (int lane = 0; lane < lanes; ++lane) {
        QColor color = theme().lane(lane);
        color.setAlphaF(static_cast<float>(share));
        painter.fillRect(QRectF(rect.left() + LaneMetrics::x(lane, lanes), rect.top(), 1, rect.height()),
                         color);
    }
}

} // namespace

std::vector<LaneSegment> laneSegments(const LaneRow& row, double height, int lanes) {
    const QPointF centre(LaneMetrics::x(row.here, lanes), height / 2);
    std::vector<LaneSegment> segments;
    if (row.previous >= 0) {
        segments.push_back(
            {{double(LaneMetrics::x(row.previous, lanes)), 0}, centre, row.here, row.previous != row.here});
    }
    if (row.next >= 0) {
        segments.push_back({centre, {centre.x(), height}, row.next, false});
    }
    return segments;
}

void drawLaneMark(QPainter& painter, const QPointF& centre, int lane, double size) {
    drawLaneMark(painter, centre, lane, size, theme().lane(lane));
}

void drawLaneMark(QPainter& painter, const QPointF& centre, int lane, double size, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    if (isHollow(lane)) {
        const double ring = size * 2 / 11; // whatever the zoom
        painter.strokePath(markPath(lane, size - ring, 0), QPen(color, ring));
    } else {
        painter.fillPath(markPath(lane, size, 0), color);
    }
    painter.restore();
}

void drawLaneRow(QPainter& painter, const QRectF& rect, const LaneRow& row, int lanes,
                 const QColor& background) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect, Qt::IntersectClip);
    drawGuides(painter, rect, lanes);
    painter.translate(rect.topLeft());
    for (const LaneSegment& segment : laneSegments(row, rect.height(), lanes)) {
        painter.strokePath(segmentPath(segment), QPen(theme().lane(segment.lane), LaneMetrics::path_width,
                                                      Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    }
    const QPointF centre(LaneMetrics::x(row.here, lanes), rect.height() / 2);
    painter.translate(centre);
    painter.fillPath(markPath(row.here, LaneMetrics::mark_size, LaneMetrics::halo), background);
    painter.translate(-centre);
    drawLaneMark(painter, centre, row.here, LaneMetrics::mark_size);
    painter.restore();
}

void drawLaneHeader(QPainter& painter, const QRectF& rect, const QStringList& names) {
    painter.save();
    QFont name_font = font(Type::Small);
    name_font.setBold(true);
    painter.setFont(name_font);
    painter.setPen(theme().color(Ink::Text));
    const QFontMetricsF metrics(name_font);
    const double name_height = metrics.height();
    constexpr PxF header_mark{7}, least_gap{3};
    const int lanes = static_cast<int>(names.size());
    double free_from = rect.left();
    const double top = rect.top() + (rect.height() - header_mark - name_height) / 2;
    for (int lane = 0; lane < names.size(); ++lane) {
        const double x = rect.left() + LaneMetrics::x(lane, lanes);
        drawLaneMark(painter, {x, top + header_mark / 2}, lane, header_mark);
        const double width = metrics.horizontalAdvance(names[lane]);
        if (x - width / 2 >= free_from) {
            painter.drawText(QRectF(x - width / 2, top + header_mark, width, name_height),
                             Qt::AlignCenter | Qt::TextDontClip, names[lane]);
            free_from = x + width / 2 + least_gap;
        }
    }
    painter.restore();
}

} // namespace anchorscope::paint
