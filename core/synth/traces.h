// What a node would tell of a table's transactions (debug_traceTransaction, callTracer with logs): the
// manager and its proxies at work, calls that are rolled back and lookups included. Limits: lookups of the
// table, which no entry makes, are not in them.
#pragma once
#include "core/chain/call_trace.h"
#include "core/codec/json_fwd.h"
#include "core/synth/draft.h"

namespace anchorscope::synth {

/// The transaction that makes the proxies, the posting, then one for each entry that is taken by itself.
[[nodiscard]] std::vector<chain::CallTrace> traces_of(const Draft& draft);

} // namespace anchorscope::synth
