// The ways through a tree of transitions, worked out once so that a key press costs nothing: who called, what
// is called, where the same domain goes on, where execution crosses. Limits: 1. "here" is where execution
// stands at a row (lanes.h); 2. a crossing is a row that stands elsewhere than the row before it, folded or
// not; 3. twenty bytes a node.
#pragma once
#include "core/transition/tree.h"
#include <QtGlobal>

namespace anchorscope::model {

class TreeWalk {
public:
    TreeWalk() = default;
    explicit TreeWalk(std::shared_ptr<const transition::Tree> tree);

    [[nodiscard]] std::optional<quint32> parent(quint32 node) const;
    /// The nearest call around it; of a return, around the call that it answers. At last the bundle.
    [[nodiscard]] std::optional<quint32> caller(quint32 node) const;
    /// The first call inside; of a return, the call that it answers.
    [[nodiscard]] std::optional<quint32> callee(quint32 node) const;
    /// The next (`step` 1) or previous (-1) row on the same domain.
    [[nodiscard]] std::optional<quint32> here(quint32 node, int step) const;
    [[nodiscard]] std::optional<quint32> crossing(quint32 node, int step) const;

private:
    [[nodiscard]] bool has(quint32 node) const { return m_tree && node < m_tree->nodes.size(); }

    std::shared_ptr<const transition::Tree> m_tree;
    std::vector<quint32> m_next_here, m_previous_here, m_next_crossing, m_previous_crossing; // by node
    std::vector<quint32> m_next_call; // the first call at or behind a node; one more than there are nodes
};

} // namespace anchorscope::model
