// The window's zoom: everything grows together, nothing is cut, and going there and back changes nothing.
#include "dialog_support.h"
#include "text_fits.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/expectations_dialog.h"
#include "ui/dialogs/find_anchor_dialog.h"
#include "ui/dialogs/profiles_dialog.h"
#include "ui/paint/scale.h"
#include "ui/views/status_delegate.h"
#include "ui/widgets/apply_zoom.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/ladder_layout.h"
#include "window_fixture.h"
#include <QRegularExpression>
#include <QScrollBar>
#include <QStatusBar>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace Qt::StringLiterals;

namespace {

struct Shape {
    QString name;
    QRect at;
};

/// How long a run took is another time's number, and its words' width with it.
void fixDurations(const WindowFixture& fixture) {
    static const QRegularExpression span(QStringLiteral("\\d+ ms"));
    for (auto* label : fixture.window.statusBar()->findChildren<ui::ElidedLabel*>()) {
        label->setText(label->text().replace(span, QStringLiteral("12 ms")));
    }
    QTest::qWait(30);
}

/// Every widget below, in the order of their making.
QList<Shape> shapes(const QWidget& window) {
    QList<Shape> found;
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        if (each->isVisible()) {
            found.append({nameOf(*each), each->geometry()});
        }
    }
    return found;
}

bool isNear(const QRect& a, const QRect& b, int tolerance) {
    return qAbs(a.x() - b.x()) <= tolerance && qAbs(a.y() - b.y()) <= tolerance &&
           qAbs(a.width() - b.width()) <= tolerance && qAbs(a.height() - b.height()) <= tolerance;
}

/// The first widgets in which the lists differ by more than some pixels.
QString firstDifference(const QList<Shape>& a, const QList<Shape>& b, int tolerance = 0) {
    QStringList told;
    for (qsizetype i = 0; i < qMax(a.size(), b.size()) && told.size() < 4; ++i) {
        const Shape left = a.value(i), right = b.value(i);
        if (left.name != right.name || !isNear(left.at, right.at, tolerance)) {
            QString one;
            QDebug(&one) << left.name << left.at << right.name << right.at;
            told += one;
        }
    }
    return told.join(u'\n');
}

void scrollToTops(const QWidget& window) {
    for (auto* view : window.findChildren<QAbstractItemView*>()) {
        view->scrollToTop();
    }
}

/// Where two pictures differ.
QRect differing(const QImage& a, const QImage& b) {
    QRect found;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y)) {
                found |= QRect(x, y, 1, 1);
            }
        }
    }
    return found;
}

} // namespace

