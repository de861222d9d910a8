// What a table can be checked for without anything else (PROTOCOL 1.7): the rules that contracts enforce are
// errors, prover obligations and audit advice are warnings.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::transition {

[[nodiscard]] std::vector<Finding> check_invariants(const table::ExecutionTable& table);

} // namespace anchorscope::transition
