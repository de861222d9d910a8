// For everyone: every widget that takes the focus has a name and a role, Tab reaches all of them and is
// trapped by none, texts have room in mirrored windows and on dense screens.
#include "dialog_support.h"
#include "text_fits.h"
#include "window_fixture.h"
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QDialog>
#include <QMenuBar>
#include <QProcess>
#include <QSet>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Parts of Qt's own widgets: their owner speaks for them.
bool isInner(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    const QString name = widget.objectName();
    return name.startsWith("qt_"_L1) || qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           (parent != nullptr && parent->inherits("QComboBox")) || widget.inherits("QComboBoxListView");
}

bool takesFocus(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && widget.focusPolicy() != Qt::NoFocus &&
           !isInner(widget);
}

bool takesTab(const QWidget& widget) {
    return takesFocus(widget) && (widget.focusPolicy() & Qt::TabFocus) != 0 &&
           !widget.visibleRegion().isEmpty() && widget.focusProxy() == nullptr;
}

bool isNamedRole(QAccessible::Role role) {
    return role != QAccessible::NoRole && role != QAccessible::Client && role != QAccessible::Window;
}

/// What a reader of the screen would stumble over, one line each.
QStringList namelessWidgets(const QWidget& window) {
    QStringList found;
    QList<QWidget*> all = window.findChildren<QWidget*>();
    for (QWidget* each : all) {
        if (!takesFocus(*each)) {
            continue;
        }
        QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(each);
        const QString name = seen != nullptr ? seen->text(QAccessible::Name) : QString();
        const auto role = seen != nullptr ? seen->role() : QAccessible::NoRole;
        if (name.isEmpty() || !isNamedRole(role)) {
            found += u"%1 (%2) in %3: role %4"_s
                         .arg(nameOf(*each), each->objectName(),
                              QLatin1String(each->parentWidget()->metaObject()->className()))
                         .arg(static_cast<int>(role));
        }
    }
    return found;
}

/// Widgets that Tab reaches from where the focus is, until it is there again.
QSet<const QWidget*> tabRound(QWidget& window, bool& closed) {
    QSet<const QWidget*> met;
    const QWidget* first = nullptr;
    constexpr int most = 600;
    closed = false;
    for (int i = 0; i < most; ++i) {
        QWidget* at = window.focusWidget() != nullptr ? window.focusWidget() : &window;
        QTest::keyClick(at, Qt::Key_Tab);
        const QWidget* now = window.focusWidget();
        if (now == nullptr) {
            continue;
        }
        if (first == nullptr) {
            first = now;
        } else if (now == first) {
            closed = true;
            break;
        }
        met.insert(now);
    }
    met.insert(first);
    return met;
}

QStringList unreached(QWidget& window) {
    bool closed = false;
    const QSet<const QWidget*> met = tabRound(window, closed);
    QStringList missing;
    if (!closed) {
        missing += u"Tab does not come round: trapped at %1"_s.arg(
            window.focusWidget() != nullptr ? nameOf(*window.focusWidget()) : QString());
    }
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        if (takesTab(*each) && each->window() == &window && !met.contains(each)) {
            missing += nameOf(*each);
        }
    }
    return missing;
}

/// Visible siblings that lie over each other, but for layers that are meant to.
QStringList overlaps(const QWidget& window) {
    QStringList found;
    QList<const QWidget*> parents{&window};
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        parents.append(each);
    }
    for (const QWidget* parent : parents) {
        QList<const QWidget*> children;
        for (const QObject* object : parent->children()) {
            const auto* child = qobject_cast<const QWidget*>(object);
            if (child != nullptr && child->isVisible() && !child->isWindow() &&
                !child->testAttribute(Qt::WA_TransparentForMouseEvents) && !isInner(*child)) {
                children.append(child);
            }
        }
        for (qsizetype i = 0; i < children.size(); ++i) {
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                const QRect both = children[i]->geometry() & children[j]->geometry();
                const bool header =
                    children[i]->inherits("QHeaderView") || children[j]->inherits("QHeaderView");
                if (both.width() > 1 && both.height() > 1 && !header) {
                    found += nameOf(*children[i]) + u" | "_s + nameOf(*children[j]);
                }
            }
        }
    }
    return found;
}

/// Each dialog that an action of the window opens, by the action's "…".
template<class Do>
void forEachDialog(WindowFixture& fixture, Do act) {
    for (QAction* action : fixture.window.findChildren<QAction*>()) {
        const QString text = QString(action->text()).remove(u'&');
        const bool files = text.startsWith("Open…"_L1) || text.startsWith("Attach"_L1) ||
                           text.startsWith("Save case"_L1) ||
                           text.startsWith("Names"_L1); // Qt's dialog of files
        if (!text.endsWith(u'…') || files || !action->isEnabled() || action->menu() != nullptr) {
            continue;
        }
        const auto before = QApplication::topLevelWidgets();
        action->trigger();
        QTest::qWait(40);
        for (QWidget* top : QApplication::topLevelWidgets()) {
            auto* dialog = qobject_cast<QDialog*>(top);
            if (dialog != nullptr && dialog->isVisible() && !before.contains(top)) {
                act(*dialog, text);
                dialog->close();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                break;
            }
        }
    }
}

} // namespace

