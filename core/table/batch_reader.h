// What comes beside the entries: the batch around an L1 table, the call that comes with an L2 table.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::table {

/// Of the tuple that holds the entries; empty for formats without proof systems (L2).
[[nodiscard]] std::optional<Batch> read_batch(const codec::AbiValue& body);
/// Empty for formats whose tables come alone.
[[nodiscard]] std::optional<IncomingCall> read_incoming(const codec::AbiValue& body);

} // namespace anchorscope::table
