// The command line on the samples shipped with the program: exit statuses, mistakes, help, JSON,
// reproducibility. Needs neither a node nor a network.
// Over 500 lines: many short questions to one program, which share their helpers.
#include "core/chain/evidence_file.h"
#include "core/crypto/hash_function.h"
#include "tests/devnet/cli_run.h"
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

namespace {

/// A file or folder of the recorded samples; what is made while the program is built has its place in there.
QString sample(const QString& path) {
    const QString recorded = u"" ANCHORSCOPE_SOURCE_DIR "/resources/samples/"_s + path;
    return QFile::exists(recorded) ? recorded : u":/samples/"_s + path;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error("cannot read " + path.toStdString());
    }
    return file.readAll();
}

codec::Json json_of(const QByteArray& text) {
    return codec::parse_json({text.data(), static_cast<std::size_t>(text.size())}).value();
}

const QStringList command_names{u"verify"_s, u"batch"_s,   u"inspect"_s,
                                u"digest"_s, u"formats"_s, u"events"_s};

} // namespace

class CliTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void samples_data();
    void samples();
    void samplesPinIsByTheFile();
    void mistakes_data();
    void mistakes();
    void malformed_data();
    void malformed();
    void help();
    void version();
    void verifyJson();
    void listsAsJson();
    void inspect();
    void digests();
    void jsonForm();
    void slices();
    void names();
    void steps();
    void reproducible_data();
    void reproducible();
    void standardInput();
    void opaqueObservation();
    void quiet();
    void colourOnlyOnATerminal();
    void hostileNamesAreMadePrintable();
    void anyLocale();
    void standardOutputThatIsFull();
    void endpointInTheEnvironment();
    void offlineAsksNobody();
    void linksNoWindow();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString written(const QString& name, const QByteArray& bytes) {
        QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            throw std::runtime_error("cannot write " + path.toStdString());
        }
        return path;
    }
};

void CliTest::samples_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("verdict");
    const codec::Json list = json_of(contents(sample(u"samples.json"_s)));
    for (const auto& one : list.at("samples")) {
        const auto id = one.at("id").get<std::string>();
        QTest::newRow(id.c_str()) << QString::fromStdString(id)
                                  << QByteArray::fromStdString(one.at("expect").get<std::string>());
    }
}

void CliTest::samples() {
    QFETCH(QString, id);
    QFETCH(QByteArray, verdict);
    const CliRun run = verify({sample(id)});
    QCOMPARE(run.text("verdict"), verdict);
    const int expected = verdict == "verified" ? 0 : verdict == "mismatch" ? 1 : 4;
    QVERIFY2(run.code == expected, run.told());
    QCOMPARE(run.err, QByteArray());
    // As text, the same status; and a table's own path takes its neighbours along.
    QCOMPARE(run_cli({u"verify"_s, sample(id + u"/table.hex"_s)}).code, expected);
}

/// The pin of a sample holds for its evidence file, byte for byte: the same block in another file is
/// unproven.
void CliTest::samplesPinIsByTheFile() {
    const QByteArray text = contents(sample(u"deep-reentry/evidence.json"_s));
    const auto evidence =
        chain::read_evidence({text.data(), static_cast<std::size_t>(text.size())}, "evidence.json");
    QVERIFY(evidence.has_value());
    const std::vector twice{evidence->blocks.at(0), evidence->blocks.at(0)};
    const QString other =
        written(u"twice.json"_s, QByteArray::fromStdString(chain::write_evidence(evidence->chain_id, twice)));
    const CliRun run = verify({sample(u"deep-reentry"_s), u"--evidence"_s, other});
    EXPECT_EXIT(run, 4);
    EXPECT_RUNG(run, "block", "cannot_check block.no_authority");
    EXPECT_RUNG(run, "inclusion", "passed");
}

