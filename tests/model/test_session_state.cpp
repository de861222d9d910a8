#include "model/settings/session_state.h"
#include "model/settings/settings.h"
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope::model;

namespace {

OpenCase whole() {
    OpenCase out;
    out.files.table = u"/cases/Ünïcode \"quoted\"/table.hex"_s;
    out.files.envelope = u"/cases/envelope.json"_s;
    out.files.evidence = {u"/cases/a.json"_s, u"/cases/b.json"_s};
    out.files.peers = {u"/cases/l2.hex"_s};
    out.files.traces = {u"/cases/trace-1.json"_s};
    out.files.place = u"tables[1]"_s;
    out.geometry = QByteArray("\0\1\2\xff", 4);
    out.sha256 = u"0xab"_s;
    out.node = 17;
    out.page = 2;
    out.active = true;
    return out;
}

} // namespace

class TestSessionState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsOpenComesBack() {
        OpenCase other;
        other.files.table = u"/cases/second.hex"_s;
        const QList<OpenCase> back = stateFrom(stateText({whole(), other}));
        QCOMPARE(back.size(), 2);
        const OpenCase& first = back[0];
        QCOMPARE(first.files.table, whole().files.table);
        QCOMPARE(first.files.envelope, whole().files.envelope);
        QCOMPARE(first.files.evidence, whole().files.evidence);
        QCOMPARE(first.files.peers, whole().files.peers);
        QCOMPARE(first.files.traces, whole().files.traces);
        QCOMPARE(first.files.place, whole().files.place);
        QCOMPARE(first.geometry, whole().geometry);
        QCOMPARE(first.sha256, whole().sha256);
        QCOMPARE(first.node, std::optional<quint32>(17));
        QCOMPARE(first.page, 2);
        QVERIFY(first.active && !back[1].active);
        QVERIFY(!back[1].node);
    }

    void whatCameFromTheClipboardIsNotKept() {
        OpenCase pasted = whole();
        pasted.files.fromBytes = true;
        pasted.files.tableBytes = "0x1234secret";
        QVERIFY(!isRestorable(pasted.files));
        const QString text = stateText({pasted, whole()});
        QVERIFY(!text.contains(u"secret"_s));
        QCOMPARE(stateFrom(text).size(), 1);
    }

    void nonsenseGivesNothing_data() {
        QTest::addColumn<QString>("text");
        const QString sound = stateText({whole()});
        QTest::newRow("empty") << QString();
        QTest::newRow("cut off") << sound.left(sound.size() / 2);
        QTest::newRow("another version") << QString(sound).replace(u"cases/1"_s, u"cases/2"_s);
        QTest::newRow("a list") << u"[]"_s;
        QTest::newRow("a number for a path") << QString(sound).replace(u"\"/cases/envelope.json\""_s, u"7"_s);
        QTest::newRow("a negative node") << QString(sound).replace(u"\"node\":17"_s, u"\"node\":-17"_s);
        QTest::newRow("a huge node") << QString(sound).replace(u":17"_s, u":4294967296"_s);
        QTest::newRow("no table") << stateText({OpenCase{}});
        QTest::newRow("a zero in a path") << QString(sound).replace(u"b.json"_s, u"b\\u0000.json"_s);
    }
    void nonsenseGivesNothing() {
        QFETCH(const QString, text);
        QVERIFY(stateFrom(text).isEmpty());
    }

    void thereIsABound() {
        QCOMPARE(stateFrom(stateText(QList<OpenCase>(100, whole()))).size(), max_windows);
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        settings.set(Setting::OpenCases, stateText({whole()}));
        QCOMPARE(stateFrom(settings.get(Setting::OpenCases).toString()).size(), 1);
        settings.set(Setting::OpenCases, QString(2 << 20, u'x'));
        QCOMPARE(settings.get(Setting::OpenCases).toString(), QString());
    }
};

QTEST_GUILESS_MAIN(TestSessionState)
#include "test_session_state.moc"
