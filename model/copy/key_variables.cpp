#include "model/copy/key_variables.h"
#include "model/copy/shell_word.h"
#include "model/net/redaction.h"
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

/// What query items that carry keys are usually called: no secret.
bool isKnownItem(const QString& name) {
    static const QStringList names{u"apikey"_s, u"api_key"_s, u"api-key"_s,      u"apiKey"_s,
                                   u"key"_s,    u"token"_s,   u"access_token"_s, u"auth"_s};
    return names.contains(name);
}

QString nameOfVariable(qsizetype index) { return index == 0 ? u"RPC_KEY"_s : u"RPC_KEY_%1"_s.arg(index + 1); }

} // namespace

QString KeyVariables::variable(const QString& secret) {
    if (!m_secrets.contains(secret)) {
        m_secrets += secret;
    }
    return u"\"$%1\""_s.arg(nameOfVariable(m_secrets.indexOf(secret)));
}

QString KeyVariables::query(const QUrl& url) {
    if (!url.hasQuery()) {
        return {};
    }
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    const bool known = std::ranges::all_of(
        items, [](const auto& item) { return isKnownItem(item.first) && !item.second.isEmpty(); });
    if (!known || items.isEmpty()) { // a name may be the key
        return shellWord(u"?"_s) + variable(url.query(QUrl::FullyEncoded));
    }
    QString out;
    for (const auto& [name, value] : items) {
        out += shellWord((out.isEmpty() ? u'?' : u'&') + name + u'=') + variable(value);
    }
    return out;
}

QString KeyVariables::word(const QUrl& url) {
    QString out = shellWord(url.scheme() + u"://"_s);
    if (const QString user = url.userInfo(QUrl::FullyEncoded); !user.isEmpty()) {
        out += variable(user) + u'@';
    }
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    const QString place = origin.toString(QUrl::FullyEncoded).sliced(origin.scheme().size() + 3);
    out += shellWord(place);
    const QStringList segments = url.path(QUrl::FullyEncoded).split(u'/');
    for (qsizetype at = 1; at < segments.size(); ++at) {
        const QString& segment = segments[at];
        out += u'/';
        out += segment.isEmpty() ? QString() : isPublicSegment(segment) ? segment : variable(segment);
    }
    return out + query(url);
}

QStringList KeyVariables::names() const {
    QStringList out;
    for (qsizetype index = 0; index < m_secrets.size(); ++index) {
        out += nameOfVariable(index);
    }
    return out;
}

} // namespace anchorscope::model
