// The way of one receipt or transaction through its block's trie: of a whole block the trie is built anew, of
// a part its nodes are followed. What does not lead to the header's root is shown as far as it goes.
#pragma once
#include "core/chain/trie_walk.h"
#include "model/session/session.h"

namespace anchorscope::model {

enum class BlockTrie { Receipts, Transactions };

/// Of receipts[at] and transactions[at]; empty where there is none, or bodies are not known. Of a whole block
/// the way begins at the root that its contents give, of a part at the root in the header.
[[nodiscard]] std::optional<chain::TrieWalk> walkOf(const chain::BlockEvidence& block, std::size_t at,
                                                    BlockTrie which);
/// Where the anchor's log stands: index into the receipts of the report's anchor block.
[[nodiscard]] std::optional<std::size_t> anchorReceipt(const Parts& parts);

} // namespace anchorscope::model