void CliTest::mistakes_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const QString table = sample(u"deep-reentry/table.hex"_s);
    const auto row = [](const char* name, const QStringList& arguments, const char* said) {
        QTest::newRow(name) << arguments << QString::fromUtf8(said);
    };
    const auto verifying = [&table](const QStringList& rest) {
        return QStringList{u"verify"_s, table} + rest;
    };
    row("no command", {}, "a command is missing");
    row("unknown command", {u"verfy"_s}, "unknown command verfy");
    row("no argument", {u"verify"_s}, "an argument is missing: TABLE");
    row("two arguments", verifying({table}), "one argument too many");
    row("no such file", {u"verify"_s, u"/nonexistent/table.hex"_s}, "TABLE: no such file");
    row("folder without table", {u"verify"_s, u"/"_s}, "holds neither table.hex nor table.bin");
    row("unknown option", verifying({u"--frobnicate"_s}), "unknown option --frobnicate");
    row("unknown short option", verifying({u"-x"_s}), "unknown option -x");
    row("option of another command", {u"digest"_s, table, u"--rpc"_s, u"http://x"_s}, "unknown option --rpc");
    row("value missing", verifying({u"--expect"_s}), "--expect needs a value: DIGEST");
    row("value is an option", verifying({u"--expect"_s, u"--json"_s}), "--expect needs a value: DIGEST");
    row("empty value", verifying({u"--expect="_s}), "--expect needs a value: DIGEST");
    row("flag with value", verifying({u"--json=yes"_s}), "--json takes no value");
    row("twice", verifying({u"--require"_s, u"block"_s, u"--require"_s, u"final"_s}),
        "--require stands more than once");
    row("policy", verifying({u"--require"_s, u"all"_s}),
        "--require: expected digest, event, inclusion, block or final, got 'all'");
    row("rung", verifying({u"--also"_s, u"truth"_s}),
        "--also: expected table, trajectory, execution, proof, digest");
    row("digest", verifying({u"--expect"_s, u"0x12"_s}),
        "--expect: expected 0x and 64 hex digits, got '0x12'");
    row("transaction", verifying({u"--anchor-tx=12"_s}), "--anchor-tx: expected 0x and 64 hex digits");
    row("table transaction", verifying({u"--table-tx=12"_s}), "--table-tx: expected 0x and 64 hex digits");
    row("address", verifying({u"--contract"_s, u"0x1"_s}), "--contract: expected an address");
    row("checksum", verifying({u"--manager"_s, u"0xE7f1725E7734CE288F8367e1Bb143E90bb3F0512"_s}),
        "--manager: expected an address in lower case or with its ERC-55 checksum");
    row("chain", verifying({u"--chain"_s, u"0x1"_s}), "--chain: expected a decimal number");
    row("tolerance", verifying({u"--slot-tolerance"_s, u"-1"_s}), "--slot-tolerance needs a value: N");
    row("tolerance 2", verifying({u"--slot-tolerance=-1"_s}), "--slot-tolerance: expected a decimal number");
    row("tolerance 3", verifying({u"--slot-tolerance=18446744073709551616"_s}), "expected a decimal number");
    row("timeout", verifying({u"--timeout=0"_s}), "--timeout: expected a decimal number from 1 to 3600");
    row("quorum", verifying({u"--quorum"_s, u"1"_s}), "--quorum: expected a decimal number from 2 to 64");
    row("slot clock", verifying({u"--slot-clock"_s, u"1:2"_s}),
        "--slot-clock: expected CHAIN:GENESIS:SECONDS");
    row("pin", verifying({u"--pin-block"_s, u"41"_s}), "--pin-block: expected [CHAIN:]NUMBER:HASH");
    row("format", verifying({u"--format"_s, u"nothing"_s}), "--format: expected ");
    row("profile", verifying({u"--profile"_s, u"nothing"_s}),
        "--profile: expected file, calldata, abi-batch, abi-entries, entry-root");
    row("hash function", {u"digest"_s, table, u"--hash"_s, u"md5"_s},
        "--hash: expected sha2-256, keccak-256 or blake2b-256, got 'md5'");
    row("scheme", verifying({u"--rpc"_s, u"ftp://example.org"_s}), "--rpc: expected an address like http://");
    row("no scheme", verifying({u"--trust"_s, u"127.0.0.1:8545"_s}),
        "--trust: expected an address like http://");
    row("rollup's endpoint", verifying({u"--rpc"_s, u"1=http://127.0.0.1"_s}),
        "--rpc: endpoints of rollups cannot be asked yet, only of L1 (domain 0)");
    row("no envelope", verifying({u"--envelope"_s, u"/nonexistent"_s}),
        "--envelope: no such file: /nonexistent");
    row("folder as evidence", verifying({u"--evidence"_s, u"/"_s}),
        "--evidence: expected a file, this is a folder");
    row("argument of a list", {u"formats"_s, u"x"_s}, "formats: takes no argument, got x");
    row("profile that does not apply",
        {u"digest"_s, sample(u"rollup-table/table.hex"_s), u"--profile"_s, u"abi-batch"_s}, "does not apply");
}

