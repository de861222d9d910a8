// Finding what stands on a live chain: cases made by fetch verify offline and come out the same twice;
// anchors of a table are found by topic, and their absence is claimed only when it is proven.
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

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read " + path.toUtf8());
}

QString number(std::uint64_t value) { return QString::number(qulonglong{value}); }

} // namespace

class FetchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aCaseVerifiesOfflineWithAPin();
    void twiceTheSameBytes();
    void anAnchorInALaterBlock();
    void aTableInsideAForeignInput();
    void explorerUrlsAndBlocks();
    void aSpanNarrowedByAContract();
    void nothingThere();
    void severalTables();
    void nothingIsReplaced();
    void aLyingEndpointMakesNoCase_data();
    void aLyingEndpointMakesNoCase();
    void findsAnchorsByTopic();
    void absenceIsNotClaimed();
    void absenceIsProven();
    void aHiddenLogIsFoundInItsReceipt();
    void aSearchIsTakenUpAgain();
    void usage();

private:
    CliRun fetch(const QStringList& arguments) {
        return run_cli(QStringList{u"fetch"_s, u"--json"_s, u"--rpc"_s, m_world->url()} + arguments);
    }
    CliRun find(const QString& rpc, const QStringList& arguments) {
        return run_cli(QStringList{u"find"_s, u"--json"_s, u"--rpc"_s, rpc} + arguments);
    }
    /// The table posted and anchored in one block; the posting.
    Mined posted_and_anchored();
    QString out(const QString& name) const { return m_folder.filePath(name); }
    /// The table with one byte of its first entry changed: another table, still canonical.
    [[nodiscard]] Bytes other_table(std::uint8_t mark) const;
    QString file_of(const QString& name, ByteView bytes) const;

    std::unique_ptr<World> m_world;
    QTemporaryDir m_folder;
};

void FetchTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
}

Mined FetchTest::posted_and_anchored() {
    const Hash32 posting = m_world->post_table();
    m_world->record(m_world->digest);
    m_world->chain.mine();
    return m_world->located(posting);
}

Bytes FetchTest::other_table(std::uint8_t mark) const {
    Bytes table = m_world->table;
    table[table.size() - 1 - 31] = mark; // in the last proof's bytes, or the word before its padding
    return table;
}

QString FetchTest::file_of(const QString& name, ByteView bytes) const {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) {
        throw std::runtime_error("cannot write");
    }
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    return file.fileName();
}

void FetchTest::aCaseVerifiesOfflineWithAPin() {
    const Mined posting = posted_and_anchored();
    const CliRun run = fetch({u"--tx"_s, text_of(posting.transaction), u"-o"_s, out(u"case"_s)});
    EXPECT_EXIT(run, 0);
    const codec::Json table = run.json().at("tables").at(0);
    QCOMPARE(run.json().at("tables").size(), std::size_t{1});
    QVERIFY(table.at("transaction") == posting.transaction.hex());
    QVERIFY(table.at("found_in") == "input");
    QVERIFY(table.at("succeeded") == true);
    QVERIFY(table.at("anchor").at("block") == posting.block);
    QVERIFY(table.at("anchor").at("digest") == m_world->digest.hex());

    EXPECT_EXIT(verify({out(u"case"_s), u"--offline"_s}), 4);
    const CliRun pinned =
        verify({out(u"case"_s), u"--offline"_s, u"--pin-block"_s, m_world->pin(posting.block),
                u"--contract"_s, text_of(m_world->anchor), u"--manager"_s, text_of(m_world->manager),
                u"--also"_s, u"proof"_s, u"--also"_s, u"slot"_s});
    EXPECT_EXIT(pinned, 0);
    EXPECT_RUNG(pinned, "proof", "passed");
    const QString wrong = m_world->pin(posting.block - 1).section(u':', 2);
    EXPECT_EXIT(
        verify({out(u"case"_s), u"--offline"_s, u"--pin-block"_s, number(posting.block) + u':' + wrong}), 1);
}

