// The session: order of parts, failures of files and endpoints, cancelling, options.
// Over 500 lines: all share one watcher of signals, in whose order they are checked.
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include "http_server.h"
#include "model/items/texts.h"
#include "model/session/session.h"
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using verify::Verdict;
using Phase = Session::Phase;
using Mode = HttpResponse::Mode;

namespace {

const QString sound = u":/samples/deep-reentry"_s;

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A JSON-RPC answer to the request: a result, or "!" and the code of an error.
HttpResponse rpc(const HttpRequest& request, const QByteArray& result) {
    const codec::Json body = codec::parse_json(request.body.toStdString()).value();
    const QByteArray id = QByteArray::number(quint64{body["id"].get<std::uint64_t>()});
    const QByteArray part = result.startsWith('!')
                                ? R"("error":{"message":"no","code":)" + result.sliced(1) + "}"
                                : R"("result":)" + result;
    return {200, R"({"jsonrpc":"2.0","id":)" + id + "," + part + "}"};
}

QString methodOf(const HttpRequest& request) {
    return QString::fromStdString(
        codec::parse_json(request.body.toStdString()).value()["method"].get<std::string>());
}

/// A session and what it signalled, in order.
struct Watched {
    Watched() {
        const auto note = [this](const QString& what) { return [this, what] { order += what; }; };
        QObject::connect(&session, &Session::tableChanged, note(u"table"_s));
        QObject::connect(&session, &Session::examinedChanged, note(u"examined"_s));
        QObject::connect(&session, &Session::treeChanged, note(u"tree"_s));
        QObject::connect(&session, &Session::evidenceChanged, note(u"evidence"_s));
        QObject::connect(&session, &Session::reportChanged, note(u"report"_s));
        QObject::connect(&session, &Session::finished, note(u"finished"_s));
        QObject::connect(&session, &Session::phaseChanged, [this](Phase phase) { phases += phase; });
    }
    bool wait() {
        const bool ended = QTest::qWaitFor([this] { return order.contains(u"finished"_s); }, 20'000);
        return ended;
    }
    bool open(const QString& path) {
        session.open(CaseFiles::discover(path));
        order.clear(); // of the emptied parts
        return wait();
    }
    [[nodiscard]] QString verdict() const {
        return session.parts().report ? textOf(verify::name(session.parts().report->verdict))
                                      : u"no report"_s;
    }

    Session session;
    QStringList order;
    QList<Phase> phases;
};

} // namespace

class TestSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void parts_come_in_order();
    void opaque_bytes();
    void malformed_inputs_data();
    void malformed_inputs();
    void named_format_must_fit();
    void missing_files_data();
    void missing_files();
    void failed_attachment_is_taken_back();
    void pasted_bytes();
    void options_keep_the_table();
    void files_are_read_again();
    void relative_paths_are_kept();
    void cancel_while_loading();
    void cancel_keeps_the_last_report();
    void close_forgets_the_case();
    void new_case_drops_the_old_run();
    void destroyed_while_running();
    void silent_endpoint_is_a_failure();
    void refused_endpoint_is_exit_5();
    void endpoint_of_another_chain();
    void answers_that_contradict_themselves_data();
    void answers_that_contradict_themselves();
    void receipts_one_by_one();
    void offline_asks_nobody();
    void cancel_while_fetching();
    void late_answers_are_dropped();

private:
    QString put(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return path;
    }
    static VerifyOptions asking(const QUrl& url) {
        VerifyOptions options;
        options.endpoints = {{url, true}};
        options.retries = 0;
        options.timeoutMs = 3000;
        return options;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSession::parts_come_in_order() {
    Watched watched;
    QCOMPARE(watched.session.phase(), Phase::empty);
    QVERIFY(watched.open(sound));
    QCOMPARE(watched.order, (QStringList{u"table"_s, u"examined"_s, u"tree"_s, u"evidence"_s, u"tree"_s,
                                         u"report"_s, u"finished"_s}));
    QCOMPARE(watched.phases, (QList{Phase::loading, Phase::done}));
    QCOMPARE(watched.verdict(), u"verified"_s);
    const Parts& parts = watched.session.parts();
    QVERIFY(parts.source && parts.table && parts.request && parts.examined && parts.evidence && parts.tree);
    QCOMPARE(parts.source->name, "table.hex");
    QVERIFY(watched.session.checkedAt().isValid());
    QVERIFY(watched.session.elapsedMs() >= 0);
    QVERIFY(watched.session.ioError().isEmpty());
}

void TestSession::opaque_bytes() {
    Watched watched;
    QVERIFY(watched.open(put(u"note.txt"_s, "any observation")));
    QCOMPARE(watched.verdict(), u"unproven"_s);
    QVERIFY(watched.session.parts().source && !watched.session.parts().table &&
            !watched.session.parts().tree);
    QVERIFY(!watched.session.parts().request->malformed);
}

void TestSession::malformed_inputs_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    const QByteArray table = contents(sound + u"/table.hex"_s).trimmed();
    QTest::newRow("table cut") << u"table.hex"_s << table.chopped(64) << QString();
    QTest::newRow("table empty") << u"table.hex"_s << QByteArray() << QString();
    QTest::newRow("table with a bad digit") << u"table.hex"_s << table.chopped(1) + "g" << QString();
    QTest::newRow("envelope") << u"envelope.json"_s << QByteArray("{}") << u"envelope.json"_s;
    QTest::newRow("envelope text") << u"envelope.json"_s << QByteArray("no json") << u"envelope.json"_s;
    QTest::newRow("evidence") << u"evidence.json"_s << contents(sound + u"/evidence.json"_s).chopped(20)
                              << u"evidence.json"_s;
    QTest::newRow("evidence member")
        << u"evidence.json"_s << contents(sound + u"/evidence.json"_s).replace("\"blocks\"", "\"block\"")
        << u"evidence.json"_s;
}

void TestSession::malformed_inputs() {
    QFETCH(const QString, file);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, place);
    for (const QString& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
        put(name, name == file ? bytes : contents(sound + u'/' + name));
    }
    Watched watched;
    QVERIFY(watched.open(m_folder->path()));
    QCOMPARE(watched.verdict(), u"malformed"_s);
    QCOMPARE(verify::exit_status(*watched.session.parts().report), 3);
    QVERIFY(watched.session.parts().request->malformed);
    QVERIFY(watched.session.parts().source); // even what does not decode has bytes to look at
    QVERIFY(QString::fromStdString(watched.session.parts().request->malformed->place).startsWith(place));
    QVERIFY(watched.session.ioError().isEmpty());
}

