#include "core/chain/block_evidence.h"
#include "core/chain/block_part.h"
#include "core/chain/trie.h"

namespace anchorscope::chain {
namespace {

std::vector<ByteView> raw_views(const std::vector<Transaction>& transactions) {
    std::vector<ByteView> raw;
    raw.reserve(transactions.size());
    for (const Transaction& transaction : transactions) {
        raw.emplace_back(transaction.raw);
    }
    return raw;
}

} // namespace

void BlockEvidence::seal() {
    std::vector<Bytes> encoded;
    encoded.reserve(receipts.size());
    for (const Receipt& receipt : receipts) {
        encoded.push_back(encode_receipt(receipt));
    }
    if (!whole()) {
        seal_part(*this, encoded);
        return;
    }
    receipts_root = ordered_trie_root(encoded);
    receipts_proven = receipts_root == header.receipts_root;
    transactions_root = bodies_known ? ordered_trie_root_of_views(raw_views(transactions)) : Hash32{};
    transactions_proven = bodies_known && transactions.size() == receipts.size() &&
                          transactions_root == header.transactions_root;
}

std::size_t BlockEvidence::position_of(std::size_t index) const {
    return whole() || index >= positions.size() ? index : positions[index];
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

std::optional<std::size_t> BlockEvidence::first_log_index(std::size_t index) const {
    if (position_of(index) != index) {
        return std::nullopt; // ascending: with index receipts before it, all are here
    }
    std::size_t count = 0;
    for (std::size_t at = 0; at < std::min(index, receipts.size()); ++at) {
        count += receipts[at].logs.size();
    }
    return count;
}

std::optional<std::uint64_t> BlockEvidence::gas_used(std::size_t index) const {
    if (index >= receipts.size()) {
        return std::nullopt;
    }
    const std::uint64_t total = receipts[index].cumulative_gas_used;
    if (position_of(index) == 0) {
        return total;
    }
    if (index == 0 || position_of(index - 1) + 1 != position_of(index)) {
        return std::nullopt;
    }
    const std::uint64_t before = receipts[index - 1].cumulative_gas_used;
    return before <= total ? std::optional(total - before) : std::nullopt;
}

} // namespace anchorscope::chain
