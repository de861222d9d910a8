// The command that reproduces a verdict: a shell reads back exactly what was given, no key is in it, and the
// program that it names comes to the same verdict.
#include "core/codec/json.h"
#include "model/copy/key_variables.h"
#include "model/copy/shell_word.h"
#include "model/session/reproduce.h"
#include "session_watch.h"
#include <QDir>
#include <QFileInfo>
#include <QProcess>

using namespace anchorscope;
using namespace anchorscope::model;

namespace {

struct Ran {
    int status = -1;
    QByteArray out, err;
};

/// The line as a user types it, with the program in PATH and keys of endpoints set.
Ran shell(const QString& line) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, QFileInfo(QStringLiteral(ANCHORSCOPE_CLI)).path() + u':' +
                                      environment.value(u"PATH"_s));
    environment.insert(u"RPC_KEY"_s, u"first"_s);
    environment.insert(u"RPC_KEY_2"_s, u"second"_s);
    environment.remove(u"ANCHORSCOPE_RPC"_s);
    process.setProcessEnvironment(environment);
    process.start(u"bash"_s, {u"-c"_s, line});
    if (!process.waitForFinished(60'000)) {
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// What a program sees of the words.
QStringList readByShell(const QString& words) {
    QList<QByteArray> seen = shell(u"printf '%s\\0' "_s + words).out.split('\0');
    seen.removeLast();
    QStringList out;
    for (const QByteArray& each : seen) {
        out += QString::fromUtf8(each);
    }
    return out;
}

VerifyOptions everything() {
    VerifyOptions options;
    options.policy = verify::Policy::final_;
    options.also = {verify::RungId::execution, verify::RungId::slot};
    options.pins = {verify::parse_pin("1:22869878:0x" + std::string(64, 'a')).value(),
                    verify::parse_pin("7:0x" + std::string(64, 'b')).value()};
    options.expect.chain_id = 31337;
    options.expect.contract = Address::parse("0x" + std::string(40, 'c')).value();
    options.expect.committer = Address::parse("0x" + std::string(40, '1')).value();
    options.expect.manager = Address::parse("0x" + std::string(40, '2')).value();
    options.expectedDigest = Hash32::parse("0x" + std::string(64, '3')).value();
    options.anchorTx = Hash32::parse("0x" + std::string(64, '4')).value();
    options.tableTx = Hash32::parse("0x" + std::string(64, '5')).value();
    options.declaredEvents = {
        anchor::parse_declared_event("Anchored(bytes32 indexed digest, address who) digest=topic1").value(),
        anchor::parse_declared_event("Stored(address who, bytes32) digest=word1").value()};
    options.profile = u"calldata"_s;
    options.format = u"eez-main"_s;
    options.slotTolerance = 3;
    options.quorum = 2;
    options.slotClocks = {verify::parse_slot_clock("5:1000:12:16").value()};
    options.rollupContracts = {{7, Address::parse("0x" + std::string(40, '6')).value()}};
    return options;
}

} // namespace

class TestReproduce : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aShellReadsEveryWordBack_data();
    void aShellReadsEveryWordBack();
    void keysAreVariables_data();
    void keysAreVariables();
    void equalKeysAreOneVariable();
    void everyOptionIsSaid();
    void defaultsAreLeftOut();
    void whetherEndpointsAreAskedIsSaid();
    void theFileAloneIsGivenAsBytes();
    void theVerdictComesAgain_data();
    void theVerdictComesAgain();
    void theProgramTakesEveryOption();
};

void TestReproduce::aShellReadsEveryWordBack_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"/home/a/table.hex"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("space") << u"my table.hex"_s;
    QTest::newRow("quote") << u"it's"_s;
    QTest::newRow("only a quote") << u"'"_s;
    QTest::newRow("commands") << u"$(touch x) `id` ; rm -rf ~ & | > < * ? [a] {b} !! \\ \" # ="_s;
    QTest::newRow("line") << u"a\nb"_s;
    QTest::newRow("controls") << u"a\r\x1b[31m\t\x7f'\\"_s + QChar(0x85) + u"9"_s;
    QTest::newRow("direction") << u"a\u202Egpj.hex\u2066\u200B"_s;
    QTest::newRow("letters") << u"表 ünïcode – №"_s;
    QTest::newRow("beyond the plane") << u"\U0001F512 \U000E0041"_s;
    QTest::newRow("dash") << u"-rf"_s;
}

