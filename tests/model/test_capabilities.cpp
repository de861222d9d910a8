// What endpoints of several makes answer to the probe, and endpoints that lie or keep silent.
#include "core/codec/json.h"
#include "http_server.h"
#include "model/net/capabilities.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;

namespace {

const QByteArray hash_text = "\"0x" + QByteArray(64, 'a') + "\"";
const QByteArray block = R"({"number":"0x1e8480","hash":)" + hash_text + "}"; // 2 000 000

/// Results by method (of tags: method and first parameter); a part that begins with "!" is an error's object.
using Script = QHash<QString, QByteArray>;

HttpResponse scripted(const HttpRequest& request, const Script& script) {
    const codec::Json asked = codec::parse_json(request.body.toStdString()).value();
    const QString method = QString::fromStdString(asked["method"].get<std::string>());
    const codec::Json& params = asked["params"];
    QString keyed = method;
    for (const codec::Json& each : params) {
        keyed += each.is_string() ? u' ' + QString::fromStdString(each.get<std::string>()) : QString();
    }
    const QByteArray part = script.value(keyed, script.value(method, R"(!{"code":-32601,"message":"no"})"));
    const QByteArray body = part.startsWith('!') ? R"("error":)" + part.sliced(1) : R"("result":)" + part;
    return {200, R"({"jsonrpc":"2.0","id":)" + QByteArray::number(quint64{asked["id"].get<std::uint64_t>()}) +
                     "," + body + "}"};
}

Script archive() {
    return {{u"eth_getBlockByNumber latest"_s, block},
            {u"eth_getBlockByNumber finalized"_s, R"({"number":"0x10"})"},
            {u"eth_getBlockByNumber safe"_s, R"({"number":"0x11"})"},
            {u"eth_chainId"_s, R"("0x1")"},
            {u"web3_clientVersion"_s, R"("Geth/v1.16\u001b[31m")"},
            {u"eth_getBlockReceipts"_s, "[{},{}]"},
            {u"debug_traceTransaction"_s, R"(!{"code":-32000,"message":"transaction not found"})"},
            {u"debug_getRawReceipts"_s, "[\"0x\"]"},
            {u"eth_getProof"_s, R"({"accountProof":[]})"},
            {u"eth_getBalance"_s, R"("0x0")"}};
}

QList<CapabilityState> probed(const Script& script, std::optional<quint64>* chain = nullptr) {
    HttpServer server([&script](const HttpRequest& request) { return scripted(request, script); });
    QNetworkAccessManager network;
    RequestLog log;
    CapabilityProbe probe({server.url(), false}, &log, &network);
    bool done = false;
    QObject::connect(&probe, &CapabilityProbe::done, [&done] { done = true; });
    probe.start();
    if (!QTest::qWaitFor([&done] { return done; }, 20'000)) {
        return {};
    }
    if (chain) {
        *chain = probe.chainId();
    }
    return probe.states();
}

CapabilityState of(const QList<CapabilityState>& states, Capability capability) {
    return states.value(static_cast<int>(capability));
}

} // namespace

class TestCapabilities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_archive_node_offers_all() {
        std::optional<quint64> chain;
        const auto states = probed(archive(), &chain);
        QCOMPARE(states.size(), 9);
        for (const CapabilityState& state : states) {
            QVERIFY2(state.offered == Offered::Yes, qPrintable(nameOf(state.capability) + state.words));
            QVERIFY(!nameOf(state.capability).isEmpty());
        }
        QCOMPARE(chain, std::optional<quint64>(1));
        QCOMPARE(of(states, Capability::ChainId).words, u"chain 1"_s);
        QCOMPARE(of(states, Capability::Client).words, u"Geth/v1.16 [31m"_s); // no escape gets through
        QCOMPARE(of(states, Capability::Finalized).words, u"block 16"_s);
        QCOMPARE(of(states, Capability::BlockReceipts).words, u"2 in the newest block"_s);
        QCOMPARE(of(states, Capability::Archive).words, u"from block 1 on"_s);
    }

    void people_read_it_in_three_lines() {
        Script script = archive();
        script.remove(u"debug_getRawReceipts"_s);
        const QStringList lines = capabilityText(probed(script)).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], u"chain 1, Geth/v1.16 [31m"_s);
        QVERIFY(lines[1].contains(u"Finalized head (block 16)"_s) && lines[1].contains(u"Account proofs"_s));
        QCOMPARE(lines[2], u"does not offer, or does not say: Raw receipts (error -32601: no)"_s);
    }

    /// anvil: no debug_getRaw*; its words for a method that is not there.
    void missing_methods_are_no() {
        Script script = archive();
        script.remove(u"debug_getRawReceipts"_s);
        script[u"eth_getBlockReceipts"_s] =
            R"(!{"code":-32000,"message":"the method eth_getBlockReceipts does not exist/is not available"})";
        script[u"debug_traceTransaction"_s] =
            R"(!{"code":-32600,"message":"not available on your plan, upgrade"})";
        script[u"eth_getProof"_s] = "null";
        script[u"eth_getBlockByNumber safe"_s] = "null";
        const auto states = probed(script);
        for (const Capability each : {Capability::RawBlocks, Capability::BlockReceipts, Capability::Traces,
                                      Capability::Proofs, Capability::Safe}) {
            QVERIFY2(of(states, each).offered == Offered::No, qPrintable(nameOf(each)));
        }
        QVERIFY(of(states, Capability::RawBlocks).words.startsWith(u"error -32601"_s));
        QCOMPARE(of(states, Capability::ChainId).offered, Offered::Yes);
    }

    void an_error_that_says_nothing_is_unknown() {
        Script script = archive();
        script[u"eth_getBlockReceipts"_s] = R"(!{"code":-32603,"message":"internal error"})";
        script[u"debug_traceTransaction"_s] = R"(!{"code":-32603,"message":"internal error"})";
        const auto states = probed(script);
        QCOMPARE(of(states, Capability::BlockReceipts).offered, Offered::Unknown);
        QCOMPARE(of(states, Capability::Traces).offered, Offered::Unknown);
        QVERIFY(of(states, Capability::Traces).words.contains(u"internal error"_s));
    }

    void how_far_back_states_go() {
        Script script = archive();
        script[u"eth_getBalance"_s] = R"(!{"code":-32000,"message":"missing trie node"})";
        script[u"eth_getBalance 0x0000000000000000000000000000000000000000 0x1e5d70"_s] =
            R"("0x0")"; // 10 000 back
        auto states = probed(script);
        QCOMPARE(of(states, Capability::Archive).offered, Offered::Yes);
        QCOMPARE(of(states, Capability::Archive).words, u"from block 1990000 on"_s);
        script.remove(u"eth_getBalance 0x0000000000000000000000000000000000000000 0x1e5d70"_s);
        states = probed(script);
        QCOMPARE(of(states, Capability::Archive).offered, Offered::No);
        QVERIFY(of(states, Capability::Archive).words.contains(u"missing trie node"_s));
        script[u"eth_getBlockByNumber latest"_s] = R"({"number":"0x0","hash":)" + hash_text + "}";
        script[u"eth_getBalance"_s] = R"("0x0")";
        QCOMPARE(of(probed(script), Capability::Archive).words, u"from block 0 on"_s);
    }

    void answers_of_wrong_types_are_no() {
        Script script = archive();
        script[u"eth_chainId"_s] = "1";
        script[u"web3_clientVersion"_s] = "{}";
        script[u"eth_getBlockByNumber finalized"_s] = "[]";
        script[u"eth_getBlockReceipts"_s] = "\"0x\"";
        script[u"eth_getBalance"_s] = "{}";
        std::optional<quint64> chain;
        const auto states = probed(script, &chain);
        QVERIFY(!chain);
        for (const Capability each : {Capability::ChainId, Capability::Client, Capability::Finalized,
                                      Capability::BlockReceipts, Capability::Archive}) {
            QVERIFY2(of(states, each).offered == Offered::No, qPrintable(nameOf(each)));
        }
    }

    void who_has_no_head_is_not_asked_more() {
        const auto states = probed({});
        QCOMPARE(states.size(), 9);
        for (const CapabilityState& state : states) {
            QCOMPARE(state.offered, Offered::Unknown);
            QVERIFY(state.words.contains(u"-32601"_s));
        }
        QNetworkAccessManager network;
        CapabilityProbe probe({QUrl(u"http://127.0.0.1:1"_s), false}, nullptr, &network);
        bool done = false;
        connect(&probe, &CapabilityProbe::done, this, [&done] { done = true; });
        probe.start();
        QVERIFY(QTest::qWaitFor([&done] { return done; }, 10'000));
        QCOMPARE(probe.states().first().words, u"connection refused"_s);
    }
};

QTEST_GUILESS_MAIN(TestCapabilities)
#include "test_capabilities.moc"
