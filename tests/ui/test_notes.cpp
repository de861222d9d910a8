// Notes in the window, by keys and clicks: written on the chosen row, seen in the list and on the tree,
// undone by the window's own keys, and kept beside the input.
#include "core/casefile/notes.h"
#include "ui/views/case_notes.h"
#include "ui/views/note_pane.h"
#include "window_fixture.h"
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

constexpr int patience_ms = 10'000;

/// A copied sample, so that something can lie beside it.
struct NotedWindow : test::WindowFixture {
    NotedWindow() {
        (void)model::samples();
        for (const char* name : {"table.hex", "envelope.json", "evidence.json"}) {
            QFile::copy(u":/samples/deep-reentry/"_s + QLatin1String(name),
                        folder.filePath(QLatin1String(name)));
        }
    }
    [[nodiscard]] bool openCopy() {
        return open(folder.path()) &&
               QTest::qWaitFor([this] { return notes()->store()->ready(); }, patience_ms);
    }
    [[nodiscard]] ui::CaseNotes* notes() const { return find<ui::CaseView>()->notes(); }
    [[nodiscard]] QPlainTextEdit* field() const { return notes()->pane()->field(); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::ControlModifier) {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QWidget* const focused = window.focusWidget();
        QTest::keyClick(focused != nullptr ? focused : &window, key, with);
    }
    [[nodiscard]] casefile::NoteTexts kept() const {
        QFile file(folder.filePath(u"table.hex.anchornotes.json"_s));
        const bool there = file.open(QIODevice::ReadOnly);
        const auto read = casefile::read_notes(there ? file.readAll().toStdString() : std::string());
        return read ? read->texts : casefile::NoteTexts();
    }

    QTemporaryDir folder;
};

} // namespace

class TestNotes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() {
        QCOMPARE(test::qtWarnings(), QStringList());
        // What was typed last is kept here, for the folder of the input goes before its window does.
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/notes"_s)
            .removeRecursively();
    }

    void writtenOnTheChosenRow() {
        NotedWindow fixture;
        QVERIFY(fixture.openCopy());
        fixture.selection()->chooseNode(2); // the first call
        fixture.press(Qt::Key_M);
        QVERIFY(fixture.field()->hasFocus());
        QTest::keyClicks(fixture.field(), u"stale state?"_s);
        const std::string path = "entries[0].l2ToL1Calls[0]";
        QCOMPARE(fixture.notes()->store()->text(QString::fromStdString(path)), u"stale state?"_s);
        QVERIFY(QTest::qWaitFor([&] { return fixture.notes()->store()->saved(); }, patience_ms));
        QVERIFY(fixture.kept() == (casefile::NoteTexts{{path, "stale state?"}}));
        QVERIFY2(fixture.notes()->pane()->stateText().contains(u"table.hex.anchornotes.json"_s),
                 qPrintable(fixture.notes()->pane()->stateText()));
        // Another row has another note; the first comes back.
        fixture.selection()->chooseNode(1);
        QVERIFY(fixture.field()->toPlainText().isEmpty());
        fixture.selection()->chooseNode(2);
        QCOMPARE(fixture.field()->toPlainText(), u"stale state?"_s);
    }

    void listedAndMarked() {
        NotedWindow fixture;
        QVERIFY(fixture.openCopy());
        fixture.shot(u"notes-none"_s);
        fixture.selection()->chooseNode(3);
        fixture.press(Qt::Key_M);
        QTest::keyClicks(fixture.field(),
                         u"Called back into L1 with the same selector; compare with the other table."_s);
        fixture.selection()->chooseNode(0);
        QTest::keyClicks(fixture.field(), u"Reviewed."_s);
        fixture.selection()->chooseNode(3);
        const ui::CellTableView* const list = fixture.notes()->list();
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"The case"_s);
        fixture.find<ui::CaseView>()->panel(ui::CaseView::Part::Anchors)->setCurrentPage(3);
        fixture.shot(u"notes"_s, 1200);
        // A click on a row of the list chooses its place everywhere.
        fixture.selection()->chooseNode(1);
        fixture.notes()->list()->selectRow(1);
        QCOMPARE(fixture.selection()->choice().node, std::optional<quint32>(3));
        QVERIFY(fixture.field()->toPlainText().startsWith(u"Called back"_s));
    }

    void theMarkIsPainted() {
        NotedWindow fixture;
        QVERIFY(fixture.openCopy());
        auto* const tree = fixture.find<ui::TreeView>();
        fixture.selection()->chooseNode(1);
        QTest::qWait(50);
        const QImage before = tree->viewport()->grab().toImage();
        QVERIFY(fixture.notes()->store()->setText(u"entries[0].l2ToL1Calls[0]"_s, u"x"_s));
        QTest::qWait(50);
        const QImage after = tree->viewport()->grab().toImage();
        QVERIFY(before != after);
        QVERIFY(fixture.notes()->store()->undo().has_value());
        QTest::qWait(50);
        QCOMPARE(tree->viewport()->grab().toImage(), before);
    }

    void undoneByTheWindowsKeys() {
        NotedWindow fixture;
        QVERIFY(fixture.openCopy());
        fixture.selection()->chooseNode(2);
        fixture.press(Qt::Key_M);
        QTest::keyClicks(fixture.field(), u"one"_s);
        fixture.selection()->chooseNode(1);
        QTest::keyClicks(fixture.field(), u"two"_s);
        fixture.press(Qt::Key_Z); // in the field, which has no undo of its own
        QVERIFY(fixture.field()->toPlainText().isEmpty());
        fixture.press(Qt::Key_Z); // goes to the other place
        QCOMPARE(fixture.selection()->choice().node, std::optional<quint32>(2));
        QVERIFY(fixture.notes()->store()->texts().empty());
        fixture.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(fixture.field()->toPlainText(), u"one"_s);
    }

    void aTextTooLongIsSaidAndStays() {
        NotedWindow fixture;
        QVERIFY(fixture.openCopy());
        fixture.selection()->chooseNode(1);
        fixture.notes()->edit();
        fixture.field()->setPlainText(QString(20'000, u'x'));
        QVERIFY2(fixture.notes()->pane()->stateText().startsWith(u"Not kept"_s),
                 qPrintable(fixture.notes()->pane()->stateText()));
        QCOMPARE(fixture.field()->toPlainText().size(), 20'000);
        fixture.shot(u"notes-too-long"_s);
        fixture.field()->setPlainText(u"short"_s);
        QVERIFY(!fixture.notes()->pane()->stateText().startsWith(u"Not kept"_s));
    }

    void darkAndNarrow() {
        NotedWindow fixture;
        ui::applyTheme(paint::Scheme::Dark);
        QVERIFY(fixture.openCopy());
        fixture.selection()->chooseNode(3);
        fixture.press(Qt::Key_M);
        QTest::keyClicks(fixture.field(), u"Called back into L1 with the same selector."_s);
        fixture.shot(u"notes-dark"_s, 1200);
        fixture.window.resize(1024, 640);
        fixture.shot(u"notes-narrow-dark"_s);
        ui::applyTheme(paint::Scheme::Light);
        QVERIFY(fixture.field()->isVisible() && fixture.field()->height() >= 44);
    }
};

ANCHORSCOPE_UI_TEST(TestNotes)
#include "test_notes.moc"
