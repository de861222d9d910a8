// The manager's events as logs: what transition/manager_events.h reads, written.
#pragma once
#include "core/table/format.h"
#include "core/transition/manager_events.h"

namespace anchorscope::synth {

/// Reads back as the same event. Of TableLoaded (whose data is the table's) and UnknownEvent there is none:
/// asserted. `side` decides how a consumed nested call is called.
[[nodiscard]] chain::Log log_of(const Address& manager, table::Side side, const transition::EventBody& body);
/// ExecutionTableLoaded with these entries.
[[nodiscard]] chain::Log loaded_log(const Address& manager, const table::ExecutionTable& table);

} // namespace anchorscope::synth
