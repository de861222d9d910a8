// What of an endpoint's URL may be seen, and that nothing else of it is: not in the log, not in a report, not
// in an error, whatever the endpoint repeats.
#include "core/codec/json.h"
#include "core/report/json_report.h"
#include "core/report/text_report.h"
#include "http_server.h"
#include "model/net/redaction.h"
#include "model/session/case_writer.h"
#include "model/session/session.h"
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;

namespace {

const QStringList keys{u"pathKey-0123456789"_s, u"queryKey-0123456789"_s, u"userName-01"_s, u"passWord-01"_s};

QUrl withKeys(const QUrl& base) {
    QUrl url = base;
    url.setUserName(keys[2]);
    url.setPassword(keys[3]);
    url.setPath(u"/v3/"_s + keys[0]);
    url.setQuery(u"apikey="_s + keys[1]);
    return url;
}

bool showsAKey(const QString& text) {
    return std::ranges::any_of(keys, [&text](const QString& key) {
        return text.contains(key, Qt::CaseInsensitive) ||
               text.contains(QString::fromLatin1(key.toUtf8().toBase64()));
    });
}

} // namespace

class TestRedaction : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void urls_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<bool>("secret");
        const auto row = [](const char* url, const char* shown, const char* stored, bool secret) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(shown)
                               << QString::fromUtf8(stored) << secret;
        };
        row("https://node.example", "https://node.example", "https://node.example", false);
        row("http://127.0.0.1:8545", "http://127.0.0.1:8545", "http://127.0.0.1:8545", false);
        row("http://[::1]:8545/", "http://[::1]:8545", "http://[::1]:8545/", false);
        row("https://a.example/ext/bc/C/rpc", "https://a.example/…", "https://a.example/ext/bc/C/rpc", false);
        row("https://a.example/v3/0123abcd", "https://a.example/…", "https://a.example", true);
        row("https://a.example/rpc?key=0123", "https://a.example/…", "https://a.example/rpc", true);
        row("https://a.example/?0123456", "https://a.example/…", "https://a.example/", true);
        row("https://me:pass@a.example", "https://a.example/…", "https://a.example", true);
        row("https://a.example/rpc#0123", "https://a.example/…", "https://a.example/rpc", true);
        row("https://a.example/v3/%41bcdef", "https://a.example/…", "https://a.example", true);
    }
    void urls() {
        QFETCH(QString, url);
        QTEST(redacted(QUrl(url)), "shown");
        QTEST(withoutSecrets(QUrl(url)).toString(), "stored");
        QTEST(hasSecrets(QUrl(url)), "secret");
        QVERIFY(!hasSecrets(withoutSecrets(QUrl(url))));
    }

    void texts_are_scrubbed() {
        const QStringList secrets = secretsOf(withKeys(QUrl(u"https://a.example"_s)));
        QCOMPARE(QSet<QString>(secrets.begin(), secrets.end()), QSet<QString>(keys.begin(), keys.end()));
        for (const QString& key : keys) {
            const QString text = u"project %1 at /v3/%2 is over its limit"_s.arg(key, key.toUpper());
            QCOMPARE(scrubbed(text, secrets), u"project … at /v3/… is over its limit"_s);
        }
        QCOMPARE(scrubbed(u"nothing here"_s, secrets), u"nothing here"_s);
        // As the URL spelled it, too.
        const QStringList spaced = secretsOf(QUrl(u"https://a.example/my%20key/x"_s));
        QCOMPARE(scrubbed(u"my key and my%20key"_s, spaced), u"… and …"_s);
        // Short parts would hide the message.
        QVERIFY(secretsOf(QUrl(u"https://a.example/abc?x=1"_s)).isEmpty());
    }

    void no_key_reaches_anybody_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const QByteArray echo = (keys[0] + u' ' + keys[1] + u' ' + keys[2] + u':' + keys[3]).toUtf8();
        QTest::newRow("error repeats it")
            << 200 << "{\"error\":{\"code\":-32000,\"message\":\"" + echo + "\"}}";
        QTest::newRow("403 repeats it") << 403 << "no access for " + echo;
        QTest::newRow("no JSON") << 200 << echo;
        QTest::newRow("429 repeats it") << 429 << echo;
        QTest::newRow("500 as JSON-RPC")
            << 500 << "{\"error\":{\"code\":-32603,\"message\":\"" + echo + "\"}}";
    }
    /// The endpoint throws the whole URL back; a whole run later it is nowhere to be read.
    void no_key_reaches_anybody() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        HttpServer server([&](const HttpRequest& request) {
            const codec::Json asked = codec::parse_json(request.body.toStdString()).value();
            QByteArray answer = body;
            if (answer.startsWith("{\"error\"")) {
                answer.insert(1, R"("jsonrpc":"2.0","id":)" +
                                     QByteArray::number(quint64{asked["id"].get<std::uint64_t>()}) + ",");
            }
            return HttpResponse{status, answer};
        });
        Session session;
        VerifyOptions options;
        options.endpoints = {{withKeys(server.url()), true}};
        options.retries = 0;
        options.timeoutMs = 3000;
        bool ended = false;
        const auto ends = connect(&session, &Session::finished, [&ended] { ended = true; });
        session.setOptions(options);
        session.open(CaseFiles::discover(u":/samples/unanchored"_s));
        QVERIFY(QTest::qWaitFor([&ended] { return ended; }, 20'000));
        disconnect(ends);
        QVERIFY(!server.requests().isEmpty());
        QVERIFY(server.requests().first().head.contains(keys[0].toUtf8())); // it was sent, so it could leak

        const RequestLog& log = *session.requestLog();
        QVERIFY(log.rowCount() > 0);
        for (int row = 0; row < log.rowCount(); ++row) {
            for (int column = 0; column < log.columnCount(); ++column) {
                for (const int role :
                     {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
                    const QString text = log.data(log.index(row, column), role).toString();
                    QVERIFY2(!showsAKey(text), qPrintable(text));
                }
            }
        }
        const Parts& parts = session.parts();
        QVERIFY(parts.report);
        const report::Subject subject{*parts.request, *parts.evidence, parts.examined.get(),
                                      parts.tree.get()};
        for (const std::string& text : {report::verify_json(*parts.report, subject, {"t", "0"}),
                                        report::verify_text(*parts.report, subject, {})}) {
            QVERIFY2(!showsAKey(QString::fromStdString(text)), text.c_str());
        }
        const Bytes file = caseBytes(*caseContent(parts)).value();
        QVERIFY(!showsAKey(QString::fromLatin1(reinterpret_cast<const char*>(file.data()),
                                               static_cast<qsizetype>(file.size()))));
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "test_redaction.moc"
