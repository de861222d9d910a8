// What of an endpoint's URL may be seen or stored. Keys live in user information, paths, queries and
// fragments; the one place that leaves them out is here. Scheme, host and port are no secret.
#pragma once
#include <QStringList>
#include <QUrl>

namespace anchorscope::model {

/// For people and logs: "https://node.example:8545", with "/…" behind it where the URL says more.
[[nodiscard]] QString redacted(const QUrl& url);

/// As it may be stored: scheme, host, port, and a path that is made of known words alone ("/rpc",
/// "/ext/bc/C/rpc").
[[nodiscard]] QUrl withoutSecrets(const QUrl& url);
/// Whether withoutSecrets leaves anything out that an endpoint would see.
[[nodiscard]] bool hasSecrets(const QUrl& url);

/// Whether a segment of a path is a word that nobody uses as a key: "rpc", "v3", "mainnet".
[[nodiscard]] bool isPublicSegment(const QString& segment);

/// The parts of the URL that are no known words, decoded and as they were spelled: what must not be shown.
[[nodiscard]] QStringList secretsOf(const QUrl& url);
/// `text`, which comes from an endpoint, with every one of `secrets` replaced by "…": endpoints repeat keys
/// in their error messages.
[[nodiscard]] QString scrubbed(QString text, const QStringList& secrets);

/// Shorter parts are not looked for in texts: replacing "eth" or "1" everywhere would hide the message.
inline constexpr qsizetype min_secret_length = 4;

} // namespace anchorscope::model
