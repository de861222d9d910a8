// Trees as text that people can check.
#pragma once
#include "core/transition/tree.h"
#include <QByteArray>

namespace anchorscope::test {

inline const char* word_for(transition::NodeKind kind) {
    using transition::NodeKind;
    switch (kind) {
    case NodeKind::bundle:
        return "bundle";
    case NodeKind::entry:
        return "entry";
    case NodeKind::call:
        return "call";
    case NodeKind::nested:
        return "nested";
    case NodeKind::revert_span:
        return "span";
    case NodeKind::lookup:
        return "lookup";
    case NodeKind::call_return:
        return "return";
    case NodeKind::unwind:
        return "unwind";
    case NodeKind::operation:
        return "operation";
    }
    return "?";
}

inline const char* word_for(transition::Outcome outcome) {
    using transition::Outcome;
    switch (outcome) {
    case Outcome::unknown:
        return "";
    case Outcome::success:
        return " ok";
    case Outcome::failure:
        return " failed";
    case Outcome::rolled_back:
        return " rolled back";
    }
    return "?";
}

inline const char* word_for(transition::ExecutionState state) {
    using transition::ExecutionState;
    switch (state) {
    case ExecutionState::equal:
        return "equal";
    case ExecutionState::differs:
        return "differs";
    case ExecutionState::nothing_to_observe:
        return "nothing to observe";
    case ExecutionState::not_observable:
        return "not observable";
    case ExecutionState::not_executed:
        return "not executed";
    case ExecutionState::no_events:
        return "no events";
    }
    return "?";
}

/// One row a node, indented by depth: "call 1 R1>L1 ok"; calls and nested calls count from 1, as contracts
/// and pictures do, V1's calls are named by their entry; "?" where the place is not known. Then one line an
/// entry with its state.
inline QByteArray tree_text(const transition::Tree& tree) {
    using transition::NodeKind;
    QByteArray out;
    for (const transition::Node& node : tree.nodes) {
        out += QByteArray(static_cast<qsizetype>(2 * node.depth), ' ') + word_for(node.kind);
        const bool from_one = node.kind != NodeKind::entry;
        if (node.kind != NodeKind::bundle && node.kind != NodeKind::call_return) {
            const bool of_entry = node.entry != transition::no_node &&
                                  (node.kind == NodeKind::entry || node.index == transition::no_node);
            const std::uint32_t index = of_entry ? node.entry : node.index;
            out += ' ' + QByteArray::number(index + (from_one && !of_entry ? 1U : 0U));
        }
        if (node.kind == NodeKind::revert_span || node.kind == NodeKind::unwind) {
            out += '+' + QByteArray::number(node.span_length);
        }
        out += QByteArray(" ") + node.from.short_name().c_str() + '>' + node.to.short_name().c_str();
        out += word_for(node.outcome);
        out += node.placed ? "\n" : "?\n";
    }
    out += QByteArray("basis ") + std::string(transition::name(tree.basis)).c_str() + '\n';
    for (const transition::EntryExecution& entry : tree.entries) {
        out += QByteArray(word_for(entry.state)) + (entry.skipped_alternative ? ", alternative\n" : "\n");
    }
    return out;
}

/// Parents, ends and depths agree with each other.
inline bool well_formed(const transition::Tree& tree) {
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
        const transition::Node& node = tree.nodes[i];
        if (node.subtree_end <= i || node.subtree_end > tree.nodes.size()) {
            return false;
        }
        if (i == 0) {
            if (node.parent != transition::no_node || node.depth != 0 ||
                node.subtree_end != tree.nodes.size()) {
                return false;
            }
            continue;
        }
        const transition::Node& parent = tree.nodes[node.parent];
        if (node.parent >= i || node.subtree_end > parent.subtree_end || node.depth != parent.depth + 1) {
            return false;
        }
        const bool returns = node.kind == transition::NodeKind::call_return;
        if (returns != (node.returns_from != transition::no_node) ||
            (returns && (node.returns_from != node.parent || node.subtree_end != parent.subtree_end))) {
            return false;
        }
        if (node.event != transition::no_node && node.event >= tree.events.size()) {
            return false;
        }
    }
    return true;
}

} // namespace anchorscope::test