void TestSession::named_format_must_fit() {
    Watched watched;
    VerifyOptions options;
    options.format = u"eez-main.l2"_s;
    watched.session.setOptions(options);
    QVERIFY(watched.open(sound)); // an L1 table
    QCOMPARE(watched.verdict(), u"malformed"_s);
    for (auto* id : {&options.format, &options.profile}) {
        options.format.clear();
        options.profile.clear();
        *id = u"no-such-thing"_s;
        watched.order.clear();
        watched.session.setOptions(options);
        QVERIFY(watched.wait());
        QCOMPARE(watched.verdict(), u"malformed"_s);
    }
    options.profile = u"calldata"_s;
    watched.order.clear();
    watched.session.setOptions(options);
    QVERIFY(watched.wait());
    QCOMPARE(watched.verdict(), u"verified"_s);
}

void TestSession::missing_files_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such file") << u"nothing.hex"_s << u"nothing.hex: No such file"_s;
    QTest::newRow("folder") << u"."_s << u"is a folder without table.hex or table.bin"_s;
}

void TestSession::missing_files() {
    QFETCH(const QString, path);
    QFETCH(const QString, words);
    Watched watched;
    QVERIFY(watched.open(m_folder->filePath(path)));
    QVERIFY2(watched.session.ioError().contains(words), qPrintable(watched.session.ioError()));
    QCOMPARE(watched.session.phase(), Phase::empty);
    QVERIFY(!watched.session.parts().report);
    QVERIFY(watched.open(sound)); // and on with another
    QVERIFY(watched.session.ioError().isEmpty());
    QCOMPARE(watched.verdict(), u"verified"_s);
}

void TestSession::failed_attachment_is_taken_back() {
    Watched watched;
    QVERIFY(watched.open(sound));
    const auto report = watched.session.parts().report;
    watched.order.clear();
    watched.session.attachEnvelope(m_folder->filePath(u"none.json"_s));
    QVERIFY(watched.wait());
    QVERIFY(watched.session.ioError().contains(u"none.json"_s));
    QCOMPARE(watched.session.parts().report, report);
    QCOMPARE(watched.session.files().envelope, sound + u"/envelope.json"_s);
    QCOMPARE(watched.session.phase(), Phase::done);
}

void TestSession::pasted_bytes() {
    Watched watched;
    CaseFiles files;
    files.table = u"clipboard"_s;
    files.tableBytes = contents(sound + u"/table.hex"_s);
    files.fromBytes = true;
    watched.session.open(files);
    watched.order.clear();
    QVERIFY(watched.wait());
    QCOMPARE(watched.session.parts().source->name, "clipboard");
    QVERIFY(watched.session.parts().table);
    watched.order.clear();
    watched.session.verifyAgain();
    QVERIFY(watched.wait());
    QVERIFY(watched.session.parts().table);
}

