#include "model/settings/endpoint_profile.h"
#include "core/base/u256.h"
#include "model/net/redaction.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr qsizetype columns = 6;

/// Decimal digits without leading zeros, below 2^64.
std::optional<quint64> numberFrom(const QString& text) {
    const auto number = U256::parse_decimal(text.toStdString());
    return number ? number->to_u64() : std::nullopt;
}

std::optional<bool> flagFrom(const QString& text) {
    return text == u"1" ? std::optional(true) : text == u"0" ? std::optional(false) : std::nullopt;
}

std::optional<KeyPlace> placeFrom(const QString& text) {
    for (const KeyPlace place : {KeyPlace::None, KeyPlace::Keychain, KeyPlace::ThisRun}) {
        if (text == QString::number(static_cast<int>(place))) {
            return place;
        }
    }
    return std::nullopt;
}

} // namespace

bool isProfileName(const QString& name) {
    return !name.trimmed().isEmpty() && name.size() <= EndpointProfile::max_name_length &&
           std::ranges::all_of(name, [](QChar letter) { return letter.isPrint(); });
}

bool isEndpointUrl(const QUrl& url) {
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty();
}

QString profileLine(const EndpointProfile& profile) {
    return QStringList{profile.name,
                       profile.url.toString(QUrl::FullyEncoded),
                       profile.trusted ? u"1"_s : u"0"_s,
                       QString::number(profile.domain),
                       profile.chain ? QString::number(*profile.chain) : QString(),
                       QString::number(static_cast<int>(profile.key))}
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
    const auto key = placeFrom(parts[5]);
    if (!isProfileName(profile.name) || !isEndpointUrl(profile.url) || !trusted || !domain || !key ||
        withoutSecrets(profile.url) != profile.url) {
        return {};
    }
    profile.trusted = *trusted;
    profile.domain = *domain;
    profile.chain = numberFrom(parts[4]);
    profile.key = *key;
    const bool same = profileLine(profile) == line; // one spelling
    return same ? std::optional(profile) : std::nullopt;
}

} // namespace anchorscope::model
