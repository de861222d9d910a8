// Notes of a case: where they are kept, that nothing of anybody's is lost, undo, and that writing waits for
// nobody. Inputs are the shipped samples' tables, copied into folders of the test's own.
#include "model/notes/note_store.h"
#include "model/session/samples.h"
#include "session_watch.h"
#include <QFileInfo>
#include <QSignalSpy>
#include <unistd.h>

using namespace anchorscope;
using namespace anchorscope::model;
using casefile::NoteTexts;

namespace {

constexpr int patience_ms = 10'000;

/// A session over a copied sample, and its notes.
struct Noted {
    explicit Noted(const QString& table) : store(&watched.session, own.path()) {
        store.setDelay(0);
        opened = watched.open(table) && ready();
    }
    [[nodiscard]] bool ready() const {
        return QTest::qWaitFor([this] { return store.ready(); }, patience_ms);
    }
    [[nodiscard]] bool settled() const {
        return QTest::qWaitFor([this] { return store.saved(); }, patience_ms);
    }

    Folder own; ///< the application's data
    Watched watched;
    NoteStore store;
    bool opened = false;
};

NoteTexts kept(const QString& path) {
    const auto notes = casefile::read_notes(contents(path).toStdString());
    return notes ? notes->texts : NoteTexts{{"unreadable", notes.error().message()}};
}

QString ownFile(const Noted& noted) {
    const QStringList files = QDir(noted.own.path()).entryList(QDir::Files);
    return files.size() == 1 ? noted.own.filePath(files.first()) : QString();
}

} // namespace

class TestNotes : public QObject {
    Q_OBJECT

    QByteArray m_table;

    [[nodiscard]] QString tableIn(const Folder& folder) const { return folder.put(u"table.hex"_s, m_table); }

private Q_SLOTS:
    void initTestCase() {
        (void)samples();
        m_table = contents(sound + u"/table.hex"_s);
        QVERIFY(!m_table.isEmpty());
    }

    void keptBesideTheInputAndNeverInIt() {
        const Folder folder;
        const QString table = tableIn(folder), file = table + u".anchornotes.json"_s;
        {
            Noted noted(table);
            QVERIFY(noted.opened && noted.store.texts().empty());
            QVERIFY(!QFileInfo::exists(file)); // nothing is written where nothing was
            QVERIFY(noted.store.setText(u"entries[0]"_s, u"look here\nagain"_s));
            QVERIFY(noted.store.setText({}, u"of the case"_s));
            QVERIFY(noted.settled());
            QVERIFY(kept(file) == (NoteTexts{{"", "of the case"}, {"entries[0]", "look here\nagain"}}));
            QCOMPARE(noted.store.place(), file);
            QVERIFY(noted.store.problem().isEmpty() && ownFile(noted).isEmpty());
        }
        QCOMPARE(contents(table), m_table);
        const Noted again(table);
        QVERIFY(again.opened);
        QCOMPARE(again.store.text(u"entries[0]"_s), u"look here\nagain"_s);
    }

    void whatIsNotWrittenYetIsWrittenAtTheEnd() {
        const Folder folder;
        const QString table = tableIn(folder);
        {
            Noted noted(table);
            noted.store.setDelay(1'000'000);
            QVERIFY(noted.store.setText({}, u"the last word"_s));
        }
        QVERIFY(kept(table + u".anchornotes.json"_s) == (NoteTexts{{"", "the last word"}}));
    }

    void anotherInputHasOtherNotes() {
        const Folder one, two;
        const QString first = tableIn(one);
        const QString second = two.put(u"table.hex"_s, contents(u":/samples/late/table.hex"_s));
        Noted noted(first);
        noted.store.setDelay(1'000'000);
        QVERIFY(noted.store.setText(u"entries[0]"_s, u"first"_s));
        QVERIFY(noted.watched.open(second) && noted.ready());
        QVERIFY(noted.store.texts().empty() && !noted.store.canUndo());
        QVERIFY(kept(first + u".anchornotes.json"_s) ==
                (NoteTexts{{"entries[0]", "first"}})); // written on leaving
        QVERIFY(noted.watched.open(first) && noted.ready());
        QCOMPARE(noted.store.text(u"entries[0]"_s), u"first"_s);
    }

