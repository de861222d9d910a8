// Geometry of the lane column: measures of LOOK 9.
#include "qt_warnings.h"
#include "ui/paint/lane_geometry.h"
#include "ui/paint/theme.h"

using namespace anchorscope;
using paint::LaneMetrics;
using paint::LaneRow;
using paint::LaneSegment;

namespace {

constexpr double row_height = 28;

/// "22,0 > 22,14 lane 0" a line; " corner" where there is one.
QString text(const std::vector<LaneSegment>& segments) {
    QStringList lines;
    for (const LaneSegment& segment : segments) {
        lines.push_back(QStringLiteral("%1,%2 > %3,%4 lane %5%6")
                            .arg(segment.from.x())
                            .arg(segment.from.y())
                            .arg(segment.to.x())
                            .arg(segment.to.y())
                            .arg(segment.lane)
                            .arg(segment.corner ? QStringLiteral(" corner") : QString()));
    }
    return lines.join(u'\n');
}

std::vector<LaneRow> rowsOf(const std::vector<int>& path) {
    std::vector<LaneRow> rows;
    for (std::size_t i = 0; i < path.size(); ++i) {
        rows.push_back({i > 0 ? path[i - 1] : -1, path[i], i + 1 < path.size() ? path[i + 1] : -1});
    }
    return rows;
}

QImage drawnRow(const LaneRow& row, int lanes, const QColor& background) {
    QImage image(LaneMetrics::width(lanes), int(row_height), QImage::Format_ARGB32);
    image.fill(background);
    QPainter painter(&image);
    paint::drawLaneRow(painter, QRectF(image.rect()), row, lanes, background);
    return image;
}

} // namespace

