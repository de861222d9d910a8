// Transactions as raw bytes with the few fields that the ladder needs. Types 0 to 4.
#pragma once
#include "core/codec/json_fwd.h"
#include "core/codec/rlp.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view transaction_type = "transaction.type";
inline constexpr std::string_view transaction_signature = "transaction.signature"; ///< v, r or s out of range
} // namespace rules

struct Transaction {
    Bytes raw;   ///< as put into the trie: type byte and RLP, or a legacy list
    Hash32 hash; ///< keccak-256 of raw
    std::uint8_t type = 0;
    std::optional<std::uint64_t> chain_id; ///< absent only in legacy transactions without EIP-155
    std::optional<Address> to;             ///< absent for contract creation
    U256 value;
    ByteRange input;                 ///< of the call data inside raw
    std::vector<Hash32> blob_hashes; ///< type 3

    [[nodiscard]] ByteView input_bytes() const { return slice(raw, input); }
};

/// Decodes and keeps the raw bytes. Every field is checked for its RLP form; signatures are not verified.
[[nodiscard]] Result<Transaction> decode_transaction(ByteView raw);
/// Re-encodes a JSON-RPC transaction object (eth_getBlockByHash with full transactions) and decodes the
/// result. The object's "hash" member is compared with the computed hash: rules::rpc_hash on difference.
[[nodiscard]] Result<Transaction> transaction_from_rpc(const codec::Json& object, std::string_view place);

} // namespace anchorscope::chain
