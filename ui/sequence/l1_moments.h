// When on L1 the transitions happened, as far as the evidence tells: the block of each entry's logs, and the
// block that accepted the table.
#pragma once
#include "ui/paint/sequence_layout.h"
#include "ui/sequence/shown_case.h"

namespace anchorscope::ui {

/// Ascending by node; one where block or transaction change. Empty: nothing tells.
[[nodiscard]] std::vector<paint::L1Moment> l1Moments(const ShownCase& shown);

} // namespace anchorscope::ui
