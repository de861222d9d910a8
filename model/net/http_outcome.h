// What one HTTP exchange came to, and whether it is worth another try. No text here ever holds a URL: keys
// live there.
#pragma once
#include "core/base/result.h"
#include <QNetworkReply>
#include <optional>

namespace anchorscope::model {

struct HttpOutcome {
    std::optional<Error> error;      ///< empty: the body is an answer to be read
    bool retry = false;              ///< 429, 500, 502, 503, 504 and connections broken half-way
    std::optional<int> retryAfterMs; ///< asked for by the endpoint
    QString words;                   ///< "HTTP 429", "connection refused"
    bool tooFast = false;            ///< the endpoint refuses for haste (HTTP 429)
};

/// Looks at a finished reply that was not aborted by us. A 4xx or 500 whose body looks like JSON-RPC is no
/// error here: some endpoints send their errors so, and core reads them.
[[nodiscard]] HttpOutcome httpOutcome(const QNetworkReply& reply, const QByteArray& body);

/// Back-off before try number `attempt` (from 1): 0.5 s, 1 s, 2 s …, or what the endpoint asked for; at most
/// 30 s.
[[nodiscard]] int retryDelayMs(int attempt, std::optional<int> retryAfterMs);

inline constexpr int first_retry_delay_ms = 500;
inline constexpr int max_retry_delay_ms = 30'000;

} // namespace anchorscope::model
