#include "model/goto/place_index.h"
#include "core/table/field_rows.h"
#include "model/items/finding_places.h"
#include "model/items/node_words.h"
#include "model/items/texts.h"
#include "model/words.h"
#include <QHash>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr std::size_t word_size = 32, selector_size = 4;
constexpr qsizetype selector_digits = 8, address_digits = 40, least_digest_digits = 2;
constexpr quint32 cancel_every = 1024;

std::uint32_t selectorOf(ByteView data) {
    std::uint32_t out = 0;
    for (const std::uint8_t byte : data.first(selector_size)) {
        out = (out << 8U) | byte;
    }
    return out;
}

/// Smallest and largest value that begins with the digits, `Value` an array of bytes.
template<class Value>
std::pair<Value, Value> spanOf(const QString& digits) {
    const auto filled = [&digits](char with) {
        Value out{};
        const QByteArray all =
            digits.toLatin1().leftJustified(2 * static_cast<qsizetype>(out.bytes.size()), with, true);
        for (std::size_t i = 0; i < out.bytes.size(); ++i) {
            const auto digit = [&all, i](std::size_t which) {
                const std::size_t at = 2 * i + which;
                return hex_digit_value(all[static_cast<qsizetype>(at)]);
            };
            out.bytes.at(i) = static_cast<std::uint8_t>(16 * digit(0) + digit(1));
        }
        return out;
    };
    return {filled('0'), filled('f')};
}

/// Where the word stands in that part of the calldata, at a word's distance from its start.
std::optional<ByteRange> wordIn(ByteView calldata, ByteRange within, const Hash32& value) {
    const ByteView part = slice(calldata, within);
    for (std::size_t at = 0; at + word_size <= part.size(); at += word_size) {
        if (equal(part.subspan(at, word_size), value.view())) {
            return ByteRange{within.offset + at, word_size};
        }
    }
    return {};
}

} // namespace

QString kindText(PlaceHit::Kind kind) {
    switch (kind) {
    case PlaceHit::Kind::Step:
        return Words::tr("Step");
    case PlaceHit::Kind::Entry:
        return Words::tr("Entry");
    case PlaceHit::Kind::Field:
        return Words::tr("Field");
    case PlaceHit::Kind::Digest:
        return Words::tr("Digest");
    case PlaceHit::Kind::State:
        return Words::tr("State root");
    case PlaceHit::Kind::Offset:
        return Words::tr("Offset");
    case PlaceHit::Kind::Selector:
        return Words::tr("Selector");
    case PlaceHit::Kind::Function:
        return Words::tr("Function");
    case PlaceHit::Kind::Address:
        return Words::tr("Address");
    }
    return {};
}

std::shared_ptr<const PlaceIndex> PlaceIndex::build(SearchedParts parts, const Cancellation& cancellation) {
    std::shared_ptr<PlaceIndex> made(new PlaceIndex);
    made->m_parts = std::move(parts);
    if (!made->m_parts.names) {
        made->m_parts.names = wellKnownNames();
    }
    if (made->m_parts.table && made->m_parts.tree && !made->addCalls(cancellation)) {
        return nullptr;
    }
    if (made->m_parts.table) {
        made->addHashes();
    }
    return cancellation.cancelled() ? nullptr : made;
}

quint64 PlaceIndex::size() const {
    return m_parts.table    ? m_parts.table->calldata().size()
           : m_parts.source ? m_parts.source->bytes().size()
                            : 0;
}

bool PlaceIndex::addCalls(const Cancellation& cancellation) {
    const transition::Tree& tree = *m_parts.tree;
    const NodeWords words(*m_parts.table, tree, m_parts.names);
    QHash<QString, std::size_t> known;
    m_entry_nodes.assign(m_parts.table->entries.size(), transition::no_node);
    for (quint32 node = 0; node < tree.nodes.size(); ++node) {
        if (node % cancel_every == 0 && cancellation.cancelled()) {
            return false;
        }
        const transition::Node& at = tree.nodes[node];
        if (at.kind == transition::NodeKind::entry && at.entry < m_entry_nodes.size()) {
            m_entry_nodes[at.entry] = node;
        }
        const auto call = words.knownCall(node);
        if (!call) {
            continue;
        }
        m_addresses.push_back({call->target, node, true});
        if (call->source) {
            m_addresses.push_back({*call->source, node, false});
        }
        if (call->data.size() < selector_size) {
            continue;
        }
        m_selectors.push_back({selectorOf(call->data), node});
        const QString name = functionText(call->data, *m_parts.names);
        const std::size_t at_name = known.value(name, m_functions.size());
        if (at_name == m_functions.size()) {
            known.insert(name, at_name);
            m_functions.push_back({name.toLower(), name, {}});
        }
        m_functions[at_name].nodes.push_back(node);
    }
    std::ranges::stable_sort(m_selectors, {}, &SelectorAt::selector);
    std::ranges::stable_sort(m_addresses, {}, &AddressAt::address);
    return true;
}

