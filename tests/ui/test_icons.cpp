#include "qt_warnings.h"
#include "ui/paint/icons.h"
#include "ui/paint/status_shapes.h"
#include <QFile>

using namespace anchorscope;
using model::Meaning;
using paint::Glyph;
using paint::Ink;
using paint::Scheme;

namespace {

constexpr Meaning meanings[] = {Meaning::Passed,     Meaning::NotFinal,    Meaning::Failed, Meaning::Warning,
                                Meaning::NotChecked, Meaning::CannotCheck, Meaning::Info};

int pixelsOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return count;
}

bool isBlank(const QImage& image) {
    return pixelsOf(image, QColor(0, 0, 0, 0)) == image.width() * image.height();
}

QImage drawn(const QIcon& icon, int side, double ratio, QIcon::Mode mode = QIcon::Normal) {
    return icon.pixmap(QSize(side, side), ratio, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() {
        paint::setTheme(Scheme::Light);
        QCOMPARE(test::qtWarnings(), QStringList());
    }

    void shapes_fill_their_square() {
        QVERIFY(paint::statusShape(Meaning::None, 16).isEmpty());
        for (const Meaning meaning : meanings) {
            const QRectF bounds = paint::statusShape(meaning, 16).boundingRect();
            QVERIFY2(QRectF(-0.01, -0.01, 16.02, 16.02).contains(bounds), qPrintable(paint::words(meaning)));
            QVERIFY2(bounds.width() > 14, qPrintable(paint::words(meaning)));
        }
    }

    void states_differ_by_shape_not_only_by_colour() {
        const QList<Meaning> distinct{Meaning::Passed,  Meaning::NotFinal,   Meaning::Failed,
                                      Meaning::Warning, Meaning::NotChecked, Meaning::Info};
        for (qsizetype i = 0; i < distinct.size(); ++i) {
            for (qsizetype k = i + 1; k < distinct.size(); ++k) {
                QVERIFY(paint::statusShape(distinct[i], 16) != paint::statusShape(distinct[k], 16));
            }
        }
        QCOMPARE(paint::statusShape(Meaning::NotChecked, 16), paint::statusShape(Meaning::CannotCheck, 16));
    }

    void signs_are_cut_out() {
        QVERIFY(!paint::statusShape(Meaning::Passed, 100).contains(QPointF(43.5, 67.5))); // the tick's elbow
        QVERIFY(paint::statusShape(Meaning::Passed, 100).contains(QPointF(20, 30)));
        QVERIFY(
            !paint::statusShape(Meaning::Failed, 100).contains(QPointF(50, 50))); // where the strokes cross
        QVERIFY(paint::statusShape(Meaning::Failed, 100).contains(QPointF(50, 20)));
        QVERIFY(!paint::statusShape(Meaning::Failed, 100).contains(QPointF(2, 2)));     // an octagon's corner
        QVERIFY(!paint::statusShape(Meaning::Warning, 100).contains(QPointF(50, 50)));  // the stroke of the !
        QVERIFY(!paint::statusShape(Meaning::NotFinal, 100).contains(QPointF(30, 70))); // inside the ring
        QVERIFY(paint::statusShape(Meaning::NotFinal, 100).contains(QPointF(50, 40)));  // the hand
    }

    void status_is_crisp_at_every_ratio_data() {
        QTest::addColumn<int>("side");
        QTest::addColumn<double>("ratio");
        for (const int side : {16, 20, 32}) {
            for (const double ratio : {1.0, 1.5, 2.0}) {
                QTest::addRow("%d px at %.1f", side, ratio) << side << ratio;
            }
        }
    }
    void status_is_crisp_at_every_ratio() {
        QFETCH(int, side);
        QFETCH(double, ratio);
        for (const Meaning meaning : meanings) {
            const QImage image = drawn(paint::statusIcon(meaning), side, ratio);
            QCOMPARE(image.size(), QSize(qRound(side * ratio), qRound(side * ratio)));
            int solid = 0; // neither blank nor a mere fringe of antialiasing
            for (int i = 0; i < image.width() * image.height(); ++i) {
                solid += image.pixelColor(i % image.width(), i / image.width()).alpha() > 220 ? 1 : 0;
            }
            QVERIFY2(solid >= side * ratio / 2, qPrintable(paint::words(meaning)));
        }
    }

    void icons_follow_the_theme_and_the_mode() {
        const QIcon failed = paint::statusIcon(Meaning::Failed), open = paint::icon(Glyph::Open);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            paint::setTheme(scheme);
            const paint::Theme& theme = paint::theme();
            QVERIFY(pixelsOf(drawn(failed, 32, 1), theme.color(Ink::Mismatch)) > 100);
            QVERIFY(pixelsOf(drawn(failed, 32, 1, QIcon::Selected), theme.color(Ink::MismatchOnSelection)) >
                    100);
            QVERIFY(pixelsOf(drawn(failed, 32, 1, QIcon::Disabled), theme.color(Ink::DisabledText)) > 100);
            QVERIFY(pixelsOf(drawn(open, 32, 1), theme.color(Ink::Accent)) > 20);
            QVERIFY(pixelsOf(drawn(open, 32, 1, QIcon::Selected), theme.color(Ink::Accent)) > 20); // no tint
            QVERIFY(pixelsOf(drawn(open, 32, 1, QIcon::Disabled), theme.color(Ink::DisabledText)) > 20);
        }
    }

    void every_glyph_has_a_drawing() {
        for (int i = 0; i <= static_cast<int>(Glyph::Moon); ++i) {
            const auto glyph = static_cast<Glyph>(i);
            for (const int side : {14, 16, 32}) {
                const QImage image = drawn(paint::icon(glyph), side, 1);
                QVERIFY2(!isBlank(image), qPrintable(QString::number(i)));
                QVERIFY2(image.pixelColor(0, 0).alpha() == 0, qPrintable(QString::number(i)));
            }
            const QImage secondary = drawn(paint::icon(glyph, Ink::SecondaryText), 64, 1);
            QVERIFY2(pixelsOf(secondary, paint::theme().color(Ink::SecondaryText)) > 20,
                     qPrintable(QString::number(i)));
        }
    }

    void drawings_keep_to_the_grid() { // LOOK 8: 16 px, strokes 1.5 round, no fill, one colour
        const QDir folder(QStringLiteral(":/anchorscope/icons"));
        const QStringList files = folder.entryList();
        QCOMPARE(files.size(), static_cast<int>(Glyph::Moon) + 1);
        for (const QString& name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY2(text.contains("viewBox=\"0 0 16 16\""), qPrintable(name));
            QVERIFY2(text.contains("stroke-width=\"1.5\"") && text.count("stroke-width") == 1,
                     qPrintable(name));
            QVERIFY2(text.contains("stroke-linecap=\"round\""), qPrintable(name));
            QVERIFY2(text.contains("fill=\"none\"") && text.count("fill=") == 1, qPrintable(name));
            QVERIFY2(text.count("stroke=\"currentColor\"") == 1, qPrintable(name));
        }
    }

    void words_go_with_every_meaning() {
        QVERIFY(paint::words(Meaning::None).isEmpty());
        QVERIFY(paint::statusIcon(Meaning::None).isNull());
        QSet<QString> seen;
        for (const Meaning meaning : meanings) {
            QVERIFY(!paint::words(meaning).isEmpty());
            seen.insert(paint::words(meaning));
        }
        QCOMPARE(seen.size(), qsizetype{7});
    }
};

ANCHORSCOPE_UI_TEST(TestIcons)
#include "test_icons.moc"
