#include "ui/paint/status_shapes.h"
#include <QPolygonF>
#include <array>
#include <cmath>
#include <numbers>

namespace anchorscope::paint {

using model::Meaning;

namespace {

/// Shapes are combined on a grid of this side and scaled afterwards: in a unit square Qt flattens the curves.
constexpr double grid = 1000, middle = grid / 2;
constexpr double stroke_width = 120; ///< 12 % (LOOK 6)
constexpr int ring_dots = 12;
constexpr std::size_t meaning_count = static_cast<std::size_t>(Meaning::Info) + 1;

QPainterPath stroked(const QPainterPath& line, double width = stroke_width) {
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    return stroker.createStroke(line);
}

QPainterPath polyline(std::initializer_list<QPointF> points) {
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    return path;
}

QPainterPath disc(const QPointF& centre, double radius) {
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return path;
}

QPainterPath disc(double radius) { return disc({middle, middle}, radius); }

QPainterPath ring(double width) { return disc(middle).subtracted(disc(middle - width)); }

QPainterPath tickDisc() {
    return disc(middle).subtracted(stroked(polyline({{280, 520}, {435, 675}, {725, 355}})));
}

QPainterPath clockRing() {
    return ring(stroke_width).united(stroked(polyline({{middle, 260}, {middle, 520}, {660, 620}})));
}

QPainterPath warningTriangle() {
    // A triangle of rounded corners: stroked and filled, then the sign is cut out.
    QPainterPath outline = polyline({{middle, 140}, {915, 855}, {85, 855}});
    outline.closeSubpath();
    const QPainterPath body = outline.united(stroked(outline, 150));
    return body.subtracted(stroked(polyline({{middle, 400}, {middle, 585}})))
        .subtracted(disc({middle, 765}, 70));
}

QPainterPath crossOctagon() {
    constexpr double corner = grid * 0.2929,
                     far = grid - corner; // 1 - 1/sqrt 2: a regular octagon in the square
    QPainterPath octagon = polyline({{corner, 0},
                                     {far, 0},
                                     {grid, corner},
                                     {grid, far},
                                     {far, grid},
                                     {corner, grid},
                                     {0, far},
                                     {0, corner}});
    octagon.closeSubpath();
    return octagon.subtracted(stroked(polyline({{345, 345}, {655, 655}})))
        .subtracted(stroked(polyline({{655, 345}, {345, 655}})));
}

QPainterPath dottedRing() {
    QPainterPath path = stroked(polyline({{370, middle}, {630, middle}}));
    for (int i = 0; i < ring_dots; ++i) {
        const double angle = 2 * std::numbers::pi * i / ring_dots;
        path.addPath(disc({middle + 442 * std::cos(angle), middle + 442 * std::sin(angle)}, 58));
    }
    return path;
}

QPainterPath noteRing() {
    return ring(100)
        .united(stroked(polyline({{middle, 470}, {middle, 710}})))
        .united(disc({middle, 290}, 70));
}

QPainterPath gridShape(Meaning meaning) {
    switch (meaning) {
    case Meaning::None:
        return {};
    case Meaning::Passed:
        return tickDisc();
    case Meaning::NotFinal:
        return clockRing();
    case Meaning::Failed:
        return crossOctagon();
    case Meaning::Warning:
        return warningTriangle();
    case Meaning::NotChecked:
    case Meaning::CannotCheck:
        return dottedRing();
    case Meaning::Info:
        return noteRing();
    }
    return {};
}

} // namespace

QPainterPath statusShape(Meaning meaning, double size) {
    static const std::array shapes = [] { // combining paths costs more than painting them
        std::array<QPainterPath, meaning_count> made;
        for (std::size_t i = 0; i < made.size(); ++i) {
            made[i] = gridShape(static_cast<Meaning>(i));
        }
        return made;
    }();
    return QTransform::fromScale(size / grid, size / grid).map(shapes.at(static_cast<std::size_t>(meaning)));
}

} // namespace anchorscope::paint
