// report as a user runs it: the files, exit status and messages.
#include "cli_run.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;
using codec::Json;

namespace {

const QString samples = QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/resources/samples/");

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestReport : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

private slots:
    void writesEachFormatWithTheExitStatusOfVerify() {
        for (const auto& [sample, status] :
             {std::pair{"deep-reentry", 0}, {"tampered", 1}, {"unanchored", 4}}) {
            const QString input = samples + QLatin1String(sample);
            for (const auto& [suffix, start] :
                 {std::pair{"json", "{\n  \"schema\": \"anchorscope.report/1\""},
                  {"html", "<!DOCTYPE html>"},
                  {"pdf", "%PDF-1.4"}}) {
                const QString path = file(u"r."_s + QLatin1String(suffix));
                const CliRun run = run_cli({u"report"_s, input, u"-o"_s, path});
                EXPECT_EXIT(run, status);
                QVERIFY2(contents(path).startsWith(start), contents(path).left(60).constData());
                QVERIFY2(run.out.contains(path.toUtf8()) && run.err.isEmpty(), run.told().constData());
            }
        }
    }

    void sameBytesInTwoRuns() {
        for (const QString& name : {u"json"_s, u"html"_s, u"pdf"_s}) {
            const QString one = file(u"1."_s + name), two = file(u"2."_s + name);
            EXPECT_EXIT(run_cli({u"report"_s, samples + u"late"_s, u"-o"_s, one}), 1);
            QTest::qWait(1100);
            EXPECT_EXIT(run_cli({u"report"_s, samples + u"late"_s, u"-o"_s, two}), 1);
            QVERIFY(contents(one).size() > 1000);
            QVERIFY2(contents(one) == contents(two), qPrintable(name));
        }
    }

    void standardOutput() {
        const CliRun json =
            run_cli({u"report"_s, samples + u"late"_s, u"-o"_s, u"-"_s, u"--as"_s, u"json"_s});
        EXPECT_EXIT(json, 1);
        QCOMPARE(json.text("verdict"), "mismatch");
        QVERIFY(json.json().contains("blocks") && json.json().contains("reproduce"));
        const CliRun html =
            run_cli({u"report"_s, samples + u"late"_s, u"-o"_s, u"-"_s, u"--as"_s, u"html"_s});
        QVERIFY(html.out.startsWith("<!DOCTYPE html>") && html.out.endsWith("</html>\n"));
    }

    void partsAreLeftOut() {
        const Json json = run_cli({u"report"_s, samples + u"late"_s, u"-o"_s, u"-"_s, u"--as"_s, u"json"_s,
                                   u"--without"_s, u"tree"_s, u"--without"_s, u"endpoints"_s})
                              .json();
        QVERIFY(!json.contains("tree") && !json.contains("endpoints") && json.contains("notes"));
    }

    void notesBesideTheInputAreInIt() {
        QVERIFY(QFile::copy(samples + u"late/table.hex"_s, file(u"table.hex"_s)));
        const Json plain =
            run_cli({u"report"_s, file(u"table.hex"_s), u"-o"_s, u"-"_s, u"--as"_s, u"json"_s}).json();
        const Json notes{
            {"schema", "anchorscope.notes/1"},
            {"input", plain.at("input").at("sha256")},
            {"notes", Json::array({Json{{"path", "entries[0]"}, {"text", "<b>who</b> signed this?"}}})}};
        QFile out(file(u"table.hex.anchornotes.json"_s));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(notes.dump().c_str()) > 0);
        out.close();
        const CliRun run =
            run_cli({u"report"_s, file(u"table.hex"_s), u"-o"_s, u"-"_s, u"--as"_s, u"html"_s});
        QVERIFY(run.out.contains("&lt;b&gt;who&lt;/b&gt; signed this?") && !run.out.contains("<b>"));
        const CliRun without = run_cli({u"report"_s, file(u"table.hex"_s), u"-o"_s, u"-"_s, u"--as"_s,
                                        u"html"_s, u"--without"_s, u"notes"_s});
        QVERIFY(!without.out.contains("signed this?"));
    }

    void whatWasThereStaysWhereItCannotBeReplaced() {
        const CliRun run =
            run_cli({u"report"_s, samples + u"late"_s, u"-o"_s, file(u"no/such/folder/r.json"_s)});
        EXPECT_EXIT(run, 2);
        QVERIFY2(run.err.contains("-o: "), run.err.constData());
        QVERIFY(QDir().mkpath(file(u"folder.json"_s)));
        EXPECT_EXIT(run_cli({u"report"_s, samples + u"late"_s, u"-o"_s, file(u"folder.json"_s)}), 2);
        QVERIFY(QDir(file(u"folder.json"_s)).exists());
    }

    void mistakesNameTheirOption_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("message");
        const QString input = samples + u"late"_s;
        QTest::newRow("no -o") << QStringList{input} << QByteArray("-o FILE is missing");
        QTest::newRow("no format") << QStringList{input, u"-o"_s, u"-"_s} << QByteArray("--as FORMAT");
        QTest::newRow("no ending") << QStringList{input, u"-o"_s, u"r.txt"_s} << QByteArray("ends in .json");
        QTest::newRow("other format") << QStringList{input, u"-o"_s, u"r"_s, u"--as"_s, u"doc"_s}
                                      << QByteArray("--as: expected json, html or pdf");
        QTest::newRow("other part") << QStringList{input, u"-o"_s, u"r.json"_s, u"--without"_s, u"ladder"_s}
                                    << QByteArray("--without: expected tree");
        QTest::newRow("both on stdout")
            << QStringList{input, u"-o"_s, u"-"_s, u"--as"_s, u"json"_s, u"--json"_s}
            << QByteArray("--json needs -o FILE");
        QTest::newRow("no input") << QStringList{file(u"none"_s), u"-o"_s, u"r.json"_s}
                                  << QByteArray("no such file");
    }

    void mistakesNameTheirOption() {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, message);
        const CliRun run = run_cli(QStringList{u"report"_s} + words);
        EXPECT_EXIT(run, 2);
        QVERIFY2(run.err.contains(message) && run.out.isEmpty(), run.told().constData());
    }

    /// A PDF needs fonts and painting, and neither a display nor the environment's platform.
    void aPdfNeedsNoDisplay() {
        CliSetting setting;
        setting.environment = {u"QT_QPA_PLATFORM=xcb"_s, u"DISPLAY=:99"_s};
        const CliRun run = run_cli({u"report"_s, samples + u"late"_s, u"-o"_s, file(u"bare.pdf"_s)}, setting);
        EXPECT_EXIT(run, 1);
        QVERIFY2(contents(file(u"bare.pdf"_s)).startsWith("%PDF-"), run.told().constData());
    }

    void saysWhatItWroteAsJson() {
        const CliRun run =
            run_cli({u"report"_s, samples + u"late"_s, u"-o"_s, file(u"x.html"_s), u"--json"_s});
        const Json json = run.json();
        QCOMPARE(json.at("verdict").get<std::string>(), std::string("mismatch"));
        QCOMPARE(json.at("report").at("bytes").get<qint64>(), contents(file(u"x.html"_s)).size());
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "test_report.moc"
