// Made-up tables through the built program: what `synth` writes verifies with the command that it tells, and
// every way of breaking it is found as it says. Needs neither a node nor a network.
#include "core/synth/breaks.h"
#include "tests/devnet/cli_run.h"
#include <QTemporaryDir>
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

namespace {

QStringList list_of(const codec::Json& words) {
    QStringList out;
    for (const codec::Json& word : words) {
        out.append(QString::fromStdString(word.get<std::string>()));
    }
    return out;
}

/// Sorted "severity rule place" lines.
QByteArray findings(const codec::Json& list, const char* place) {
    QByteArrayList out;
    for (const codec::Json& one : list) {
        const codec::Json& at = one.at(place);
        out.append(QByteArray::fromStdString(one.at("severity").get<std::string>() + ' ' +
                                             one.at("rule").get<std::string>() + ' ' +
                                             (at.is_string() ? at.get<std::string>() : "")));
    }
    std::ranges::sort(out);
    return out.join('\n');
}

} // namespace

class SynthCliTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void good_data();
    void good();
    void broken_data();
    void broken();
    void traces();
    void nothingIsOverwritten();
    void mistakes_data();
    void mistakes();
    void help();
    void list();
    void asText();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void SynthCliTest::good_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("also"); ///< rungs required beside the default ones
    const QStringList all{u"--also"_s, u"trajectory"_s, u"--also"_s, u"execution"_s,
                          u"--also"_s, u"proof"_s,      u"--also"_s, u"slot"_s};
    QTest::newRow("default") << QStringList() << all;
    QTest::newRow("large") << QStringList{u"--entries"_s,       u"40"_s, u"--rollups"_s, u"20"_s,
                                          u"--depth"_s,         u"30"_s, u"--lookups"_s, u"60"_s,
                                          u"--proof-systems"_s, u"3"_s,  u"--seed"_s,    u"7"_s}
                           << all;
    QTest::newRow("static calls") << QStringList{u"--format"_s, u"eez-static.l1"_s} << all;
    QTest::newRow("immediate") << QStringList{u"--immediate"_s, u"2"_s} << all;
    QTest::newRow("spans") << QStringList{u"--spans"_s, u"3"_s} << all.mid(0, 2);
    QTest::newRow("a rollup's") << QStringList{u"--format"_s, u"eez-main.l2"_s} << QStringList();
    QTest::newRow("with a call") << QStringList{u"--format"_s, u"eez-main.l2-incoming"_s} << QStringList();
    QTest::newRow("sub-batches") << QStringList{u"--format"_s, u"eez-batches-b.l1"_s} << QStringList();
    QTest::newRow("flat") << QStringList{u"--format"_s, u"eez-flat.l1"_s} << QStringList();
    QTest::newRow("entry root") << QStringList{u"--profile"_s, u"entry-root"_s, u"--hash"_s, u"keccak-256"_s}
                                << QStringList();
}

void SynthCliTest::good() {
    QFETCH(QStringList, options);
    QFETCH(QStringList, also);
    const CliRun made = run_cli(QStringList{u"synth"_s, u"--json"_s, u"--out"_s, path(u"case"_s)} + options);
    EXPECT_EXIT(made, 0);
    QCOMPARE(made.err, QByteArray());
    const codec::Json told = made.json().at("synth");
    QCOMPARE(told.at("verdict").get<std::string>(), std::string("verified"));
    const CliRun run = run_cli(list_of(told.at("verify")) + also + QStringList{u"--json"_s});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.text("verdict"), QByteArray("verified"));
    if (!options.contains(u"entry-root"_s)) {
        QCOMPARE(findings(run.json().at("findings"), "node"), QByteArray());
    }
    // Without the pin nobody vouches for the block.
    QStringList unpinned = list_of(told.at("verify"));
    unpinned.remove(2, 2);
    EXPECT_EXIT(run_cli(unpinned), 4);
    // The same options, the same bytes.
    const CliRun again =
        run_cli(QStringList{u"synth"_s, u"--json"_s, u"--out"_s, path(u"again"_s)} + options);
    EXPECT_EXIT(again, 0);
    for (const QString& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
        QFile first(path(u"case/"_s + name)), second(path(u"again/"_s + name));
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QCOMPARE(first.readAll(), second.readAll());
    }
}

void SynthCliTest::broken_data() {
    QTest::addColumn<QString>("id");
    for (const synth::Break& one : synth::breaks()) {
        const QByteArray id(one.id.data(), static_cast<qsizetype>(one.id.size()));
        QTest::newRow(id.constData()) << QString::fromUtf8(id);
    }
}

void SynthCliTest::broken() {
    QFETCH(QString, id);
    const CliRun made = run_cli({u"synth"_s, u"--break"_s, id, u"--json"_s, u"--out"_s, path(u"case"_s)});
    EXPECT_EXIT(made, 0);
    const codec::Json told = made.json().at("synth");
    const CliRun run = run_cli(list_of(told.at("verify")) + QStringList{u"--json"_s});
    QCOMPARE(run.text("verdict"), QByteArray::fromStdString(told.at("verdict").get<std::string>()));
    QVERIFY2(run.code == told.at("exit_status").get<int>(), run.told());
    QCOMPARE(findings(run.json().at("findings"), "node"), findings(told.at("findings"), "place"));
}

