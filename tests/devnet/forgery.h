// Blocks that never were, consistent from logs to header hash: what a forger can make without a chain.
#pragma once
#include "core/chain/block_evidence.h"

namespace anchorscope::devnet {

/// The header with one field of the same length replaced, and its hash recomputed. Throws where there is no
/// such field.
[[nodiscard]] chain::Header with_field(const chain::Header& header, std::string_view field, ByteView payload);

/// The block with other receipts: root, bloom and hash follow.
[[nodiscard]] chain::BlockEvidence with_receipts(const chain::BlockEvidence& block,
                                                 std::vector<chain::Receipt> receipts);

/// The block with the bytes `from` replaced by `to` (as long) in one log of one receipt; topics and data.
[[nodiscard]] chain::BlockEvidence with_topic(const chain::BlockEvidence& block, std::size_t receipt,
                                              std::size_t log, std::size_t topic, const Hash32& value);

} // namespace anchorscope::devnet
