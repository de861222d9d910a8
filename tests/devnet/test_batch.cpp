// The batch command on the samples and on folders that try its limits. No node is needed.
#include "tests/devnet/cli_run.h"
#include <QDir>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

namespace {

const QString samples = QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/resources/samples");

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class BatchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void samplesAreJudgedAsByVerify();
    void filesAndFoldersTogether();
    void theWorstIsTheExitStatus();
    void casesBesideFolders();
    void filesForOtherPrograms();
    void nothingFoundIsAMistake();
    void linksAreNotFollowed();
    void depthIsBounded();
    void unreadableIsNotSilent();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    /// A sample's files in a folder of this name.
    void copySample(const char* id, const QString& to) const {
        QVERIFY(QDir().mkpath(at(to)));
        const QDir from(samples + u'/' + QLatin1String(id));
        for (const QString& name : from.entryList(QDir::Files)) {
            QVERIFY(QFile::copy(from.filePath(name), at(to + u'/' + name)));
        }
    }
    static std::map<std::string, int> statuses(const CliRun& run) {
        std::map<std::string, int> out;
        const codec::Json json = run.json();
        for (const codec::Json& item : json.at("items")) {
            out[item.at("path").get<std::string>()] = item.at("status").get<int>();
        }
        return out;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void BatchTest::samplesAreJudgedAsByVerify() {
    const CliRun run = run_cli({u"batch"_s, samples, u"--json"_s});
    EXPECT_EXIT(run, 1);
    const auto found = statuses(run);
    QCOMPARE(found.size(), std::size_t{6});
    for (const auto& [path, status] : found) {
        const CliRun alone = verify({QString::fromStdString(path)});
        QVERIFY2(alone.code == status, alone.told());
        QVERIFY(path.starts_with(samples.toStdString() + "/"));
    }
    QCOMPARE(found.at(samples.toStdString() + "/deep-reentry/table.hex"), 0);
    QCOMPARE(found.at(samples.toStdString() + "/unanchored/table.hex"), 4);
    QCOMPARE(found.at(samples.toStdString() + "/reorged/table.hex"), 1);
    // The same, byte for byte.
    QCOMPARE(run_cli({u"batch"_s, samples, u"--json"_s}).out, run.out);
}

void BatchTest::filesAndFoldersTogether() {
    const CliRun run =
        run_cli({u"batch"_s, samples + u"/deep-reentry/table.hex"_s, samples + u"/rollup-table/"_s});
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains("2 inputs: 2 verified"), run.told());
    QVERIFY2(run.out.contains("/rollup-table/table.hex\n"), run.told());
    QCOMPARE(run_cli({u"batch"_s, samples + u"/deep-reentry"_s, u"--quiet"_s}).out,
             QByteArray("1 inputs: 1 verified\n"));
}

void BatchTest::theWorstIsTheExitStatus() {
    copySample("deep-reentry", u"a"_s);
    EXPECT_EXIT(run_cli({u"batch"_s, m_folder->path()}), 0);
    copySample("unanchored", u"b/c"_s);
    EXPECT_EXIT(run_cli({u"batch"_s, m_folder->path()}), 4);
    // Options hold for all: without an authority nothing is verified.
    EXPECT_EXIT(run_cli({u"batch"_s, at(u"a"_s), u"--require"_s, u"final"_s}), 4);
    QFile broken(at(u"broken.anchorcase"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("PK\x03\x04") == 4);
    broken.close();
    EXPECT_EXIT(run_cli({u"batch"_s, m_folder->path()}), 3);
    copySample("tampered", u"d"_s);
    const CliRun all = run_cli({u"batch"_s, m_folder->path()});
    EXPECT_EXIT(all, 1);
    QVERIFY2(all.out.contains("4 inputs: 1 verified, 1 unproven, 1 malformed, 1 mismatch"), all.told());
}

void BatchTest::casesBesideFolders() {
    copySample("deep-reentry", u"folder"_s);
    const QString file = at(u"saved.anchorcase"_s);
    EXPECT_EXIT(verify({at(u"folder"_s), u"--save-case"_s, file}), 0);
    const QByteArray once = contents(file);
    EXPECT_EXIT(verify({at(u"folder"_s), u"--save-case"_s, file}), 0);
    QCOMPARE(contents(file), once);
    const CliRun run = run_cli({u"batch"_s, m_folder->path(), u"--json"_s});
    EXPECT_EXIT(run, 0);
    QCOMPARE(statuses(run).size(), std::size_t{2});
    QVERIFY(statuses(run).contains(file.toStdString()));
    const codec::Json report = verify({file}).json();
    QCOMPARE(report.at("input").at("case").at("path").get<std::string>(), std::string("saved.anchorcase"));
    // The other commands take a case, too.
    const QByteArray digest = run_cli({u"digest"_s, file, u"--quiet"_s}).out;
    QCOMPARE(digest, run_cli({u"digest"_s, at(u"folder/table.hex"_s), u"--quiet"_s}).out);
    const CliRun inspected = run_cli({u"inspect"_s, file});
    EXPECT_EXIT(inspected, 0);
    QVERIFY2(inspected.out.contains("saved.anchorcase"), inspected.told());
    // From standard input, a case is a case by its first bytes.
    CliSetting piped;
    piped.input = once;
    EXPECT_EXIT(verify({u"-"_s}, piped), 0);
    QFile flipped(file);
    QVERIFY(flipped.open(QIODevice::ReadWrite) && flipped.seek(once.size() / 2));
    const char changed = static_cast<char>(once.at(once.size() / 2) ^ 1);
    QVERIFY(flipped.write(&changed, 1) == 1);
    flipped.close();
    EXPECT_EXIT(verify({file}), 3);
}

void BatchTest::filesForOtherPrograms() {
    const QString csv = at(u"verdicts.csv"_s);
    const QString junit = at(u"verdicts.xml"_s);
    const CliRun run = run_cli({u"batch"_s, samples, u"--csv"_s, csv, u"--junit"_s, junit});
    EXPECT_EXIT(run, 1);
    const QList<QByteArray> lines = contents(csv).split('\n');
    QCOMPARE(lines.size(), 8); // head, six inputs, the end
    QVERIFY(lines.first().startsWith("path,verdict,status,"));
    QXmlStreamReader xml(contents(junit));
    int cases = 0;
    int failures = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        cases += xml.isStartElement() && xml.name() == u"testcase" ? 1 : 0;
        failures += xml.isStartElement() && xml.name() == u"failure" ? 1 : 0;
    }
    QVERIFY(!xml.hasError());
    QCOMPARE(cases, 6);
    QCOMPARE(failures, 4); // tampered, unanchored, late, reorged
    const CliRun refused = run_cli({u"batch"_s, samples, u"--csv"_s, at(u"no/folder.csv"_s)});
    EXPECT_EXIT(refused, 2);
    QVERIFY2(refused.err.contains("--csv"), refused.told());
}

void BatchTest::nothingFoundIsAMistake() {
    EXPECT_EXIT(run_cli({u"batch"_s}), 2);
    const CliRun empty = run_cli({u"batch"_s, m_folder->path()});
    EXPECT_EXIT(empty, 2);
    QVERIFY2(empty.err.contains("nothing was verified"), empty.told());
    EXPECT_EXIT(run_cli({u"batch"_s, at(u"gone"_s)}), 2);
    EXPECT_EXIT(run_cli({u"batch"_s, samples, u"--envelope"_s, u"e.json"_s}), 2); // of one input, not of many
}

void BatchTest::linksAreNotFollowed() {
    copySample("deep-reentry", u"real"_s);
    QVERIFY(QFile::link(at(u"real"_s), at(u"loop"_s)));
    QVERIFY(QFile::link(m_folder->path(), at(u"real/up"_s)));
    const CliRun run = run_cli({u"batch"_s, m_folder->path()});
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains("1 inputs:"), run.told());
    QVERIFY2(run.err.contains("2 links were not followed"), run.told());
    // A neighbour that leads elsewhere is not quietly left out.
    QVERIFY(QDir().mkpath(at(u"other"_s)));
    QVERIFY(QFile::copy(at(u"real/table.hex"_s), at(u"other/table.hex"_s)));
    QVERIFY(QFile::link(at(u"real/envelope.json"_s), at(u"other/envelope.json"_s)));
    const CliRun other = run_cli({u"batch"_s, at(u"other"_s)});
    EXPECT_EXIT(other, 2);
    QVERIFY2(other.out.contains("envelope.json is a link"), other.told());
    // What the user names may be one.
    EXPECT_EXIT(run_cli({u"batch"_s, at(u"loop"_s)}), 0);
}

void BatchTest::depthIsBounded() {
    QString deep = u"d"_s;
    for (int level = 0; level < 31; ++level) {
        deep += u"/d"_s;
    }
    copySample("deep-reentry", deep);
    EXPECT_EXIT(run_cli({u"batch"_s, m_folder->path()}), 0);
    QVERIFY(QDir().mkpath(at(deep + u"/d"_s)));
    const CliRun run = run_cli({u"batch"_s, m_folder->path()});
    EXPECT_EXIT(run, 2);
    QVERIFY2(run.err.contains("folders deep"), run.told());
}

void BatchTest::unreadableIsNotSilent() {
    copySample("deep-reentry", u"a"_s);
    // What may not be read, root may: a broken table is malformed, and counts.
    QFile broken(at(u"bad.hex"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("0x8b1a095azz") > 0);
    broken.close();
    const CliRun run = run_cli({u"batch"_s, m_folder->path()});
    EXPECT_EXIT(run, 3);
    QVERIFY2(run.out.contains("2 inputs: 1 verified, 1 malformed"), run.told());
}

QTEST_GUILESS_MAIN(BatchTest)
#include "test_batch.moc"
