// One JSON-RPC call: its tries, its deadline, its bounded answer. Used by RpcClient only.
#pragma once
#include "model/net/http_outcome.h"
#include "model/net/mailbox.h"
#include "model/net/rate_limiter.h"
#include "model/net/rpc_client.h"
#include <QElapsedTimer>
#include <QTimer>

namespace anchorscope::model {

class RpcCall : public QObject {
public:
    struct Plan {
        QNetworkAccessManager* network = nullptr;
        QNetworkRequest request;
        QByteArray body;
        QString endpoint, method; ///< for the log
        QStringList secrets;      ///< of the URL; never to be seen in an endpoint's words
        QPointer<RateLimiter> limiter;
        std::uint64_t id = 0;
        int timeoutMs = 0, retries = 0;
        qint64 maxBytes = 0;
        RequestLog* log = nullptr; ///< may be null
        std::function<void(const QString& why, int milliseconds)> waiting;
        RpcClient::SharedDone done;
    };

    RpcCall(Plan plan, QObject* parent);
    ~RpcCall() override;
    void start();
    /// Ends with net_cancelled, later; nothing else is reported afterwards.
    void cancel();

private:
    void waitForTurn();
    void giveTurnBack();
    void attempt();
    void readSome();
    void stop(Error why);
    void replyFinished();
    void retryOrFail(const HttpOutcome& outcome);
    bool retryWhenTooFast(const Error& error, const QString& words);
    void parse();
    void parsed(const std::shared_ptr<const Result<codec::Json>>& result);
    void finish(std::shared_ptr<const Result<codec::Json>> result);
    void record(const QString& outcome, bool ok);

    Plan m_plan;
    std::shared_ptr<Mailbox> m_mailbox;
    QTimer m_deadline, m_pause;
    QElapsedTimer m_clock;
    QNetworkReply* m_reply = nullptr;
    QByteArray m_answer;
    std::optional<Error> m_stopped; // why we aborted the reply
    int m_attempts = 0;
    qint64 m_bytes = 0; // of the last answer
    bool m_finished = false;
    bool m_has_turn = false;
};

} // namespace anchorscope::model
