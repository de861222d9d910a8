// Every dialog, light and dark, narrow and wide: nothing that is to be read is cut off, and whoever cannot
// see it is told what each field is. With ANCHORSCOPE_SHOTS the pictures are kept; QT_SCALE_FACTOR=1.5 gives
// the larger ones.
#include "tests/ui/dialog_support.h"
#include "ui/dialogs/expectations_dialog.h"
#include "ui/widgets/elided_label.h"
#include "window_fixture.h"
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

const QUrl with_key(u"https://node-with-a-long-name.example:8545/v3/0123456789abcdef"_s);

void putProfiles(model::EndpointBook& book) {
    const auto put = [&book](const QString& name, bool trusted, quint64 domain, std::optional<quint64> chain,
                             const QUrl& url) {
        QCOMPARE(book.put({}, {name, {}, trusted, domain, chain, model::KeyPlace::Keychain}, url), QString());
    };
    put(u"my node"_s, true, 0, 1, QUrl(u"http://127.0.0.1:8545"_s));
    put(u"archive of somebody"_s, false, 0, 1, with_key);
    put(u"rollup"_s, false, 7, 77005, QUrl(u"http://127.0.0.1:8546"_s));
}

/// What is wider than its place: labels that do not elide, buttons, check boxes, chosen entries of boxes.
QStringList cutOff(const QWidget& dialog) {
    QStringList out;
    for (const QWidget* each : dialog.findChildren<QWidget*>()) {
        if (!each->isVisible() || each->window() != &dialog) {
            continue;
        }
        QString text;
        int wanted = 0;
        if (const auto* button = qobject_cast<const QAbstractButton*>(each);
            button != nullptr && !button->text().isEmpty()) {
            text = button->text();
            wanted = button->sizeHint().width();
        } else if (const auto* label = qobject_cast<const QLabel*>(each);
                   label != nullptr && qobject_cast<const ui::ElidedLabel*>(each) == nullptr &&
                   !label->wordWrap()) {
            text = label->text();
            wanted = label->sizeHint().width();
        }
        const QRect inside(each->mapTo(&dialog, QPoint()), each->size());
        if (each->width() < wanted || (!text.isEmpty() && !dialog.rect().contains(inside))) {
            out += u"%1: %2 of %3 px"_s.arg(text).arg(each->width()).arg(wanted);
        }
    }
    return out;
}

/// Titles and captions of panels may be elided when narrow, not at the size in which a dialog comes up; a
/// user's own long addresses always may.
QStringList elided(const QWidget& dialog) {
    QStringList out;
    for (const auto* each : dialog.findChildren<ui::ElidedLabel*>()) {
        if (each->isVisible() && !each->text().contains(u"://"_s) &&
            each->width() < each->sizeHint().width()) {
            out += each->text();
        }
    }
    return out;
}

QStringList nameless(const QWidget& dialog) {
    QStringList out;
    for (const QWidget* each : dialog.findChildren<QWidget*>()) {
        const bool reached = each->isVisible() && (each->focusPolicy() & Qt::TabFocus) != 0;
        const auto* button = qobject_cast<const QAbstractButton*>(each);
        const bool named =
            !each->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        if (reached && !named && each->objectName() != u"qt_spinbox_lineedit"_s) {
            out += QString::fromLatin1(each->metaObject()->className());
        }
    }
    return out;
}

} // namespace

class TestDialogs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() {
        ui::applyTheme(paint::Scheme::Light);
        QCOMPARE(test::qtWarnings(), QStringList());
    }

    void nothingIsCutOff_data() {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("endpoints");
        for (const bool dark : {false, true}) {
            for (const bool endpoints : {false, true}) {
                for (const char* action :
                     {"Open from L1…", "Find anchors on L1…", "Anchor on L1…", "Watch L1…",
                      "Endpoint profiles…", "Endpoints and expectations…", "Expected digest…", "Pin a block…",
                      "Settings…", "About Anchorscope"}) {
                    const QString title = QString::fromUtf8(action);
                    QTest::newRow(
                        qPrintable(u"%1 %2 %3"_s
                                       .arg(title.left(title.indexOf(u' ', 6)), dark ? u"dark"_s : u"light"_s,
                                            endpoints ? u"online"_s : u"bare"_s)
                                       .replace(u' ', u'-')))
                        << title << dark << endpoints;
                }
            }
        }
    }
    void nothingIsCutOff() {
        QFETCH(QString, action);
        QFETCH(bool, dark);
        QFETCH(bool, endpoints);
        ui::applyTheme(dark ? paint::Scheme::Dark : paint::Scheme::Light);
        test::WindowFixture fixture;
        if (endpoints) {
            putProfiles(fixture.book);
            model::VerifyOptions options;
            options.endpoints = {{QUrl(u"http://127.0.0.1:8545"_s), true}, {with_key, false}};
            options.offline = true; // nobody is to be asked here
            fixture.session.setOptions(options);
        }
        QVERIFY(fixture.openSample(u"tampered"_s));
        test::actionNamed(fixture.window, action)->trigger();
        QDialog* dialog = nullptr;
        for (QDialog* each : fixture.window.findChildren<QDialog*>()) {
            dialog = each->isVisible() ? each : dialog;
        }
        QVERIFY(dialog);
        QTest::qWait(30); // layouts
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        test::shot(*dialog, u"dialog-%1"_s.arg(name));
        QCOMPARE(cutOff(*dialog), QStringList());
        QCOMPARE(elided(*dialog), QStringList());
        QCOMPARE(nameless(*dialog), QStringList());
        QVERIFY2(dialog->width() <= 1100 && dialog->height() <= 700, "a small screen");
        if (dialog->minimumWidth() == dialog->maximumWidth()) {
            return; // of one size
        }
        dialog->resize(dialog->minimumSizeHint().expandedTo({560, 420}));
        QTest::qWait(30);
        test::shot(*dialog, u"dialog-%1-narrow"_s.arg(name));
        QCOMPARE(cutOff(*dialog), QStringList());
        dialog->resize(1500, 900);
        QTest::qWait(30);
        test::shot(*dialog, u"dialog-%1-wide"_s.arg(name));
        QCOMPARE(cutOff(*dialog), QStringList());
    }
};

ANCHORSCOPE_UI_TEST(TestDialogs)
#include "test_dialogs.moc"
