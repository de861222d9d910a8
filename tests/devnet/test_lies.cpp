// Endpoints that lie. A proxy stands before the node and changes its answers, one lie a test; whoever lies is
// declared trusted, which is the strongest word that an endpoint can have, and still nothing false may come
// out as verified.
#include "tests/devnet/calldata.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

class LiesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theTruthPasses();
    void foreignReceipt();
    void receiptOfAnotherBlock();
    void receiptsOfAnotherBlock();
    void anotherContractInTheLog();
    void statusOfARevertedTransaction();
    void removedLog();
    void anotherChain();
    void headerOfAnotherHash();
    void changedTransactions();
    void claimedLogIndex();
    void oneLiesTheOtherDoesNot();
    void noSuchBlock();
    void noAnswerButNonsense();

private:
    std::unique_ptr<World> m_world;
    /// Verifies an honest table and envelope by a proxy that tells this lie; the lie must have been told.
    CliRun told(const anchor::Envelope& envelope, const LyingProxy::Lie& lie);
};

namespace {

/// The lie for one method alone.
LyingProxy::Lie about(const char* method, const std::function<void(const codec::Json&, codec::Json&)>& lie) {
    return [method, lie](const std::string& asked, const codec::Json& parameters, codec::Json& result) {
        if (asked == method) {
            lie(parameters, result);
        }
    };
}

/// The lie in every receipt, wherever it is told.
LyingProxy::Lie in_receipts(const std::function<void(codec::Json&)>& lie) {
    return [lie](const std::string& asked, const codec::Json&, codec::Json& result) {
        if (asked == "eth_getTransactionReceipt" && result.is_object()) {
            lie(result);
        } else if (asked == "eth_getBlockReceipts" && result.is_array()) {
            std::ranges::for_each(result, lie);
        }
    };
}

} // namespace

void LiesTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
}

CliRun LiesTest::told(const anchor::Envelope& envelope, const LyingProxy::Lie& lie) {
    LyingProxy proxy(m_world->chain.url(), lie);
    CaseFolder files(m_world->table);
    files.envelope(envelope);
    CliRun run = verify({files.path(), u"--trust"_s, proxy.url()});
    if (proxy.lies() == 0) {
        throw std::runtime_error("no lie was told: " + run.told().toStdString());
    }
    return run;
}

/// The proxy itself changes nothing: what fails below fails because of the lie.
void LiesTest::theTruthPasses() {
    CaseFolder files(m_world->table);
    files.envelope(m_world->envelope(m_world->anchored()));
    const LyingProxy proxy(m_world->chain.url(), [](const std::string&, const codec::Json&, codec::Json&) {});
    EXPECT_EXIT(verify({files.path(), u"--trust"_s, proxy.url()}), 0);
    QVERIFY(proxy.answers() >= 4);
}

/// Asked for the anchor's receipt, it answers with that of another transaction.
void LiesTest::foreignReceipt() {
    const Mined other = m_world->anchored();
    const Mined anchor_at = m_world->mined(m_world->anchor, record_call(Hash32{}));
    const CliRun run =
        told(m_world->envelope(anchor_at), about("eth_getTransactionReceipt", [&](const auto&, auto& result) {
                 result = m_world->chain.rpc("eth_getTransactionReceipt",
                                             codec::Json::array({other.transaction.hex()}));
             }));
    QVERIFY2(run.code == 1 || run.code == 4, run.told());
    QVERIFY2(run.out.contains("endpoint.transaction_hash") || run.rung("event").startsWith("failed"),
             run.told());
}

/// The receipt names the right transaction, and a block that does not hold it.
void LiesTest::receiptOfAnotherBlock() {
    const Mined other = m_world->anchored();
    const Mined anchor_at = m_world->anchored();
    const std::string elsewhere = m_world->chain.block(other.block).header.hash.hex();
    anchor::Envelope envelope = m_world->envelope(anchor_at);
    envelope.block_hash.reset();
    const CliRun run = told(envelope, in_receipts([&](codec::Json& receipt) {
                                receipt["blockHash"] = elsewhere;
                                receipt["blockNumber"] = quantity(other.block);
                            }));
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "event", "failed event.transaction_hash");
}