    void undoAndRedoOverAllPlaces() {
        const Folder folder;
        Noted noted(tableIn(folder));
        NoteStore& store = noted.store;
        for (const QString& typed : {u"w"_s, u"wh"_s, u"why"_s}) {
            QVERIFY(store.setText(u"a"_s, typed));
        }
        store.endStep();
        QVERIFY(store.setText(u"a"_s, u"why?"_s));
        QVERIFY(store.setText(u"b"_s, u"because"_s));
        QCOMPARE(store.undo(), std::optional(u"b"_s));
        QVERIFY(!store.has(u"b"_s));
        QCOMPARE(store.undo(), std::optional(u"a"_s));
        QCOMPARE(store.text(u"a"_s), u"why"_s); // typing was one step
        QCOMPARE(store.undo(), std::optional(u"a"_s));
        QVERIFY(store.texts().empty() && !store.canUndo());
        QCOMPARE(store.undo(), std::nullopt);
        QCOMPARE(store.redo(), std::optional(u"a"_s));
        QCOMPARE(store.redo(), std::optional(u"a"_s));
        QCOMPARE(store.text(u"a"_s), u"why?"_s);
        QVERIFY(store.setText(u"c"_s, u"new"_s)); // what was undone is gone now
        QVERIFY(!store.canRedo());
        QVERIFY(noted.settled());
        QVERIFY(kept(store.place()) == (NoteTexts{{"a", "why?"}, {"c", "new"}}));
    }

    void theNumberOfStepsIsBounded() {
        const Folder folder;
        Noted noted(tableIn(folder));
        for (std::size_t i = 0; i < NoteStore::max_undo + 100; ++i) {
            QVERIFY(noted.store.setText(QString::number(i), u"x"_s));
        }
        std::size_t undone = 0;
        while (noted.store.undo()) {
            ++undone;
        }
        QCOMPARE(undone, NoteStore::max_undo);
    }

