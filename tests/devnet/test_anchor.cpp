// Recording a digest on a live chain from the command line: sent, mined, enveloped, verified; and all that
// must keep it from being sent.
#include "tests/devnet/cli_run.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QDir>
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

class AnchorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void roundTrip_data();
    void roundTrip();
    void waitsForFinality();
    void recordedAlready();
    void printsWithoutSending();
    void noContractThere();
    void aCallThatWouldFail();
    void notMinedInTime();
    void aNodeThatNamesAnotherTransaction();
    void aNodeThatShowsAnotherEvent();
    void aBrokenConnectionSendsOnce();
    void aReorgWhileWaiting();
    void usage();

private:
    QStringList arguments(const QString& rpc) const {
        return {u"anchor"_s,
                m_table,
                u"--json"_s,
                u"--rpc"_s,
                rpc,
                u"--contract"_s,
                text_of(m_world->anchor),
                u"--from"_s,
                text_of(m_world->chain.account(4))};
    }
    /// Runs the program while the chain goes on: one block each half second.
    CliRun run_mining(const QStringList& words);
    std::uint64_t transactions() {
        return QByteArray::fromStdString(m_world->chain
                                             .rpc("eth_getTransactionCount",
                                                  Json::array({m_world->chain.account(4).hex(), "pending"}))
                                             .get<std::string>())
            .toULongLong(nullptr, 16);
    }
    QString out(const QString& name) const { return m_folder.filePath(name); }

    std::unique_ptr<World> m_world;
    QTemporaryDir m_folder;
    QString m_table;
    int m_count = 0;
};

void AnchorTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
}

/// A table of its own for each test, so that none finds the digest recorded by another.
void AnchorTest::init() {
    Bytes table = m_world->table;
    table[table.size() - 32] = static_cast<std::uint8_t>(0x80 + ++m_count);
    m_table = out(u"table-%1.hex"_s.arg(m_count));
    QFile file(m_table);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(to_hex(table) + "\n"));
}

CliRun AnchorTest::run_mining(const QStringList& words) {
    QTimer timer;
    bool busy = false;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (!std::exchange(busy, true)) {
            m_world->chain.mine();
            busy = false;
        }
    });
    timer.start(500);
    return run_cli(words);
}

void AnchorTest::roundTrip_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("profile");
    QTest::newRow("calldata, sha2-256") << QStringList{} << QByteArray("calldata");
    QTest::newRow("file, keccak-256")
        << QStringList{u"--profile"_s, u"file"_s, u"--hash"_s, u"keccak-256"_s} << QByteArray("file");
    QTest::newRow("abi-batch, blake2b-256")
        << QStringList{u"--profile"_s, u"abi-batch"_s, u"--hash"_s, u"blake2b-256"_s}
        << QByteArray("abi-batch");
}

void AnchorTest::roundTrip() {
    QFETCH(QStringList, options);
    QFETCH(QByteArray, profile);
    const QString path = out(u"case-"_s + QString::fromLatin1(profile));
    const CliRun run = run_mining(arguments(m_world->url()) + options + QStringList{u"-o"_s, path});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.text("profile"), profile);
    QVERIFY(run.text("sent").startsWith("0x"));
    QVERIFY(run.json().at("recorded_already").empty());
    // What was made verifies against the chain, and against a pin of its block; without either it proves
    // nothing.
    const QStringList expected{u"--contract"_s, text_of(m_world->anchor), u"--committer"_s,
                               text_of(m_world->chain.account(4))};
    const CliRun online = verify(QStringList{path, u"--trust"_s, m_world->url()} + expected);
    EXPECT_EXIT(online, 0);
    QVERIFY(online.out.contains(profile));
    const std::uint64_t block = run.json().at("block").get<std::uint64_t>();
    EXPECT_EXIT(verify(QStringList{path, u"--offline"_s, u"--pin-block"_s, m_world->pin(block)} + expected),
                0);
    EXPECT_EXIT(verify({path, u"--offline"_s}), 4);
    // The table in the case is the file as it was.
    QFile kept(path + u"/table.hex"_s);
    QFile given(m_table);
    QVERIFY(kept.open(QIODevice::ReadOnly) && given.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), given.readAll());
}

