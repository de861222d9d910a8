// Following a live chain: a thousand blocks with tables and anchors, over an endpoint that goes away and
// comes back, over reorganisations and over a second endpoint; nothing missed, nothing told twice.
// Over 500 lines: all share one chain and one way of counting what was told.
#include "model/session/proxies.h"
#include "model/session/session.h"
#include "model/watch/chain_watch.h"
#include "model/watch/reorg_watch.h"
#include "tests/devnet/calldata.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>
#include <csignal>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;
using model::ChainWatch;
using model::WatchItem;

namespace {

/// Carries bytes to the node and back; goes away (connections broken, port closed) and comes back on the same
/// port.
class Line : public QObject {
public:
    explicit Line(quint16 node) : m_node(node) {
        connect(&m_server, &QTcpServer::newConnection, this, [this] { accept(); });
        back();
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)); }
    void away() {
        m_server.close();
        for (QTcpSocket* socket : std::exchange(m_sockets, {})) {
            socket->disconnect();
            socket->abort();
            socket->deleteLater();
        }
    }
    void back() {
        if (!m_server.listen(QHostAddress::LocalHost, m_port)) {
            throw std::runtime_error("the port is taken");
        }
        m_port = m_server.serverPort();
    }

private:
    void accept() {
        while (QTcpSocket* const near = m_server.nextPendingConnection()) {
            auto* const far = new QTcpSocket(this);
            m_sockets << near << far;
            near->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            connect(far, &QTcpSocket::connected, far,
                    [far] { far->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
            connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
            connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
            connect(near, &QTcpSocket::disconnected, far, &QTcpSocket::disconnectFromHost);
            connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
            far->connectToHost(QHostAddress::LocalHost, m_node);
        }
    }
    QTcpServer m_server;
    QList<QTcpSocket*> m_sockets;
    quint16 m_node, m_port = 0;
};

/// What a watch told, as a user would add it up.
struct Seen {
    std::map<quint64, Hash32> standing; ///< blocks that joined and did not leave
    std::vector<WatchItem> items;       ///< that stand
    std::vector<WatchItem> ever;        ///< that were told
    int joined = 0, left = 0, troubles = 0;
    QByteArray mistakes;
    quint64 head = 0;
    QString last_trouble;

    /// For the message of a failing test.
    [[nodiscard]] QByteArray told() const {
        return "blocks joined: " + QByteArray::number(joined) + ", left: " + QByteArray::number(left) +
               ", troubles: " + QByteArray::number(troubles) + " (" + last_trouble.toUtf8() +
               "), last block: " + QByteArray::number(standing.empty() ? 0 : standing.rbegin()->first) +
               ", " + mistakes;
    }
    void follow(ChainWatch& watch) {
        QObject::connect(&watch, &ChainWatch::blockJoined, &watch,
                         [this](quint64 number, const Hash32& hash, const std::vector<WatchItem>& what) {
                             ++joined;
                             if (!standing.emplace(number, hash).second) {
                                 mistakes += "block " + QByteArray::number(number) + " told twice; ";
                             }
                             if (number != standing.begin()->first && !standing.contains(number - 1)) {
                                 mistakes +=
                                     "block " + QByteArray::number(number) + " without the one before; ";
                             }
                             for (const WatchItem& item : what) {
                                 items.push_back(item);
                                 ever.push_back(item);
                             }
                         });
        QObject::connect(&watch, &ChainWatch::blockLeft, &watch,
                         [this](quint64 number, const Hash32& hash, const std::vector<WatchItem>& what) {
                             ++left;
                             const auto found = standing.find(number);
                             if (found == standing.end() || found->second != hash ||
                                 std::next(found) != standing.end()) {
                                 mistakes += "block " + QByteArray::number(number) + " left out of order; ";
                             }
                             standing.erase(number);
                             for (const WatchItem& item : what) {
                                 const auto at = std::ranges::find(items, item);
                                 if (at == items.end()) {
                                     mistakes += "an item left that never came; ";
                                 } else {
                                     items.erase(at);
                                 }
                             }
                         });
        QObject::connect(&watch, &ChainWatch::trouble, &watch,
                         [this](const QString&, const QString& why, int) {
                             ++troubles;
                             last_trouble = why;
                         });
        QObject::connect(&watch, &ChainWatch::caughtUp, &watch, [this](quint64 number) { head = number; });
    }
    /// Positions (block, transaction hash) of items of a kind, sorted.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, Hash32>> of(WatchItem::Kind kind) const {
        std::vector<std::pair<std::uint64_t, Hash32>> out;
        for (const WatchItem& item : items) {
            if (item.kind == kind) {
                out.emplace_back(item.block, *item.transaction);
            }
        }
        std::ranges::sort(out);
        return out;
    }
};

} // namespace

class WatchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void aThousandBlocksOverARestart();
    void anAnchorComesLater();
    void aTableInAnInnerCall();
    void anchorsOfEveryKindAndDeclared();
    void aReorganisation();
    void blocksGoneWithoutOthers();
    void theNextEndpointTakesOver();
    void twoHostsVouch();
    void anotherChainIsNotFollowed();
    void aLiarIsNotFollowed();
    void memoryIsBounded();
    void reorgWatchTellsOnce();
    void reorgWatchIgnoresSilence();
    void aVerdictFallsWithItsBlock_data();
    void aVerdictFallsWithItsBlock();
    void commandLine();

private:
    model::WatchOptions options(const QList<QUrl>& urls, bool trusted = true) {
        model::WatchOptions out;
        for (const QUrl& url : urls) {
            out.endpoints.append({url, trusted});
        }
        out.expect.manager = m_world->manager;
        out.expect.contract = m_world->anchor;
        out.pollMs = 20;
        out.timeoutMs = 5'000;
        return out;
    }
    /// A table of its own; still canonical.
    Bytes table() {
        Bytes out = m_world->table;
        ++m_count;
        for (std::size_t i = 0; i < 4; ++i) {
            out[out.size() - 32 + i] =
                static_cast<std::uint8_t>(m_count >> (8 * i)); // in the proof, which has five bytes
        }
        return out;
    }
    /// Runs the event loop until the watch has read the chain's head.
    bool upToDate(const Seen& seen) {
        const std::uint64_t head = m_world->chain.head();
        return QTest::qWaitFor(
            [&] { return seen.standing.contains(head) && seen.standing.rbegin()->first == head; },
            300'000); // 20 ms a block, and much more on a busy machine
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::uint32_t m_count = 0;
};

void WatchTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
}

void WatchTest::init() {
    m_world = std::make_unique<World>();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setProxyFactory(new model::EndpointProxies);
}

void WatchTest::aThousandBlocksOverARestart() {
    Line line(static_cast<quint16>(m_world->chain.url().port()));
    auto chosen = options({line.url()});
    chosen.first = m_world->chain.head() + 1;
    ChainWatch watch(chosen, nullptr, m_network.get());
    Seen seen;
    seen.follow(watch);
    watch.start();

    // What goes in, as this test knows it: tables in every seventh block, anchors in every eleventh.
    std::vector<std::pair<std::uint64_t, Hash32>> tables, anchors, late;
    std::vector<Bytes> posted;
    const std::uint64_t before = m_world->chain.head();
    for (std::uint64_t i = 1; i <= 1000; ++i) {
        const std::uint64_t block = before + i;
        if (i % 7 == 0) {
            posted.push_back(table());
            tables.emplace_back(block, m_world->chain.send(1, m_world->manager, posted.back()));
            if (i % 14 == 0) { // anchored in its own block
                anchors.emplace_back(block, m_world->chain.send(4, m_world->anchor,
                                                                record_call(crypto::sha256(posted.back()))));
            }
        }
        if (i % 11 == 0 &&
            !posted.empty()) { // a second anchor of an earlier table, or of nothing that is known
            const Hash32 digest = i % 22 == 0 ? crypto::keccak256(posted.back()) : U256(i).to_word();
            anchors.emplace_back(block, m_world->chain.send(2, m_world->anchor, record_call(digest)));
        }
        m_world->chain.mine();
        if (i == 400) {
            QVERIFY2(upToDate(seen), seen.told());
            line.away();
        }
        if (i == 600) {
            QTest::qWait(300); // it notices that nobody is there
            QVERIFY(seen.troubles > 0);
            QVERIFY(!seen.standing.contains(block));
            line.back();
        }
    }
    QVERIFY2(upToDate(seen), seen.told());
    QCOMPARE(seen.mistakes, QByteArray());
    QCOMPARE(seen.joined, 1000);
    QCOMPARE(seen.left, 0);
    std::ranges::sort(anchors);
    std::ranges::sort(tables);
    QCOMPARE(tables.size(), std::size_t{142});
    QVERIFY(seen.of(WatchItem::Kind::Table) == tables);
    QVERIFY(seen.of(WatchItem::Kind::Anchor) == anchors);
    // Judged as they came: by the user's own node, with their anchors.
    int verified = 0;
    for (const WatchItem& item : seen.items) {
        if (item.kind == WatchItem::Kind::Table) {
            const bool own_anchor = (item.block - before) % 14 == 0;
            QVERIFY2((item.verdict == verify::Verdict::verified) == own_anchor, qPrintable(item.headline));
            verified += own_anchor ? 1 : 0;
        }
    }
    QCOMPARE(verified, 71);
    QVERIFY(!seen.of(WatchItem::Kind::Verdict).empty());
}

