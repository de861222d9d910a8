// Blocks that an endpoint cannot tell as JSON, taken from its consensus bytes (debug_getRaw*): the node of
// the tests does not offer these, so a proxy in front of it does, from the node's own blocks.
#include "core/codec/rlp.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

namespace {

/// rlp([header, transactions, ommers, withdrawals]), both of these empty.
std::string raw_block(const chain::BlockEvidence& block) {
    codec::RlpWriter out;
    out.open_list();
    out.raw(block.header.rlp);
    out.open_list();
    for (const chain::Transaction& each : block.transactions) {
        if (each.type == 0) {
            out.raw(each.raw);
        } else {
            out.bytes(each.raw);
        }
    }
    out.close_list();
    for (int empty = 0; empty < 2; ++empty) {
        out.open_list();
        out.close_list();
    }
    out.close_list();
    return to_hex(out.take());
}

Json raw_receipts(const chain::BlockEvidence& block) {
    Json out = Json::array();
    for (const chain::Receipt& each : block.receipts) {
        out.push_back(to_hex(chain::encode_receipt(each)));
    }
    return out;
}

} // namespace

class RawBlocksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aBlockThatJsonCannotTell_data();
    void aBlockThatJsonCannotTell();
    void lyingBytes_data();
    void lyingBytes();

private:
    std::unique_ptr<World> m_world;
    std::unique_ptr<CaseFolder> m_case; ///< table and envelope, no evidence
    Hash32 m_posting;
    chain::BlockEvidence m_block, m_other;
    QStringList m_asked;
    int m_raw = 0; ///< answers with consensus bytes

    /// Does not know the method unless `offers`; changes what it would answer by `change`.
    void serve(LyingProxy& proxy, bool offers, const std::function<void(const std::string&, Json&)>& change);
};

void RawBlocksTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
    m_posting = m_world->post_table();
    const Hash32 anchor = m_world->record(m_world->digest);
    m_world->chain.mine();
    const Mined at = m_world->located(anchor);
    m_world->chain.mine();
    m_block = m_world->chain.block(at.block);
    m_other = m_world->chain.block(at.block - 1);
    m_case = std::make_unique<CaseFolder>(m_world->table);
    m_case->envelope(m_world->envelope(at));
    m_asked = {m_case->path(), u"--manager"_s, text_of(m_world->manager), u"--also"_s, u"proof"_s,
               u"--also"_s,    u"execution"_s};
}

void RawBlocksTest::serve(LyingProxy& proxy, bool offers,
                          const std::function<void(const std::string&, Json&)>& change) {
    m_raw = 0;
    if (!offers) {
        return;
    }
    proxy.set_wire_lie([this, change](const LyingProxy::Exchange& exchange) -> std::optional<Wire> {
        const bool block = exchange.method == "debug_getRawBlock";
        if (!block && exchange.method != "debug_getRawReceipts") {
            return {};
        }
        ++m_raw;
        Json result;
        if (exchange.parameters == Json::array({m_block.header.hash.hex()})) {
            result = block ? Json(raw_block(m_block)) : raw_receipts(m_block);
        }
        change(exchange.method, result);
        const Json answer{
            {"jsonrpc", "2.0"}, {"id", Json::parse(exchange.id.toStdString())}, {"result", result}};
        return Wire{
            http_answer(200, "Content-Type: application/json\r\n", QByteArray::fromStdString(answer.dump()))};
    });
}

void RawBlocksTest::aBlockThatJsonCannotTell_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value"); ///< empty: the member is left out
    QTest::newRow("unknown type of transaction")
        << QByteArray("eth_getBlockByHash") << QByteArray("/transactions/0/type") << QByteArray("\"0x7e\"");
    QTest::newRow("transaction without a member")
        << QByteArray("eth_getBlockByHash") << QByteArray("/transactions/0/value") << QByteArray();
    QTest::newRow("header without a member")
        << QByteArray("eth_getBlockByHash") << QByteArray("/receiptsRoot") << QByteArray();
    QTest::newRow("unknown type of receipt")
        << QByteArray("eth_getBlockReceipts") << QByteArray("/0/type") << QByteArray("\"0x7e\"");
    QTest::newRow("receipt without a member")
        << QByteArray("eth_getBlockReceipts") << QByteArray("/1/cumulativeGasUsed") << QByteArray();
    QTest::newRow("a log without data")
        << QByteArray("eth_getBlockReceipts") << QByteArray("/1/logs/0/data") << QByteArray("null");
}

