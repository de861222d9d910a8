// Two links in one folder are two starts of the program; a bare socket is somebody who means it ill.
#include "model/net/instance_link.h"
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace anchorscope::model;
using Role = InstanceLink::Role;

namespace {

OpenRequest request() {
    return {{u"/cases/a b/table.hex"_s, u"/cases/second.hex"_s},
            u"/cases/envelope.json"_s,
            {u"/cases/e1.json"_s, u"/cases/é2.json"_s},
            {u"/cases/l2.hex"_s},
            {u"/cases/trace.json"_s}};
}

/// settle() waits for the other's event loop: it runs in a thread of its own.
Role settleApart(const QString& folder, const OpenRequest& asked) {
    Role role = Role::Apart;
    std::atomic<bool> over = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        role = InstanceLink(folder).settle(asked);
        over = true;
    }));
    thread->start();
    (void)QTest::qWaitFor([&] { return over.load(); }, 5000);
    thread->wait();
    return role;
}

/// What the first answers to these bytes; empty where it hangs up without a word.
QByteArray answerTo(const InstanceLink& first, const QByteArray& bytes) {
    QLocalSocket socket;
    socket.connectToServer(first.socketPath());
    if (!socket.waitForConnected(1000)) {
        return "no connection";
    }
    socket.write(bytes);
    (void)QTest::qWaitFor([&] { return socket.state() == QLocalSocket::UnconnectedState; }, 3000);
    return socket.readAll();
}

QByteArray framed(const QByteArray& body, quint32 version, quint32 length) {
    QByteArray header("ANSC12345678");
    qToLittleEndian(version, header.data() + 4);
    qToLittleEndian(length, header.data() + 8);
    return header + body;
}

} // namespace

class TestInstanceLink : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theSecondHandsOverToTheFirst() {
        InstanceLink first(m_folder->path());
        QSignalSpy asked(&first, &InstanceLink::asked);
        OpenRequest got;
        connect(&first, &InstanceLink::asked, this, [&](const OpenRequest& one) { got = one; });
        QCOMPARE(first.settle({}), Role::First);
        QCOMPARE(settleApart(m_folder->path(), request()), Role::Taken);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(got, request());
        QCOMPARE(settleApart(m_folder->path(), {}), Role::Taken); // a window without a case
        QCOMPARE(got, OpenRequest{});
    }

    void nobodyElseCanReachTheSocket() {
        InstanceLink first(m_folder->path());
        QCOMPARE(first.settle({}), Role::First);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(QFileInfo::exists(first.socketPath()));
        QVERIFY(!(QFileInfo(first.socketPath()).permissions() & others));
    }

    void aSocketLeftBehindIsTakenOver() {
        QString path;
        {
            const InstanceLink named(m_folder->path());
            path = named.socketPath();
        }
        QFile stale(path);
        QVERIFY(stale.open(QIODevice::WriteOnly));
        stale.close();
        InstanceLink first(m_folder->path());
        QCOMPARE(first.settle({}), Role::First);
        QCOMPARE(settleApart(m_folder->path(), request()), Role::Taken);
    }

    void oneThatEndedLeavesItsPlace() {
        auto first = std::make_unique<InstanceLink>(m_folder->path());
        QCOMPARE(first->settle({}), Role::First);
        first.reset();
        InstanceLink second(m_folder->path());
        QCOMPARE(second.settle({}), Role::First);
    }

    void oneThatDoesNotAnswerIsLeftAlone() {
        InstanceLink first(m_folder->path());
        QCOMPARE(first.settle({}), Role::First);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(InstanceLink(m_folder->path()).settle(request()), Role::Apart); // its loop stands still
        QVERIFY2(timer.elapsed() < 3 * InstanceLink::patience_ms,
                 qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    }

    void whatIsNoRequestOpensNothing_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("answer");
        const QByteArray sound = requestMessage(request());
        const QByteArray body = sound.sliced(12);
        const auto size = static_cast<quint32>(body.size());
        const auto json = [](const QByteArray& text) {
            return framed(text, InstanceLink::version, static_cast<quint32>(text.size()));
        };
        const QByteArray refused = "refused\n";
        QTest::newRow("sound") << sound << QByteArray("taken\n");
        QTest::newRow("another version") << framed(body, 2, size) << refused;
        QTest::newRow("another protocol") << QByteArray("GET / HTTP/1.1\r\n\r\n") << refused;
        QTest::newRow("too long") << framed(body, InstanceLink::version, InstanceLink::max_message + 1)
                                  << refused;
        QTest::newRow("4 GiB") << framed(body, InstanceLink::version, 0xffffffff) << refused;
        QTest::newRow("more behind it") << sound + "x" << refused;
        QTest::newRow("no JSON") << json("{") << refused;
        QTest::newRow("an endpoint") << json(QByteArray(body).replace("\"paths\"", "\"rpc\"")) << refused;
        QTest::newRow("one more member")
            << json(QByteArray(body).replace("{\"paths\"", "{\"trust\":\"x\",\"paths\"")) << refused;
        QTest::newRow("a path twice")
            << json(QByteArray(body).replace("{\"paths\"", "{\"paths\":[],\"paths\"")) << refused;
        QTest::newRow("a relative path") << json(QByteArray(body).replace("/cases/a b", "../a")) << refused;
        QTest::newRow("a zero") << json(QByteArray(body).replace("/cases/a b", "/cases/a\\u0000")) << refused;
        QTest::newRow("nothing at all") << QByteArray() << QByteArray();
        QTest::newRow("half a message") << sound.left(sound.size() / 2) << QByteArray();
    }
    void whatIsNoRequestOpensNothing() {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, answer);
        InstanceLink first(m_folder->path());
        QSignalSpy asked(&first, &InstanceLink::asked);
        QCOMPARE(first.settle({}), Role::First);
        QCOMPARE(answerTo(first, bytes), answer);
        QCOMPARE(asked.size(), answer == "taken\n" ? 1 : 0);
    }

    void manyGuestsAtOnceAreBounded() {
        InstanceLink first(m_folder->path());
        QCOMPARE(first.settle({}), Role::First);
        std::vector<std::unique_ptr<QLocalSocket>> guests;
        for (int i = 0; i < 4 * InstanceLink::max_guests; ++i) {
            guests.push_back(std::make_unique<QLocalSocket>());
            guests.back()->connectToServer(first.socketPath());
            QTest::qWait(1);
        }
        // Those who say nothing are hung up on, and then somebody with a request is heard again.
        QTRY_COMPARE_WITH_TIMEOUT(settleApart(m_folder->path(), request()), Role::Taken, 10'000);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestInstanceLink)
#include "test_instance_link.moc"
