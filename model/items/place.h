// A place in a table that is found again after the case was read and verified anew: by node where the tree is
// the same there, else by the field's path and bytes.
#pragma once
#include "core/transition/tree.h"
#include <QString>

namespace anchorscope::model {

struct Place {
    std::optional<quint32> node;
    QString nodePath;               ///< of that node, to know it again
    std::optional<ByteRange> range; ///< what is chosen: the node's bytes, or those of a field in it
    QString path;
    friend bool operator==(const Place&, const Place&) = default;
};

/// Fills nodePath. Null pointers: as it is.
[[nodiscard]] Place keptPlace(Place place, const table::ExecutionTable* table, const transition::Tree* tree);
/// The node that the place means in this tree; empty where there is none any more.
[[nodiscard]] std::optional<quint32> nodeOf(const Place& place, const table::ExecutionTable& table,
                                            const transition::Tree& tree);
/// Whether its bytes lie in a source of that size: of what has bytes, whether the place exists at all.
[[nodiscard]] bool fits(const Place& place, quint64 size);

} // namespace anchorscope::model
