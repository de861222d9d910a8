#include "model/explore/trie_of_block.h"
#include "core/chain/trie_proof.h"
#include "core/verify/locate.h"

namespace anchorscope::model {

namespace {

std::optional<chain::TrieWalk> walkOfWhole(std::span<const ByteView> values, std::size_t at) {
    const std::array<std::size_t, 1> positions{at};
    const chain::TriePaths paths = chain::ordered_trie_paths(values, positions);
    return chain::walk_trie(paths.root, chain::ordered_trie_key(at), paths.nodes);
}

} // namespace

std::optional<chain::TrieWalk> walkOf(const chain::BlockEvidence& block, std::size_t at, BlockTrie which) {
    const bool receipts = which == BlockTrie::Receipts;
    if (at >= (receipts ? block.receipts.size() : block.transactions.size())) {
        return std::nullopt;
    }
    if (!block.whole()) {
        return chain::walk_trie(receipts ? block.header.receipts_root : block.header.transactions_root,
                                chain::ordered_trie_key(block.position_of(at)),
                                receipts ? block.receipt_nodes : block.transaction_nodes);
    }
    std::vector<Bytes> encoded;
    std::vector<ByteView> values;
    if (receipts) {
        encoded.reserve(block.receipts.size());
        for (const chain::Receipt& receipt : block.receipts) {
            encoded.push_back(chain::encode_receipt(receipt));
        }
        values.assign(encoded.begin(), encoded.end());
    } else {
        for (const chain::Transaction& transaction : block.transactions) {
            values.emplace_back(transaction.raw);
        }
    }
    return walkOfWhole(values, at);
}

std::optional<std::size_t> anchorReceipt(const Parts& parts) {
    if (!parts.request || !parts.evidence || !parts.report) {
        return std::nullopt;
    }
    const verify::AnchorPlace place = verify::locate_anchor(*parts.request, *parts.evidence);
    return place.block == parts.report->anchor_block ? place.receipt : std::nullopt;
}

} // namespace anchorscope::model
