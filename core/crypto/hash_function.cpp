#include "core/crypto/hash_function.h"
#include "core/crypto/hash_many.h"

namespace anchorscope::crypto {

std::string_view name(HashFunction function) {
    switch (function) {
    case HashFunction::sha2_256:
        return "sha2-256";
    case HashFunction::keccak_256:
        return "keccak-256";
    case HashFunction::blake2b_256:
        return "blake2b-256";
    }
    return {};
}

std::optional<HashFunction> hash_function_named(std::string_view name) {
    const auto found = std::ranges::find_if(
        all_hash_functions, [name](HashFunction function) { return crypto::name(function) == name; });
    return found == all_hash_functions.end() ? std::nullopt : std::optional(*found);
}

Hash32 hash(HashFunction function, ByteView message) { return hash_pieces(function, {&message, 1}); }

Hash32 sha256(ByteView message) { return hash(HashFunction::sha2_256, message); }

Hash32 keccak256(ByteView message) { return hash(HashFunction::keccak_256, message); }

Hash32 blake2b_256(ByteView message) { return hash(HashFunction::blake2b_256, message); }

} // namespace anchorscope::crypto
