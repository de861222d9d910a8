#include "tests/devnet/cli_run.h"
#include <QEventLoop>
#include <QProcess>
#include <QTimer>

namespace anchorscope::devnet {
namespace {

constexpr int run_timeout_ms = 60'000;
constexpr qsizetype max_told = 1000; ///< of an output that is no report

} // namespace

QProcessEnvironment clean_environment(const QStringList& added) {
    QProcessEnvironment out;
    out.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const char* const name :
         {"PATH", "HOME", "TMPDIR", "XDG_RUNTIME_DIR", "LD_LIBRARY_PATH", "ASAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name)) {
            out.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
        }
    }
    for (const QString& setting : added) {
        out.insert(setting.section(QLatin1Char('='), 0, 0), setting.section(QLatin1Char('='), 1));
    }
    return out;
}

codec::Json CliRun::json() const {
    auto parsed = codec::parse_json({out.data(), static_cast<std::size_t>(out.size())});
    return parsed ? *std::move(parsed) : codec::Json();
}

QByteArray CliRun::rung(const char* name) const {
    const codec::Json report = json();
    const auto rungs = report.find("rungs");
    if (!report.is_object() || rungs == report.end()) {
        return "(no rungs)";
    }
    for (const codec::Json& rung : *rungs) {
        if (rung.at("id").get<std::string>() == name) {
            const std::string rule =
                rung.value("rule", codec::Json()).is_string() ? rung.at("rule").get<std::string>() : "";
            return QByteArray::fromStdString(rung.at("state").get<std::string>() + (rule.empty() ? "" : " ") +
                                             rule);
        }
    }
    return "(no such rung)";
}

QByteArray CliRun::text(const char* member) const {
    const codec::Json report = json();
    const auto found = report.is_object() ? report.find(member) : report.end();
    return report.is_object() && found != report.end() && found->is_string()
               ? QByteArray::fromStdString(found->get<std::string>())
               : QByteArray();
}

QByteArray CliRun::told() const {
    QByteArray said = "exit status " + QByteArray::number(code) + "\n" + err;
    const codec::Json report = json();
    if (!report.is_object() || !report.contains("rungs")) {
        return said + out.left(max_told);
    }
    for (const codec::Json& one : report.at("rungs")) {
        const auto id = one.at("id").get<std::string>();
        said += "  " + QByteArray::fromStdString(id) + ": " + rung(id.c_str()) + "\n";
    }
    for (const codec::Json& finding : report.at("findings")) {
        said += "  " +
                QByteArray::fromStdString(finding.at("rule").get<std::string>() + ": " +
                                          finding.at("text").get<std::string>()) +
                "\n";
    }
    return said;
}

QString cli_program() { return QStringLiteral(ANCHORSCOPE_CLI); }

CliRun run_cli(const QStringList& arguments, const CliSetting& setting) {
    QProcess process;
    process.setProcessEnvironment(clean_environment(setting.environment));
    if (!setting.output_file.isEmpty()) {
        process.setStandardOutputFile(setting.output_file);
    }
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(run_timeout_ms, &loop, &QEventLoop::quit);
    process.start(cli_program(), arguments);
    if (process.waitForStarted() && setting.started) {
        setting.started(process.processId());
    }
    process.write(setting.input);
    process.closeWriteChannel();
    if (process.state() != QProcess::NotRunning) {
        loop.exec();
    }
    CliRun run;
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit) {
        run.code = process.exitCode();
    }
    process.kill();
    process.waitForFinished();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

CliRun verify(const QStringList& arguments, const CliSetting& setting) {
    return run_cli(QStringList{QStringLiteral("verify"), QStringLiteral("--json")} + arguments, setting);
}

} // namespace anchorscope::devnet
