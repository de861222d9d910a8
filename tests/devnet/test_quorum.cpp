// Several endpoints on a live chain, some of which lie consistently: a block of theirs, whole from logs to
// header hash, and the same story to every question. And pins of newer blocks, from which headers lead down.
#include "core/chain/history_contract.h"
#include "tests/devnet/calldata.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/forgery.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

namespace {

/// A block of the chain with its topics changed, told in every answer about it by those who lie.
struct Story {
    std::uint64_t number = 0;
    Hash32 true_hash;
    chain::BlockEvidence block;
};

void put_header(const chain::Header& header, Json& block) {
    block["hash"] = header.hash.hex();
    block["receiptsRoot"] = header.receipts_root.hex();
    block["logsBloom"] = to_hex(header.logs_bloom);
}

void put_receipt(const Story& story, Json& receipt) {
    const auto index = static_cast<std::size_t>(
        U256::parse_quantity(receipt.at("transactionIndex").get<std::string>()).value().to_u64().value());
    const chain::Receipt& told = story.block.receipts.at(index);
    receipt["blockHash"] = story.block.header.hash.hex();
    receipt["logsBloom"] = to_hex(chain::bloom_of(told.logs));
    for (std::size_t log = 0; log < told.logs.size(); ++log) {
        Json& out = receipt["logs"][log];
        out["blockHash"] = story.block.header.hash.hex();
        for (std::size_t topic = 0; topic < told.logs[log].topics.size(); ++topic) {
            out["topics"][topic] = told.logs[log].topics[topic].hex();
        }
    }
}

/// Whether an object of JSON-RPC says that it is, or is in, this block.
bool is_of(const Json& object, const char* key, const Hash32& hash) {
    return object.is_object() && object.contains(key) && object.at(key) == hash.hex();
}

/// The liar's answers. It asks the node for the true block where the false one is named.
LyingProxy::Lie telling(World& world, const Story& story) {
    return [&world, story](const std::string& method, const Json& parameters, Json& result) {
        const std::string named = parameters.empty() || !parameters[0].is_string()
                                      ? std::string()
                                      : parameters[0].get<std::string>();
        if (named == story.block.header.hash.hex()) {
            Json real = parameters;
            real[0] = story.true_hash.hex();
            result = world.chain.rpc(method, real);
        }
        if (is_of(result, "hash", story.true_hash)) {
            put_header(story.block.header, result);
        } else if (is_of(result, "blockHash", story.true_hash)) {
            put_receipt(story, result);
        } else if (method == "eth_getBlockReceipts" && result.is_array()) {
            for (Json& receipt : result) {
                if (is_of(receipt, "blockHash", story.true_hash)) {
                    put_receipt(story, receipt);
                }
            }
        }
    };
}

void nothing(const std::string&, const Json&, Json&) {}

} // namespace

class QuorumTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void oneLiarOfThree_data();
    void oneLiarOfThree();
    void twoConsistentLiars();
    void parentWalk();
    void historyContract();
    void walkOnALyingEndpoint();
    void reorgBetweenTwoCalls();

private:
    std::unique_ptr<World> m_world;
    std::vector<QHostAddress> m_hosts;
    /// The lie that a block which anchors something else anchors the table.
    Story forged_anchor(const Mined& other);
    static QStringList endpoints(const std::vector<LyingProxy*>& proxies);
};

void QuorumTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_hosts = LyingProxy::hosts();
    if (m_hosts.size() < 3) {
        QSKIP("this machine has too few addresses for three hosts");
    }
    m_world = std::make_unique<World>();
}

Story QuorumTest::forged_anchor(const Mined& other) {
    const chain::BlockEvidence truth = m_world->chain.block(other.block);
    return {other.block, truth.header.hash, with_topic(truth, 0, 0, 1, m_world->digest)};
}

QStringList QuorumTest::endpoints(const std::vector<LyingProxy*>& proxies) {
    QStringList out;
    for (const LyingProxy* const proxy : proxies) {
        out += {u"--rpc"_s, proxy->url()};
    }
    return out;
}

/// Which of the three lies must not matter, not even where it is the first to be asked.
void QuorumTest::oneLiarOfThree_data() {
    QTest::addColumn<int>("liar");
    for (int liar = 0; liar < 3; ++liar) {
        QTest::newRow(QByteArray::number(liar).constData()) << liar;
    }
}