void TestReproduce::aShellReadsEveryWordBack() {
    QFETCH(const QString, text);
    const QString word = shellWord(text);
    QCOMPARE(readByShell(word + u" end"_s), (QStringList{text, u"end"_s}));
    for (const QChar each : word) { // nothing that is not seen, nor a line of its own
        const QChar::Category category = each.category();
        QVERIFY2(category != QChar::Other_Control && category != QChar::Other_Format &&
                     category != QChar::Separator_Line,
                 qPrintable(word));
    }
    if (text.startsWith(u'-')) {
        QCOMPARE(readByShell(shellPath(text)), QStringList(u"./"_s + text));
    }
}

void TestReproduce::keysAreVariables_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("word");
    QTest::newRow("none") << u"http://127.0.0.1:8545"_s << u"http://127.0.0.1:8545"_s;
    QTest::newRow("known path") << u"https://one.example/v3/rpc"_s << u"https://one.example/v3/rpc"_s;
    QTest::newRow("path") << u"https://one.example/v3/s3cr3tKEY"_s
                          << u"https://one.example/v3/\"$RPC_KEY\""_s;
    QTest::newRow("short path") << u"https://one.example/abc"_s << u"https://one.example/\"$RPC_KEY\""_s;
    QTest::newRow("query") << u"https://one.example/rpc?apikey=s3cr3tKEY"_s
                           << u"https://one.example/rpc'?apikey='\"$RPC_KEY\""_s;
    QTest::newRow("bare query") << u"https://one.example/?s3cr3tKEY"_s
                                << u"https://one.example/'?'\"$RPC_KEY\""_s;
    QTest::newRow("name of an item") << u"https://one.example/?s3cr3tKEY=1"_s
                                     << u"https://one.example/'?'\"$RPC_KEY\""_s;
    QTest::newRow("user") << u"https://me:s3cr3tKEY@one.example:1"_s
                          << u"https://\"$RPC_KEY\"@one.example:1"_s;
    QTest::newRow("fragment") << u"https://one.example/#s3cr3tKEY"_s << u"https://one.example/"_s;
    QTest::newRow("percent") << u"https://one.example/s3%24cr3tKEY"_s
                             << u"https://one.example/\"$RPC_KEY\""_s;
    QTest::newRow("two") << u"https://one.example/s3cr3tKEY?token=s3cr3tTOO"_s
                         << u"https://one.example/\"$RPC_KEY\"'?token='\"$RPC_KEY_2\""_s;
    QTest::newRow("IPv6") << u"http://[::1]:8545"_s << u"'http://[::1]:8545'"_s;
}

void TestReproduce::keysAreVariables() {
    QFETCH(const QString, url);
    QFETCH(const QString, word);
    KeyVariables keys;
    const QString made = keys.word(QUrl(url, QUrl::StrictMode));
    if (url.contains(u"[::1]"_s)) {
        QCOMPARE(readByShell(made), QStringList(url));
    } else {
        QCOMPARE(made, word);
    }
    QVERIFY2(!made.contains(u"cr3t"_s), qPrintable(made));
    QCOMPARE(keys.names().size(), made.count(u"$RPC_KEY"_s));
}

void TestReproduce::equalKeysAreOneVariable() {
    KeyVariables keys;
    QCOMPARE(keys.word(QUrl(u"https://a.example/v3/key0"_s)), u"https://a.example/v3/\"$RPC_KEY\""_s);
    QCOMPARE(keys.word(QUrl(u"https://b.example/v3/key1"_s)), u"https://b.example/v3/\"$RPC_KEY_2\""_s);
    QCOMPARE(keys.word(QUrl(u"https://c.example/v2/key0"_s)), u"https://c.example/v2/\"$RPC_KEY\""_s);
    QCOMPARE(keys.names(), (QStringList{u"RPC_KEY"_s, u"RPC_KEY_2"_s}));
    QCOMPARE(readByShell(keys.word(QUrl(u"https://b.example/v3/key1"_s))),
             QStringList(u"https://b.example/v3/second"_s));
}

