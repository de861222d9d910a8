// Cells that several tables show alike.
#pragma once
#include "model/items/table_models.h"
#include "model/items/texts.h"

namespace anchorscope::model {

/// Shortened on screen, whole when copied.
[[nodiscard]] inline CellTableModel::Cell hashCell(const Hash32& value) {
    return {shortHexText(value.view()), Meaning::None, true, false, hexText(value.view())};
}

/// "Equal" passed, or "Mismatch" with emphasis.
[[nodiscard]] inline CellTableModel::Cell equalityCell(bool equal) {
    return equal ? CellTableModel::Cell{QStringLiteral("Equal"), Meaning::Passed}
                 : CellTableModel::Cell{QStringLiteral("Mismatch"), Meaning::Failed, false, true};
}

/// The rolling hash of an entry without calls is 0 whatever happened: equal, but nothing was checked.
[[nodiscard]] inline CellTableModel::Cell noCallsCell() {
    return {QStringLiteral("No calls"), Meaning::NotChecked};
}

} // namespace anchorscope::model
