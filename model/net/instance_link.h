// One program for each user and display: a second start hands what it was asked to open to the first. Limits:
// 1. a message is of one version, at most max_message bytes, and can only name files to open: never an
// endpoint, a trust or a policy; 2. the socket lies in the user's runtime folder and nobody else can reach
// it; where there is no such folder every start is the first; 3. whoever sends something else, or nothing in
// time, is hung up on; 4. at most max_guests at a time.
#pragma once
#include "model/session/case_inputs.h"
#include <QLocalServer>
#include <QLockFile>

class QLocalSocket;

namespace anchorscope::model {

/// What a start was asked to open; all paths absolute. None: a window without a case.
struct OpenRequest {
    QStringList paths; ///< what follows belongs to the first
    QString envelope;
    QStringList evidence, peers, traces;
    friend bool operator==(const OpenRequest&, const OpenRequest&) = default;
};

/// As it goes over the socket: four bytes "ANSC", the version, the length of the JSON behind it.
[[nodiscard]] QByteArray requestMessage(const OpenRequest& request);
/// Nothing where the JSON is not exactly of this version or a path is not absolute.
[[nodiscard]] std::optional<OpenRequest> requestFrom(const QByteArray& json);

class InstanceLink : public QObject {
    Q_OBJECT
public:
    static constexpr quint32 version = 1;
    static constexpr quint32 max_message = 1 << 16;
    static constexpr int max_guests = 8;
    static constexpr int patience_ms = 1000; ///< for the other program, and for a guest

    enum class Role {
        First, ///< this is the one that others hand over to
        Taken, ///< the first one took the request: this one has nothing more to do
        Apart  ///< there is another that is not asked or that does not answer, or no place for a socket
    };

    /// `folder`: for tests; empty: the user's runtime folder.
    explicit InstanceLink(const QString& folder = {}, QObject* parent = nullptr);
    ~InstanceLink() override;
    /// Becomes the first, or hands over if it may. Returns within patience_ms.
    [[nodiscard]] Role settle(const OpenRequest& request, bool may_hand_over = true);
    [[nodiscard]] QString socketPath() const { return m_socket; }

Q_SIGNALS:
    /// Another start wants this opened.
    void asked(const anchorscope::model::OpenRequest& request);

private:
    [[nodiscard]] bool listen();
    [[nodiscard]] bool handOver(const OpenRequest& request) const;
    void receive();
    void read(QLocalSocket* guest);

    QString m_socket;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
    int m_guests = 0;
};

} // namespace anchorscope::model
