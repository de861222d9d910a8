// A block as evidence: header, receipts, transactions, and who supplied them. Either all of them, and roots
// are recomputed here; or some of them, each with its path in the trie. What an endpoint claims beside the
// consensus bytes (hash, log index, transaction hash) is only compared. Of a part of a block nothing follows
// from what is not in it.
#pragma once
#include "core/chain/header.h"
#include "core/chain/source.h"
#include "core/chain/transaction.h"

namespace anchorscope::chain {

/// What an endpoint said beside the consensus bytes that did not agree with what was computed.
struct Contradiction {
    std::string_view rule; ///< one of rules::rpc_*
    std::string place;     ///< "receipts[3].transactionHash"
    std::string claimed;
    std::string computed;
};

struct BlockEvidence {
    Source source;
    Header header;
    std::vector<Receipt> receipts;
    std::vector<Transaction> transactions; ///< empty when bodies_known is false
    bool bodies_known = false; ///< whole block: all transactions present; part: one for each receipt
    std::vector<Contradiction> contradictions;

    /// Part of a block: the positions of its receipts and transactions, strictly ascending. Empty: the whole
    /// block, in which item i stands at position i. See block_part.h.
    std::vector<std::size_t> positions;
    std::vector<Bytes> receipt_nodes,
        transaction_nodes; ///< part: the tries' nodes on the paths (trie_proof.h)

    // Computed once by seal():
    Hash32 receipts_root, transactions_root; ///< recomputed; transactions_root only when bodies_known. Part:
                                             ///< the header's where proven, else zero
    bool receipts_proven = false; ///< all receipts here lie under header.receipts_root (whole: and no other)
    bool transactions_proven =
        false; ///< bodies known, as many as receipts, and the same for header.transactions_root

    /// Recomputes both roots, or follows the paths, and fills the computed members. To be called by every
    /// builder.
    void seal();
    /// All receipts of the block are here (if receipts_proven): only then does an absence mean anything.
    [[nodiscard]] bool whole() const { return positions.empty(); }
    /// Position in the block of receipts[index] and transactions[index].
    [[nodiscard]] std::size_t position_of(std::size_t index) const;
    /// Index here of a transaction by its computed hash; only when transactions_proven.
    [[nodiscard]] std::optional<std::size_t> find_transaction(const Hash32& hash) const;
    /// Position of the first log of receipt `index` in the block (the JSON-RPC logIndex); unknown where a
    /// receipt before it is not here.
    [[nodiscard]] std::optional<std::size_t> first_log_index(std::size_t index) const;
    /// Gas used by transaction `index` alone; unknown where the receipt before it is not here.
    [[nodiscard]] std::optional<std::uint64_t> gas_used(std::size_t index) const;
};

} // namespace anchorscope::chain
