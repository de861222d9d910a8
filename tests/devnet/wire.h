// What a server puts on the wire, byte for byte: the means to misbehave below JSON.
#pragma once
#include <QByteArray>
#include <QTcpSocket>

namespace anchorscope::devnet {

struct Wire {
    QByteArray bytes;     ///< status line, head and body, or whatever else
    qsizetype piece = 0;  ///< bytes sent at a time; 0: all at once
    int pause_ms = 0;     ///< between two pieces
    bool close = false;   ///< the connection, once all is sent
    QByteArray endless{}; ///< sent over and over afterwards, as fast as it is read
    qint64 at_most = 0;   ///< bytes of `endless`, so that no test runs without end; 0: a gigabyte
};

/// "HTTP/1.1 STATUS …", the headers (whole lines), Content-Length, and the body.
[[nodiscard]] QByteArray http_answer(int status, const QByteArray& headers, const QByteArray& body);
/// The same without Content-Length: the body ends with the connection.
[[nodiscard]] QByteArray http_head(int status, const QByteArray& headers);

/// Sends it; what is sent later goes with the socket.
void send(QTcpSocket* socket, const Wire& wire);

} // namespace anchorscope::devnet