void CliTest::mistakes() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const CliRun run = run_cli(arguments);
    EXPECT_EXIT(run, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(said.toUtf8()), run.told());
    QVERIFY2(run.err.startsWith("anchorscope-cli: ") && run.err.count('\n') == 1, run.told()); // one line
}

void CliTest::malformed_data() {
    QTest::addColumn<QString>("envelope");
    QTest::addColumn<int>("kept"); // characters of the table's hex text
    QTest::newRow("truncated table") << QString() << 1000;
    QTest::newRow("selector alone") << QString() << 10;
    QTest::newRow("odd hex") << QString() << 1001;
    QTest::newRow("no JSON") << u"{"_s << -1;
    QTest::newRow("missing field") << u"{\"version\":\"erc8281/1\"}"_s << -1;
    const QString envelope = QString::fromUtf8(contents(sample(u"deep-reentry/envelope.json"_s)));
    QString checksum = envelope;
    QTest::newRow("ERC-55") << checksum.replace(u"0x057ef64E23"_s, u"0x057eF64E23"_s) << -1;
    QString twice = envelope;
    QTest::newRow("duplicate key") << twice.replace(u"\"version\""_s, u"\"digest\": \"0x\", \"version\""_s)
                                   << -1;
}

void CliTest::malformed() {
    QFETCH(QString, envelope);
    QFETCH(int, kept);
    const QByteArray table = contents(sample(u"deep-reentry/table.hex"_s)).trimmed();
    const QString file = written(u"table.hex"_s, kept < 0 ? table : table.left(kept));
    QStringList arguments{file};
    if (!envelope.isEmpty()) {
        arguments += {u"--envelope"_s, written(u"broken.json"_s, envelope.toUtf8())};
    }
    const CliRun run = verify(arguments);
    EXPECT_EXIT(run, 3);
    QCOMPARE(run.text("verdict"), "malformed");
    EXPECT_EXIT(run_cli(QStringList{u"verify"_s} + arguments), 3);
    const int alone = envelope.isEmpty() ? 3 : 0; // these do not ask for the envelope
    for (const QString& command : {u"inspect"_s, u"digest"_s}) {
        const CliRun shown = run_cli({command, file});
        QVERIFY2(shown.code == alone && shown.err.isEmpty() == (alone == 0), shown.told());
    }
}

void CliTest::help() {
    const CliRun all = run_cli({u"--help"_s});
    EXPECT_EXIT(all, 0);
    QCOMPARE(all.err, QByteArray());
    for (const QString& name : command_names) {
        QVERIFY2(all.out.contains("\n  " + name.toUtf8() + " "), all.told());
        const CliRun one = run_cli({name, u"--help"_s});
        EXPECT_EXIT(one, 0);
        QVERIFY2(one.out.startsWith("Usage: anchorscope-cli " + name.toUtf8()), one.told());
        for (const char* const part :
             {"Examples\n  anchorscope-cli ", "Exit status", "--json", "--no-color", "--quiet"}) {
            QVERIFY2(one.out.contains(part), one.told());
        }
        for (const QByteArray& line : one.out.split('\n')) {
            QVERIFY2(line.size() <= 110, line.constData());
        }
    }
    const QByteArray verify_help = run_cli({u"verify"_s, u"--help"_s}).out;
    for (const char* const option :
         {"--envelope", "--expect",        "--anchor-tx", "--table-tx",  "--evidence",       "--rpc",
          "--trust",    "--require",       "--also",      "--pin-block", "--slot-tolerance", "--chain",
          "--contract", "--committer",     "--manager",   "--format",    "--profile",        "--offline",
          "--timeout",  "ANCHORSCOPE_RPC", "--quorum",    "--slot-clock"}) {
        QVERIFY2(verify_help.contains(option), option);
    }
}

void CliTest::version() {
    const CliRun run = run_cli({u"--version"_s});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.out, QByteArray("anchorscope-cli " ANCHORSCOPE_VERSION "\n"));
}

