// EEZ main (commit 5c51e02, June 2026): the three functions whose calldata is an execution table
// (PROTOCOL 1.1, 1.2).
#pragma once
#include "core/table/format.h"

namespace anchorscope::table {

extern const TableFormat eez_main_l1;          ///< postAndVerifyBatch on the L1 manager
extern const TableFormat eez_main_l2;          ///< loadExecutionTable on an L2 manager
extern const TableFormat eez_main_l2_incoming; ///< executeIncomingCrossChainCall on an L2 manager

} // namespace anchorscope::table
