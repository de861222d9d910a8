#include "core/chain/block_part.h"
#include "core/chain/first_error.h"
#include "core/chain/limits.h"
#include "core/chain/trie_proof.h"

namespace anchorscope::chain {
namespace {

bool are_positions(std::span<const std::size_t> positions) {
    return !positions.empty() && positions.back() < max_block_transactions &&
           std::ranges::adjacent_find(positions, std::ranges::greater_equal{}) == positions.end();
}

std::vector<Bytes> keys_of(std::span<const std::size_t> positions) {
    std::vector<Bytes> keys;
    keys.reserve(positions.size());
    for (const std::size_t position : positions) {
        keys.push_back(ordered_trie_key(position));
    }
    return keys;
}

/// Whether the trie under `root` holds exactly these values at these positions.
template<class Values, class View>
bool lie_under(const Hash32& root, std::span<const std::size_t> positions, std::span<const Bytes> nodes,
               const Values& values, View view) {
    if (!are_positions(positions) || values.size() != positions.size()) {
        return false;
    }
    const auto proven = read_trie_paths(root, keys_of(positions), nodes);
    if (!proven) {
        return false;
    }
    for (std::size_t index = 0; index < values.size(); ++index) {
        const TrieValue& value = (*proven)[index];
        if (!value || !equal(*value, view(values[index]))) {
            return false;
        }
    }
    return true;
}

/// Everything that stands at the positions, decoded.
template<class Value>
Result<std::vector<Value>> read_leaves(const Hash32& root, std::span<const std::size_t> positions,
                                       std::span<const Bytes> nodes, Result<Value> (*decode)(ByteView)) {
    const auto proven = read_trie_paths(root, keys_of(positions), nodes);
    if (!proven) {
        return tl::unexpected<Error>(proven.error());
    }
    std::vector<Value> values;
    values.reserve(positions.size());
    for (std::size_t index = 0; index < positions.size(); ++index) {
        const TrieValue& leaf = (*proven)[index];
        if (!leaf) {
            return fail(rules::block_positions,
                        "the block has nothing at position " + std::to_string(positions[index]), {},
                        indexed("positions", index));
        }
        Result<Value> value = decode(*leaf);
        if (!value) {
            return tl::unexpected<Error>(within(indexed("positions", index), std::move(value).error()));
        }
        values.push_back(*std::move(value));
    }
    return values;
}

} // namespace

void seal_part(BlockEvidence& block, std::span<const Bytes> receipts) {
    block.receipts_proven = lie_under(block.header.receipts_root, block.positions, block.receipt_nodes,
                                      receipts, [](const Bytes& receipt) { return ByteView(receipt); });
    block.transactions_proven =
        block.bodies_known && block.transactions.size() == block.receipts.size() &&
        lie_under(block.header.transactions_root, block.positions, block.transaction_nodes,
                  block.transactions,
                  [](const Transaction& transaction) { return ByteView(transaction.raw); });
    block.receipts_root = block.receipts_proven ? block.header.receipts_root : Hash32{};
    block.transactions_root = block.transactions_proven ? block.header.transactions_root : Hash32{};
}

Result<BlockEvidence> partial_of(const BlockEvidence& whole, std::span<const std::size_t> positions) {
    if (!whole.whole() || !whole.receipts_proven) {
        return fail(rules::block_unproven, "expected a whole block whose receipts give its root");
    }
    if (!are_positions(positions) || positions.back() >= whole.receipts.size()) {
        return fail(rules::block_positions,
                    "expected ascending positions below " + std::to_string(whole.receipts.size()));
    }
    BlockEvidence part;
    part.source = whole.source;
    part.header = whole.header;
    part.contradictions = whole.contradictions;
    part.bodies_known = whole.transactions_proven;
    part.positions.assign(positions.begin(), positions.end());
    std::vector<Bytes> encoded;
    std::vector<ByteView> receipts, transactions;
    encoded.reserve(whole.receipts.size()); // views hold
    for (const Receipt& receipt : whole.receipts) {
        receipts.emplace_back(encoded.emplace_back(encode_receipt(receipt)));
    }
    part.receipt_nodes = ordered_trie_paths(receipts, positions).nodes;
    if (part.bodies_known) {
        for (const Transaction& transaction : whole.transactions) {
            transactions.emplace_back(transaction.raw);
        }
        part.transaction_nodes = ordered_trie_paths(transactions, positions).nodes;
    }
    for (const std::size_t position : positions) {
        part.receipts.push_back(whole.receipts[position]);
        if (part.bodies_known) {
            part.transactions.push_back(whole.transactions[position]);
        }
    }
    part.seal();
    if (!part.receipts_proven || part.transactions_proven != part.bodies_known) {
        return fail(rules::block_unproven, "the block has changed since it was sealed");
    }
    return part;
}

Result<BlockEvidence> block_from_part(BlockPart part, Source source) {
    if (!are_positions(part.positions)) {
        return fail(rules::block_positions, "expected ascending positions, at least one", {}, "positions");
    }
    auto receipts =
        read_leaves<Receipt>(part.header.receipts_root, part.positions, part.receipt_nodes, decode_receipt);
    if (!receipts) {
        return tl::unexpected<Error>(within("receipts", std::move(receipts).error()));
    }
    BlockEvidence block;
    block.bodies_known = !part.transaction_nodes.empty();
    if (block.bodies_known) {
        auto transactions = read_leaves<Transaction>(part.header.transactions_root, part.positions,
                                                     part.transaction_nodes, decode_transaction);
        if (!transactions) {
            return tl::unexpected<Error>(within("transactions", std::move(transactions).error()));
        }
        block.transactions = *std::move(transactions);
    }
    block.source = std::move(source);
    block.header = std::move(part.header);
    block.receipts = *std::move(receipts);
    block.positions = std::move(part.positions);
    block.receipt_nodes = std::move(part.receipt_nodes);
    block.transaction_nodes = std::move(part.transaction_nodes);
    block.seal();
    return block;
}

} // namespace anchorscope::chain
