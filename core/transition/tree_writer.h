// Writes the nodes of a tree in display order: opened, filled, closed. Knows where calls come from and go to.
#pragma once
#include "core/transition/tree.h"
#include <set>

namespace anchorscope::transition {

class TreeWriter {
public:
    /// `own`: where the table's calls run.
    TreeWriter(const table::ExecutionTable& table, Domain own);

    /// Opens a node below the open one. `index` as Node::index says.
    void open_entry(std::uint32_t entry, std::optional<Domain> to, std::uint32_t event, Outcome outcome);
    void open_call(std::uint32_t index, std::uint32_t event, Outcome outcome, bool placed = true);
    void open_nested(std::uint32_t index, std::optional<Domain> to, std::uint32_t event, Outcome outcome,
                     bool placed = true);
    void open_span(std::uint32_t first, std::uint32_t length, std::uint32_t event, Outcome outcome);
    /// A lookup where it happened. Calls and nested calls opened inside it are its own. Closed by
    /// close_with_return.
    void open_lookup(std::uint32_t index, Outcome outcome);
    /// Any other node; the rest of it is set by `top`.
    std::uint32_t open_node(NodeKind kind, Domain from, Domain to);
    /// The open node; a reference until the next one is opened.
    [[nodiscard]] Node& top() { return m_nodes[m_open.back()]; }
    [[nodiscard]] std::uint32_t top_index() const { return m_open.back(); }
    [[nodiscard]] Node& node(std::uint32_t index) { return m_nodes[index]; }
    /// A closed node and all below it were undone. Looks at no node below one that was undone before.
    void roll_back(std::uint32_t index);
    /// The result of the open call.
    void set_result(KnownResult result);
    /// Adds the lookups of the open entry that were not opened.
    void lookups();
    /// Adds the way back of the open node as its last child, shown by `event`, and closes the node. `entry`:
    /// whose that is, if not the node's own.
    void close_with_return(std::uint32_t event = no_node, std::uint32_t entry = no_node);
    void close();

    /// Closes the bundle and hands over nodes and domains.
    void finish(Tree& tree);

private:
    Node& open(NodeKind kind, Domain from, Domain to);
    [[nodiscard]] const table::Entry& entry() const { return m_table.entries[m_entry]; }
    [[nodiscard]] std::span<const table::Call> calls() const;
    [[nodiscard]] std::span<const table::NestedCall> nested() const;
    [[nodiscard]] Domain destination() const;

    const table::ExecutionTable& m_table;
    Domain m_own;
    std::uint32_t m_entry = no_node;
    std::uint32_t m_lookup = no_node; // that runs
    std::set<std::uint32_t> m_shown_lookups;
    std::vector<KnownResult> m_results;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_open;
    std::set<Domain> m_domains;
};

} // namespace anchorscope::transition
