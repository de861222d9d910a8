// One run of the command line against one liar, in a process of its own; several go on at once.
#pragma once
#include "tests/adversarial/truth.h"
#include "tests/devnet/cli_run.h"
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

namespace anchorscope::adversarial {

class HostileRun : public QObject {
    Q_OBJECT
public:
    /// Both must outlive the run.
    HostileRun(const HostileCase& told, const Truth& truth, QObject* parent = nullptr);
    ~HostileRun() override;
    void start();

    [[nodiscard]] const HostileCase& told() const { return m_told; }
    [[nodiscard]] bool finished() const { return m_finished; }
    [[nodiscard]] const devnet::CliRun& outcome() const { return m_outcome; }
    [[nodiscard]] int lies() const { return m_proxy ? m_proxy->lies() : m_lies; }
    [[nodiscard]] qint64 milliseconds() const { return m_milliseconds; }
    [[nodiscard]] qint64 kilobytes() const { return m_kilobytes; } ///< the most that it had; -1: not known

Q_SIGNALS:
    void done();

private:
    [[nodiscard]] QStringList arguments() const;
    void processFinished(int code, QProcess::ExitStatus status);

    const HostileCase& m_told;
    const Truth& m_truth;
    QTemporaryDir m_folder;
    std::unique_ptr<devnet::CaseFolder> m_case;
    std::unique_ptr<LyingProxy> m_proxy; ///< until the run has ended: its sockets are given back then
    QProcess m_process;
    QElapsedTimer m_clock;
    devnet::CliRun m_outcome;
    qint64 m_milliseconds = 0, m_kilobytes = -1;
    int m_lies = 0;
    bool m_finished = false;
};

} // namespace anchorscope::adversarial
