#include "tests/devnet/lying_proxy.h"
#include <QNetworkInterface>
#include <QNetworkReply>
#include <QTcpSocket>
#include <stdexcept>

namespace anchorscope::devnet {
namespace {

constexpr qsizetype no_body = -1;

/// Content-Length of a request's head, or no_body.
qsizetype content_length(const QByteArray& head) {
    for (const QByteArray& line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:")) {
            return line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
        }
    }
    return no_body;
}

codec::Json parsed(const QByteArray& text) {
    auto json = codec::parse_json({text.data(), static_cast<std::size_t>(text.size())});
    if (!json) {
        throw std::runtime_error("the proxy read no JSON: " + json.error().message());
    }
    return *std::move(json);
}

} // namespace

LyingProxy::LyingProxy(QUrl node, Lie lie, const QHostAddress& at)
    : m_node(std::move(node)), m_lie(std::move(lie)) {
    connect(&m_server, &QTcpServer::newConnection, this, &LyingProxy::accept);
    if (!m_server.listen(at)) {
        throw std::runtime_error("the proxy cannot listen");
    }
}

LyingProxy::~LyingProxy() {
    for (QTcpSocket* const socket : m_server.findChildren<QTcpSocket*>()) {
        socket->disconnect(this); // they close behind our members
    }
}

QString LyingProxy::url() const {
    const QHostAddress address = m_server.serverAddress();
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = v6 ? u'[' + address.toString() + u']' : address.toString();
    return QStringLiteral("http://%1:%2").arg(host).arg(m_server.serverPort());
}

QHostAddress LyingProxy::another_host() {
    for (const QHostAddress& address : QNetworkInterface::allAddresses()) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() &&
            !address.isLinkLocal()) {
            return address;
        }
    }
    return {};
}

std::vector<QHostAddress> LyingProxy::hosts() {
    std::vector<QHostAddress> out{QHostAddress::LocalHost};
    for (const QHostAddress& address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback() && !address.isLinkLocal() && address.scopeId().isEmpty()) {
            out.push_back(address);
        }
    }
    return out;
}

void LyingProxy::accept() {
    while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
    }
}

void LyingProxy::read(QTcpSocket* socket) {
    QByteArray& received = m_received[socket];
    received += socket->readAll();
    const qsizetype end_of_head = received.indexOf("\r\n\r\n");
    if (end_of_head < 0) {
        return;
    }
    const qsizetype begin = end_of_head + 4;
    const qsizetype length = content_length(received.left(begin));
    if (length == no_body || received.size() - begin < length) {
        return;
    }
    const QByteArray body = received.mid(begin, length);
    received.remove(0, begin + length);
    forward(socket, body);
}

void LyingProxy::forward(QTcpSocket* socket, const QByteArray& body) {
    QNetworkRequest request(m_node);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    QNetworkReply* const reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::finished, socket, [this, reply, socket, body] {
        reply->deleteLater();
        answer(socket, body, rewritten(body, reply->readAll()));
    });
}

void LyingProxy::answer(QTcpSocket* socket, const QByteArray& request, const QByteArray& answer) {
    std::optional<Wire> wire;
    if (m_wire_lie) {
        const codec::Json asked = parsed(request);
        Exchange exchange{asked.at("method").get<std::string>(), asked.value("params", codec::Json::array()),
                          QByteArray::fromStdString(asked.at("id").dump()), 0, answer};
        exchange.call = ++m_calls[exchange.method];
        wire = m_wire_lie(exchange);
        m_lies += wire ? 1 : 0;
    }
    send(socket, wire.value_or(Wire{http_answer(200, "Content-Type: application/json\r\n", answer)}));
}

QByteArray LyingProxy::rewritten(const QByteArray& request, const QByteArray& answer) {
    codec::Json requests = parsed(request);
    codec::Json answers = parsed(answer);
    const bool batch = requests.is_array();
    if (!batch) {
        requests = codec::Json::array({requests});
        answers = codec::Json::array({answers});
    }
    for (codec::Json& one : answers) {
        const auto asked = std::ranges::find_if(
            requests, [&](const codec::Json& ask) { return ask.at("id") == one.at("id"); });
        if (asked == requests.end() || !one.contains("result")) {
            continue;
        }
        const codec::Json before = one.at("result");
        m_lie(asked->at("method").get<std::string>(), asked->value("params", codec::Json::array()),
              one.at("result"));
        ++m_answers;
        m_lies += before == one.at("result") ? 0 : 1;
    }
    return QByteArray::fromStdString((batch ? answers : answers.front()).dump());
}

} // namespace anchorscope::devnet
