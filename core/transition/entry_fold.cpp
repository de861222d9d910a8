#include "core/transition/entry_fold.h"

namespace anchorscope::transition {
namespace {

using digest::FoldStep;
using digest::FoldTag;

/// Reads the nodes of one entry, in display order, as the fold's steps. A loop with an explicit stack.
class Folder {
public:
    Folder(const Tree& tree, std::uint32_t lookup) : m_tree(tree), m_lookup(lookup) {}

    /// Steps from node `first` to before `end`, or nothing.
    std::optional<std::vector<FoldStep>> fold(std::uint32_t first, std::uint32_t end) {
        for (std::uint32_t id = first; id < end && m_known; ++id) {
            close_until(id);
            const Node& node = m_tree.nodes[id];
            if (node.lookup == m_lookup) {
                open(id, node);
            }
        }
        close_until(end);
        return m_known ? std::optional(std::move(m_steps)) : std::nullopt;
    }
    [[nodiscard]] std::uint64_t calls() const { return m_calls; }
    [[nodiscard]] std::uint64_t nested() const { return m_nested; }

private:
    void open(std::uint32_t id, const Node& node) {
        const bool call = node.kind == NodeKind::call;
        if (node.kind == NodeKind::revert_span) {
            m_known = false;
        }
        if (!call && node.kind != NodeKind::nested) {
            return;
        }
        m_known = m_known && node.placed;
        const std::uint64_t number = std::uint64_t{node.index} + 1;
        m_steps.push_back({call ? FoldTag::call_begin : FoldTag::nested_begin, number, false, {}});
        if (call) {
            m_cursor = number;
            ++m_calls;
        } else {
            ++m_nested;
        }
        m_open.push_back(id);
    }

    void close_until(std::uint32_t id) {
        while (!m_open.empty() && m_tree.nodes[m_open.back()].subtree_end <= id) {
            close(m_tree.nodes[m_open.back()]);
            m_open.pop_back();
        }
    }

    void close(const Node& node) {
        if (node.kind == NodeKind::nested) {
            m_steps.push_back({FoldTag::nested_end, std::uint64_t{node.index} + 1, false, {}});
            return;
        }
        FoldStep step{FoldTag::call_end, m_cursor, false, {}};
        if (node.result != no_node && node.result < m_tree.results.size()) {
            step.success = m_tree.results[node.result].success;
            step.return_data = m_tree.results[node.result].return_data;
        } else if (const CallResult* const event = result_event(node)) {
            step.success = event->success;
            step.return_data = event->return_data;
        } else {
            m_known = false;
        }
        m_steps.push_back(step);
    }

    [[nodiscard]] const CallResult* result_event(const Node& node) const {
        return node.event < m_tree.events.size() ? std::get_if<CallResult>(&m_tree.events[node.event].body)
                                                 : nullptr;
    }

    const Tree& m_tree;
    std::uint32_t m_lookup;
    std::vector<FoldStep> m_steps;
    std::vector<std::uint32_t> m_open;
    std::uint64_t m_cursor = 0, m_calls = 0, m_nested = 0;
    bool m_known = true;
};

/// The entries' nodes, by entry; no_node where the tree has none.
std::vector<std::uint32_t> entry_nodes(const Tree& tree, std::size_t entries) {
    std::vector<std::uint32_t> out(entries, no_node);
    std::uint32_t id = 1;
    while (id < tree.nodes.size()) {
        const Node& node = tree.nodes[id];
        if (node.kind == NodeKind::entry && node.entry < entries) {
            out[node.entry] = id;
        }
        id = std::max(id + 1, node.subtree_end);
    }
    return out;
}

std::optional<std::vector<FoldStep>> fold_of(const table::Entry& entry, const Tree& tree, std::uint32_t node,
                                             std::uint32_t lookup) {
    if (node == no_node || (lookup != no_node && lookup >= entry.lookups.size())) {
        return {};
    }
    const bool whole = lookup == no_node;
    const std::size_t calls = whole ? entry.calls.size() : entry.lookups[lookup].calls.size();
    const std::size_t nested = whole ? entry.nested.size() : entry.lookups[lookup].nested.size();
    Folder folder(tree, lookup);
    auto steps = folder.fold(node + 1, tree.nodes[node].subtree_end);
    return folder.calls() == calls && folder.nested() == nested ? steps : std::nullopt;
}

digest::StepTrace lookup_trace(const table::Lookup& lookup, std::string subject,
                               const std::vector<FoldStep>& steps) {
    if (lookup.failed) {
        return digest::rolling_hash_trace(std::move(subject), steps);
    }
    std::vector<digest::CallOutcome> outcomes;
    for (const FoldStep& step : steps) {
        if (step.tag == FoldTag::call_end) {
            outcomes.push_back({step.success, step.return_data});
        }
    }
    return digest::static_lookup_trace(std::move(subject), outcomes);
}

} // namespace

std::optional<std::vector<FoldStep>> observed_fold(const table::ExecutionTable& table, const Tree& tree,
                                                   std::uint32_t entry, std::uint32_t lookup) {
    if (entry >= table.entries.size() || table.format->scheme != table::Scheme::partitioned) {
        return {};
    }
    return fold_of(table.entries[entry], tree, entry_nodes(tree, table.entries.size())[entry], lookup);
}

std::vector<digest::StepTrace> observed_traces(const table::ExecutionTable& table, const Tree& tree,
                                               std::size_t most) {
    std::vector<digest::StepTrace> out;
    if (table.format->scheme != table::Scheme::partitioned) {
        return out;
    }
    const std::vector<std::uint32_t> nodes = entry_nodes(tree, table.entries.size());
    for (std::size_t i = 0; i < nodes.size() && out.size() < most; ++i) {
        const table::Entry& entry = table.entries[i];
        const std::string subject = "entries[" + std::to_string(i) + "]";
        if (const auto steps = fold_of(entry, tree, nodes[i], no_node)) {
            out.push_back(digest::rolling_hash_trace(subject, *steps));
        }
        for (std::uint32_t j = 0; j < entry.lookups.size() && out.size() < most; ++j) {
            const auto steps = fold_of(entry, tree, nodes[i], j);
            if (steps && !steps->empty()) {
                out.push_back(
                    lookup_trace(entry.lookups[j], subject + ".lookups[" + std::to_string(j) + "]", *steps));
            }
        }
    }
    return out;
}

} // namespace anchorscope::transition