void TestReproduce::everyOptionIsSaid() {
    CaseFiles files;
    files.table = u"/nowhere/some table.json"_s;
    files.envelope = u"/nowhere/it's.json"_s;
    files.evidence = {u"/nowhere/a.json"_s, u"/nowhere/b c.json"_s};
    files.place = u"transactions[1]"_s;
    files.peers = {u"/nowhere/peer.hex"_s};
    VerifyOptions options = everything();
    options.endpoints = {{QUrl(u"https://one.example/v3/s3cr3tKEY"_s), false},
                         {QUrl(u"http://127.0.0.1:8545"_s), true}};
    options.timeoutMs = 45'000;
    options.proofInputs.emplace();
    options.proofInputsFile = u"/nowhere/inputs.json"_s;
    const Reproduction made = reproduction(files, options);
    const QString c = u"0xCcCCccCcCCCcCcCCcCcCcCcCcCCCcCcCCcCcCcCc"_s; // whatever its spelling
    QStringList words = readByShell(made.command());
    for (QString& word : words) {
        word = word.compare(c, Qt::CaseInsensitive) == 0 ? c : word;
    }
    const QStringList expected{u"anchorscope-cli"_s,
                               u"verify"_s,
                               u"/nowhere/some table.json"_s,
                               u"--envelope"_s,
                               u"/nowhere/it's.json"_s,
                               u"--evidence"_s,
                               u"/nowhere/a.json"_s,
                               u"--evidence"_s,
                               u"/nowhere/b c.json"_s,
                               u"--at"_s,
                               u"transactions[1]"_s,
                               u"--format"_s,
                               u"eez-main"_s,
                               u"--profile"_s,
                               u"calldata"_s,
                               u"--inputs"_s,
                               u"/nowhere/inputs.json"_s,
                               u"--rpc"_s,
                               u"https://one.example/v3/first"_s,
                               u"--trust"_s,
                               u"http://127.0.0.1:8545"_s,
                               u"--quorum"_s,
                               u"2"_s,
                               u"--pin-block"_s,
                               u"1:22869878:0x"_s + QString(64, u'a'),
                               u"--pin-block"_s,
                               u"7:0x"_s + QString(64, u'b'),
                               u"--timeout"_s,
                               u"45"_s,
                               u"--expect"_s,
                               u"0x"_s + QString(64, u'3'),
                               u"--anchor-tx"_s,
                               u"0x"_s + QString(64, u'4'),
                               u"--table-tx"_s,
                               u"0x"_s + QString(64, u'5'),
                               u"--event"_s,
                               u"Anchored(bytes32 indexed digest, address who) digest=topic1"_s,
                               u"--event"_s,
                               u"Stored(address who, bytes32 arg1) digest=word1"_s,
                               u"--chain"_s,
                               u"31337"_s,
                               u"--contract"_s,
                               c,
                               u"--manager"_s,
                               u"0x"_s + QString(40, u'2'),
                               u"--committer"_s,
                               u"0x"_s + QString(40, u'1'),
                               u"--rollup-contract"_s,
                               u"7=0x"_s + QString(40, u'6'),
                               u"--slot-clock"_s,
                               u"5:1000:12:16"_s,
                               u"--require"_s,
                               u"final"_s,
                               u"--also"_s,
                               u"execution"_s,
                               u"--also"_s,
                               u"slot"_s,
                               u"--slot-tolerance"_s,
                               u"3"_s};
    QCOMPARE(words, expected);
    QVERIFY(!made.command().contains(u"s3cr3t"_s));
    QVERIFY2(made.remarks.join(u' ').contains(u"set RPC_KEY first"_s), qPrintable(made.remarks.join(u' ')));
    QCOMPARE(made.remarks.size(), 2); // the key, the peer
    QCOMPARE(readByShell(made.lines()), readByShell(made.command()));
}

void TestReproduce::defaultsAreLeftOut() {
    CaseFiles files;
    files.table = u"/nowhere/batch.hex"_s;
    const Reproduction made = reproduction(files, {});
    QCOMPARE(made.command(), u"anchorscope-cli verify /nowhere/batch.hex --offline"_s);
    QVERIFY(made.remarks.isEmpty());
    QVERIFY(reproduction({}, {}).command().isEmpty());
}