void PlaceIndex::addEntry(std::size_t index) {
    using digest::DigestKind;
    const table::Entry& entry = m_parts.table->entries[index];
    const auto add = [this](const Hash32& value, ByteRange within, std::optional<DigestKind> kind) {
        if (!value.is_zero()) {
            m_hashes.push_back(
                {value, within, static_cast<std::int8_t>(kind ? static_cast<int>(*kind) : -1), 0, true});
        }
    };
    for (const table::StateDelta& delta : entry.deltas) {
        if (delta.current_state) {
            add(*delta.current_state, delta.range, {});
        }
        add(delta.new_state, delta.range, {});
    }
    add(entry.proxy_entry_hash, entry.range, DigestKind::call_hash);
    add(entry.rolling_hash, entry.range, DigestKind::rolling_hash);
    for (const table::NestedCall& nested : entry.nested) {
        add(nested.call_hash, nested.range, DigestKind::call_hash);
    }
    for (const table::Lookup& lookup : entry.lookups) {
        add(lookup.call_hash, lookup.range, DigestKind::call_hash);
        add(lookup.rolling_hash, lookup.range, DigestKind::rolling_hash);
    }
}

void PlaceIndex::addHashes() {
    for (std::size_t entry = 0; entry < m_parts.table->entries.size(); ++entry) {
        addEntry(entry);
    }
    for (const table::Lookup& lookup : m_parts.table->lookups) {
        for (const auto& [value, kind] : {std::pair{lookup.call_hash, digest::DigestKind::call_hash},
                                          std::pair{lookup.rolling_hash, digest::DigestKind::rolling_hash}}) {
            m_hashes.push_back({value, lookup.range, static_cast<std::int8_t>(kind), 0, true});
        }
        for (const table::StatePin& pin : lookup.pins) {
            m_hashes.push_back({pin.state_root, pin.range, -1, 0, true});
        }
    }
    if (m_parts.examined) {
        std::uint32_t subject = 0;
        for (const digest::Digest& each : m_parts.examined->digests) {
            m_hashes.push_back(
                {each.value, each.range, static_cast<std::int8_t>(each.kind), subject++, false});
        }
    }
    // What the table states goes before what is computed, which is often the same.
    std::ranges::stable_sort(m_hashes, [](const HashAt& a, const HashAt& b) {
        return a.value != b.value ? a.value < b.value : a.stated > b.stated;
    });
}

PlaceHit PlaceIndex::hitOf(quint32 node, PlaceHit::Kind kind) const {
    const transition::Node& at = m_parts.tree->nodes[node];
    PlaceHit hit;
    hit.kind = kind;
    hit.node = node;
    hit.range = m_parts.tree->range(*m_parts.table, node);
    hit.path = textOf(m_parts.tree->field_path(*m_parts.table, node));
    hit.title = kind == PlaceHit::Kind::Step ? QString::number(node) : hit.path;
    hit.detail = node == 0 ? Words::tr("the bundle")
                 : at.kind == transition::NodeKind::call_return
                     ? Words::tr("the return from %1").arg(hit.path)
                     : hit.path;
    return hit;
}

