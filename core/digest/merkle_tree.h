// Merkle trees in the shape of RFC 9162, 2.1: a leaf is H(0x00 ‖ data), an inner node H(0x01 ‖ left ‖ right),
// a node without a neighbour moves up as it is, the empty tree is H of nothing. The leaves' data here are
// 32-byte values. Limits: 1. a root does not bind how many leaves there are: whoever publishes one publishes
// the count with it; 2. all levels are held, 64 bytes a leaf.
#pragma once
#include "core/crypto/hash_many.h"

namespace anchorscope::digest {

class MerkleTree {
public:
    MerkleTree(crypto::HashFunction function, std::span<const Hash32> leaves);

    [[nodiscard]] std::size_t size() const { return m_levels.front().size(); }
    [[nodiscard]] const Hash32& root() const { return m_root; }
    /// The audit path of a leaf, from its neighbour up (RFC 9162, 2.1.3.1). `leaf` < size() (asserted).
    [[nodiscard]] std::vector<Hash32> path(std::size_t leaf) const;

private:
    std::vector<std::vector<Hash32>> m_levels; ///< leaves' hashes first; at least one level
    Hash32 m_root;
};

/// The root to which an audit path leads from the data of leaf number `leaf` of `count` (RFC 9162, 2.1.3.2).
/// Empty where there is no such leaf, or the path is longer or shorter than that leaf's.
[[nodiscard]] std::optional<Hash32> root_of_path(crypto::HashFunction function, const Hash32& data,
                                                 std::uint64_t leaf, std::uint64_t count,
                                                 std::span<const Hash32> path);

} // namespace anchorscope::digest
