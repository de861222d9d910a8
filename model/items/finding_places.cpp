#include "model/items/finding_places.h"
#include <charconv>

namespace anchorscope::model {

std::optional<std::size_t> entryOfPlace(std::string_view place) {
    constexpr std::string_view prefix = "entries[";
    if (!place.starts_with(prefix)) {
        return {};
    }
    const char* const end = place.data() + place.size();
    std::size_t index = 0;
    const auto [stop, error] = std::from_chars(place.data() + prefix.size(), end, index);
    return error == std::errc() && stop != end && *stop == ']' ? std::optional(index) : std::nullopt;
}

FindingPlaces::FindingPlaces(const table::ExecutionTable* table, const transition::Tree* tree)
    : m_table(table), m_tree(tree) {
    if (!table || !tree) {
        return;
    }
    m_entryNodes.assign(table->entries.size(), transition::no_node);
    for (quint32 i = 0; i < tree->nodes.size(); ++i) {
        const transition::Node& node = tree->nodes[i];
        if (node.kind == transition::NodeKind::entry && node.entry < m_entryNodes.size()) {
            m_entryNodes[node.entry] = i;
        }
    }
}

std::optional<quint32> FindingPlaces::nodeOfEntry(std::size_t entry) const {
    if (entry >= m_entryNodes.size() || m_entryNodes[entry] == transition::no_node) {
        return {};
    }
    return m_entryNodes[entry];
}

std::optional<quint32> FindingPlaces::node(const Finding& finding) const {
    if (!m_table || !m_tree) {
        return {};
    }
    const std::optional<std::size_t> entry = entryOfPlace(finding.place);
    if (finding.range && finding.range->length > 0) {
        const quint32 owner = m_tree->node_at(*m_table, finding.range->offset);
        const bool inside = owner < m_tree->nodes.size() && owner != 0;
        if (inside && (!entry || m_tree->nodes[owner].entry == *entry)) {
            return owner;
        }
    }
    return entry ? nodeOfEntry(*entry) : std::nullopt;
}

} // namespace anchorscope::model
