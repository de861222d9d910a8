#include "core/chain/trie_layout.h"
#include "core/codec/rlp.h"
#include "core/crypto/hash_many.h"
#include <bit>
#include <cassert>
#include <set>

namespace anchorscope::chain {
namespace {

std::size_t nibble_count(ByteView key) { return key.size() * 2; }

/// Hex-prefix encoding (Yellow Paper, appendix C) of nibbles [from, from + count).
Bytes hex_prefix(ByteView key, std::size_t from, std::size_t count, bool leaf) {
    const bool odd = count % 2 == 1;
    unsigned first = (leaf ? 0x20U : 0U) | (odd ? 0x10U : 0U);
    if (odd) {
        first |= nibble(key, from);
    }
    Bytes out{static_cast<std::uint8_t>(first)};
    for (std::size_t at = from + (odd ? 1 : 0); at < from + count; at += 2) {
        out.push_back(static_cast<std::uint8_t>(nibble(key, at) << 4U | nibble(key, at + 1)));
    }
    return out;
}

/// Nibbles that both have from `depth` on. Of sorted keys, what the first and the last share, all share.
std::size_t shared_nibbles(ByteView a, ByteView b, std::size_t depth) {
    const std::size_t end = std::min(nibble_count(a), nibble_count(b));
    std::size_t at = depth;
    while (at < end && nibble(a, at) == nibble(b, at)) {
        ++at;
    }
    return at - depth;
}

/// Sorted, of equal keys the last one, no empty values.
std::vector<TriePair> settled(std::vector<TriePair> pairs) {
    std::ranges::stable_sort(pairs, [](const TriePair& a, const TriePair& b) { return a.key < b.key; });
    std::vector<TriePair> kept;
    kept.reserve(pairs.size());
    for (TriePair& pair : pairs) {
        assert(nibble_count(pair.key) <= max_key_nibbles);
        if (!kept.empty() && kept.back().key == pair.key) {
            kept.back().value = pair.value;
        } else {
            kept.push_back(std::move(pair));
        }
    }
    std::erase_if(kept, [](const TriePair& pair) { return pair.value.empty(); });
    return kept;
}

} // namespace

TrieLayout::TrieLayout(std::vector<TriePair> pairs) : m_pairs(settled(std::move(pairs))) {
    if (!m_pairs.empty()) {
        grow();
    }
}

Hash32 TrieLayout::root() {
    if (m_pairs.empty()) {
        return empty_trie_root();
    }
    for (std::size_t level = m_levels.size() - 1; level-- > 0;) {
        encode_level(m_levels[level], m_levels[level + 1]);
    }
    return m_root;
}

Hash32 TrieLayout::root(std::span<const Bytes> keys, std::vector<Bytes>& nodes) {
    if (!m_pairs.empty()) {
        for (const Bytes& key : keys) {
            keep_path(key);
        }
    }
    const Hash32 out = root();
    std::set<ByteView,
             decltype([](ByteView a, ByteView b) { return std::ranges::lexicographical_compare(a, b); })>
        seen;
    nodes.clear();
    nodes.reserve(m_kept.size()); // the elements stay where they are: `seen` views them
    for (auto node = m_kept.rbegin(); node != m_kept.rend(); ++node) {
        if (!seen.contains(*node)) {
            nodes.push_back(std::move(*node));
            seen.insert(nodes.back());
        }
    }
    m_kept.clear();
    return out;
}

void TrieLayout::grow() {
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

TrieLayout::Node TrieLayout::make_node(std::size_t first, std::size_t last, std::size_t depth) const {
    Node node;
    node.first = first;
    node.last = last;
    node.depth = depth;
    const ByteView key = m_pairs[first].key;
    if (last - first == 1) {
        node.path = nibble_count(key) - depth;
        return node;
    }
    node.path = shared_nibbles(key, m_pairs[last - 1].key, depth);
    node.kind = node.path > 0 ? Kind::extension : Kind::branch;
    if (node.kind == Kind::branch && nibble_count(key) == depth) {
        node.own_value = &m_pairs[first];
        ++node.first;
    }
    return node;
}

void TrieLayout::add_children(std::size_t index) {
    Node node = m_nodes[index];
    node.child = m_nodes.size();
    if (node.kind == Kind::extension) {
        m_nodes.push_back(make_node(node.first, node.last, node.depth + node.path));
    } else if (node.kind == Kind::branch) {
        for (std::size_t at = node.first; at < node.last;) {
            const unsigned digit = nibble(m_pairs[at].key, node.depth);
            const std::size_t start = at;
            while (at < node.last && nibble(m_pairs[at].key, node.depth) == digit) {
                ++at;
            }
            node.nibbles = static_cast<std::uint16_t>(node.nibbles | 1U << digit);
            m_nodes.push_back(make_node(start, at, node.depth + 1));
        }
    }
    m_nodes[index] = node;
}

/// The child on the path of `key`; none where the path ends.
std::optional<std::size_t> TrieLayout::step(const Node& node, ByteView key) const {
    if (node.kind == Kind::leaf || nibble_count(key) <= node.depth) {
        return {};
    }
    if (node.kind == Kind::extension) {
        const bool along = shared_nibbles(key, m_pairs[node.first].key, node.depth) >= node.path;
        return along ? std::optional(node.child) : std::nullopt;
    }
    const unsigned digit = nibble(key, node.depth);
    if ((node.nibbles >> digit & 1U) == 0) {
        return {};
    }
    const unsigned before = node.nibbles & ((1U << digit) - 1U);
    return node.child + static_cast<std::size_t>(std::popcount(before));
}

void TrieLayout::keep_path(ByteView key) {
    for (std::optional<std::size_t> at = 0; at; at = step(m_nodes[*at], key)) {
        m_nodes[*at].kept = true;
    }
}

Bytes TrieLayout::encode(const Node& node) const {
    codec::RlpWriter writer;
    const auto refer = [&writer](const Node& child) {
        writer.raw(ByteView(child.reference).first(child.reference_size));
    };
    writer.open_list();
    if (node.kind == Kind::branch) {
        std::size_t child = node.child;
        for (unsigned digit = 0; digit < 16; ++digit) {
            if ((node.nibbles >> digit & 1U) != 0) {
                refer(m_nodes[child++]);
            } else {
                writer.bytes({});
            }
        }
        writer.bytes(node.own_value != nullptr ? node.own_value->value : ByteView{});
    } else {
        const bool leaf = node.kind == Kind::leaf;
        writer.bytes(hex_prefix(m_pairs[node.first].key, node.depth, node.path, leaf));
        if (leaf) {
            writer.bytes(m_pairs[node.first].value);
        } else {
            refer(m_nodes[node.child]);
        }
    }
    writer.close_list();
    return writer.take();
}

void TrieLayout::encode_level(std::size_t from, std::size_t to) {
    std::vector<Bytes> encodings;
    encodings.reserve(to - from);
    crypto::MessageList messages;
    for (std::size_t at = from; at < to; ++at) {
        encodings.push_back(encode(m_nodes[at]));
        if (at == 0 || encodings.back().size() >= hash_reference_from) { // the root is hashed in any case
            messages.piece(encodings.back());
            messages.end_message();
        }
    }
    std::vector<Hash32> hashes(messages.size());
    crypto::hash_many(crypto::HashFunction::keccak_256, messages, hashes);
    auto hash = hashes.begin();
    if (from == 0) {
        m_root = *hash;
    }
    for (std::size_t at = from; at < to; ++at) {
        Node& node = m_nodes[at];
        const Bytes& encoding = encodings[at - from];
        if (encoding.size() < hash_reference_from) {
            std::ranges::copy(encoding, node.reference.begin());
            node.reference_size = encoding.size();
        } else {
            node.reference[0] = 0x80 + 32; // RLP: a string of 32 bytes
            std::ranges::copy((hash++)->bytes, node.reference.begin() + 1);
            node.reference_size = node.reference.size();
        }
    }
    keep_level(from, encodings);
}

void TrieLayout::keep_level(std::size_t from, std::vector<Bytes>& encodings) {
    for (std::size_t at = encodings.size(); at-- > 0;) {
        const bool alone = from + at == 0 || encodings[at].size() >= hash_reference_from;
        if (m_nodes[from + at].kept && alone) {
            m_kept.push_back(std::move(encodings[at]));
        }
    }
}

} // namespace anchorscope::chain