class TestZoom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startUi(); }
    void cleanup() {
        ui::applyZoom(1);
        QCOMPARE(qtWarnings(), QStringList());
    }

    void measuresGrow() {
        QCOMPARE(int{ui::RowMetrics::height}, 28);
        ui::applyZoom(1.5);
        QCOMPARE(int{ui::RowMetrics::height}, 42);
        QCOMPARE(paint::font(paint::Type::Body).pixelSize(), 20);
        QCOMPARE(QApplication::font().pixelSize(), 20);
        QVERIFY(qApp->styleSheet().contains("padding: 3px 9px 0"_L1) == false);
        QVERIFY(qApp->styleSheet().contains("1px solid"_L1)); // lines stay lines
        ui::applyZoom(99);
        QCOMPARE(paint::zoom(), paint::rules::greatest_zoom);
        ui::applyZoom(0);
        QCOMPARE(paint::zoom(), paint::rules::least_zoom);
    }

    void steps() {
        QCOMPARE(ui::nextZoomStep(100, 1), 110);
        QCOMPARE(ui::nextZoomStep(100, -1), 90);
        QCOMPARE(ui::nextZoomStep(103, 1), 110);
        QCOMPARE(ui::nextZoomStep(103, -1), 100);
        QCOMPARE(ui::nextZoomStep(250, 1), 250);
        QCOMPARE(ui::nextZoomStep(70, -1), 70);
    }

    void thereAndBack_data() {
        QTest::addColumn<double>("zoom");
        for (const int percent : {70, 150, 200}) {
            QTest::addRow("%d", percent) << percent / 100.0;
        }
    }
    void thereAndBack() {
        QFETCH(double, zoom);
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        scrollToTops(fixture.window); // what was out of reach for a while is not scrolled back to
        const QList<Shape> before = shapes(fixture.window);
        const QImage picture = fixture.window.grab().toImage();
        const ui::Choice choice = fixture.selection()->choice();
        ui::applyZoom(zoom);
        QTest::qWait(50);
        QVERIFY(!firstDifference(shapes(fixture.window), before).isEmpty());
        QCOMPARE(fixture.selection()->choice(), choice);
        fixture.shot(u"zoom-%1"_s.arg(qRound(zoom * 100)));
        ui::applyZoom(1);
        fixture.window.resize(1440, 900);
        QTest::qWait(50);
        QCOMPARE(firstDifference(shapes(fixture.window), before), QString());
        scrollToTops(fixture.window);
        const QImage after = fixture.window.grab().toImage();
        if (after != picture) { // for whoever looks into it
            picture.save(QDir::tempPath() + u"/zoom-before.png"_s);
            after.save(QDir::tempPath() + u"/zoom-after.png"_s);
        }
        QCOMPARE(differing(after, picture), QRect());
    }

    void nothingIsCut_data() {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QString>("sample");
        for (const int percent : {70, 100, 150, 200}) {
            for (const char* sample : {"tampered", "deep-reentry", ""}) {
                QTest::addRow("%d %s", percent, sample) << percent / 100.0 << QString::fromLatin1(sample);
            }
        }
    }
    void nothingIsCut() {
        QFETCH(double, zoom);
        QFETCH(QString, sample);
        ui::applyZoom(zoom);
        WindowFixture fixture;
        if (zoom > 1.5) {
            fixture.window.resize(1920, 1080);
        }
        QVERIFY(sample.isEmpty() || fixture.openSample(sample));
        QTest::qWait(50);
        fixture.shot(u"whole-%1-%2"_s.arg(sample.isEmpty() ? u"welcome"_s : sample).arg(qRound(zoom * 100)));
        QCOMPARE(cutTexts(fixture.window).join(u'\n'), QString());
        if (!sample.isEmpty()) {
            const auto* ladder = fixture.find<ui::Ladder>();
            QVERIFY2(ladder->minimumSizeHint().width() <= ladder->width(), "the ladder is cut");
            QCOMPARE(ladder->height(), ladder->sizeHint().height());
        }
    }

    /// A measure that does not pass through paint::px stays behind when a window is made at another zoom.
    void madeThereAsBroughtThere() {
        QList<Shape> brought, made;
        {
            WindowFixture fixture;
            QVERIFY(fixture.openSample(u"tampered"_s));
            ui::applyZoom(1.5);
            fixture.window.resize(1600, 1000);
            QTest::qWait(50);
            fixDurations(fixture);
            brought = shapes(fixture.window);
        }
        {
            WindowFixture fixture;
            QVERIFY(fixture.openSample(u"tampered"_s));
            fixture.window.resize(1600, 1000);
            QTest::qWait(50);
            fixDurations(fixture);
            made = shapes(fixture.window);
        }
        constexpr int rounding = 4; // measures are rounded one by one here, sums there
        QCOMPARE(firstDifference(brought, made, rounding), QString());
    }

    void dialogs_data() { thereAndBack_data(); }
    void dialogs() {
        QFETCH(double, zoom);
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        ui::applyZoom(zoom);
        for (const char* name :
             {"&Endpoints and expectations…", "Endpoint p&rofiles…", "&Find anchors on L1…", "&Anchor on L1…",
              "&Watch L1…", "Open from &L1…", "&About Anchorscope"}) {
            QAction* action = actionNamed(fixture.window, QString::fromUtf8(name).remove(u'&'));
            QVERIFY2(action != nullptr, name);
            action->trigger();
            QTest::qWait(30);
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr) {
                for (QWidget* top : QApplication::topLevelWidgets()) {
                    dialog = top->isVisible() && qobject_cast<QDialog*>(top) != nullptr
                                 ? qobject_cast<QDialog*>(top)
                                 : dialog;
                }
            }
            QVERIFY2(dialog != nullptr, name);
            shot(*dialog, u"dialog-%1-%2"_s.arg(dialog->windowTitle()).arg(qRound(zoom * 100)));
            QCOMPARE(cutTexts(*dialog).join(u'\n'), QString());
            dialog->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void keysAndSetting() {
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        QTest::keyClick(&fixture.window, Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(paint::zoom(), 1.1);
        QCOMPARE(fixture.settings.get(model::Setting::ZoomPercent).toInt(), 110);
        QTest::keyClick(&fixture.window, Qt::Key_Equal, Qt::ControlModifier);
        QCOMPARE(paint::zoom(), 1.25);
        QTest::keyClick(&fixture.window, Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(paint::zoom(), 1.1);
        QTest::keyClick(&fixture.window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(paint::zoom(), 1.0);
        QCOMPARE(fixture.settings.get(model::Setting::ZoomPercent).toInt(), 100);
    }

    void scrollAndFoldingStay() {
        WindowFixture fixture;
        fixture.window.resize(1440, 700);
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        const QModelIndex last = tree->indexAt(QPoint(300, tree->viewport()->height() - 10));
        tree->collapse(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        const bool folded = tree->isExpanded(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        tree->verticalScrollBar()->setValue(2);
        const int scrolled = tree->verticalScrollBar()->value();
        Q_UNUSED(last)
        ui::applyZoom(1.25);
        QTest::qWait(50);
        QCOMPARE(tree->verticalScrollBar()->value(), scrolled);
        QCOMPARE(tree->isExpanded(tree->model()->index(0, 0, tree->model()->index(0, 0))), folded);
        QCOMPARE(tree->visualRect(tree->model()->index(0, 0)).height(), paint::px(28));
    }
};

ANCHORSCOPE_UI_TEST(TestZoom)
#include "test_zoom.moc"
