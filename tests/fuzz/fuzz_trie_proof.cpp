// Trie proofs: hostile nodes under roots that fit them, sound proofs of tries made from the input, and
// eth_getProof answers.
#include "core/chain/account_proof.h"
#include "core/chain/trie_proof.h"
#include "core/codec/json.h"
#include "core/crypto/hash_function.h"
#include <cstdlib>
#include <map>

using namespace anchorscope;
using namespace anchorscope::chain;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Takes pieces from the front: a length byte, then that many bytes.
class Pieces {
public:
    explicit Pieces(ByteView input) : m_input(input) {}

    [[nodiscard]] bool at_end() const { return m_input.empty(); }
    Bytes next(std::size_t scale = 1) {
        if (m_input.empty()) {
            return {};
        }
        const std::size_t size = std::min(m_input.size() - 1, m_input[0] * scale);
        const ByteView piece = m_input.subspan(1, size);
        m_input = m_input.subspan(1 + size);
        return {piece.begin(), piece.end()};
    }

private:
    ByteView m_input;
};

/// Puts real hashes where a node holds "the string of 32 bytes that begins with the number of a later node".
void link(std::vector<Bytes>& nodes) {
    constexpr std::uint8_t hash_prefix = 0xa0;
    for (std::size_t index = nodes.size(); index-- > 0;) {
        Bytes& node = nodes[index];
        for (std::size_t at = 0; at + 33 <= node.size(); ++at) {
            const std::size_t target = node[at + 1];
            if (node[at] == hash_prefix && target > index && target < nodes.size()) {
                std::ranges::copy(crypto::keccak256(nodes[target]).bytes,
                                  node.begin() + static_cast<std::ptrdiff_t>(at) + 1);
                at += 32;
            }
        }
    }
}

void check_hostile(ByteView input) {
    Pieces pieces(input);
    const std::vector<Bytes> keys{pieces.next(), pieces.next()};
    std::vector<Bytes> nodes;
    while (!pieces.at_end() && nodes.size() < 64) {
        nodes.push_back(pieces.next(4));
    }
    link(nodes);
    const Hash32 root = nodes.empty() ? empty_trie_root() : crypto::keccak256(nodes.front());
    const auto both = read_trie_paths(root, keys, nodes);
    if (!both) {
        return;
    }
    require(both->size() == 2);
    for (const TrieValue& value : *both) {
        require(!value || !value->empty());
    }
    if (!nodes.empty()) { // the same nodes prove nothing under another root, and none may be left out
        Hash32 other = root;
        other.bytes[0] ^= 1U;
        require(!read_trie_paths(other, keys, nodes));
        nodes.pop_back();
        require(!read_trie_paths(root, keys, nodes));
    }
}

void check_sound(ByteView input) {
    Pieces pieces(input);
    const std::vector<Bytes> sought{pieces.next(), pieces.next()};
    std::map<Bytes, Bytes> pairs;
    while (!pieces.at_end() && pairs.size() < 64) {
        Bytes key = pieces.next();
        key.resize(std::min<std::size_t>(key.size(), 64));
        pairs[key] = pieces.next();
    }
    std::vector<TrieItem> items;
    for (const auto& [key, value] : pairs) {
        items.push_back({key, value});
    }
    std::vector<Bytes> keys;
    for (Bytes key : sought) {
        key.resize(std::min<std::size_t>(key.size(), 64));
        keys.push_back(std::move(key));
    }
    if (!pairs.empty()) {
        keys.push_back(pairs.begin()->first);
    }
    TriePaths paths = trie_paths(items, keys);
    require(paths.root == trie_root(items));
    const auto read = read_trie_paths(paths.root, keys, paths.nodes);
    require(read.has_value());
    for (std::size_t index = 0; index < keys.size(); ++index) {
        const auto expected = pairs.find(keys[index]);
        const bool there = expected != pairs.end() && !expected->second.empty();
        const TrieValue& value = (*read)[index];
        require(value.has_value() == there && (!value || equal(*value, expected->second)));
    }
    if (!paths.nodes.empty()) {
        Bytes& node = paths.nodes[input.size() % paths.nodes.size()];
        node[input.size() % node.size()] ^= static_cast<std::uint8_t>(1U << input.size() % 8);
        require(!read_trie_paths(paths.root, keys, paths.nodes));
    }
}

void check_answer(std::string_view text) {
    if (const Result<codec::Json> json = codec::parse_json(text)) {
        const Result<StorageProof> proof = storage_proof_from_rpc(*json, {});
        const auto word = storage_from_rpc(*json, {}, {}, {});
        require(!word); // nothing hashes to zero
        require(!proof || proof->account_nodes.size() < 1000);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    check_hostile({data, size});
    check_sound({data, size});
    check_answer({reinterpret_cast<const char*>(data), size});
    return 0;
}
