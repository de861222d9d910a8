// What can be dropped and pasted, what the overlay says of it before, and where it goes.
#include "dialog_support.h"
#include "ui/dialogs/open_from_l1_dialog.h"
#include "ui/views/drop_overlay.h"
#include "ui/views/dropped_data.h"
#include "window_list_fixture.h"
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using ui::Dropped;
using ui::MainWindow;

namespace {

const QString hash = u"0x"_s + QString(64, u'a');

QByteArray sampleTable() {
    QFile file(u":/samples/deep-reentry/table.hex"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Enters, is looked at, and is let go; whether it was taken.
bool drop(MainWindow* window, const QMimeData& data, const QString& picture = {}) {
    QDragEnterEvent enter({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window, &enter);
    if (!enter.isAccepted()) {
        return false;
    }
    if (!picture.isEmpty()) {
        test::shot(*window, picture);
    }
    QDropEvent event({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window, &event);
    return event.isAccepted();
}

ui::OpenFromL1Dialog* dialogOf(const MainWindow* window) {
    for (auto* each : window->findChildren<ui::OpenFromL1Dialog*>()) {
        if (each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

} // namespace

class TestDrop : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void textsAreToldApart_data() {
        using Kind = Dropped::Kind;
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const QString& text, Kind kind) {
            QTest::newRow(name) << text << static_cast<int>(kind);
        };
        row("nothing", u"  \n"_s, Kind::Nothing);
        row("a table", QString::fromLatin1(sampleTable()), Kind::Text);
        row("hex without prefix", u"8b1a095a0000"_s, Kind::Text);
        row("hex in lines", u"0x8b1a095a\n  00112233\n"_s, Kind::Text);
        row("JSON", u" {\"input\":\"0x\"}"_s, Kind::Text);
        row("a list", u"[1]"_s, Kind::Text);
        row("a transaction", hash, Kind::Reference);
        row("with white space", u"\t"_s + hash + u"\n"_s, Kind::Reference);
        row("an explorer", u"https://etherscan.io/tx/"_s + hash, Kind::Reference);
        row("an explorer's block", u"https://eth.blockscout.com/block/123"_s, Kind::Reference);
        row("another page", u"https://example.org/about"_s, Kind::Nothing);
        row("a script", u"javascript:alert(1)"_s, Kind::Nothing);
        row("a file of a page", u"ftp://example.org/tx/"_s + hash, Kind::Nothing);
        row("prose", u"Is this bundle what was committed?"_s, Kind::Nothing);
        row("a number", u"12345"_s, Kind::Nothing);
        row("a few digits", u"0xabcd"_s, Kind::Nothing);
        row("nearly hex", u"0x8b1a095a0000zz"_s, Kind::Nothing);
    }
    void textsAreToldApart() {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(ui::droppedText(text).kind), kind);
        QMimeData data;
        data.setText(text);
        QCOMPARE(static_cast<int>(ui::droppedData(data).kind), kind);
        QCOMPARE(ui::dropWords(ui::droppedData(data), false).isEmpty(), kind == 0);
    }

    void theOverlaySaysWhatWillHappen() {
        const QTemporaryDir folder;
        const auto put = [&folder](const QString& name, const QByteArray& bytes) {
            QFile file(folder.filePath(name));
            (void)(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
            return folder.filePath(name);
        };
        const auto words = [](const QStringList& files, bool open) {
            return ui::dropWords({Dropped::Kind::Files, files, {}}, open);
        };
        const QString table = put(u"a.hex"_s, "0x8b1a095a"),
                      envelope = put(u"e.json"_s, R"({"version":"erc8281/1"})");
        QCOMPARE(words({table}, false), u"Drop to open a.hex"_s);
        QCOMPARE(words({table}, true), u"Drop to open a.hex"_s);
        QCOMPARE(words({envelope}, true), u"Drop to attach e.json"_s);
        QCOMPARE(words({envelope}, false), u"Drop to open e.json"_s);
        QCOMPARE(words({table, envelope, table}, true),
                 u"Drop to open 3 files, each in a window of its own"_s);
        QCOMPARE(ui::dropWords({Dropped::Kind::Reference, {}, hash}, true), u"Drop to look for this on L1"_s);
    }

    void severalFilesOpenSeveralWindows() {
        test::WindowListFixture fixture;
        fixture.list->begin({}, true);
        MainWindow* first = fixture.list->windows().first();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(fixture.copyOf(u"deep-reentry"_s)),
                      QUrl(u"https://example.org/not-a-file"_s),
                      QUrl::fromLocalFile(fixture.copyOf(u"tampered"_s)),
                      QUrl::fromLocalFile(fixture.copyOf(u"late"_s))});
        QVERIFY(drop(first, data, u"drop-several-light"_s));
        QVERIFY(!first->findChild<ui::DropOverlay*>()->isVisible());
        QCOMPARE(fixture.list->windows().size(), 3);
        QStringList headlines;
        for (MainWindow* window : fixture.list->windows()) {
            QVERIFY(fixture.settle(window));
            headlines +=
                fixture.banner(window).headline.section(u'!', 0, 0).section(u';', 0, 0).section(u':', 0, 0);
        }
        QCOMPARE(headlines[0], u"Verified"_s);
        QCOMPARE(headlines[1], u"Mismatch"_s);
    }

    void textOpensAsATable() {
        test::WindowListFixture fixture;
        fixture.list->begin({}, true);
        MainWindow* first = fixture.list->windows().first();
        QMimeData data;
        data.setText(QString::fromLatin1(sampleTable()));
        QVERIFY(drop(first, data));
        QVERIFY(fixture.settle(first));
        QVERIFY(first->session()->parts().table);
        QVERIFY(drop(first, data)); // beside an open case
        QCOMPARE(fixture.list->windows().size(), 2);
        QVERIFY(fixture.settle(fixture.list->windows()[1]));
    }

    void anExplorersPageLeadsToL1() {
        test::WindowListFixture fixture;
        fixture.list->begin({}, true);
        MainWindow* first = fixture.list->windows().first();
        QMimeData data;
        data.setUrls({QUrl(u"https://etherscan.io/tx/"_s + hash)});
        QVERIFY(drop(first, data, u"drop-explorer-light"_s));
        const auto* dialog = dialogOf(first);
        QVERIFY(dialog);
        const auto* reference = test::named<QLineEdit>(*dialog, u"Where"_s);
        QVERIFY(reference);
        QCOMPARE(reference->text(), u"https://etherscan.io/tx/"_s + hash);
        QVERIFY(!first->isCaseOpen()); // nothing was asked of anybody yet
    }

    void otherPagesAreNotTaken() {
        test::WindowListFixture fixture;
        fixture.list->begin({}, true);
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/table.hex"_s)});
        QVERIFY(!drop(fixture.list->windows().first(), data));
        QMimeData prose;
        prose.setText(u"hello"_s);
        QVERIFY(!drop(fixture.list->windows().first(), prose));
    }

    void pastingIsLikeDropping() {
        test::WindowListFixture fixture;
        fixture.list->begin({}, true);
        MainWindow* first = fixture.list->windows().first();
        QAction* paste = test::actionNamed(*first, u"Open from clipboard"_s);
        QGuiApplication::clipboard()->setText(u"what is this"_s);
        paste->trigger();
        QVERIFY(!first->isCaseOpen());
        QVERIFY(first->statusBar()->currentMessage().contains(u"no table"_s));
        QGuiApplication::clipboard()->setText(hash);
        paste->trigger();
        QVERIFY(dialogOf(first));
        dialogOf(first)->close();
        QGuiApplication::clipboard()->setText(QString::fromLatin1(sampleTable()));
        paste->trigger();
        QVERIFY(fixture.settle(first));
        QVERIFY(first->session()->parts().table);
    }
};

ANCHORSCOPE_UI_TEST(TestDrop)
#include "test_drop.moc"
