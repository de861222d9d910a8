// Conversations with one endpoint: searches over providers' limits as they come by HTTP, blocks read receipt
// by receipt, and cancelling at any time.
#include "core/chain/evidence_file.h"
#include "core/codec/json.h"
#include "http_server.h"
#include "model/discover/absence_check.h"
#include "model/discover/discovery.h"
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using codec::Json;

namespace {

/// A request as the server sees it.
struct Asked {
    std::string method;
    Json params;
    Json id;
};

Asked asked(const HttpRequest& request) {
    const Json body = codec::parse_json(request.body.toStdString()).value();
    return {body["method"].get<std::string>(), body["params"], body["id"]};
}

HttpResponse result(const Asked& to, const Json& value) {
    return {200,
            QByteArray::fromStdString(Json{{"jsonrpc", "2.0"}, {"id", to.id}, {"result", value}}.dump())};
}

HttpResponse error(const Asked& to, int code, const char* message) {
    return {200, QByteArray::fromStdString(Json{
                     {"jsonrpc", "2.0"}, {"id", to.id}, {"error", {{"code", code}, {"message", message}}}}
                                               .dump())};
}

std::uint64_t quantity(const Json& value) {
    return U256::parse_quantity(value.get<std::string>()).value().to_u64().value();
}

/// A recorded block with its receipts, as a node answered them (tests/data/eez).
Json recorded_block() {
    QFile file(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/tests/data/eez/counter/l1/chain.json"));
    return file.open(QIODevice::ReadOnly) ? Json::parse(file.readAll().toStdString()).at("blocks").at(0)
                                          : Json();
}

} // namespace

class DiscoverTest : public QObject {
    Q_OBJECT
private:
    QNetworkAccessManager m_network;

