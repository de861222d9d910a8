// Which node a finding is about: by its byte range, else by the entry that its place names.
#pragma once
#include "core/transition/tree.h"
#include <QtGlobal>

namespace anchorscope::model {

class FindingPlaces {
public:
    FindingPlaces() = default;
    /// Both must outlive this; null pointers: no finding has a node.
    FindingPlaces(const table::ExecutionTable* table, const transition::Tree* tree);

    [[nodiscard]] std::optional<quint32> node(const Finding& finding) const;
    [[nodiscard]] std::optional<quint32> nodeOfEntry(std::size_t entry) const;

private:
    const table::ExecutionTable* m_table = nullptr;
    const transition::Tree* m_tree = nullptr;
    std::vector<quint32> m_entryNodes; // no_node where an entry has none
};

/// Index in "entries[12]…", if the place begins so.
[[nodiscard]] std::optional<std::size_t> entryOfPlace(std::string_view place);

} // namespace anchorscope::model
