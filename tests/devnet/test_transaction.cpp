// verify of a transaction: its tables found by an endpoint, one report each, and the worst of them as the
// status.
#include "core/codec/abi_writer.h"
#include "tests/devnet/calldata.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QDir>
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

class TransactionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void byHashAndByUrl();
    void anAnchorAround();
    void inAnInnerCall();
    void severalTables();
    void nothingToVerify();
    void aLiarIsNotBelieved();
    void usage();

private:
    /// The table with another word in its last proof: another table, still canonical.
    [[nodiscard]] Bytes other_table(std::uint8_t mark) const {
        Bytes table = m_world->table;
        table[table.size() - 1 - 31] = mark;
        return table;
    }
    [[nodiscard]] QStringList trust() const { return {u"--trust"_s, m_world->url()}; }
    /// State of a rung in report `index`.
    static QByteArray rung(const CliRun& run, std::size_t index, const char* name) {
        const Json json = run.json();
        for (const Json& each : json.at("reports").at(index).at("rungs")) {
            if (each.at("id") == name) {
                return QByteArray::fromStdString(each.at("state").get<std::string>());
            }
        }
        return "no such rung";
    }

    std::unique_ptr<World> m_world;
};

void TransactionTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
}

void TransactionTest::byHashAndByUrl() {
    const Hash32 posting = m_world->post_table();
    m_world->record(m_world->digest);
    m_world->chain.mine();
    const QStringList stated{u"--manager"_s,  text_of(m_world->manager),
                             u"--contract"_s, text_of(m_world->anchor),
                             u"--also"_s,     u"proof"_s,
                             u"--also"_s,     u"execution"_s,
                             u"--also"_s,     u"slot"_s};
    for (const QString& name :
         {text_of(posting), u"https://explorer.example/tx/"_s + text_of(posting) + u"#logs"_s}) {
        const CliRun run = verify(QStringList{name} + trust() + stated);
        EXPECT_EXIT(run, 0);
        const Json json = run.json();
        QVERIFY(json.at("schema") == "anchorscope.report/1" && json.at("transaction") == posting.hex());
        QCOMPARE(json.at("reports").size(), std::size_t{1});
        QVERIFY(json.at("reports").at(0).at("verdict") == "verified");
        for (const char* each : {"proof", "execution", "digest", "event", "inclusion", "block", "slot"}) {
            QCOMPARE(rung(run, 0, each), QByteArray("passed"));
        }
    }
    const CliRun text = run_cli(QStringList{u"verify"_s, text_of(posting)} + trust() + stated);
    EXPECT_EXIT(text, 0);
    QVERIFY2(text.out.startsWith("Table 1 of 1: the transaction's own input"), text.out);
    QVERIFY2(text.out.contains("Verified"), text.out);
    // One endpoint that nobody trusts: found, and not verified.
    const CliRun alone = verify({text_of(posting), u"--rpc"_s, m_world->url()});
    EXPECT_EXIT(alone, 4);
    QCOMPARE(rung(alone, 0, "inclusion"), QByteArray("passed"));
    QCOMPARE(rung(alone, 0, "block"), QByteArray("not_checked"));
    // Statements go before what was found.
    const CliRun other = verify(QStringList{text_of(posting), u"--expect"_s, text_of(Hash32{})} + trust());
    EXPECT_EXIT(other, 1);
    // What was verified can be kept.
    QTemporaryDir folder;
    const QString kept = folder.filePath(u"kept.anchorcase"_s);
    EXPECT_EXIT(verify(QStringList{text_of(posting), u"--save-case"_s, kept} + trust()), 0);
    EXPECT_EXIT(verify({kept, u"--offline"_s}), 4);
    // A file of that name is a file.
    QFile file(QDir::current().filePath(text_of(posting)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("0x1234");
    file.close();
    const CliRun of_file = verify({text_of(posting), u"--offline"_s});
    QVERIFY(file.remove());
    EXPECT_EXIT(of_file, 4);
    QVERIFY(!of_file.json().contains("reports"));
}

void TransactionTest::anAnchorAround() {
    const Bytes table = other_table(0x31);
    const Mined posting = m_world->mined(m_world->manager, table);
    m_world->chain.mine(5);
    const Mined anchor = m_world->mined(m_world->anchor, record_call(crypto::sha256(table)));
    const CliRun near = verify(QStringList{text_of(posting.transaction)} + trust());
    EXPECT_EXIT(near, 4);
    QCOMPARE(rung(near, 0, "digest"), QByteArray("not_checked"));
    const QStringList around{text_of(posting.transaction), u"--anchor-window"_s, u"20"_s, u"--manager"_s,
                             text_of(m_world->manager)};
    const CliRun late = verify(around + trust());
    EXPECT_EXIT(late, 1); // not in the slot of its table
    const CliRun run = verify(around + trust() + QStringList{u"--slot-tolerance"_s, u"6"_s});
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains(QByteArray::fromStdString(anchor.transaction.hex())), run.told());
}

void TransactionTest::inAnInnerCall() {
    const Hash32 creation = m_world->chain.send(0, std::nullopt, forwarder_code(m_world->manager));
    m_world->chain.mine();
    const Json receipt = m_world->chain.rpc("eth_getTransactionReceipt", Json::array({creation.hex()}));
    const Address forwarder = Address::parse(receipt.at("contractAddress").get<std::string>()).value();
    m_world->chain.send(1, m_world->manager, arm_call(m_world->manager_logs));
    m_world->chain.mine();
    const Hash32 posting = m_world->chain.send(1, forwarder, m_world->table);
    m_world->record(m_world->digest);
    m_world->chain.mine();
    const CliRun run = verify(
        QStringList{text_of(posting), u"--manager"_s, text_of(m_world->manager), u"--also"_s, u"proof"_s} +
        trust());
    EXPECT_EXIT(run, 0);
    QCOMPARE(rung(run, 0, "proof"), QByteArray("passed"));
    QVERIFY2(run.out.contains("in a call inside it, says 127.0.0.1"), run.told());
}

/// Two tables in one transaction: one is anchored, the other is not.
void TransactionTest::severalTables() {
    const Bytes first = other_table(0x41), second = other_table(0x42);
    Bytes input{0xde, 0xad, 0xbe, 0xef};
    const auto type = codec::AbiType::parse("(bytes first, bytes second)").value();
    append(input, codec::abi_encode(
                      type, codec::AbiTree::list({codec::AbiTree::of(first), codec::AbiTree::of(second)})));
    const Hash32 posting = m_world->chain.send(1, m_world->manager, input);
    m_world->record(crypto::keccak256(first));
    m_world->chain.mine();
    const CliRun run = verify(QStringList{text_of(posting)} + trust());
    EXPECT_EXIT(run, 4); // the worst of verified and unproven
    QCOMPARE(run.json().at("reports").size(), std::size_t{2});
    QVERIFY(run.json().at("reports").at(0).at("verdict") == "verified");
    QVERIFY(run.json().at("reports").at(1).at("verdict") == "unproven");
    const CliRun one = verify(QStringList{text_of(posting), u"--select"_s, u"1"_s} + trust());
    EXPECT_EXIT(one, 0);
    QCOMPARE(one.json().at("reports").size(), std::size_t{1});
    EXPECT_EXIT(verify(QStringList{text_of(posting), u"--select"_s, u"3"_s} + trust()), 4);
    const CliRun text = run_cli(QStringList{u"verify"_s, text_of(posting)} + trust());
    EXPECT_EXIT(text, 4);
    QVERIFY2(text.out.contains("Table 1 of 2") && text.out.contains("Table 2 of 2"), text.out);
    const CliRun kept =
        verify(QStringList{text_of(posting), u"--save-case"_s, u"never.anchorcase"_s} + trust());
    EXPECT_EXIT(kept, 2);
    // Nobody was called with these bytes, so nobody accepted them.
    const CliRun proof = verify(QStringList{text_of(posting), u"--select"_s, u"1"_s, u"--manager"_s,
                                            text_of(m_world->manager), u"--also"_s, u"proof"_s} +
                                trust());
    EXPECT_EXIT(proof, 4);
}

void TransactionTest::nothingToVerify() {
    const Mined anchor = m_world->anchored();
    const CliRun none = verify(QStringList{text_of(anchor.transaction)} + trust());
    EXPECT_EXIT(none, 4);
    QVERIFY2(none.err.contains("no table of a known format"), none.told());
    const CliRun unknown = verify(QStringList{u"0x"_s + QString(64, u'9')} + trust());
    EXPECT_EXIT(unknown, 4);
    QVERIFY2(unknown.err.contains("does not mean that there is none"), unknown.told());
    const CliRun foreign =
        verify(QStringList{u"https://etherscan.io/tx/"_s + text_of(anchor.transaction)} + trust());
    EXPECT_EXIT(foreign, 4);
    QVERIFY2(foreign.err.contains("the explorer shows chain 1"), foreign.told());
    EXPECT_EXIT(verify({text_of(anchor.transaction), u"--rpc"_s, u"http://127.0.0.1:1"_s}), 5);
}

/// The one that finds the table is no more believed than any other.
void TransactionTest::aLiarIsNotBelieved() {
    const Hash32 posting = m_world->post_table();
    m_world->record(m_world->digest);
    m_world->chain.mine();
    LyingProxy dead(m_world->chain.url(), [](const std::string& method, const Json&, Json& result) {
        if (method == "eth_getBlockByHash") {
            result = 5;
        }
    });
    // The first gives no block: the second finds the table, and alone it vouches for nothing.
    const CliRun second = verify({text_of(posting), u"--rpc"_s, dead.url(), u"--rpc"_s, m_world->url()});
    QVERIFY(dead.lies() > 0);
    EXPECT_EXIT(second, 4);
    QCOMPARE(rung(second, 0, "block"), QByteArray("not_checked"));
    LyingProxy other(m_world->chain.url(), [](const std::string& method, const Json&, Json& result) {
        if (method == "eth_getBlockReceipts") {
            result[1]["logs"][0]["topics"][1] = Hash32{}.hex(); // another digest
        }
    });
    EXPECT_EXIT(verify({text_of(posting), u"--trust"_s, other.url()}), 4);
}

void TransactionTest::usage() {
    const QString hash = u"0x"_s + QString(64, u'7');
    EXPECT_EXIT(verify({hash}), 2); // nobody to ask
    EXPECT_EXIT(verify(QStringList{hash, u"--offline"_s} + trust()), 2);
    EXPECT_EXIT(verify(QStringList{hash, u"--select"_s, u"0"_s} + trust()), 2);
    EXPECT_EXIT(verify(QStringList{hash, u"--anchor-window"_s, u"-1"_s} + trust()), 2);
    EXPECT_EXIT(verify(QStringList{u"17"_s} + trust()), 2); // a block is no transaction
    QTemporaryDir folder;
    QFile table(folder.filePath(u"table.bin"_s));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("1");
    table.close();
    EXPECT_EXIT(verify({table.fileName(), u"--select"_s, u"1"_s}), 2);
}

QTEST_GUILESS_MAIN(TransactionTest)
#include "test_transaction.moc"
