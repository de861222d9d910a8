#include "core/transition/tree.h"
#include "core/table/field_names.h"

namespace anchorscope::transition {
namespace {

using table::Entry;
using table::ExecutionTable;

std::string element(std::string_view array, std::size_t index) {
    std::string out(array);
    out += '[';
    out += std::to_string(index);
    out += ']';
    return out;
}

ByteRange span_range(std::span<const table::Call> calls, const Node& node) {
    const ByteRange first = calls[node.index].range;
    const ByteRange last = calls[node.index + node.span_length - 1].range;
    return {first.offset, last.end() - first.offset};
}

/// Bytes of an entry's returnData; of all of it in versions where an entry has none.
ByteRange entry_return(const codec::AbiValue& value) {
    const std::optional<std::uint32_t> field =
        table::field_of(value.type(), value.type_index(), "returnData");
    return field ? value.at(*field).range() : value.range();
}

/// Index of the element whose range holds `offset`; elements lie one behind the other.
template<class T>
std::optional<std::uint32_t> element_at(std::span<const T> elements, std::uint64_t offset) {
    const auto behind =
        std::ranges::upper_bound(elements, offset, {}, [](const T& one) { return one.range.offset; });
    if (behind == elements.begin() || !std::prev(behind)->range.contains(offset)) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(behind - elements.begin() - 1);
}

/// Kind and index of the part of an entry that holds a byte.
struct Part {
    NodeKind kind = NodeKind::entry;
    std::uint32_t index = no_node;
};

Part part_at(const Entry& entry, std::uint64_t offset) {
    if (const auto call = element_at(entry.calls, offset)) {
        return {NodeKind::call, *call};
    }
    if (const auto nested = element_at(entry.nested, offset)) {
        return {NodeKind::nested, *nested};
    }
    if (const auto lookup = element_at(entry.lookups, offset)) {
        return {NodeKind::lookup, *lookup};
    }
    return {};
}

} // namespace

std::string_view name(TreeBasis basis) {
    switch (basis) {
    case TreeBasis::linked:
        return "linked";
    case TreeBasis::events:
        return "events";
    case TreeBasis::table:
        return "table";
    case TreeBasis::trace:
        return "trace";
    case TreeBasis::peer:
        return "peer";
    case TreeBasis::solved:
        return "solved";
    case TreeBasis::ambiguous:
        break;
    }
    return "ambiguous";
}

namespace {

/// Where V1's action holds what comes back; all of it where that is nothing.
ByteRange data_range(const ExecutionTable& table, const table::Action& action) {
    return action.data.empty()
               ? action.range
               : ByteRange{static_cast<std::uint64_t>(action.data.data() - table.calldata().data()),
                           action.data.size()};
}

/// What V1's entries and messages have instead of flat calls.
std::optional<std::string> action_path(const Tree& tree, const ExecutionTable& table, const Node& at) {
    if (!table.messages.empty()) {
        return ExecutionTable::message_path(at.index);
    }
    if (table.format->scheme != table::Scheme::actions || at.kind == NodeKind::entry) {
        return {};
    }
    const bool data = at.kind == NodeKind::call_return && tree.nodes[at.returns_from].kind == NodeKind::entry;
    return table.entry_path(at.entry) + (data ? ".nextAction.data" : ".nextAction");
}

} // namespace

std::optional<ByteRange> Tree::action_range(const ExecutionTable& table, std::uint32_t node) const {
    const Node& at = nodes[node];
    if (!table.messages.empty()) {
        return table.messages[at.index].range;
    }
    if (table.format->scheme != table::Scheme::actions || at.kind == NodeKind::entry) {
        return {};
    }
    const table::Action& action = *table.entries[at.entry].next_action;
    const bool data = at.kind == NodeKind::call_return && nodes[at.returns_from].kind == NodeKind::entry;
    return data ? data_range(table, action) : action.range;
}

std::span<const table::Call> Tree::calls_of(const ExecutionTable& table, std::uint32_t node) const {
    const Node& at = nodes[node];
    const Entry& entry = table.entries[at.entry];
    return at.lookup == no_node ? entry.calls : entry.lookups[at.lookup].calls;
}

std::span<const table::NestedCall> Tree::nested_of(const ExecutionTable& table, std::uint32_t node) const {
    const Node& at = nodes[node];
    const Entry& entry = table.entries[at.entry];
    return at.lookup == no_node ? entry.nested : entry.lookups[at.lookup].nested;
}

std::string Tree::field_path(const ExecutionTable& table, std::uint32_t node) const {
    const Node& at = nodes[node];
    if (at.kind == NodeKind::bundle) {
        return {};
    }
    if (std::optional<std::string> path = action_path(*this, table, at)) {
        return *std::move(path);
    }
    const table::FieldNames names = table::field_names(*table.format);
    std::string entry = table.entry_path(at.entry);
    if (at.lookup != no_node) {
        entry += ".";
        entry += element(names.entry_lookups, at.lookup);
    }
    switch (at.kind) {
    case NodeKind::call:
    case NodeKind::revert_span:
        return entry + "." + element(names.calls, at.index);
    case NodeKind::nested:
        return entry + "." + element(names.nested, at.index);
    case NodeKind::lookup:
        return entry + "." + element(names.entry_lookups, at.index);
    case NodeKind::call_return: {
        const bool has_data =
            nodes[at.returns_from].kind != NodeKind::call; // a flat call's result is not in the table
        return field_path(table, at.returns_from) + (has_data ? ".returnData" : "");
    }
    case NodeKind::entry:
    case NodeKind::bundle:
    case NodeKind::unwind:
    case NodeKind::operation:
        break;
    }
    return entry;
}

ByteRange Tree::range(const ExecutionTable& table, std::uint32_t node) const {
    const Node& at = nodes[node];
    if (at.kind == NodeKind::bundle) {
        return {0, table.calldata().size()};
    }
    if (const std::optional<ByteRange> range = action_range(table, node)) {
        return *range;
    }
    const Entry& entry = table.entries[at.entry];
    switch (at.kind) {
    case NodeKind::call:
        return calls_of(table, node)[at.index].range;
    case NodeKind::revert_span:
        return span_range(calls_of(table, node), at);
    case NodeKind::nested:
        return nested_of(table, node)[at.index].range;
    case NodeKind::lookup:
        return entry.lookups[at.index].range;
    case NodeKind::call_return:
        return return_range(table, at.returns_from);
    case NodeKind::entry:
    case NodeKind::bundle:
    case NodeKind::unwind:
    case NodeKind::operation:
        break;
    }
    return entry.range;
}

ByteRange Tree::return_range(const ExecutionTable& table, std::uint32_t node) const {
    const Node& from = nodes[node];
    const table::FieldNames names = table::field_names(*table.format);
    const codec::AbiValue entry = table.entry_value(from.entry);
    if (from.kind == NodeKind::entry) {
        return entry_return(entry);
    }
    if (from.kind == NodeKind::lookup) {
        return entry[names.entry_lookups].at(from.index)["returnData"].range();
    }
    if (from.kind == NodeKind::nested) {
        const codec::AbiValue host =
            from.lookup == no_node ? entry : entry[names.entry_lookups].at(from.lookup);
        return host[names.nested].at(from.index)["returnData"].range();
    }
    return range(table, node);
}

std::uint32_t Tree::message_at(const ExecutionTable& table, std::uint64_t offset) const {
    const std::optional<std::uint32_t> message = element_at(table.messages, offset);
    if (!message) {
        return 0;
    }
    // Messages are in the order of the nodes, at most one a node.
    const auto below = std::span(nodes).subspan(1);
    const auto found = std::ranges::lower_bound(below, *message, {}, &Node::index);
    const bool shown = found != below.end() && found->index == *message;
    return shown ? static_cast<std::uint32_t>(found - below.begin() + 1) : 0;
}

std::uint32_t Tree::node_at(const ExecutionTable& table, std::uint64_t offset) const {
    if (!table.messages.empty()) {
        return message_at(table, offset);
    }
    const std::optional<std::uint32_t> entry = element_at(table.entries, offset);
    if (!entry) {
        return 0;
    }
    if (!entry_nodes.empty()) {
        // What an entry's action does stands right behind the entry's own node.
        const std::uint32_t node = entry_nodes[*entry];
        const bool in_action = table.entries[*entry].next_action->range.contains(offset);
        const bool acts = node + 1 < nodes[node].subtree_end && nodes[node + 1].entry == *entry &&
                          nodes[node + 1].kind != NodeKind::call_return;
        return in_action && acts ? node + 1 : node;
    }
    const auto below = std::span(nodes).subspan(1);
    // Below the bundle nodes are sorted by entry, and an entry's own node comes first.
    const auto first = std::ranges::lower_bound(below, *entry, {}, &Node::entry);
    const auto entry_node = static_cast<std::uint32_t>(first - below.begin() + 1);
    const Part part = part_at(table.entries[*entry], offset);
    for (std::uint32_t i = entry_node; i < nodes[entry_node].subtree_end; ++i) {
        if (nodes[i].kind == part.kind && nodes[i].index == part.index && nodes[i].lookup == no_node) {
            return i;
        }
    }
    return entry_node;
}

} // namespace anchorscope::transition