void CliTest::verifyJson() {
    const CliRun run = verify({sample(u"deep-reentry"_s)});
    const codec::Json report = run.json(); // strict: a key that stands twice is refused
    QVERIFY2(report.is_object(), run.told());
    QStringList keys;
    for (const auto& [key, value] : report.items()) {
        keys.append(QString::fromStdString(key));
    }
    // DESIGN, "JSON of verify"; in this order.
    const QStringList expected{u"schema"_s,  u"verdict"_s,  u"policy"_s, u"input"_s,     u"rungs"_s,
                               u"digests"_s, u"findings"_s, u"anchor"_s, u"diagnosis"_s, u"tool"_s};
    QStringList found;
    std::ranges::copy_if(keys, std::back_inserter(found),
                         [&](const QString& key) { return expected.contains(key); });
    QCOMPARE(found, expected);
    QCOMPARE(run.text("schema"), "anchorscope.report/1");
    QCOMPARE(run.text("policy"), "block");
    const QByteArray table = contents(sample(u"deep-reentry/table.hex"_s));
    QCOMPARE(report.at("input").at("bytes").get<qint64>(), table.size());
    const QByteArray sha256 = QCryptographicHash::hash(table, QCryptographicHash::Sha256).toHex();
    QCOMPARE(report.at("input").at("sha256").get<std::string>(), "0x" + sha256.toStdString());
    QCOMPARE(report.at("rungs").size(), 10U);
    for (const codec::Json& rung : report.at("rungs")) {
        for (const char* const key :
             {"id", "stage", "state", "basis", "expected", "actual", "detail", "rule"}) {
            QVERIFY2(rung.contains(key), key);
        }
    }
    QCOMPARE(report.at("tool").at("version").get<std::string>(), std::string(ANCHORSCOPE_VERSION));
}

void CliTest::listsAsJson() {
    const codec::Json formats = run_cli({u"formats"_s, u"--json"_s}).json();
    QCOMPARE(formats.at("schema").get<std::string>(), "anchorscope.report/1");
    QStringList selectors;
    for (const codec::Json& format : formats.at("formats")) {
        selectors.append(QString::fromStdString(format.at("selector").get<std::string>()));
    }
    // PROTOCOL 1.1 and 1.2.
    for (const QString& selector : {u"0x8b1a095a"_s, u"0x59683c8b"_s, u"0xeb494246"_s}) {
        QVERIFY(selectors.contains(selector));
    }
    QCOMPARE(formats.at("profiles").size(), 9U);
    QCOMPARE(formats.at("hash_functions").size(), 3U);
    const QByteArray events = run_cli({u"events"_s, u"--json"_s}).out;
    // PROTOCOL 2 and 1.6: Recorded, BatchPosted; the mainnet contract of ERC-8281.
    for (const char* const text : {"0xdca60c2087041cbb12d9a57628c6cad28ecbd0437e47c7ab6c3aa6e162bf4497",
                                   "0xd6f8d71ce42a799b91f399271f4b0e91f85eb87fac7bb2cedd4b3a52fad36182",
                                   "0x7186599d6Eb50905ecd34346e705E4C93871143b"}) {
        QVERIFY2(events.contains(text), text);
    }
    for (const QString& name : {u"formats"_s, u"events"_s}) {
        const CliRun text = run_cli({name});
        EXPECT_EXIT(text, 0);
        QVERIFY(text.out.size() > run_cli({name, u"--quiet"_s}).out.size());
    }
}

void CliTest::inspect() {
    const CliRun run = run_cli({u"inspect"_s, u"--json"_s, sample(u"tampered"_s)});
    EXPECT_EXIT(run, 0); // what it shows is broken; showing it is not
    const codec::Json report = run.json();
    for (const char* const key : {"schema", "input", "digests", "findings", "entries", "tree", "tool"}) {
        QVERIFY2(report.contains(key), key);
    }
    QCOMPARE(report.at("entries").size(), 3U);
    const CliRun text = run_cli({u"inspect"_s, sample(u"deep-reentry/table.hex"_s)});
    EXPECT_EXIT(text, 0);
    QVERIFY2(text.out.contains("L1 → R1  entry entries[0]"), text.told());
}

