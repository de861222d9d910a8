// The endpoints that the user has given names, with their keys for as long as the program runs, and which of
// them are asked when a case is verified. Limits: 1. at most max_profiles; 2. the settings hold nothing
// secret; 3. a secret that does not belong to the stored URL is not used, and the entry says so.
#pragma once
#include "model/session/case_inputs.h"
#include "model/settings/endpoint_profile.h"
#include "model/settings/secret_store.h"
#include "model/settings/settings.h"

namespace anchorscope::model {

class EndpointBook : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype max_profiles = 32;

    struct Entry {
        EndpointProfile profile;
        QUrl url;             ///< with its key, once that is known
        bool waiting = false; ///< for the secret store
        QString trouble;      ///< why the key is not known; empty otherwise
        [[nodiscard]] EndpointChoice choice() const { return {url, profile.trusted}; }
    };

    /// Both must outlive it. Keys come later: changed() is signalled for each, opened() after the last.
    EndpointBook(Settings* settings, SecretStore* secrets, QObject* parent = nullptr);

    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }
    /// Null where there is none.
    [[nodiscard]] const Entry* entry(const QString& name) const;
    /// Of L1, with this URL (its key included); null where there is none.
    [[nodiscard]] const Entry* entryOf(const QUrl& url) const;
    [[nodiscard]] bool isOpen() const { return m_waiting == 0; }

    /// Adds a profile, or replaces the one called `before`. `full` is the URL with its key; profile.key says
    /// where the user wants that kept, and is set to None where there is nothing secret. Empty words: it is
    /// done.
    [[nodiscard]] QString put(const QString& before, EndpointProfile profile, const QUrl& full);
    void remove(const QString& name);

    /// Those that are asked when a case is verified, in the user's order.
    [[nodiscard]] QList<EndpointChoice> chosen() const;
    /// From now on these are asked. Those without a name get their host's; their keys go to the keychain.
    void choose(const QList<EndpointChoice>& endpoints);

    /// For people: where a key of this profile is.
    [[nodiscard]] QString placeOf(KeyPlace place) const;

Q_SIGNALS:
    void changed();
    void opened();
    /// The secret store could not keep or give back something.
    void trouble(const QString& words);

private:
    void open(Entry& entry);
    void keySaid(const QString& name, const std::optional<QString>& value);
    void keep(const EndpointProfile& profile, const QUrl& full);
    void forget(const QString& name);
    void store();
    [[nodiscard]] QString freeName(const EndpointChoice& endpoint) const;

    Settings* m_settings;
    SecretStore* m_secrets;
    QList<Entry> m_entries;
    QStringList m_chosen; ///< names
    qsizetype m_waiting = 0;
};

} // namespace anchorscope::model
