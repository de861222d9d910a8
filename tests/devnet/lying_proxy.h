// An endpoint that stands before the node and changes its answers: their results, or what goes over the wire.
// Lives on the thread of the test: it answers while an event loop runs there.
#pragma once
#include "core/codec/json.h"
#include "tests/devnet/wire.h"
#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QUrl>
#include <functional>

namespace anchorscope::devnet {

class LyingProxy : public QObject {
    Q_OBJECT
public:
    /// Changes the result of a request; what it does not touch is passed on as it is.
    using Lie =
        std::function<void(const std::string& method, const codec::Json& parameters, codec::Json& result)>;

    /// One request, and what would be answered to it (the Lie has been told).
    struct Exchange {
        std::string method;
        codec::Json parameters;
        QByteArray id;     ///< of the request, as JSON
        int call = 0;      ///< which of this method's, from 1
        QByteArray answer; ///< the JSON that is to be answered
    };
    /// Goes over the wire instead; empty where the answer is passed on as it is.
    using WireLie = std::function<std::optional<Wire>(const Exchange&)>;

    LyingProxy(QUrl node, Lie lie, const QHostAddress& at = QHostAddress::LocalHost);
    void set_wire_lie(WireLie lie) { m_wire_lie = std::move(lie); }
    ~LyingProxy() override;
    [[nodiscard]] QString url() const;
    /// An address of this machine that is no loopback, and so another host as far as endpoints go; null
    /// without a network.
    [[nodiscard]] static QHostAddress another_host();
    /// Addresses of this machine that are different hosts: one of loopback, and all others.
    [[nodiscard]] static std::vector<QHostAddress> hosts();
    /// How many requests were answered, and how many of them with a lie.
    [[nodiscard]] int answers() const { return m_answers; }
    [[nodiscard]] int lies() const { return m_lies; }

private:
    void accept();
    void read(QTcpSocket* socket);
    void forward(QTcpSocket* socket, const QByteArray& body);
    void answer(QTcpSocket* socket, const QByteArray& request, const QByteArray& answer);
    [[nodiscard]] QByteArray rewritten(const QByteArray& request, const QByteArray& answer);

    QUrl m_node;
    Lie m_lie;
    WireLie m_wire_lie;
    std::map<std::string, int> m_calls; // by method
    QTcpServer m_server;
    QNetworkAccessManager m_network;
    QHash<QTcpSocket*, QByteArray> m_received;
    int m_answers = 0, m_lies = 0;
};

} // namespace anchorscope::devnet
