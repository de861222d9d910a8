#include "app/cli/session_run.h"
#include "app/cli/arguments.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include <QEventLoop>

namespace anchorscope::cli {
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