void WatchTest::anAnchorComesLater() {
    ChainWatch watch(options({m_world->chain.url()}), nullptr, m_network.get());
    Seen seen;
    seen.follow(watch);
    watch.start();
    QVERIFY(upToDate(seen));
    const Bytes posted = table();
    const Mined posting = m_world->mined(m_world->manager, posted);
    m_world->chain.mine(3);
    const Mined anchor = m_world->mined(m_world->anchor, record_call(crypto::sha256(posted)));
    QVERIFY(upToDate(seen));
    QCOMPARE(seen.items.size(), std::size_t{3});
    QVERIFY(seen.items[0].kind == WatchItem::Kind::Table);
    QVERIFY(seen.items[0].verdict == verify::Verdict::unproven);
    QVERIFY(seen.items[1].kind == WatchItem::Kind::Anchor);
    const WatchItem& verdict = seen.items[2];
    QVERIFY(verdict.kind == WatchItem::Kind::Verdict);
    QVERIFY(verdict.tableTransaction == posting.transaction);
    QVERIFY(verdict.transaction == anchor.transaction);
    QCOMPARE(verdict.block, anchor.block);
    QVERIFY(verdict.verdict ==
            verify::Verdict::mismatch); // anchored later than the slot of the table's block
    QVERIFY2(!verdict.headline.isEmpty(), "no words");

    // The same seen by somebody who allows for four slots, and for three.
    for (const std::uint64_t tolerance : {std::uint64_t{4}, std::uint64_t{3}}) {
        auto patient = options({m_world->chain.url()});
        patient.first = posting.block;
        patient.slotTolerance = tolerance;
        ChainWatch again(patient, nullptr, m_network.get());
        Seen later;
        later.follow(again);
        again.start();
        QVERIFY(upToDate(later));
        QCOMPARE(later.items.size(), std::size_t{3});
        QVERIFY2(later.items[2].verdict ==
                     (tolerance == 4 ? verify::Verdict::verified : verify::Verdict::mismatch),
                 qPrintable(later.items[2].headline));
    }
}

