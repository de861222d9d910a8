// The help: every page is there, every link in them leads somewhere, nothing else is loaded, and F1 opens the
// page of the pane that has the focus.
#include "dialog_support.h"
#include "ui/dialogs/help_pages.h"
#include "ui/dialogs/help_window.h"
#include "window_fixture.h"
#include <QDirIterator>
#include <QListWidget>
#include <QRegularExpression>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using ui::HelpWindow;

class TestHelp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() {
        ui::applyTheme(paint::Scheme::Light);
        QCOMPARE(test::qtWarnings(), QStringList());
    }

    void theListIsComplete() {
        QSet<QString> listed, there;
        for (const ui::HelpPage& page : ui::helpPages()) {
            listed.insert(page.id);
            QVERIFY2(page.text().size() > 200, qPrintable(page.id));
            QVERIFY2(page.html().startsWith(u"<h1>"_s), qPrintable(page.id));
            QCOMPARE(ui::helpPage(page.url()), &page);
        }
        for (const QString& file : QDir(u":/anchorscope/help"_s).entryList({u"*.html"_s}, QDir::Files)) {
            there.insert(file.chopped(5));
        }
        QCOMPARE(listed, there);
        QCOMPARE(listed.size(), ui::helpPages().size());
    }

    void everyLinkLeadsSomewhere() {
        static const QRegularExpression link(u"<a href=\"([^\"]*)\""_s), name(u"<a name=\"([^\"]*)\""_s);
        int links = 0;
        for (const ui::HelpPage& page : ui::helpPages()) {
            auto matches = link.globalMatch(page.html());
            while (matches.hasNext()) {
                const QUrl url = page.url().resolved(QUrl(matches.next().captured(1)));
                const ui::HelpPage* target = ui::helpPage(url.adjusted(QUrl::RemoveFragment));
                QVERIFY2(target, qPrintable(page.id + u" → "_s + url.toString()));
                if (url.hasFragment()) {
                    QVERIFY2(target->html().contains(u"<a name=\"%1\""_s.arg(url.fragment())),
                             qPrintable(page.id + u" → "_s + url.toString()));
                }
                ++links;
            }
            // Nothing from elsewhere, and nothing that runs.
            for (const auto& forbidden :
                 {u"src="_s, u"<script"_s, u"http:"_s, u"https:"_s, u"url("_s, u"<img"_s}) {
                QVERIFY2(!page.html().contains(forbidden), qPrintable(page.id + u": "_s + forbidden));
            }
        }
        QVERIFY(links > 10);
    }

    void nothingElseIsLoaded() {
        ui::HelpBrowser browser;
        for (const QUrl& url : {QUrl(u"file:///etc/passwd"_s), QUrl(u"https://example.org/"_s),
                                QUrl(u"qrc:/samples/samples.json"_s),
                                QUrl(u"qrc:/anchorscope/help/../../samples/samples.json"_s),
                                QUrl(u"qrc:/anchorscope/help/none.html"_s)}) {
            QVERIFY2(!browser.loadResource(QTextDocument::HtmlResource, url).isValid(),
                     qPrintable(url.toString()));
        }
        QVERIFY(!browser.loadResource(QTextDocument::ImageResource, ui::helpPages()[0].url()).isValid());
        QVERIFY(browser.loadResource(QTextDocument::HtmlResource, ui::helpPages()[0].url()).isValid());
        QVERIFY(!browser.openExternalLinks());
    }

    void f1OpensThePageOfThePane() {
        test::WindowFixture fixture;
        QCOMPARE(HelpWindow::pageFor(fixture.find<ui::Welcome>()), u"start"_s);
        QCOMPARE(HelpWindow::pageFor(nullptr), u"start"_s);
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        QCOMPARE(HelpWindow::pageFor(fixture.find<ui::HexView>()), u"window"_s);
        QCOMPARE(HelpWindow::pageFor(fixture.find<ui::ProofView>()), u"ladder"_s);
        fixture.window.activateWindow();
        fixture.find<ui::ProofView>()->setFocus();
        QTest::keyClick(&fixture.window, Qt::Key_F1);
        auto* help = helpWindow();
        QVERIFY(help);
        QCOMPARE(help->currentPage(), u"ladder"_s);
        fixture.find<ui::HexView>()->setFocus();
        QTest::keyClick(&fixture.window, Qt::Key_F1);
        QCOMPARE(helpWindow(), help); // the same window
        QCOMPARE(help->currentPage(), u"window"_s);
        QVERIFY(QTest::qWaitForWindowActive(help));
        QTest::keyClick(help, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(help->currentPage(), u"ladder"_s);
        QTest::keyClick(help, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(help->currentPage(), u"window"_s);
        QTest::keyClick(help, Qt::Key_Escape);
        QVERIFY(!help->isVisible());
        QTest::qWait(10);
    }

    void theSearchFindsPagesAndMarksPlaces() {
        HelpWindow window;
        window.showPage(u"start"_s);
        window.show();
        auto* search = test::named<QLineEdit>(window, u"Search the help"_s);
        auto* contents = test::named<QListWidget>(window, u"Contents"_s);
        const auto* browser = window.findChild<ui::HelpBrowser*>();
        QCOMPARE(contents->count(), ui::helpPages().size());
        QCOMPARE(contents->currentRow(), 0);
        search->setText(u"quorum"_s);
        QVERIFY(contents->count() >= 2 && contents->count() < ui::helpPages().size());
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!browser->extraSelections().isEmpty());
        QCOMPARE(browser->extraSelections().first().cursor.selectedText().toLower(), u"quorum"_s);
        test::shot(window, u"help-search-light"_s);
        search->setText(u"no page says this"_s);
        QCOMPARE(contents->count(), 1);
        QVERIFY(!(contents->item(0)->flags() & Qt::ItemIsSelectable));
        search->clear();
        QCOMPARE(contents->count(), ui::helpPages().size());
        QVERIFY(browser->extraSelections().isEmpty());
    }

    void everyPageIsShownInBothThemes_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyPageIsShownInBothThemes() {
        QFETCH(bool, dark);
        ui::applyTheme(dark ? paint::Scheme::Dark : paint::Scheme::Light);
        HelpWindow window;
        window.show();
        for (const ui::HelpPage& page : ui::helpPages()) {
            window.showPage(page.id);
            QCOMPARE(window.currentPage(), page.id);
            QVERIFY(window.findChild<ui::HelpBrowser*>()->toPlainText().size() > 200);
            test::shot(window, u"help-%1-%2"_s.arg(page.id, dark ? u"dark"_s : u"light"_s));
        }
    }

private:
    static HelpWindow* helpWindow() {
        for (QWidget* each : QApplication::topLevelWidgets()) {
            if (auto* help = qobject_cast<HelpWindow*>(each); help != nullptr && help->isVisible()) {
                return help;
            }
        }
        return nullptr;
    }
};

ANCHORSCOPE_UI_TEST(TestHelp)
#include "test_help.moc"
