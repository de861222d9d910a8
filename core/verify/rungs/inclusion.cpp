// inclusion: the receipt under receiptsRoot, the transaction under transactionsRoot, and a header that hashes
// to the block hash. All three are computed; none says that the block is on a chain.
#include "core/verify/rung_context.h"

namespace anchorscope::verify {
namespace {

/// An endpoint that claims another hash for the header it sent.
const chain::Contradiction* claimed_hash(const chain::BlockEvidence& block) {
    const auto found = std::ranges::find_if(block.contradictions, [](const chain::Contradiction& each) {
        return each.rule == chain::rules::rpc_hash && each.place == "block.hash";
    });
    return found == block.contradictions.end() ? nullptr : &*found;
}

/// Receipt and transaction each by a path of its trie; there is no root to be recomputed.
Rung judge_part(const chain::BlockEvidence& block, std::optional<std::size_t> receipt) {
    const Basis source = basis_of(block.source);
    const std::string number = std::to_string(block.header.number);
    if (!block.receipts_proven) {
        return failed(
            RungId::inclusion, rules::inclusion_receipts_root, source,
            cat({"The receipts at hand do not lie under the root in the header of block ", number, "."}),
            block.header.receipts_root.hex(), "no path to it");
    }
    if (!block.bodies_known) {
        return cannot_check(
            RungId::inclusion, rules::inclusion_bodies, "transactions missing",
            cat({"Receipts of block ", number,
                 " are proven, but their transactions are missing: the transaction hash is not bound."}));
    }
    if (!block.transactions_proven) {
        return failed(
            RungId::inclusion, rules::inclusion_transactions_root, source,
            cat({"The transactions at hand do not lie under the root in the header of block ", number, "."}),
            block.header.transactions_root.hex(), "no path to it");
    }
    if (!receipt) {
        return not_checked(RungId::inclusion, rules::event_receipt_missing, "no receipt",
                           cat({"The transaction's receipt is missing: ", only_at_hand(block), "."}));
    }
    const std::string place = place_in(block, *receipt);
    return passed(RungId::inclusion, source, cat({"receipt ", place}),
                  cat({"Receipt and transaction ", place, " lead to the roots in the header of block ",
                       number, ", which hashes to ", to_hex_short(block.header.hash.view()), "."}));
}

Rung judge(const chain::BlockEvidence& block, std::optional<std::size_t> receipt) {
    const Basis source = basis_of(block.source);
    const std::string number = std::to_string(block.header.number);
    if (const chain::Contradiction* claim = claimed_hash(block)) {
        return failed(
            RungId::inclusion, rules::inclusion_block_hash, source,
            cat({block.source.name, " claims a hash for block ", number, " that its header does not have."}),
            claim->claimed, block.header.hash.hex());
    }
    if (!block.whole()) {
        return judge_part(block, receipt);
    }
    if (!block.receipts_proven) {
        return failed(RungId::inclusion, rules::inclusion_receipts_root, source,
                      cat({"The receipts of block ", number, " do not give the root in its header."}),
                      block.header.receipts_root.hex(), block.receipts_root.hex());
    }
    if (!block.bodies_known) {
        return cannot_check(
            RungId::inclusion, rules::inclusion_bodies, "transactions missing",
            cat({"The receipts of block ", number,
                 " are proven, but its transactions are missing: the transaction hash is not bound."}));
    }
    if (block.transactions.size() != block.receipts.size()) {
        return failed(RungId::inclusion, rules::inclusion_count, source,
                      cat({"Block ", number, " comes with another number of receipts than transactions."}),
                      std::to_string(block.transactions.size()), std::to_string(block.receipts.size()));
    }
    if (!block.transactions_proven) {
        return failed(RungId::inclusion, rules::inclusion_transactions_root, source,
                      cat({"The transactions of block ", number, " do not give the root in its header."}),
                      block.header.transactions_root.hex(), block.transactions_root.hex());
    }
    if (!receipt) {
        return not_checked(RungId::inclusion, rules::event_receipt_missing, "no receipt",
                           cat({"The transaction is not in block ", number, "."}));
    }
    const std::string place = place_in(block, *receipt);
    return passed(RungId::inclusion, source, cat({"receipt ", place}),
                  cat({"Receipt and transaction ", place, " give the roots in the header of block ", number,
                       ", which hashes to ", to_hex_short(block.header.hash.view()), "."}));
}

} // namespace

Rung check_inclusion(const RungContext& context) {
    if (const chain::BlockEvidence* block = context.anchor_block()) {
        return judge(*block, context.anchor.receipt);
    }
    if (context.anchor.lone) {
        return not_checked(RungId::inclusion, rules::inclusion_lone_receipt, "a single receipt",
                           "A single receipt proves no inclusion: the block's header, receipts and "
                           "transactions are needed.");
    }
    return not_checked(RungId::inclusion, rules::inclusion_no_block, "no block",
                       "No evidence holds the block of the anchor.");
}

} // namespace anchorscope::verify
