// Nodes are laid out breadth first, so that every level is one contiguous run: levels are encoded from the
// deepest up, and each level's long nodes are hashed together. There is no recursion; a trie has at most 2 *
// max_key_nibbles levels (a branch and an extension a nibble).
#include "core/chain/trie.h"
#include "core/codec/rlp.h"
#include "core/crypto/hash_many.h"
#include <bit>
#include <cassert>

namespace anchorscope::chain {
namespace {

constexpr std::size_t max_key_nibbles = 128;    // limit 1 of the header: 64 bytes
constexpr std::size_t hash_reference_from = 32; // Yellow Paper, (193): shorter nodes are embedded as they are

struct Pair {
    Bytes key;
    ByteView value;
};

enum class NodeKind { leaf, extension, branch };

struct Node {
    NodeKind kind = NodeKind::leaf;
    std::size_t first = 0, last = 0; // its pairs; a branch with a value of its own excludes that pair
    std::size_t depth = 0;           // nibbles above its path
    std::size_t path = 0;      // nibbles of its own: the rest of a leaf's key, an extension's shared part
    std::size_t child = 0;     // index of the first child
    std::uint16_t nibbles = 0; // bit n: a branch has a child for nibble n; children lie in that order
    const Pair* own_value = nullptr; // a branch's value
    std::array<std::uint8_t, 33>
        reference{}; // what the parent holds: the node itself, or its hash as an RLP string
    std::size_t reference_size = 0;
};

std::size_t nibble_count(const Pair& pair) { return pair.key.size() * 2; }

unsigned nibble(const Pair& pair, std::size_t at) {
    const unsigned byte = pair.key[at / 2];
    return at % 2 == 0 ? byte >> 4U : byte & 0x0fU;
}

/// Hex-prefix encoding (Yellow Paper, appendix C) of nibbles [from, from + count).
Bytes hex_prefix(const Pair& pair, std::size_t from, std::size_t count, bool leaf) {
    const bool odd = count % 2 == 1;
    unsigned first = (leaf ? 0x20U : 0U) | (odd ? 0x10U : 0U);
    if (odd) {
        first |= nibble(pair, from);
    }
    Bytes out{static_cast<std::uint8_t>(first)};
    for (std::size_t at = from + (odd ? 1 : 0); at < from + count; at += 2) {
        out.push_back(static_cast<std::uint8_t>(nibble(pair, at) << 4U | nibble(pair, at + 1)));
    }
    return out;
}

/// The whole trie of sorted pairs with distinct keys.
class Layout {
public:
    explicit Layout(std::span<const Pair> pairs) : m_pairs(pairs) {}

    Hash32 root() {
        grow();
        for (std::size_t level = m_levels.size() - 1; level-- > 0;) {
            encode_level(m_levels[level], m_levels[level + 1]);
        }
        return crypto::keccak256(m_root_encoding);
    }

private:
    void grow() {
        m_nodes.push_back(make_node(0, m_pairs.size(), 0));
        m_levels = {0};
        for (std::size_t at = 0; at < m_nodes.size();) {
            const std::size_t level_end = m_nodes.size();
            m_levels.push_back(level_end);
            for (; at < level_end; ++at) {
                add_children(at);
            }
        }
    }

    [[nodiscard]] Node make_node(std::size_t first, std::size_t last, std::size_t depth) const {
        Node node;
        node.first = first;
        node.last = last;
        node.depth = depth;
        if (last - first == 1) {
            node.path = nibble_count(m_pairs[first]) - depth;
            return node;
        }
        node.path = shared_nibbles(m_pairs[first], m_pairs[last - 1], depth);
        node.kind = node.path > 0 ? NodeKind::extension : NodeKind::branch;
        if (node.kind == NodeKind::branch && nibble_count(m_pairs[first]) == depth) {
            node.own_value = &m_pairs[first];
            ++node.first;
        }
        return node;
    }

    /// Of sorted keys, what the first and the last share, all share.
    static std::size_t shared_nibbles(const Pair& a, const Pair& b, std::size_t depth) {
        const std::size_t end = std::min(nibble_count(a), nibble_count(b));
        std::size_t at = depth;
        while (at < end && nibble(a, at) == nibble(b, at)) {
            ++at;
        }
        return at - depth;
    }

    void add_children(std::size_t index) {
        Node node = m_nodes[index];
        node.child = m_nodes.size();
        if (node.kind == NodeKind::extension) {
            m_nodes.push_back(make_node(node.first, node.last, node.depth + node.path));
        } else if (node.kind == NodeKind::branch) {
            for (std::size_t at = node.first; at < node.last;) {
                const unsigned digit = nibble(m_pairs[at], node.depth);
                const std::size_t start = at;
                while (at < node.last && nibble(m_pairs[at], node.depth) == digit) {
                    ++at;
                }
                node.nibbles = static_cast<std::uint16_t>(node.nibbles | 1U << digit);
                m_nodes.push_back(make_node(start, at, node.depth + 1));
            }
        }
        m_nodes[index] = node;
    }

