#include "core/transition/tree_writer.h"
#include "core/transition/call_targets.h"
#include <limits>

namespace anchorscope::transition {
namespace {

/// Caller's and callee's domain of the call that starts an entry.
struct Way {
    Domain from, to;
};

Way entry_way(const table::ExecutionTable& table, Domain own, std::uint32_t index, std::optional<Domain> to) {
    const table::Entry& entry = table.entries[index];
    if (table.format->side == table::Side::l1) {
        // Older versions name no destination: then it is the rollup whose state changes, if there is one
        // alone.
        const Domain rollup = entry.destination_rollup   ? domain_of(*entry.destination_rollup)
                              : entry.deltas.size() == 1 ? domain_of(entry.deltas.front().rollup_id)
                                                         : Domain{};
        // Without a call hash nothing called: the transaction was the rollup's own.
        return {entry.proxy_entry_hash.is_zero() ? rollup : l1_domain, rollup};
    }
    if (table.incoming && index == 0) {
        return {domain_of(table.incoming->source_rollup), own};
    }
    return {own, to.value_or(l1_domain)};
}

/// The lookup whose calls are found below a node.
std::uint32_t inner_lookup(const Node& node) {
    return node.kind == NodeKind::lookup ? node.index : node.lookup;
}

} // namespace

TreeWriter::TreeWriter(const table::ExecutionTable& table, Domain own) : m_table(table), m_own(own) {
    open(NodeKind::bundle, m_own, m_own);
}

Node& TreeWriter::open(NodeKind kind, Domain from, Domain to) {
    Node node;
    node.kind = kind;
    node.from = from;
    node.to = to;
    m_domains.insert(from);
    m_domains.insert(to);
    if (!m_open.empty()) {
        const Node& parent = m_nodes[m_open.back()];
        constexpr std::uint16_t deepest = std::numeric_limits<std::uint16_t>::max();
        node.parent = m_open.back();
        node.lookup = kind == NodeKind::lookup ? no_node : m_lookup;
        node.depth = parent.depth == deepest ? deepest : static_cast<std::uint16_t>(parent.depth + 1);
        node.entry = m_entry;
    }
    m_open.push_back(static_cast<std::uint32_t>(m_nodes.size()));
    return m_nodes.emplace_back(node);
}

void TreeWriter::open_entry(std::uint32_t entry, std::optional<Domain> to, std::uint32_t event,
                            Outcome outcome) {
    m_entry = entry;
    m_shown_lookups.clear();
    const Way way = entry_way(m_table, m_own, entry, to);
    Node& node = open(NodeKind::entry, way.from, way.to);
    node.event = event;
    node.outcome = outcome;
}

void TreeWriter::open_call(std::uint32_t index, std::uint32_t event, Outcome outcome, bool placed) {
    Node& node = open(NodeKind::call, domain_of(calls()[index].source_rollup), m_own);
    node.index = index;
    node.event = event;
    node.outcome = outcome;
    node.placed = placed;
}

void TreeWriter::open_nested(std::uint32_t index, std::optional<Domain> to, std::uint32_t event,
                             Outcome outcome, bool placed) {
    const std::optional<U256>& own = nested()[index].destination_rollup; // newer versions say it
    Node& node = open(NodeKind::nested, m_own, to.value_or(own ? domain_of(*own) : destination()));
    node.index = index;
    node.event = event;
    node.outcome = outcome;
    node.placed = placed;
}

void TreeWriter::open_span(std::uint32_t first, std::uint32_t length, std::uint32_t event, Outcome outcome) {
    Node& node = open(NodeKind::revert_span, m_own, m_own);
    node.index = first;
    node.span_length = length;
    node.event = event;
    node.outcome = outcome;
}

void TreeWriter::open_lookup(std::uint32_t index, Outcome outcome) {
    Node& node = open(NodeKind::lookup, m_own, destination());
    node.index = index;
    node.outcome = outcome;
    m_lookup = index;
    m_shown_lookups.insert(index);
}

std::uint32_t TreeWriter::open_node(NodeKind kind, Domain from, Domain to) {
    open(kind, from, to);
    return m_open.back();
}

void TreeWriter::roll_back(std::uint32_t index) {
    const std::uint32_t end = m_nodes[index].subtree_end;
    for (std::uint32_t at = index; at < end;) {
        Node& node = m_nodes[at];
        const bool done = node.outcome == Outcome::rolled_back && node.kind == NodeKind::call;
        node.outcome = Outcome::rolled_back;
        at = done ? node.subtree_end : at + 1;
    }
}

void TreeWriter::set_result(KnownResult result) {
    m_nodes[m_open.back()].result = static_cast<std::uint32_t>(m_results.size());
    m_results.push_back(std::move(result));
}

void TreeWriter::lookups() {
    for (std::uint32_t i = 0; i < entry().lookups.size(); ++i) {
        if (m_shown_lookups.contains(i)) {
            continue;
        }
        Node& node = open(NodeKind::lookup, m_own, destination());
        node.index = i;
        node.outcome =
            entry().lookups[i].failed ? Outcome::failure : Outcome::success; // as the table states it
        node.placed = false;
        close();
    }
}

std::span<const table::Call> TreeWriter::calls() const {
    return m_lookup == no_node ? entry().calls : entry().lookups[m_lookup].calls;
}

std::span<const table::NestedCall> TreeWriter::nested() const {
    return m_lookup == no_node ? entry().nested : entry().lookups[m_lookup].nested;
}

/// Where a call goes that leaves an entry, as far as the table tells.
Domain TreeWriter::destination() const {
    const std::optional<U256>& rollup = entry().destination_rollup;
    return rollup ? domain_of(*rollup) : l1_domain;
}

void TreeWriter::close_with_return(std::uint32_t event, std::uint32_t entry) {
    const Node from = m_nodes[m_open.back()];
    const std::uint32_t returning = m_open.back();
    Node& node = open(NodeKind::call_return, from.to, from.from);
    node.returns_from = returning;
    node.outcome = from.outcome;
    node.placed = from.placed;
    node.event = event;
    node.entry = entry == no_node ? from.entry : entry;
    close();
    close();
}

void TreeWriter::close() {
    m_nodes[m_open.back()].subtree_end = static_cast<std::uint32_t>(m_nodes.size());
    m_open.pop_back();
    m_lookup = m_open.empty() ? no_node : inner_lookup(m_nodes[m_open.back()]);
}

void TreeWriter::finish(Tree& tree) {
    close();
    tree.domains.assign(m_domains.begin(), m_domains.end());
    tree.nodes = std::move(m_nodes);
    tree.results = std::move(m_results);
}

} // namespace anchorscope::transition
