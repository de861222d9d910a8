// The network's misbehaviour, each against a real socket.
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include "http_server.h"
#include "model/items/texts.h"
#include "model/net/http_outcome.h"
#include "model/net/rpc_client.h"
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using Mode = HttpResponse::Mode;

namespace {

std::uint64_t idOf(const HttpRequest& request) {
    return codec::parse_json(request.body.toStdString()).value()["id"].get<std::uint64_t>();
}

QByteArray answerTo(const HttpRequest& request, const char* result = R"("0x2a")") {
    return R"({"jsonrpc":"2.0","id":)" + QByteArray::number(quint64{idOf(request)}) + R"(,"result":)" +
           result + "}";
}

/// One client and what its calls came to.
struct Caller {
    explicit Caller(const QUrl& url) : client({url, false}, &log, &network) { client.setTimeout(3000); }

    void call(const QString& method = u"eth_chainId"_s) {
        client.call(method, codec::Json::array(),
                    [this](const Result<codec::Json>& result) { results.push_back(result); });
    }
    /// The rule of the only result, "ok" for a value, "none" where nothing arrived in time.
    QString outcome(int milliseconds = 10'000) {
        const bool arrived = QTest::qWaitFor([this] { return !results.empty(); }, milliseconds);
        QTest::qWait(50); // a second call of `done` would show
        if (!arrived || results.size() != 1) {
            return u"none"_s;
        }
        return results[0] ? u"ok"_s : textOf(results[0].error().rule);
    }
    [[nodiscard]] QString logged(int row) const { return log.record(row).outcome; }

    RequestLog log;
    QNetworkAccessManager network;
    RpcClient client;
    std::vector<Result<codec::Json>> results;
};

} // namespace

class TestRpcClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answers_arrive_later_and_once();
    void ids_differ();
    void parameters_and_method_are_sent();
    void wrong_id_is_refused();
    void truncated_json_is_refused();
    void rpc_errors_are_not_retried();
    void status_is_judged_data();
    void status_is_judged();
    void retries_after_429_and_says_so();
    void retry_after_is_respected();
    void a_pause_beyond_the_timeout_is_not_made();
    void retries_end();
    void broken_connections_are_retried();
    void cut_bodies_are_retried();
    void slow_drip_ends_at_the_deadline();
    void silence_ends_at_the_deadline();
    void huge_answers_are_cut_off();
    void redirects_are_not_followed();
    void refused_connection();
    void only_http_is_an_endpoint_data();
    void only_http_is_an_endpoint();
    void credentials_go_into_a_header_and_nowhere_else();
    void cancelled_calls_end_once();
    void cancelled_while_waiting();
    void destroyed_client_says_nothing();
    void back_off_doubles_up_to_a_limit();
};

void TestRpcClient::answers_arrive_later_and_once() {
    HttpServer server([](const HttpRequest& request) { return HttpResponse{200, answerTo(request)}; });
    Caller caller(server.url());
    caller.call();
    QVERIFY(caller.results.empty());
    QCOMPARE(caller.outcome(), u"ok"_s);
    QCOMPARE(caller.results[0]->get<std::string>(), "0x2a");
    QCOMPARE(caller.log.rowCount(), 1);
    QCOMPARE(caller.logged(0), u"ok"_s);
    QVERIFY(caller.log.record(0).ok);
    QCOMPARE(caller.log.record(0).method, u"eth_chainId"_s);
    QCOMPARE(caller.log.record(0).bytes, answerTo(server.requests()[0]).size());
}

void TestRpcClient::ids_differ() {
    HttpServer server([](const HttpRequest& request) { return HttpResponse{200, answerTo(request)}; });
    Caller caller(server.url());
    for (int i = 0; i < 5; ++i) {
        caller.call();
    }
    QTRY_COMPARE(caller.results.size(), 5U);
    std::set<std::uint64_t> ids;
    for (const HttpRequest& request : server.requests()) {
        ids.insert(idOf(request));
    }
    QCOMPARE(ids.size(), 5U);
}