void AnchorTest::waitsForFinality() {
    QTimer timer; // anvil's finalized head is 64 blocks back
    bool busy = false;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (!std::exchange(busy, true)) {
            m_world->chain.mine(10);
            busy = false;
        }
    });
    timer.start(300);
    const CliRun run =
        run_cli(arguments(m_world->url()) + QStringList{u"--wait"_s, u"final"_s, u"-o"_s, out(u"final"_s)});
    timer.stop();
    EXPECT_EXIT(run, 0);
    QVERIFY(m_world->chain.head() >= run.json().at("block").get<std::uint64_t>() + 64);
    EXPECT_EXIT(verify({out(u"final"_s), u"--trust"_s, m_world->url(), u"--require"_s, u"final"_s}), 0);
}

void AnchorTest::recordedAlready() {
    EXPECT_EXIT(run_mining(arguments(m_world->url())), 0);
    const std::uint64_t before = transactions();
    const CliRun second = run_mining(arguments(m_world->url()) + QStringList{u"-o"_s, out(u"twice"_s)});
    EXPECT_EXIT(second, 4);
    QVERIFY2(second.err.contains("recorded this digest already, in block"), second.told());
    QCOMPARE(transactions(), before);
    QVERIFY(!QFile::exists(out(u"twice"_s)));
    const CliRun again = run_mining(arguments(m_world->url()) + QStringList{u"--again"_s});
    EXPECT_EXIT(again, 0);
    QCOMPARE(again.json().at("recorded_already").size(), std::size_t{1});
    QCOMPARE(transactions(), before + 1);
}

void AnchorTest::printsWithoutSending() {
    const std::uint64_t before = transactions();
    const CliRun run =
        run_cli({u"anchor"_s, m_table, u"--json"_s, u"--rpc"_s, m_world->url() + u"/?key=secret"_s,
                 u"--contract"_s, text_of(m_world->anchor), u"--print"_s});
    EXPECT_EXIT(run, 0);
    QCOMPARE(transactions(), before);
    const codec::Json transaction = run.json().at("transaction");
    const std::string digest = run.json().at("digest").get<std::string>();
    QVERIFY(transaction.at("data") == "0xb5c645bd" + digest.substr(2));
    QVERIFY(transaction.at("to") == m_world->anchor.hex());
    QVERIFY(transaction.at("chainId") == "0x12cc9"); // 77001
    QVERIFY(run.text("command").startsWith("cast send 0x"));
    QVERIFY(run.text("command").contains("'record(bytes32)' " + QByteArray::fromStdString(digest)));
    QVERIFY(!run.out.contains("secret") && !run.err.contains("secret"));
    // Sent by somebody else, fetch makes the case of it: what was printed is enough.
    Json to_send = transaction;
    to_send["from"] = m_world->chain.account(5).hex();
    m_world->chain.rpc("eth_sendTransaction", Json::array({to_send}));
    m_world->chain.mine();
    EXPECT_EXIT(run_cli({u"find"_s, m_table, u"--rpc"_s, m_world->url()}), 0);
}

void AnchorTest::noContractThere() {
    QStringList words = arguments(m_world->url());
    words[words.indexOf(u"--contract"_s) + 1] = u"0x00000000000000000000000000000000000000c1"_s;
    const CliRun run = run_cli(words);
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.err.contains("there is no code at"), run.told());
}

void AnchorTest::aCallThatWouldFail() {
    const std::uint64_t before = transactions();
    QStringList words = arguments(m_world->url());
    words[words.indexOf(u"--contract"_s) + 1] = text_of(m_world->emitter); // has no such function
    const CliRun run = run_cli(words);
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.err.contains("eth_estimateGas"), run.told());
    QCOMPARE(transactions(), before);
}

void AnchorTest::notMinedInTime() {
    const CliRun run = run_cli(arguments(m_world->url()) +
                               QStringList{u"--wait-timeout"_s, u"1"_s, u"-o"_s, out(u"late"_s)});
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.err.contains("was sent; waited 1 s"), run.told());
    QVERIFY(!QFile::exists(out(u"late"_s)));
    m_world->chain.mine();
}

