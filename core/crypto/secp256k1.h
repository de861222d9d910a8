// Whose signature it is: recovery of an Ethereum address from an ECDSA signature on secp256k1 (libsecp256k1).
#pragma once
#include "core/base/address.h"

namespace anchorscope::crypto {

namespace rules {
inline constexpr std::string_view signature_length = "signature.length"; ///< not 65 bytes
inline constexpr std::string_view signature_v = "signature.v";           ///< neither 27 nor 28
inline constexpr std::string_view signature_range =
    "signature.range"; ///< r or s is zero, not below the group's order, or names no point
} // namespace rules

/// The address whose key signed `digest` as it is (no prefix, no further hash). `signature` is r ‖ s ‖ v, 65
/// bytes, v 27 or 28, as the EVM's ecrecover takes it. A large s is accepted, as ecrecover does: the same key
/// has then two signatures, which matters to who counts signatures, not to who asks for the signer.
[[nodiscard]] Result<Address> recover_address(const Hash32& digest, ByteView signature);

} // namespace anchorscope::crypto
