// Reports that are kept: the same bytes in every run, with what was read and under which name.
#include "model/report/kept_report.h"
#include "model/session/samples.h"
#include "session_watch.h"
#include <QCryptographicHash>

using namespace anchorscope;
using namespace anchorscope::model;
using codec::Json;

namespace {

KeptReport kept(const Watched& watched, std::vector<report::Note> notes = {}) {
    return {watched.session.parts(),
            {},
            std::move(notes),
            KeptReport::commandFor(watched.session.files(), watched.session.options()),
            watched.session.checkedAt()};
}

Json jsonOf(const KeptReport& report) { return codec::parse_json(report.json()).value(); }

} // namespace

class TestKeptReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameBytesInEveryRun() {
        std::map<QString, std::pair<std::string, std::string>> first;
        for (const Sample& sample : samples()) {
            Watched watched;
            QVERIFY(watched.open(sample.folder));
            first[sample.id] = {kept(watched).json(), kept(watched).html()};
        }
        QTest::qWait(1100); // the clock's second is another one
        for (const Sample& sample : samples()) {
            Watched watched;
            QVERIFY(watched.open(sample.folder));
            QVERIFY(first[sample.id] == std::pair(kept(watched).json(), kept(watched).html()));
            QVERIFY(jsonOf(kept(watched))["reproduce"]["checked_at"].is_null()); // nobody was asked
        }
    }

    void statesEveryFileThatWasRead() {
        Watched watched;
        QVERIFY(watched.open(sound));
        const Json json = jsonOf(kept(watched));
        QCOMPARE(json["files"].size(), std::size_t{2});
        for (const auto& [index, role, name] :
             {std::tuple{0, "envelope", "envelope.json"}, {1, "evidence", "evidence.json"}}) {
            const QByteArray bytes = contents(sound + u'/' + QLatin1String(name));
            const Json& file = json["files"][static_cast<std::size_t>(index)];
            QCOMPARE(file["role"].get<std::string>(), std::string(role));
            QCOMPARE(file["name"].get<std::string>(), std::string(name));
            QCOMPARE(file["bytes"].get<qint64>(), bytes.size());
            const auto hash = "0x" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
            QCOMPARE(QByteArray::fromStdString(file["sha256"].get<std::string>()), hash);
        }
        QCOMPARE(json["tool"]["name"].get<std::string>(), std::string("anchorscope"));
        QVERIFY(
            json["reproduce"]["command"].get<std::string>().starts_with("anchorscope-cli verify table.hex"));
    }

    void filesOfAnotherOrderAreStatedToo() {
        const Folder folder;
        const QString peer = folder.put(u"peer.hex"_s, contents(u":/samples/late/table.hex"_s));
        Watched watched;
        CaseFiles files = CaseFiles::discover(sound);
        files.peers = {peer};
        watched.session.open(files);
        QVERIFY(watched.wait());
        const Json json = jsonOf(kept(watched));
        QCOMPARE(json["files"].size(), std::size_t{3});
        QCOMPARE(json["files"][2]["role"].get<std::string>(), std::string("peer"));
    }

    /// A run that asked an endpoint says when, and of the endpoint its host alone.
    void keysOfEndpointsAreNowhere() {
        HttpServer server([](const HttpRequest& request) { return rpc(request, "!-32601"); });
        QUrl url = server.url();
        url.setUserName(u"someone"_s);
        url.setPassword(u"hunter2secret"_s);
        url.setPath(u"/v3/0123456789abcdef0123456789abcdef"_s);
        Watched watched;
        watched.session.setOptions(asking(url));
        QVERIFY(watched.open(sound));
        const KeptReport report = kept(watched);
        for (const std::string& text : {report.json(), report.html()}) {
            QVERIFY(text.find("hunter2secret") == std::string::npos);
            QVERIFY(text.find("0123456789abcdef0123456789abcdef") == std::string::npos);
            QVERIFY(text.find("127.0.0.1") != std::string::npos);
        }
        QVERIFY(!jsonOf(report)["reproduce"]["checked_at"].is_null());
    }

    void formatsByTheirNames() {
        QCOMPARE(reportFormatOf(u"a/b.JSON"_s), std::optional(ReportFormat::Json));
        QCOMPARE(reportFormatOf(u"b.html"_s), std::optional(ReportFormat::Html));
        QCOMPARE(reportFormatOf(u"b.pdf"_s), std::optional(ReportFormat::Pdf));
        QVERIFY(!reportFormatOf(u"pdf"_s) && !reportFormatOf(u"b.txt"_s) && !reportFormatOf({}));
    }
};

QTEST_GUILESS_MAIN(TestKeptReport)
#include "test_kept_report.moc"
