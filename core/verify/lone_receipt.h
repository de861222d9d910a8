// A receipt without its block: what eth_getTransactionReceipt answers. It is the evidence that ERC-8281 asks
// for and carries an event no further than the word of its source: nothing binds it to a block.
#pragma once
#include "core/chain/rpc_answers.h"

namespace anchorscope::verify {

struct LoneReceipt {
    chain::Source source;
    std::optional<std::uint64_t> chain_id; ///< eth_chainId of the same source
    Hash32 asked;                          ///< the transaction that was asked for
    Hash32 transaction_hash;               ///< the transaction that the answer names
    Hash32 block_hash;                     ///< claimed
    std::uint64_t block_number = 0;        ///< claimed
    chain::Receipt receipt;                ///< type and gas are 0 where the answer leaves them out
    bool removed = false;                  ///< a log is marked as removed by a reorganisation
};

namespace rules {
inline constexpr std::string_view lone_receipt_status = "receipt.status_missing"; ///< neither status nor root
} // namespace rules

/// Strict reading of a JSON-RPC receipt object: status (or, before Byzantium, root), block, transaction and
/// logs must be there; a log that names another block or transaction than its receipt is refused.
[[nodiscard]] Result<LoneReceipt> lone_receipt_from_rpc(const codec::Json& object, const Hash32& asked,
                                                        chain::Source source,
                                                        std::optional<std::uint64_t> chain_id);

} // namespace anchorscope::verify
