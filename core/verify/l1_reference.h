// What a user pastes to name something on a chain: a transaction, a block, or the address of an explorer's
// page about one. Nothing is fetched from an explorer; only its path is read.
#pragma once
#include "core/base/hash32.h"

namespace anchorscope::verify {

namespace rules {
inline constexpr std::string_view reference_syntax = "reference.syntax";
} // namespace rules

struct L1Reference {
    enum class Kind : std::uint8_t { transaction, block_hash, block_number, either_hash };
    Kind kind{};
    Hash32 hash;              ///< transaction, block_hash; either_hash: it may be one or the other
    std::uint64_t number = 0; ///< block_number
    std::optional<std::uint64_t> chain_id; ///< of an explorer that is known, for a comparison

    friend bool operator==(const L1Reference&, const L1Reference&) = default;
};

/// "0x…64", "12345", "0x1c3a" (a number), or an http(s) URL with /tx/HASH, /transaction/HASH, /block/NUMBER,
/// /block/HASH (or /txs/, /blocks/) in its path; query and fragment are ignored.
[[nodiscard]] Result<L1Reference> parse_reference(std::string_view text);

} // namespace anchorscope::verify