void CliTest::digests() {
    const QString table = sample(u"deep-reentry/table.hex"_s);
    const CliRun one = run_cli(
        {u"digest"_s, table, u"--profile"_s, u"calldata"_s, u"--hash"_s, u"sha2-256"_s, u"--quiet"_s});
    // The envelope's digest was computed by node:crypto when the sample was recorded.
    const auto envelope = json_of(contents(sample(u"deep-reentry/envelope.json"_s)));
    QCOMPARE(one.out.trimmed().toStdString(), envelope.at("digest").get<std::string>());
    const CliRun file =
        run_cli({u"digest"_s, table, u"--profile"_s, u"file"_s, u"--hash"_s, u"sha2-256"_s, u"--quiet"_s});
    QCOMPARE(file.out.trimmed(),
             "0x" + QCryptographicHash::hash(contents(table), QCryptographicHash::Sha256).toHex());

    const codec::Json all = run_cli({u"digest"_s, table, u"--json"_s}).json();
    QStringList profiles;
    for (const codec::Json& each : all.at("digests")) {
        profiles.append(QString::fromStdString(each.at("profile").get<std::string>()));
    }
    QCOMPARE(profiles.size(), 24); // eight profiles by three functions
    profiles.removeDuplicates();
    QCOMPARE(profiles.join(u' '),
             u"file calldata abi-batch abi-entries entry-root entry-root-keccak jcs state-roots"_s);
    const CliRun text = run_cli({u"digest"_s, table});
    EXPECT_EXIT(text, 0);
    QCOMPARE(text.out.count("0x"), 24);
    QVERIFY2(text.out.contains("entry-root does not commit lookups"), text.told());
    QVERIFY2(text.out.contains(one.out.trimmed()), text.told());
}

// The JSON form of a table is an input like its calldata, and has the same digests but for its file's.
void CliTest::jsonForm() {
    const QString table = sample(u"deep-reentry/table.hex"_s);
    const auto digest = [](const QString& file, const QString& profile) {
        return run_cli({u"digest"_s, file, u"--profile"_s, profile, u"--hash"_s, u"sha2-256"_s, u"--quiet"_s})
            .out.trimmed();
    };
    const CliRun json = run_cli({u"digest"_s, table, u"--profile"_s, u"jcs"_s, u"--bytes"_s});
    EXPECT_EXIT(json, 0);
    QVERIFY(json.out.startsWith("{\"arguments\":") && json.out.endsWith("}"));
    QTemporaryDir folder;
    const QString file = folder.filePath(u"table.json"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(json.out) == json.out.size());
    out.close();
    for (const QString& profile : {u"calldata"_s, u"entry-root"_s, u"jcs"_s}) {
        QCOMPARE(digest(file, profile), digest(table, profile));
    }
    QCOMPARE(digest(file, u"file"_s), digest(table, u"jcs"_s));
    EXPECT_EXIT(run_cli({u"digest"_s, table, u"--bytes"_s}), 2);
    const CliRun verified = run_cli({u"verify"_s, file, u"--require"_s, u"digest"_s, u"--expect"_s,
                                     QString::fromLatin1(digest(table, u"calldata"_s))});
    EXPECT_EXIT(verified, 0);
}

void CliTest::slices() {
    const QString table = sample(u"deep-reentry/table.hex"_s);
    const QString file = m_folder->filePath(u"rollup.slice"_s);
    EXPECT_EXIT(run_cli({u"slice"_s, table, u"--rollup"_s, u"1"_s, u"-o"_s, file}), 0);
    const auto digest = [](const QString& path) {
        return run_cli({u"digest"_s, path, u"--profile"_s, u"entry-root"_s, u"--hash"_s, u"sha2-256"_s,
                        u"--quiet"_s})
            .out.trimmed();
    };
    QCOMPARE(digest(file), digest(table));
    const QStringList verify{u"verify"_s, file,          u"--require"_s,
                             u"digest"_s, u"--expect"_s, QString::fromLatin1(digest(table))};
    const CliRun good = run_cli(verify);
    EXPECT_EXIT(good, 0);
    QVERIFY2(good.out.contains("that there are no others is not shown"), good.told());
    const codec::Json json = run_cli(verify + QStringList{u"--json"_s}).json();
    QCOMPARE(json.at("input").at("slice").at("rollup").get<std::string>(), "1");
    // Damaged: not opaque bytes, but a slice that is not sound.
    QByteArray bytes = contents(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(bytes) == bytes.size());
    damaged.close();
    const CliRun bad = run_cli(verify);
    EXPECT_EXIT(bad, 3);
    QVERIFY2(bad.out.contains("the slice is not sound"), bad.told());
    EXPECT_EXIT(run_cli({u"slice"_s, table}), 2);
    EXPECT_EXIT(run_cli({u"slice"_s, table, u"--rollup"_s, u"77"_s}), 3);
    EXPECT_EXIT(run_cli({u"slice"_s, table, u"--rollup"_s, u"x"_s}), 2);
}