void TestSession::options_keep_the_table() {
    Watched watched;
    QVERIFY(watched.open(sound));
    const auto table = watched.session.parts().table;
    const quint64 generation = watched.session.generation();
    VerifyOptions options;
    options.policy = verify::Policy::final_;
    watched.order.clear();
    watched.session.setOptions(options);
    QVERIFY(watched.wait());
    QCOMPARE(watched.order, (QStringList{u"evidence"_s, u"tree"_s, u"report"_s, u"finished"_s}));
    QCOMPARE(watched.session.parts().table, table);
    QCOMPARE(watched.verdict(), u"unproven"_s); // finality is read now or not at all
    QVERIFY(watched.session.generation() > generation);
    QVERIFY(watched.session.parts().examined);
}

void TestSession::files_are_read_again() {
    const QString table = put(u"table.hex"_s, contents(sound + u"/table.hex"_s));
    Watched watched;
    QVERIFY(watched.open(table));
    QVERIFY(watched.session.parts().table);
    put(u"table.hex"_s, "something else");
    watched.order.clear();
    watched.session.verifyAgain();
    QVERIFY(watched.wait());
    QVERIFY(!watched.session.parts().table);
    QVERIFY(QFile::remove(table));
    watched.order.clear();
    watched.session.verifyAgain();
    QVERIFY(watched.wait());
    QVERIFY(!watched.session.ioError().isEmpty());
    QVERIFY(watched.session.parts().report); // that of the last run that ended
}

void TestSession::relative_paths_are_kept() {
    put(u"table.hex"_s, contents(sound + u"/table.hex"_s));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    Watched watched;
    watched.session.open(CaseFiles::discover(u"table.hex"_s));
    QVERIFY(QDir::setCurrent(before));
    watched.order.clear();
    QVERIFY(watched.wait());
    QVERIFY(watched.session.ioError().isEmpty());
    QVERIFY(QDir::isAbsolutePath(watched.session.files().table));
}

void TestSession::cancel_while_loading() {
    Watched watched;
    watched.session.open(CaseFiles::discover(sound));
    watched.order.clear();
    watched.session.cancel();
    QCOMPARE(watched.session.phase(), Phase::empty);
    QCOMPARE(watched.order.count(u"finished"_s), 1);
    QTest::qWait(200);
    QCOMPARE(watched.order.count(u"finished"_s), 1); // nothing of the cancelled run arrives
    QVERIFY(!watched.session.parts().source);
    watched.session.cancel(); // nothing to cancel
    QCOMPARE(watched.order.count(u"finished"_s), 1);
}

void TestSession::cancel_keeps_the_last_report() {
    Watched watched;
    QVERIFY(watched.open(sound));
    const Parts before = watched.session.parts();
    watched.session.verifyAgain();
    watched.session.cancel();
    QTest::qWait(200);
    QCOMPARE(watched.session.parts().report, before.report);
    QCOMPARE(watched.session.parts().evidence, before.evidence);
    QCOMPARE(watched.session.parts().table, before.table);
    QCOMPARE(watched.session.phase(), Phase::done);
}

void TestSession::close_forgets_the_case() {
    Watched watched;
    QVERIFY(watched.open(sound));
    watched.session.close();
    QCOMPARE(watched.session.phase(), Phase::empty);
    QVERIFY(!watched.session.parts().source && !watched.session.parts().report);
    QVERIFY(watched.session.files().isEmpty());
    watched.order.clear();
    watched.session.verifyAgain();
    QTest::qWait(100);
    QVERIFY(watched.order.isEmpty());
}

void TestSession::new_case_drops_the_old_run() {
    Watched watched;
    for (const Phase phase : {Phase::loading, Phase::loading, Phase::loading}) {
        watched.session.open(CaseFiles::discover(u":/samples/tampered"_s));
        QCOMPARE(watched.session.phase(), phase);
    }
    watched.session.open(CaseFiles::discover(sound));
    watched.order.clear();
    QVERIFY(watched.wait());
    QTest::qWait(200);
    QCOMPARE(watched.order.count(u"report"_s), 1);
    QCOMPARE(watched.verdict(), u"verified"_s);
}

void TestSession::destroyed_while_running() {
    for (int wait = 0; wait < 20; ++wait) {
        Session session;
        session.open(CaseFiles::discover(sound));
        QTest::qWait(wait);
    }
}

