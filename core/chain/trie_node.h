// Private to this room: one node of a Merkle-Patricia trie, decoded strictly.
#pragma once
#include "core/chain/trie_proof.h"
#include "core/codec/rlp.h"

namespace anchorscope::chain {

/// What a node says of a child: nothing there, its hash, or the child itself.
struct TrieReference {
    bool is_hash = false;
    ByteView bytes; ///< 32 bytes of a hash, or the whole encoding of an embedded node; empty: no child
};

/// Views into the encoding.
struct TrieNode {
    enum class Kind : std::uint8_t { leaf, extension, branch };
    Kind kind = Kind::leaf;
    ByteView path;                          ///< leaf, extension: as encoded, with the hex prefix
    std::array<TrieReference, 16> children; ///< branch: by nibble; extension: the first
    ByteView value;                         ///< leaf, branch; empty: a branch without a value

    /// Nibbles of `path`, the prefix left out.
    [[nodiscard]] std::size_t path_length() const;
    [[nodiscard]] unsigned path_nibble(std::size_t at) const;
};

/// All of `encoding`. Refused: non-canonical RLP at any depth, a path that is not canonical, a reference of
/// another form, a branch with fewer than two things in it, an empty leaf or extension.
[[nodiscard]] Result<TrieNode> decode_trie_node(ByteView encoding);

} // namespace anchorscope::chain