void RawBlocksTest::aBlockThatJsonCannotTell() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    const auto lie = [&](const std::string& asked, const Json&, Json& result) {
        if (asked != method.toStdString()) {
            return;
        }
        const Json::json_pointer place(pointer.toStdString());
        if (value.isEmpty()) {
            result[place.parent_pointer()].erase(place.back());
        } else {
            result[place] = Json::parse(value.toStdString());
        }
    };
    for (const bool offers : {false, true}) {
        LyingProxy proxy(m_world->chain.url(), lie);
        serve(proxy, offers, [](const std::string&, Json&) {});
        const CliRun run = verify(m_asked + QStringList{u"--trust"_s, proxy.url()});
        QVERIFY(proxy.lies() > 0);
        QCOMPARE(m_raw, offers ? 2 : 0);
        if (offers) {
            EXPECT_EXIT(run, 0);
            EXPECT_RUNG(run, "inclusion", "passed");
            EXPECT_RUNG(run, "proof", "passed");
            EXPECT_RUNG(run, "execution", "passed");
        } else {
            EXPECT_EXIT(run, 4);
        }
        m_raw = 0;
        const CliRun fetched =
            run_cli({u"fetch"_s, u"--json"_s, u"--rpc"_s, proxy.url(), text_of(m_posting)});
        if (offers) {
            EXPECT_EXIT(fetched, 0);
            QVERIFY(fetched.json().at("tables").at(0).at("anchor").is_object());
            QCOMPARE(m_raw, 2);
        } else {
            EXPECT_EXIT(fetched, 4);
        }
    }
}

void RawBlocksTest::lyingBytes_data() {
    QTest::addColumn<QByteArray>("lie");
    for (const char* lie : {"null", "number", "no hex", "a flipped bit", "another block", "receipts left out",
                            "receipts of another block", "a changed receipt"}) {
        QTest::newRow(lie) << QByteArray(lie);
    }
}

/// Nothing but the block that was asked for, with the roots of its header, is taken.
void RawBlocksTest::lyingBytes() {
    QFETCH(QByteArray, lie);
    const auto change = [&](const std::string& method, Json& result) {
        const bool block = method == "debug_getRawBlock";
        if (lie == "null") {
            result = nullptr;
        } else if (lie == "number") {
            result = 5;
        } else if (lie == "no hex") {
            result = block ? Json("block") : Json::array({"receipt", "receipt"});
        } else if (lie == "a flipped bit" && block) {
            auto& text = result.get_ref<std::string&>();
            text[text.size() / 2] = text[text.size() / 2] == '0' ? '1' : '0';
        } else if (lie == "another block") {
            result = block ? Json(raw_block(m_other)) : raw_receipts(m_other);
        } else if (lie == "receipts left out" && !block) {
            result.erase(1);
        } else if (lie == "receipts of another block" && !block) {
            result = raw_receipts(m_other);
        } else if (lie == "a changed receipt" && !block) {
            chain::Receipt receipt = m_block.receipts[0];
            receipt.succeeded = !receipt.succeeded;
            result[0] = to_hex(chain::encode_receipt(receipt));
        }
    };
    LyingProxy proxy(m_world->chain.url(), [](const std::string& method, const Json&, Json& result) {
        if (method == "eth_getBlockReceipts") {
            result[0].erase("status");
        }
    });
    serve(proxy, true, change);
    const CliRun run = verify(m_asked + QStringList{u"--trust"_s, proxy.url()});
    QVERIFY2(m_raw > 0 && m_raw <= 2, QByteArray::number(m_raw).constData());
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.out.contains("consensus bytes of block"), run.told());
    QVERIFY(run.rung("inclusion") != "passed" && run.rung("proof") != "passed");
    m_raw = 0;
    EXPECT_EXIT(run_cli({u"fetch"_s, u"--rpc"_s, proxy.url(), text_of(m_posting)}), 4);
    QVERIFY(m_raw > 0);
}

QTEST_GUILESS_MAIN(RawBlocksTest)
#include "test_raw_blocks.moc"
