#include "core/chain/trie_proof.h"
#include "core/chain/first_error.h"
#include "core/chain/limits.h"
#include "core/chain/trie_layout.h"
#include "core/chain/trie_node.h"
#include "core/crypto/hash_many.h"
#include <deque>
#include <map>

namespace anchorscope::chain {
namespace {

TriePaths paths_of(std::vector<TriePair> pairs, std::span<const Bytes> keys) {
    TriePaths out;
    out.root = TrieLayout(std::move(pairs)).root(keys, out.nodes);
    return out;
}

/// Keys that arrive at one place of the trie. All have used up `depth` nibbles.
struct Group {
    std::vector<std::size_t> keys;
    std::size_t depth = 0;
    bool below_extension = false; // only a branch may follow
};

/// Follows all keys at once, breadth first. Nodes are taken in the order in which the paths ask for them, so
/// any other order, a node too many and a node twice are refused.
class PathReader {
public:
    PathReader(std::span<const Bytes> keys, std::span<const Bytes> nodes)
        : m_keys(keys), m_nodes(nodes), m_hashes(nodes.size()), m_values(keys.size()) {
        crypto::MessageList messages;
        for (const Bytes& node : nodes) {
            messages.piece(node);
            messages.end_message();
        }
        crypto::hash_many(crypto::HashFunction::keccak_256, messages, m_hashes);
    }

    Result<std::vector<TrieValue>> run(const Hash32& root) {
        Group all;
        for (std::size_t key = 0; key < m_keys.size(); ++key) {
            all.keys.push_back(key);
        }
        if (!all.keys.empty() && root != empty_trie_root()) {
            m_queue.emplace_back(root, std::move(all));
        }
        for (; !m_queue.empty(); m_queue.pop_front()) {
            if (const Result<void> read = read_front(); !read) {
                return tl::unexpected<Error>(within(indexed("nodes", m_at), read.error()));
            }
        }
        if (m_taken.size() != m_nodes.size()) {
            return fail(rules::trie_surplus, "no path leads here", {}, indexed("nodes", m_taken.size()));
        }
        return std::move(m_values);
    }

private:
    Result<void> read_front() {
        const auto& [hash, group] = m_queue.front();
        const Result<std::size_t> node = take(hash);
        if (!node) {
            return tl::unexpected<Error>(node.error());
        }
        m_at = *node;
        if (m_nodes[*node].size() < hash_reference_from && group.depth > 0) {
            return fail(rules::trie_reference, "expected a node this short inside its parent");
        }
        m_embedded.emplace_back(m_nodes[*node], group);
        while (!m_embedded.empty()) {
            const auto [encoding, keys] = std::move(m_embedded.back());
            m_embedded.pop_back();
            if (Result<void> visited = visit(encoding, keys); !visited) {
                return visited;
            }
        }
        return {};
    }

    /// The node of that hash: the next one given, unless it was given before.
    Result<std::size_t> take(const Hash32& hash) {
        if (const auto known = m_taken.find(hash); known != m_taken.end()) {
            return known->second;
        }
        m_at = m_taken.size();
        if (m_at == m_nodes.size()) {
            return fail(rules::trie_missing, "expected the node " + hash.hex());
        }
        if (m_hashes[m_at] != hash) {
            return fail(rules::trie_hash,
                        "expected the node " + hash.hex() + ", seen " + m_hashes[m_at].hex());
        }
        m_taken.emplace(hash, m_at);
        return m_at;
    }

    Result<void> visit(ByteView encoding, const Group& group) {
        const Result<TrieNode> node = decode_trie_node(encoding);
        if (!node) {
            return tl::unexpected<Error>(node.error());
        }
        if (group.below_extension && node->kind != TrieNode::Kind::branch) {
            return fail(rules::trie_shape, "expected a branch below an extension");
        }
        switch (node->kind) {
        case TrieNode::Kind::leaf:
            arrive(*node, group);
            break;
        case TrieNode::Kind::extension:
            extend(*node, group);
            break;
        case TrieNode::Kind::branch:
            divide(*node, group);
            break;
        }
        return {};
    }

    [[nodiscard]] std::size_t left(std::size_t key, std::size_t depth) const {
        return 2 * m_keys[key].size() - depth;
    }

