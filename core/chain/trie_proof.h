// Merkle-Patricia proofs: the nodes on the paths of some keys, built from a whole trie and read under a root.
// Limits: 1. keys at most 64 bytes (asserted when building, refused when reading); 2. at most max_proof_nodes
// nodes;
// 3. no recursion: a path ends after two nodes a nibble at the latest, and every (node, key) pair is visited
// once.
#pragma once
#include "core/chain/trie.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view trie_node = "trie.node"; ///< no leaf, extension or branch
inline constexpr std::string_view trie_path = "trie.path"; ///< no canonical hex-prefix encoding
inline constexpr std::string_view trie_reference =
    "trie.reference";                                        ///< neither empty, a hash, nor a short node
inline constexpr std::string_view trie_shape = "trie.shape"; ///< a node that the trie would have without it
inline constexpr std::string_view trie_hash = "trie.hash";   ///< not the node that its parent refers to
inline constexpr std::string_view trie_missing = "trie.missing"; ///< a node on a path is not given
inline constexpr std::string_view trie_surplus = "trie.surplus"; ///< a node that no path needs
inline constexpr std::string_view trie_limit = "trie.limit";     ///< limits 1 and 2
} // namespace rules

/// A root and the nodes on some paths below it, breadth first from the root: level by level, from left to
/// right. Equal nodes stand once; a node shorter than 32 bytes stands inside its parent only. No nodes: the
/// trie is empty.
struct TriePaths {
    Hash32 root;
    std::vector<Bytes> nodes;
};

/// Paths of `keys` in the trie of `items`; of a key that is not there, as far as it goes.
[[nodiscard]] TriePaths trie_paths(std::vector<TrieItem> items, std::span<const Bytes> keys);
/// Paths of elements of a list under keys rlp(0), rlp(1), …
[[nodiscard]] TriePaths ordered_trie_paths(std::span<const ByteView> values,
                                           std::span<const std::size_t> positions);

/// What one key leads to; a view into a node. Empty: proven to be absent.
using TrieValue = std::optional<ByteView>;

/// The values under `keys`, in their order. Strict: the nodes must be exactly those of the paths, in the
/// order of TriePaths, each referred to by its hash, each in canonical form. Errors name "nodes[i]".
[[nodiscard]] Result<std::vector<TrieValue>> read_trie_paths(const Hash32& root, std::span<const Bytes> keys,
                                                             std::span<const Bytes> nodes);
/// The same of one key.
[[nodiscard]] Result<TrieValue> read_trie_path(const Hash32& root, const Bytes& key,
                                               std::span<const Bytes> nodes);
/// Of a trie whose keys are hashed first (accounts, storage): the path of keccak-256(key).
[[nodiscard]] Result<TrieValue> read_secure_trie_path(const Hash32& root, ByteView key,
                                                      std::span<const Bytes> nodes);

} // namespace anchorscope::chain
