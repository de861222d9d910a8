// "Filter by this value": what the language says of a cell of the tree, or of a row of its details.
#pragma once
#include "model/filter/filter_by_value.h"
#include "model/items/tree_model.h"

namespace anchorscope::model {

/// Empty where the cell has nothing to compare.
[[nodiscard]] ValueFilter filterOfCell(const TreeModel& tree, const QModelIndex& cell);
/// Of a row of a list that tells path and value by its roles.
[[nodiscard]] ValueFilter filterOfField(const QModelIndex& row);

} // namespace anchorscope::model
