#include "model/items/tree_walk.h"
#include "model/items/lanes.h"

namespace anchorscope::model {

using transition::no_node;
using transition::NodeKind;

namespace {

bool isCall(const transition::Node& node) {
    return node.kind == NodeKind::entry || node.kind == NodeKind::call || node.kind == NodeKind::nested ||
           node.kind == NodeKind::lookup;
}

std::optional<quint32> known(quint32 node) { return node == no_node ? std::nullopt : std::optional(node); }

} // namespace

TreeWalk::TreeWalk(std::shared_ptr<const transition::Tree> tree) : m_tree(std::move(tree)) {
    const auto count = m_tree ? static_cast<quint32>(m_tree->nodes.size()) : 0;
    std::vector<Domain> stands(count);
    for (quint32 node = 0; node < count; ++node) {
        stands[node] = standingDomain(*m_tree, node);
    }
    for (auto* each : {&m_next_here, &m_previous_here, &m_next_crossing, &m_previous_crossing}) {
        each->assign(count, no_node);
    }
    std::map<Domain, quint32> last;
    quint32 crossing = no_node;
    for (quint32 node = 0; node < count; ++node) {
        const auto [seen, first] = last.try_emplace(stands[node], node);
        m_previous_here[node] = first ? no_node : std::exchange(seen->second, node);
        m_previous_crossing[node] = crossing;
        crossing = node > 0 && stands[node] != stands[node - 1] ? node : crossing;
    }
    last.clear();
    crossing = no_node;
    m_next_call.assign(std::size_t{count} + 1, no_node);
    for (quint32 node = count; node-- > 0;) {
        const auto [seen, first] = last.try_emplace(stands[node], node);
        m_next_here[node] = first ? no_node : std::exchange(seen->second, node);
        m_next_crossing[node] = crossing;
        crossing = node > 0 && stands[node] != stands[node - 1] ? node : crossing;
        m_next_call[node] = isCall(m_tree->nodes[node]) ? node : m_next_call[node + 1];
    }
}

std::optional<quint32> TreeWalk::parent(quint32 node) const {
    return has(node) ? known(m_tree->nodes[node].parent) : std::nullopt;
}

std::optional<quint32> TreeWalk::caller(quint32 node) const {
    if (!has(node)) {
        return {};
    }
    const transition::Node& from = m_tree->nodes[node];
    quint32 at = from.kind == NodeKind::call_return && has(from.returns_from) ? from.returns_from : node;
    for (at = m_tree->nodes[at].parent; has(at); at = m_tree->nodes[at].parent) {
        if (at == 0 || isCall(m_tree->nodes[at])) {
            return at;
        }
    }
    return {};
}

std::optional<quint32> TreeWalk::callee(quint32 node) const {
    if (!has(node)) {
        return {};
    }
    const transition::Node& from = m_tree->nodes[node];
    if (from.kind == NodeKind::call_return) {
        return has(from.returns_from) ? std::optional(from.returns_from) : std::nullopt;
    }
    const quint32 first = m_next_call[std::size_t{node} + 1];
    return first < from.subtree_end ? known(first) : std::nullopt;
}

std::optional<quint32> TreeWalk::here(quint32 node, int step) const {
    return has(node) ? known(step > 0 ? m_next_here[node] : m_previous_here[node]) : std::nullopt;
}

std::optional<quint32> TreeWalk::crossing(quint32 node, int step) const {
    return has(node) ? known(step > 0 ? m_next_crossing[node] : m_previous_crossing[node]) : std::nullopt;
}

} // namespace anchorscope::model