/// The table is in a call inside the transaction: only the endpoint's trace shows it, and only as far as that
/// endpoint's word goes.
void WatchTest::aTableInAnInnerCall() {
    const Hash32 creation = m_world->chain.send(0, std::nullopt, forwarder_code(m_world->manager));
    m_world->chain.mine();
    const Json receipt = m_world->chain.rpc("eth_getTransactionReceipt", Json::array({creation.hex()}));
    const Address forwarder = Address::parse(receipt.at("contractAddress").get<std::string>()).value();
    m_world->chain.send(1, m_world->manager, arm_call(m_world->manager_logs));
    m_world->chain.mine();
    const Hash32 posting = m_world->chain.send(1, forwarder, m_world->table);
    m_world->record(m_world->digest);
    m_world->chain.mine(3);
    const Mined at = m_world->located(posting);
    const Mined anchor = m_world->anchored(); // once more, in a later block

    const auto seen_by = [&](const QUrl& url) {
        auto chosen = options({url});
        chosen.first = at.block;
        chosen.slotTolerance = 10;
        ChainWatch watch(chosen, nullptr, m_network.get());
        Seen seen;
        seen.follow(watch);
        watch.start();
        return upToDate(seen) ? seen.items : std::vector<WatchItem>();
    };
    const auto items = seen_by(m_world->chain.url());
    const auto table_at = std::ranges::find(items, WatchItem::Kind::Table, &WatchItem::kind);
    const auto verdict_at = std::ranges::find(items, WatchItem::Kind::Verdict, &WatchItem::kind);
    QVERIFY(table_at != items.end() && verdict_at != items.end());
    for (const WatchItem& item : {*table_at, *verdict_at}) {
        QVERIFY(item.callee == forwarder); // the transaction's own input is the table too
        QVERIFY2(item.proof == verify::RungState::passed, qPrintable(item.proofDetail));
        QVERIFY(item.proofBasis == verify::BasisKind::endpoint);
        QVERIFY2(item.proofDetail.contains(u"in a call inside it, says 127.0.0.1"),
                 qPrintable(item.proofDetail));
        QVERIFY2(item.verdict == verify::Verdict::verified, qPrintable(item.headline));
    }
    QCOMPARE(verdict_at->block, anchor.block);
    // What the manager logged is told as of its kinds, and anchors nothing.
    QVERIFY(std::ranges::any_of(items, [](const WatchItem& item) {
        return item.kind == WatchItem::Kind::Anchor && item.anchorKind == u"eez.batch-posted" && !item.digest;
    }));

    // The bytes are found by a first trace, but it is of another call than the transaction's: no proof.
    LyingProxy proxy(m_world->chain.url(), [](const std::string& method, const Json&, Json& result) {
        if (method == "debug_traceTransaction") {
            result["value"] = "0x1";
        }
    });
    const auto doubted = seen_by(QUrl(proxy.url()));
    QVERIFY(proxy.lies() > 0);
    const auto doubted_at = std::ranges::find(doubted, WatchItem::Kind::Table, &WatchItem::kind);
    QVERIFY(doubted_at != doubted.end());
    QVERIFY2(doubted_at->proof == verify::RungState::not_checked, qPrintable(doubted_at->proofDetail));
}

void WatchTest::anchorsOfEveryKindAndDeclared() {
    const std::uint64_t first = m_world->chain.head() + 1;
    const Bytes posted = table();
    const Hash32 digest = crypto::sha256(posted), attested = U256(7).to_word();
    m_world->chain.send(1, m_world->manager, posted);
    m_world->chain.send(2, m_world->emitter,
                        emit_call({crypto::keccak256(bytes_of("Stored(bytes32)")), digest}));
    m_world->chain.send(
        3, m_world->emitter,
        emit_call({crypto::keccak256(bytes_of("Timestamped(bytes32,uint64)")), attested, U256(9).to_word()}));
    m_world->chain.mine();
    const QStringList span{u"--from"_s, QString::number(qulonglong{first}), u"--to"_s,
                           QString::number(qulonglong{first})};
    const QStringList declared{u"--event"_s, u"Stored(bytes32 indexed digest) digest=topic1"_s};
    const auto lines_of = [](const CliRun& run) {
        std::map<std::string, Json> out;
        for (const QByteArray& line : run.out.trimmed().split('\n')) {
            Json json = Json::parse(line.toStdString());
            const std::string kind = json.at("event") == "anchor" ? json.at("anchor_kind").get<std::string>()
                                                                  : json.at("event").get<std::string>();
            out[kind] = std::move(json);
        }
        return out;
    };
    const QStringList watch{u"watch"_s,     u"--json"_s,    u"--trust"_s,
                            m_world->url(), u"--manager"_s, text_of(m_world->manager)};
    auto known = lines_of(run_cli(watch + span));
    QVERIFY(known.contains("eas.timestamped") && !known.contains("declared"));
    QVERIFY(known["eas.timestamped"].at("digest") == attested.hex());
    QVERIFY(known["table"].at("verdict") == "unproven");
    auto mine = lines_of(run_cli(watch + span + declared));
    QVERIFY(mine.contains("eas.timestamped"));
    QVERIFY(mine["declared"].at("digest") == digest.hex());
    QVERIFY(mine["declared"].at("account").is_null());
    QVERIFY(mine["table"].at("anchor_kind") == "declared");
    QVERIFY(mine["table"].at("proof").at("state") == "passed");
    const CliRun fetched = run_cli(QStringList{u"fetch"_s, u"--json"_s, u"--rpc"_s, m_world->url(),
                                               u"--block"_s, QString::number(qulonglong{first})} +
                                   declared);
    EXPECT_EXIT(fetched, 0);
    std::vector<std::string> kinds;
    const Json told = fetched.json();
    for (const Json& each : told.at("anchors")) {
        kinds.push_back(each.at("kind").get<std::string>());
    }
    std::ranges::sort(kinds);
    QByteArray listed;
    for (const std::string& kind : kinds) {
        listed += QByteArray::fromStdString(kind) + ' ';
    }
    QCOMPARE(listed, QByteArray("declared eas.timestamped "));
    QVERIFY(fetched.json().at("tables").at(0).at("anchor").is_null()); // no envelope could say it
    EXPECT_EXIT(run_cli(watch + span + QStringList{u"--event"_s, u"Stored(bytes32 digest)"_s}), 2);
    EXPECT_EXIT(run_cli(watch + span + QStringList{u"--slot-tolerance"_s, u"-1"_s}), 2);
}