    EndpointSetting setting(const HttpServer& server) {
        return {{server.url(), false}, 2'000, 0, nullptr, &m_network};
    }
    static anchor::LogSearch search(std::uint64_t last) {
        return anchor::LogSearch({1, {Hash32{}}, {}, {0, last}, last / 2}, {.patience = 3});
    }

private Q_SLOTS:
    void aLimitToldByHttpStatus() {
        std::uint64_t covered = 0;
        HttpServer server([&](const HttpRequest& request) {
            const Asked ask = asked(request);
            const std::uint64_t first = quantity(ask.params[0]["fromBlock"]);
            const std::uint64_t last = quantity(ask.params[0]["toBlock"]);
            if (last - first + 1 > 100) {
                return HttpResponse{413, "Payload Too Large"};
            }
            covered += last - first + 1;
            return result(ask, Json::array());
        });
        LogSearcher searcher(setting(server), search(2'000));
        QSignalSpy done(&searcher, &EndpointTask::done);
        searcher.start();
        QVERIFY(done.wait(20'000));
        QVERIFY(!searcher.error());
        QVERIFY(searcher.search().complete());
        QCOMPARE(covered, std::uint64_t{2'001}); // each block once
        QVERIFY(searcher.search().unsearched().empty());
    }

    void aQuotaEndsTheSearchInTheEnd() {
        HttpServer server([](const HttpRequest& request) {
            return error(asked(request), -32005, "daily request count exceeded, request rate limited");
        });
        LogSearcher searcher(setting(server), search(2'000));
        QSignalSpy done(&searcher, &EndpointTask::done);
        QElapsedTimer clock;
        clock.start();
        searcher.start();
        QVERIFY(done.wait(20'000));
        QVERIFY(searcher.error());
        QVERIFY(searcher.search().stopped());
        QCOMPARE(server.requests().size(), 3); // patience
        QVERIFY2(clock.elapsed() >= 500 + 1000, "it waits longer each time");
    }

    void nothingIsSignalledAfterCancel() {
        HttpServer server([](const HttpRequest& request) { return result(asked(request), Json::array()); });
        LogSearcher searcher(setting(server), search(1'000'000));
        int signalled = 0;
        connect(&searcher, &EndpointTask::done, this, [&] { ++signalled; });
        connect(&searcher, &EndpointTask::progress, this, [&](quint64, quint64, const QString&) {
            if (server.requests().size() > 3) {
                searcher.cancel();
            }
        });
        searcher.start();
        QVERIFY(QTest::qWaitFor([&] { return server.requests().size() > 3; }, 5'000));
        const auto requests = server.requests().size();
        QTest::qWait(100);
        QCOMPARE(signalled, 0);
        QVERIFY(!searcher.running());
        QVERIFY(server.requests().size() <= requests + 1);
    }

    void destroyedWhileAsking() {
        HttpServer server(
            [](const HttpRequest&) { return HttpResponse{.mode = HttpResponse::Mode::Silent}; });
        auto discovery = std::make_unique<Discovery>(
            setting(server), DiscoveryScope{verify::parse_reference("5").value(), {}, {}});
        discovery->start();
        QVERIFY(QTest::qWaitFor([&] { return !server.requests().isEmpty(); }, 5'000));
        discovery.reset();
        QTest::qWait(50);
    }

    /// Receipts one by one, where the endpoint cannot give them together.
    void singleReceipts_data() {
        QTest::addColumn<bool>("keepBack");
        QTest::newRow("all") << false;
        QTest::newRow("one kept back") << true;
    }
    void singleReceipts() {
        QFETCH(bool, keepBack);
        const Json recorded = recorded_block();
        QVERIFY(recorded.is_object());
        HttpServer server([&](const HttpRequest& request) {
            const Asked ask = asked(request);
            if (ask.method == "eth_getBlockByHash") {
                return result(ask, recorded["block"]);
            }
            if (ask.method == "eth_getTransactionReceipt") {
                for (const Json& receipt : recorded["receipts"]) {
                    if (receipt["transactionHash"] == ask.params[0] && !keepBack) {
                        return result(ask, receipt);
                    }
                }
                return error(ask, -32000, "no");
            }
            return error(ask, -32601, "the method does not exist");
        });
        RpcClient client({server.url(), false}, nullptr, &m_network);
        BlockReader reader(&client);
        std::optional<Result<BlockReader::Block>> read;
        const Hash32 hash = Hash32::parse(recorded["block"]["hash"].get<std::string>()).value();
        reader.byHash(hash, [&](const Result<BlockReader::Block>& block) { read = block; });
        QVERIFY(QTest::qWaitFor([&] { return read.has_value(); }, 10'000));
        QCOMPARE(read->has_value(), !keepBack);
        if (!keepBack) {
            QVERIFY((**read)->header.hash == hash);
            QVERIFY((**read)->receipts_proven);
        }
    }

    void anotherBlockThanAskedFor() {
        const Json recorded = recorded_block();
        HttpServer server([&](const HttpRequest& request) {
            const Asked ask = asked(request);
            return result(ask,
                          ask.method == "eth_getBlockReceipts" ? recorded["receipts"] : recorded["block"]);
        });
        RpcClient client({server.url(), false}, nullptr, &m_network);
        BlockReader reader(&client);
        std::optional<Result<BlockReader::Block>> by_hash, by_number;
        reader.byHash(Hash32{}, [&](const auto& block) { by_hash = block; });
        reader.byNumber(12345, [&](const auto& block) { by_number = block; });
        QVERIFY(QTest::qWaitFor([&] { return by_hash && by_number; }, 10'000));
        QVERIFY(!*by_hash && by_hash->error().rule == model::rules::endpoint_block);
        QVERIFY(!*by_number && by_number->error().rule == model::rules::endpoint_block);
    }

    void aSpanTooLargeToProve() {
        HttpServer server([](const HttpRequest& request) { return result(asked(request), Json()); });
        AbsenceCheck check(setting(server), {1, {Hash32{}}, {}, {0, AbsenceCheck::max_blocks}, 0});
        QSignalSpy done(&check, &EndpointTask::done);
        check.start();
        QVERIFY(done.wait(5'000));
        QVERIFY(check.error());
        QVERIFY(server.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(DiscoverTest)
#include "test_discover.moc"
