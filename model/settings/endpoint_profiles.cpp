#include "model/settings/endpoint_profiles.h"
#include "core/base/u256.h"
#include "model/net/redaction.h"
#include <QSet>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr qsizetype columns = 6;

QString secretKey(const QString& name) { return u"endpoint/"_s + name; }

bool isName(const QString& name) {
    return !name.trimmed().isEmpty() && name.size() <= EndpointProfiles::max_name_length &&
           std::ranges::all_of(name, [](QChar letter) { return letter.isPrint(); });
}

bool isEndpoint(const QUrl& url) {
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty();
}

/// Decimal digits without leading zeros, below 2^64.
std::optional<quint64> numberFrom(const QString& text) {
    const auto number = U256::parse_decimal(text.toStdString());
    return number ? number->to_u64() : std::nullopt;
}

std::optional<bool> flagFrom(const QString& text) {
    return text == u"1" ? std::optional(true) : text == u"0" ? std::optional(false) : std::nullopt;
}

/// Answers of the secret store gathered until the last one.
struct Gathering {
    QList<EndpointChoice> endpoints;
    QStringList notes;
    qsizetype left = 0;
    EndpointProfiles::Opened done;

    void answered() {
        if (--left == 0) {
            done(endpoints, notes);
        }
    }
};

} // namespace

QString profileLine(const EndpointProfile& profile) {
    const auto flag = [](bool set) { return set ? u"1"_s : u"0"_s; };
    return QStringList{profile.name,
                       profile.url.toString(QUrl::FullyEncoded),
                       flag(profile.trusted),
                       QString::number(profile.domain),
                       profile.chain ? QString::number(*profile.chain) : QString(),
                       flag(profile.hasSecret)}
        .join(u'\t');
}

std::optional<EndpointProfile> profileFromLine(const QString& line) {
    const QStringList parts = line.split(u'\t');
    if (parts.size() != columns) {
        return {};
    }
    EndpointProfile profile;
    profile.name = parts[0];
    profile.url = QUrl(parts[1], QUrl::StrictMode);
    const auto trusted = flagFrom(parts[2]);
    const auto domain = numberFrom(parts[3]);
    const auto secret = flagFrom(parts[5]);
    if (!isName(profile.name) || !isEndpoint(profile.url) || !trusted || !domain || !secret ||
        withoutSecrets(profile.url) != profile.url) {
        return {};
    }
    profile.trusted = *trusted;
    profile.domain = *domain;
    profile.chain = numberFrom(parts[4]);
    profile.hasSecret = *secret;
    const bool same = profileLine(profile) == line; // one spelling
    return same ? std::optional(profile) : std::nullopt;
}

QList<EndpointProfile> EndpointProfiles::list() const {
    QList<EndpointProfile> out;
    for (const QString& line : m_settings->get(Setting::EndpointProfiles).toStringList()) {
        const auto profile = profileFromLine(line);
        const bool known =
            profile && std::ranges::find(out, profile->name, &EndpointProfile::name) != out.end();
        if (profile && !known && out.size() < max_profiles) {
            out += *profile;
        }
    }
    return out;
}

void EndpointProfiles::store(const QList<EndpointProfile>& profiles) {
    QStringList lines;
    for (const EndpointProfile& profile : profiles) {
        lines += profileLine(profile);
    }
    m_settings->set(Setting::EndpointProfiles, lines);
}

bool EndpointProfiles::put(EndpointProfile profile, const QUrl& full, SecretStore::Done done) {
    QList<EndpointProfile> profiles = list();
    const auto known = std::ranges::find(profiles, profile.name, &EndpointProfile::name);
    const bool room = known != profiles.end() || profiles.size() < max_profiles;
    if (!isName(profile.name) || !isEndpoint(full) || !room) {
        return false;
    }
    profile.url = withoutSecrets(full);
    profile.hasSecret = hasSecrets(full);
    if (!done) {
        done = [](const QString&) {};
    }
    if (profile.hasSecret) {
        m_secrets->write(secretKey(profile.name), full.toString(QUrl::FullyEncoded), std::move(done));
    } else {
        m_secrets->remove(secretKey(profile.name), std::move(done));
    }
    if (known != profiles.end()) {
        *known = profile;
    } else {
        profiles += profile;
    }
    store(profiles);
    return true;
}

void EndpointProfiles::remove(const QString& name) {
    QList<EndpointProfile> profiles = list();
    profiles.removeIf([&name](const EndpointProfile& profile) { return profile.name == name; });
    store(profiles);
    m_secrets->remove(secretKey(name), [](const QString&) {});
}

void EndpointProfiles::open(const QList<EndpointProfile>& profiles, Opened done) const {
    auto gathering = std::make_shared<Gathering>();
    gathering->done = std::move(done);
    gathering->left = profiles.size() + 1; // one more, so that it does not end before all are asked
    for (const EndpointProfile& profile : profiles) {
        gathering->endpoints.append({profile.url, profile.trusted});
        if (!profile.hasSecret) {
            gathering->answered();
            continue;
        }
        const qsizetype at = gathering->endpoints.size() - 1;
        m_secrets->read(secretKey(profile.name), [gathering, at, profile](const auto& value, const QString&) {
            const QUrl full(value.value_or(QString()), QUrl::StrictMode);
            if (value && isEndpoint(full) && withoutSecrets(full) == profile.url) {
                gathering->endpoints[at].url = full;
            } else {
                gathering->notes += u"%1: its key is not known any more; enter it again"_s.arg(profile.name);
            }
            gathering->answered();
        });
    }
    gathering->answered();
}

void EndpointProfiles::replaceAll(const QList<EndpointChoice>& endpoints) {
    QSet<QString> names;
    QList<EndpointProfile> made;
    for (const EndpointChoice& endpoint : endpoints) {
        QString name = endpoint.displayName().left(max_name_length - 4);
        for (int number = 2; names.contains(name); ++number) {
            name = u"%1 %2"_s.arg(endpoint.displayName().left(max_name_length - 4)).arg(number);
        }
        names.insert(name);
        EndpointProfile profile;
        profile.name = name;
        profile.trusted = endpoint.trusted;
        const QList<EndpointProfile> before = list();
        const auto known = std::ranges::find(before, name, &EndpointProfile::name);
        if (known != before.end()) { // what is not asked here stays as it was
            profile.domain = known->domain;
            profile.chain = known->chain;
        }
        (void)put(profile, endpoint.url);
    }
    for (const EndpointProfile& profile : list()) {
        if (!names.contains(profile.name)) {
            remove(profile.name);
        }
    }
}

} // namespace anchorscope::model
