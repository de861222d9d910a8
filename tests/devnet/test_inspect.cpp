// inspect with peer tables and traces, as a user runs it, on the recorded runs.
#include "cli_run.h"
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;
using codec::Json;

namespace {

Json json_of(const QString& name) {
    QFile file(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/tests/data/eez/") + name);
    return file.open(QIODevice::ReadOnly) ? Json::parse(file.readAll().toStdString()) : Json();
}

} // namespace

class TestInspect : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString& name, const std::string& text) {
        QString path = m_folder.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) &&
                       file.write(text.data(), static_cast<qint64>(text.size())) > 0
                   ? path
                   : QString();
    }
    QString table(const QString& scenario, const char* side) {
        const Json oracle = json_of(scenario + u"/oracle.json"_s);
        return write(scenario + QLatin1String(side) + u".hex"_s,
                     oracle.at(side).at(0).at("calldataHex").get<std::string>());
    }
    /// "--trace FILE" for every trace of a run, behind "--manager ADDRESS".
    QStringList traces(const QString& scenario, const QString& side) {
        const Json chain = json_of(scenario + u'/' + side + u"/chain.json"_s);
        QStringList out{u"--manager"_s, QString::fromStdString(chain.at("manager").get<std::string>())};
        int number = 0;
        for (const Json& block : chain.at("blocks")) {
            for (const Json& trace : block.at("traces")) {
                if (!trace.is_null()) {
                    out << u"--trace"_s
                        << write(scenario + side + u"-trace%1.json"_s.arg(number++), trace.dump());
                }
            }
        }
        return out;
    }

private slots:
    void peersTellTheOrder() {
        const QString l1 = table(u"reentrant"_s, "l1"), l2 = table(u"reentrant"_s, "l2");
        const Json alone = run_cli({u"inspect"_s, l1, u"--json"_s}).json();
        QCOMPARE(alone.at("tree").at("tree_basis").get<std::string>(), "ambiguous");
        QCOMPARE(alone.at("tree").at("candidates").get<int>(), 2);
        QVERIFY(alone.at("cross_domain_order").is_null());
        const CliRun run = run_cli({u"inspect"_s, l1, u"--peer"_s, l2, u"--json"_s});
        QCOMPARE(run.code, 0);
        const Json json = run.json();
        QCOMPARE(json.at("tree").at("tree_basis").get<std::string>(), "peer");
        QCOMPARE(json.at("tree").at("candidates").get<int>(), 1);
        QCOMPARE(json.at("entries").at(0).at("order").at("basis").get<std::string>(), "peer");
        QVERIFY(json.at("cross_domain_order").size() > 3);
        QCOMPARE(json.at("replay").at("rollups").at(0).at("rollup").get<std::string>(), "1");
        const QByteArray text = run_cli({u"inspect"_s, l1, u"--peer"_s, l2}).out;
        QVERIFY2(text.contains("tree (peer)") && text.contains("cross-domain order (2 tables)") &&
                     text.contains("mirror.no_departure"),
                 text.constData());
    }

    void tracesShowWhatEventsHide() {
        const QString l1 = table(u"revertCounter"_s, "l1");
        const CliRun run = run_cli(QStringList{u"inspect"_s, l1} + traces(u"revertCounter"_s, u"l1"_s));
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("tree (trace)") && run.out.contains("[equal]") &&
                     run.out.contains("rolled_back  returned 0x" + QByteArray(63, '0') + '1'),
                 run.out.constData());
        const Json json = run_cli(QStringList{u"inspect"_s, u"--json"_s, table(u"nestedCallRevert"_s, "l2")} +
                                  traces(u"nestedCallRevert"_s, u"l2"_s))
                              .json();
        QCOMPARE(json.at("tree").at("tree_basis").get<std::string>(), "trace");
        bool placed = false;
        for (const Json& node : json.at("tree").at("nodes")) {
            placed = placed || (node.at("kind") == "lookup" && node.at("placed").get<bool>());
        }
        QVERIFY(placed);
    }

    void mistakes() {
        const QString l1 = table(u"counter"_s, "l1");
        const QStringList traced = traces(u"counter"_s, u"l1"_s);
        QCOMPARE(run_cli({u"inspect"_s, l1, u"--trace"_s, traced.last()}).code, 2); // no manager
        QCOMPARE(run_cli({u"inspect"_s, l1, u"--peer"_s, u"/nowhere"_s}).code, 2);
        const QString text = write(u"no.json"_s, "{\"type\":\"CALL\"}");
        const CliRun trace =
            run_cli(QStringList{u"inspect"_s, l1} + traced.first(2) + QStringList{u"--trace"_s, text});
        QCOMPARE(trace.code, 3);
        QVERIFY2(trace.err.contains("trace no.json"), trace.err.constData());
        const CliRun peer = run_cli({u"inspect"_s, l1, u"--peer"_s, text});
        QCOMPARE(peer.code, 3);
        QVERIFY2(peer.err.contains("peer no.json"), peer.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestInspect)
#include "test_inspect.moc"