void CliTest::names() {
    const QString table = sample(u"deep-reentry/table.hex"_s);
    const codec::Json plain = run_cli({u"inspect"_s, u"--json"_s, table}).json();
    QVERIFY(!plain.at("calls").empty());
    const std::string target = plain.at("calls").at(0).at("target").get<std::string>();
    QVERIFY(plain.at("calls").at(0).at("target_label").is_null());
    const auto write = [this](const QString& name, const std::string& content) {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content.c_str()) > 0 ? path : QString();
    };
    const QString labels = write(u"labels.json"_s, R"({")" + target + R"(":"Counter"})");
    const CliRun run = run_cli({u"inspect"_s, table, u"--labels"_s, labels});
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains("Counter (0x"), run.told());
    const QString broken = write(u"abi.json"_s, "{}");
    EXPECT_EXIT(run_cli({u"inspect"_s, table, u"--abi"_s, broken}), 2);
    EXPECT_EXIT(run_cli({u"inspect"_s, table, u"--labels"_s, u"/nonexistent"_s}), 2);
    const QString abi = write(u"abi.json"_s, R"([{"type":"function","name":"increment","inputs":[]}])");
    EXPECT_EXIT(run_cli({u"inspect"_s, table, u"--abi"_s, abi}), 0);

    const QString code = write(u"proxy.hex"_s, "0x60806040\n");
    EXPECT_EXIT(run_cli({u"inspect"_s, table, u"--proxy-code"_s, code}), 2); // whose?
    const QString manager = u"0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512"_s;
    const CliRun proxies = run_cli(
        {u"inspect"_s, table, u"--json"_s, u"--steps"_s, u"--proxy-code"_s, code, u"--manager"_s, manager});
    EXPECT_EXIT(proxies, 0);
    const codec::Json list = proxies.json().at("proxies");
    QVERIFY(!list.empty());
    QCOMPARE(list.at(0).at("rollup").get<std::string>(), "1");
    const codec::Json steps = proxies.json().at("steps");
    QVERIFY(
        std::ranges::any_of(steps, [](const codec::Json& one) { return one.at("kind") == "proxy_address"; }));
    // Not the code that the manager has: what it told is another address, and that is said.
    if (!list.at(0).at("logged").is_null()) {
        QVERIFY(!list.at(0).at("equal").get<bool>());
    }
    const QString bad = write(u"proxy.hex"_s, "0x6080604");
    EXPECT_EXIT(run_cli({u"inspect"_s, table, u"--proxy-code"_s, bad, u"--manager"_s, manager}), 2);
}

// Every step's value is that of its message, put together here from what the JSON says.
void CliTest::steps() {
    const QString table = sample(u"deep-reentry/table.hex"_s);
    const codec::Json all = run_cli({u"digest"_s, table, u"--steps"_s}).json();
    const QByteArray calldata = QByteArray::fromHex(contents(table).trimmed().mid(2));
    std::size_t hashed = 0;
    for (const codec::Json& trace : all.at("steps")) {
        for (const codec::Json& step : trace.at("steps")) {
            QByteArray message;
            for (const codec::Json& piece : step.at("message")) {
                message += piece.contains("bytes")
                               ? QByteArray::fromHex(QByteArray::fromStdString(piece.at("bytes")).mid(2))
                               : calldata.mid(piece.at("offset").get<int>(), piece.at("length").get<int>());
            }
            const Bytes bytes(message.begin(), message.end());
            QCOMPARE(crypto::keccak256(bytes).hex(), step.at("after").get<std::string>());
            ++hashed;
        }
    }
    QVERIFY(hashed >= 3);
    const codec::Json inspected = run_cli({u"inspect"_s, table, u"--json"_s, u"--steps"_s}).json();
    QCOMPARE(inspected.at("steps").at(0).dump(), all.at("steps").at(0).dump());
}

