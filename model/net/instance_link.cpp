#include "model/net/instance_link.h"
#include "core/codec/json.h"
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using codec::Json;

constexpr char magic[] = "ANSC";
constexpr qsizetype magic_size = 4, header_size = 12;
constexpr std::size_t max_files = 64;
constexpr qsizetype max_path = 4096;
constexpr char taken_answer[] = "taken\n", refused_answer[] = "refused\n";

/// A runtime folder that is missing or open to others is none; Qt would complain of it aloud.
QString runtimeFolder() {
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo info(folder);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    return !folder.isEmpty() && info.isDir() && info.isWritable() && !(info.permissions() & others)
               ? folder
               : QString();
}

/// Programs on another display, or with other settings, are others.
QString socketName() {
    const QByteArray apart = qgetenv("WAYLAND_DISPLAY") + '\0' + qgetenv("DISPLAY") + '\0' +
                             QStandardPaths::writableLocation(QStandardPaths::ConfigLocation).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(apart, QCryptographicHash::Sha256).toHex();
    return u"anchorscope-%1"_s.arg(QString::fromLatin1(hash.first(16)));
}

Json listJson(const QStringList& paths) {
    Json out = Json::array();
    for (const QString& each : paths) {
        out.push_back(each.toStdString());
    }
    return out;
}

bool isPath(const QString& path) {
    return path.size() <= max_path && !path.contains(QChar(0)) && QFileInfo(path).isAbsolute();
}

/// May be empty.
std::optional<QString> pathMember(const Json& object, const char* key) {
    const auto value = codec::string_member(object, key, {});
    const QString path = value ? QString::fromStdString(*value) : QString();
    return value && (path.isEmpty() || isPath(path)) ? std::optional(path) : std::nullopt;
}

std::optional<QStringList> pathList(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array() || found->size() > max_files) {
        return std::nullopt;
    }
    QStringList out;
    for (const Json& each : *found) {
        const QString path = each.is_string() ? QString::fromStdString(each.get<std::string>()) : QString();
        if (!isPath(path)) {
            return std::nullopt;
        }
        out += path;
    }
    return out;
}

} // namespace

QByteArray requestMessage(const OpenRequest& request) {
    const Json json{{"paths", listJson(request.paths)},
                    {"envelope", request.envelope.toStdString()},
                    {"evidence", listJson(request.evidence)},
                    {"peers", listJson(request.peers)},
                    {"traces", listJson(request.traces)}};
    const QByteArray body =
        QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
    QByteArray message(header_size, '\0');
    std::copy_n(magic, magic_size, message.begin());
    qToLittleEndian(InstanceLink::version, message.data() + magic_size);
    qToLittleEndian(static_cast<quint32>(body.size()), message.data() + magic_size + sizeof(quint32));
    return message + body;
}

std::optional<OpenRequest> requestFrom(const QByteArray& text) {
    const auto json = codec::parse_json({text.constData(), static_cast<std::size_t>(text.size())});
    if (!json || !json->is_object() || json->size() != 5) {
        return std::nullopt;
    }
    const auto envelope = pathMember(*json, "envelope");
    const auto paths = pathList(*json, "paths"), evidence = pathList(*json, "evidence"),
               peers = pathList(*json, "peers"), traces = pathList(*json, "traces");
    if (!paths || !envelope || !evidence || !peers || !traces) {
        return std::nullopt;
    }
    return OpenRequest{*paths, *envelope, *evidence, *peers, *traces};
}

InstanceLink::InstanceLink(const QString& folder, QObject* parent) : QObject(parent) {
    const QString place = folder.isEmpty() ? runtimeFolder() : folder;
    if (!place.isEmpty()) {
        m_socket = QDir(place).filePath(socketName());
        m_lock = std::make_unique<QLockFile>(m_socket + u".lock"_s);
        m_lock->setStaleLockTime(0); // stale only where its process is gone
    }
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(max_guests);
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceLink::receive);
}

InstanceLink::~InstanceLink() { m_server.close(); }

InstanceLink::Role InstanceLink::settle(const OpenRequest& request, bool may_hand_over) {
    if (!m_lock) {
        return Role::Apart;
    }
    if (m_lock->tryLock(0)) {
        return listen() ? Role::First : Role::Apart;
    }
    return may_hand_over && handOver(request) ? Role::Taken : Role::Apart;
}

/// Whoever holds the lock owns the socket: one that lies there was left behind.
bool InstanceLink::listen() {
    QLocalServer::removeServer(m_socket);
    return m_server.listen(m_socket);
}

bool InstanceLink::handOver(const OpenRequest& request) const {
    const QByteArray message = requestMessage(request);
    if (message.size() - header_size > max_message) {
        return false;
    }
    const QDeadlineTimer deadline(patience_ms);
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    while (!socket.waitForConnected(left())) { // the first may have begun a moment ago
        constexpr unsigned long pause_ms = 20;
        if (deadline.hasExpired()) {
            return false;
        }
        QThread::msleep(pause_ms);
        socket.connectToServer(m_socket);
    }
    socket.write(message);
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(left())) {
            return false;
        }
    }
    while (!socket.canReadLine()) {
        if (deadline.hasExpired() || !socket.waitForReadyRead(left())) {
            return false;
        }
    }
    return socket.readLine() == taken_answer;
}

void InstanceLink::receive() {
    while (QLocalSocket* const guest = m_server.nextPendingConnection()) {
        if (m_guests >= max_guests) {
            guest->abort();
            guest->deleteLater();
            continue;
        }
        ++m_guests;
        guest->setReadBufferSize(header_size + max_message + 1);
        connect(guest, &QObject::destroyed, this, [this] { --m_guests; });
        connect(guest, &QLocalSocket::disconnected, guest, &QObject::deleteLater);
        connect(guest, &QLocalSocket::readyRead, this, [this, guest] { read(guest); });
        QTimer::singleShot(patience_ms, guest, [guest] {
            guest->abort();
            guest->deleteLater();
        });
        read(guest);
    }
}

/// The whole message, then one answer, then the end.
void InstanceLink::read(QLocalSocket* guest) {
    if (guest->property("answered").toBool() || guest->bytesAvailable() < header_size) {
        return;
    }
    const QByteArray header = guest->peek(header_size);
    const auto length = qFromLittleEndian<quint32>(header.constData() + magic_size + sizeof(quint32));
    const bool known = header.startsWith(magic) &&
                       qFromLittleEndian<quint32>(header.constData() + magic_size) == version &&
                       length <= max_message;
    if (known && guest->bytesAvailable() < header_size + static_cast<qint64>(length)) {
        return;
    }
    guest->setProperty("answered", true);
    std::optional<OpenRequest> request;
    if (known) {
        const QByteArray message = guest->read(header_size + static_cast<qint64>(length));
        request = guest->bytesAvailable() == 0 ? requestFrom(message.sliced(header_size)) : std::nullopt;
    }
    guest->write(request ? taken_answer : refused_answer);
    guest->disconnectFromServer();
    if (request) {
        Q_EMIT asked(*request);
    }
}

} // namespace anchorscope::model
