// A block as evidence: header, all receipts, all transactions, and who supplied them. Roots are recomputed
// here; what an endpoint claims beside the consensus bytes (hash, log index, transaction hash) is only
// compared.
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
    bool bodies_known = false;             ///< all transactions present
    std::vector<Contradiction> contradictions;

    // Computed once by seal():
    Hash32 receipts_root, transactions_root; ///< recomputed; transactions_root only when bodies_known
    bool receipts_proven = false;            ///< receipts_root == header.receipts_root
    bool transactions_proven =
        false; ///< bodies known, as many as receipts, and transactions_root == header.transactions_root

    /// Recomputes both roots and fills the computed members. To be called by every builder.
    void seal();
    /// Position of a transaction by its computed hash; only when transactions_proven.
    [[nodiscard]] std::optional<std::size_t> find_transaction(const Hash32& hash) const;
    /// Position of the first log of receipt `index` in the block (the JSON-RPC logIndex).
    [[nodiscard]] std::size_t first_log_index(std::size_t index) const;
};

} // namespace anchorscope::chain
