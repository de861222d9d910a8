// Pictures of the whole window on the offscreen platform, compared with those in tests/ui/baselines. What
// depends on the clock is fixed before the picture is taken. A few pixels may differ; where more do, the
// picture is written beside the build and named. ANCHORSCOPE_BASELINES=remake writes them anew (look at them
// before they are kept); ANCHORSCOPE_CONTACT_SHEET=file.png puts all on one sheet. At most 60 pictures: what
// varies by size, zoom and state beyond them is checked as geometry (ui.zoom, ui.accessible, ui.present).
#include "dialog_support.h"
#include "ui/present/present_view.h"
#include "ui/widgets/apply_zoom.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/translations.h"
#include "window_fixture.h"
#include <QDialog>
#include <QPainter>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTranslator>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int most_pictures = 60;
constexpr int channel_tolerance = 8;       ///< of 255
constexpr double pixel_tolerance = 0.0005; ///< share of pixels that may differ by more

/// How a picture comes about: a sample, then keys in the window, then perhaps a dialog of an action.
struct Scene {
    const char* name;
    const char* sample; ///< empty: the welcome page
    QList<QKeyCombination> keys;
    const char* dialog; ///< text of the action that opens it, without its mark
    double zoom = 1;
    bool mirrored = false, german = false;
    QSize size{1440, 900};
    bool dark_too = true;
};

const QList<Scene>& scenes() {
    static const QList<Scene> all{
        {"welcome", "", {}, nullptr},
        {"verified", "deep-reentry", {}, nullptr},
        {"mismatch", "tampered", {}, nullptr},
        {"unproven", "unanchored", {}, nullptr},
        {"late", "late", {}, nullptr},
        {"rollup-table", "rollup-table", {}, nullptr},
        {"malformed", "malformed", {}, nullptr},
        {"opaque", "opaque", {}, nullptr},
        {"sequence", "deep-reentry", {Qt::CTRL | Qt::Key_2}, nullptr},
        {"roots", "tampered", {Qt::CTRL | Qt::Key_3}, nullptr},
        {"replay", "tampered", {Qt::CTRL | Qt::Key_5}, nullptr},
        {"evidence", "deep-reentry", {Qt::CTRL | Qt::Key_I}, nullptr},
        {"present-step", "deep-reentry", {Qt::Key_F11, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right}, nullptr},
        {"present-verdict", "tampered", {Qt::Key_F11, Qt::Key_End}, nullptr},
        {"expectations", "tampered", {}, "Endpoints and expectations…"},
        {"settings", "tampered", {}, "Settings…"},
        {"report", "tampered", {}, "Report…"},
        {"go-to", "deep-reentry", {}, "Go to…"},
        {"small", "tampered", {}, nullptr, 1, false, false, {1024, 640}},
        {"zoom-150", "tampered", {}, nullptr, 1.5, false, false, {1920, 1080}},
        {"zoom-200", "deep-reentry", {}, nullptr, 2, false, false, {1920, 1080}, false},
        {"zoom-70", "tampered", {}, nullptr, 0.7, false, false, {1440, 900}, false},
        {"mirrored", "tampered", {}, nullptr, 1, true, false, {1440, 900}, false},
        {"german", "tampered", {}, nullptr, 1, false, true},
        {"german-welcome", "", {}, nullptr, 1, false, true, {1440, 900}, false},
        {"german-present",
         "tampered",
         {Qt::Key_F11, Qt::Key_End},
         nullptr,
         1,
         false,
         true,
         {1440, 900},
         false},
    };
    return all;
}

struct Shot {
    QString name;
    QImage image;
};
QList<Shot> sheet; ///< all pictures of this run, when a contact sheet is wanted

/// Times and durations by fixed ones.
void fixTimes(const WindowFixture& fixture) {
    auto* banner = fixture.find<ui::Banner>();
    ui::BannerText text = banner->text();
    static const QRegularExpression clock(u"\\d\\d:\\d\\d"_s), span(u"\\d+ ms"_s);
    text.checked.replace(clock, u"08:16"_s);
    banner->setText(text);
    for (auto* label : fixture.window.statusBar()->findChildren<ui::ElidedLabel*>()) {
        label->setText(label->text().replace(span, u"12 ms"_s));
    }
}

/// A file that is no sample: the tampered table cut short, or bytes of no format.
QString madeTable(const QTemporaryDir& folder, const QString& kind) {
    QFile table(u":/samples/tampered/table.hex"_s);
    QFile made(folder.filePath(u"table.hex"_s));
    if (!table.open(QIODevice::ReadOnly) || !made.open(QIODevice::WriteOnly)) {
        return {};
    }
    made.write(kind == u"malformed"_s ? table.readAll().first(2000)
                                      : QByteArray("0x") + QByteArray("c0ffee99").repeated(40));
    return made.fileName();
}

bool differs(QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) > channel_tolerance ||
           std::abs(qGreen(a) - qGreen(b)) > channel_tolerance ||
           std::abs(qBlue(a) - qBlue(b)) > channel_tolerance;
}

/// Share of pixels that differ; 1 where the sizes do.
double difference(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) {
        return 1;
    }
    qint64 count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            count += differs(a.pixel(x, y), b.pixel(x, y)) ? 1 : 0;
        }
    }
    return double(count) / (double(a.width()) * a.height());
}

