#include "model/items/node_words.h"
#include "core/transition/node_details.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using transition::Node;
using transition::NodeKind;

namespace {

/// What begins, or what one chain does alone.
QString messageWords(const table::Message& message) {
    return message.type == table::Message::Type::initiate
               ? Words::tr("cross-chain transaction, %1")
                     .arg(countText(message.transaction.size(), Words::tr("byte"), Words::tr("bytes")))
               : countText(message.operations.size(), Words::tr("item of one chain"),
                           Words::tr("items of one chain"));
}

template<class T>
const T* itemOf(std::span<const T> items, quint32 index) {
    return index < items.size() ? &items[index] : nullptr;
}

} // namespace

NodeWords::NodeWords(const table::ExecutionTable& table, const transition::Tree& tree,
                     std::shared_ptr<const Names> names)
    : m_table(&table), m_tree(&tree), m_preimages(table, tree), m_names(std::move(names)) {}

const table::Entry* NodeWords::entry(quint32 node) const {
    return itemOf(m_table->entries, m_tree->nodes[node].entry);
}

const table::Call* NodeWords::call(quint32 node) const {
    const Node& at = m_tree->nodes[node];
    const table::Entry* owner = entry(node);
    return at.kind == NodeKind::call && owner ? itemOf(m_tree->calls_of(*m_table, node), at.index) : nullptr;
}

const table::NestedCall* NodeWords::nested(quint32 node) const {
    const Node& at = m_tree->nodes[node];
    const table::Entry* owner = entry(node);
    return at.kind == NodeKind::nested && owner ? itemOf(m_tree->nested_of(*m_table, node), at.index)
                                                : nullptr;
}

const table::Lookup* NodeWords::lookup(quint32 node) const {
    const Node& at = m_tree->nodes[node];
    const table::Entry* owner = entry(node);
    return at.kind == NodeKind::lookup && owner ? itemOf(owner->lookups, at.index) : nullptr;
}

QString NodeWords::kind(quint32 node) const {
    const Node& at = m_tree->nodes[node];
    switch (at.kind) {
    case NodeKind::bundle:
        return Words::tr("bundle");
    case NodeKind::entry:
        return m_table->messages.empty() ? Words::tr("entry %1").arg(at.entry) : Words::tr("transaction");
    case NodeKind::call:
        return at.index == transition::no_node || !m_table->messages.empty()
                   ? Words::tr("call")
                   : Words::tr("call %1").arg(quint64{at.index} + 1);
    case NodeKind::nested:
        return Words::tr("nested %1").arg(quint64{at.index} + 1);
    case NodeKind::revert_span:
        return Words::tr("revert span");
    case NodeKind::lookup:
        return Words::tr("lookup %1").arg(at.index);
    case NodeKind::call_return:
        return Words::tr("return");
    case NodeKind::unwind:
        return Words::tr("unwind");
    case NodeKind::operation:
        return Words::tr("operation");
    }
    return {};
}

std::optional<Hash32> NodeWords::callHash(quint32 node) const {
    if (const table::NestedCall* frame = nested(node)) {
        return frame->call_hash;
    }
    if (const table::Lookup* read = lookup(node)) {
        return read->call_hash;
    }
    const table::Entry* owner = m_tree->nodes[node].kind == NodeKind::entry ? entry(node) : nullptr;
    return owner ? std::optional(owner->proxy_entry_hash) : std::nullopt;
}

std::optional<KnownCall> NodeWords::knownCall(quint32 node) const {
    const Node& at = m_tree->nodes[node];
    if (at.kind == NodeKind::call) {
        if (const table::Action* action = transition::action_of(*m_table, at)) {
            return KnownCall{action->destination, false, action->source, action->value, action->data};
        }
        if (const table::Message* message = transition::message_of(*m_table, at)) {
            return KnownCall{message->target, false, message->source, message->value, message->data};
        }
    }
    if (const table::Call* flat = call(node)) {
        return KnownCall{flat->target, false, flat->source, flat->value, flat->data};
    }
    const std::optional<Hash32> hash = callHash(node);
    return hash ? m_preimages.find(*hash) : std::nullopt;
}

/// V1: what the last entry says that goes on from this one.
NodeWords::Returned NodeWords::returnedAction(quint32 node) const {
    const quint32 last = m_tree->nodes[node].subtree_end - 1;
    const Node& back = m_tree->nodes[last];
    if (back.kind != NodeKind::call_return || back.returns_from != node) {
        return {};
    }
    const table::Entry* owner = entry(last);
    return owner && owner->next_action ? Returned{true, !owner->next_action->failed, owner->next_action->data}
                                       : Returned{};
}

