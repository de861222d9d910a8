#include "ui/dialogs/statement_fields.h"
#include "core/base/u256.h"
#include "core/crypto/erc55.h"
#include "model/items/texts.h"
#include "model/session/option_limits.h"
#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

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

/// What each line of a text says; empty lines are skipped, and errors name the line.
template<class T, class Parse>
Parsed<std::vector<T>> eachLine(const QString& text, Parse parse) {
    std::vector<T> list;
    int line = 0;
    for (const QString& each : text.split(u'\n')) {
        ++line;
        const QString trimmed = each.trimmed();
        if (trimmed.isEmpty()) {
            continue;
        }
        Result<T> value = parse(trimmed.toStdString());
        if (!value) {
            return {std::nullopt, StatementFields::tr("Line %1: %2").arg(line).arg(sentence(value.error()))};
        }
        list.push_back(*std::move(value));
    }
    return {std::move(list), {}};
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

Parsed<std::size_t> StatementFields::quorum(const QString& text) {
    const auto value = number(text);
    if (value.value && (*value.value < model::least_quorum || *value.value > model::max_quorum)) {
        return {std::nullopt,
                tr("%1 to %2 hosts are expected").arg(model::least_quorum).arg(model::max_quorum)};
    }
    return {value.value ? std::optional(static_cast<std::size_t>(*value.value)) : std::nullopt, value.error};
}

Parsed<std::vector<verify::Pin>> StatementFields::pins(const QString& text) {
    return eachLine<verify::Pin>(text, verify::parse_pin);
}

QString StatementFields::pinText(const verify::Pin& pin) {
    const QString chain = pin.chain_id ? QString::number(*pin.chain_id) + u':' : QString();
    return u"%1%2:%3"_s.arg(chain).arg(pin.number).arg(QString::fromStdString(pin.hash.hex()));
}

Parsed<std::vector<chain::SlotClock>> StatementFields::slotClocks(const QString& text) {
    auto clocks = eachLine<chain::SlotClock>(text, verify::parse_slot_clock);
    for (std::size_t i = 0; clocks.value && i < clocks.value->size(); ++i) {
        const std::uint64_t chain = (*clocks.value)[i].chain_id;
        if (std::ranges::count(*clocks.value, chain, &chain::SlotClock::chain_id) != 1) {
            return {std::nullopt, tr("Chain %1 has two clocks").arg(chain)};
        }
    }
    return clocks;
}

QString StatementFields::clockText(const chain::SlotClock& clock) {
    return u"%1:%2:%3:%4"_s.arg(clock.chain_id)
        .arg(clock.genesis)
        .arg(clock.seconds_per_slot)
        .arg(clock.slots_per_epoch);
}

QString StatementFields::clockWords(const chain::SlotClock& clock) {
    constexpr std::uint64_t last_second = 253'402'300'799; // of the year 9999
    const QString begin =
        clock.genesis > last_second
            ? tr("second %1 since 1970").arg(clock.genesis)
            : QDateTime::fromSecsSinceEpoch(static_cast<qint64>(clock.genesis), QTimeZone::utc())
                  .toString(u"yyyy-MM-dd hh:mm:ss 'UTC'"_s);
    return tr("Chain %1: slot 0 on %2, a slot every %3 s, %4 an epoch")
        .arg(clock.chain_id)
        .arg(begin)
        .arg(clock.seconds_per_slot)
        .arg(clock.slots_per_epoch);
}

Parsed<std::vector<anchor::DeclaredEvent>> StatementFields::declaredEvents(const QString& text) {
    auto events = eachLine<anchor::DeclaredEvent>(text, anchor::parse_declared_event);
    if (events.value && events.value->size() > anchor::max_declared_events) {
        return {std::nullopt, tr("At most %1 events are expected").arg(anchor::max_declared_events)};
    }
    return events;
}

QString StatementFields::eventText(const anchor::DeclaredEvent& event) {
    QStringList parameters;
    for (const anchor::EventParameter& each : event.layout.parameters()) {
        parameters +=
            u"%1%2 %3"_s.arg(QString::fromStdString(each.type), each.indexed ? u" indexed"_s : QString(),
                             QString::fromStdString(each.name));
    }
    return u"%1(%2) digest=%3"_s.arg(model::textOf(event.layout.name()), parameters.join(u", "_s),
                                     QString::fromStdString(event.place));
}

QString StatementFields::eventWords(const anchor::DeclaredEvent& event) {
    const anchor::EventParameter& digest = event.layout.parameters()[event.digest];
    return tr("%1: the digest is “%2”, topic 0 is %3")
        .arg(QString::fromStdString(event.layout.signature()), QString::fromStdString(digest.name),
             model::shortHexText(event.layout.topic0().bytes));
}

} // namespace anchorscope::ui
