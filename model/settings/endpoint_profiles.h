// Endpoints under names, as the settings keep them: without anything secret. What of a URL may be a key is in
// the secret store, under the profile's name. Limits: 1. at most max_profiles; 2. a stored line that the
// program could not have written is left out; 3. a secret that does not belong to the stored URL is not used.
#pragma once
#include "model/session/case_inputs.h"
#include "model/settings/secret_store.h"
#include "model/settings/settings.h"

namespace anchorscope::model {

struct EndpointProfile {
    QString name;                 ///< one line, unique
    QUrl url;                     ///< without secrets
    bool trusted = false;         ///< the user's own node
    quint64 domain = 0;           ///< 0: L1, else the rollup's id
    std::optional<quint64> chain; ///< that the endpoint should serve; empty: not stated
    bool hasSecret = false;       ///< the rest of the URL is in the secret store
    friend bool operator==(const EndpointProfile&, const EndpointProfile&) = default;
};

/// "name, url, trusted, domain, chain, hasSecret" with tabs between; empty where it is no such line.
[[nodiscard]] QString profileLine(const EndpointProfile& profile);
[[nodiscard]] std::optional<EndpointProfile> profileFromLine(const QString& line);

class EndpointProfiles {
public:
    static constexpr qsizetype max_profiles = 32;
    static constexpr qsizetype max_name_length = 64;

    /// Both must outlive it.
    EndpointProfiles(Settings* settings, SecretStore* secrets) : m_settings(settings), m_secrets(secrets) {}

    [[nodiscard]] QList<EndpointProfile> list() const;
    /// Adds it, or replaces the one of this name. `full` is the URL with its secrets; what of it is stored
    /// where, follows from it. False where there is no room or the name or URL will not do.
    bool put(EndpointProfile profile, const QUrl& full, SecretStore::Done done = {});
    void remove(const QString& name);
    /// The URLs to ask, with their secrets; `notes` say in words what could not be had.
    using Opened = std::function<void(const QList<EndpointChoice>& endpoints, const QStringList& notes)>;
    void open(const QList<EndpointProfile>& profiles, Opened done) const;
    /// These endpoints and no others, each under its host's name.
    void replaceAll(const QList<EndpointChoice>& endpoints);

private:
    void store(const QList<EndpointProfile>& profiles);

    Settings* m_settings;
    SecretStore* m_secrets;
};

} // namespace anchorscope::model
