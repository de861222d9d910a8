// What every longer conversation with one endpoint shares: it runs once, can be cancelled at any time, tells
// its progress, and ends with a result or an error. Limits: 1. one run an object; 2. nothing is signalled
// after cancel(); 3. all signals come on the thread the object lives in.
#pragma once
#include "model/net/mailbox.h"
#include "model/net/rpc_client.h"
#include <QPointer>
#include <QTimer>

namespace anchorscope::model {

/// Whom to ask, and how.
struct EndpointSetting {
    EndpointChoice endpoint;
    int timeoutMs = 20'000;
    int retries = 3;
    RequestLog* log = nullptr;
    QNetworkAccessManager* network = nullptr;
};

class EndpointTask : public QObject {
    Q_OBJECT
public:
    ~EndpointTask() override;
    virtual void start() = 0;
    /// Nothing is signalled afterwards.
    void cancel();
    [[nodiscard]] bool running() const { return m_running; }
    /// Why there is no result; empty after success.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void progress(quint64 done, quint64 total, const QString& what);
    void done();

protected:
    EndpointTask(const EndpointSetting& setting, QObject* parent);

    using Answered = std::function<void(const Result<codec::Json>&)>;
    using Value = std::function<void(const codec::Json&)>;
    /// Asks; `then` is not called once the task has ended.
    void askAny(const char* method, const codec::Json& params, Answered then);
    /// The same where any error ends the task.
    void ask(const char* method, const codec::Json& params, Value then);
    /// Calls `then` after the pause, unless the task has ended by then.
    void later(int milliseconds, std::function<void()> then);
    void begin() { m_running = true; }
    void finish();
    void fail(Error why);
    /// `work` in the thread pool, then `deliver` here, unless the task has ended.
    template<class Work, class Deliver>
    void compute(Work work, Deliver deliver) {
        inPool(m_mailbox, std::move(work), [this, deliver = std::move(deliver)](const auto& result) {
            if (m_running) {
                deliver(result);
            }
        });
    }
    [[nodiscard]] RpcClient* client() const { return m_client; }
    [[nodiscard]] const EndpointSetting& setting() const { return m_setting; }

private:
    EndpointSetting m_setting;
    RpcClient* m_client;
    std::shared_ptr<Mailbox> m_mailbox;
    bool m_running = false;
    std::optional<Error> m_error;
};

/// JSON-RPC quantity of a number below 2^64, and back.
[[nodiscard]] std::string quantityText(std::uint64_t number);
[[nodiscard]] Result<std::uint64_t> quantityOf(const codec::Json& value);

} // namespace anchorscope::model