void FetchTest::twiceTheSameBytes() {
    const Mined posting = posted_and_anchored();
    m_world->chain.mine(80); // its block is below the finalized head
    const QString transaction = text_of(posting.transaction);
    EXPECT_EXIT(fetch({u"--tx"_s, transaction, u"-o"_s, out(u"first"_s)}), 0);
    m_world->chain.mine(2);
    EXPECT_EXIT(fetch({transaction, u"-o"_s, out(u"second"_s)}), 0);
    const QStringList names = QDir(out(u"first"_s)).entryList(QDir::Files);
    QCOMPARE(names, (QStringList{u"envelope.json"_s, u"evidence.json"_s, u"table.bin"_s}));
    QCOMPARE(QDir(out(u"second"_s)).entryList(QDir::Files), names);
    for (const QString& name : names) {
        QCOMPARE(contents(out(u"first/"_s + name)), contents(out(u"second/"_s + name)));
    }
}

void FetchTest::anAnchorInALaterBlock() {
    // A table of its own, so that the anchors of other tests are not its.
    const Bytes table = other_table(0x51);
    const Mined posting = m_world->mined(m_world->manager, table);
    m_world->chain.mine(30);
    const Mined anchor = m_world->mined(m_world->anchor, record_call(crypto::keccak256(table)));
    const CliRun run = fetch({u"--tx"_s, text_of(posting.transaction), u"-o"_s, out(u"later"_s)});
    EXPECT_EXIT(run, 0);
    const codec::Json found = run.json().at("tables").at(0).at("anchor");
    QVERIFY2(found.is_object(), run.out);
    QVERIFY(found.at("block") == anchor.block);
    QVERIFY(found.at("hash_function") == "keccak-256");
    EXPECT_EXIT(verify({out(u"later"_s), u"--offline"_s, u"--pin-block"_s, m_world->pin(anchor.block)}), 0);
    const CliRun both =
        verify({out(u"later"_s), u"--offline"_s, u"--pin-block"_s, m_world->pin(anchor.block),
                u"--pin-block"_s, m_world->pin(posting.block), u"--manager"_s, text_of(m_world->manager),
                u"--also"_s, u"proof"_s, u"--slot-tolerance"_s, u"40"_s});
    EXPECT_EXIT(both, 0); // the table's block is in the evidence too
    // Another contract's anchors do not count where one is named; nor does a window too small.
    const CliRun other =
        fetch({u"--tx"_s, text_of(posting.transaction), u"--anchor-contract"_s, text_of(m_world->emitter)});
    EXPECT_EXIT(other, 0);
    QVERIFY(other.json().at("tables").at(0).at("anchor").is_null());
    const CliRun near = fetch({u"--tx"_s, text_of(posting.transaction), u"--anchor-window"_s, u"10"_s});
    QVERIFY(near.json().at("tables").at(0).at("anchor").is_null());
    QVERIFY2(QByteArray::fromStdString(near.json().at("tables").at(0).at("anchor_search").get<std::string>())
                 .startsWith("not found in blocks"),
             near.out);
}

void FetchTest::aTableInsideAForeignInput() {
    // The emitter logs whatever it is given: the table goes there as an argument.
    const Bytes table = other_table(0x52);
    const Mined posting = m_world->mined(m_world->emitter, emit_call({}, table));
    const CliRun run = fetch({u"--tx"_s, text_of(posting.transaction), u"-o"_s, out(u"inside"_s)});
    EXPECT_EXIT(run, 0);
    const codec::Json found = run.json().at("tables").at(0);
    QVERIFY(found.at("found_in") == "inside_input");
    QVERIFY(found.at("callee").is_null());
    QVERIFY(found.at("length") == table.size());
    QCOMPARE(contents(out(u"inside/table.bin"_s)),
             QByteArray(reinterpret_cast<const char*>(table.data()), static_cast<qsizetype>(table.size())));
    QVERIFY(!QFile::exists(out(u"inside/envelope.json"_s)));
    // Nobody accepted it.
    const CliRun checked = verify({out(u"inside"_s), u"--offline"_s, u"--manager"_s,
                                   text_of(m_world->manager), u"--also"_s, u"proof"_s});
    QVERIFY(checked.rung("proof") != "passed");
    EXPECT_EXIT(checked, 4);
}