/// With what a node would tell, inspect sees into revert spans and lookups.
void SynthCliTest::traces() {
    const CliRun made = run_cli({u"synth"_s, u"--spans"_s, u"2"_s, u"--lookups"_s, u"6"_s, u"--traces"_s,
                                 u"--json"_s, u"--out"_s, path(u"case"_s)});
    EXPECT_EXIT(made, 0);
    QStringList command = list_of(made.json().at("synth").at("inspect"));
    QVERIFY(command.size() > 8);
    const CliRun told = run_cli(command + QStringList{u"--json"_s});
    EXPECT_EXIT(told, 0);
    const codec::Json report = told.json();
    QCOMPARE(findings(report.at("findings"), "node"), QByteArray());
    QCOMPARE(report.at("tree").at("tree_basis").get<std::string>(), std::string("trace"));
    // Without the traces what the spans hide stays hidden.
    command.resize(4);
    QVERIFY(
        run_cli(command + QStringList{u"--json"_s}).json().at("tree").at("tree_basis").get<std::string>() !=
        "trace");
    const CliRun many =
        run_cli({u"synth"_s, u"--entries"_s, u"200"_s, u"--traces"_s, u"--out"_s, path(u"b"_s)});
    EXPECT_EXIT(many, 2);
    QVERIFY2(many.err.contains("--traces"), many.told());
}

void SynthCliTest::nothingIsOverwritten() {
    const QStringList command{u"synth"_s, u"--out"_s, path(u"case"_s)};
    EXPECT_EXIT(run_cli(command), 0);
    QFile table(path(u"case/table.hex"_s));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QByteArray before = table.readAll();
    table.close();
    const CliRun refused = run_cli(command + QStringList{u"--seed"_s, u"2"_s});
    EXPECT_EXIT(refused, 2);
    QVERIFY2(refused.err.contains("--force"), refused.told());
    QVERIFY(table.open(QIODevice::ReadOnly));
    QCOMPARE(table.readAll(), before);
    table.close();
    EXPECT_EXIT(run_cli(command + QStringList{u"--seed"_s, u"2"_s, u"--force"_s}), 0);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QVERIFY(table.readAll() != before);
}

void SynthCliTest::mistakes_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no folder") << QStringList() << QByteArray("--out DIR");
    const QStringList out{u"--out"_s, u"/nonexistent/never"_s};
    QTest::newRow("too many") << out + QStringList{u"--entries"_s, u"10001"_s} << QByteArray("--entries");
    QTest::newRow("no rollup") << out + QStringList{u"--rollups"_s, u"0"_s} << QByteArray("--rollups");
    QTest::newRow("too deep") << out + QStringList{u"--depth"_s, u"65"_s} << QByteArray("--depth");
    QTest::newRow("no way") << out + QStringList{u"--break"_s, u"x"_s} << QByteArray("--list-breaks");
    QTest::newRow("another version") << out + QStringList{u"--break"_s, u"table.empty_entries"_s,
                                                          u"--format"_s, u"eez-main.l1"_s}
                                     << QByteArray("eez-main.l2-incoming");
    QTest::newRow("argument") << out + QStringList{u"x"_s} << QByteArray("takes no argument");
    QTest::newRow("profile") << out + QStringList{u"--profile"_s, u"abi-batch"_s, u"--format"_s,
                                                  u"eez-main.l2"_s}
                             << QByteArray("abi-batch");
}

void SynthCliTest::mistakes() {
    QFETCH(QStringList, options);
    QFETCH(QByteArray, said);
    const CliRun run = run_cli(QStringList{u"synth"_s} + options);
    EXPECT_EXIT(run, 2);
    QVERIFY2(run.err.contains(said), run.told());
    QCOMPARE(run.out, QByteArray());
}

void SynthCliTest::help() {
    const CliRun run = run_cli({u"synth"_s, u"--help"_s});
    EXPECT_EXIT(run, 0);
    for (const char* const option :
         {"--seed", "--format", "--entries", "--rollups", "--depth", "--lookups", "--spans",
          "--proof-systems", "--immediate", "--transient", "--break", "--list-breaks", "--out", "--force"}) {
        QVERIFY2(run.out.contains(option), option);
    }
    for (const QByteArray& line : run.out.split('\n')) {
        QVERIFY2(line.size() <= 110, line.constData());
    }
    QVERIFY(run_cli({u"--help"_s}).out.contains("\n  synth "));
}

void SynthCliTest::list() {
    const CliRun run = run_cli({u"synth"_s, u"--list-breaks"_s, u"--json"_s});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.json().at("breaks").size(), synth::breaks().size());
    const CliRun text = run_cli({u"synth"_s, u"--list-breaks"_s, u"--quiet"_s});
    QCOMPARE(text.out.count('\n'), static_cast<qsizetype>(synth::breaks().size()));
}

/// A name that a shell would take apart is quoted; the line can be pasted.
void SynthCliTest::asText() {
    const QString folder = path(u"it's a case"_s);
    const CliRun run = run_cli({u"synth"_s, u"--out"_s, folder, u"--quiet"_s});
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.startsWith("anchorscope-cli verify '"), run.out.constData());
    QVERIFY2(run.out.contains("it'\\''s a case'"), run.out.constData());
    const CliRun full = run_cli({u"synth"_s, u"--break"_s, u"table.ether_delta"_s, u"--out"_s, path(u"b"_s)});
    QVERIFY2(full.out.contains("mismatch, exit status 1"), full.out.constData());
    QVERIFY2(full.out.contains("error table.ether_delta at entries[1].stateDeltas"), full.out.constData());
}

QTEST_GUILESS_MAIN(SynthCliTest)
#include "test_synth.moc"
