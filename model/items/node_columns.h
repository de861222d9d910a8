// The tree's columns beyond those that are always there: chosen by the user, worked out for the rows that are
// seen.
#pragma once
#include "model/items/node_words.h"

namespace anchorscope::model {

/// One cell: what is shown, and all of it.
struct NodeCell {
    QString text, copy;
    bool monospace = false;
};

/// What the further columns show; the tree model's columns Step to CallHash, in their order.
enum class NodeFact { step, number, from, to, selector, value, outcome, offset, size, call_hash };
inline constexpr int node_fact_count = 10;

[[nodiscard]] NodeCell nodeCell(const NodeWords& words, const table::ExecutionTable& table,
                                const transition::Tree& tree, quint32 node, NodeFact fact);
[[nodiscard]] QString factTitle(NodeFact fact);

} // namespace anchorscope::model
