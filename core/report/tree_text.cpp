// The tree as indented rows.
#include "core/report/names.h"
#include "core/report/text_report.h"
#include "core/transition/node_details.h"

namespace anchorscope::report {
namespace {

using transition::Node;
using transition::NodeKind;

/// Deeper rows are indented no further: a table can nest far more calls than a terminal has columns.
constexpr std::size_t max_indented_depth = 60;

std::string label(const table::ExecutionTable& table, const transition::Tree& tree, const Node& node,
                  std::uint32_t id) {
    switch (node.kind) {
    case NodeKind::bundle:
        return std::string(table.format->function);
    case NodeKind::call_return:
        return "return";
    case NodeKind::unwind:
        return "unwind " + tree.field_path(table, id) + transition::unwind_words(table, node);
    case NodeKind::operation:
        return "operation " + tree.field_path(table, id);
    case NodeKind::revert_span:
        return "revert span of " + std::to_string(node.span_length) + " from " + tree.field_path(table, id);
    case NodeKind::entry:
    case NodeKind::call:
    case NodeKind::nested:
    case NodeKind::lookup:
        break;
    }
    return std::string(name_of(node.kind))
        .append(" ")
        .append(tree.field_path(table, id))
        .append(transition::scope_words(table, node));
}

constexpr std::size_t max_shown_result = 32; // bytes: one word

/// What a call returned, where no event but a trace or another table tells it.
std::string result_text(const transition::Tree& tree, const Node& node) {
    if (node.result >= tree.results.size()) {
        return {};
    }
    const transition::KnownResult& result = tree.results[node.result];
    const ByteView data = result.return_data;
    std::string out = result.success ? "  returned " : "  reverted with ";
    out.append(data.empty() ? "nothing" : to_hex(data.first(std::min(data.size(), max_shown_result))));
    return data.size() > max_shown_result ? out.append("…") : out;
}

std::string remarks(const transition::Tree& tree, const Node& node) {
    std::string out;
    if (node.outcome != transition::Outcome::unknown) {
        out.append("  ").append(name_of(node.outcome));
    }
    if (node.kind == NodeKind::entry && node.entry < tree.entries.size()) {
        out.append("  [").append(name_of(tree.entries[node.entry].state)).append("]");
    }
    out += result_text(tree, node);
    return node.placed ? out : out.append("  (place unknown)");
}

} // namespace

std::string tree_text(const table::ExecutionTable& table, const transition::Tree& tree) {
    std::string out;
    for (std::uint32_t id = 0; id < tree.nodes.size(); ++id) {
        const Node& node = tree.nodes[id];
        out.append(2 * std::min<std::size_t>(node.depth, max_indented_depth), ' ');
        if (node.kind != NodeKind::bundle) {
            out.append(node.from.short_name()).append(" → ").append(node.to.short_name()).append("  ");
        }
        out.append(label(table, tree, node, id)).append(remarks(tree, node)).append("\n");
    }
    return out;
}

} // namespace anchorscope::report