void QuorumTest::oneLiarOfThree() {
    QFETCH(const int, liar);
    const Mined anchor_at = m_world->anchored();
    const chain::BlockEvidence truth = m_world->chain.block(anchor_at.block);
    const Story story{anchor_at.block, truth.header.hash, with_topic(truth, 0, 0, 1, Hash32{})};
    anchor::Envelope envelope = m_world->envelope(anchor_at);
    envelope.block_hash.reset();
    CaseFolder files(m_world->table);
    files.envelope(envelope);
    std::vector<std::unique_ptr<LyingProxy>> proxies;
    std::vector<LyingProxy*> all;
    for (int index = 0; index < 3; ++index) {
        const auto lie = index == liar ? telling(*m_world, story) : LyingProxy::Lie(nothing);
        proxies.push_back(std::make_unique<LyingProxy>(m_world->chain.url(), lie,
                                                       m_hosts[static_cast<std::size_t>(index)]));
        all.push_back(proxies.back().get());
    }
    const CliRun strict = verify(QStringList{files.path()} + endpoints(all)); // all have to agree
    EXPECT_EXIT(strict, 4);
    EXPECT_RUNG(strict, "block", "not_checked block.no_quorum");
    QStringList arguments = QStringList{files.path(), u"--quorum"_s, u"2"_s} + endpoints(all);
    const CliRun run = verify(arguments);
    QVERIFY2(all[static_cast<std::size_t>(liar)]->lies() > 0, run.told());
    EXPECT_EXIT(run, 0);
    EXPECT_RUNG(run, "block", "passed");
    // Who dissents, and in what.
    const QByteArray name = all[static_cast<std::size_t>(liar)]->url().mid(7).toUtf8();
    const QByteArray root = "receiptsRoot is " +
                            QByteArray::fromStdString(story.block.header.receipts_root.hex()) + ", not " +
                            QByteArray::fromStdString(truth.header.receipts_root.hex());
    QVERIFY2(run.out.contains(name + " has another block at height"), run.told());
    QVERIFY2(run.out.contains(root), run.told());
    arguments.removeFirst();
    const CliRun words = run_cli(QStringList{u"verify"_s, files.path()} + arguments);
    QVERIFY2(words.out.contains("Verified; block by 2 of 3 endpoints, 1 dissents"), words.out + words.err);
    EXPECT_EXIT(verify(QStringList{files.path(), u"--quorum"_s, u"3"_s} + endpoints(all)), 4);
}

void QuorumTest::twoConsistentLiars() {
    const Mined other = m_world->mined(m_world->anchor, record_call(Hash32{})); // another digest, in truth
    const Story story = forged_anchor(other);
    anchor::Envelope envelope = m_world->envelope(other);
    envelope.block_hash = story.block.header.hash;
    CaseFolder files(m_world->table);
    files.envelope(envelope);
    LyingProxy first(m_world->chain.url(), telling(*m_world, story), m_hosts[0]);
    LyingProxy second(m_world->chain.url(), telling(*m_world, story), m_hosts[1]);
    LyingProxy honest(m_world->chain.url(), nothing, m_hosts[2]);
    const QStringList asked = endpoints({&first, &second, &honest});
    const QStringList two{u"--quorum"_s, u"2"_s};
    const CliRun theirs = verify(QStringList{files.path()} + two + asked);
    EXPECT_EXIT(theirs, 0); // nothing can tell, but the dissent is told
    QVERIFY2(theirs.out.contains("block.dissent"), theirs.told());
    const CliRun words = run_cli(QStringList{u"verify"_s, files.path()} + two + asked);
    QVERIFY2(words.out.contains("block by 2 of 3 endpoints, 1 dissents"), words.out + words.err);
    const CliRun three = verify(QStringList{files.path(), u"--quorum"_s, u"3"_s} + asked);
    EXPECT_EXIT(three, 4);
    EXPECT_EXIT(verify(QStringList{files.path()} + asked), 4);
    // With the true hash pinned: where nobody gives the true block, theirs is not the one pinned; where the
    // third does, the table is not what it anchors.
    const QStringList pin{u"--pin-block"_s, m_world->pin(other.block)};
    const CliRun liars = verify(QStringList{files.path()} + two + pin + endpoints({&first, &second}));
    EXPECT_EXIT(liars, 1);
    EXPECT_RUNG(liars, "block", "failed block.pin");
    const CliRun pinned = verify(QStringList{files.path()} + two + pin + asked);
    EXPECT_EXIT(pinned, 1);
    EXPECT_RUNG(pinned, "block", "passed");
    QVERIFY2(pinned.rung("event").startsWith("failed"), pinned.told());
    // Also a pin from above, through the headers of those very liars.
    m_world->chain.mine(3);
    const QStringList pin_above{u"--pin-block"_s, m_world->pin(other.block + 3)};
    const CliRun above = verify(QStringList{files.path()} + two + pin_above + endpoints({&first, &second}));
    EXPECT_EXIT(above, 1);
    EXPECT_RUNG(above, "block", "failed block.pin");
}