void TestReproduce::whetherEndpointsAreAskedIsSaid() {
    CaseFiles files;
    files.table = u"/nowhere/batch.hex"_s;
    VerifyOptions options;
    options.endpoints = {{QUrl(u"https://one.example/v3/s3cr3tKEY"_s), false}};
    options.offline = true;
    QCOMPARE(reproduction(files, options).command(),
             u"anchorscope-cli verify /nowhere/batch.hex --offline"_s); // and no endpoint
    options.offline = false;
    QCOMPARE(reproduction(files, options).command(),
             u"anchorscope-cli verify /nowhere/batch.hex --rpc https://one.example/v3/\"$RPC_KEY\""_s);
}

/// A neighbour that was not used here must not be used there.
void TestReproduce::theFileAloneIsGivenAsBytes() {
    const Folder folder;
    for (const QString& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
        folder.put(name, contents(sound + u'/' + name));
    }
    CaseFiles files;
    files.table = folder.filePath(u"table.hex"_s);
    const Reproduction made = reproduction(files, {});
    QCOMPARE(made.words.last(), u'<' + files.table);
    QVERIFY(made.words.contains(u"-"_s));
    const Ran ran = shell(made.command() + u" --json"_s);
    const codec::Json report = codec::parse_json(ran.out.toStdString()).value();
    QCOMPARE(report["verdict"].get<std::string>(), std::string("unproven"));
}

void TestReproduce::theVerdictComesAgain_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("pinned");
    QTest::newRow("a sample, compiled in") << QString() << false;
    QTest::newRow("a folder") << u"plain"_s << false;
    QTest::newRow("a hostile folder") << u"it's $(id) `x` \"q\" \n -n"_s << false;
    QTest::newRow("another contract expected") << u"plain"_s << true;
}

void TestReproduce::theVerdictComesAgain() {
    QFETCH(const QString, folder);
    QFETCH(const bool, pinned);
    const Folder root;
    QString path = sound;
    if (!folder.isEmpty()) {
        path = root.filePath(folder);
        QVERIFY(QDir().mkpath(path));
        for (const QString& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
            QVERIFY(QFile::copy(sound + u'/' + name, path + u'/' + name));
        }
    }
    Watched watched;
    if (pinned) {
        VerifyOptions options;
        options.expect.contract = Address::parse("0x" + std::string(40, '2')).value();
        options.policy = verify::Policy::event;
        watched.session.setOptions(options);
    }
    QVERIFY(watched.open(path));
    QCOMPARE(watched.verdict(), pinned ? u"mismatch"_s : u"verified"_s);
    const Ran ran = shell(reproduceCommand(watched.session) + u" --json"_s);
    QVERIFY2(ran.status == verify::exit_status(*watched.session.parts().report), ran.err.constData());
    const codec::Json report = codec::parse_json(ran.out.toStdString()).value();
    QCOMPARE(textOf(report["verdict"].get<std::string>()), watched.verdict());
    for (std::size_t at = 0; at < verify::rung_count; ++at) {
        const verify::Rung& rung = watched.session.parts().report->rungs.at(at);
        QCOMPARE(report["rungs"][at]["id"].get<std::string>(), std::string(verify::name(rung.id)));
        QCOMPARE(report["rungs"][at]["detail"].get<std::string>(), rung.detail);
    }
}

/// Whatever the verdict: nothing of it is refused as usage.
void TestReproduce::theProgramTakesEveryOption() {
    const Folder folder;
    CaseFiles files;
    files.table = folder.put(u"-batch.hex"_s, contents(sound + u"/table.hex"_s));
    VerifyOptions options = everything();
    options.profile.clear();
    options.format.clear();
    const Ran ran = shell(reproduction(files, options).command() + u" --json"_s);
    QVERIFY2(ran.status != 2 && ran.status != 70, ran.err.constData());
    QVERIFY(codec::parse_json(ran.out.toStdString()).has_value());
}

QTEST_GUILESS_MAIN(TestReproduce)
#include "test_reproduce.moc"
