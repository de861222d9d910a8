#include "model/net/http_outcome.h"
#include "model/net/rpc_client.h"
#include "model/words.h"
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

HttpOutcome refused(std::string_view rule, const QString& words, bool retry = false) {
    return {Error{rule, {}, {}, words.toStdString()}, retry, {}, words};
}

/// Our own words for what went wrong below HTTP; the reply's errorString() may hold the URL.
HttpOutcome connectionOutcome(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return refused(rules::net_tls,
                       Words::tr("the TLS handshake failed or the certificate is not trusted"));
    case QNetworkReply::ConnectionRefusedError:
        return refused(rules::net_connection, Words::tr("connection refused"));
    case QNetworkReply::HostNotFoundError:
        return refused(rules::net_connection, Words::tr("host not found"));
    case QNetworkReply::TimeoutError:
        return refused(rules::net_timeout, Words::tr("no connection in time"));
    case QNetworkReply::RemoteHostClosedError:
        return refused(rules::net_connection, Words::tr("connection broken"), true);
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return refused(rules::net_connection, Words::tr("network failure"), true);
    default:
        return refused(rules::net_connection,
                       Words::tr("no connection (Qt network error %1)").arg(static_cast<int>(error)));
    }
}

bool worthRetry(int status) {
    static constexpr std::array statuses{429, 500, 502, 503, 504};
    return std::ranges::find(statuses, status) != statuses.end();
}

bool looksLikeRpc(const QByteArray& body) {
    const QByteArray head = body.left(4096).trimmed();
    return head.startsWith('{') && head.contains("\"jsonrpc\"");
}

std::optional<int> retryAfter(const QNetworkReply& reply) {
    constexpr qint64 day = qint64{24} * 3600; // whoever asks for more is not waited for anyway
    bool number = false;
    const qint64 seconds = reply.rawHeader("Retry-After").trimmed().toLongLong(&number);
    if (!number || seconds < 0) {
        return {};
    }
    return static_cast<int>(std::min(seconds, day) * 1000);
}

} // namespace

HttpOutcome httpOutcome(const QNetworkReply& reply, const QByteArray& body) {
    const QVariant statusCode = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!statusCode.isValid()) {
        return connectionOutcome(reply.error());
    }
    const int status = statusCode.toInt();
    const QString words = u"HTTP %1"_s.arg(status);
    if (status == 200) {
        const bool whole = reply.error() == QNetworkReply::NoError;
        return whole ? HttpOutcome{{}, false, {}, words} : connectionOutcome(reply.error());
    }
    if (status >= 300 && status < 400) {
        return refused(rules::net_http, words + Words::tr(": redirects are not followed"));
    }
    if (worthRetry(status) && !(status == 500 && looksLikeRpc(body))) {
        HttpOutcome outcome = refused(rules::net_http, words, true);
        outcome.retryAfterMs = retryAfter(reply);
        outcome.tooFast = status == 429;
        return outcome;
    }
    if (looksLikeRpc(body) && status >= 400) {
        return {{}, false, {}, words};
    }
    return refused(rules::net_http, words);
}

int retryDelayMs(int attempt, std::optional<int> retryAfterMs) {
    const int doublings = std::clamp(attempt - 1, 0, 10);
    return std::min(retryAfterMs.value_or(first_retry_delay_ms << doublings), max_retry_delay_ms);
}

} // namespace anchorscope::model
