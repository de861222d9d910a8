// Evidence from raw consensus bytes as nodes hand them out (debug_getRawHeader, debug_getRawReceipts, raw
// transactions, debug_getRawBlock). Nothing is claimed beside them, so nothing is compared: what does not
// give the header's roots is refused.
#pragma once
#include "core/chain/block_part.h"
#include "core/codec/json_fwd.h"

namespace anchorscope::chain {

/// `header`: a hex string (RLP); `transactions`, `receipts`: arrays of hex strings, as they stand in the
/// tries. Errors: shape, decoders, block_unproven.
[[nodiscard]] Result<BlockEvidence> block_from_raw(const codec::Json& header, const codec::Json& transactions,
                                                   const codec::Json& receipts, Source source);
/// `block`: a hex string of rlp([header, transactions, ommers, withdrawals?]), of which the first two are
/// read.
[[nodiscard]] Result<BlockEvidence> block_from_raw_block(const codec::Json& block,
                                                         const codec::Json& receipts, Source source);

} // namespace anchorscope::chain