void LiesTest::receiptsOfAnotherBlock() {
    const Mined other = m_world->anchored(); // its receipt carries the digest
    const Mined anchor_at = m_world->mined(m_world->anchor, record_call(Hash32{}));
    const CliRun run =
        told(m_world->envelope(anchor_at), about("eth_getBlockReceipts", [&](const auto&, auto& result) {
                 result =
                     m_world->chain.rpc("eth_getBlockReceipts", codec::Json::array({quantity(other.block)}));
             }));
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "inclusion", "failed inclusion.receipts_root");
}

void LiesTest::anotherContractInTheLog() {
    const std::vector topics{recorded_topic(), m_world->digest, m_world->committer().to_word()};
    const Mined anchor_at = m_world->mined(m_world->emitter, emit_call(topics));
    const std::string stated = m_world->anchor.hex();
    const CliRun run = told(m_world->envelope(anchor_at), in_receipts([&](codec::Json& receipt) {
                                for (codec::Json& log : receipt["logs"]) {
                                    log["address"] = stated;
                                }
                            }));
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "event", "passed"); // on the endpoint's word
    EXPECT_RUNG(run, "inclusion", "failed inclusion.receipts_root");
}

void LiesTest::statusOfARevertedTransaction() {
    const Mined reverted = m_world->mined(m_world->emitter, fail_call());
    const Mined other = m_world->anchored();
    const codec::Json logs =
        m_world->chain.rpc("eth_getBlockReceipts", codec::Json::array({quantity(other.block)}))
            .at(0)
            .at("logs");
    const CliRun run =
        told(m_world->envelope(reverted), in_receipts([&](codec::Json& receipt) {
                 receipt["status"] = "0x1";
                 codec::Json moved = logs;
                 for (codec::Json& log : moved) {
                     for (const char* const key : {"blockHash", "blockNumber", "transactionHash"}) {
                         log[key] = receipt.at(key);
                     }
                 }
                 receipt["logs"] = moved;
             }));
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "inclusion", "failed inclusion.receipts_root");
}

void LiesTest::removedLog() {
    const CliRun run = told(m_world->envelope(m_world->anchored()), in_receipts([](codec::Json& receipt) {
                                for (codec::Json& log : receipt["logs"]) {
                                    log["removed"] = true;
                                }
                            }));
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "event", "failed event.removed");
}

void LiesTest::anotherChain() {
    const anchor::Envelope envelope = m_world->envelope(m_world->anchored());
    const CliRun lied =
        told(envelope, about("eth_chainId", [](const auto&, auto& result) { result = "0x1"; }));
    EXPECT_EXIT(lied, 1);
    EXPECT_RUNG(lied, "event", "failed event.chain_id");
    // The other way round: a node of another chain, envelope and endpoint both saying 1; the transactions are
    // signed.
    anchor::Envelope other = envelope;
    other.chain_id = 1;
    const CliRun both = told(other, about("eth_chainId", [](const auto&, auto& result) { result = "0x1"; }));
    EXPECT_EXIT(both, 1);
    EXPECT_RUNG(both, "event", "failed event.chain_id");
    CaseFolder files(m_world->table);
    files.envelope(envelope);
    const CliRun stated = verify({files.path(), u"--trust"_s, m_world->url(), u"--chain"_s, u"1"_s});
    EXPECT_EXIT(stated, 1);
    EXPECT_RUNG(stated, "event", "failed event.chain_id");
}

