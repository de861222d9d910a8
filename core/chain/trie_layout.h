// Private to this room: a whole trie laid out breadth first, so that every level is one contiguous run.
// Levels are encoded from the deepest up, and each level's long nodes are hashed together. There is no
// recursion; a trie has at most 2 * max_key_nibbles levels (a branch and an extension a nibble).
#pragma once
#include "core/chain/trie.h"

namespace anchorscope::chain {

inline constexpr std::size_t max_key_nibbles = 128;    ///< limit 1 of trie.h: 64 bytes
inline constexpr std::size_t hash_reference_from = 32; ///< Yellow Paper, (193): shorter nodes are embedded

struct TriePair {
    Bytes key;
    ByteView value;
};

[[nodiscard]] inline unsigned nibble(ByteView key, std::size_t at) {
    const unsigned byte = key[at / 2];
    return at % 2 == 0 ? byte >> 4U : byte & 0x0fU;
}

class TrieLayout {
public:
    /// Pairs in order of arrival: of equal keys the last one counts, an empty value removes its key.
    explicit TrieLayout(std::vector<TriePair> pairs);

    /// Encodes everything. Once only.
    [[nodiscard]] Hash32 root();
    /// The same, and the nodes on the paths of `keys` (as far as each path goes), breadth first: the root,
    /// then level by level from left to right; equal nodes once, embedded nodes inside their parents only.
    [[nodiscard]] Hash32 root(std::span<const Bytes> keys, std::vector<Bytes>& nodes);

private:
    enum class Kind : std::uint8_t { leaf, extension, branch };

    struct Node {
        Kind kind = Kind::leaf;
        bool kept = false;         // on a path that is wanted
        std::uint16_t nibbles = 0; // bit n: a branch has a child for nibble n; children lie in that order
        std::size_t first = 0, last = 0; // its pairs; a branch with a value of its own excludes that pair
        std::size_t depth = 0;           // nibbles above its path
        std::size_t path = 0;  // nibbles of its own: the rest of a leaf's key, an extension's shared part
        std::size_t child = 0; // index of the first child
        const TriePair* own_value = nullptr; // a branch's value
        std::array<std::uint8_t, 33>
            reference{}; // what the parent holds: the node itself, or its hash as an RLP string
        std::size_t reference_size = 0;
    };

    void grow();
    [[nodiscard]] Node make_node(std::size_t first, std::size_t last, std::size_t depth) const;
    void add_children(std::size_t index);
    void keep_path(ByteView key);
    [[nodiscard]] std::optional<std::size_t> step(const Node& node, ByteView key) const;
    [[nodiscard]] Bytes encode(const Node& node) const;
    void encode_level(std::size_t from, std::size_t to);
    void keep_level(std::size_t from, std::vector<Bytes>& encodings);

    std::vector<TriePair> m_pairs; // sorted, keys distinct, no value empty
    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_levels; // start of each level; the last one is the number of nodes
    std::vector<Bytes> m_kept;         // deepest level first, each level from right to left
    Hash32 m_root;
};

} // namespace anchorscope::chain