PlaceHit PlaceIndex::hitOf(const HashAt& at) const {
    PlaceHit hit;
    hit.kind = at.digest < 0 ? PlaceHit::Kind::State : PlaceHit::Kind::Digest;
    hit.title = shortHexText(at.value.view());
    hit.full = hexText(at.value.view());
    const std::optional<ByteRange> word =
        at.stated ? wordIn(m_parts.table->calldata(), at.within, at.value) : std::nullopt;
    hit.range = word.value_or(at.within);
    if (const auto field = word ? table::field_at(*m_parts.table, word->offset) : std::nullopt) {
        hit.path = textOf(field->path);
    } else if (!at.stated && m_parts.examined) {
        hit.path = textOf(m_parts.examined->digests[at.subject].subject);
    }
    const QString what =
        at.digest < 0 ? QString() : textOf(digest::name(static_cast<digest::DigestKind>(at.digest)));
    hit.detail = at.stated ? (what.isEmpty() ? hit.path : Words::tr("%1, %2").arg(what, hit.path))
                           : Words::tr("%1 of %2, computed here").arg(what, hit.path);
    if (m_parts.tree) {
        hit.node = m_parts.tree->node_at(*m_parts.table, hit.range->offset);
    }
    return hit;
}

void PlaceIndex::findNumbers(const PlaceQuery& query, PlacesFound& found) const {
    if (query.entry && *query.entry < m_entry_nodes.size() &&
        m_entry_nodes[*query.entry] != transition::no_node) {
        PlaceHit hit = hitOf(m_entry_nodes[*query.entry], PlaceHit::Kind::Entry);
        hit.title = QString::number(*query.entry);
        found.hits += hit;
    }
    if (query.step && *query.step < steps() && m_parts.table) {
        found.hits += hitOf(static_cast<quint32>(*query.step), PlaceHit::Kind::Step);
    }
    if (query.offset && *query.offset < size()) {
        PlaceHit hit;
        hit.kind = PlaceHit::Kind::Offset;
        hit.title = u"0x%1"_s.arg(*query.offset, 0, 16);
        hit.full = QString::number(*query.offset);
        hit.range = ByteRange{*query.offset, 1};
        const auto field = m_parts.table ? table::field_at(*m_parts.table, *query.offset) : std::nullopt;
        hit.detail = field ? Words::tr("byte %1, in %2").arg(*query.offset).arg(textOf(field->path))
                           : Words::tr("byte %1").arg(*query.offset);
        found.hits += hit;
    }
}

/// An entry, and the deepest field on the way that exists under that name.
void PlaceIndex::findPath(const PlaceQuery& query, PlacesFound& found) const {
    if (query.path.isEmpty() || !m_parts.tree || !m_parts.table) {
        return;
    }
    for (std::size_t entry = 0; entry < m_entry_nodes.size(); ++entry) {
        const QString path = textOf(m_parts.table->entry_path(entry));
        if (!query.path.startsWith(path) || m_entry_nodes[entry] == transition::no_node) {
            continue;
        }
        const QString rest = query.path.sliced(path.size());
        if (!rest.isEmpty()) {
            constexpr std::size_t most_rows = 4096;
            const auto rows =
                table::field_rows(m_parts.table->entry_value(entry), path.toStdString(), most_rows);
            for (const table::FieldRow& row : rows) {
                if (textOf(row.path).compare(query.path, Qt::CaseInsensitive) == 0) {
                    PlaceHit hit;
                    hit.kind = PlaceHit::Kind::Field;
                    hit.title = textOf(row.name);
                    hit.detail = hit.path = textOf(row.path);
                    hit.range = row.range;
                    hit.node = m_parts.tree->node_at(*m_parts.table, row.range.offset);
                    found.hits += hit;
                }
            }
        }
        PlaceHit hit = hitOf(m_entry_nodes[entry], PlaceHit::Kind::Entry);
        hit.title = QString::number(entry);
        found.hits += hit;
        return;
    }
}

void PlaceIndex::findDigits(const QString& digits, qsizetype most, PlacesFound& found) const {
    if (digits.size() < least_digest_digits) {
        return;
    }
    const auto [first, last] = spanOf<Hash32>(digits);
    auto at = std::ranges::lower_bound(m_hashes, first, {}, &HashAt::value);
    QSet<QString> told; // one value in one place, stated and computed, is one hit
    for (; at != m_hashes.end() && at->value <= last; ++at) {
        if (found.hits.size() >= most) {
            found.more = true;
            return;
        }
        const PlaceHit hit = hitOf(*at);
        const QString key = hit.full + QString::number(hit.node.value_or(0)) + QString::number(at->digest);
        if (!told.contains(key)) {
            told.insert(key);
            found.hits += hit;
        }
    }
}

