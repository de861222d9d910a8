// Files that change while their case is open: written over, replaced, deleted, made anew, slowly written.
#include "core/table/field_rows.h"
#include "model/session/case_reload.h"
#include "session_watch.h"
#include <QSignalSpy>

using namespace anchorscope;
using namespace anchorscope::model;

namespace {

QByteArray sampleFile(const QString& name) { return contents(sound + u'/' + name); }

/// The sample's files in a folder, opened, with a reload over them.
struct Open {
    Open() {
        for (const auto& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
            folder.put(name, sampleFile(name));
        }
        QObject::connect(&reload, &CaseReload::reloaded,
                         [this](const CaseReload::Reloaded& what) { told += what; });
        opened = watched.open(folder.path());
    }
    [[nodiscard]] QString table() const { return folder.filePath(u"table.hex"_s); }

    Folder folder;
    Watched watched;
    CaseReload reload{&watched.session};
    QList<CaseReload::Reloaded> told;
    /// The table with another call count in its first entry.
    [[nodiscard]] QByteArray tampered() const {
        QByteArray text = sampleFile(u"table.hex"_s);
        const table::ExecutionTable& read = *watched.session.parts().table;
        for (const table::FieldRow& row : table::field_rows(read.arguments(), {}, 4096)) {
            if (row.path == "entries[0].callCount") {
                const auto at = 2 + 2 * static_cast<qsizetype>(row.range.end()) - 1;
                text[at] = text[at] == '7' ? '6' : '7';
            }
        }
        return text;
    }
    bool opened = false;
};

} // namespace

class TestCaseReload : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTableWrittenOverIsVerifiedAgain() {
        Open open;
        QVERIFY(open.opened);
        QCOMPARE(open.watched.verdict(), u"verified"_s);
        open.folder.put(u"table.hex"_s, open.tampered());
        QTRY_COMPARE(open.told.size(), 1);
        QCOMPARE(open.told[0].paths, QStringList{open.table()});
        QVERIFY(open.told[0].changes.tableDiffers);
        QVERIFY(open.told[0].changes.fieldCount >= 1);
        QCOMPARE(open.watched.verdict(), u"mismatch"_s);
        open.folder.put(u"table.hex"_s, sampleFile(u"table.hex"_s)); // and the other way round
        QTRY_COMPARE(open.told.size(), 2);
        QCOMPARE(open.watched.verdict(), u"verified"_s);
        QCOMPARE(open.told[1].changes.verdictBefore, std::optional(verify::Verdict::mismatch));
    }

    void aTableReplacedByAnotherFileIsVerifiedAgain() {
        Open open;
        for (int i = 1; i <= 2; ++i) { // the second time, the watched file is one that came by renaming
            const QString beside =
                open.folder.put(u"table.new"_s, i == 1 ? open.tampered() : sampleFile(u"table.hex"_s));
            QCOMPARE(::rename(beside.toUtf8().constData(), open.table().toUtf8().constData()), 0);
            QTRY_COMPARE(open.told.size(), i);
        }
        QCOMPARE(open.watched.verdict(), u"verified"_s);
    }

    void anEnvelopeThatChangesIsReadAgain() {
        Open open;
        QByteArray envelope = sampleFile(u"envelope.json"_s);
        const qsizetype at = envelope.indexOf("\"digest\": \"0x") + 13;
        envelope[at] = envelope[at] == '0' ? '1' : '0';
        open.folder.put(u"envelope.json"_s, envelope);
        QTRY_COMPARE(open.told.size(), 1);
        QVERIFY(open.told[0].changes.envelopeDiffers && !open.told[0].changes.tableDiffers);
        QCOMPARE(open.watched.verdict(), u"mismatch"_s);
    }

    void aDeletedFileIsToldAndTheCaseStays() {
        Open open;
        QSignalSpy missing(&open.reload, &CaseReload::missing);
        QVERIFY(QFile::remove(open.table()));
        QTRY_COMPARE(missing.size(), 1);
        QCOMPARE(missing[0][0].toStringList(), QStringList{open.table()});
        QCOMPARE(open.watched.verdict(), u"verified"_s);
        QVERIFY(open.told.isEmpty());
        open.folder.put(u"table.hex"_s, open.tampered()); // made anew: watched again
        QTRY_COMPARE(open.told.size(), 1);
        QCOMPARE(open.watched.verdict(), u"mismatch"_s);
    }

    void aFileThatIsStillBeingWrittenIsWaitedFor() {
        Open open;
        const QByteArray whole = open.tampered();
        QFile file(open.table());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        open.watched.order.clear();
        for (qsizetype at = 0; at < whole.size(); at += whole.size() / 8 + 1) {
            file.write(whole.mid(at, whole.size() / 8 + 1));
            file.flush();
            QTest::qWait(120);
            QVERIFY(!open.watched.order.contains(u"finished"_s)); // half a table is not judged
        }
        file.close();
        QTRY_COMPARE(open.told.size(), 1);
        QCOMPARE(open.watched.session.parts().source->file.size(), static_cast<std::size_t>(whole.size()));
    }

    void theSameContentWrittenAgainChangesNothing() {
        Open open;
        open.folder.put(u"table.hex"_s, sampleFile(u"table.hex"_s));
        QTRY_COMPARE(open.told.size(), 1);
        QVERIFY(open.told[0].changes.nothing());
    }

    void switchedOffItOnlyTells() {
        Open open;
        open.reload.setEnabled(false);
        QSignalSpy outdated(&open.reload, &CaseReload::outdated);
        open.folder.put(u"table.hex"_s, open.tampered());
        QTRY_COMPARE(outdated.size(), 1);
        QCOMPARE(open.watched.verdict(), u"verified"_s); // of what was read
        QVERIFY(open.told.isEmpty());
        open.reload.reload();
        QTRY_COMPARE(open.told.size(), 1);
        QCOMPARE(open.watched.verdict(), u"mismatch"_s);
    }

    void otherFilesAndOtherCasesAreNotFollowed() {
        Open open;
        open.folder.put(u"neighbour.hex"_s, "0x00");
        const QByteArray other = open.tampered();
        QVERIFY(open.watched.open(u":/samples/tampered"_s));
        open.folder.put(u"table.hex"_s, other); // of the case before
        QTest::qWait(4 * FileWatch::quiet_ms);
        QVERIFY(open.told.isEmpty());
        QCOMPARE(open.watched.verdict(), u"mismatch"_s);
    }

    void aBusyFolderDoesNotPutItOff() {
        Open open;
        open.folder.put(u"table.hex"_s, open.tampered());
        for (int i = 0; i < 40 && open.told.isEmpty(); ++i) {
            open.folder.put(u"noise-%1"_s.arg(i % 3), QByteArray::number(i));
            QTest::qWait(100);
        }
        QCOMPARE(open.told.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCaseReload)
#include "test_case_reload.moc"
