#include "model/discover/endpoint_task.h"
#include "core/codec/json.h"
#include "model/words.h"

namespace anchorscope::model {

EndpointTask::EndpointTask(const EndpointSetting& setting, QObject* parent)
    : QObject(parent), m_setting(setting),
      m_client(new RpcClient(setting.endpoint, setting.log, setting.network, this)),
      m_mailbox(std::make_shared<Mailbox>(this)) {
    m_client->setTimeout(setting.timeoutMs);
    m_client->setRetries(setting.retries);
    connect(m_client, &RpcClient::waiting, this, [this](const QString& why, int milliseconds) {
        Q_EMIT progress(0, 0,
                        Words::tr("%1: %2, next try in %3 s")
                            .arg(m_setting.endpoint.displayName(), why)
                            .arg(milliseconds / 1000.0));
    });
}

EndpointTask::~EndpointTask() { m_mailbox->close(); }

void EndpointTask::cancel() {
    m_running = false;
    m_mailbox->close();
    disconnect(); // nobody hears more of it
    m_client->cancelAll();
    for (EndpointTask* const part : findChildren<EndpointTask*>(QString(), Qt::FindDirectChildrenOnly)) {
        part->cancel();
    }
}

void EndpointTask::askAny(const char* method, const codec::Json& params, Answered then) {
    m_client->call(QString::fromLatin1(method), params,
                   [this, then = std::move(then)](const Result<codec::Json>& answer) {
                       if (m_running) {
                           then(answer);
                       }
                   });
}

void EndpointTask::ask(const char* method, const codec::Json& params, Value then) {
    askAny(method, params, [this, method, then = std::move(then)](const Result<codec::Json>& answer) {
        if (answer) {
            then(*answer);
        } else {
            Error error = answer.error();
            error.place = method;
            fail(std::move(error));
        }
    });
}

void EndpointTask::later(int milliseconds, std::function<void()> then) {
    QTimer::singleShot(milliseconds, this, [this, then = std::move(then)] {
        if (m_running) {
            then();
        }
    });
}

void EndpointTask::finish() {
    if (std::exchange(m_running, false)) {
        Q_EMIT done();
    }
}

void EndpointTask::fail(Error why) {
    if (m_running) {
        m_error = std::move(why);
        finish();
    }
}

std::string quantityText(std::uint64_t number) {
    return "0x" + QByteArray::number(quint64{number}, 16).toStdString();
}

Result<std::uint64_t> quantityOf(const codec::Json& value) {
    const auto number =
        U256::parse_quantity(value.is_string() ? value.get_ref<const std::string&>() : std::string());
    const auto fits = number ? number->to_u64() : std::nullopt;
    if (!fits) {
        return anchorscope::fail(codec::rules::json_value, "expected a quantity below 2^64");
    }
    return *fits;
}

} // namespace anchorscope::model
