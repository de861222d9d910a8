#include "ui/dialogs/statement_fields.h"
#include "core/base/u256.h"
#include "core/crypto/erc55.h"
#include <QStringList>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

/// The library's own words, as a sentence.
QString sentence(const Error& error) {
    QString text = QString::fromStdString(error.text);
    if (!text.isEmpty()) {
        text[0] = text.at(0).toUpper();
    }
    return text;
}

template<class T>
Parsed<T> parsed(Result<T> result) {
    return result ? Parsed<T>{*std::move(result), {}} : Parsed<T>{std::nullopt, sentence(result.error())};
}

} // namespace

Parsed<std::uint64_t> StatementFields::number(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return {};
    }
    const Result<U256> value = U256::parse_decimal(trimmed.toStdString());
    if (!value) {
        return {std::nullopt, sentence(value.error())};
    }
    const auto small = value->to_u64();
    return small ? Parsed<std::uint64_t>{small, {}}
                 : Parsed<std::uint64_t>{std::nullopt, tr("Below 2^64 is expected")};
}

Parsed<Address> StatementFields::address(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? Parsed<Address>{} : parsed(crypto::parse_checksummed(trimmed.toStdString()));
}

Parsed<Hash32> StatementFields::hash(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? Parsed<Hash32>{} : parsed(Hash32::parse(trimmed.toStdString()));
}

Parsed<QUrl> StatementFields::endpoint(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return {};
    }
    const QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid()) {
        return {std::nullopt, tr("Not an address: %1").arg(url.errorString())};
    }
    if (url.scheme() != u"http"_s && url.scheme() != u"https"_s) {
        return {std::nullopt, tr("http:// or https:// is expected")};
    }
    return url.host().isEmpty() ? Parsed<QUrl>{std::nullopt, tr("A host is expected")}
                                : Parsed<QUrl>{url, {}};
}

Parsed<std::vector<verify::Pin>> StatementFields::pins(const QString& text) {
    std::vector<verify::Pin> list;
    int line = 0;
    for (const QString& each : text.split(u'\n')) {
        ++line;
        const QString trimmed = each.trimmed();
        if (trimmed.isEmpty()) {
            continue;
        }
        auto pin = verify::parse_pin(trimmed.toStdString());
        if (!pin) {
            return {std::nullopt, tr("Line %1: %2").arg(line).arg(sentence(pin.error()))};
        }
        list.push_back(*std::move(pin));
    }
    return {std::move(list), {}};
}

QString StatementFields::pinText(const verify::Pin& pin) {
    const QString chain = pin.chain_id ? QString::number(*pin.chain_id) + u':' : QString();
    return u"%1%2:%3"_s.arg(chain).arg(pin.number).arg(QString::fromStdString(pin.hash.hex()));
}

} // namespace anchorscope::ui