void AnchorTest::aNodeThatNamesAnotherTransaction() {
    const Mined other = m_world->anchored();
    LyingProxy proxy(m_world->chain.url(),
                     [&](const std::string& method, const codec::Json&, codec::Json& result) {
                         if (method == "eth_sendTransaction") {
                             result = other.transaction.hex();
                         }
                     });
    const CliRun run = run_mining(arguments(proxy.url()) + QStringList{u"-o"_s, out(u"named"_s)});
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.err.contains("logged no Recorded event of the digest"), run.told());
    QVERIFY(!QFile::exists(out(u"named"_s)));
}

void AnchorTest::aNodeThatShowsAnotherEvent() {
    LyingProxy proxy(m_world->chain.url(),
                     [&](const std::string& method, const codec::Json&, codec::Json& result) {
                         if (method == "eth_getBlockReceipts") {
                             for (codec::Json& receipt : result) {
                                 receipt["status"] = "0x0";
                             }
                         }
                     });
    const CliRun run = run_mining(arguments(proxy.url()) + QStringList{u"--wait-timeout"_s, u"3"_s});
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.err.contains("was sent; waited"), run.told());
}

void AnchorTest::aBrokenConnectionSendsOnce() {
    const std::uint64_t before = transactions();
    LyingProxy proxy(m_world->chain.url(),
                     [&](const std::string& method, const codec::Json&, codec::Json& result) {
                         if (method == "eth_sendTransaction") {
                             result = 5; // taken, and the answer lost
                         }
                     });
    const CliRun run = run_mining(arguments(proxy.url()));
    EXPECT_EXIT(run, 4);
    QCOMPARE(transactions(), before + 1);
}

void AnchorTest::aReorgWhileWaiting() {
    // Mined, then the block leaves the chain and the transaction is mined in another: the case is of that
    // one.
    QTimer timer;
    int step = 0;
    bool busy = false;
    Hash32 first;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (std::exchange(busy, true)) {
            return;
        }
        ++step;
        if (step == 3) {
            m_world->chain.mine();
        } else if (step == 5) {
            first = m_world->chain.block(m_world->chain.head()).header.hash;
            m_world->chain.rpc("anvil_reorg", Json::array({1, Json::array()})); // without its transactions
        } else if (step > 7) {
            m_world->chain.mine(10);
        }
        busy = false;
    });
    timer.start(400);
    const CliRun run =
        run_cli(arguments(m_world->url()) +
                QStringList{u"--wait"_s, u"final"_s, u"--wait-timeout"_s, u"12"_s, u"-o"_s, out(u"reorg"_s)});
    timer.stop();
    QVERIFY(!first.is_zero());
    // anvil drops the transaction: never an envelope of the block that is gone.
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.err.contains("was sent; waited"), run.told());
    QVERIFY(!QFile::exists(out(u"reorg"_s)));
}

void AnchorTest::usage() {
    const QStringList rpc{u"anchor"_s, m_table, u"--rpc"_s, m_world->url()};
    const QStringList contract{u"--contract"_s, text_of(m_world->anchor)};
    EXPECT_EXIT(run_cli(rpc), 2);
    EXPECT_EXIT(run_cli(rpc + contract), 2);
    EXPECT_EXIT(run_cli(rpc + contract + QStringList{u"--print"_s, u"--from"_s, text_of(m_world->anchor)}),
                2);
    EXPECT_EXIT(run_cli(rpc + contract + QStringList{u"--print"_s, u"-o"_s, out(u"x"_s)}), 2);
    EXPECT_EXIT(run_cli(rpc + contract + QStringList{u"--print"_s, u"--wait"_s, u"long"_s}), 2);
    const std::uint64_t before = transactions();
    EXPECT_EXIT(run_cli(arguments(m_world->url()) + QStringList{u"-o"_s, m_folder.path()}), 2);
    QCOMPARE(transactions(), before);
}

QTEST_GUILESS_MAIN(AnchorTest)
#include "test_anchor.moc"
