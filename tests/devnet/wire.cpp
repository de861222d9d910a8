#include "tests/devnet/wire.h"
#include <QTimer>
#include <algorithm>

namespace anchorscope::devnet {
namespace {

constexpr qint64 gigabyte = qint64{1} << 30;
constexpr qint64 enough_pending = qint64{1} << 20; ///< bytes that wait for the reader before more is made

/// Feeds a socket; its child.
class Sender : public QObject {
public:
    Sender(QTcpSocket* socket, const Wire& wire) : QObject(socket), m_socket(socket), m_wire(wire) {
        m_left = wire.endless.isEmpty() ? 0 : wire.at_most > 0 ? wire.at_most : gigabyte;
        QObject::connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
        QObject::connect(socket, &QTcpSocket::bytesWritten, this, [this] { flood(); });
        m_timer.start(wire.piece > 0 ? wire.pause_ms : 0);
    }

private:
    void step() {
        const qsizetype size = m_wire.piece > 0 ? m_wire.piece : m_wire.bytes.size();
        m_socket->write(m_wire.bytes.mid(m_at, size));
        m_at += size;
        if (m_at < m_wire.bytes.size()) {
            return;
        }
        m_timer.stop();
        m_flooding = m_left > 0;
        flood();
        if (m_flooding) {
            return;
        }
        if (m_wire.close) {
            m_socket->disconnectFromHost();
        }
        deleteLater();
    }

    void flood() {
        while (m_flooding && m_left > 0 && m_socket->bytesToWrite() < enough_pending) {
            const qint64 written = m_socket->write(m_wire.endless);
            m_left -= std::max<qint64>(written, 1);
            m_flooding = written > 0;
        }
    }

    QTcpSocket* m_socket;
    Wire m_wire;
    QTimer m_timer;
    qsizetype m_at = 0;
    qint64 m_left = 0;
    bool m_flooding = false;
};

} // namespace

QByteArray http_head(int status, const QByteArray& headers) {
    return "HTTP/1.1 " + QByteArray::number(status) + " Told\r\n" + headers + "\r\n";
}

QByteArray http_answer(int status, const QByteArray& headers, const QByteArray& body) {
    return http_head(status, headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n") + body;
}

void send(QTcpSocket* socket, const Wire& wire) { new Sender(socket, wire); }

} // namespace anchorscope::devnet