    [[nodiscard]] Bytes encode(const Node& node) const {
        codec::RlpWriter writer;
        writer.open_list();
        if (node.kind == NodeKind::branch) {
            write_branch(writer, node);
        } else {
            const Pair& pair = m_pairs[node.first];
            const bool leaf = node.kind == NodeKind::leaf;
            writer.bytes(hex_prefix(pair, node.depth, node.path, leaf));
            if (leaf) {
                writer.bytes(pair.value);
            } else {
                write_reference(writer, m_nodes[node.child]);
            }
        }
        writer.close_list();
        return writer.take();
    }

    void write_branch(codec::RlpWriter& writer, const Node& node) const {
        std::size_t child = node.child;
        for (unsigned digit = 0; digit < 16; ++digit) {
            if ((node.nibbles >> digit & 1U) != 0) {
                write_reference(writer, m_nodes[child++]);
            } else {
                writer.bytes({});
            }
        }
        writer.bytes(node.own_value != nullptr ? node.own_value->value : ByteView{});
    }

    static void write_reference(codec::RlpWriter& writer, const Node& child) {
        writer.raw(ByteView(child.reference).first(child.reference_size));
    }

    void encode_level(std::size_t from, std::size_t to) {
        std::vector<Bytes> encodings;
        encodings.reserve(to - from);
        crypto::MessageList messages;
        for (std::size_t at = from; at < to; ++at) {
            encodings.push_back(encode(m_nodes[at]));
            if (encodings.back().size() >= hash_reference_from) {
                messages.piece(encodings.back());
                messages.end_message();
            }
        }
        std::vector<Hash32> hashes(messages.size());
        crypto::hash_many(crypto::HashFunction::keccak_256, messages, hashes);
        auto hash = hashes.begin();
        for (std::size_t at = from; at < to; ++at) {
            const Bytes& encoding = encodings[at - from];
            refer(m_nodes[at], encoding, encoding.size() < hash_reference_from ? nullptr : &*hash++);
        }
        if (from == 0) {
            m_root_encoding = std::move(encodings.front());
        }
    }

    static void refer(Node& node, const Bytes& encoding, const Hash32* hash) {
        if (hash == nullptr) {
            std::ranges::copy(encoding, node.reference.begin());
            node.reference_size = encoding.size();
            return;
        }
        node.reference[0] = 0x80 + 32; // RLP: a string of 32 bytes
        std::ranges::copy(hash->bytes, node.reference.begin() + 1);
        node.reference_size = node.reference.size();
    }

    std::span<const Pair> m_pairs;
    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_levels; // start of each level; the last one is the number of nodes
    Bytes m_root_encoding;
};

Hash32 empty_root() {
    static constexpr std::uint8_t rlp_empty_string = 0x80;
    return crypto::keccak256({&rlp_empty_string, 1});
}

/// `pairs` in order of arrival.
Hash32 root_of(std::vector<Pair> pairs) {
    std::ranges::stable_sort(pairs, [](const Pair& a, const Pair& b) { return a.key < b.key; });
    std::vector<Pair> kept;
    kept.reserve(pairs.size());
    for (Pair& pair : pairs) {
        assert(nibble_count(pair) <= max_key_nibbles);
        if (!kept.empty() && kept.back().key == pair.key) {
            kept.back().value = pair.value;
        } else {
            kept.push_back(std::move(pair));
        }
    }
    std::erase_if(kept, [](const Pair& pair) { return pair.value.empty(); });
    return kept.empty() ? empty_root() : Layout(kept).root();
}

Bytes index_key(std::size_t index) {
    codec::RlpWriter writer;
    writer.u64(index);
    return writer.take();
}

template<class Value>
Hash32 ordered_root(std::span<const Value> values) {
    std::vector<Pair> pairs;
    pairs.reserve(values.size());
    for (std::size_t index = 0; index < values.size(); ++index) {
        pairs.push_back({index_key(index), values[index]});
    }
    return root_of(std::move(pairs));
}

} // namespace

Hash32 trie_root(std::vector<TrieItem> items) {
    std::vector<Pair> pairs;
    pairs.reserve(items.size());
    for (TrieItem& item : items) {
        pairs.push_back({std::move(item.key), item.value});
    }
    return root_of(std::move(pairs));
}

Hash32 ordered_trie_root(std::span<const Bytes> values) { return ordered_root(values); }

Hash32 ordered_trie_root_of_views(std::span<const ByteView> values) { return ordered_root(values); }

} // namespace anchorscope::chain
