#include "model/filter/node_facts.h"
#include "model/filter/filter_values.h"
#include "model/items/lanes.h"
#include "model/items/texts.h"
#include <QSet>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using transition::Node;
using transition::NodeKind;
using transition::Outcome;

namespace {

constexpr quint8 unread_state = 0xff, no_state = 0xfe;
constexpr quint32 rows_at_once = 4096; // between two looks at the cancellation
constexpr qsizetype max_known = 500;   // of each kind, in the vocabulary

/// The place in filter_states.
quint8 stateOf(Meaning meaning) {
    switch (meaning) {
    case Meaning::Passed:
    case Meaning::NotFinal:
        return 0;
    case Meaning::Failed:
        return 1;
    case Meaning::NotChecked:
        return 2;
    case Meaning::CannotCheck:
        return 3;
    case Meaning::Warning:
        return 4;
    default:
        return no_state;
    }
}
constexpr quint8 failed_state = 1, warning_state = 4;

FilterNumber signedNumber(const U256& amount) {
    return amount.is_negative() ? FilterNumber{U256{}.minus(amount), true} : FilterNumber{amount, false};
}

bool isBad(Outcome outcome) { return outcome == Outcome::failure || outcome == Outcome::rolled_back; }

void addLabel(const Address& address, const Names& names, FilterReading& into) {
    const auto label = names.labels.find(address);
    if (label != names.labels.end()) {
        into.texts.push_back(foldedText(textOf(label->second)));
    }
}

} // namespace

std::string foldedText(const QString& text) { return text.toCaseFolded().toStdString(); }

void FilterReading::clear() {
    numbers.clear();
    domains.clear();
    words.clear();
    texts.clear();
    octets.clear();
    flag = false;
}

NodeFacts::NodeFacts(FilterParts parts)
    : m_parts(std::move(parts)), m_words(*m_parts.table, *m_parts.tree, m_parts.names),
      m_checks(*m_parts.table, *m_parts.tree, m_parts.examined.get(), m_parts.accepted),
      m_states(m_parts.tree->nodes.size(), unread_state) {
    const FindingPlaces places(m_parts.table.get(), m_parts.tree.get());
    const auto place = [&](const std::vector<Finding>& all) {
        for (const Finding& finding : all) {
            if (const std::optional<quint32> at = places.node(finding)) {
                m_findings.emplace_back(*at, &finding);
            }
        }
    };
    if (m_parts.examined) {
        place(m_parts.examined->findings);
    }
    place(m_parts.tree->findings);
    std::ranges::stable_sort(m_findings, {}, [](const auto& each) { return each.first; });
}

void NodeFacts::read(FilterField field, quint32 node, FilterReading& into) const {
    using F = FilterField;
    into.clear();
    switch (field) {
    case F::text:
        into.texts.emplace_back(rowText(node));
        return;
    case F::domain:
    case F::from:
    case F::to:
        readDomains(field, node, into);
        return;
    case F::entry:
    case F::call:
    case F::nested:
    case F::lookup:
    case F::depth:
    case F::step:
    case F::offset:
    case F::size:
        readPlaces(field, node, into);
        return;
    case F::kind:
    case F::state:
    case F::outcome:
    case F::severity:
        readWords(field, node, into);
        return;
    case F::reverted:
        into.flag = reverted(node);
        return;
    case F::crossing:
        into.flag = node != 0 && this->node(node).kind != NodeKind::call_return &&
                    this->node(node).from != this->node(node).to;
        return;
    case F::placed:
        into.flag = this->node(node).placed;
        return;
    case F::problem:
        into.flag = problem(node);
        return;
    case F::rollup:
    case F::delta:
    case F::before:
    case F::after:
        readDeltas(field, node, into);
        return;
    case F::selector:
    case F::data:
    case F::dataLength:
    case F::returned:
    case F::returnedLength:
    case F::value:
        readCall(field, node, into);
        return;
    case F::source:
    case F::target:
    case F::address:
        readAddresses(field, node, into);
        return;
    case F::callHash:
    case F::rollingHash:
        readHashes(field, node, into);
        return;
    case F::function:
    case F::label:
    case F::check:
    case F::finding:
    case F::path:
        readTexts(field, node, into);
        return;
    }
}

/// Of a return the way back.
void NodeFacts::readDomains(FilterField field, quint32 at, FilterReading& into) const {
    if (field == FilterField::domain) {
        into.domains.push_back(standingDomain(*m_parts.tree, at));
        return;
    }
    if (at == 0) {
        return; // the bundle goes nowhere
    }
    into.domains.push_back(field == FilterField::from ? node(at).from : node(at).to);
}