void CliTest::reproducible_data() {
    QTest::addColumn<QStringList>("arguments");
    const QStringList case_folder{sample(u"late"_s)};
    QTest::newRow("verify") << QStringList{u"verify"_s} + case_folder;
    QTest::newRow("verify json") << QStringList{u"verify"_s, u"--json"_s} + case_folder;
    QTest::newRow("inspect") << QStringList{u"inspect"_s} + case_folder;
    QTest::newRow("inspect json") << QStringList{u"inspect"_s, u"--json"_s} + case_folder;
    QTest::newRow("digest json") << QStringList{u"digest"_s, u"--json"_s} + case_folder;
    QTest::newRow("formats json") << QStringList{u"formats"_s, u"--json"_s};
    QTest::newRow("events json") << QStringList{u"events"_s, u"--json"_s};
}

void CliTest::reproducible() {
    QFETCH(QStringList, arguments);
    const CliRun first = run_cli(arguments);
    const CliRun second = run_cli(arguments);
    QVERIFY2(first.out.size() > 100 && first.out.endsWith('\n'), first.told());
    QCOMPARE(second.out, first.out);
    QCOMPARE(second.code, first.code);
}

void CliTest::standardInput() {
    CliSetting setting;
    setting.input = contents(sample(u"deep-reentry/table.hex"_s));
    const QStringList rest{u"--envelope"_s, sample(u"deep-reentry/envelope.json"_s), u"--evidence"_s,
                           sample(u"deep-reentry/evidence.json"_s)};
    EXPECT_EXIT(verify(QStringList{u"-"_s} + rest, setting), 0);
    const QByteArray binary = QByteArray::fromHex(setting.input.trimmed().mid(2));
    setting.input = binary;
    const CliRun run = verify(QStringList{u"-"_s} + rest, setting);
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.json().at("input").at("bytes").get<qint64>(), binary.size());
    EXPECT_EXIT(run_cli({u"inspect"_s, u"-"_s}, setting), 0);
    QVERIFY(run_cli({u"digest"_s, u"-"_s}, setting).out.contains("calldata"));
    setting.input.clear();
    EXPECT_EXIT(verify({u"-"_s}, setting), 3); // nothing is no observation
}

void CliTest::opaqueObservation() {
    const QString file = written(u"photo.bin"_s, "any bytes whatever");
    // SHA-256 by Qt.
    const QString digest =
        u"0x"_s + QString::fromLatin1(
                      QCryptographicHash::hash("any bytes whatever", QCryptographicHash::Sha256).toHex());
    const CliRun run = verify({file, u"--require"_s, u"digest"_s, u"--expect"_s, digest});
    EXPECT_EXIT(run, 0);
    EXPECT_RUNG(run, "table", "cannot_check table.opaque");
    EXPECT_EXIT(verify({file, u"--expect"_s, digest}), 4);
    EXPECT_EXIT(verify({file, u"--format"_s, u"eez-main.l1"_s}), 3);
    QCOMPARE(run_cli({u"digest"_s, file, u"--quiet"_s, u"--hash"_s, u"sha2-256"_s}).out.trimmed(),
             digest.toUtf8());
}

void CliTest::quiet() {
    const CliRun run = run_cli({u"verify"_s, sample(u"deep-reentry"_s), u"--quiet"_s});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.out.count('\n'), 1);
    QCOMPARE(run.err, QByteArray());
    QVERIFY2(run.out.contains("Verified"), run.told());
}

