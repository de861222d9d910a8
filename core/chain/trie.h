// Merkle-Patricia trie root (Yellow Paper, appendix D). Builds from all pairs at once; nothing is stored.
// Limits: 1. keys at most 64 bytes (asserted); 2. equal keys: the last one wins; 3. an empty value removes
// the key.
#pragma once
#include "core/base/hash32.h"

namespace anchorscope::chain {

struct TrieItem {
    Bytes key;
    Bytes value;
};

[[nodiscard]] Hash32 trie_root(std::vector<TrieItem> items);
/// Root of a list under keys rlp(0), rlp(1), …: transactionsRoot, receiptsRoot, withdrawalsRoot.
[[nodiscard]] Hash32 ordered_trie_root(std::span<const Bytes> values);
/// The same of values that stay where they are.
[[nodiscard]] Hash32 ordered_trie_root_of_views(std::span<const ByteView> values);
/// rlp(index), the key of a list's element.
[[nodiscard]] Bytes ordered_trie_key(std::size_t index);
/// keccak-256(rlp("")), the root of a trie without a key.
[[nodiscard]] Hash32 empty_trie_root();

} // namespace anchorscope::chain
