// Everything worth telling about a verification, in one list.
#pragma once
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

/// Puts the findings of table, tree and evidence in front of those that the rungs have left in `report`, and
/// behind them what endpoints, pins and foreign anchor events give reason to say.
void collect_findings(const RungContext& context, Report& report);

/// A failed rung leaves a finding under its rule: the one by which its check has pointed at a place already,
/// else one at the rung itself. Broken invariants and a table that does not decode tell of themselves.
void note_failure(const RungContext& context, const Rung& rung, Report& report);

} // namespace anchorscope::verify
