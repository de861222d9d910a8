// An endpoint under a name, as the settings keep it: without anything secret. What of its URL may be a key
// lies in a secret store, under the profile's name. Limits: 1. one line a profile, of one spelling; 2. a line
// that the program could not have written is no profile.
#pragma once
#include <QList>
#include <QUrl>
#include <optional>

namespace anchorscope::model {

/// Where the rest of a URL is kept.
enum class KeyPlace {
    None,     ///< there is no rest
    Keychain, ///< in the system's keychain (see SecretStore::place for when there is none)
    ThisRun   ///< in memory, until the program ends
};

struct EndpointProfile {
    static constexpr qsizetype max_name_length = 64;

    QString name;                 ///< one line, unique
    QUrl url;                     ///< without secrets
    bool trusted = false;         ///< the user's own node
    quint64 domain = 0;           ///< 0: L1, else the rollup's id
    std::optional<quint64> chain; ///< that the endpoint should serve; empty: not stated
    KeyPlace key = KeyPlace::None;
    friend bool operator==(const EndpointProfile&, const EndpointProfile&) = default;
};

/// Not blank, at most max_name_length printable characters.
[[nodiscard]] bool isProfileName(const QString& name);
/// http or https, with a host.
[[nodiscard]] bool isEndpointUrl(const QUrl& url);

/// "name, url, trusted, domain, chain, key" with tabs between; empty where it is no such line.
[[nodiscard]] QString profileLine(const EndpointProfile& profile);
[[nodiscard]] std::optional<EndpointProfile> profileFromLine(const QString& line);

} // namespace anchorscope::model