void NodeFacts::readPlaces(FilterField field, quint32 at, FilterReading& into) const {
    const Node& here = node(at);
    const auto add = [&into](quint64 number) { into.numbers.push_back({U256(number), false}); };
    const auto index = [&](NodeKind kind, quint64 first) {
        if (here.kind == kind && here.index != transition::no_node && m_parts.table->messages.empty()) {
            add(here.index + first);
        }
    };
    switch (field) {
    case FilterField::entry:
        if (here.entry != transition::no_node) {
            add(here.entry);
        }
        return;
    case FilterField::call: // counted from 1, as the row says
        index(NodeKind::call, 1);
        return;
    case FilterField::nested:
        index(NodeKind::nested, 1);
        return;
    case FilterField::lookup:
        index(NodeKind::lookup, 0);
        return;
    case FilterField::depth:
        add(here.depth);
        return;
    case FilterField::step:
        add(at);
        return;
    case FilterField::offset:
        add(m_parts.tree->range(*m_parts.table, at).offset);
        return;
    default:
        add(m_parts.tree->range(*m_parts.table, at).length);
    }
}

void NodeFacts::readWords(FilterField field, quint32 at, FilterReading& into) const {
    switch (field) {
    case FilterField::kind:
        into.words.push_back(static_cast<quint8>(node(at).kind));
        return;
    case FilterField::state:
        if (const quint8 word = state(at); word != no_state) {
            into.words.push_back(word);
        }
        return;
    case FilterField::outcome:
        into.words.push_back(static_cast<quint8>(node(resultOf(at)).outcome));
        return;
    default:
        for (const auto& [owner, finding] : findings(at)) {
            into.words.push_back(static_cast<quint8>(finding->severity));
        }
    }
}

/// All state deltas of an entry, not only the one that its row has room for.
void NodeFacts::readDeltas(FilterField field, quint32 at, FilterReading& into) const {
    const table::Entry* entry = node(at).kind == NodeKind::entry ? m_words.entry(at) : nullptr;
    for (const table::StateDelta& delta : entry ? entry->deltas : std::span<const table::StateDelta>()) {
        if (field == FilterField::delta) {
            into.numbers.push_back(signedNumber(delta.ether_delta));
        } else if (field == FilterField::after) {
            into.octets.push_back(delta.new_state.view());
        } else if (field == FilterField::before && delta.current_state) {
            into.octets.push_back(delta.current_state->view());
        } else if (const auto id = delta.rollup_id.to_u64(); field == FilterField::rollup && id) {
            into.domains.push_back({*id});
        }
    }
}

void NodeFacts::readCall(FilterField field, quint32 at, FilterReading& into) const {
    const auto length = [&into](ByteView data) { into.numbers.push_back({U256(data.size()), false}); };
    if (field == FilterField::returned || field == FilterField::returnedLength) {
        const NodeWords::Returned back = m_words.returned(resultOf(at));
        if (back.known && field == FilterField::returned) {
            into.octets.push_back(back.data);
        } else if (back.known) {
            length(back.data);
        }
        return;
    }
    into.m_call = m_words.knownCall(at);
    if (!into.m_call) {
        return;
    }
    constexpr std::size_t selector = std::tuple_size_v<codec::AbiSelector>;
    const ByteView data = into.m_call->data;
    if (field == FilterField::value) {
        if (into.m_call->value) {
            into.numbers.push_back({*into.m_call->value, false});
        }
    } else if (field == FilterField::dataLength) {
        length(data);
    } else if (field == FilterField::data) {
        into.octets.push_back(data);
    } else if (data.size() >= selector) {
        into.octets.push_back(data.first(selector));
    }
}

void NodeFacts::readAddresses(FilterField field, quint32 at, FilterReading& into) const {
    into.m_call = m_words.knownCall(at);
    if (!into.m_call) {
        return;
    }
    if (field != FilterField::source) {
        into.octets.push_back(into.m_call->target.view());
        addLabel(into.m_call->target, *m_parts.names, into);
    }
    if (field != FilterField::target && into.m_call->source) {
        into.octets.push_back(into.m_call->source->view());
        addLabel(*into.m_call->source, *m_parts.names, into);
    }
}

void NodeFacts::readHashes(FilterField field, quint32 at, FilterReading& into) const {
    if (field == FilterField::callHash) {
        if (const std::optional<Hash32> hash = m_words.callHash(at)) {
            into.m_hash = *hash;
            into.octets.push_back(into.m_hash.view());
        }
        return;
    }
    if (const table::Lookup* lookup = m_words.lookup(at)) {
        into.octets.push_back(lookup->rolling_hash.view());
    } else if (const table::Entry* entry = m_words.entry(at); entry && node(at).kind == NodeKind::entry) {
        into.octets.push_back(entry->rolling_hash.view());
    }
}

