#include "core/chain/trie.h"
#include "core/chain/trie_layout.h"
#include "core/codec/rlp.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::chain {
namespace {

template<class Value>
Hash32 ordered_root(std::span<const Value> values) {
    std::vector<TriePair> pairs;
    pairs.reserve(values.size());
    for (std::size_t index = 0; index < values.size(); ++index) {
        pairs.push_back({ordered_trie_key(index), values[index]});
    }
    return TrieLayout(std::move(pairs)).root();
}

} // namespace

Hash32 trie_root(std::vector<TrieItem> items) {
    std::vector<TriePair> pairs;
    pairs.reserve(items.size());
    for (TrieItem& item : items) {
        pairs.push_back({std::move(item.key), item.value});
    }
    return TrieLayout(std::move(pairs)).root();
}

Hash32 ordered_trie_root(std::span<const Bytes> values) { return ordered_root(values); }

Hash32 ordered_trie_root_of_views(std::span<const ByteView> values) { return ordered_root(values); }

Bytes ordered_trie_key(std::size_t index) {
    codec::RlpWriter writer;
    writer.u64(index);
    return writer.take();
}

Hash32 empty_trie_root() {
    static constexpr std::uint8_t rlp_empty_string = 0x80;
    return crypto::keccak256({&rlp_empty_string, 1});
}

} // namespace anchorscope::chain
