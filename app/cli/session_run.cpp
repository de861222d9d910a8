#include "app/cli/session_run.h"
#include "app/cli/arguments.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include <QEventLoop>
#include <cstdio>
#include <unistd.h>

namespace anchorscope::cli {
namespace {

/// The line of progress, rewritten in place; only where standard error is a terminal.
class ProgressLine {
public:
    explicit ProgressLine(bool quiet) : m_shown(!quiet && ::isatty(STDERR_FILENO) == 1) {}
    ~ProgressLine() { clear(); }
    Q_DISABLE_COPY_MOVE(ProgressLine)

    void show(quint64 done, quint64 total, const QString& what) {
        if (!m_shown) {
            return;
        }
        std::string line = report::printable(what.toStdString());
        if (total != 0) {
            const double percent = 100.0 * static_cast<double>(done) / static_cast<double>(total);
            line.append(" ").append(std::to_string(static_cast<int>(percent))).append(" %");
        }
        write("\r\x1b[K" + line);
        m_dirty = true;
    }
    void clear() {
        if (m_dirty) {
            write("\r\x1b[K");
            m_dirty = false;
        }
    }

private:
    static void write(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

    bool m_shown;
    bool m_dirty = false;
};

/// A message for each request that did not succeed.
void tell_failures(const model::RequestLog& log, int first, int last, ProgressLine& line) {
    for (int row = first; row <= last; ++row) {
        const model::RequestRecord& record = log.record(row);
        if (!record.ok) {
            line.clear();
            write_message((record.endpoint + QStringLiteral(": ") + record.method + QStringLiteral(": ") +
                           record.outcome)
                              .toStdString());
        }
    }
}

} // namespace

void run_session(model::Session& session, const model::CaseFiles& files, const model::VerifyOptions& options,
                 bool quiet) {
    Interrupt interrupt;
    QEventLoop loop;
    ProgressLine line(quiet);
    QObject::connect(&session, &model::Session::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QObject::connect(
        &session, &model::Session::progress, &loop,
        [&line](quint64 done, quint64 total, const QString& what) { line.show(done, total, what); });
    if (!quiet) {
        model::RequestLog* const log = session.requestLog();
        QObject::connect(log, &QAbstractItemModel::rowsInserted, &loop,
                         [log, &line](const QModelIndex&, int first, int last) {
                             tell_failures(*log, first, last, line);
                         });
    }
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&session, &loop] {
        session.cancel();
        loop.quit();
    });
    session.setOptions(options);
    session.open(files);
    loop.exec();
    line.clear();
    if (const int signal = interrupt.caught(); signal != 0) {
        write_message("cancelled");
        Interrupt::die_by(signal);
    }
    if (!session.ioError().isEmpty()) {
        throw UsageError(session.ioError().toStdString());
    }
}

} // namespace anchorscope::cli
