// For tests of the session: what it signalled, in order; files and answers for it to read.
#pragma once
#include "core/codec/json.h"
#include "http_server.h"
#include "model/items/texts.h"
#include "model/session/session.h"
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace anchorscope::model {

using namespace Qt::StringLiterals;
using verify::Verdict;
using Phase = Session::Phase;
using Mode = HttpResponse::Mode;

inline const QString sound = u":/samples/deep-reentry"_s;

inline QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A JSON-RPC answer to the request: a result, or "!" and the code of an error.
inline HttpResponse rpc(const HttpRequest& request, const QByteArray& result) {
    const codec::Json body = codec::parse_json(request.body.toStdString()).value();
    const QByteArray id = QByteArray::number(quint64{body["id"].get<std::uint64_t>()});
    const QByteArray part = result.startsWith('!')
                                ? R"("error":{"message":"no","code":)" + result.sliced(1) + "}"
                                : R"("result":)" + result;
    return {200, R"({"jsonrpc":"2.0","id":)" + id + "," + part + "}"};
}

inline QString methodOf(const HttpRequest& request) {
    return QString::fromStdString(
        codec::parse_json(request.body.toStdString()).value()["method"].get<std::string>());
}

/// A session and what it signalled, in order.
struct Watched {
    Watched() {
        const auto note = [this](const QString& what) { return [this, what] { order += what; }; };
        QObject::connect(&session, &Session::tableChanged, note(u"table"_s));
        QObject::connect(&session, &Session::examinedChanged, note(u"examined"_s));
        QObject::connect(&session, &Session::treeChanged, note(u"tree"_s));
        QObject::connect(&session, &Session::evidenceChanged, note(u"evidence"_s));
        QObject::connect(&session, &Session::reportChanged, note(u"report"_s));
        QObject::connect(&session, &Session::finished, note(u"finished"_s));
        QObject::connect(&session, &Session::phaseChanged, [this](Phase phase) { phases += phase; });
    }
    bool wait() {
        const bool ended = QTest::qWaitFor([this] { return order.contains(u"finished"_s); }, 20'000);
        return ended;
    }
    bool open(const QString& path) {
        session.open(CaseFiles::discover(path));
        order.clear(); // of the emptied parts
        return wait();
    }
    [[nodiscard]] QString verdict() const {
        return session.parts().report ? textOf(verify::name(session.parts().report->verdict))
                                      : u"no report"_s;
    }

    Session session;
    QStringList order;
    QList<Phase> phases;
};

/// A folder for files of the test's own.
class Folder {
public:
    QString put(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return path;
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// One trusted endpoint, asked once and not for long.
inline VerifyOptions asking(const QUrl& url) {
    VerifyOptions options;
    options.endpoints = {{url, true}};
    options.retries = 0;
    options.timeoutMs = 3000;
    return options;
}

} // namespace anchorscope::model
