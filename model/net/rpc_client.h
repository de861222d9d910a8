// JSON-RPC over HTTP(S) to one endpoint. Timeouts, bounded answers, retry with back-off on 429, 5xx and
// broken connections (Retry-After respected; who asks for more than the timeout is given up), no redirects to
// other hosts, TLS errors never ignored, the system's proxy. The answer's meaning is core's business.
#pragma once
#include "core/base/result.h"
#include "core/codec/json_fwd.h"
#include "model/net/request_log.h"
#include "model/session/case_inputs.h"
#include <QNetworkAccessManager>
#include <functional>

namespace anchorscope::model {

namespace rules {
inline constexpr std::string_view net_timeout = "net.timeout";
inline constexpr std::string_view net_connection = "net.connection";
inline constexpr std::string_view net_http = "net.http";
inline constexpr std::string_view net_size = "net.size";
inline constexpr std::string_view net_tls = "net.tls";
inline constexpr std::string_view net_cancelled = "net.cancelled";
} // namespace rules

class RpcClient : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const Result<codec::Json>&)>;
    using SharedDone = std::function<void(std::shared_ptr<const Result<codec::Json>>)>;

    RpcClient(EndpointChoice endpoint, RequestLog* log, QNetworkAccessManager* network,
              QObject* parent = nullptr);
    ~RpcClient() override;
    void setTimeout(int milliseconds);
    void setRetries(int retries);
    /// `done` is called exactly once, later, on this object's thread; after cancelAll with net_cancelled.
    void call(const QString& method, const codec::Json& params, Done done);
    /// The same; the result is parsed in a worker and can be handed to another without a copy. An answer of
    /// more than `maxBytes` is not read to its end.
    void callShared(const QString& method, const codec::Json& params, SharedDone done,
                    qint64 maxBytes = max_answer_bytes);
    /// Also on destruction, but then `done` is not called at all.
    void cancelAll();
    /// A smaller bound for every answer.
    void setMaxAnswerBytes(qint64 bytes);
    [[nodiscard]] const EndpointChoice& endpoint() const;

    /// A full mainnet block is below 30 MB, its receipts too; memory is a few times that (see JsonLimits).
    static constexpr qint64 max_answer_bytes = qint64{64} << 20;
    /// Everything else: a receipt (16 M gas pay for 2 MB of log data), a header with 200 000 hashes.
    static constexpr qint64 max_small_answer_bytes = qint64{16} << 20;

Q_SIGNALS:
    /// While waiting before a retry.
    void waiting(const QString& why, int milliseconds);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::model