class TestLanes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void columns_are_the_looks() {
        QCOMPARE(LaneMetrics::x(0), 22);
        QCOMPARE(LaneMetrics::x(1), 48);
        QCOMPARE(LaneMetrics::width(1), 52);
        QCOMPARE(LaneMetrics::width(2), 78);
        QCOMPARE(LaneMetrics::width(4), 130);
        QCOMPARE(LaneMetrics::width(12), 338);
        // More lanes come closer, so that the tree keeps its place.
        QVERIFY(LaneMetrics::width(21) <= 338);
        QCOMPARE(LaneMetrics::x(20, 21), 22 + 14 * 20);
        QCOMPARE(LaneMetrics::pitch(1000), 6);
    }

    void no_rollup_looks_like_another_one() {
        QList<QImage> marks;
        for (int lane = 0; lane < 19; ++lane) {
            QImage image(20, 20, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paint::drawLaneMark(painter, QPointF(10, 10), lane, LaneMetrics::mark_size);
            painter.end();
            for (const QImage& other : marks) {
                QVERIFY2(other != image, qPrintable(QString::number(lane)));
            }
            marks.push_back(image);
        }
    }

    void a_narrow_header_leaves_names_out() {
        QStringList names;
        for (int lane = 0; lane < 40; ++lane) {
            names += QStringLiteral("R%1").arg(lane);
        }
        QImage image(LaneMetrics::width(40), 28, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paint::drawLaneHeader(painter, QRectF(image.rect()), names);
        painter.end();
        // Between names there is a column without ink; with all of them drawn there would be none.
        int empty = 0;
        for (int x = 22; x < image.width() - 10; ++x) {
            bool ink = false;
            for (int y = 14; y < image.height(); ++y) {
                ink = ink || image.pixelColor(x, y).lightness() < 200;
            }
            empty += ink ? 0 : 1;
        }
        QVERIFY2(empty > 20, qPrintable(QString::number(empty)));
    }

    void one_domain_is_a_straight_line() {
        QCOMPARE(text(paint::laneSegments({-1, 0, -1}, row_height)), QString());
        QCOMPARE(text(paint::laneSegments({-1, 0, 0}, row_height)), QStringLiteral("22,14 > 22,28 lane 0"));
        QCOMPARE(text(paint::laneSegments({0, 0, 0}, row_height)),
                 QStringLiteral("22,0 > 22,14 lane 0\n22,14 > 22,28 lane 0"));
    }

    void a_call_crosses_in_the_callees_colour() {
        QCOMPARE(text(paint::laneSegments({-1, 0, 1}, row_height)), QStringLiteral("22,14 > 22,28 lane 1"));
        QCOMPARE(text(paint::laneSegments({0, 1, 0}, row_height)),
                 QStringLiteral("22,0 > 48,14 lane 1 corner\n48,14 > 48,28 lane 0"));
        QCOMPARE(text(paint::laneSegments({1, 0, -1}, row_height)),
                 QStringLiteral("48,0 > 22,14 lane 0 corner"));
    }

    void far_lanes_are_reached_in_one_run() {
        QCOMPARE(text(paint::laneSegments({3, 0, 2}, 34)),
                 QStringLiteral("100,0 > 22,17 lane 0 corner\n22,17 > 22,34 lane 2"));
        QCOMPARE(text(paint::laneSegments({0, 11, 4}, row_height)),
                 QStringLiteral("22,0 > 308,14 lane 11 corner\n308,14 > 308,28 lane 4"));
    }

    void rows_join_without_a_gap_data() {
        QTest::addColumn<std::vector<int>>("path");
        QTest::newRow("1 domain") << std::vector<int>{0, 0, 0, 0};
        QTest::newRow("2 domains") << std::vector<int>{0, 1, 0, 1, 1, 0};
        QTest::newRow("4 domains") << std::vector<int>{0, 1, 0, 2, 3, 0, 3, 1};
        QTest::newRow("12 domains") << std::vector<int>{0, 11, 5, 4, 3, 7, 3, 10, 0};
    }
    void rows_join_without_a_gap() {
        QFETCH(std::vector<int>, path);
        const std::vector<LaneRow> rows = rowsOf(path);
        for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
            const LaneSegment leaves = paint::laneSegments(rows[i], row_height).back();
            const LaneSegment enters = paint::laneSegments(rows[i + 1], row_height).front();
            QCOMPARE(leaves.to, QPointF(enters.from.x(), row_height));
            QCOMPARE(enters.from.y(), 0.0);
            QCOMPARE(leaves.lane, enters.lane);
            QCOMPARE(enters.lane, path[i + 1]);
            QCOMPARE(enters.corner, path[i] != path[i + 1]);
            QCOMPARE(enters.to, QPointF(LaneMetrics::x(path[i + 1]), row_height / 2));
        }
    }

    void painting_keeps_to_the_geometry() {
        const QColor ground = paint::theme().color(paint::Ink::Panel);
        const QImage image = drawnRow({0, 1, 0}, 2, ground);
        const QColor entered = paint::theme().lane(1), left = paint::theme().lane(0);
        QCOMPARE(image.pixelColor(48, 14), entered); // the mark
        QCOMPARE(image.pixelColor(22, 2), entered);  // down the lane left, in the colour of the one entered
        QCOMPARE(image.pixelColor(36, 14), entered); // across
        QCOMPARE(image.pixelColor(48, 25), left);    // and on towards L1
        QCOMPARE(image.pixelColor(23, 14), ground);  // the corner is round
        QCOMPARE(image.pixelColor(48 - 6, 14), ground); // halo beside the mark
        QVERIFY(image.pixelColor(22, 25) != ground);    // guide
        QVERIFY(image.pixelColor(22, 25) != left);
        QCOMPARE(image.pixelColor(60, 14), ground); // nothing right of the last lane
    }

    void the_halo_takes_the_rows_background() {
        const QColor ground = paint::theme().color(paint::Ink::Selection);
        QCOMPARE(drawnRow({1, 0, 1}, 2, ground).pixelColor(22 + 6, 14), ground);
    }

    void marks_differ_by_shape() {
        QList<QImage> marks;
        for (int lane = 0; lane < 4; ++lane) {
            QImage image(20, 20, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paint::drawLaneMark(painter, QPointF(10, 10), lane, LaneMetrics::mark_size);
            painter.end();
            QCOMPARE(image.pixelColor(10, 10), paint::theme().lane(lane));
            marks.push_back(image.createAlphaMask());
        }
        for (qsizetype i = 0; i < marks.size(); ++i) {
            for (qsizetype k = i + 1; k < marks.size(); ++k) {
                QVERIFY(marks[i] != marks[k]);
            }
        }
    }

    void the_header_names_every_lane() {
        QImage image(LaneMetrics::width(3), 28, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paint::drawLaneHeader(painter, QRectF(image.rect()),
                              {QStringLiteral("L1"), QStringLiteral("R1"), QStringLiteral("R2")});
        painter.end();
        for (int lane = 0; lane < 3; ++lane) {
            int marks = 0, ink = 0;
            for (int x = LaneMetrics::x(lane) - 12; x < LaneMetrics::x(lane) + 12; ++x) {
                for (int y = 0; y < image.height(); ++y) {
                    marks += image.pixelColor(x, y) == paint::theme().lane(lane) ? 1 : 0;
                    ink += image.pixelColor(x, y).lightness() < 90 ? 1 : 0;
                }
            }
            QVERIFY2(marks > 10, qPrintable(QString::number(lane)));
            QVERIFY2(ink > 10, qPrintable(QString::number(lane)));
        }
    }
};

ANCHORSCOPE_UI_TEST(TestLanes)
#include "test_lanes.moc"
