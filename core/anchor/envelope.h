// The proof envelope of ERC-8281, version "erc8281/1": which log on which chain carries the digest.
#pragma once
#include "core/base/address.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::anchor {

namespace rules {
inline constexpr std::string_view envelope_version = "envelope.version";
inline constexpr std::string_view envelope_hash_function =
    "envelope.hash_function";                                          ///< not one of the three allowed
inline constexpr std::string_view envelope_digest = "envelope.digest"; ///< not 0x and 64 lowercase digits
inline constexpr std::string_view envelope_number =
    "envelope.number"; ///< not a decimal string without leading zeros
inline constexpr std::string_view envelope_address = "envelope.address"; ///< malformed, or fails ERC-55
inline constexpr std::string_view envelope_hash = "envelope.hash";       ///< tx_hash or block_hash malformed
} // namespace rules

struct Envelope {
    std::string version; ///< "erc8281/1"
    Hash32 digest;
    crypto::HashFunction hash_function{};
    std::uint64_t chain_id = 0;
    Address contract;
    Hash32 tx_hash;
    std::uint64_t block_number = 0;
    std::uint64_t receipt_log_position =
        0; ///< position in the receipt's logs, never the block-wide log index
    Address committer;
    std::optional<Hash32> block_hash;
    std::vector<std::string> unknown_fields; ///< names, ignored as the ERC demands, listed for the user
};

/// Strict JSON (duplicate keys refused); all fields strings; unknown fields ignored and named.
[[nodiscard]] Result<Envelope> read_envelope(std::string_view text);
[[nodiscard]] std::string write_envelope(const Envelope& envelope);

} // namespace anchorscope::anchor