/// The anchor's block is a few below the pinned one: a foreign endpoint gives the headers, the pin vouches.
void QuorumTest::parentWalk() {
    const Mined anchor_at = m_world->anchored();
    const auto files = m_world->honest_case(anchor_at);
    m_world->chain.mine(10);
    const QStringList pin{u"--pin-block"_s, m_world->pin(anchor_at.block + 10)};
    const CliRun offline = verify(QStringList{files->path()} + pin);
    EXPECT_EXIT(offline, 4); // a pin of another block says nothing without the headers between
    LyingProxy honest(m_world->chain.url(), nothing, m_hosts[0]);
    const CliRun run = verify(QStringList{files->path()} + pin + endpoints({&honest}));
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains("through 10 headers"), run.told());
    QVERIFY2(!run.out.contains("pin.unused"), run.told());
}

void QuorumTest::walkOnALyingEndpoint() {
    const Mined anchor_at = m_world->anchored();
    const auto files = m_world->honest_case(anchor_at);
    m_world->chain.mine(4);
    const QStringList pin{u"--pin-block"_s, m_world->pin(anchor_at.block + 4)};
    const auto changed = [](const std::string& method, const Json&, Json& result) {
        if (method.starts_with("eth_getBlockBy") && result.is_object()) {
            result["parentHash"] = Hash32{}.hex(); // with the hash as it was, or with one that fits
            result["hash"] = chain::header_from_rpc(result, "block").value().hash.hex();
        }
    };
    LyingProxy liar(m_world->chain.url(), changed, m_hosts[0]);
    const CliRun run = verify(QStringList{files->path()} + pin + endpoints({&liar}));
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.out.contains("endpoint.header"), run.told());
    LyingProxy honest(m_world->chain.url(), nothing,
                      m_hosts[1]); // asked where the first gives nothing that links
    EXPECT_EXIT(verify(QStringList{files->path()} + pin + endpoints({&liar, &honest})), 0);
}

/// Too far for a short walk: the state of the pinned block holds the hash.
void QuorumTest::historyContract() {
    const Mined anchor_at = m_world->anchored();
    const auto files = m_world->honest_case(anchor_at);
    m_world->chain.mine(199);
    // Where the node does not keep hashes by itself, the test puts this one where the protocol would.
    const std::string contract = chain::history_contract().hex();
    m_world->chain.rpc("anvil_setCode", Json::array({contract, history_code()}));
    m_world->chain.rpc("anvil_setStorageAt",
                       Json::array({contract, chain::history_slot(anchor_at.block).hex(),
                                    m_world->chain.block(anchor_at.block).header.hash.hex()}));
    m_world->chain.mine();
    const QStringList pin{u"--pin-block"_s, m_world->pin(anchor_at.block + 200)};
    int headers = 0;
    const auto counting = [&headers](const std::string& method, const Json&, Json&) {
        headers += method.starts_with("eth_getBlockBy") ? 1 : 0;
    };
    LyingProxy honest(m_world->chain.url(), counting, m_hosts[0]);
    const CliRun run = verify(QStringList{files->path()} + pin + endpoints({&honest}));
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains("by the state of block"), run.told());
    QVERIFY2(headers < 20, QByteArray::number(headers).constData());
    // An endpoint that proves another word is not believed; the walk does it then.
    const auto broken = [](const std::string& method, const Json&, Json& result) {
        if (method == "eth_getProof") {
            result["storageProof"][0]["value"] = "0x1";
        }
    };
    LyingProxy liar(m_world->chain.url(), broken, m_hosts[0]);
    const CliRun walked = verify(QStringList{files->path()} + pin + endpoints({&liar}));
    EXPECT_EXIT(walked, 0);
    QVERIFY2(walked.out.contains("through 200 headers"), walked.told());
}

/// The anchor's block leaves the chain between the question for the receipt and the one for the block at its
/// height.
void QuorumTest::reorgBetweenTwoCalls() {
    const Mined anchor_at = m_world->anchored();
    const anchor::Envelope envelope = m_world->envelope(anchor_at);
    CaseFolder files(m_world->table);
    files.envelope(envelope);
    bool reorganised = false;
    const auto reorg = [&](const std::string& method, const Json&, Json&) {
        if (method == "eth_getBlockReceipts" && !reorganised) {
            reorganised = true;
            m_world->chain.rpc("anvil_reorg", Json::array({1, Json::array()}));
        }
    };
    LyingProxy node(m_world->chain.url(), reorg, m_hosts[0]);
    const CliRun run = verify({files.path(), u"--trust"_s, node.url()});
    QVERIFY(reorganised);
    QVERIFY2(run.code == 1 || run.code == 4, run.told());
    QVERIFY2(run.rung("block").startsWith("failed") || run.rung("block").startsWith("not_checked"),
             run.told());
}

QTEST_GUILESS_MAIN(QuorumTest)
#include "test_quorum.moc"