void FetchTest::explorerUrlsAndBlocks() {
    const Mined posting = posted_and_anchored();
    const QString hash = QString::fromStdString(m_world->chain.block(posting.block).header.hash.hex());
    for (const QString& name :
         {u"https://explorer.example/tx/"_s + text_of(posting.transaction) + u"?tab=logs"_s,
          u"http://localhost/block/"_s + number(posting.block), number(posting.block), hash}) {
        const CliRun run = fetch({name});
        EXPECT_EXIT(run, 0);
        QVERIFY(run.json().at("tables").at(0).at("transaction") == posting.transaction.hex());
        const codec::Json anchors = run.json().at("anchors"); // the manager's events are told too
        QVERIFY(std::ranges::any_of(anchors, [this](const codec::Json& each) {
            return each.at("kind") == "ocp.recorded" && each.at("digest") == m_world->digest.hex();
        }));
        QVERIFY(std::ranges::any_of(anchors, [](const codec::Json& each) {
            return each.at("kind") == "eez.batch-posted" && each.at("digest").is_null();
        }));
        QVERIFY(run.json().at("written").empty());
    }
    const CliRun foreign = fetch({u"https://etherscan.io/tx/"_s + text_of(posting.transaction)});
    EXPECT_EXIT(foreign, 4);
    QVERIFY2(foreign.err.contains("the explorer shows chain 1"), foreign.told());
}

void FetchTest::aSpanNarrowedByAContract() {
    const std::uint64_t first = m_world->chain.head() + 1;
    const Mined posting = posted_and_anchored();
    m_world->chain.mine(200);
    const CliRun run = fetch({u"--from"_s, number(first), u"--to"_s, number(m_world->chain.head()),
                              u"--contract"_s, text_of(m_world->manager)});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.json().at("tables").size(), std::size_t{1});
    QVERIFY(run.json().at("tables").at(0).at("transaction") == posting.transaction.hex());
}

void FetchTest::nothingThere() {
    m_world->chain.mine();
    const CliRun empty = fetch({u"--block"_s, number(m_world->chain.head()), u"-o"_s, out(u"nothing"_s)});
    EXPECT_EXIT(empty, 4);
    QVERIFY2(empty.err.contains("no table of a known format"), empty.told());
    QVERIFY(!QFile::exists(out(u"nothing"_s)));
    const CliRun unknown = fetch({u"--tx"_s, u"0x"_s + QString(64, u'9')});
    EXPECT_EXIT(unknown, 4);
    QVERIFY2(unknown.err.contains("does not mean that there is none"), unknown.told());
    EXPECT_EXIT(fetch({u"--block"_s, u"99999999"_s}), 4);
    EXPECT_EXIT(run_cli({u"fetch"_s, u"5"_s, u"--rpc"_s, u"http://127.0.0.1:1"_s}), 5);
}

void FetchTest::severalTables() {
    for (const std::uint8_t mark : {std::uint8_t{0x61}, std::uint8_t{0x62}}) {
        m_world->chain.send(1, m_world->manager, other_table(mark));
    }
    m_world->chain.mine();
    const QString block = number(m_world->chain.head());
    const CliRun run = fetch({u"--block"_s, block, u"-o"_s, out(u"several"_s), u"--anchor-window"_s, u"0"_s});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.json().at("tables").size(), std::size_t{2});
    QVERIFY(contents(out(u"several-1/table.bin"_s)) != contents(out(u"several-2/table.bin"_s)));
    const CliRun one = fetch({u"--block"_s, block, u"-o"_s, out(u"second-alone"_s), u"--select"_s, u"2"_s});
    EXPECT_EXIT(one, 0);
    QCOMPARE(contents(out(u"second-alone/table.bin"_s)), contents(out(u"several-2/table.bin"_s)));
    EXPECT_EXIT(fetch({u"--block"_s, block, u"--select"_s, u"3"_s}), 4);
}

void FetchTest::nothingIsReplaced() {
    const Mined posting = posted_and_anchored();
    QVERIFY(QDir().mkdir(out(u"mine"_s)));
    const CliRun run = fetch({u"--tx"_s, text_of(posting.transaction), u"-o"_s, out(u"mine"_s)});
    EXPECT_EXIT(run, 2);
    QVERIFY(QDir(out(u"mine"_s)).isEmpty());
    EXPECT_EXIT(fetch({u"--tx"_s, text_of(posting.transaction), u"-o"_s, out(u"no/such/folder"_s)}), 2);
}