QImage dialogPicture(WindowFixture& fixture, const QString& text) {
    QAction* action = actionNamed(fixture.window, text);
    if (action == nullptr) {
        return {};
    }
    action->trigger();
    QTest::qWait(60);
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (qobject_cast<QDialog*>(top) != nullptr && top->isVisible()) {
            if (const QPushButton* save = buttonNamed(*top, u"Save…"_s);
                save != nullptr) { // the report is being made
                (void)QTest::qWaitFor([save] { return save->isEnabled(); }, 20000);
                QTest::qWait(1000);
            }
            const QImage picture = top->grab().toImage();
            top->close();
            return picture;
        }
    }
    return {};
}

QImage pictureOf(const Scene& scene) {
    QTranslator german;
    if (scene.german && german.load(u":/i18n/anchorscope_de.qm"_s)) {
        QCoreApplication::installTranslator(&german);
    }
    QGuiApplication::setLayoutDirection(scene.mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    QImage picture;
    {
        const QTemporaryDir folder;
        WindowFixture fixture;
        fixture.window.resize(scene.size);
        const QString sample = QString::fromLatin1(scene.sample);
        const bool made = sample == u"malformed"_s || sample == u"opaque"_s;
        const bool opened =
            sample.isEmpty() || (made ? fixture.open(madeTable(folder, sample)) : fixture.openSample(sample));
        ui::applyZoom(scene.zoom);
        for (const QKeyCombination& key : scene.keys) {
            QWidget* to =
                fixture.window.focusWidget() != nullptr ? fixture.window.focusWidget() : &fixture.window;
            QTest::keyClick(to, key.key(), key.keyboardModifiers());
            QTest::qWait(20);
        }
        QTest::qWait(60);
        fixTimes(fixture);
        QTest::qWait(30); // laid out for the new words
        if (opened) {
            picture = scene.dialog != nullptr ? dialogPicture(fixture, QString::fromUtf8(scene.dialog))
                                              : fixture.window.grab().toImage();
        }
        ui::applyZoom(1);
    }
    QCoreApplication::removeTranslator(&german);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    return picture.convertToFormat(QImage::Format_RGB32);
}

QImage contactSheet() {
    constexpr int columns = 5, width = 480, height = 300, gap = 12, caption = 20;
    const int rows = static_cast<int>((sheet.size() + columns - 1) / columns);
    QImage out(columns * (width + gap) + gap, rows * (height + caption + gap) + gap, QImage::Format_RGB32);
    out.fill(Qt::gray);
    QPainter painter(&out);
    for (int i = 0; i < sheet.size(); ++i) {
        const QPoint at(gap + i % columns * (width + gap), gap + i / columns * (height + caption + gap));
        const QImage small =
            sheet[i].image.scaled(width, height, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        painter.drawText(QRect(at, QSize(width, caption)), Qt::AlignCenter, sheet[i].name);
        painter.drawImage(at + QPoint((width - small.width()) / 2, caption), small);
    }
    return out;
}

} // namespace

class TestBaselines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        startUi();
        ui::loadTranslations();
    }
    void cleanup() {
        ui::applyTheme(paint::Scheme::Light);
        (void)qtWarnings(); // other tests listen to them
    }
    void cleanupTestCase() {
        const QString file = qEnvironmentVariable("ANCHORSCOPE_CONTACT_SHEET");
        QVERIFY(file.isEmpty() || contactSheet().save(file));
    }

    void picture_data() {
        QTest::addColumn<int>("scene");
        QTest::addColumn<bool>("dark");
        int count = 0;
        for (int i = 0; i < scenes().size(); ++i) {
            QTest::addRow("%s-light", scenes()[i].name) << i << false;
            ++count;
            if (scenes()[i].dark_too) {
                QTest::addRow("%s-dark", scenes()[i].name) << i << true;
                ++count;
            }
        }
        QVERIFY(count <= most_pictures);
    }
    void picture() {
        QFETCH(int, scene);
        QFETCH(bool, dark);
        ui::applyTheme(dark ? paint::Scheme::Dark : paint::Scheme::Light);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QImage now = pictureOf(scenes()[scene]);
        QVERIFY2(!now.isNull(), "no picture: the case did not open, or the action is gone");
        if (!qEnvironmentVariableIsEmpty("ANCHORSCOPE_CONTACT_SHEET")) {
            sheet.append({name, now});
        }
        const QDir folder(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/tests/ui/baselines"));
        const QString kept = folder.filePath(name + u".png"_s);
        if (qEnvironmentVariable("ANCHORSCOPE_BASELINES") == u"remake"_s) {
            QVERIFY(now.save(kept));
            return;
        }
        if (folder.entryList({u"*.png"_s}).isEmpty()) { // none kept would be none compared
            QFAIL("no picture is kept here; ANCHORSCOPE_BASELINES=remake makes them");
        }
        const QImage before = QImage(kept).convertToFormat(QImage::Format_RGB32);
        const double share = before.isNull() ? 1 : difference(before, now);
        if (share > pixel_tolerance) {
            const QString beside = QDir::current().filePath(u"baseline-"_s + name + u".png"_s);
            (void)now.save(beside);
            QFAIL(qPrintable(u"%1 % of the pixels differ from %2; now: %3"_s.arg(share * 100, 0, 'f', 3)
                                 .arg(kept, beside)));
        }
    }
};

ANCHORSCOPE_UI_TEST(TestBaselines)
#include "test_baselines.moc"
