// Private to this room: the second form of an evidence file, JSON-RPC answers as they were recorded.
#pragma once
#include "core/chain/evidence_file.h"

namespace anchorscope::chain {

/// {"chainId", "manager"?, "blocks": [{"block", "receipts", "rawTransactions"?}]}; other members are ignored.
/// Where rawTransactions is there, its elements are raw bytes or null (left out): then the block's own
/// transaction object is encoded, and where that fails, the block's bodies are not known.
[[nodiscard]] Result<EvidenceFile> read_recorded_answers(const codec::Json& root, const Source& source);

} // namespace anchorscope::chain