void FetchTest::aLyingEndpointMakesNoCase_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    const QByteArray zeros = "\"0x" + QByteArray(64, '0') + "\"";
    QTest::newRow("another digest in a log")
        << QByteArray("eth_getBlockReceipts") << QByteArray("/1/logs/0/topics/1") << zeros;
    QTest::newRow("a reverted transaction")
        << QByteArray("eth_getBlockReceipts") << QByteArray("/1/status") << QByteArray("\"0x0\"");
    QTest::newRow("receipts left out")
        << QByteArray("eth_getBlockReceipts") << QByteArray("") << QByteArray("[]");
    QTest::newRow("another state root")
        << QByteArray("eth_getBlockByHash") << QByteArray("/stateRoot") << zeros;
    QTest::newRow("another block named")
        << QByteArray("eth_getTransactionReceipt") << QByteArray("/blockHash") << zeros;
    QTest::newRow("no block at all") << QByteArray("eth_getBlockByHash") << QByteArray("")
                                     << QByteArray("null");
    QTest::newRow("wrong type") << QByteArray("eth_chainId") << QByteArray("") << QByteArray("77001");
}

void FetchTest::aLyingEndpointMakesNoCase() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    const Mined posting = posted_and_anchored();
    LyingProxy proxy(m_world->chain.url(),
                     [&](const std::string& asked, const codec::Json&, codec::Json& result) {
                         if (asked == method.toStdString()) {
                             result[codec::Json::json_pointer(pointer.toStdString())] =
                                 codec::Json::parse(value.toStdString());
                         }
                     });
    const QString path = out(QString::fromLatin1(QTest::currentDataTag()));
    const CliRun run =
        run_cli({u"fetch"_s, text_of(posting.transaction), u"--rpc"_s, proxy.url(), u"-o"_s, path});
    QVERIFY(proxy.lies() > 0);
    EXPECT_EXIT(run, 4);
    QVERIFY(!QFile::exists(path));
}

void FetchTest::findsAnchorsByTopic() {
    const Bytes table = other_table(0x71);
    const QString file = file_of(u"searched.bin"_s, table);
    m_world->chain.mine(40);
    const Mined anchor = m_world->mined(m_world->anchor, record_call(crypto::blake2b_256(table)));
    m_world->chain.mine(1200);
    const CliRun run = find(m_world->url(), {file});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.json().at("anchors").size(), std::size_t{1});
    const codec::Json found = run.json().at("anchors").at(0);
    QVERIFY(found.at("transaction") == anchor.transaction.hex());
    QVERIFY(found.at("hash_function") == "blake2b-256");
    QVERIFY(found.at("block") == anchor.block);
    // Elsewhere it is not found, and not said to be absent.
    const CliRun elsewhere = find(m_world->url(), {file, u"--from"_s, number(anchor.block + 1)});
    EXPECT_EXIT(elsewhere, 4);
    QVERIFY(elsewhere.json().at("absence_proven") == false);
    const CliRun other = find(m_world->url(), {file, u"--contract"_s, text_of(m_world->emitter)});
    EXPECT_EXIT(other, 4);
}

void FetchTest::absenceIsNotClaimed() {
    const QString file = file_of(u"unanchored.bin"_s, other_table(0x72));
    const CliRun run = find(m_world->url(), {file});
    EXPECT_EXIT(run, 4);
    const QByteArray words = QByteArray::fromStdString(run.json().at("search").get<std::string>());
    QVERIFY2(words.startsWith("not found in blocks 0 to"), words);
    QVERIFY2(!words.contains("no such"), words);
    // A limit of 100 blocks a request, told in the least helpful way, changes nothing but the number of
    // requests.
    int asked = 0;
    LyingProxy limited(m_world->chain.url(),
                       [&asked](const std::string& method, const codec::Json&, codec::Json& result) {
                           if (method == "eth_getLogs" && ++asked % 3 == 0) {
                               result = 17; // no list of logs
                           }
                       });
    const CliRun again = find(limited.url(), {file, u"--timeout"_s, u"5"_s});
    EXPECT_EXIT(again, 4);
}

