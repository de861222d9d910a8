// An HTTP/1.1 server for tests, on QTcpServer: answers one scripted response a request and can misbehave.
#pragma once
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <functional>

namespace anchorscope::model {

struct HttpRequest {
    QByteArray head, body;
    [[nodiscard]] bool hasHeader(const QByteArray& line) const {
        return head.contains("\r\n" + line + "\r\n");
    }
};

struct HttpResponse {
    enum class Mode { Normal, CloseAtOnce, CutBody, Drip, Silent };
    int status = 200;
    QByteArray body{};
    QByteArray headers{}; ///< whole lines with \r\n
    Mode mode = Mode::Normal;
};

class HttpServer {
public:
    using Handler = std::function<HttpResponse(const HttpRequest&)>;

    explicit HttpServer(Handler handler) : m_handler(std::move(handler)) {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    [[nodiscard]] QUrl url(const QString& rest = {}) const {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(rest));
    }
    [[nodiscard]] const QList<HttpRequest>& requests() const { return m_requests; }

private:
    void read(QTcpSocket* socket) {
        QByteArray& buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        const QByteArray head = buffer.first(end + 2);
        const qsizetype at = head.toLower().indexOf("content-length:");
        const qsizetype length =
            at < 0 ? 0 : head.sliced(at + 15, head.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
        if (buffer.size() < end + 4 + length) {
            return;
        }
        const HttpRequest request{head, buffer.sliced(end + 4, length)};
        buffer.clear();
        m_requests += request;
        send(socket, m_handler(request));
    }

    static void send(QTcpSocket* socket, const HttpResponse& response) {
        using Mode = HttpResponse::Mode;
        if (response.mode == Mode::Silent) {
            return;
        }
        if (response.mode == Mode::CloseAtOnce) {
            socket->abort();
            return;
        }
        socket->write("HTTP/1.1 " + QByteArray::number(response.status) + " Status\r\n" + response.headers +
                      "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n\r\n");
        if (response.mode == Mode::CutBody) {
            socket->write(response.body.first(response.body.size() / 2));
            socket->disconnectFromHost();
        } else if (response.mode == Mode::Drip) {
            drip(socket, response.body);
        } else {
            socket->write(response.body);
        }
    }

    /// One byte every 50 ms: never idle, never done.
    static void drip(QTcpSocket* socket, const QByteArray& body) {
        auto* timer = new QTimer(socket);
        QObject::connect(timer, &QTimer::timeout, socket, [socket, body, at = qsizetype{0}]() mutable {
            if (at < body.size()) {
                socket->write(body.sliced(at++, 1));
                socket->flush();
            }
        });
        timer->start(50);
    }

    Handler m_handler;
    QTcpServer m_server;
    QList<HttpRequest> m_requests;
    QHash<QTcpSocket*, QByteArray> m_buffers;
};

} // namespace anchorscope::model
