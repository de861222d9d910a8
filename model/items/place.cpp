#include "model/items/place.h"
#include "model/items/texts.h"

namespace anchorscope::model {

Place keptPlace(Place place, const table::ExecutionTable* table, const transition::Tree* tree) {
    if (table != nullptr && tree != nullptr && place.node && *place.node < tree->nodes.size()) {
        place.nodePath = textOf(tree->field_path(*table, *place.node));
    }
    return place;
}

std::optional<quint32> nodeOf(const Place& place, const table::ExecutionTable& table,
                              const transition::Tree& tree) {
    if (!place.node || tree.nodes.empty()) {
        return {};
    }
    if (*place.node < tree.nodes.size() && textOf(tree.field_path(table, *place.node)) == place.nodePath) {
        return place.node;
    }
    if (!place.range) {
        return {};
    }
    quint32 node = tree.node_at(table, place.range->offset);
    while (node < tree.nodes.size()) {
        if (textOf(tree.field_path(table, node)) == place.nodePath) {
            return node;
        }
        node = tree.nodes[node].parent;
    }
    return {};
}

bool fits(const Place& place, quint64 size) {
    return !place.range || (place.range->offset <= size && place.range->length <= size - place.range->offset);
}

} // namespace anchorscope::model
