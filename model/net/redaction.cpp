#include "model/net/redaction.h"
#include <QSet>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

/// Segments of paths that nobody uses as a key: names of interfaces, versions and networks.
bool isKnownWord(const QString& segment) {
    static const QSet<QString> words{u"rpc"_s,     u"jsonrpc"_s, u"json-rpc"_s, u"http"_s,     u"ws"_s,
                                     u"api"_s,     u"eth"_s,     u"ethereum"_s, u"evm"_s,      u"node"_s,
                                     u"public"_s,  u"mainnet"_s, u"sepolia"_s,  u"hoodi"_s,    u"holesky"_s,
                                     u"gnosis"_s,  u"chiado"_s,  u"base"_s,     u"arbitrum"_s, u"optimism"_s,
                                     u"polygon"_s, u"ext"_s,     u"bc"_s,       u"C"_s,        u"v1"_s,
                                     u"v2"_s,      u"v3"_s,      u"l1"_s,       u"l2"_s};
    return words.contains(segment);
}

QStringList segmentsOf(const QUrl& url, QUrl::ComponentFormattingOptions spelling) {
    return url.path(spelling).split(u'/', Qt::SkipEmptyParts);
}

/// Decoded and as spelled; a percent sign makes them differ.
void add(QStringList& out, const QString& decoded, const QString& spelled) {
    for (const QString& each : {decoded, spelled}) {
        if (each.size() >= min_secret_length && !out.contains(each)) {
            out += each;
        }
    }
}

bool saysMore(const QUrl& url) {
    return !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || url.path().size() > 1;
}

} // namespace

bool isPublicSegment(const QString& segment) { return isKnownWord(segment); }

QString redacted(const QUrl& url) {
    QUrl shown;
    shown.setScheme(url.scheme());
    shown.setHost(url.host());
    shown.setPort(url.port());
    return shown.toString() + (saysMore(url) ? u"/…"_s : QString());
}

QUrl withoutSecrets(const QUrl& url) {
    QUrl kept = url;
    kept.setUserInfo({});
    kept.setQuery(QString());
    kept.setFragment({});
    if (!std::ranges::all_of(segmentsOf(url, QUrl::FullyDecoded), isKnownWord)) {
        kept.setPath({});
    }
    return kept;
}

bool hasSecrets(const QUrl& url) {
    return !secretsOf(url).isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
           !std::ranges::all_of(segmentsOf(url, QUrl::FullyDecoded), isKnownWord);
}

QStringList secretsOf(const QUrl& url) {
    QStringList out;
    add(out, url.userName(QUrl::FullyDecoded), url.userName(QUrl::FullyEncoded));
    add(out, url.password(QUrl::FullyDecoded), url.password(QUrl::FullyEncoded));
    const QStringList decoded = segmentsOf(url, QUrl::FullyDecoded);
    for (const QString& segment : decoded) {
        if (!isKnownWord(segment)) {
            add(out, segment, QString::fromLatin1(QUrl::toPercentEncoding(segment)));
        }
    }
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items) {
        add(out, value, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        if (value.isEmpty()) { // "?key" alone
            add(out, name, QString::fromLatin1(QUrl::toPercentEncoding(name)));
        }
    }
    add(out, url.fragment(QUrl::FullyDecoded), url.fragment(QUrl::FullyEncoded));
    // The longest first: one secret may be part of another.
    std::ranges::stable_sort(out, std::greater(), &QString::size);
    return out;
}

QString scrubbed(QString text, const QStringList& secrets) {
    for (const QString& secret : secrets) {
        text.replace(secret, u"…"_s, Qt::CaseInsensitive);
    }
    return text;
}

} // namespace anchorscope::model