    void aTextThatCannotBeANoteChangesNothing() {
        const Folder folder;
        Noted noted(tableIn(folder));
        QVERIFY(noted.store.setText(u"a"_s, u"good"_s));
        QVERIFY(!noted.store.setText(u"a"_s, QString(20'000, u'x')));
        QVERIFY(noted.store.failed() && noted.store.problem().contains(u"16384"_s));
        QVERIFY(!noted.store.setText(u"a"_s, u"bell \a"_s));
        QCOMPARE(noted.store.text(u"a"_s), u"good"_s);
        QVERIFY(noted.store.setText(u"a"_s, u"better"_s));
        QVERIFY(!noted.store.failed());
    }

    void whatSomebodyElseWroteMeanwhileIsKept() {
        const Folder folder;
        const QString table = tableIn(folder), file = table + u".anchornotes.json"_s;
        Noted noted(table);
        QVERIFY(noted.store.setText(u"a"_s, u"mine"_s) && noted.store.setText(u"b"_s, u"old"_s));
        QVERIFY(noted.settled());
        auto theirs = casefile::read_notes(contents(file).toStdString()).value();
        theirs.texts["a"] = "theirs";
        theirs.texts["b"] = "new";
        theirs.texts["c"] = "added";
        (void)folder.put(u"table.hex.anchornotes.json"_s,
                         QByteArray::fromStdString(casefile::write_notes(theirs)));
        QVERIFY(noted.store.setText(u"a"_s, u"mine, changed"_s));
        QVERIFY(noted.settled());
        const NoteTexts merged = kept(file);
        QCOMPARE(QString::fromStdString(merged.at("a")),
                 u"mine, changed\n\n--- also in the file ---\ntheirs"_s);
        QCOMPARE(QString::fromStdString(merged.at("b")), u"new"_s);
        QCOMPARE(QString::fromStdString(merged.at("c")), u"added"_s);
        QVERIFY(noted.store.texts() == merged); // and is seen here
    }

    void mergingKeepsBothSides_data() {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("ours");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("merged");
        const QByteArray none;
        QTest::newRow("nobody") << QByteArray("x") << QByteArray("x") << QByteArray("x") << QByteArray("x");
        QTest::newRow("we") << QByteArray("x") << QByteArray("o") << QByteArray("x") << QByteArray("o");
        QTest::newRow("they") << QByteArray("x") << QByteArray("x") << QByteArray("t") << QByteArray("t");
        QTest::newRow("both alike") << QByteArray("x") << QByteArray("s") << QByteArray("s")
                                    << QByteArray("s");
        QTest::newRow("both") << QByteArray("x") << QByteArray("o") << QByteArray("t")
                              << QByteArray("o\n\n--- also in the file ---\nt");
        QTest::newRow("we removed") << QByteArray("x") << none << QByteArray("x") << none;
        QTest::newRow("they removed") << QByteArray("x") << QByteArray("x") << none << none;
        QTest::newRow("we removed, they changed")
            << QByteArray("x") << none << QByteArray("t") << QByteArray("t");
        QTest::newRow("they removed, we changed")
            << QByteArray("x") << QByteArray("o") << none << QByteArray("o");
        QTest::newRow("both removed") << QByteArray("x") << none << none << none;
        QTest::newRow("both added") << none << QByteArray("o") << QByteArray("t")
                                    << QByteArray("o\n\n--- also in the file ---\nt");
    }

    void mergingKeepsBothSides() {
        const auto texts = [](const QByteArray& text) {
            return text.isEmpty() ? NoteTexts() : NoteTexts{{"p", text.toStdString()}};
        };
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, ours);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, merged);
        QVERIFY(mergedNotes(texts(base), texts(ours), texts(theirs)) == texts(merged));
    }

    void bothStayWhereTheyAreTooLongForOneNote() {
        const std::string ours(casefile::max_note_bytes, 'o'), theirs(casefile::max_note_bytes, 't');
        const NoteTexts merged = mergedNotes({}, {{"p", ours}}, {{"p", theirs}});
        QCOMPARE(merged.size(), std::size_t{2});
        QVERIFY(merged.at("p") == ours && merged.at("p (2)") == theirs);
        for (const auto& [path, text] : merged) {
            QVERIFY(casefile::check_note(path, text));
        }
    }

    void aFileOfAnotherInputStaysAsItIs() {
        const Folder folder;
        const QString table = tableIn(folder);
        casefile::Notes foreign;
        foreign.texts = {{"entries[0]", "about something else"}};
        const QByteArray before = QByteArray::fromStdString(casefile::write_notes(foreign));
        const QString file = folder.put(u"table.hex.anchornotes.json"_s, before);
        Noted noted(table);
        QVERIFY(noted.opened && noted.store.texts().empty());
        QVERIFY2(noted.store.problem().contains(u"SHA-256"_s), qPrintable(noted.store.problem()));
        QVERIFY(noted.store.setText(u"entries[0]"_s, u"about this"_s) && noted.settled());
        QCOMPARE(contents(file), before);
        QVERIFY(kept(ownFile(noted)) == (NoteTexts{{"entries[0]", "about this"}}));
        QCOMPARE(noted.store.place(), ownFile(noted));
    }

    void aBrokenFileStaysAsItIs() {
        const Folder folder;
        const QString table = tableIn(folder);
        const QByteArray before("{\"schema\": \"anchorscope.notes/1\", what?");
        const QString file = folder.put(u"table.hex.anchornotes.json"_s, before);
        Noted noted(table);
        QVERIFY(noted.opened && !noted.store.problem().isEmpty());
        QVERIFY(noted.store.setText({}, u"kept elsewhere"_s) && noted.settled());
        QCOMPARE(contents(file), before);
        QVERIFY(kept(ownFile(noted)) == (NoteTexts{{"", "kept elsewhere"}}));
    }

    void aSampleHasNothingBesideIt() {
        Noted noted(sound);
        QVERIFY(noted.opened && !noted.store.problem().isEmpty());
        QVERIFY(noted.store.setText(u"entries[0]"_s, u"of a sample"_s) && noted.settled());
        const QString file = ownFile(noted);
        QCOMPARE(QFileInfo(file).fileName(),
                 QString::fromStdString(noted.watched.session.parts().source->file_sha256.hex().substr(2)) +
                     u".anchornotes.json"_s);
        QVERIFY(kept(file) == (NoteTexts{{"entries[0]", "of a sample"}}));
    }

    void aFolderThatMayNotBeWritten() {
        if (::geteuid() == 0) {
            QSKIP("root may write everywhere");
        }
        const Folder folder;
        const QString table = tableIn(folder);
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        Noted noted(table);
        QVERIFY(noted.store.setText({}, u"somewhere else"_s) && noted.settled());
        QVERIFY(noted.store.problem().contains(u"kept by the program"_s));
        QVERIFY(kept(ownFile(noted)) == (NoteTexts{{"", "somewhere else"}}));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void whereNothingCanBeWrittenItIsSaidAndKeptInMemory() {
        const Folder folder, own;
        const QString table = tableIn(folder);
        (void)folder.put(u"table.hex.anchornotes.json"_s, "no notes");
        const QString blocked = own.put(u"a file"_s, "where the folder should be");
        Watched watched;
        NoteStore store(&watched.session, blocked);
        store.setDelay(0);
        QVERIFY(watched.open(table));
        QVERIFY(QTest::qWaitFor([&store] { return store.ready(); }, patience_ms));
        QVERIFY(store.setText({}, u"nowhere to go"_s));
        QVERIFY(QTest::qWaitFor([&store] { return store.failed(); }, patience_ms));
        QCOMPARE(store.text({}), u"nowhere to go"_s);
        QVERIFY(store.problem().contains(u"a file"_s));
        QVERIFY(!store.saved());
    }
};

QTEST_GUILESS_MAIN(TestNotes)
#include "test_notes.moc"