void FetchTest::absenceIsProven() {
    const QString file = file_of(u"unanchored.bin"_s, other_table(0x72));
    const QStringList span{u"--from"_s, u"1"_s, u"--to"_s, u"40"_s};
    const CliRun run = find(m_world->url(), QStringList{file, u"--prove-absence"_s} + span);
    EXPECT_EXIT(run, 4);
    QVERIFY(run.json().at("absence_proven") == true);
    const QByteArray words = QByteArray::fromStdString(run.json().at("search").get<std::string>());
    QVERIFY2(words.startsWith("no such log in blocks 1 to 40: all "), words);
    // An endpoint that keeps back one block's receipts proves nothing.
    LyingProxy proxy(m_world->chain.url(),
                     [](const std::string& method, const codec::Json&, codec::Json& result) {
                         if (method == "eth_getBlockReceipts" && !result.empty()) {
                             result = codec::Json::array();
                         }
                     });
    const CliRun refused = find(proxy.url(), QStringList{file, u"--prove-absence"_s} + span);
    EXPECT_EXIT(refused, 4);
    QVERIFY2(!refused.out.contains("no such log"), refused.out);
}

void FetchTest::aHiddenLogIsFoundInItsReceipt() {
    const Bytes table = other_table(0x73);
    const QString file = file_of(u"hidden.bin"_s, table);
    const Mined anchor = m_world->mined(m_world->anchor, record_call(crypto::sha256(table)));
    LyingProxy proxy(m_world->chain.url(),
                     [](const std::string& method, const codec::Json&, codec::Json& result) {
                         if (method == "eth_getLogs") {
                             result = codec::Json::array();
                         }
                     });
    const QStringList span{u"--from"_s, number(anchor.block - 3), u"--to"_s, number(anchor.block)};
    const CliRun believed = find(proxy.url(), QStringList{file} + span);
    EXPECT_EXIT(believed, 4);
    QVERIFY(believed.json().at("absence_proven") == false);
    const CliRun proven = find(proxy.url(), QStringList{file, u"--prove-absence"_s} + span);
    EXPECT_EXIT(proven, 0);
    QVERIFY(proven.json().at("absence_proven") == false);
    QVERIFY(proven.json().at("anchors").at(0).at("transaction") == anchor.transaction.hex());
}

void FetchTest::aSearchIsTakenUpAgain() {
    const QString file = file_of(u"resumed.bin"_s, other_table(0x74));
    const QString state = out(u"search.json"_s);
    const QStringList arguments{file, u"--to"_s, u"40"_s, u"--resume"_s, state};
    EXPECT_EXIT(find(m_world->url(), arguments), 4);
    QVERIFY(contents(state).contains("anchorscope.log-search/1"));
    EXPECT_EXIT(find(m_world->url(), arguments), 4);
    const CliRun other = find(m_world->url(), {file, u"--to"_s, u"39"_s, u"--resume"_s, state});
    EXPECT_EXIT(other, 4);
    QVERIFY2(other.err.contains("search.goal"), other.told());
}

void FetchTest::usage() {
    const QString rpc = m_world->url();
    for (const QStringList& wrong :
         {QStringList{}, QStringList{u"--tx"_s, u"0x12"_s}, QStringList{u"--from"_s, u"1"_s},
          QStringList{u"--from"_s, u"9"_s, u"--to"_s, u"1"_s}, QStringList{u"ftp://x/tx/1"_s},
          QStringList{u"5"_s, u"--block"_s, u"5"_s},
          QStringList{u"5"_s, u"--contract"_s, text_of(m_world->anchor)},
          QStringList{u"5"_s, u"--select"_s, u"0"_s}}) {
        EXPECT_EXIT(run_cli(QStringList{u"fetch"_s, u"--rpc"_s, rpc} + wrong), 2);
    }
    EXPECT_EXIT(run_cli({u"fetch"_s, u"5"_s}), 2); // nobody to ask
    EXPECT_EXIT(run_cli({u"find"_s, u"--rpc"_s, rpc}), 2);
}

QTEST_GUILESS_MAIN(FetchTest)
#include "test_fetch.moc"
