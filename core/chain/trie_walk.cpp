#include "core/chain/trie_walk.h"
#include "core/chain/trie_layout.h"
#include "core/chain/trie_node.h"
#include "core/chain/trie_proof.h"
#include "core/crypto/hash_many.h"
#include <map>

namespace anchorscope::chain {
namespace {

class Walker {
public:
    Walker(ByteView key, std::span<const Bytes> nodes) : m_key(key) {
        crypto::MessageList messages;
        for (const Bytes& node : nodes) {
            messages.piece(node);
            messages.end_message();
        }
        std::vector<Hash32> hashes(nodes.size());
        crypto::hash_many(crypto::HashFunction::keccak_256, messages, hashes);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            m_nodes.emplace(hashes[i], nodes[i]);
        }
    }

    TrieWalk run(const Hash32& root) {
        TrieWalk out;
        m_wanted = root;
        while (m_going) {
            out.steps.push_back(next());
        }
        return out;
    }

private:
    TrieStep next() {
        m_going = false;
        TrieStep step;
        step.wanted = m_wanted;
        if (m_wanted) {
            const auto found = m_nodes.find(*m_wanted);
            if (found == m_nodes.end()) {
                step.error = Error{rules::trie_missing,
                                   {},
                                   {},
                                   "expected the node " + m_wanted->hex() + ", which is not at hand"};
                return step;
            }
            step.node.assign(found->second.begin(), found->second.end());
        } else {
            step.node = m_embedded;
        }
        step.hash = crypto::keccak256(step.node);
        const Result<TrieNode> node = decode_trie_node(step.node);
        if (!node) {
            step.error = node.error();
            return step;
        }
        read(*node, step);
        return step;
    }

    void read(const TrieNode& node, TrieStep& step) {
        switch (node.kind) {
        case TrieNode::Kind::leaf:
            step.kind = TrieStep::Kind::leaf;
            if (take_path(node, step) && left() == 0) {
                step.value = within(step.node, node.value);
            } else {
                lost(step);
            }
            return;
        case TrieNode::Kind::extension:
            step.kind = TrieStep::Kind::extension;
            take_path(node, step) ? go_on(node.children[0], step) : lost(step);
            return;
        case TrieNode::Kind::branch:
            step.kind = TrieStep::Kind::branch;
            if (left() == 0) {
                node.value.empty() ? lost(step) : void(step.value = within(step.node, node.value));
                return;
            }
            const unsigned digit = nibble(m_key, m_at++);
            step.nibbles.push_back(static_cast<std::uint8_t>(digit));
            node.children.at(digit).bytes.empty() ? lost(step) : go_on(node.children.at(digit), step);
        }
    }

    bool take_path(const TrieNode& node, TrieStep& step) {
        for (std::size_t i = 0; i < node.path_length(); ++i) {
            if (left() == 0 || nibble(m_key, m_at) != node.path_nibble(i)) {
                return false;
            }
            step.nibbles.push_back(static_cast<std::uint8_t>(node.path_nibble(i)));
            ++m_at;
        }
        return true;
    }

    void go_on(const TrieReference& child, TrieStep& step) {
        step.child = within(step.node, child.bytes);
        m_going = true;
        if (child.is_hash) {
            m_wanted = Hash32::from(child.bytes);
        } else {
            m_wanted.reset();
            m_embedded.assign(child.bytes.begin(), child.bytes.end());
        }
    }

    static void lost(TrieStep& step) {
        step.error =
            Error{rules::trie_missing, {}, {}, "expected the key's path to go on here, and it does not"};
    }

    [[nodiscard]] std::size_t left() const { return 2 * m_key.size() - m_at; }
    /// Views that the decoder gave lie in the node.
    static ByteRange within(const Bytes& node, ByteView part) {
        return {static_cast<std::uint64_t>(part.data() - node.data()), part.size()};
    }

    ByteView m_key;
    std::map<Hash32, ByteView> m_nodes;
    std::optional<Hash32> m_wanted;
    Bytes m_embedded;
    std::size_t m_at = 0;
    bool m_going = true;
};

} // namespace

bool TrieWalk::complete() const {
    return !steps.empty() && steps.back().value && std::ranges::all_of(steps, &TrieStep::matches);
}

ByteView TrieWalk::value() const {
    return steps.empty() || !steps.back().value ? ByteView() : slice(steps.back().node, *steps.back().value);
}

TrieWalk walk_trie(const Hash32& root, ByteView key, std::span<const Bytes> nodes) {
    return key.size() > max_key_nibbles / 2 ? TrieWalk() : Walker(key, nodes).run(root);
}

} // namespace anchorscope::chain
