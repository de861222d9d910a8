// The state that each rollup of the table starts from, compared with what the manager's events before the
// table's block left. Events may be missing between: agreement confirms, a difference only warns.
#pragma once
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

/// One finding a rollup, where the table's block is known and evidence holds an earlier event about it.
[[nodiscard]] std::vector<Finding> pre_state_findings(const RungContext& context);

} // namespace anchorscope::verify
