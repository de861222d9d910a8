#include "app/cli/task_run.h"
#include "app/cli/exit_code.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/verify_options.h"
#include "model/session/proxies.h"
#include <QEventLoop>

namespace anchorscope::cli {
namespace {

model::EndpointSetting setting_of(const Arguments& arguments) {
    const model::VerifyOptions options = verify_options(arguments);
    if (options.endpoints.isEmpty()) {
        throw UsageError("--rpc is missing: whom to ask (or set ANCHORSCOPE_RPC)");
    }
    model::EndpointSetting out;
    out.endpoint = options.endpoints.front();
    out.timeoutMs = options.timeoutMs;
    out.retries = options.retries;
    return out;
}

} // namespace

Network::Network(const Arguments& arguments)
    : m_setting(setting_of(arguments)), m_quiet(arguments.has("--quiet")) {
    m_network.setProxyFactory(new model::EndpointProxies);
    m_setting.log = &m_log;
    m_setting.network = &m_network;
}

Network::Network(const Arguments& arguments, const model::EndpointChoice& endpoint) : Network(arguments) {
    m_setting.endpoint = endpoint;
}

void Network::run(model::EndpointTask& task) {
    Interrupt interrupt;
    QEventLoop loop;
    ProgressLine line(m_quiet);
    QObject::connect(&task, &model::EndpointTask::done, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QObject::connect(
        &task, &model::EndpointTask::progress, &loop,
        [&line](quint64 done, quint64 total, const QString& what) { line.show(done, total, what); });
    if (!m_quiet) {
        QObject::connect(&m_log, &QAbstractItemModel::rowsInserted, &loop,
                         [this, &line](const QModelIndex&, int first, int last) {
                             tell_failures(m_log, first, last, line);
                         });
    }
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&task, &loop] {
        task.cancel();
        loop.quit();
    });
    task.start();
    loop.exec();
    line.clear();
    if (const int signal = interrupt.caught(); signal != 0) {
        write_message("cancelled");
        Interrupt::die_by(signal);
    }
}

int Network::failed(const Error& why) {
    write_message(why.message());
    return why.rule.starts_with("net.") ? exit_no_answer : exit_unproven;
}

} // namespace anchorscope::cli
