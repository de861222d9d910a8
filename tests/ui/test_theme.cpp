// Expected colours: the design's palette table and LOOK 3, 5, 8. Contrast: WCAG 2.1, relative luminance.
#include "qt_warnings.h"
#include "ui/paint/fonts.h"
#include <QFontDatabase>
#include <QFontInfo>
#include <QPushButton>
#include <cmath>

using namespace anchorscope;
using model::Meaning;
using paint::Ink;
using paint::Scheme;
using paint::Theme;

namespace {

constexpr Meaning meanings[] = {Meaning::Passed,     Meaning::NotFinal,    Meaning::Failed, Meaning::Warning,
                                Meaning::NotChecked, Meaning::CannotCheck, Meaning::Info};

double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
           0.0722 * linear(double(color.blueF()));
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

void readable(const QColor& ink, const QColor& ground, const char* what) {
    const double found = contrast(ink, ground);
    QVERIFY2(found >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(found)));
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void palette_is_the_designs_data() {
        QTest::addColumn<Ink>("ink");
        QTest::addColumn<QString>("light");
        QTest::addColumn<QString>("dark");
        const auto row = [](const char* name, Ink ink, const char* light, const char* dark) {
            QTest::newRow(name) << ink << QString::fromLatin1(light) << QString::fromLatin1(dark);
        };
        row("verified", Ink::Verified, "#0f715c", "#5fe8d0");
        row("not final", Ink::NotFinal, "#1051cb", "#4da3ff");
        row("warning", Ink::Warning, "#8a5f00", "#fac542");
        row("mismatch", Ink::Mismatch, "#9a1b08", "#f0714a");
        row("not checked", Ink::NotChecked, "#3f4650", "#8a97a6");
        row("window", Ink::Window, "#eff2f5", "#0f1215");
        row("panel", Ink::Panel, "#ffffff", "#16191d");
        row("header", Ink::Header, "#f4f6f8", "#1e2227");
        row("line", Ink::Line, "#dce1e7", "#2b3138");
        row("text", Ink::Text, "#1b1f24", "#e6e8eb");
        row("secondary", Ink::SecondaryText, "#58616c", "#a0a9b4");
        row("accent", Ink::Accent, "#34618f", "#8fb8e8");
        row("selection", Ink::Selection, "#cfe3fa", "#22395a");
        row("band a", Ink::BandA, "#e3eaf2", "#26303b");
        row("band b", Ink::BandB, "#f6f8fa", "#1b2129");
        row("mismatch on a selected row", Ink::MismatchOnSelection, "#9a1b08", "#ff9673");
        row("disabled", Ink::DisabledText, "#9ba0a7", "#696f78");
    }
    void palette_is_the_designs() {
        QFETCH(Ink, ink);
        QFETCH(QString, light);
        QFETCH(QString, dark);
        QCOMPARE(Theme(Scheme::Light).color(ink).name(), light);
        QCOMPARE(Theme(Scheme::Dark).color(ink).name(), dark);
    }

    void banners_are_the_designs() {
        const Theme light(Scheme::Light), dark(Scheme::Dark);
        QCOMPARE(light.banner(Meaning::Passed).background.name(), QStringLiteral("#ddf3ee"));
        QCOMPARE(light.banner(Meaning::NotFinal).foreground.name(), QStringLiteral("#0b3a93"));
        QCOMPARE(light.banner(Meaning::Warning).background.name(), QStringLiteral("#fdf0d2"));
        QCOMPARE(light.banner(Meaning::Failed).background.name(), QStringLiteral("#9a1b08"));
        QCOMPARE(dark.banner(Meaning::Failed).foreground.name(), QStringLiteral("#1a0b05"));
        QCOMPARE(dark.banner(Meaning::NotChecked).background.name(), QStringLiteral("#2c323a"));
        QCOMPARE(dark.banner(Meaning::Passed).foreground.name(), QStringLiteral("#9cebd8"));
    }

    void lanes_repeat_after_four() {
        const Theme light(Scheme::Light), dark(Scheme::Dark);
        QCOMPARE(light.lane(0).name(), QStringLiteral("#0072b2"));
        QCOMPARE(light.lane(1).name(), QStringLiteral("#c44e00"));
        QCOMPARE(dark.lane(2).name(), QStringLiteral("#33c79a"));
        QCOMPARE(dark.lane(3).name(), QStringLiteral("#e29bc6"));
        QCOMPARE(light.lane(4), light.lane(1));
        QCOMPARE(light.lane(12), light.lane(3));
        QCOMPARE(light.lane(-1), light.lane(0));
    }

