// What is known from outside so far, and what else is needed. core never fetches: it asks by next_needs and
// consumes values that carry their source.
#pragma once
#include "core/verify/lone_receipt.h"
#include "core/verify/request.h"
#include <map>

namespace anchorscope::verify {

/// What one endpoint said about the chain as a whole, in this run.
struct EndpointState {
    std::string name;     ///< host and port, credentials removed
    bool trusted = false; ///< the user's own node (--trust)
    std::optional<std::uint64_t> chain_id;
    std::optional<std::uint64_t> head_number; ///< newest block, for display
    std::optional<std::uint64_t> finalized_number;
    bool finality_unsupported = false; ///< answered that it has no finalized head
    std::map<std::uint64_t, std::optional<Hash32>>
        canonical; ///< height → block hash answered in this run; empty: no such block
    std::map<Hash32, std::optional<chain::ReceiptLocation>>
        receipts;                       ///< transaction → where; empty: not found
    std::set<Hash32> missing_blocks;    ///< asked by hash, answered null
    std::optional<std::string> failure; ///< no usable answer: why. Nothing more is asked of it
};

struct Evidence {
    std::vector<chain::BlockEvidence> blocks;   ///< from files and endpoints
    std::vector<LoneReceipt> lone_receipts;     ///< where a block cannot be had: never more than an event
    std::optional<std::uint64_t> file_chain_id; ///< said by an evidence file
    std::vector<EndpointState> endpoints;
    std::vector<Finding> findings; ///< of reading: contradictions, unusable answers
};

enum class NeedKind : std::uint8_t {
    chain_id,         ///< eth_chainId
    receipt_location, ///< transaction → block hash and number (eth_getTransactionReceipt)
    block,            ///< by hash: header, full transactions, all receipts
    canonical_hash,   ///< block hash at a height (eth_getBlockByNumber)
    finalized_head    ///< eth_getBlockByNumber("finalized")
};

struct Need {
    NeedKind kind{};
    std::size_t endpoint = 0; ///< index into Evidence::endpoints
    Hash32 hash;              ///< receipt_location: transaction; block: block hash
    std::uint64_t number = 0; ///< canonical_hash
};

/// What to ask next, given what is known; empty when nothing more would help. Terminates: every answer
/// (including "not found" and failure) removes its need, and needs per endpoint are bounded
/// (max_needs_per_endpoint).
[[nodiscard]] std::vector<Need> next_needs(const Request& request, const Evidence& evidence);

inline constexpr std::size_t max_needs_per_endpoint = 16;

} // namespace anchorscope::verify
