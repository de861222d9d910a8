// Everything worth telling about a verification, in one list.
#pragma once
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

/// Puts the findings of table, tree and evidence in front of those that the rungs have left in `report`, and
/// behind them what endpoints, pins and foreign anchor events give reason to say.
void collect_findings(const RungContext& context, Report& report);

} // namespace anchorscope::verify