NodeWords::Returned NodeWords::returned(quint32 node) const {
    if (node >= m_tree->nodes.size()) {
        return {};
    }
    const Node& from = m_tree->nodes[node];
    if (from.kind == NodeKind::entry && entry(node) && entry(node)->next_action) {
        return returnedAction(node);
    }
    if (const table::NestedCall* frame = nested(node)) {
        return {true, true, frame->return_data};
    }
    if (const table::Lookup* read = lookup(node)) {
        return {true, !read->failed, read->return_data};
    }
    if (from.kind == NodeKind::entry && entry(node)) {
        return {true, from.outcome != transition::Outcome::failure, entry(node)->return_data};
    }
    if (from.result < m_tree->results.size()) {
        const transition::KnownResult& result = m_tree->results[from.result];
        return {true, result.success, result.return_data};
    }
    if (from.event < m_tree->events.size()) {
        if (const auto* result = std::get_if<transition::CallResult>(&m_tree->events[from.event].body)) {
            return {true, result->success, result->return_data};
        }
    }
    return {};
}

QString NodeWords::returnWords(quint32 node) const {
    const Returned back = returned(m_tree->nodes[node].returns_from);
    if (!back.known) {
        const Node& from = m_tree->nodes[m_tree->nodes[node].returns_from];
        return !m_table->messages.empty() ? Words::tr("finished")
               : transition::action_of(*m_table, from) // of V1's calls the next entry holds a hash
                   ? Words::tr("only its hash is in the table")
                   : Words::tr(
                         "not in the table"); // results of flat calls are only bound by the rolling hash
    }
    const QString value = returnText(back.data);
    return back.success ? value : back.data.empty() ? Words::tr("reverted") : Words::tr("reverted, ") + value;
}

QString NodeWords::transition(quint32 node) const {
    const Node& at = m_tree->nodes[node];
    if (at.kind == NodeKind::unwind) {
        return textOf(transition::unwind_words(*m_table, at)).trimmed();
    }
    if (const table::Message* message = transition::message_of(*m_table, at);
        message && (at.kind == NodeKind::operation || at.kind == NodeKind::entry)) {
        return messageWords(*message);
    }
    if (at.kind == NodeKind::bundle && m_table->format && !m_table->messages.empty()) {
        return countText(m_table->messages.size(), Words::tr("message"), Words::tr("messages"));
    }
    if (at.kind == NodeKind::bundle) {
        return m_table->format ? textOf(m_table->format->function) + u"()"_s : QString();
    }
    if (at.kind == NodeKind::call_return) {
        return returnWords(node);
    }
    if (at.kind == NodeKind::revert_span) {
        return countText(at.span_length, Words::tr("call"), Words::tr("calls")) + Words::tr(" rolled back");
    }
    if (const std::optional<KnownCall> known = knownCall(node)) {
        return callText(*known, *m_names) + textOf(transition::scope_words(*m_table, at));
    }
    const std::optional<Hash32> hash = callHash(node);
    if (!hash) {
        return {};
    }
    if (entry(node)->next_action) {
        return hash->is_zero() ? Words::tr("states set at posting")
                               : Words::tr("action hash ") + shortHexText(hash->view());
    }
    // Entries without a starting call are the rollup's own transactions.
    return hash->is_zero() ? Words::tr("rollup transaction")
                           : Words::tr("call hash ") + shortHexText(hash->view());
}

QString NodeWords::full(quint32 node) const {
    const Node& at = m_tree->nodes[node];
    if (at.kind == NodeKind::call_return) {
        const Returned back = returned(at.returns_from);
        return back.known ? hexText(back.data) : QString();
    }
    if (const std::optional<KnownCall> known = knownCall(node)) {
        return hexText(known->data);
    }
    const std::optional<Hash32> hash = callHash(node);
    return hash ? hexText(hash->view()) : QString();
}

QString NodeWords::direction(quint32 node) const {
    const Node& at = m_tree->nodes[node];
    if (at.kind == NodeKind::call_return && at.returns_from < m_tree->nodes.size()) {
        const Node& callee = m_tree->nodes[at.returns_from];
        return Words::tr("%1 back to %2").arg(textOf(callee.to.name()), textOf(callee.from.name()));
    }
    if (at.from == at.to || at.kind == NodeKind::bundle) {
        return Words::tr("on ") + textOf(at.to.name());
    }
    return Words::tr("%1 to %2").arg(textOf(at.from.name()), textOf(at.to.name()));
}

} // namespace anchorscope::model