    /// Whether the key goes on with all of the node's path.
    [[nodiscard]] bool goes_along(const TrieNode& node, std::size_t key, std::size_t depth) const {
        const std::size_t length = node.path_length();
        if (left(key, depth) < length) {
            return false;
        }
        for (std::size_t at = 0; at < length; ++at) {
            if (nibble(m_keys[key], depth + at) != node.path_nibble(at)) {
                return false;
            }
        }
        return true;
    }

    void arrive(const TrieNode& leaf, const Group& group) {
        for (const std::size_t key : group.keys) {
            if (left(key, group.depth) == leaf.path_length() && goes_along(leaf, key, group.depth)) {
                m_values[key] = leaf.value;
            }
        }
    }

    void extend(const TrieNode& extension, const Group& group) {
        Group along{{}, group.depth + extension.path_length(), true};
        for (const std::size_t key : group.keys) {
            if (goes_along(extension, key, group.depth)) {
                along.keys.push_back(key);
            }
        }
        go_on(extension.children[0], std::move(along));
    }

    void divide(const TrieNode& branch, const Group& group) {
        std::array<Group, 16> groups;
        for (const std::size_t key : group.keys) {
            if (left(key, group.depth) > 0) {
                groups[nibble(m_keys[key], group.depth)].keys.push_back(key);
            } else if (!branch.value.empty()) {
                m_values[key] = branch.value;
            }
        }
        for (std::size_t digit = 0; digit < groups.size(); ++digit) {
            groups[digit].depth = group.depth + 1;
            go_on(branch.children[digit], std::move(groups[digit]));
        }
    }

    void go_on(const TrieReference& child, Group group) {
        if (child.bytes.empty() || group.keys.empty()) {
            return;
        }
        if (child.is_hash) {
            m_queue.emplace_back(Hash32::from(child.bytes), std::move(group));
        } else {
            m_embedded.emplace_back(child.bytes, std::move(group));
        }
    }

    std::span<const Bytes> m_keys, m_nodes;
    std::vector<Hash32> m_hashes; // of the nodes
    std::vector<TrieValue> m_values;
    std::deque<std::pair<Hash32, Group>> m_queue;
    std::vector<std::pair<ByteView, Group>> m_embedded; // of the node at hand: it holds no hashes
    std::map<Hash32, std::size_t> m_taken;
    std::size_t m_at = 0; // index of the node at hand
};

} // namespace

TriePaths trie_paths(std::vector<TrieItem> items, std::span<const Bytes> keys) {
    std::vector<TriePair> pairs;
    pairs.reserve(items.size());
    for (TrieItem& item : items) {
        pairs.push_back({std::move(item.key), item.value});
    }
    return paths_of(std::move(pairs), keys);
}

TriePaths ordered_trie_paths(std::span<const ByteView> values, std::span<const std::size_t> positions) {
    std::vector<TriePair> pairs;
    pairs.reserve(values.size());
    for (std::size_t index = 0; index < values.size(); ++index) {
        pairs.push_back({ordered_trie_key(index), values[index]});
    }
    std::vector<Bytes> keys;
    keys.reserve(positions.size());
    for (const std::size_t position : positions) {
        keys.push_back(ordered_trie_key(position));
    }
    return paths_of(std::move(pairs), keys);
}

Result<std::vector<TrieValue>> read_trie_paths(const Hash32& root, std::span<const Bytes> keys,
                                               std::span<const Bytes> nodes) {
    if (nodes.size() > max_proof_nodes) {
        return fail(rules::trie_limit, "expected at most " + std::to_string(max_proof_nodes) + " nodes");
    }
    if (std::ranges::any_of(keys, [](const Bytes& key) { return 2 * key.size() > max_key_nibbles; })) {
        return fail(rules::trie_limit, "expected keys of at most 64 bytes");
    }
    return PathReader(keys, nodes).run(root);
}

Result<TrieValue> read_trie_path(const Hash32& root, const Bytes& key, std::span<const Bytes> nodes) {
    return read_trie_paths(root, {&key, 1}, nodes).map([](const auto& values) { return values.front(); });
}

Result<TrieValue> read_secure_trie_path(const Hash32& root, ByteView key, std::span<const Bytes> nodes) {
    const Hash32 hashed = crypto::keccak256(key);
    return read_trie_path(root, Bytes(hashed.bytes.begin(), hashed.bytes.end()), nodes);
}

} // namespace anchorscope::chain
