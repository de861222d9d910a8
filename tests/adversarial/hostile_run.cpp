#include "tests/adversarial/hostile_run.h"
#include <QFile>
#include <QTimer>
#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace anchorscope::adversarial {

namespace {

constexpr int far_too_long_ms = 120'000; ///< then it is killed, so that the test ends

anchor::Envelope envelope_of(const HostileCase& told, const Truth& truth) {
    anchor::Envelope out = truth.scene(told.claim).envelope;
    if (!told.names_block) {
        out.block_hash.reset();
    }
    return out;
}

} // namespace

HostileRun::HostileRun(const HostileCase& told, const Truth& truth, QObject* parent)
    : QObject(parent), m_told(told), m_truth(truth),
      m_case(std::make_unique<devnet::CaseFolder>(truth.world().table)),
      m_proxy(std::make_unique<LyingProxy>(
          truth.world().chain.url(), told.lie ? told.lie : [](const std::string&, const Json&, Json&) {})) {
    m_case->envelope(envelope_of(told, truth));
    if (told.wire) {
        m_proxy->set_wire_lie(told.wire);
    }
    connect(&m_process, &QProcess::finished, this, &HostileRun::processFinished);
}

HostileRun::~HostileRun() {
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

QStringList HostileRun::arguments() const {
    const bool own = m_told.standing == Standing::own_node;
    return QStringList{m_folder.filePath(u"peak"_s),
                       devnet::cli_program(),
                       u"verify"_s,
                       u"--json"_s,
                       m_case->path(),
                       own ? u"--trust"_s : u"--rpc"_s,
                       m_proxy->url(),
                       u"--timeout"_s,
                       u"2"_s} +
           m_told.arguments;
}

void HostileRun::start() {
    m_process.setProcessEnvironment(devnet::clean_environment());
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QTimer::singleShot(far_too_long_ms, &m_process, &QProcess::kill);
    m_clock.start();
    m_process.start(QStringLiteral(ANCHORSCOPE_MEASURED_RUN), arguments());
    m_process.closeWriteChannel();
}

void HostileRun::processFinished(int code, QProcess::ExitStatus status) {
    m_milliseconds = m_clock.elapsed();
    m_outcome.code = status == QProcess::NormalExit ? code : -1;
    m_outcome.out = m_process.readAllStandardOutput();
    m_outcome.err = m_process.readAllStandardError();
    QFile peak(m_folder.filePath(u"peak"_s));
    if (peak.open(QIODevice::ReadOnly)) {
        m_kilobytes = peak.readAll().trimmed().toLongLong();
    }
    m_lies = m_proxy->lies();
    m_proxy.release()->deleteLater(); // all proxies together have more sockets than a process may have
    m_finished = true;
    Q_EMIT done();
}

} // namespace anchorscope::adversarial
