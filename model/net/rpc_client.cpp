#include "model/net/rpc_client.h"
#include "core/codec/json.h"
#include "model/net/redaction.h"
#include "model/net/rpc_call.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr int default_timeout_ms = 20'000;
constexpr int default_retries = 3;

/// Without user information, which goes into a header, and without any state kept between requests.
QNetworkRequest requestFor(const QUrl& endpoint) {
    QUrl url = endpoint;
    url.setUserInfo({});
    url.setFragment({});
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Anchorscope/" ANCHORSCOPE_VERSION ""_s);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    for (const auto kept :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute}) {
        request.setAttribute(kept, QNetworkRequest::Manual);
    }
    if (!endpoint.userInfo().isEmpty()) {
        const QString user =
            endpoint.userName(QUrl::FullyDecoded) + u':' + endpoint.password(QUrl::FullyDecoded);
        request.setRawHeader("Authorization", "Basic " + user.toUtf8().toBase64());
    }
    return request;
}

/// Everything else (file:, data:, qrc:) is no endpoint, though QNetworkAccessManager would read it.
bool isHttp(const QUrl& url) {
    return (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty();
}

} // namespace

class RpcClient::Private {
public:
    EndpointChoice endpoint;
    RequestLog* log = nullptr;
    QNetworkAccessManager* network = nullptr;
    int timeoutMs = default_timeout_ms;
    int retries = default_retries;
    qint64 maxBytes = max_answer_bytes;
    std::uint64_t lastId = 0;
};

RpcClient::RpcClient(EndpointChoice endpoint, RequestLog* log, QNetworkAccessManager* network,
                     QObject* parent)
    : QObject(parent), d(std::make_unique<Private>()) {
    d->endpoint = std::move(endpoint);
    d->log = log;
    d->network = network;
}

RpcClient::~RpcClient() = default; // calls are children

void RpcClient::setTimeout(int milliseconds) { d->timeoutMs = milliseconds; }

void RpcClient::setRetries(int retries) { d->retries = retries; }

void RpcClient::setMaxAnswerBytes(qint64 bytes) { d->maxBytes = bytes; }

const EndpointChoice& RpcClient::endpoint() const { return d->endpoint; }

void RpcClient::call(const QString& method, const codec::Json& params, Done done) {
    callShared(method, params, [done = std::move(done)](const auto& result) { done(*result); });
}

void RpcClient::callShared(const QString& method, const codec::Json& params, SharedDone done,
                           qint64 maxBytes) {
    if (!isHttp(d->endpoint.url)) {
        const Error error{rules::net_connection, {}, {}, "expected an http or https URL with a host"};
        auto result = std::make_shared<const Result<codec::Json>>(tl::unexpected(error));
        QMetaObject::invokeMethod(
            this, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
        return;
    }
    const std::uint64_t id = ++d->lastId;
    const codec::Json body{
        {"jsonrpc", "2.0"}, {"id", id}, {"method", method.toStdString()}, {"params", params}};
    const auto waitingWords = [this](const QString& why, int milliseconds) {
        Q_EMIT waiting(why, milliseconds);
    };
    auto* call =
        new RpcCall({d->network, requestFor(d->endpoint.url), QByteArray::fromStdString(body.dump()),
                     d->endpoint.displayName(), method, secretsOf(d->endpoint.url),
                     RateLimiter::of(d->network, d->endpoint.displayName()), id, d->timeoutMs, d->retries,
                     std::min(maxBytes, d->maxBytes), d->log, waitingWords, std::move(done)},
                    this);
    call->start();
}

void RpcClient::cancelAll() {
    for (QObject* child : children()) {
        static_cast<RpcCall*>(child)->cancel();
    }
}

} // namespace anchorscope::model
