// Each state of the window can be reached and says what it should.
#include "core/chain/evidence_file.h"
#include "core/codec/json.h"
#include "model/items/table_models.h"
#include "tests/model/http_server.h"
#include "ui/views/banner_text.h"
#include "window_fixture.h"
#include <QDir>
#include <QFile>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using model::Meaning;

namespace {

QString write(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes) {
    const QString path = folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The sample's evidence and a block of another sample: as true as before, but not the file that is pinned.
QByteArray otherEvidence(const QString& id) {
    std::vector<chain::BlockEvidence> blocks;
    std::uint64_t chain_id = 0;
    for (const QString& sample : {id, u"late"_s}) {
        const QByteArray text = read(u":/samples/%1/evidence.json"_s.arg(sample));
        auto file =
            chain::read_evidence({text.constData(), static_cast<std::size_t>(text.size())}, "evidence.json");
        if (file) {
            chain_id = file->chain_id;
            blocks.push_back(file->blocks.front());
        }
    }
    return QByteArray::fromStdString(chain::write_evidence(chain_id, blocks));
}

/// A case of its own, copied from a sample.
QString copyOfSample(const QTemporaryDir& folder, const QString& id) {
    for (const QString& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
        write(folder, name,
              name == u"evidence.json"_s ? otherEvidence(id) : read(u":/samples/%1/%2"_s.arg(id, name)));
    }
    return folder.path();
}

quint16 closedPort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray quantity(std::uint64_t value) { return "\"0x" + QByteArray::number(quint64{value}, 16) + '"'; }

/// A header as JSON-RPC tells it.
codec::Json headerJson(const chain::Header& header) {
    const std::set<std::string_view> quantities{"difficulty",  "number",       "gasLimit",
                                                "gasUsed",     "timestamp",    "baseFeePerGas",
                                                "blobGasUsed", "excessBlobGas"};
    codec::Json out;
    for (const chain::HeaderField& field : header.fields) {
        const std::string name(field.name == "ommersHash" ? "sha3Uncles"
                               : field.name == "coinbase" ? "miner"
                                                          : field.name);
        const std::string hex = to_hex(slice(header.rlp, field.range));
        const std::size_t digit = quantities.contains(field.name) ? hex.find_first_not_of('0', 2) : 2;
        out[name] = digit == std::string::npos ? std::string("0x0") : "0x" + hex.substr(digit);
    }
    out["hash"] = header.hash.hex();
    return out;
}

/// A node that has the sample's block, and whose finalized head is `finalized`.
class SampleNode {
public:
    SampleNode(const QString& id, std::uint64_t finalized) : m_finalized(finalized) {
        const QByteArray text = read(u":/samples/%1/evidence.json"_s.arg(id));
        const auto file = chain::read_evidence(text.toStdString(), "evidence.json").value();
        m_chain = file.chain_id;
        m_header = file.blocks.front().header;
    }
    [[nodiscard]] std::uint64_t number() const { return m_header.number; }

    [[nodiscard]] model::HttpResponse answer(const model::HttpRequest& request) const {
        const codec::Json body = codec::parse_json(request.body.toStdString()).value();
        return {200, R"({"jsonrpc":"2.0","id":)" + QByteArray::fromStdString(body["id"].dump()) +
                         R"(,"result":)" + result(body) + "}"};
    }

private:
    [[nodiscard]] QByteArray result(const codec::Json& body) const {
        const auto method = body["method"].get<std::string>();
        if (method == "eth_chainId") {
            return quantity(m_chain);
        }
        if (method == "eth_blockNumber") {
            return quantity(m_header.number + 9);
        }
        if (method != "eth_getBlockByNumber") {
            return "null";
        }
        const bool head = body["params"][0] == "finalized";
        return head ? R"({"number":)" + quantity(m_finalized) + "}"
                    : QByteArray::fromStdString(headerJson(m_header).dump());
    }

    std::uint64_t m_chain = 0, m_finalized;
    chain::Header m_header;
};

model::VerifyOptions trusting(const model::HttpServer& server) {
    model::VerifyOptions options;
    options.endpoints = {{server.url(), true}};
    return options;
}

QColor cornerOf(const test::WindowFixture& fixture) {
    return fixture.find<ui::Banner>()->grab().toImage().pixelColor(2, 2);
}

} // namespace

class TestStates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void samplesSayWhatTheyShow_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("verdict");
        for (const model::Sample& sample : model::samples()) {
            QTest::newRow(qPrintable(sample.id)) << sample.id << static_cast<int>(sample.expected);
        }
    }
    void samplesSayWhatTheyShow() {
        QFETCH(const QString, id);
        QFETCH(const int, verdict);
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(id));
        QVERIFY(fixture.session.parts().report);
        QCOMPARE(static_cast<int>(fixture.session.parts().report->verdict), verdict);
        const Meaning meanings[]{Meaning::Passed, Meaning::Failed, Meaning::Warning, Meaning::Failed};
        QCOMPARE(fixture.banner().meaning, meanings[verdict]);
        QVERIFY(!fixture.banner().headline.isEmpty());
        QVERIFY(!fixture.banner().busy);
        const ui::NextStepBar* strip = fixture.find<ui::NextStepBar>();
        QVERIFY(verdict != static_cast<int>(verify::Verdict::verified) || strip->isHidden());
        QVERIFY(verdict != static_cast<int>(verify::Verdict::unproven) || strip->isVisible());
        QVERIFY(strip->step().text != fixture.banner().reason); // never the same twice
        fixture.shot(u"sample-"_s + id + u"-light"_s);
        ui::applyTheme(paint::Scheme::Dark);
        fixture.shot(u"sample-"_s + id + u"-dark"_s);
        ui::applyTheme(paint::Scheme::Light);
    }

    void aTamperedTableShowsItsBytes() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        QVERIFY(fixture.banner().headline.startsWith(u"Mismatch"_s));
        // Entry 2 starts from a stale state (resources/samples/README.md).
        const QString stale = u"entries[2].stateDeltas[0].currentState"_s;
        QVERIFY2(fixture.selection()->choice().path.endsWith(stale),
                 qPrintable(fixture.selection()->choice().path));
        fixture.selection()->chooseNode(0);
        QTest::keyClick(&fixture.window, Qt::Key_F8);
        QCOMPARE(fixture.selection()->choice().rung, std::optional(verify::RungId::trajectory));
        QVERIFY(fixture.selection()->choice().path.endsWith(stale));
        auto* tree = fixture.find<ui::TreeView>();
        QCOMPARE(tree->currentIndex().data(model::KindTextRole).toString(), u"entry 2"_s);
        auto* findings = fixture.list(u"Findings"_s);
        const auto rule = [findings] {
            return findings->currentIndex().siblingAtColumn(model::FindingModel::Rule).data().toString();
        };
        QCOMPARE(rule(), u"trajectory.broken"_s);
        QVERIFY(findings->isVisible());
        QTest::keyClick(&fixture.window, Qt::Key_F8);
        QCOMPARE(fixture.selection()->choice().rung, std::optional(verify::RungId::digest));
        QTest::keyClick(&fixture.window, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(fixture.selection()->choice().rung, std::optional(verify::RungId::trajectory));
    }

    void nothingAnchoredOffersAnEnvelope() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"unanchored"_s));
        const ui::NextStep& step = fixture.find<ui::NextStepBar>()->step();
        QVERIFY(step.steps.contains(ui::Step::AttachEnvelope));
        bool found = false;
        for (const QPushButton* button : fixture.find<ui::NextStepBar>()->findChildren<QPushButton*>()) {
            found = found || button->text().startsWith(u"Attach envelope"_s);
        }
        QVERIFY(found);
    }

    void aForgersCaseIsNeverGreen() {
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        QVERIFY(fixture.open(copyOfSample(folder, u"deep-reentry"_s)));
        QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::unproven);
        QCOMPARE(fixture.banner().meaning, Meaning::Warning);
        QVERIFY(fixture.find<ui::NextStepBar>()->step().steps.contains(ui::Step::Expectations));
        fixture.shot(u"unproven-block-light"_s);
    }

    void aMalformedTableNamesPlaceAndByte() {
        const QTemporaryDir folder;
        QByteArray hex = read(u":/samples/deep-reentry/table.hex"_s).trimmed();
        hex.truncate(hex.size() - 64 * 4); // cut inside the arguments
        test::WindowFixture fixture;
        QVERIFY(fixture.open(write(folder, u"cut.hex"_s, hex)));
        QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::malformed);
        QCOMPARE(fixture.banner().meaning, Meaning::Failed);
        QVERIFY(!fixture.banner().reason.isEmpty());
        QVERIFY(fixture.find<ui::NextStepBar>()->step().steps.contains(ui::Step::ShowByte));
        const std::uint64_t size = static_cast<std::uint64_t>(hex.size()) / 2 - 1; // without 0x
        QCOMPARE(fixture.selection()->choice().range, std::optional(ByteRange{size - 1, 1}));
        QVERIFY(!QApplication::activeModalWidget());
        fixture.shot(u"malformed-light"_s);
    }

    void ofSeveralTablesInOneFileTheUserChooses() {
        const QTemporaryDir folder;
        const QByteArray one = read(u":/samples/deep-reentry/table.hex"_s).trimmed();
        QByteArray other = one;
        other.replace(other.size() - 8, 8, "00000001"); // any other bytes: both begin with a known selector
        test::WindowFixture fixture;
        QVERIFY(fixture.open(write(folder, u"broadcast.json"_s,
                                   "{\"transactions\":[{\"transaction\":{\"input\":\"" + one +
                                       "\"}},{\"transaction\":{\"input\":\"" + other + "\"}}]}")));
        QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::malformed);
        QCOMPARE(fixture.find<ui::NextStepBar>()->step().steps, QList{ui::Step::ChooseTable});
        fixture.shot(u"several-tables-light"_s);
        fixture.session.choosePlace(u"transactions[0].transaction.input"_s);
        QTRY_COMPARE(fixture.session.phase(), model::Session::Phase::done);
        QVERIFY(fixture.session.parts().table);
        QCOMPARE(fixture.session.parts().source->place, "transactions[0].transaction.input");
        QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::unproven);
    }

    void bytesOfNoFormatAreAnOpaqueObservation() {
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        QVERIFY(fixture.open(write(folder, u"notes.bin"_s, QByteArray(100, 'x'))));
        QCOMPARE(fixture.banner().meaning, Meaning::Warning);
        QVERIFY(fixture.find<ui::HexView>()->size() == 100);
        fixture.shot(u"opaque-light"_s);
    }

    void aFileThatIsNotThereIsSaidInTheBanner() {
        test::WindowFixture fixture;
        QVERIFY(fixture.open(u"/nowhere/at/all/table.hex"_s));
        QCOMPARE(fixture.banner().meaning, Meaning::Failed);
        QVERIFY2(fixture.banner().headline.contains(u"table.hex"_s), qPrintable(fixture.banner().headline));
        QVERIFY(fixture.find<ui::Banner>()->isVisible());
        QVERIFY(fixture.find<ui::Welcome>()->isVisible());
        fixture.shot(u"io-error-light"_s);
    }

    void anEndpointThatRefusesIsNamed() {
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        model::VerifyOptions options;
        options.endpoints = {{QUrl(u"http://127.0.0.1:%1"_s.arg(closedPort())), false}};
        options.retries = 0;
        fixture.session.setOptions(options);
        QVERIFY(fixture.open(copyOfSample(folder, u"deep-reentry"_s)));
        QVERIFY(fixture.session.parts().report->endpoints_silent);
        QCOMPARE(fixture.banner().meaning, Meaning::Warning);
        QVERIFY2(fixture.banner().reason.contains(u"127.0.0.1"_s), qPrintable(fixture.banner().reason));
        QCOMPARE(ui::connectionText(fixture.session).meaning, Meaning::Warning);
        QVERIFY(fixture.list(u"Requests to endpoints"_s)->model()->rowCount() > 0);
        QVERIFY(fixture.find<ui::NextStepBar>()->step().steps.contains(ui::Step::VerifyAgain));
        fixture.shot(u"endpoint-failed-light"_s);
    }

    void aMatchThatIsNotFinalIsBlue() {
        const SampleNode node(u"deep-reentry"_s, 40); // the block before the sample's
        QCOMPARE(node.number(), std::uint64_t{41});
        const model::HttpServer server(
            [&node](const model::HttpRequest& request) { return node.answer(request); });
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        fixture.session.setOptions(trusting(server));
        QVERIFY(fixture.open(copyOfSample(folder, u"deep-reentry"_s)));
        const verify::Report& report = *fixture.session.parts().report;
        QCOMPARE(report.verdict, verify::Verdict::verified);
        QVERIFY(!report.final_);
        QCOMPARE(fixture.banner().meaning, Meaning::NotFinal);
        QVERIFY2(fixture.banner().reason.startsWith(u"Match, not final"_s),
                 qPrintable(fixture.banner().reason));
        QVERIFY(fixture.banner().reason.contains(u"40"_s));
        QVERIFY(fixture.banner().checked.endsWith(u"at head 50"_s));
        QVERIFY(fixture.find<ui::Banner>()->accessibleName().contains(u"not final"_s));
        for (const auto scheme : {paint::Scheme::Light, paint::Scheme::Dark}) {
            ui::applyTheme(scheme);
            QCOMPARE(cornerOf(fixture), paint::theme().banner(Meaning::NotFinal).background);
            QVERIFY(cornerOf(fixture) != paint::theme().banner(Meaning::Passed).background);
            fixture.shot(scheme == paint::Scheme::Light ? u"not-final-light"_s : u"not-final-dark"_s);
        }
        ui::applyTheme(paint::Scheme::Light);
    }

    void aFinalMatchIsGreen() {
        const SampleNode node(u"deep-reentry"_s, 41);
        const model::HttpServer server(
            [&node](const model::HttpRequest& request) { return node.answer(request); });
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        fixture.session.setOptions(trusting(server));
        QVERIFY(fixture.open(copyOfSample(folder, u"deep-reentry"_s)));
        QVERIFY(fixture.session.parts().report->final_);
        QCOMPARE(fixture.banner().meaning, Meaning::Passed);
        QCOMPARE(cornerOf(fixture), paint::theme().banner(Meaning::Passed).background);
    }

    void anEndpointThatIsTriedAgainCountsDown() {
        const SampleNode node(u"deep-reentry"_s, 41);
        int refusals = 2; // of the two requests of the first round
        const model::HttpServer server([&](const model::HttpRequest& request) {
            return refusals-- > 0 ? model::HttpResponse{503, "busy", "Retry-After: 2\r\n"}
                                  : node.answer(request);
        });
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        fixture.session.setOptions(trusting(server));
        QStringList reasons;
        connect(
            &fixture.session, &model::Session::progress, this, [&] { reasons += fixture.banner().reason; },
            Qt::QueuedConnection);
        fixture.window.open(copyOfSample(folder, u"deep-reentry"_s));
        const QString host = server.url().authority();
        const auto said = [&](int seconds) {
            return reasons.contains(u"%1: HTTP 503, retrying in %2 s"_s.arg(host).arg(seconds));
        };
        QTRY_VERIFY(said(2));
        QVERIFY(fixture.banner().busy);
        QCOMPARE(fixture.banner().headline, u"Asking endpoints…"_s);
        QCOMPARE(ui::connectionText(fixture.session).meaning,
                 Meaning::NotChecked); // no tick before an answer
        fixture.shot(u"retrying-light"_s, 0);
        QTRY_VERIFY(said(1));
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.banner().meaning, Meaning::Passed); // in the end it answered
        QVERIFY(!fixture.banner().reason.contains(u"retrying"_s));
        auto* log = fixture.list(u"Requests to endpoints"_s);
        QVERIFY(log->model()->index(0, model::RequestLog::Outcome).data().toString().contains(u"503"_s));
    }

    void aCaseWithBrokenEvidenceNamesIt() {
        const QTemporaryDir folder;
        copyOfSample(folder, u"deep-reentry"_s);
        write(folder, u"evidence.json"_s, "{\"schema\":");
        test::WindowFixture fixture;
        QVERIFY(fixture.open(folder.path()));
        QCOMPARE(fixture.banner().headline, u"Malformed: the evidence file cannot be read"_s);
        QVERIFY2(fixture.banner().reason.startsWith(u"evidence.json"_s), qPrintable(fixture.banner().reason));
        QVERIFY(!fixture.find<ui::NextStepBar>()->step().steps.contains(ui::Step::ShowByte));
        QVERIFY(fixture.find<ui::TreeView>()->model()->rowCount() > 0); // the table itself is sound
        fixture.shot(u"malformed-evidence-light"_s);
    }

    void offlineByChoiceIsSaid() {
        test::WindowFixture fixture;
        QCOMPARE(ui::connectionText(fixture.session).text, u"No endpoint: offline"_s);
        model::VerifyOptions options;
        options.endpoints = {{QUrl(u"https://rpc.example"_s), false}};
        options.offline = true;
        fixture.session.setOptions(options);
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        QCOMPARE(ui::connectionText(fixture.session).text, u"Offline by choice"_s);
        QVERIFY(fixture.banner().checked.endsWith(u"offline"_s));
    }

    void loadingShowsProgressAndCancels() {
        test::WindowFixture fixture;
        fixture.window.open(u":/samples/deep-reentry"_s);
        QCOMPARE(fixture.session.phase(), model::Session::Phase::loading);
        QVERIFY(fixture.banner().busy);
        QVERIFY(fixture.banner().headline.startsWith(u"Loading"_s));
        const ui::BannerText counted = ui::bannerText(fixture.session, {25, 100, u"Reading"_s});
        QCOMPARE(counted.percent, 25);
        fixture.shot(u"loading-light"_s, 0);
        Q_EMIT fixture.find<ui::Banner>()->cancelRequested();
        QVERIFY(!ui::bannerText(fixture.session).busy);
    }

    void timesAreSaidAsPeopleSayThem() {
        const QDateTime now(QDate(2026, 6, 10), QTime(8, 16));
        QCOMPARE(ui::whenText(now.addSecs(-120), now), u"today 08:14"_s);
        QCOMPARE(ui::whenText(now.addDays(-1), now), u"yesterday 08:16"_s);
        QCOMPARE(ui::whenText(now.addDays(-9), now), u"2026-06-01 08:16"_s);
    }
};

ANCHORSCOPE_UI_TEST(TestStates)
#include "test_states.moc"