void TestSession::silent_endpoint_is_a_failure() {
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

void TestSession::refused_endpoint_is_exit_5() {
    QUrl url;
    {
        const HttpServer gone([](const HttpRequest&) { return HttpResponse{}; });
        url = gone.url(u"/v3/key"_s);
    }
    const QString table = put(u"table.hex"_s, contents(sound + u"/table.hex"_s));
    put(u"envelope.json"_s, contents(sound + u"/envelope.json"_s));
    Watched watched;
    watched.session.setOptions(asking(url));
    QVERIFY(watched.open(table));
    QCOMPARE(watched.verdict(), u"unproven"_s);
    QVERIFY(watched.session.parts().report->endpoints_silent);
    QCOMPARE(verify::exit_status(*watched.session.parts().report), 5);
    QVERIFY(watched.session.parts().evidence->endpoints[0].failure->find("key") == std::string::npos);
}

void TestSession::endpoint_of_another_chain() {
    HttpServer server([](const HttpRequest& request) { return rpc(request, R"("0x1")"); });
    Watched watched;
    watched.session.setOptions(asking(server.url()));
    QVERIFY(watched.open(sound)); // chain 77001
    QCOMPARE(watched.session.parts().evidence->endpoints[0].chain_id, std::optional<std::uint64_t>(1));
    QCOMPARE(server.requests().size(), 2); // chain id and head, then nothing more is asked
}

void TestSession::answers_that_contradict_themselves_data() {
    QTest::addColumn<QByteArray>("block");
    QTest::newRow("error") << QByteArray("!4444");
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("other height") << QByteArray(R"({"number":"0x1","hash":"0x00"})");
}

/// Whatever an endpoint says about blocks, the run ends, and the block is not authentic by its word.
void TestSession::answers_that_contradict_themselves() {
    QFETCH(const QByteArray, block);
    HttpServer server([&](const HttpRequest& request) {
        const QString method = methodOf(request);
        return method == u"eth_chainId" ? rpc(request, R"("0x12cc9")")
                                        : rpc(request, method == u"eth_blockNumber" ? R"("0x64")" : block);
    });
    Watched watched;
    watched.session.setOptions(asking(server.url()));
    put(u"table.hex"_s, contents(sound + u"/table.hex"_s));
    put(u"envelope.json"_s, contents(sound + u"/envelope.json"_s));
    QVERIFY(watched.open(m_folder->path()));
    QCOMPARE(watched.verdict(), u"unproven"_s);
    QVERIFY(server.requests().size() < 20);
    for (int row = 0; row < watched.session.requestLog()->rowCount(); ++row) {
        QCOMPARE(watched.session.requestLog()->record(row).endpoint,
                 u"127.0.0.1:%1"_s.arg(server.url().port()));
    }
}

/// An endpoint without eth_getBlockReceipts, with mainnet block 21925176 (a16z/helios, MIT).
void TestSession::receipts_one_by_one() {
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
    QVERIFY(watched.open(put(u"note.txt"_s, "opaque")));
    const verify::Evidence& evidence = *watched.session.parts().evidence;
    QCOMPARE(evidence.blocks.size(), 1U);
    QVERIFY(evidence.blocks[0].receipts_proven);
    QCOMPARE(evidence.endpoints[0].canonical.at(21925176), std::optional(evidence.blocks[0].header.hash));
    const auto single = std::ranges::count(server.requests(), u"eth_getTransactionReceipt"_s, methodOf);
    QCOMPARE(single, receipts.size() + 1); // one to find the block
}

void TestSession::offline_asks_nobody() {
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

void TestSession::cancel_while_fetching() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, "", "", Mode::Silent}; });
    Watched watched;
    QVERIFY(watched.open(sound));
    const auto report = watched.session.parts().report;
    watched.session.setOptions(asking(server.url()));
    QTRY_VERIFY(!server.requests().isEmpty());
    QCOMPARE(watched.session.phase(), Phase::fetching);
    watched.session.cancel();
    QCOMPARE(watched.session.phase(), Phase::done);
    QCOMPARE(watched.session.parts().report, report);
    QCOMPARE(watched.session.requestLog()->record(0).outcome, u"cancelled"_s);
}

void TestSession::late_answers_are_dropped() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, "", "", Mode::Silent}; });
    Watched watched;
    watched.session.setOptions(asking(server.url()));
    watched.session.open(CaseFiles::discover(sound));
    QTRY_VERIFY(!server.requests().isEmpty());
    VerifyOptions offline;
    watched.order.clear();
    watched.session.setOptions(offline); // the run that still waits for answers is over
    QVERIFY(watched.wait());
    QTest::qWait(300);
    QCOMPARE(watched.order.count(u"report"_s), 1);
    QCOMPARE(watched.verdict(), u"verified"_s);
    QVERIFY(watched.session.parts().evidence->endpoints.empty());
}

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
