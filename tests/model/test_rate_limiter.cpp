// How fast an endpoint is asked: how many at once, and what a refusal for haste changes.
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include "http_server.h"
#include "model/net/rate_limiter.h"
#include "model/net/rpc_client.h"
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;

namespace {

HttpResponse answer(const HttpRequest& request, const QByteArray& part = R"("result":"0x1")") {
    const codec::Json asked = codec::parse_json(request.body.toStdString()).value();
    return {200, R"({"jsonrpc":"2.0","id":)" + QByteArray::number(quint64{asked["id"].get<std::uint64_t>()}) +
                     "," + part + "}"};
}

const QByteArray limit_exceeded = R"("error":{"code":-32005,"message":"limit exceeded"})";

} // namespace

class TestRateLimiter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void only_so_many_at_once() {
        RateLimiter limiter;
        int begun = 0;
        for (int i = 0; i < 20; ++i) {
            limiter.enter(this, [&begun] { ++begun; });
        }
        QCOMPARE(begun, RateLimiter::max_in_flight);
        limiter.leave();
        QCOMPARE(begun, RateLimiter::max_in_flight + 1);
        for (int i = 0; i < 30; ++i) { // more than were taken
            limiter.leave();
        }
        QCOMPARE(begun, 20);
        QVERIFY(limiter.inFlight() >= 0);
    }

    void who_is_gone_takes_no_turn() {
        RateLimiter limiter;
        int begun = 0;
        auto gone = std::make_unique<QObject>();
        for (int i = 0; i < RateLimiter::max_in_flight; ++i) {
            limiter.enter(this, [] {});
        }
        limiter.enter(gone.get(), [&begun] { begun += 100; });
        limiter.enter(this, [&begun] { ++begun; });
        gone.reset();
        limiter.leave();
        QCOMPARE(begun, 1);
        QCOMPARE(limiter.inFlight(), RateLimiter::max_in_flight);
    }

    void refusals_pause_and_spread() {
        RateLimiter limiter;
        QElapsedTimer clock;
        clock.start();
        limiter.slowDown(150);
        QCOMPARE(limiter.distanceMs(), RateLimiter::first_distance_ms);
        QList<qint64> at;
        for (int i = 0; i < 3; ++i) {
            limiter.enter(this, [&] { at += clock.elapsed(); });
        }
        QVERIFY(at.isEmpty());
        QVERIFY(QTest::qWaitFor([&at] { return at.size() == 3; }, 5000));
        QVERIFY2(at[0] >= 145, qPrintable(QString::number(at[0])));
        QVERIFY(at[1] - at[0] >= RateLimiter::first_distance_ms - 5);
        QVERIFY(at[2] - at[1] >= RateLimiter::first_distance_ms - 5);
        for (int i = 0; i < 20; ++i) {
            limiter.slowDown(0);
        }
        QCOMPARE(limiter.distanceMs(), RateLimiter::max_distance_ms);
        int successes = 0;
        while (limiter.distanceMs() > 0 && successes < 100) {
            limiter.succeeded();
            ++successes;
        }
        QVERIFY(successes > 5 && successes < 40);
    }

    void clients_of_one_endpoint_share_it() {
        QNetworkAccessManager network;
        RateLimiter* const one = RateLimiter::of(&network, u"a.example"_s);
        QCOMPARE(RateLimiter::of(&network, u"a.example"_s), one);
        QVERIFY(RateLimiter::of(&network, u"a.example:8545"_s) != one);
        QNetworkAccessManager other;
        QVERIFY(RateLimiter::of(&other, u"a.example"_s) != one);
    }

    void at_most_so_many_requests_are_open() {
        int open = 0;
        int most = 0;
        HttpServer server([&](const HttpRequest& request) {
            most = std::max(most, ++open);
            --open;
            return answer(request);
        });
        QNetworkAccessManager network;
        RequestLog log;
        RpcClient client({server.url(), true}, &log, &network);
        RpcClient second({server.url(), true}, &log, &network);
        int answered = 0;
        int wrong = 0;
        for (int i = 0; i < 30; ++i) {
            for (RpcClient* each : {&client, &second}) {
                each->call(u"eth_chainId"_s, codec::Json::array(), [&](const Result<codec::Json>& result) {
                    ++answered;
                    wrong += result ? 0 : 1;
                });
            }
        }
        const auto* limiter = RateLimiter::of(&network, client.endpoint().displayName());
        int in_flight = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                in_flight = std::max(in_flight, limiter->inFlight());
                return answered == 60;
            },
            20'000));
        QCOMPARE(wrong, 0);
        QVERIFY(in_flight > 0 && in_flight <= RateLimiter::max_in_flight);
        QCOMPARE(limiter->inFlight(), 0);
    }

    void turns_are_given_back_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("closed") << static_cast<int>(HttpResponse::Mode::CloseAtOnce);
        QTest::newRow("cut") << static_cast<int>(HttpResponse::Mode::CutBody);
        QTest::newRow("silent") << static_cast<int>(HttpResponse::Mode::Silent);
    }
    void turns_are_given_back() {
        QFETCH(int, mode);
        HttpServer server([mode](const HttpRequest&) {
            HttpResponse response{200, "{\"jsonrpc\":\"2.0\"}"};
            response.mode = static_cast<HttpResponse::Mode>(mode);
            return response;
        });
        QNetworkAccessManager network;
        RpcClient client({server.url(), true}, nullptr, &network);
        client.setRetries(0);
        client.setTimeout(200);
        int answered = 0;
        for (int i = 0; i < 20; ++i) {
            client.call(u"eth_chainId"_s, codec::Json::array(), [&](const auto&) { ++answered; });
        }
        QVERIFY(QTest::qWaitFor([&] { return answered == 20; }, 20'000));
        auto* limiter = RateLimiter::of(&network, client.endpoint().displayName());
        QCOMPARE(limiter->inFlight(), 0);
        answered = 0;
        for (int i = 0; i < 20; ++i) {
            client.call(u"eth_chainId"_s, codec::Json::array(), [&](const auto&) { ++answered; });
        }
        QTest::qWait(20);
        client.cancelAll();
        QVERIFY(QTest::qWaitFor([&] { return answered == 20; }, 5'000));
        QTest::qWait(20);
        QCOMPARE(limiter->inFlight(), 0);
        {
            RpcClient dying({server.url(), true}, nullptr, &network);
            dying.call(u"eth_chainId"_s, codec::Json::array(), [](const auto&) {});
            QTest::qWait(20);
        }
        QCOMPARE(limiter->inFlight(), 0);
    }

    void limit_exceeded_is_asked_again_slower() {
        int asked = 0;
        HttpServer server([&asked](const HttpRequest& request) {
            return ++asked == 1 ? answer(request, limit_exceeded) : answer(request);
        });
        QNetworkAccessManager network;
        RequestLog log;
        RpcClient client({server.url(), true}, &log, &network);
        bool ok = false;
        bool answered = false;
        client.call(u"eth_getBlockByHash"_s, codec::Json::array(), [&](const Result<codec::Json>& result) {
            ok = result.has_value();
            answered = true;
        });
        QVERIFY(QTest::qWaitFor([&answered] { return answered; }, 10'000));
        QVERIFY(ok);
        QCOMPARE(asked, 2);
        QVERIFY(log.record(0).outcome.contains(u"-32005: limit exceeded, retry in 0.5 s"_s));
        QVERIFY(RateLimiter::of(&network, client.endpoint().displayName())->distanceMs() > 0);
    }

    /// Of a search for logs, -32005 may mean the range: the search decides, not the client.
    void a_search_for_logs_decides_itself() {
        HttpServer server([](const HttpRequest& request) { return answer(request, limit_exceeded); });
        QNetworkAccessManager network;
        RpcClient client({server.url(), true}, nullptr, &network);
        std::string text;
        client.call(u"eth_getLogs"_s, codec::Json::array(),
                    [&text](const Result<codec::Json>& result) { text = result.error().text; });
        QVERIFY(QTest::qWaitFor([&text] { return !text.empty(); }, 10'000));
        QCOMPARE(text, std::string("-32005: limit exceeded"));
        QCOMPARE(server.requests().size(), 1);
    }

    void it_is_not_asked_for_ever() {
        HttpServer server([](const HttpRequest& request) { return answer(request, limit_exceeded); });
        QNetworkAccessManager network;
        RpcClient client({server.url(), true}, nullptr, &network);
        client.setRetries(1);
        std::string text;
        client.call(u"eth_chainId"_s, codec::Json::array(),
                    [&text](const Result<codec::Json>& result) { text = result.error().text; });
        QVERIFY(QTest::qWaitFor([&text] { return !text.empty(); }, 10'000));
        QCOMPARE(server.requests().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "test_rate_limiter.moc"
