// The session and its endpoints: silent, refusing, of another chain, contradicting themselves.
#include "session_watch.h"

using namespace anchorscope;
using namespace anchorscope::model;

class TestSessionEndpoints : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<Folder>(); }
    void silent_endpoint_is_a_failure();
    void refused_endpoint_is_exit_5();
    void endpoint_of_another_chain();
    void answers_that_contradict_themselves_data();
    void answers_that_contradict_themselves();
    void receipts_one_by_one();
    void offline_asks_nobody();

private:
    std::unique_ptr<Folder> m_folder;
};

void TestSessionEndpoints::silent_endpoint_is_a_failure() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, "", "", Mode::Silent}; });
    Watched watched;
    VerifyOptions options = asking(server.url());
    options.timeoutMs = 200;
    watched.session.setOptions(options);
    QVERIFY(watched.open(u":/samples/unanchored"_s));
    const verify::EndpointState& endpoint = watched.session.parts().evidence->endpoints.at(0);
    QVERIFY(endpoint.failure);
    QVERIFY(endpoint.failure->find("timed out after 0.2 s") != std::string::npos);
    QVERIFY(watched.phases.contains(Phase::fetching));
    QCOMPARE(watched.verdict(), u"unproven"_s);
}

void TestSessionEndpoints::refused_endpoint_is_exit_5() {
    QUrl url;
    {
        const HttpServer gone([](const HttpRequest&) { return HttpResponse{}; });
        url = gone.url(u"/v3/key"_s);
    }
    const QString table = m_folder->put(u"table.hex"_s, contents(sound + u"/table.hex"_s));
    m_folder->put(u"envelope.json"_s, contents(sound + u"/envelope.json"_s));
    Watched watched;
    watched.session.setOptions(asking(url));
    QVERIFY(watched.open(table));
    QCOMPARE(watched.verdict(), u"unproven"_s);
    QVERIFY(watched.session.parts().report->endpoints_silent);
    QCOMPARE(verify::exit_status(*watched.session.parts().report), 5);
    QVERIFY(watched.session.parts().evidence->endpoints[0].failure->find("key") == std::string::npos);
}

void TestSessionEndpoints::endpoint_of_another_chain() {
    HttpServer server([](const HttpRequest& request) { return rpc(request, R"("0x1")"); });
    Watched watched;
    watched.session.setOptions(asking(server.url()));
    QVERIFY(watched.open(sound)); // chain 77001
    QCOMPARE(watched.session.parts().evidence->endpoints[0].chain_id, std::optional<std::uint64_t>(1));
    QCOMPARE(server.requests().size(), 2); // chain id and head, then nothing more is asked
}

void TestSessionEndpoints::answers_that_contradict_themselves_data() {
    QTest::addColumn<QByteArray>("block");
    QTest::newRow("error") << QByteArray("!4444");
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("other height") << QByteArray(R"({"number":"0x1","hash":"0x00"})");
}

/// Whatever an endpoint says about blocks, the run ends, and the block is not authentic by its word.
void TestSessionEndpoints::answers_that_contradict_themselves() {
    QFETCH(const QByteArray, block);
    HttpServer server([&](const HttpRequest& request) {
        const QString method = methodOf(request);
        return method == u"eth_chainId" ? rpc(request, R"("0x12cc9")")
                                        : rpc(request, method == u"eth_blockNumber" ? R"("0x64")" : block);
    });
    Watched watched;
    watched.session.setOptions(asking(server.url()));
    m_folder->put(u"table.hex"_s, contents(sound + u"/table.hex"_s));
    m_folder->put(u"envelope.json"_s, contents(sound + u"/envelope.json"_s));
    QVERIFY(watched.open(m_folder->path()));
    QCOMPARE(watched.verdict(), u"unproven"_s);
    QVERIFY(server.requests().size() < 20);
    for (int row = 0; row < watched.session.requestLog()->rowCount(); ++row) {
        QCOMPARE(watched.session.requestLog()->record(row).endpoint,
                 u"127.0.0.1:%1"_s.arg(server.url().port()));
    }
}

/// An endpoint without eth_getBlockReceipts, with mainnet block 21925176 (a16z/helios, MIT).
void TestSessionEndpoints::receipts_one_by_one() {
    const QString folder = QStringLiteral(ANCHORSCOPE_FIXTURES "/mainnet-rpc/");
    const QByteArray block = contents(folder + u"block.json"_s);
    if (block.isEmpty()) {
        QSKIP("no recorded mainnet block in " ANCHORSCOPE_FIXTURES);
    }
    QHash<QString, QByteArray> receipts;
    const codec::Json list = codec::parse_json(contents(folder + u"receipts.json"_s).toStdString()).value();
    for (const codec::Json& receipt : list) {
        receipts.insert(QString::fromStdString(receipt["transactionHash"].get<std::string>()),
                        QByteArray::fromStdString(receipt.dump()));
    }
    HttpServer server([&](const HttpRequest& request) {
        const QString method = methodOf(request);
        const codec::Json params = codec::parse_json(request.body.toStdString()).value()["params"];
        if (method == u"eth_getTransactionReceipt") {
            return rpc(request, receipts.value(QString::fromStdString(params[0].get<std::string>())));
        }
        return method == u"eth_getBlockReceipts"      ? rpc(request, "!-32601")
               : method.startsWith(u"eth_getBlockBy") ? rpc(request, block)
               : method == u"eth_blockNumber"         ? rpc(request, R"("0x14e9000")") // above the block
                                                      : rpc(request, R"("0x1")");
    });
    Watched watched;
    VerifyOptions options = asking(server.url());
    options.anchorTx = Hash32::parse(receipts.constBegin().key().toStdString()).value();
    options.expectedDigest = Hash32{};
    watched.session.setOptions(options);
    QVERIFY(watched.open(m_folder->put(u"note.txt"_s, "opaque")));
    const verify::Evidence& evidence = *watched.session.parts().evidence;
    QCOMPARE(evidence.blocks.size(), 1U);
    QVERIFY(evidence.blocks[0].receipts_proven);
    QCOMPARE(evidence.endpoints[0].canonical.at(21925176), std::optional(evidence.blocks[0].header.hash));
    const auto single = std::ranges::count(server.requests(), u"eth_getTransactionReceipt"_s, methodOf);
    QCOMPARE(single, receipts.size() + 1); // one to find the block
}

void TestSessionEndpoints::offline_asks_nobody() {
    HttpServer server([](const HttpRequest& request) { return rpc(request, R"("0x12cc9")"); });
    Watched watched;
    VerifyOptions options = asking(server.url());
    options.offline = true;
    watched.session.setOptions(options);
    QVERIFY(watched.open(sound));
    QTest::qWait(100);
    QCOMPARE(server.requests().size(), 0);
    QVERIFY(watched.session.parts().evidence->endpoints.empty());
    QCOMPARE(watched.verdict(), u"verified"_s);
}

QTEST_GUILESS_MAIN(TestSessionEndpoints)
#include "test_session_endpoints.moc"