void CliTest::colourOnlyOnATerminal() {
    const QString script = QStandardPaths::findExecutable(u"script"_s);
    if (script.isEmpty()) {
        QSKIP("script(1) is not installed: no terminal to try");
    }
    const auto on_terminal = [&](const QString& options, const QString& no_color) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"NO_COLOR"_s);
        environment.remove(u"ANCHORSCOPE_RPC"_s);
        if (!no_color.isNull()) {
            environment.insert(u"NO_COLOR"_s, no_color);
        }
        process.setProcessEnvironment(environment);
        const QString command =
            u"'%1' verify '%2' %3"_s.arg(cli_program(), sample(u"deep-reentry"_s), options);
        process.start(script, {u"-qec"_s, command, u"/dev/null"_s});
        process.closeWriteChannel();
        process.waitForFinished();
        return process.readAll();
    };
    QVERIFY(on_terminal({}, {}).contains("\x1b["));
    QVERIFY(on_terminal({}, u""_s).contains("\x1b[")); // no-color.org: set, and not to the empty text
    const QByteArray refused = on_terminal({}, u"1"_s);
    QVERIFY2(refused.contains("Verified") && !refused.contains("\x1b[3"), refused);
    QVERIFY(!on_terminal(u"--no-color"_s, {}).contains("\x1b[3"));
    QVERIFY(!run_cli({u"verify"_s, sample(u"deep-reentry"_s)}).out.contains('\x1b'));
}

void CliTest::hostileNamesAreMadePrintable() {
    const QString file = written(u"\x1b[31mred.bin"_s, "bytes");
    for (const QStringList& arguments :
         {QStringList{u"verify"_s, file}, QStringList{u"inspect"_s, file},
          QStringList{u"verify"_s, file + u"-not-there"_s}, QStringList{u"verify"_s, u"--\x1b[31m"_s},
          QStringList{u"\x1b[31m"_s}}) {
        const CliRun run = run_cli(arguments);
        QVERIFY2(!run.out.contains('\x1b') && !run.err.contains('\x1b'), run.told());
    }
}

/// Qt wants UTF-8, and says so on standard error where it does not get it.
void CliTest::anyLocale() {
    for (const QString& locale : {u"C"_s, u"POSIX"_s, u"de_DE@euro"_s, u""_s}) {
        CliSetting setting;
        setting.environment = {u"LC_ALL="_s + locale};
        const CliRun run = run_cli({u"verify"_s, sample(u"deep-reentry"_s)}, setting);
        EXPECT_EXIT(run, 0);
        QCOMPARE(run.err, QByteArray());
    }
}

void CliTest::standardOutputThatIsFull() {
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("there is no /dev/full here");
    }
    CliSetting setting;
    setting.output_file = u"/dev/full"_s;
    const CliRun run = verify({sample(u"deep-reentry"_s)}, setting);
    EXPECT_EXIT(run, 70); // never a verdict that nobody could read
    QVERIFY2(run.err.contains("cannot write to standard output"), run.told());
}

void CliTest::endpointInTheEnvironment() {
    CliSetting setting;
    setting.environment = {u"ANCHORSCOPE_RPC=ftp://example.org"_s};
    const CliRun run = verify({sample(u"deep-reentry"_s)}, setting);
    EXPECT_EXIT(run, 2);
    QVERIFY2(run.err.contains("ANCHORSCOPE_RPC: expected an address"), run.told());
    EXPECT_EXIT(verify({sample(u"deep-reentry"_s), u"--offline"_s}, setting), 0);
}

void CliTest::offlineAsksNobody() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    CliSetting setting;
    setting.environment = {u"ANCHORSCOPE_RPC=http://127.0.0.1:%1"_s.arg(server.serverPort())};
    EXPECT_EXIT(verify({sample(u"deep-reentry"_s), u"--offline"_s}, setting), 0);
    EXPECT_EXIT(run_cli({u"inspect"_s, sample(u"deep-reentry"_s)}, setting), 0);
    EXPECT_EXIT(run_cli({u"digest"_s, sample(u"deep-reentry"_s)}, setting), 0);
    QVERIFY(!server.waitForNewConnection(0));
    QVERIFY(!server.hasPendingConnections());
}

/// Fonts and painting come with the pages of PDF reports; windows never do, and nothing is started of either
/// without a PDF.
void CliTest::linksNoWindow() {
    const QByteArray program = contents(cli_program());
    QVERIFY(program.contains("libQt6Core.so") && !program.contains("libQt6Widgets.so"));
    CliSetting setting;
    setting.environment = {u"QT_QPA_PLATFORM=none-such"_s, u"DISPLAY="_s};
    EXPECT_EXIT(run_cli({u"verify"_s, sample(u"deep-reentry"_s)}, setting), 0);
}

QTEST_GUILESS_MAIN(CliTest)
#include "test_cli.moc"
