// Several windows over one program: which window a case opens in, what is remembered between runs, and what
// fifty cases leave behind.
#include "dialog_support.h"
#include "model/session/samples.h"
#include "ui/views/case_view.h"
#include "window_list_fixture.h"
#include <QMenu>
#include <QPixmapCache>
#include <QPushButton>
#include <QSignalSpy>
#include <malloc.h>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using ui::MainWindow;

class TestWindows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void aSecondCaseOpensBesideTheFirst() {
        test::WindowListFixture fixture;
        fixture.list->begin({}, true);
        QCOMPARE(fixture.list->windows().size(), 1);
        MainWindow* first = fixture.list->windows().first();
        QCOMPARE(fixture.list->open(fixture.copyOf(u"deep-reentry"_s), first), first); // a welcome is used
        QVERIFY(fixture.settle(first));
        MainWindow* second = fixture.list->open(fixture.copyOf(u"tampered"_s), first);
        QVERIFY(second != first);
        QVERIFY(fixture.settle(second));
        QVERIFY(fixture.banner(first).headline.startsWith(u"Verified"_s));
        QVERIFY(fixture.banner(second).headline.startsWith(u"Mismatch"_s));
        QVERIFY(first->session() != second->session());
        QVERIFY(second->pos() != first->pos());
    }

    void aCaseThatIsOpenComesForward() {
        test::WindowListFixture fixture;
        const QString folder = fixture.copyOf(u"deep-reentry"_s);
        fixture.list->begin({}, true);
        MainWindow* first = fixture.list->open(folder);
        QVERIFY(fixture.settle(first));
        QSignalSpy runs(first->session(), &model::Session::finished);
        QCOMPARE(fixture.list->open(folder + u"/table.hex"_s, first), first);
        QVERIFY(QFile::link(folder, fixture.filePath(u"by another way"_s)));
        QCOMPARE(fixture.list->open(fixture.filePath(u"by another way"_s), first), first);
        QCOMPARE(fixture.list->windows().size(), 1);
        QTest::qWait(50);
        QVERIFY(runs.isEmpty()); // nothing was opened anew
    }

    void evidenceGoesToTheCaseThatIsOpen() {
        test::WindowListFixture fixture;
        const QString folder = fixture.copyOf(u"deep-reentry"_s);
        QVERIFY(QFile::rename(folder + u"/table.hex"_s, folder + u"/mine.hex"_s));
        fixture.list->begin({}, true);
        MainWindow* first = fixture.list->open(folder + u"/mine.hex"_s);
        QVERIFY(fixture.settle(first));
        QVERIFY(!first->session()->parts().request->envelope);
        QSignalSpy runs(first->session(), &model::Session::finished);
        fixture.list->open(folder + u"/envelope.json"_s, first);
        QTRY_COMPARE(runs.size(), 1);
        QVERIFY(first->session()->parts().request->envelope);
        QCOMPARE(fixture.list->windows().size(), 1);
    }

    void theCommandLineOpensAllItNames() {
        test::WindowListFixture fixture;
        const QString one = fixture.copyOf(u"deep-reentry"_s), two = fixture.copyOf(u"late"_s);
        QVERIFY(QFile::rename(one + u"/table.hex"_s, one + u"/mine.hex"_s));
        fixture.list->begin(
            {{one + u"/mine.hex"_s, two}, one + u"/envelope.json"_s, {one + u"/evidence.json"_s}, {}, {}},
            true);
        QCOMPARE(fixture.list->windows().size(), 2);
        for (MainWindow* window : fixture.list->windows()) {
            QVERIFY(fixture.settle(window));
        }
        QTRY_VERIFY(fixture.banner(fixture.list->windows()[0]).headline.startsWith(u"Verified"_s));
        QVERIFY(fixture.banner(fixture.list->windows()[1]).headline.startsWith(u"Mismatch"_s));
    }

    void theMenuListsTheWindows() {
        test::WindowListFixture fixture;
        fixture.list->begin({{u":/samples/tampered"_s}, {}, {}, {}, {}}, true);
        MainWindow* first = fixture.list->windows().first();
        QVERIFY(fixture.settle(first));
        test::actionNamed(*first, u"New window"_s)->trigger();
        QCOMPARE(fixture.list->windows().size(), 2);
        QMenu menu;
        fixture.list->fillMenu(&menu, first);
        QCOMPARE(menu.actions().size(), 2);
        QVERIFY(menu.actions()[0]->text().contains(u"Tampered table"_s));
        QVERIFY(menu.actions()[1]->text().contains(u"Welcome"_s));
        QVERIFY(menu.actions()[0]->isChecked() && !menu.actions()[1]->isChecked());
        fixture.list->windows()[1]->close();
        QTRY_COMPARE(fixture.list->windows().size(), 1);
    }

    void openHereReplacesTheCase() {
        test::WindowListFixture fixture;
        fixture.list->begin({{u":/samples/tampered"_s}, {}, {}, {}, {}}, true);
        MainWindow* first = fixture.list->windows().first();
        QVERIFY(fixture.settle(first));
        first->open(u":/samples/deep-reentry"_s);
        QTRY_VERIFY(fixture.banner(first).headline.startsWith(u"Verified"_s));
        QCOMPARE(fixture.list->windows().size(), 1);
        QVERIFY(test::actionNamed(*first, u"Open in this window…"_s)->isEnabled());
    }

    void whatWasOpenComesBack() {
        test::WindowListFixture fixture;
        const QString one = fixture.copyOf(u"deep-reentry"_s), two = fixture.copyOf(u"tampered"_s);
        fixture.list->begin({{one, two}, {}, {}, {}, {}}, true);
        QVERIFY(fixture.settle(fixture.list->windows()[0]) && fixture.settle(fixture.list->windows()[1]));
        auto* view = fixture.list->windows()[0]->findChild<ui::CaseView*>();
        view->selection()->chooseNode(5);
        view->showTreePage(ui::CaseView::RootsTab);
        fixture.list->windows()[1]->openBytes("0x11223344", u"clipboard"_s); // not to be kept
        QVERIFY(fixture.settle(fixture.list->windows()[1]));
        fixture.list->open(two);
        fixture.list->quit();
        QTRY_VERIFY(fixture.list->windows().isEmpty());
        QMetaObject::invokeMethod(qApp, "aboutToQuit"); // as the application says it at its end
        fixture.restart();
        fixture.list->begin({}, true);
        QCOMPARE(fixture.list->windows().size(), 2);
        MainWindow* first = fixture.list->windows()[0];
        QVERIFY(fixture.settle(first) && fixture.settle(fixture.list->windows()[1]));
        QVERIFY(first->session()->files().table.startsWith(one));
        QVERIFY(fixture.list->windows()[1]->session()->files().table.startsWith(two));
        view = first->findChild<ui::CaseView*>();
        QCOMPARE(view->selection()->choice().node, std::optional<quint32>(5));
        QCOMPARE(first->openCase().page, int{ui::CaseView::RootsTab});
        QVERIFY(!first->findChild<ui::NoticeBar*>()->isVisible());
    }

    void anotherTableUnderTheNameTakesNoPlace() {
        test::WindowListFixture fixture;
        const QString one = fixture.copyOf(u"deep-reentry"_s);
        fixture.list->begin({{one}, {}, {}, {}, {}}, true);
        MainWindow* first = fixture.list->windows().first();
        QVERIFY(fixture.settle(first));
        model::OpenCase state = first->openCase();
        QVERIFY(!state.sha256.isEmpty());
        state.sha256 = u"0x00"_s;
        state.node = 7;
        first->restoreCase(state);
        QVERIFY(fixture.settle(first));
        QVERIFY(first->findChild<ui::CaseView*>()->selection()->choice().node != std::optional<quint32>(7));
    }

    void afterACrashItAsks() {
        test::WindowListFixture fixture;
        const QString one = fixture.copyOf(u"deep-reentry"_s);
        fixture.list->begin({{one}, {}, {}, {}, {}}, true);
        QVERIFY(fixture.settle(fixture.list->windows().first()));
        QTRY_VERIFY(!model::stateFrom(fixture.settings.get(model::Setting::OpenCases).toString()).isEmpty());
        fixture.restart(); // without aboutToQuit: the end was none
        fixture.list->begin({}, true);
        QCOMPARE(fixture.list->windows().size(), 1);
        MainWindow* first = fixture.list->windows().first();
        QVERIFY(!first->isCaseOpen()); // nothing by itself
        auto* notice = first->findChild<ui::NoticeBar*>();
        QVERIFY(notice->isVisible());
        QVERIFY(notice->notice().text.contains(u"did not end properly"_s));
        QCOMPARE(notice->notice().lines.size(), 1);
        test::shot(*first, u"windows-after-a-crash-light"_s);
        QTest::mouseClick(test::buttonNamed(*notice, u"Open it again"_s), Qt::LeftButton);
        QVERIFY(fixture.settle(first));
        QVERIFY(!notice->isVisible());
        QVERIFY(fixture.banner(first).headline.startsWith(u"Verified"_s));
    }

    void restoringCanBeDeclined_data() {
        QTest::addColumn<bool>("setting");
        QTest::addColumn<bool>("option");
        QTest::newRow("by the setting") << false << true;
        QTest::newRow("by the command line") << true << false;
    }
    void restoringCanBeDeclined() {
        QFETCH(bool, setting);
        QFETCH(bool, option);
        test::WindowListFixture fixture;
        fixture.list->begin({{fixture.copyOf(u"late"_s)}, {}, {}, {}, {}}, true);
        QVERIFY(fixture.settle(fixture.list->windows().first()));
        fixture.list->quit();
        QMetaObject::invokeMethod(qApp, "aboutToQuit");
        fixture.settings.set(model::Setting::RestoreCases, setting);
        fixture.restart();
        fixture.list->begin({}, option);
        QCOMPARE(fixture.list->windows().size(), 1);
        QVERIFY(!fixture.list->windows().first()->isCaseOpen());
    }

    void filesThatAreGoneAreTold() {
        test::WindowListFixture fixture;
        const QString one = fixture.copyOf(u"late"_s);
        fixture.list->begin({{one}, {}, {}, {}, {}}, true);
        QVERIFY(fixture.settle(fixture.list->windows().first()));
        fixture.list->quit();
        QMetaObject::invokeMethod(qApp, "aboutToQuit");
        QVERIFY(QDir(one).removeRecursively());
        fixture.restart();
        fixture.list->begin({}, true);
        const auto* notice = fixture.list->windows().first()->findChild<ui::NoticeBar*>();
        QVERIFY(notice->isVisible());
        QVERIFY(notice->notice().text.contains(u"table.hex"_s));
    }

    void thereIsABoundOfWindows() {
        test::WindowListFixture fixture;
        fixture.list->begin({}, true);
        for (int i = 0; i < 3; ++i) {
            fixture.list->newWindow();
        }
        QCOMPARE(fixture.list->windows().size(), 4);
        QVERIFY(model::max_windows == 32);
    }

    /// Heap in use after each case: what grows between the tenth and the last would grow for ever.
    void fiftyCasesLeaveNothingBehind() {
        constexpr int runs = 50, warm = 10;
        constexpr double margin = 1 << 20; // what caches and allocators keep; a leaked case is larger
        test::WindowListFixture fixture;
        fixture.list->begin({}, false);
        const QStringList samples{u":/samples/deep-reentry"_s, u":/samples/tampered"_s, u":/samples/late"_s,
                                  u":/samples/reorged"_s};
        double after_warm = 0, last = 0;
        for (int i = 1; i <= runs; ++i) {
            MainWindow* window = fixture.list->newWindow();
            window->open(samples.at(i % samples.size()));
            QVERIFY(fixture.settle(window));
            window->close();
            QTRY_COMPARE(fixture.list->windows().size(), 1);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QPixmapCache::clear(); // it has a bound of its own
            last = static_cast<double>(mallinfo2().uordblks);
            after_warm = i == warm ? last : after_warm;
        }
        qInfo("heap in use: %.2f MiB after %d cases, %.2f MiB after %d, %.0f bytes a case",
              after_warm / (1 << 20), warm, last / (1 << 20), runs, (last - after_warm) / (runs - warm));
        QVERIFY2(last - after_warm < margin, qPrintable(u"%1 bytes"_s.arg(last - after_warm)));
    }
};

ANCHORSCOPE_UI_TEST(TestWindows)
#include "test_windows.moc"