void PlaceIndex::findSelector(const QString& digits, qsizetype most, PlacesFound& found) const {
    if (digits.size() != selector_digits) {
        return;
    }
    const std::uint32_t wanted = digits.toUInt(nullptr, 16);
    auto at = std::ranges::lower_bound(m_selectors, wanted, {}, &SelectorAt::selector);
    for (; at != m_selectors.end() && at->selector == wanted; ++at) {
        if (found.hits.size() >= most) {
            found.more = true;
            return;
        }
        PlaceHit hit = hitOf(at->node, PlaceHit::Kind::Selector);
        hit.title = u"0x"_s + digits;
        found.hits += hit;
    }
}

void PlaceIndex::findAddress(const QString& digits, qsizetype most, PlacesFound& found) const {
    if (digits.size() < least_digest_digits || digits.size() > address_digits) {
        return;
    }
    const auto [first, last] = spanOf<Address>(digits);
    auto at = std::ranges::lower_bound(m_addresses, first, {}, &AddressAt::address);
    for (; at != m_addresses.end() && at->address <= last; ++at) {
        if (found.hits.size() >= most) {
            found.more = true;
            return;
        }
        PlaceHit hit = hitOf(at->node, PlaceHit::Kind::Address);
        hit.title = addressText(at->address, *m_parts.names);
        hit.full = textOf(at->address.hex());
        hit.detail = (at->is_target ? Words::tr("called in %1") : Words::tr("calls in %1")).arg(hit.path);
        found.hits += hit;
    }
}

void PlaceIndex::findWord(const QString& word, qsizetype most, PlacesFound& found) const {
    for (const FunctionAt& function : m_functions) {
        if (!function.lower.contains(word)) {
            continue;
        }
        for (const quint32 node : function.nodes) {
            if (found.hits.size() >= most) {
                found.more = true;
                return;
            }
            PlaceHit hit = hitOf(node, PlaceHit::Kind::Function);
            hit.title = function.name;
            found.hits += hit;
        }
    }
    for (const auto& [address, label] : m_parts.names->labels) {
        if (textOf(label).toLower().contains(word)) {
            findAddress(textOf(address.hex()).sliced(2), most, found);
        }
    }
}

QString PlaceIndex::whyNot(const PlaceQuery& query) const {
    if (!query.why.isEmpty()) {
        return query.why;
    }
    if (query.explicitly && query.step) {
        return steps() == 0 ? Words::tr("There are no transitions here.")
                            : Words::tr("The last step is %1.").arg(steps() - 1);
    }
    if (query.explicitly && query.entry) {
        return m_entry_nodes.empty() ? Words::tr("There are no entries here.")
                                     : Words::tr("The last entry is %1.").arg(m_entry_nodes.size() - 1);
    }
    if (query.offset && query.digits.isEmpty()) {
        return Words::tr("There is no such step or entry, and the last byte is %1.")
            .arg(size() - std::min<quint64>(size(), 1));
    }
    if (!query.digits.isEmpty()) {
        return query.digits.size() < least_digest_digits
                   ? Words::tr("More digits are needed: at least two.")
                   : Words::tr("No digest, state root, selector or address here begins with 0x%1.")
                         .arg(query.digits);
    }
    if (!query.path.isEmpty()) {
        return Words::tr("There is no entry or field of that path.");
    }
    return query.word.isEmpty()
               ? QString()
               : Words::tr("No function or name here contains “%1”. Known forms: step 12, entry 3, "
                           "offset 0x1f4, 0x and digits, a function’s name.")
                     .arg(query.word);
}

PlacesFound PlaceIndex::find(const QString& text, qsizetype most) const {
    const PlaceQuery query = readQuery(text);
    PlacesFound found;
    if (query.why.isEmpty()) {
        findPath(query, found);
        if (!query.digits.isEmpty() && m_parts.table) {
            findSelector(query.digits, most / 2, found);
            findDigits(query.digits, most, found);
            findAddress(query.digits, most, found);
        }
        findNumbers(query, found);
        if (!query.word.isEmpty() && m_parts.table) {
            findWord(query.word, most, found);
        }
    }
    if (found.hits.isEmpty()) {
        found.why = whyNot(query);
    }
    return found;
}

} // namespace anchorscope::model
