// Private to this room: the parts of a JSON-RPC block, each encoded to consensus bytes by itself.
#pragma once
#include "core/chain/block_evidence.h"

namespace anchorscope::chain {

/// The consensus fields of a receipt object; nothing else of it is looked at.
[[nodiscard]] Result<Receipt> receipt_from_rpc(const codec::Json& object, const std::string& place);
/// transaction_from_rpc without the comparison of "hash".
[[nodiscard]] Result<Transaction> encode_rpc_transaction(const codec::Json& object, std::string_view place);
/// The hash that a block's list claims for a transaction: an element is the hash itself or an object with
/// "hash".
[[nodiscard]] std::optional<Hash32> listed_hash(const codec::Json& element);

/// Transactions known before the block's own list is looked at.
struct GivenBodies {
    std::vector<std::optional<Transaction>>
        transactions;             ///< by position; may be shorter than the block's list
    bool may_be_left_out = false; ///< a listed transaction that cannot be encoded is left out, not an error
};

/// block_from_rpc, with transactions from elsewhere going before those of the block's list.
[[nodiscard]] Result<BlockEvidence> block_from_parts(const codec::Json& block, const codec::Json& receipts,
                                                     Source source, GivenBodies given);

} // namespace anchorscope::chain