void NodeFacts::readTexts(FilterField field, quint32 at, FilterReading& into) const {
    const auto add = [&into](const QString& text) {
        if (!text.isEmpty()) {
            into.texts.push_back(foldedText(text));
        }
    };
    switch (field) {
    case FilterField::check:
        add(m_checks.check(at).text);
        return;
    case FilterField::path:
        add(textOf(m_parts.tree->field_path(*m_parts.table, at)));
        return;
    case FilterField::finding:
        for (const auto& [owner, finding] : findings(at)) {
            add(textOf(finding->rule));
            add(textOf(finding->text));
        }
        return;
    default:
        break;
    }
    const std::optional<KnownCall> call = m_words.knownCall(at);
    if (!call) {
        return;
    }
    if (field == FilterField::function) {
        add(functionText(call->data, *m_parts.names));
        return;
    }
    addLabel(call->target, *m_parts.names, into);
    if (call->source) {
        addLabel(*call->source, *m_parts.names, into);
    }
}

quint32 NodeFacts::resultOf(quint32 at) const {
    const Node& here = node(at);
    return here.kind == NodeKind::call_return && here.returns_from < size() ? here.returns_from : at;
}

quint8 NodeFacts::state(quint32 at) const {
    if (m_states[at] == unread_state) {
        m_states[at] = stateOf(m_checks.check(at).meaning);
    }
    return m_states[at];
}

bool NodeFacts::reverted(quint32 at) const {
    const quint32 of = resultOf(at);
    if (isBad(node(of).outcome)) {
        return true;
    }
    const NodeWords::Returned back = m_words.returned(of);
    return back.known && !back.success;
}

bool NodeFacts::problem(quint32 at) const {
    const quint8 word = state(at);
    return word == failed_state || word == warning_state ||
           std::ranges::any_of(findings(at),
                               [](const auto& each) { return each.second->severity != Severity::info; });
}

std::span<const std::pair<quint32, const Finding*>> NodeFacts::findings(quint32 at) const {
    const auto place = [](const auto& each) { return each.first; };
    return {std::ranges::lower_bound(m_findings, at, {}, place),
            std::ranges::upper_bound(m_findings, at, {}, place)};
}

std::string NodeFacts::makeText(quint32 at) const {
    QStringList parts{m_words.kind(at), m_words.transition(at), m_words.direction(at),
                      m_checks.check(at).text};
    const table::Entry* entry = node(at).kind == NodeKind::entry ? m_words.entry(at) : nullptr;
    const quint32 shown = m_checks.staleDelta(at).value_or(0);
    if (entry && shown < entry->deltas.size()) {
        const table::StateDelta& delta = entry->deltas[shown];
        parts += delta.current_state ? shortHexText(delta.current_state->view()) : QString();
        parts += shortHexText(delta.new_state.view());
    }
    return foldedText(parts.join(u' '));
}

std::string_view NodeFacts::rowText(quint32 node) const {
    if (m_text_ends.size() == size()) {
        const std::size_t begin = node == 0 ? 0 : m_text_ends[node - 1];
        return std::string_view(m_texts).substr(begin, m_text_ends[node] - begin);
    }
    m_text = makeText(node);
    return m_text;
}

bool NodeFacts::keepTexts(const Cancellation& cancellation, const ProgressReport& progress) const {
    if (size() > max_kept_texts || m_text_ends.size() == size()) {
        return !cancellation.cancelled();
    }
    m_text_ends.reserve(size()); // what a cancelled run made is gone on from
    for (quint32 at = static_cast<quint32>(m_text_ends.size()); at < size(); ++at) {
        if (at % rows_at_once == 0) {
            if (cancellation.cancelled()) {
                return false;
            }
            progress(at, size());
        }
        m_texts += makeText(at);
        m_text_ends.push_back(m_texts.size());
    }
    return true;
}

FilterVocabulary NodeFacts::vocabulary(const Cancellation& cancellation) const {
    FilterVocabulary out;
    QSet<QString> functions, rules;
    std::map<Address, bool> addresses;
    const auto known = [&](const Address& address) {
        if (addresses.size() < static_cast<std::size_t>(max_known)) {
            addresses.emplace(address, true);
        }
    };
    for (quint32 at = 0; at < size(); ++at) {
        if (at % rows_at_once == 0 && cancellation.cancelled()) {
            return {};
        }
        if (const std::optional<KnownCall> call = m_words.knownCall(at)) {
            known(call->target);
            if (call->source) {
                known(*call->source);
            }
            if (functions.size() < max_known) {
                functions.insert(functionText(call->data, *m_parts.names));
            }
        }
    }
    for (const auto& [owner, finding] : m_findings) {
        rules.insert(textOf(finding->rule));
    }
    out.functions = functions.values();
    out.rules = rules.values();
    out.functions.sort();
    out.rules.sort();
    for (const auto& [address, seen] : addresses) {
        const auto label = m_parts.names->labels.find(address);
        const QString name = label == m_parts.names->labels.end() ? QString() : textOf(label->second);
        out.addresses.append({hexText(address.view()), name});
    }
    std::stable_partition(out.addresses.begin(), out.addresses.end(),
                          [](const FilterVocabulary::Known& each) { return !each.label.isEmpty(); });
    for (const Domain domain : m_parts.tree->domains) {
        out.domains += QString::fromStdU16String(filterDomainText(domain));
    }
    return out;
}

} // namespace anchorscope::model
