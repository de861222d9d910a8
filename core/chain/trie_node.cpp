#include "core/chain/trie_node.h"
#include "core/chain/first_error.h"
#include "core/chain/trie_layout.h"

namespace anchorscope::chain {
namespace {

constexpr std::size_t branch_items = 17; // Yellow Paper, appendix D
constexpr std::size_t path_items = 2;
constexpr unsigned odd_flag = 1, leaf_flag = 2; // in the first nibble of a hex prefix

struct Items {
    std::array<codec::RlpItem, branch_items> at;
    std::size_t count = 0;
};

Result<Items> items_of(ByteView encoding) {
    if (const Result<void> canonical = codec::rlp_check(encoding); !canonical) {
        return tl::unexpected<Error>(canonical.error());
    }
    Result<codec::RlpReader> list = codec::RlpReader(encoding).next_list();
    if (!list) {
        return tl::unexpected<Error>(list.error());
    }
    Items items;
    for (; !list->at_end() && items.count < branch_items; ++items.count) {
        items.at[items.count] = list->next().value(); // checked above
    }
    if (!list->at_end() || (items.count != branch_items && items.count != path_items)) {
        return fail(rules::trie_node, "expected a list of 2 or 17 items");
    }
    return items;
}

Result<TrieReference> reference_of(const codec::RlpItem& item) {
    if (!item.is_list && (item.payload.empty() || item.payload.size() == Hash32{}.bytes.size())) {
        return TrieReference{!item.payload.empty(), item.payload};
    }
    if (item.is_list && item.whole.size() < hash_reference_from) {
        return TrieReference{false, item.whole};
    }
    return fail(rules::trie_reference, "expected nothing, a hash, or a node shorter than 32 bytes");
}

Result<TrieNode> read_path_node(const Items& items) {
    TrieNode node;
    node.path = items.at[0].payload;
    if (items.at[0].is_list || node.path.empty() || (node.path[0] >> 4U) > (leaf_flag | odd_flag)) {
        return fail(rules::trie_path, "expected a hex-prefixed path");
    }
    const unsigned flags = node.path[0] >> 4U;
    if ((flags & odd_flag) == 0 && (node.path[0] & 0x0fU) != 0) {
        return fail(rules::trie_path, "expected a zero behind the prefix of an even path");
    }
    if ((flags & leaf_flag) != 0) {
        node.value = items.at[1].payload;
        if (items.at[1].is_list || node.value.empty()) {
            return fail(rules::trie_shape, "expected a leaf with a value");
        }
        return node;
    }
    node.kind = TrieNode::Kind::extension;
    const Result<TrieReference> child = reference_of(items.at[1]);
    if (!child) {
        return tl::unexpected<Error>(child.error());
    }
    if (child->bytes.empty() || node.path_length() == 0) {
        return fail(rules::trie_shape, "expected an extension with a path and a child");
    }
    node.children[0] = *child;
    return node;
}

Result<TrieNode> read_branch(const Items& items) {
    TrieNode node;
    node.kind = TrieNode::Kind::branch;
    std::size_t occupied = 0;
    for (std::size_t digit = 0; digit < node.children.size(); ++digit) {
        const Result<TrieReference> child = reference_of(items.at[digit]);
        if (!child) {
            return tl::unexpected<Error>(child.error());
        }
        node.children[digit] = *child;
        occupied += child->bytes.empty() ? 0U : 1U;
    }
    if (items.at.back().is_list) {
        return fail(rules::trie_node, "expected a string as the branch's value");
    }
    node.value = items.at.back().payload;
    occupied += node.value.empty() ? 0U : 1U;
    if (occupied < 2) {
        return fail(rules::trie_shape, "expected a branch to hold two things at least");
    }
    return node;
}

} // namespace

std::size_t TrieNode::path_length() const {
    return 2 * path.size() - (((path[0] >> 4U) & odd_flag) != 0 ? 1 : 2);
}

unsigned TrieNode::path_nibble(std::size_t at) const {
    return nibble(path, at + (((path[0] >> 4U) & odd_flag) != 0 ? 1 : 2));
}

Result<TrieNode> decode_trie_node(ByteView encoding) {
    return items_of(encoding).and_then([](const Items& items) {
        return items.count == branch_items ? read_branch(items) : read_path_node(items);
    });
}

} // namespace anchorscope::chain
