// Asks endpoints for what core needs, round by round, until nothing more would help.
// Limits: 1. at most max_rounds rounds; 2. at most max_single_receipts receipts one by one, a few at a time,
// for at most single_receipts_timeouts times the timeout of one request; 3. at most max_log_requests requests
// of one search for logs; 4. planning and parsing happen in workers, this object only moves answers.
#pragma once
#include "model/discover/endpoint_task.h"
#include "model/net/mailbox.h"
#include "model/session/answers.h"
#include "model/session/retry_clock.h"

namespace anchorscope::model {

class EvidenceFetcher : public QObject {
    Q_OBJECT
public:
    /// core asks in about six, and in 64 more for the longest walk; beyond that is an endless circle
    static constexpr int max_rounds = 160;
    static constexpr int max_single_receipts =
        10000; ///< above any block of 21000-gas transactions at 200 M gas
    static constexpr int receipts_at_once = 4;
    static constexpr int single_receipts_timeouts = 10;
    static constexpr quint64 max_log_requests = 512;

    EvidenceFetcher(const VerifyOptions& options, std::shared_ptr<const verify::Request> request,
                    std::shared_ptr<const verify::Evidence> evidence, RequestLog* log,
                    QNetworkAccessManager* network, QObject* parent = nullptr);
    ~EvidenceFetcher() override;
    void start();
    /// Nothing is signalled afterwards.
    void cancel();
    [[nodiscard]] std::shared_ptr<const verify::Evidence> evidence() const { return m_evidence; }

Q_SIGNALS:
    void evidenceChanged();
    void progress(quint64 done, quint64 total, const QString& what);
    void done();

private:
    void plan();
    void ask(const std::vector<verify::Need>& needs);
    void askOne(std::size_t at, const verify::Need& need);
    void askHeaders(std::size_t at, const verify::Need& need);
    void askSingleReceipts(std::size_t at, std::size_t answeredPart);
    void searchLogs(std::size_t at, const verify::Need& need);
    void partDone(std::size_t at);
    void send(std::size_t at, std::size_t part, const char* method, const codec::Json& params);
    void answered(std::size_t at, std::size_t part, SharedAnswer answer);
    void roundAnswered();

    std::shared_ptr<const verify::Request> m_request;
    std::shared_ptr<const verify::Evidence> m_evidence;
    std::vector<std::unique_ptr<RpcClient>> m_clients; // one an endpoint, same order
    std::shared_ptr<Mailbox> m_mailbox;
    RetryClock m_pauses;
    std::vector<Answer> m_answers; // of this round
    std::map<std::size_t, QStringList>
        m_receiptQueue;              // transactions whose receipts are still to be asked, by answer
    quint64 m_asked = 0, m_done = 0; // requests of this round
    int m_rounds = 0;
    std::vector<EndpointSetting> m_settings; // of the clients
    const int m_timeoutMs;
    std::map<std::size_t, QDeadlineTimer> m_receiptsUntil; // of the queues
};

} // namespace anchorscope::model
