#include "core/digest/merkle_tree.h"
#include <cassert>

namespace anchorscope::digest {
namespace {

constexpr std::array<std::uint8_t, 1> leaf_prefix{0};
constexpr std::array<std::uint8_t, 1> node_prefix{1};

Hash32 node_of(crypto::HashFunction function, const Hash32& left, const Hash32& right) {
    const std::array<ByteView, 3> pieces{node_prefix, left.view(), right.view()};
    return crypto::hash_pieces(function, pieces);
}

std::vector<Hash32> leaves_of(crypto::HashFunction function, std::span<const Hash32> data) {
    crypto::MessageList messages;
    for (const Hash32& one : data) {
        messages.piece(leaf_prefix);
        messages.piece(one.view());
        messages.end_message();
    }
    std::vector<Hash32> out(data.size());
    crypto::hash_many(function, messages, out);
    return out;
}

std::vector<Hash32> level_above(crypto::HashFunction function, const std::vector<Hash32>& level) {
    crypto::MessageList messages;
    for (std::size_t i = 0; i + 1 < level.size(); i += 2) {
        messages.piece(node_prefix);
        messages.piece(level[i].view());
        messages.piece(level[i + 1].view());
        messages.end_message();
    }
    std::vector<Hash32> out(messages.size());
    crypto::hash_many(function, messages, out);
    if (level.size() % 2 != 0) {
        out.push_back(level.back());
    }
    return out;
}

} // namespace

MerkleTree::MerkleTree(crypto::HashFunction function, std::span<const Hash32> leaves) {
    m_levels.push_back(leaves_of(function, leaves));
    while (m_levels.back().size() > 1) {
        m_levels.push_back(level_above(function, m_levels.back()));
    }
    m_root = leaves.empty() ? crypto::hash(function, {}) : m_levels.back().front();
}

std::vector<Hash32> MerkleTree::path(std::size_t leaf) const {
    assert(leaf < size());
    std::vector<Hash32> out;
    for (const std::vector<Hash32>& level : m_levels) {
        const std::size_t neighbour = leaf ^ 1U;
        if (neighbour < level.size()) {
            out.push_back(level[neighbour]);
        }
        leaf /= 2;
    }
    return out;
}

std::optional<Hash32> root_of_path(crypto::HashFunction function, const Hash32& data, std::uint64_t leaf,
                                   std::uint64_t count, std::span<const Hash32> path) {
    if (leaf >= count) {
        return {};
    }
    std::uint64_t last = count - 1; // the last node of the level
    Hash32 value = leaves_of(function, {&data, 1}).front();
    for (const Hash32& neighbour : path) {
        while (leaf % 2 == 0 && leaf == last && last != 0) { // no neighbour: it moves up
            leaf /= 2;
            last /= 2;
        }
        if (last == 0) {
            return {};
        }
        value = leaf % 2 == 0 ? node_of(function, value, neighbour) : node_of(function, neighbour, value);
        leaf /= 2;
        last /= 2;
    }
    while (leaf % 2 == 0 && leaf == last && last != 0) {
        leaf /= 2;
        last /= 2;
    }
    return last == 0 ? std::optional(value) : std::nullopt;
}

} // namespace anchorscope::digest