    void everything_can_be_read_data() {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
    }
    void everything_can_be_read() {
        QFETCH(Scheme, scheme);
        const Theme theme(scheme);
        for (const Ink ground : {Ink::Window, Ink::Panel, Ink::Header}) {
            for (const Ink ink : {Ink::Text, Ink::SecondaryText, Ink::Accent}) {
                readable(theme.color(ink), theme.color(ground), "text on a surface");
            }
            for (const Meaning meaning : meanings) {
                readable(theme.color(meaning), theme.color(ground), "status on a surface");
            }
        }
        for (const Meaning meaning : meanings) {
            readable(theme.banner(meaning).foreground, theme.banner(meaning).background, "banner");
            readable(theme.chip(meaning).foreground, theme.chip(meaning).background, "chip");
            readable(theme.colorOnSelection(meaning), theme.color(Ink::Selection),
                     "status on a selected row");
        }
        readable(theme.color(Ink::Text), theme.color(Ink::Selection), "selected row");
        readable(theme.color(Ink::SecondaryText), theme.color(Ink::Selection), "caption on a selected row");
        readable(theme.color(Ink::AccentText), theme.color(Ink::Accent), "filled button");
    }

    void mixing_is_exact() {
        QCOMPARE(paint::mixed(Qt::white, Qt::black, 0), QColor(Qt::white));
        QCOMPARE(paint::mixed(Qt::white, Qt::black, 1), QColor(Qt::black));
        QCOMPARE(paint::mixed(QColor(0, 100, 200), QColor(100, 0, 200), 0.25), QColor(25, 75, 200));
    }

    void scheme_follows_the_platform() {
        QPalette platform;
        platform.setColor(QPalette::Window, Qt::black);
        platform.setColor(QPalette::WindowText, Qt::white);
        QCOMPARE(Theme::systemScheme(platform), Scheme::Dark);
        platform.setColor(QPalette::Window, Qt::white);
        platform.setColor(QPalette::WindowText, Qt::black);
        QCOMPARE(Theme::systemScheme(platform), Scheme::Light);
    }

    void sheet_has_no_open_names() {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const QString sheet = Theme(scheme).styleSheet();
            QVERIFY(sheet.contains(Theme(scheme).color(Ink::Accent).name()));
            QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
        }
    }

    void applying_switches_the_program() {
        QPushButton button(QStringLiteral("Open"));
        button.resize(120, 28);
        for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
            ui::applyTheme(scheme);
            QCOMPARE(paint::theme().scheme(), scheme);
            QCOMPARE(QApplication::palette().color(QPalette::Window), Theme(scheme).color(Ink::Window));
            QCOMPARE(QApplication::palette().color(QPalette::Disabled, QPalette::Text),
                     Theme(scheme).color(Ink::DisabledText));
            QCOMPARE(button.grab().toImage().pixelColor(60, 4), Theme(scheme).color(Ink::Panel));
        }
    }

    void fonts_are_embedded() {
        QVERIFY(paint::loadFonts());
        QCOMPARE(QFontInfo(paint::font(paint::Type::Body)).family(), QStringLiteral("Noto Sans"));
        QCOMPARE(QFontInfo(paint::font(paint::Type::Mono)).family(), QStringLiteral("JetBrains Mono"));
        QVERIFY(QFontInfo(paint::font(paint::Type::Mono)).fixedPitch());
        QVERIFY(QFontInfo(paint::font(paint::Type::Verdict)).bold());
    }

    void sizes_are_the_looks() { // LOOK 2
        using paint::Type;
        QCOMPARE(paint::font(Type::Body).pixelSize(), 13);
        QCOMPARE(paint::font(Type::Caption).pixelSize(), 12);
        QCOMPARE(paint::font(Type::Small).pixelSize(), 11);
        QCOMPARE(paint::font(Type::Callout).pixelSize(), 15);
        QCOMPARE(paint::font(Type::Verdict).pixelSize(), 20);
        QCOMPARE(paint::font(Type::Title).pixelSize(), 30);
        QCOMPARE(paint::font(Type::Mono).pixelSize(), 12);
        QCOMPARE(paint::font(Type::MonoSmall).pixelSize(), 11);
    }

    void hex_is_never_shaped() {
        QVERIFY(paint::font(paint::Type::Mono).styleStrategy() & QFont::PreferNoShaping);
        const QFont sans = paint::hexSafe(paint::font(paint::Type::Body));
        QVERIFY(sans.styleStrategy() & QFont::PreferNoShaping);
        QVERIFY(!(paint::font(paint::Type::Body).styleStrategy() & QFont::PreferNoShaping));
        // JetBrains Mono would turn the x between digits into a multiplication sign.
        const QFontMetricsF metrics(paint::font(paint::Type::Mono));
        QCOMPARE(metrics.horizontalAdvance(QStringLiteral("0x9c")), 4 * metrics.horizontalAdvance(u'0'));
        QVERIFY(QApplication::font().styleStrategy() & QFont::PreferNoShaping);
    }
};

ANCHORSCOPE_UI_TEST(TestTheme)
#include "test_theme.moc"
