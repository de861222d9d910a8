// The hash functions an envelope may declare, under their multihash names (ERC-8281).
#pragma once
#include "core/base/hash32.h"

namespace anchorscope::crypto {

enum class HashFunction { sha2_256, keccak_256, blake2b_256 };

inline constexpr std::array all_hash_functions{HashFunction::sha2_256, HashFunction::keccak_256,
                                               HashFunction::blake2b_256};

/// "sha2-256", "keccak-256", "blake2b-256".
[[nodiscard]] std::string_view name(HashFunction function);
[[nodiscard]] std::optional<HashFunction> hash_function_named(std::string_view name);

/// SHA-256 (OpenSSL), Keccak-256 with the original padding (ours), BLAKE2b with a 32-byte parameter
/// (libsodium).
[[nodiscard]] Hash32 hash(HashFunction function, ByteView message);
[[nodiscard]] Hash32 sha256(ByteView message);
[[nodiscard]] Hash32 keccak256(ByteView message);
[[nodiscard]] Hash32 blake2b_256(ByteView message);

} // namespace anchorscope::crypto
