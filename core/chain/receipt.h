// Transaction receipts, types 0 to 4 (EIPs 658, 2718, 2930, 1559, 4844, 7702).
#pragma once
#include "core/chain/log.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view receipt_type = "receipt.type"; ///< a transaction type above 4
inline constexpr std::string_view receipt_status =
    "receipt.status";                                              ///< neither 0, 1 nor a 32-byte state root
inline constexpr std::string_view receipt_bloom = "receipt.bloom"; ///< the bloom is not that of the logs
inline constexpr std::string_view receipt_topics = "receipt.topics"; ///< more than four topics
} // namespace rules

using Bloom = std::array<std::uint8_t, 256>;

struct Receipt {
    std::uint8_t type = 0;
    bool succeeded = false;           ///< status 1; meaningless when post_state is set
    std::optional<Hash32> post_state; ///< before Byzantium: a state root in place of the status
    std::uint64_t cumulative_gas_used = 0;
    std::vector<Log> logs;

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// Bloom filter of the logs (Yellow Paper, section 4.3.1).
[[nodiscard]] Bloom bloom_of(std::span<const Log> logs);

/// Consensus encoding, type byte in front for types 1 to 4; the bloom is computed.
[[nodiscard]] Bytes encode_receipt(const Receipt& receipt);
/// Decodes that encoding; refuses a bloom that is not that of the logs.
[[nodiscard]] Result<Receipt> decode_receipt(ByteView encoded);
/// The eth/69 form: [type, status or root, gas, logs] without a bloom, type inside the list.
[[nodiscard]] Result<Receipt> decode_receipt_eth69(ByteView encoded);

} // namespace anchorscope::chain
