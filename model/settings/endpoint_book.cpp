#include "model/settings/endpoint_book.h"
#include "model/net/redaction.h"
#include <QPointer>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

QString secretKey(const QString& name) { return u"endpoint/"_s + name; }

const QString& nameOf(const EndpointBook::Entry& entry) { return entry.profile.name; }

} // namespace

EndpointBook::EndpointBook(Settings* settings, SecretStore* secrets, QObject* parent)
    : QObject(parent), m_settings(settings), m_secrets(secrets),
      m_chosen(settings->get(Setting::ChosenEndpoints).toStringList()) {
    for (const QString& line : settings->get(Setting::EndpointProfiles).toStringList()) {
        const auto profile = profileFromLine(line);
        if (profile && entry(profile->name) == nullptr && m_entries.size() < max_profiles) {
            m_entries.append({*profile, profile->url, false, {}});
        }
    }
    for (Entry& each : m_entries) {
        open(each);
    }
    if (m_waiting == 0) {
        QMetaObject::invokeMethod(this, &EndpointBook::opened, Qt::QueuedConnection);
    }
}

const EndpointBook::Entry* EndpointBook::entry(const QString& name) const {
    const auto found = std::ranges::find(m_entries, name, nameOf);
    return found == m_entries.end() ? nullptr : &*found;
}

const EndpointBook::Entry* EndpointBook::entryOf(const QUrl& url) const {
    const auto found = std::ranges::find_if(
        m_entries, [&url](const Entry& each) { return each.profile.domain == 0 && each.url == url; });
    return found == m_entries.end() ? nullptr : &*found;
}

/// Its key was kept for another run, or is asked for.
void EndpointBook::open(Entry& entry) {
    if (entry.profile.key == KeyPlace::ThisRun) {
        entry.trouble = tr("its key was kept for one run only; enter it again");
    } else if (entry.profile.key == KeyPlace::Keychain) {
        entry.waiting = true;
        ++m_waiting;
        const auto said = [book = QPointer(this), name = nameOf(entry)](const auto& value, const QString&) {
            if (book) {
                book->keySaid(name, value);
            }
        };
        m_secrets->read(secretKey(nameOf(entry)), said);
    }
}

void EndpointBook::keySaid(const QString& name, const std::optional<QString>& value) {
    const auto found = std::ranges::find(m_entries, name, nameOf);
    if (found != m_entries.end() && found->waiting) { // not replaced meanwhile
        found->waiting = false;
        const QUrl full(value.value_or(QString()), QUrl::StrictMode);
        if (value && isEndpointUrl(full) && withoutSecrets(full) == found->profile.url) {
            found->url = full;
        } else {
            found->trouble = tr("its key is not known any more; enter it again");
        }
        Q_EMIT changed();
    }
    if (--m_waiting == 0) {
        Q_EMIT opened();
    }
}

void EndpointBook::keep(const EndpointProfile& profile, const QUrl& full) {
    const SecretStore::Done done = [book = QPointer(this), name = profile.name](const QString& why) {
        if (book && !why.isEmpty()) {
            Q_EMIT book->trouble(tr("%1: its key was not kept: %2").arg(name, why));
        }
    };
    if (profile.key == KeyPlace::Keychain) {
        m_secrets->write(secretKey(profile.name), full.toString(QUrl::FullyEncoded), done);
    }
}

void EndpointBook::forget(const QString& name) {
    m_secrets->remove(secretKey(name), [](const QString&) {}); // there may have been none
}

void EndpointBook::store() {
    QStringList lines;
    for (const Entry& each : m_entries) {
        lines += profileLine(each.profile);
    }
    m_settings->set(Setting::EndpointProfiles, lines);
    m_settings->set(Setting::ChosenEndpoints, m_chosen);
}

QString EndpointBook::put(const QString& before, EndpointProfile profile, const QUrl& full) {
    const auto old = std::ranges::find(m_entries, before, nameOf);
    const bool is_new = before.isEmpty() || old == m_entries.end();
    if (!isProfileName(profile.name)) {
        return tr("A name of at most %1 characters is expected").arg(EndpointProfile::max_name_length);
    }
    if (!isEndpointUrl(full)) {
        return tr("An address that begins with http:// or https:// is expected");
    }
    if (profile.name != before && entry(profile.name) != nullptr) {
        return tr("There is a profile of this name already");
    }
    if (is_new && m_entries.size() >= max_profiles) {
        return tr("There is room for %1 profiles").arg(max_profiles);
    }
    profile.url = withoutSecrets(full);
    profile.key = !hasSecrets(full)               ? KeyPlace::None
                  : profile.key == KeyPlace::None ? KeyPlace::Keychain
                                                  : profile.key;
    if (!is_new && (before != profile.name || profile.key != KeyPlace::Keychain)) {
        forget(before);
    }
    keep(profile, full);
    const Entry made{profile, full, false, {}};
    if (is_new) {
        m_entries.append(made);
    } else {
        *old = made;
        std::ranges::replace(m_chosen, before, profile.name);
    }
    store();
    Q_EMIT changed();
    return {};
}

void EndpointBook::remove(const QString& name) {
    if (m_entries.removeIf([&name](const Entry& each) { return nameOf(each) == name; }) > 0) {
        m_chosen.removeAll(name);
        forget(name);
        store();
        Q_EMIT changed();
    }
}

QList<EndpointChoice> EndpointBook::chosen() const {
    QList<EndpointChoice> out;
    for (const QString& name : m_chosen) {
        if (const Entry* each = entry(name); each != nullptr && each->profile.domain == 0) {
            out += each->choice();
        }
    }
    return out;
}

QString EndpointBook::freeName(const EndpointChoice& endpoint) const {
    const QString host = endpoint.displayName().left(EndpointProfile::max_name_length - 4);
    QString name = host;
    for (int number = 2; entry(name) != nullptr; ++number) {
        name = u"%1 %2"_s.arg(host).arg(number);
    }
    return name;
}

void EndpointBook::choose(const QList<EndpointChoice>& endpoints) {
    QStringList names;
    for (const EndpointChoice& endpoint : endpoints) {
        const Entry* const known = entryOf(endpoint.url);
        EndpointProfile profile = known != nullptr ? known->profile : EndpointProfile();
        const QString before = profile.name;
        if (known == nullptr) {
            profile.name = freeName(endpoint);
        }
        const bool same = known != nullptr && profile.trusted == endpoint.trusted;
        profile.trusted = endpoint.trusted;
        const QString why = same ? QString() : put(before, profile, endpoint.url);
        if (why.isEmpty()) {
            names += profile.name;
        } else {
            Q_EMIT trouble(tr("%1 is asked now, and not remembered: %2").arg(endpoint.displayName(), why));
        }
    }
    m_chosen = names;
    store();
    Q_EMIT changed();
}

QString EndpointBook::placeOf(KeyPlace place) const {
    switch (place) {
    case KeyPlace::None:
        return tr("no key");
    case KeyPlace::Keychain:
        return m_secrets->place();
    case KeyPlace::ThisRun:
        return tr("for this run only");
    }
    return {};
}

} // namespace anchorscope::model