void WatchTest::aReorganisation() {
    ChainWatch watch(options({m_world->chain.url()}), nullptr, m_network.get());
    Seen seen;
    seen.follow(watch);
    watch.start();
    QVERIFY(upToDate(seen));
    const Bytes posted = table();
    const Json snapshot = m_world->chain.rpc("evm_snapshot");
    m_world->chain.send(1, m_world->manager, posted);
    m_world->record(crypto::sha256(posted));
    m_world->chain.mine(3);
    QVERIFY(upToDate(seen));
    QCOMPARE(seen.items.size(), std::size_t{2});
    QVERIFY(seen.items[0].verdict == verify::Verdict::verified);
    const Hash32 old = seen.standing.rbegin()->second;

    // Back, and on with other blocks: the anchor alone is mined again.
    m_world->chain.rpc("evm_revert", Json::array({snapshot}));
    m_world->chain.rpc("anvil_dropAllTransactions");
    m_world->record(crypto::sha256(posted));
    m_world->chain.mine(4);
    QVERIFY(upToDate(seen));
    QCOMPARE(seen.mistakes, QByteArray());
    QCOMPARE(seen.left, 3);
    QVERIFY(std::ranges::none_of(seen.standing, [&](const auto& each) { return each.second == old; }));
    QCOMPARE(seen.items.size(), std::size_t{1});
    QVERIFY(seen.items[0].kind == WatchItem::Kind::Anchor);

    // anvil_reorg: the same height, other blocks.
    m_world->chain.rpc("anvil_reorg", Json::array({2, Json::array()}));
    const std::uint64_t head = m_world->chain.head();
    const Hash32 now = m_world->chain.block(head).header.hash;
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto found = seen.standing.find(head);
            return found != seen.standing.end() && found->second == now;
        },
        20'000));
    QCOMPARE(seen.left, 5);
    QCOMPARE(seen.mistakes, QByteArray());
}