void TestRpcClient::parameters_and_method_are_sent() {
    HttpServer server([](const HttpRequest& request) { return HttpResponse{200, answerTo(request)}; });
    Caller caller(server.url(u"/v3/key"_s));
    caller.client.call(u"eth_getBlockByNumber"_s, codec::Json::array({"finalized", false}),
                       [&](const Result<codec::Json>& result) { caller.results.push_back(result); });
    QCOMPARE(caller.outcome(), u"ok"_s);
    const HttpRequest sent = server.requests().first();
    QVERIFY(sent.head.startsWith("POST /v3/key HTTP/1.1\r\n"));
    QVERIFY(sent.hasHeader("Content-Type: application/json"));
    QCOMPARE(sent.body,
             R"({"jsonrpc":"2.0","id":1,"method":"eth_getBlockByNumber","params":["finalized",false]})");
}

void TestRpcClient::wrong_id_is_refused() {
    HttpServer server([](const HttpRequest&) {
        return HttpResponse{200, R"({"jsonrpc":"2.0","id":99,"result":1})"};
    });
    Caller caller(server.url());
    caller.call();
    QCOMPARE(caller.outcome(), textOf(chain::rules::rpc_shape));
    QVERIFY(!caller.log.record(0).ok);
}

void TestRpcClient::truncated_json_is_refused() {
    HttpServer server([](const HttpRequest&) {
        return HttpResponse{200, R"({"jsonrpc":"2.0","id":1,"resu)"};
    });
    Caller caller(server.url());
    caller.call();
    QCOMPARE(caller.outcome(), textOf(codec::rules::json_syntax));
}

void TestRpcClient::rpc_errors_are_not_retried() {
    HttpServer server([](const HttpRequest&) {
        return HttpResponse{
            200, R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no \u001b[31msuch method"}})"};
    });
    Caller caller(server.url());
    caller.call();
    QCOMPARE(caller.outcome(), textOf(chain::rules::rpc_error));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(caller.logged(0),
             u"error -32601: no  [31msuch method"_s); // the escape does not reach a terminal
}

void TestRpcClient::status_is_judged_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("requests");
    const QByteArray rpc = R"({"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"x"}})";
    const auto http = textOf(model::rules::net_http);
    const auto error = textOf(chain::rules::rpc_error);
    QTest::newRow("201") << 201 << QByteArray("{}") << http << 1;
    QTest::newRow("400") << 400 << QByteArray("bad") << http << 1;
    QTest::newRow("401") << 401 << QByteArray("key?") << http << 1;
    QTest::newRow("404") << 404 << QByteArray("") << http << 1;
    QTest::newRow("413") << 413 << QByteArray("") << http << 1;
    QTest::newRow("400 with JSON-RPC") << 400 << rpc << error << 1;
    QTest::newRow("500 with JSON-RPC") << 500 << rpc << error << 1;
    QTest::newRow("500") << 500 << QByteArray("oops") << http << 2;
    QTest::newRow("502") << 502 << QByteArray("oops") << http << 2;
    QTest::newRow("503") << 503 << QByteArray("oops") << http << 2;
    QTest::newRow("504") << 504 << QByteArray("oops") << http << 2;
}

void TestRpcClient::status_is_judged() {
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    HttpServer server([&](const HttpRequest&) { return HttpResponse{status, body}; });
    Caller caller(server.url());
    caller.client.setRetries(1);
    caller.call();
    QTEST(caller.outcome(), "outcome");
    QTEST(static_cast<int>(server.requests().size()), "requests");
}

void TestRpcClient::retries_after_429_and_says_so() {
    int tries = 0;
    HttpServer server([&](const HttpRequest& request) {
        return ++tries == 1 ? HttpResponse{429, "slow down"} : HttpResponse{200, answerTo(request)};
    });
    Caller caller(server.url());
    QSignalSpy waiting(&caller.client, &RpcClient::waiting);
    caller.call();
    QCOMPARE(caller.outcome(), u"ok"_s);
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting[0][0].toString(), u"HTTP 429"_s);
    QCOMPARE(waiting[0][1].toInt(), first_retry_delay_ms);
    QCOMPARE(caller.logged(0), u"HTTP 429, retry in 0.5 s"_s);
    QCOMPARE(caller.logged(1), u"ok"_s);
}

