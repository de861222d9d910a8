#include "core/transition/node_details.h"

namespace anchorscope::transition {

const table::Action* action_of(const table::ExecutionTable& table, const Node& node) {
    const bool acts = node.kind == NodeKind::call || node.kind == NodeKind::unwind;
    return acts && node.entry < table.entries.size() ? table.entries[node.entry].next_action : nullptr;
}

const table::Message* message_of(const table::ExecutionTable& table, const Node& node) {
    return node.index < table.messages.size() ? &table.messages[node.index] : nullptr;
}

std::string scope_text(std::span<const U256> scope) {
    std::string out = "[";
    for (std::size_t i = 0; i < scope.size(); ++i) {
        out += i == 0 ? "" : ", ";
        out += scope[i].decimal();
    }
    return out += "]";
}

std::string scope_words(const table::ExecutionTable& table, const Node& node) {
    const table::Action* const action = node.kind == NodeKind::call ? action_of(table, node) : nullptr;
    return action == nullptr ? std::string() : " at scope " + scope_text(action->scope);
}

std::string unwind_words(const table::ExecutionTable& table, const Node& node) {
    if (node.kind != NodeKind::unwind) {
        return {};
    }
    if (const table::Message* const message = message_of(table, node)) {
        return " of call " + std::to_string(message->call_number) + " of " +
               table::Message::domain_of_chain(message->call_chain).name();
    }
    const table::Action* const action = action_of(table, node);
    return " of scope " + scope_text(action == nullptr ? std::span<const U256>() : action->scope) + ": " +
           std::to_string(node.span_length) + (node.span_length == 1 ? " call" : " calls") + " rolled back";
}

} // namespace anchorscope::transition
