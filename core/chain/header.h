// Block headers, Frontier through Prague/Osaka (15 to 21 fields). The hash is always computed.
#pragma once
#include "core/chain/receipt.h"
#include "core/codec/json_fwd.h"

namespace anchorscope::chain {

struct HeaderField {
    std::string_view name; ///< execution-specs spelling in camelCase: "parentHash"
    ByteRange range;       ///< payload inside Header::rlp, prefix excluded
};

struct Header {
    Bytes rlp;   ///< the whole encoding
    Hash32 hash; ///< keccak-256 of rlp
    Hash32 parent_hash, ommers_hash, state_root, transactions_root, receipts_root, mix_hash;
    Address coinbase;
    Bloom logs_bloom{};
    U256 difficulty;
    std::uint64_t number = 0, gas_limit = 0, gas_used = 0;
    std::uint64_t timestamp = 0; ///< seconds since 1970
    Bytes extra_data;
    std::array<std::uint8_t, 8> nonce{};
    std::optional<U256> base_fee;                                ///< London
    std::optional<Hash32> withdrawals_root;                      ///< Shanghai
    std::optional<std::uint64_t> blob_gas_used, excess_blob_gas; ///< Cancun
    std::optional<Hash32> parent_beacon_root;                    ///< Cancun
    std::optional<Hash32> requests_hash;                         ///< Prague
    std::vector<HeaderField> fields;                             ///< in RLP order, for display
};

/// Strict: exactly 15, 16, 17, 20 or 21 fields, each of its width.
[[nodiscard]] Result<Header> decode_header(ByteView rlp);
/// Encodes a JSON-RPC block object's header fields and decodes the result. Unknown members are ignored, a
/// later fork's optional field must not appear without the earlier ones. Does *not* look at the object's
/// "hash".
[[nodiscard]] Result<Header> header_from_rpc(const codec::Json& block, std::string_view place);

} // namespace anchorscope::chain