void TestRpcClient::retry_after_is_respected() {
    int tries = 0;
    HttpServer server([&](const HttpRequest& request) {
        return ++tries == 1 ? HttpResponse{429, "", "Retry-After: 1\r\n"}
                            : HttpResponse{200, answerTo(request)};
    });
    Caller caller(server.url());
    QElapsedTimer clock;
    clock.start();
    caller.call();
    QCOMPARE(caller.outcome(), u"ok"_s);
    QVERIFY(clock.elapsed() >= 1000);
    QCOMPARE(caller.logged(0), u"HTTP 429, retry in 1 s"_s);
}

void TestRpcClient::a_pause_beyond_the_timeout_is_not_made() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{429, "", "Retry-After: 3600\r\n"}; });
    Caller caller(server.url());
    caller.client.setTimeout(3'599'000);
    caller.call();
    QCOMPARE(caller.outcome(5000), textOf(model::rules::net_http));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(caller.logged(0), u"HTTP 429, asks for a pause of 3600 s"_s);
}

void TestRpcClient::retries_end() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{503, ""}; });
    Caller caller(server.url());
    caller.client.setRetries(2);
    caller.call();
    QCOMPARE(caller.outcome(), textOf(model::rules::net_http));
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(caller.logged(2), u"HTTP 503"_s);
}

void TestRpcClient::broken_connections_are_retried() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, "", "", Mode::CloseAtOnce}; });
    Caller caller(server.url());
    caller.client.setRetries(1);
    caller.call();
    QCOMPARE(caller.outcome(), textOf(model::rules::net_connection));
    QCOMPARE(caller.log.rowCount(), 2);
    QCOMPARE(caller.logged(0), u"connection broken, retry in 0.5 s"_s);
}

void TestRpcClient::cut_bodies_are_retried() {
    int tries = 0;
    HttpServer server([&](const HttpRequest& request) {
        return HttpResponse{200, answerTo(request), "", ++tries == 1 ? Mode::CutBody : Mode::Normal};
    });
    Caller caller(server.url());
    caller.call();
    QCOMPARE(caller.outcome(), u"ok"_s);
    QCOMPARE(caller.log.rowCount(), 2);
}

void TestRpcClient::slow_drip_ends_at_the_deadline() {
    HttpServer server([](const HttpRequest& request) {
        return HttpResponse{200, answerTo(request) + QByteArray(1000, ' '), "", Mode::Drip};
    });
    Caller caller(server.url());
    caller.client.setTimeout(400);
    caller.call();
    QCOMPARE(caller.outcome(3000), textOf(model::rules::net_timeout));
    QCOMPARE(caller.logged(0), u"timed out after 0.4 s"_s);
    QCOMPARE(server.requests().size(), 1); // not retried: it would take as long again
}

void TestRpcClient::silence_ends_at_the_deadline() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, "", "", Mode::Silent}; });
    Caller caller(server.url());
    caller.client.setTimeout(200);
    caller.call();
    QCOMPARE(caller.outcome(3000), textOf(model::rules::net_timeout));
}

void TestRpcClient::huge_answers_are_cut_off() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, QByteArray(3'000'000, ' ')}; });
    Caller caller(server.url());
    caller.client.setMaxAnswerBytes(1'000'000);
    caller.call();
    QCOMPARE(caller.outcome(), textOf(model::rules::net_size));
    QCOMPARE(caller.logged(0), u"answer above 1000000 bytes"_s);
    QVERIFY(caller.log.record(0).bytes <= 1'000'001);
}

void TestRpcClient::redirects_are_not_followed() {
    int elsewhere = 0;
    HttpServer other([&](const HttpRequest& request) {
        ++elsewhere;
        return HttpResponse{200, answerTo(request)};
    });
    HttpServer server([&](const HttpRequest&) {
        return HttpResponse{307, "", "Location: " + other.url().toEncoded() + "\r\n"};
    });
    Caller caller(server.url());
    caller.call();
    QCOMPARE(caller.outcome(), textOf(model::rules::net_http));
    QCOMPARE(elsewhere, 0);
    QCOMPARE(server.requests().size(), 1);
}

