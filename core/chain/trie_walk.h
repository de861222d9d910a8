// One key's way through a Merkle-Patricia trie, node by node, for showing: what each node is, by which hash
// the one above names it, and whether it has that hash. It judges nothing that verification rests on
// (trie_proof.h does), and shows a broken path as far as it goes. Limits: 1. keys at most 64 bytes, longer
// ones lead nowhere; 2. a path ends after two nodes a nibble; 3. nothing recurses.
#pragma once
#include "core/base/result.h"
#include "core/chain/trie.h"

namespace anchorscope::chain {

struct TrieStep {
    enum class Kind : std::uint8_t { leaf, extension, branch, broken };

    Kind kind = Kind::broken;
    Bytes node;                   ///< its encoding; empty where it is not at hand
    std::optional<Hash32> wanted; ///< as the node above names it, of the first one the root; empty: embedded
    Hash32 hash;                  ///< computed; zero where the node is not at hand
    std::vector<std::uint8_t> nibbles; ///< of the key, used up by this node
    std::optional<ByteRange> child;    ///< in `node`: the hash, or the whole node, that the path goes on with
    std::optional<ByteRange> value;    ///< in `node`: where the path ends
    std::optional<Error> error;        ///< not at hand, or no node

    /// Embedded nodes are part of the one above, and so have its hash.
    [[nodiscard]] bool matches() const { return !node.empty() && (!wanted || *wanted == hash); }
};

struct TrieWalk {
    std::vector<TrieStep> steps; ///< from the root down
    /// Every node hashes to what names it, and the last one holds a value.
    [[nodiscard]] bool complete() const;
    [[nodiscard]] ByteView value() const; ///< empty where there is none
};

/// `nodes` in any order; those that no reference names are not looked at.
[[nodiscard]] TrieWalk walk_trie(const Hash32& root, ByteView key, std::span<const Bytes> nodes);

} // namespace anchorscope::chain
