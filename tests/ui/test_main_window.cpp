// The window as a whole: welcome, menus, keys, theme, clipboard, drops.
#include "window_fixture.h"
#include <QClipboard>
#include <QDropEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

QAction* actionNamed(const QWidget& window, const QString& text) {
    for (QAction* action : window.findChildren<QAction*>()) {
        if (QString(action->text()).remove(u'&') == text) {
            return action;
        }
    }
    return nullptr;
}

QAbstractButton* buttonNamed(const QWidget* parent, const QString& start) {
    for (QAbstractButton* button : parent->findChildren<QAbstractButton*>()) {
        if (button->text().startsWith(start) || button->accessibleName().startsWith(start)) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void welcomeOpensASample() {
        test::WindowFixture fixture;
        QVERIFY(fixture.find<ui::Welcome>()->isVisible());
        QVERIFY(!fixture.find<ui::Banner>()->isVisible());
        fixture.shot(u"welcome-light"_s);
        auto* card = buttonNamed(fixture.find<ui::Welcome>(), u"Deep re-entry"_s);
        QVERIFY(card);
        QTest::mouseClick(card, Qt::LeftButton);
        QVERIFY(fixture.settle());
        QVERIFY(fixture.banner().headline.startsWith(u"Verified"_s));
        QVERIFY(fixture.banner().headline.contains(u"pinned: sample"_s));
        QVERIFY(fixture.find<ui::TreeView>()->isVisible());
        QVERIFY(fixture.window.windowTitle().startsWith(u"Deep re-entry"_s));
    }

    void theFirstPaintIsSoon() {
        QElapsedTimer timer;
        timer.start();
        test::WindowFixture fixture;
        QVERIFY2(timer.elapsed() < 1500, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    }

    void themesSwitchAndAreRemembered() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        actionNamed(fixture.window, u"Dark"_s)->trigger();
        QCOMPARE(paint::theme().scheme(), paint::Scheme::Dark);
        QCOMPARE(fixture.settings.get(model::Setting::Theme).toString(), u"dark"_s);
        const QImage image = fixture.find<ui::TreeView>()->viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() - 4, image.height() - 4),
                 paint::theme().color(paint::Ink::Panel));
        actionNamed(fixture.window, u"Light"_s)->trigger();
        QCOMPARE(paint::theme().scheme(), paint::Scheme::Light);
    }

    void f6GoesThroughThePanes() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        fixture.window.activateWindow();
        const QList<QWidget*> panes = fixture.find<ui::CaseView>()->panes();
        QCOMPARE(panes.size(), 5);
        panes.first()->setFocus();
        for (qsizetype i = 1; i <= panes.size(); ++i) {
            QTest::keyClick(&fixture.window, Qt::Key_F6);
            QCOMPARE(fixture.window.focusWidget(), panes.at(i % panes.size()));
        }
        QTest::keyClick(&fixture.window, Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(fixture.window.focusWidget(), panes.last());
    }

    void verdictAndValuesAreCopied() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        actionNamed(fixture.window, u"Copy verdict"_s)->trigger();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(fixture.banner().headline), qPrintable(text));
        for (std::size_t i = 0; i < verify::rung_count; ++i) {
            const std::string_view rung = verify::name(static_cast<verify::RungId>(i));
            QVERIFY2(text.contains(QLatin1String(rung.data(), static_cast<qsizetype>(rung.size()))),
                     rung.data());
        }
        QVERIFY(!text.contains(QChar(0x1b))); // no terminal colours
        fixture.selection()->chooseField({}, ByteRange{0, 4});
        fixture.find<ui::HexView>()->setFocus();
        actionNamed(fixture.window, u"Copy value"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().size(), 2 + 2 * 4);
    }

    void clipboardTextIsATable() {
        test::WindowFixture fixture;
        QFile file(u":/samples/deep-reentry/table.hex"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QGuiApplication::clipboard()->setText(QString::fromLatin1(file.readAll()));
        actionNamed(fixture.window, u"Open from clipboard"_s)->trigger();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session.parts().table);
        QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::unproven);
    }

    void policyIsChosenInTheBanner() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        Q_EMIT fixture.find<ui::Banner>()->policyChosen(u"final"_s);
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session.options().policy, verify::Policy::final_);
        QCOMPARE(fixture.session.parts().report->verdict,
                 verify::Verdict::unproven); // finality is not read offline
        QVERIFY(actionNamed(fixture.window, u"Final: and the block is final"_s)->isChecked());
        QCOMPARE(fixture.settings.get(model::Setting::Policy).toString(), u"final"_s);
    }

    void panelsCanBeHidden() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        QAction* toggle = actionNamed(fixture.window, u"Details"_s);
        QVERIFY(toggle);
        toggle->trigger();
        QVERIFY(!fixture.find<ui::CaseView>()->panel(ui::CaseView::Part::Details)->isVisible());
        QCOMPARE(fixture.find<ui::CaseView>()->panes().size(), 4);
        toggle->trigger();
        QVERIFY(fixture.find<ui::CaseView>()->panel(ui::CaseView::Part::Details)->isVisible());
    }

    void droppedFilesOpenOrAreAttached() {
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(u":/samples/deep-reentry/table.hex"_s, folder.filePath(u"my.hex"_s)));
        QVERIFY(QFile::copy(u":/samples/deep-reentry/envelope.json"_s, folder.filePath(u"my.json"_s)));
        test::WindowFixture fixture;
        const auto drop = [&](const QString& name) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(folder.filePath(name))});
            QDragEnterEvent enter({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(&fixture.window, &enter);
            QVERIFY(enter.isAccepted());
            fixture.shot(u"drop-"_s + name);
            QDropEvent event({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(&fixture.window, &event);
            QVERIFY(fixture.settle());
        };
        drop(u"my.hex"_s);
        QVERIFY(fixture.session.parts().table);
        QVERIFY(!fixture.session.parts().request->envelope);
        drop(u"my.json"_s);
        QVERIFY(fixture.session.parts().request->envelope);
        QCOMPARE(fixture.settings.recent().size(), 1);
    }

    void closingGoesBackToTheWelcomePage() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        actionNamed(fixture.window, u"Close case"_s)->trigger();
        QVERIFY(fixture.find<ui::Welcome>()->isVisible());
        QVERIFY(!fixture.find<ui::Banner>()->isVisible());
        QVERIFY(!actionNamed(fixture.window, u"Verify again"_s)->isEnabled());
    }

    void everythingThatTakesTheFocusHasAName() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        QStringList nameless;
        for (const QWidget* widget : fixture.find<ui::CaseView>()->findChildren<QWidget*>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
                widget->accessibleName().isEmpty() && widget->objectName() != u"qt_spinbox_lineedit"_s) {
                nameless += QString::fromLatin1(widget->metaObject()->className()) + u" in "_s +
                            QString::fromLatin1(widget->parentWidget()->metaObject()->className());
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
    }
};

ANCHORSCOPE_UI_TEST(TestMainWindow)
#include "test_main_window.moc"
