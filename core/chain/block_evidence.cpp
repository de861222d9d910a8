#include "core/chain/block_evidence.h"
#include "core/chain/trie.h"

namespace anchorscope::chain {

void BlockEvidence::seal() {
    std::vector<Bytes> encoded;
    encoded.reserve(receipts.size());
    for (const Receipt& receipt : receipts) {
        encoded.push_back(encode_receipt(receipt));
    }
    receipts_root = ordered_trie_root(encoded);
    receipts_proven = receipts_root == header.receipts_root;

    transactions_root = {};
    if (bodies_known) {
        std::vector<ByteView> raw;
        raw.reserve(transactions.size());
        for (const Transaction& transaction : transactions) {
            raw.emplace_back(transaction.raw);
        }
        transactions_root = ordered_trie_root_of_views(raw);
    }
    transactions_proven = bodies_known && transactions.size() == receipts.size() &&
                          transactions_root == header.transactions_root;
}

std::optional<std::size_t> BlockEvidence::find_transaction(const Hash32& hash) const {
    if (!transactions_proven) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(transactions, hash, &Transaction::hash);
    if (found == transactions.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - transactions.begin());
}

std::size_t BlockEvidence::first_log_index(std::size_t index) const {
    std::size_t count = 0;
    for (std::size_t at = 0; at < std::min(index, receipts.size()); ++at) {
        count += receipts[at].logs.size();
    }
    return count;
}

} // namespace anchorscope::chain
