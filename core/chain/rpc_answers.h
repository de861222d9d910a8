// JSON-RPC answers parsed into evidence. Model moves the bytes; what they mean is decided here.
#pragma once
#include "core/chain/block_evidence.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view rpc_shape = "rpc.shape"; ///< not a JSON-RPC 2.0 answer to the request
inline constexpr std::string_view rpc_error = "rpc.error"; ///< the endpoint answered with an error
inline constexpr std::string_view rpc_null = "rpc.null";   ///< null where an object was asked for
inline constexpr std::string_view rpc_hash = "rpc.hash";   ///< claimed hash is not the computed one
inline constexpr std::string_view rpc_receipt_count =
    "rpc.receipt_count"; ///< another number of receipts than transactions
inline constexpr std::string_view rpc_receipt_block =
    "rpc.receipt_block"; ///< a receipt that names another block or transaction
inline constexpr std::string_view rpc_log_index =
    "rpc.log_index"; ///< claimed log index is not the running count
inline constexpr std::string_view rpc_gas =
    "rpc.gas"; ///< claimed gas is not the difference of cumulative gas
inline constexpr std::string_view rpc_removed = "rpc.removed"; ///< a log marked as removed by a reorg
inline constexpr std::string_view rpc_bloom = "rpc.bloom";     ///< claimed bloom is not that of the logs
} // namespace rules

/// Builds evidence from eth_getBlockByHash(h, true) and eth_getBlockReceipts. Transactions given only as
/// hashes leave bodies_known false, so do transactions of unknown type. Contradictions are collected, not
/// fatal; what cannot be encoded at all is an error. A "removed": true log is a contradiction.
[[nodiscard]] Result<BlockEvidence> block_from_rpc(const codec::Json& block, const codec::Json& receipts,
                                                   Source source);

/// One JSON-RPC 2.0 answer: id must equal, exactly one of result and error. Returns the result (may be null
/// JSON).
[[nodiscard]] Result<codec::Json> rpc_result(std::string_view answer, std::uint64_t id,
                                             const codec::JsonLimits& limits = {});

/// eth_getTransactionReceipt, as far as it locates the block: (block hash, block number). Null: not found
/// (rpc_null).
struct ReceiptLocation {
    Hash32 transaction_hash;
    Hash32 block_hash;
    std::uint64_t block_number = 0;
};
[[nodiscard]] Result<ReceiptLocation> receipt_location_from_rpc(const codec::Json& receipt);

} // namespace anchorscope::chain