/// A header that does not hash to what it is said to be.
void LiesTest::headerOfAnotherHash() {
    const CliRun run = told(m_world->envelope(m_world->anchored()),
                            about("eth_getBlockByHash", [&](const auto&, auto& result) {
                                result["stateRoot"] = m_world->digest.hex();
                            }));
    QVERIFY2(run.code != 0, run.told());
    QVERIFY2(run.rung("block") != "passed" || run.rung("inclusion") != "passed", run.told());
}

/// The anchor's block with the anchoring transaction replaced by another one.
void LiesTest::changedTransactions() {
    const Mined other = m_world->anchored();
    const codec::Json moved =
        m_world->chain.rpc("eth_getBlockByNumber", codec::Json::array({quantity(other.block), true}))
            .at("transactions");
    const CliRun run =
        told(m_world->envelope(m_world->anchored()),
             about("eth_getBlockByHash", [&](const auto&, auto& result) { result["transactions"] = moved; }));
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "inclusion", "failed inclusion.transactions_root");
}

/// What consensus does not bind is compared, told, and believed in nothing.
void LiesTest::claimedLogIndex() {
    const CliRun run = told(m_world->envelope(m_world->anchored()), in_receipts([](codec::Json& receipt) {
                                for (codec::Json& log : receipt["logs"]) {
                                    log["logIndex"] = "0x7";
                                }
                            }));
    QVERIFY2(run.out.contains("rpc.log_index"), run.told());
    EXPECT_RUNG(run, "inclusion", "passed");
}

/// Two endpoints, one of which claims another hash for the block at the anchor's height: no header stands
/// behind it, so it is no vote (a consistent lie: test_quorum).
void LiesTest::oneLiesTheOtherDoesNot() {
    const auto files = m_world->honest_case(m_world->anchored());
    const QHostAddress elsewhere = LyingProxy::another_host();
    if (elsewhere.isNull()) {
        QSKIP("this machine has no address but loopback: no second host to ask");
    }
    const auto lie = about("eth_getBlockByNumber", [&](const auto&, auto& result) {
        if (result.is_object()) {
            result["hash"] = m_world->digest.hex();
        }
    });
    const LyingProxy proxy(m_world->chain.url(), lie, elsewhere);
    const CliRun run = verify({files->path(), u"--rpc"_s, m_world->url(), u"--rpc"_s, proxy.url()});
    QVERIFY2(proxy.lies() > 0, run.told());
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.rung("block").startsWith("not_checked"), run.told());
    QVERIFY2(run.out.contains("endpoint.header"), run.told());
    const CliRun own = verify({files->path(), u"--trust"_s, proxy.url()});
    EXPECT_EXIT(own, 4);
    QVERIFY2(own.rung("block").startsWith("not_checked"), own.told());
}

void LiesTest::noSuchBlock() {
    const auto nothing = [](const auto&, auto& result) { result = nullptr; };
    const anchor::Envelope envelope = m_world->envelope(m_world->anchored());
    for (const char* const method :
         {"eth_getBlockByHash", "eth_getBlockReceipts", "eth_getTransactionReceipt"}) {
        const CliRun run = told(envelope, about(method, nothing));
        QVERIFY2(run.code == 4 || (run.code == 0 && method == QByteArray("eth_getTransactionReceipt")),
                 run.told());
    }
}

void LiesTest::noAnswerButNonsense() {
    const anchor::Envelope envelope = m_world->envelope(m_world->anchored());
    for (const codec::Json& nonsense : {codec::Json(17), codec::Json("0x"), codec::Json::array({1, 2}),
                                        codec::Json::object(), codec::Json("\x1b[2Jverified")}) {
        const CliRun run = told(envelope, [&](const std::string&, const codec::Json&, codec::Json& result) {
            result = nonsense;
        });
        QVERIFY2(run.code == 4 || run.code == 5 || run.code == 1, run.told());
        QVERIFY2(!run.out.contains('\x1b') && !run.err.contains('\x1b'), run.told());
    }
}

QTEST_GUILESS_MAIN(LiesTest)
#include "test_lies.moc"