void TestRpcClient::refused_connection() {
    QUrl url;
    {
        const HttpServer gone([](const HttpRequest&) { return HttpResponse{}; });
        url = gone.url(u"/secret-key"_s);
    }
    Caller caller(url);
    caller.call();
    QCOMPARE(caller.outcome(), textOf(model::rules::net_connection));
    QCOMPARE(caller.logged(0), u"connection refused"_s);
    QCOMPARE(caller.results[0].error().text, "connection refused");
}

void TestRpcClient::only_http_is_an_endpoint_data() {
    QTest::addColumn<QString>("url");
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("data") << u"data:,{}"_s;
    QTest::newRow("resource") << u"qrc:/samples/samples.json"_s;
    QTest::newRow("socket") << u"ws://localhost:8545"_s;
    QTest::newRow("none") << u"localhost:8545"_s;
    QTest::newRow("empty") << QString();
}

void TestRpcClient::only_http_is_an_endpoint() {
    QFETCH(const QString, url);
    Caller caller{QUrl(url)};
    caller.call();
    QVERIFY(caller.results.empty());
    QCOMPARE(caller.outcome(), textOf(model::rules::net_connection));
}

void TestRpcClient::credentials_go_into_a_header_and_nowhere_else() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{404, ""}; });
    QUrl url = server.url(u"/v3/path-key?key=query-key"_s);
    url.setUserName(u"someone"_s);
    url.setPassword(u"pass:word"_s);
    Caller caller(url);
    caller.call();
    QCOMPARE(caller.outcome(), textOf(model::rules::net_http));
    QVERIFY(
        server.requests()[0].hasHeader("Authorization: Basic " + QByteArray("someone:pass:word").toBase64()));
    QVERIFY(server.requests()[0].head.startsWith("POST /v3/path-key?key=query-key HTTP"));
    const RequestRecord& record = caller.log.record(0);
    QCOMPARE(record.endpoint, u"127.0.0.1:%1"_s.arg(url.port()));
    for (const auto& secret : {u"key"_s, u"someone"_s, u"word"_s}) {
        QVERIFY(!(record.endpoint + record.method + record.outcome).contains(secret));
        QVERIFY(!QString::fromStdString(caller.results[0].error().message()).contains(secret));
    }
}

void TestRpcClient::cancelled_calls_end_once() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, "", "", Mode::Silent}; });
    Caller caller(server.url());
    caller.call();
    QTRY_COMPARE(server.requests().size(), 1);
    caller.client.cancelAll();
    caller.client.cancelAll();
    QVERIFY(caller.results.empty());
    QCOMPARE(caller.outcome(), textOf(model::rules::net_cancelled));
    QCOMPARE(caller.logged(0), u"cancelled"_s);
}

void TestRpcClient::cancelled_while_waiting() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{429, "", "Retry-After: 2\r\n"}; });
    Caller caller(server.url());
    QSignalSpy waiting(&caller.client, &RpcClient::waiting);
    caller.call();
    QTRY_COMPARE(waiting.size(), 1);
    caller.client.cancelAll();
    QCOMPARE(caller.outcome(1000), textOf(model::rules::net_cancelled));
    QCOMPARE(server.requests().size(), 1);
}

void TestRpcClient::destroyed_client_says_nothing() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, "", "", Mode::Silent}; });
    QNetworkAccessManager network;
    int called = 0;
    auto client = std::make_unique<RpcClient>(EndpointChoice{server.url(), false}, nullptr, &network);
    client->call(u"eth_chainId"_s, codec::Json::array(), [&](const Result<codec::Json>&) { ++called; });
    QTRY_COMPARE(server.requests().size(), 1);
    client.reset();
    QTest::qWait(200);
    QCOMPARE(called, 0);
}

void TestRpcClient::back_off_doubles_up_to_a_limit() {
    QCOMPARE(retryDelayMs(1, {}), 500);
    QCOMPARE(retryDelayMs(2, {}), 1000);
    QCOMPARE(retryDelayMs(3, {}), 2000);
    QCOMPARE(retryDelayMs(1000, {}), max_retry_delay_ms);
    QCOMPARE(retryDelayMs(1, 7000), 7000);
    QCOMPARE(retryDelayMs(1, 7'000'000), max_retry_delay_ms);
}

QTEST_GUILESS_MAIN(TestRpcClient)
#include "test_rpc_client.moc"
