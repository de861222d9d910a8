// Part of a block: some of its receipts and transactions, each proven by its path in the trie. It is as sound
// as the whole block for what it holds, and says nothing of what it does not hold. Limits: positions strictly
// ascending and below max_block_transactions; at least one.
#pragma once
#include "core/chain/block_evidence.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view block_unproven = "block.unproven";   ///< its contents do not give its roots
inline constexpr std::string_view block_positions = "block.positions"; ///< not ascending, or not in the block
} // namespace rules

/// What stands at `positions` of a whole block with proven receipts; transactions where they are proven, too.
/// The paths are built from the block at hand. Errors: block_unproven, block_positions.
[[nodiscard]] Result<BlockEvidence> partial_of(const BlockEvidence& whole,
                                               std::span<const std::size_t> positions);

/// A part as it is stored: the leaves on the paths are the receipts and transactions themselves.
struct BlockPart {
    Header header;
    std::vector<std::size_t> positions;
    std::vector<Bytes> transaction_nodes; ///< none: bodies not known
    std::vector<Bytes> receipt_nodes;
};
/// Both tries must prove every position. Errors are those of the tries and of the receipt and transaction
/// decoders.
[[nodiscard]] Result<BlockEvidence> block_from_part(BlockPart part, Source source);

/// BlockEvidence::seal() of a part; `receipts` are the encodings of block.receipts.
void seal_part(BlockEvidence& block, std::span<const Bytes> receipts);

} // namespace anchorscope::chain
