#include "model/explore/known_digests.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

enum class KnownDigests::Kind : std::uint8_t {
    Envelope,
    Expected,
    Anchor,      ///< report's anchors[a]
    Rolling,     ///< entries[a]
    EntryCall,   ///< proxyEntryHash of entries[a]
    NestedCall,  ///< entries[a], nested b
    LookupCall,  ///< entries[a], lookup b
    LookupHash,  ///< entries[a], lookup b
    StateBefore, ///< entries[a], delta b
    StateAfter,
    Computed, ///< examined digests[a]
    Observed, ///< report's observations[a]
    Logged,   ///< tree's events[a]
    BlockHash,
    Transaction ///< blocks[a], transactions[b]
};

KnownDigests::KnownDigests(const Parts& parts) : m_parts(parts) {
    if (parts.table) {
        addTable(*parts.table);
    }
    for (std::size_t i = 0; parts.examined && i < parts.examined->digests.size(); ++i) {
        add(parts.examined->digests[i].value, Kind::Computed, i);
    }
    for (std::size_t i = 0; parts.tree && i < parts.tree->events.size(); ++i) {
        if (const auto* executed = std::get_if<transition::EntryExecuted>(&parts.tree->events[i].body)) {
            add(executed->rolling_hash, Kind::Logged, i);
        }
    }
    addReport(parts);
    std::ranges::stable_sort(m_places, [](const Place& a, const Place& b) {
        return a.value != b.value ? a.value < b.value : a.kind < b.kind;
    });
}

void KnownDigests::add(const Hash32& value, Kind kind, std::size_t a, std::size_t b) {
    if (!value.is_zero() && m_places.size() < max_known_digests) {
        m_places.push_back({value, kind, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)});
    }
}

void KnownDigests::addTable(const table::ExecutionTable& table) {
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const table::Entry& entry = table.entries[i];
        add(entry.rolling_hash, Kind::Rolling, i);
        add(entry.proxy_entry_hash, Kind::EntryCall, i);
        for (std::size_t j = 0; j < entry.nested.size(); ++j) {
            add(entry.nested[j].call_hash, Kind::NestedCall, i, j);
        }
        for (std::size_t j = 0; j < entry.lookups.size(); ++j) {
            add(entry.lookups[j].call_hash, Kind::LookupCall, i, j);
            add(entry.lookups[j].rolling_hash, Kind::LookupHash, i, j);
        }
        for (std::size_t j = 0; j < entry.deltas.size(); ++j) {
            add(entry.deltas[j].current_state.value_or(Hash32{}), Kind::StateBefore, i, j);
            add(entry.deltas[j].new_state, Kind::StateAfter, i, j);
        }
    }
}

void KnownDigests::addReport(const Parts& parts) {
    if (parts.request && parts.request->envelope) {
        add(parts.request->envelope->digest, Kind::Envelope);
    }
    if (parts.request && parts.request->expected_digest) {
        add(*parts.request->expected_digest, Kind::Expected);
    }
    for (std::size_t i = 0; parts.report && i < parts.report->anchors.size(); ++i) {
        add(parts.report->anchors[i].digest.value_or(Hash32{}), Kind::Anchor, i);
    }
    for (std::size_t i = 0; parts.report && i < parts.report->observations.size(); ++i) {
        add(parts.report->observations[i].value, Kind::Observed, i);
    }
    for (std::size_t i = 0; parts.evidence && i < parts.evidence->blocks.size(); ++i) {
        add(parts.evidence->blocks[i].header.hash, Kind::BlockHash, i);
        for (std::size_t j = 0; j < parts.evidence->blocks[i].transactions.size(); ++j) {
            add(parts.evidence->blocks[i].transactions[j].hash, Kind::Transaction, i, j);
        }
    }
}

QStringList KnownDigests::places(const Hash32& value, std::size_t most) const {
    QStringList out;
    auto place = std::ranges::lower_bound(m_places, value, {}, &Place::value);
    for (; place != m_places.end() && place->value == value && out.size() < static_cast<qsizetype>(most);
         ++place) {
        out.append(words(*place));
    }
    return out;
}

QString KnownDigests::words(const Place& place) const {
    const auto a = place.a, b = place.b;
    switch (place.kind) {
    case Kind::Envelope:
        return Words::tr("the digest that the envelope states");
    case Kind::Expected:
        return Words::tr("the digest that you expect");
    case Kind::Anchor:
        return Words::tr("the digest in log %1 of receipt %2")
            .arg(m_parts.report->anchors[a].position)
            .arg(m_parts.report->anchors[a].receipt_position + 1);
    case Kind::Rolling:
        return Words::tr("the rolling hash of entries[%1], as the table states").arg(a);
    case Kind::EntryCall:
        return Words::tr("the call that starts entries[%1], as the table states").arg(a);
    case Kind::NestedCall:
        return Words::tr("nested call %2 of entries[%1], as the table states").arg(a).arg(b);
    case Kind::LookupCall:
        return Words::tr("the call of lookup %2 of entries[%1], as the table states").arg(a).arg(b);
    case Kind::LookupHash:
        return Words::tr("the hash of lookup %2 of entries[%1], as the table states").arg(a).arg(b);
    case Kind::StateBefore:
        return Words::tr("state before, delta %2 of entries[%1]").arg(a).arg(b);
    case Kind::StateAfter:
        return Words::tr("state after, delta %2 of entries[%1]").arg(a).arg(b);
    case Kind::Computed: {
        const digest::Digest& digest = m_parts.examined->digests[a];
        return Words::tr("the %1 of %2, computed here")
            .arg(textOf(digest::name(digest.kind)), textOf(digest.subject));
    }
    case Kind::Observed: {
        const digest::ObservationDigest& digest = m_parts.report->observations[a];
        return Words::tr("%1 over %2, computed here")
            .arg(textOf(crypto::name(digest.function)),
                 digest.profile ? textOf(digest.profile->id) : QString());
    }
    case Kind::Logged: {
        const transition::LogRef& log = m_parts.tree->events[a].log;
        return Words::tr("the rolling hash in log %1 of receipt %2")
            .arg(log.position)
            .arg(log.receipt_position() + 1);
    }
    case Kind::BlockHash:
        return Words::tr("the hash of block %1").arg(m_parts.evidence->blocks[a].header.number);
    case Kind::Transaction:
        return Words::tr("the hash of transaction %1 of block %2")
            .arg(m_parts.evidence->blocks[a].position_of(b) + 1)
            .arg(m_parts.evidence->blocks[a].header.number);
    }
    return {};
}

} // namespace anchorscope::model