void WatchTest::blocksGoneWithoutOthers() {
    ChainWatch watch(options({m_world->chain.url()}), nullptr, m_network.get());
    Seen seen;
    seen.follow(watch);
    watch.start();
    QVERIFY(upToDate(seen));
    const std::uint64_t head = m_world->chain.head();
    const Json snapshot = m_world->chain.rpc("evm_snapshot");
    m_world->mined(m_world->manager, table());
    QVERIFY(upToDate(seen));
    m_world->chain.rpc("evm_revert", Json::array({snapshot}));
    QVERIFY(QTest::qWaitFor([&] { return seen.left == 1; }, 20'000));
    QCOMPARE(seen.standing.rbegin()->first, quint64{head});
    QVERIFY(seen.items.empty());
    QCOMPARE(seen.mistakes, QByteArray());
}

void WatchTest::theNextEndpointTakesOver() {
    Line first(static_cast<quint16>(m_world->chain.url().port()));
    Line second(static_cast<quint16>(m_world->chain.url().port()));
    auto chosen = options({first.url(), second.url()});
    ChainWatch watch(chosen, nullptr, m_network.get());
    Seen seen;
    seen.follow(watch);
    watch.start();
    QVERIFY(upToDate(seen));
    first.away();
    m_world->chain.mine(5);
    QVERIFY(upToDate(seen));
    QCOMPARE(seen.troubles, 1);
    second.away();
    m_world->chain.mine(5);
    first.back();
    QVERIFY(upToDate(seen));
    QCOMPARE(seen.mistakes, QByteArray());
    QCOMPARE(seen.left, 0);
}

void WatchTest::twoHostsVouch() {
    const QHostAddress elsewhere = LyingProxy::another_host();
    if (elsewhere.isNull()) {
        QSKIP("this machine has no address but loopback: no second host to ask");
    }
    bool lie = false;
    LyingProxy other(
        m_world->chain.url(),
        [&lie](const std::string& method, const codec::Json& parameters, codec::Json& result) {
            if (lie && method == "eth_getBlockByNumber" && parameters.at(0) != "latest" &&
                result.is_object()) {
                result["hash"] = "0x" + std::string(64, '1');
            }
        },
        elsewhere);
    ChainWatch watch(options({m_world->chain.url(), QUrl(other.url())}, false), nullptr, m_network.get());
    Seen seen;
    seen.follow(watch);
    watch.start();
    QVERIFY(upToDate(seen));
    const auto post = [this] {
        const Bytes posted = table();
        m_world->chain.send(1, m_world->manager, posted);
        m_world->record(crypto::sha256(posted));
        m_world->chain.mine();
    };
    post();
    QVERIFY(upToDate(seen));
    QVERIFY2(seen.items.at(0).verdict == verify::Verdict::verified, qPrintable(seen.items[0].headline));
    lie = true;
    post();
    QVERIFY(upToDate(seen));
    QVERIFY2(seen.items.at(2).kind == WatchItem::Kind::Table, "table first");
    QVERIFY2(seen.items.at(2).verdict != verify::Verdict::verified, qPrintable(seen.items[2].headline));

    // One endpoint that nobody trusts is never enough.
    ChainWatch alone(options({m_world->chain.url()}, false), nullptr, m_network.get());
    Seen other_seen;
    other_seen.follow(alone);
    alone.start();
    QVERIFY(upToDate(other_seen));
    QCOMPARE(other_seen.items.size(), std::size_t{2});
    QVERIFY(other_seen.items[0].verdict == verify::Verdict::unproven);
}

void WatchTest::anotherChainIsNotFollowed() {
    auto chosen = options({m_world->chain.url()});
    chosen.expect.chain_id = 1;
    ChainWatch watch(chosen, nullptr, m_network.get());
    Seen seen;
    seen.follow(watch);
    watch.start();
    QVERIFY(QTest::qWaitFor([&] { return seen.troubles > 1; }, 10'000));
    QCOMPARE(seen.joined, 0);
}

void WatchTest::aLiarIsNotFollowed() {
    std::string receipts_of;
    LyingProxy liar(m_world->chain.url(),
                    [](const std::string& method, const codec::Json&, codec::Json& result) {
                        if (method == "eth_getBlockReceipts" && !result.empty()) {
                            result.erase(result.size() - 1); // keeps a receipt back
                        }
                    });
    auto chosen = options({QUrl(liar.url()), m_world->chain.url()});
    chosen.first = m_world->chain.head() + 1;
    ChainWatch watch(chosen, nullptr, m_network.get());
    Seen seen;
    seen.follow(watch);
    watch.start();
    m_world->mined(m_world->manager, table());
    QVERIFY(upToDate(seen));
    QCOMPARE(seen.items.size(), std::size_t{1});
    QVERIFY(seen.troubles >= 1);
    QVERIFY(liar.lies() >= 1);
}

void WatchTest::memoryIsBounded() {
    model::WatchJudge judge({});
    const Mined posting = m_world->mined(m_world->manager, table());
    model::FoundBlock found;
    found.block = std::make_shared<const chain::BlockEvidence>(m_world->chain.block(posting.block));
    found.tables = verify::table_candidates(*found.block);
    found.anchors = verify::anchor_candidates(*found.block);
    QCOMPARE(found.tables.tables.size(), std::size_t{1});
    for (std::size_t i = 0; i < model::WatchJudge::max_blocks + 20; ++i) {
        QCOMPARE(judge.add(found, {}).size(), std::size_t{1});
    }
    QCOMPARE(judge.remembered(), model::WatchJudge::max_blocks);
    judge.remove(found.block->header.hash);
    QCOMPARE(judge.remembered(), std::size_t{0});

    model::BlockLine line;
    line.begin(5);
    for (std::uint64_t i = 5; i < 5 + 2 * model::BlockLine::kept; ++i) {
        QCOMPARE(line.next(), i);
        line.append({i, U256(i).to_word(), {}});
    }
    QVERIFY(line.at(5) == nullptr);
    QVERIFY(line.at(line.last().number - model::BlockLine::kept + 1) != nullptr);
    QVERIFY(line.at(line.last().number)->hash == U256(line.last().number).to_word());
}

void WatchTest::reorgWatchTellsOnce() {
    m_world->chain.mine(3);
    const Json snapshot = m_world->chain.rpc("evm_snapshot");
    const Mined anchor = m_world->anchored();
    const Hash32 hash = m_world->chain.block(anchor.block).header.hash;
    constexpr int poll_ms = 200;
    model::ReorgWatch watch({{{m_world->chain.url(), true}, {{anchor.block, hash}}}}, poll_ms, 5'000, nullptr,
                            m_network.get());
    QSignalSpy left(&watch, &model::ReorgWatch::left);
    watch.start();
    QTest::qWait(3 * poll_ms);
    m_world->chain.mine(2);
    QTest::qWait(2 * poll_ms);
    QCOMPARE(left.count(), 0);
    m_world->chain.rpc("evm_revert", Json::array({snapshot}));
    QVERIFY(left.count() > 0 || left.wait(20 * poll_ms)); // it may come while the chain is told
    m_world->chain.mine(6);                               // another block at its height
    QCOMPARE(left.at(0).at(0).toULongLong(), quint64{anchor.block});
    QTest::qWait(3 * poll_ms);
    QCOMPARE(left.count(), 1);
}

void WatchTest::reorgWatchIgnoresSilence() {
    Line line(static_cast<quint16>(m_world->chain.url().port()));
    const Mined anchor = m_world->anchored();
    const Hash32 hash = m_world->chain.block(anchor.block).header.hash;
    model::ReorgWatch watch({{{line.url(), true}, {{anchor.block, hash}}}}, 50, 1'000, nullptr,
                            m_network.get());
    QSignalSpy left(&watch, &model::ReorgWatch::left);
    watch.start();
    line.away();
    QTest::qWait(300);
    QCOMPARE(left.count(), 0); // nobody answered: nothing is known
    line.back();
    QTest::qWait(300);
    QCOMPARE(left.count(), 0);
    m_world->chain.rpc("anvil_reorg", Json::array({1, Json::array()}));
    QVERIFY(left.count() == 1 || left.wait(2'000));
}

void WatchTest::aVerdictFallsWithItsBlock_data() {
    QTest::addColumn<bool>("reverted");
    QTest::newRow("evm_revert") << true;
    QTest::newRow("anvil_reorg") << false;
}

void WatchTest::aVerdictFallsWithItsBlock() {
    QFETCH(bool, reverted);
    constexpr int poll_ms = 300;
    const Json snapshot = m_world->chain.rpc("evm_snapshot");
    const Mined anchor = m_world->anchored();
    const auto files = m_world->honest_case(anchor);
    model::Session session;
    session.watchReorg(poll_ms);
    model::VerifyOptions chosen;
    chosen.endpoints.append({m_world->chain.url(), true});
    chosen.expect.contract = m_world->anchor;
    session.setOptions(chosen);
    session.open(model::CaseFiles::discover(files->path()));
    const auto verdict = [&session] {
        return session.parts().report ? std::optional(session.parts().report->verdict) : std::nullopt;
    };
    QVERIFY(QTest::qWaitFor([&] { return verdict().has_value(); }, 20'000));
    QVERIFY(verdict() == verify::Verdict::verified);
    m_world->chain.mine(3); // blocks on top change nothing
    QSignalSpy left(&session, &model::Session::blockLeft);
    QTest::qWait(3 * poll_ms);
    QCOMPARE(left.count(), 0);
    QVERIFY(verdict() == verify::Verdict::verified);

    const int asked = session.requestLog()->rowCount();
    int polls = 0;
    std::optional<verify::Verdict> at_drop = verify::Verdict::verified;
    QObject::connect(&session, &model::Session::blockLeft, &session, [&] {
        at_drop = verdict();
        polls = session.requestLog()->rowCount() - asked;
    });
    if (reverted) {
        m_world->chain.rpc("evm_revert", Json::array({snapshot}));
    } else {
        m_world->chain.rpc("anvil_reorg", Json::array({4, Json::array()}));
    }
    QVERIFY(left.count() > 0 || left.wait(20 * poll_ms)); // it may come while the chain is told
    QVERIFY2(polls >= 1 && polls <= 2, qPrintable(QString::number(polls))); // one may have been on its way
    QVERIFY(!at_drop.has_value());                                          // no verdict from that moment on
    session.cancel(); // and no cancelled run brings it back
    QVERIFY(verdict() != verify::Verdict::verified);
    if (reverted) {
        m_world->chain.rpc("anvil_dropAllTransactions");
        m_world->chain.mine(4);
    }
    QSignalSpy finished(&session, &model::Session::finished);
    session.verifyAgain();
    QVERIFY(finished.wait(20'000) && verdict().has_value());
    QVERIFY2(verdict() != verify::Verdict::verified, session.parts().report->headline.c_str());
}

void WatchTest::commandLine() {
    const std::uint64_t first = m_world->chain.head() + 1;
    const Bytes posted = table();
    const Hash32 posting = m_world->chain.send(1, m_world->manager, posted);
    m_world->record(crypto::sha256(posted));
    m_world->chain.mine();
    m_world->chain.mine(2);
    const QStringList span{u"--from"_s, QString::number(qulonglong{first}), u"--to"_s,
                           QString::number(qulonglong{first + 2})};
    const CliRun run =
        run_cli(QStringList{u"watch"_s, u"--json"_s, u"--trust"_s, m_world->url(), u"--manager"_s,
                            text_of(m_world->manager), u"--contract"_s, text_of(m_world->anchor)} +
                span);
    EXPECT_EXIT(run, 0);
    const QList<QByteArray> lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 5); // three blocks, a table, an anchor
    const auto json = [&](int line) { return codec::Json::parse(lines[line].toStdString()); };
    QVERIFY(json(0).at("event") == "block" && json(3).at("event") == "block");
    QVERIFY(json(1).at("event") == "table");
    QVERIFY(json(1).at("transaction") == posting.hex());
    QVERIFY(json(1).at("verdict") == "verified");
    QVERIFY(json(1).at("removed") == false);
    QVERIFY(json(2).at("event") == "anchor");
    QVERIFY(json(2).at("digest") == crypto::sha256(posted).hex());
    const CliRun text = run_cli(QStringList{u"watch"_s, u"--trust"_s, m_world->url()} + span);
    EXPECT_EXIT(text, 0);
    QVERIFY2(text.out.contains("table    " + text_of(posting).toLatin1()), text.out);
    // Without --to it goes on until it is told to stop.
    CliSetting setting;
    setting.started = [](qint64 process) {
        QTimer::singleShot(1500, [process] { ::kill(static_cast<pid_t>(process), SIGINT); });
    };
    const CliRun stopped = run_cli({u"watch"_s, u"--trust"_s, m_world->url()}, setting);
    QCOMPARE(stopped.code, -1); // by the signal
    EXPECT_EXIT(run_cli({u"watch"_s}), 2);
    EXPECT_EXIT(run_cli({u"watch"_s, u"--rpc"_s, m_world->url(), u"--poll"_s, u"0"_s}), 2);
    CliSetting full;
    full.output_file = u"/dev/full"_s;
    EXPECT_EXIT(run_cli(QStringList{u"watch"_s, u"--json"_s, u"--trust"_s, m_world->url()} + span, full), 70);
}

QTEST_GUILESS_MAIN(WatchTest)
#include "test_watch.moc"
