#include "core/transition/replay_ether.h"

namespace anchorscope::transition {

EtherKnown::EtherKnown(const table::ExecutionTable& table, const Tree* tree, const Bundle* bundle)
    : m_table(table), m_tree(tree), m_bundle(bundle), m_flows(table.entries.size()) {
    if (table.format->scheme != table::Scheme::partitioned) {
        // A tree's nodes are no flat calls of the entry; what its contracts count is not known here.
        std::ranges::fill(m_flows, Flow{std::nullopt, std::nullopt, false});
        return;
    }
    learn_values();
    if (m_tree != nullptr) {
        follow_tree();
        return;
    }
    for (std::size_t i = 0; i < m_flows.size(); ++i) {
        from_table(m_flows[i], m_table.entries[i]);
    }
}

/// A call hash binds its value: whoever shows the preimage tells it.
void EtherKnown::learn_values() {
    for (std::size_t i = 0; m_tree != nullptr && i < m_tree->events.size(); ++i) {
        if (const auto* const call = std::get_if<CallExecuted>(&m_tree->events[i].body)) {
            m_values.emplace(call->call_hash, call->value);
        }
    }
    for (std::size_t i = 0; m_bundle != nullptr && i < m_bundle->arriving().size(); ++i) {
        const ArrivingCall& call = m_bundle->arriving()[i];
        if (!call.call_hash.is_zero()) {
            m_values.emplace(call.call_hash,
                             m_bundle->table(call.table).entries[call.entry].calls[call.index].value);
        }
    }
}

void EtherKnown::leaves(Flow& flow, const Hash32& call_hash) const {
    const auto value = m_values.find(call_hash);
    flow.in = flow.in && value != m_values.end() ? std::optional(flow.in->plus(value->second)) : std::nullopt;
}

/// Without a tree: where nested calls lie and how calls ended is not known.
void EtherKnown::from_table(Flow& flow, const table::Entry& entry) const {
    if (!entry.proxy_entry_hash.is_zero()) {
        leaves(flow, entry.proxy_entry_hash);
    }
    for (const table::NestedCall& nested : entry.nested) {
        leaves(flow, nested.call_hash);
    }
    const bool carries =
        std::ranges::any_of(entry.calls, [](const table::Call& call) { return !call.value.is_zero(); });
    if (carries) {
        flow.sent.reset();
    }
    const bool spans =
        std::ranges::any_of(entry.calls, [](const table::Call& call) { return !call.revert_span.is_zero(); });
    if (spans && !entry.nested.empty()) {
        flow.in.reset();
    }
}

void EtherKnown::follow_tree() {
    for (std::uint32_t i = 0; i < m_tree->nodes.size(); ++i) {
        const Node& node = m_tree->nodes[i];
        if (node.entry < m_flows.size() && node.lookup == no_node) {
            take(m_flows[node.entry], i);
        }
    }
}

void EtherKnown::take(Flow& flow, std::uint32_t at) const {
    const Node& node = m_tree->nodes[at];
    const table::Entry& entry = m_table.entries[node.entry];
    if (node.kind == NodeKind::entry) {
        if (!entry.proxy_entry_hash.is_zero()) {
            leaves(flow, entry.proxy_entry_hash);
        }
        return;
    }
    if (node.kind == NodeKind::nested) {
        const bool spans = std::ranges::any_of(
            entry.calls, [](const table::Call& call) { return !call.revert_span.is_zero(); });
        if (!node.placed && spans) {
            flow.in.reset();
        } else if (node.outcome != Outcome::rolled_back) {
            leaves(flow, entry.nested[node.index].call_hash);
        }
        return;
    }
    if (node.kind != NodeKind::call || entry.calls[node.index].value.is_zero() ||
        node.outcome == Outcome::rolled_back || node.outcome == Outcome::failure) {
        return;
    }
    if (!node.placed || node.outcome == Outcome::unknown) {
        flow.sent.reset();
    } else if (m_tree->nodes[node.parent].kind == NodeKind::entry) {
        flow.sent = flow.sent ? std::optional(flow.sent->plus(entry.calls[node.index].value)) : std::nullopt;
    } else {
        flow.nested_value = true;
    }
}

EntryEther EtherKnown::entry(std::size_t index) const {
    EntryEther out;
    for (const table::StateDelta& delta : m_table.entries[index].deltas) {
        out.deltas = out.deltas.plus(delta.ether_delta);
    }
    out.in = m_flows[index].in;
    out.sent = m_flows[index].sent;
    return out;
}

} // namespace anchorscope::transition