class TestAccessible : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startUi(); }
    void cleanup() {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(qtWarnings(), QStringList());
    }

    void everythingHasANameAndARole_data() {
        QTest::addColumn<QString>("sample");
        for (const char* sample : {"", "deep-reentry", "tampered", "unanchored"}) {
            QTest::newRow(*sample == '\0' ? "welcome" : sample) << QString::fromLatin1(sample);
        }
    }
    void everythingHasANameAndARole() {
        QFETCH(QString, sample);
        WindowFixture fixture;
        QVERIFY(sample.isEmpty() || fixture.openSample(sample));
        QCOMPARE(namelessWidgets(fixture.window).join(u'\n'), QString());
        if (!sample.isEmpty()) {
            for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_I}) {
                QTest::keyClick(&fixture.window, page, Qt::ControlModifier);
                QTest::qWait(20);
                QCOMPARE(namelessWidgets(fixture.window).join(u'\n'), QString());
            }
        }
        QTest::keyClick(&fixture.window, Qt::Key_F11);
        QCOMPARE(namelessWidgets(fixture.window).join(u'\n'), QString());
    }

    void dialogsToo() {
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        QStringList nameless, traps, cut;
        int count = 0;
        forEachDialog(fixture, [&](QDialog& dialog, const QString& action) {
            ++count;
            for (const QString& each : namelessWidgets(dialog)) {
                nameless += action + u": "_s + each;
            }
            for (const QString& each : unreached(dialog)) {
                traps += action + u": "_s + each;
            }
            for (const QString& each : cutTexts(dialog)) {
                cut += action + u": "_s + each;
            }
        });
        QVERIFY(count >= 5);
        QCOMPARE(nameless.join(u'\n'), QString());
        QCOMPARE(traps.join(u'\n'), QString());
        QCOMPARE(cut.join(u'\n'), QString());
    }

    void tabReachesEverything_data() { everythingHasANameAndARole_data(); }
    void tabReachesEverything() {
        QFETCH(QString, sample);
        WindowFixture fixture;
        QVERIFY(sample.isEmpty() || fixture.openSample(sample));
        QCOMPARE(unreached(fixture.window).join(u'\n'), QString());
    }

    void theVerdictIsHeard() {
        WindowFixture fixture;
        const QSignalSpy heard(fixture.find<ui::Banner>(), &ui::Banner::announced);
        QVERIFY(fixture.openSample(u"tampered"_s));
        QVERIFY(!heard.isEmpty());
        QVERIFY(heard.last().first().toString().startsWith(u"Mismatch"_s));
        QAccessibleInterface* banner = QAccessible::queryAccessibleInterface(fixture.find<ui::Banner>());
        QCOMPARE(banner->role(), QAccessible::AlertMessage);
        QVERIFY(banner->text(QAccessible::Name).startsWith(u"Mismatch"_s));
    }

    void mirrored_data() { everythingHasANameAndARole_data(); }
    void mirrored() {
        QFETCH(QString, sample);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        WindowFixture fixture;
        QVERIFY(sample.isEmpty() || fixture.openSample(sample));
        QTest::qWait(40);
        fixture.shot(u"mirrored-"_s + (sample.isEmpty() ? u"welcome"_s : sample));
        QCOMPARE(cutTexts(fixture.window).join(u'\n'), QString());
        QCOMPARE(overlaps(fixture.window).join(u'\n'), QString());
        QTest::keyClick(&fixture.window, Qt::Key_F11);
        fixture.shot(u"mirrored-present-"_s + (sample.isEmpty() ? u"welcome"_s : sample));
    }

    /// Dense screens, each in a process of its own: Qt reads the factor once.
    void denseScreens_data() {
        QTest::addColumn<QByteArray>("factor");
        QTest::newRow("1.5") << QByteArray("1.5");
        QTest::newRow("2") << QByteArray("2");
    }
    void denseScreens() {
        QFETCH(QByteArray, factor);
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_SCALE_FACTOR"_s, QString::fromLatin1(factor));
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {u"onADenseScreen"_s});
        QVERIFY(child.waitForFinished(60000));
        QVERIFY2(child.exitCode() == 0, child.readAll());
    }
    void onADenseScreen() {
        const double factor = qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s).toDouble();
        if (factor == 1) {
            QSKIP("run by denseScreens");
        }
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        fixture.shot(u"dense-%1"_s.arg(factor));
        const QPixmap picture = fixture.window.grab();
        QCOMPARE(picture.devicePixelRatio(), factor);
        QCOMPARE(picture.size(), (QSizeF(fixture.window.size()) * factor).toSize());
        QCOMPARE(cutTexts(fixture.window).join(u'\n'), QString());
        // Drawn at that density, not blown up: neighbouring pixels differ within what would be one.
        const QImage image = picture.toImage();
        int sharp = 0;
        for (int y = 0; y + 1 < image.height(); y += 2) {
            for (int x = 0; x + 1 < image.width(); x += 2) {
                sharp += image.pixel(x, y) != image.pixel(x + 1, y) ? 1 : 0;
            }
        }
        QVERIFY2(sharp > 5000, qPrintable(QString::number(sharp)));
    }
};

ANCHORSCOPE_UI_TEST(TestAccessible)
#include "test_accessible.moc"
