#include "core/crypto/secp256k1.h"
#include "core/crypto/hash_function.h"
#include <secp256k1.h>
#include <secp256k1_recovery.h>

namespace anchorscope::crypto {

Result<Address> recover_address(const Hash32& digest, ByteView signature) {
    constexpr std::size_t signature_size = 65;
    constexpr int lowest_v = 27;
    if (signature.size() != signature_size) {
        return fail(rules::signature_length, "expected 65 bytes, seen " + std::to_string(signature.size()));
    }
    const int recovery_id = signature.back() - lowest_v;
    if (recovery_id != 0 && recovery_id != 1) {
        return fail(rules::signature_v,
                    "expected 27 or 28 in the last byte, seen " + std::to_string(signature.back()));
    }
    const secp256k1_context* context = secp256k1_context_static;
    secp256k1_ecdsa_recoverable_signature parsed{};
    secp256k1_pubkey key{};
    if (secp256k1_ecdsa_recoverable_signature_parse_compact(context, &parsed, signature.data(),
                                                            recovery_id) == 0 ||
        secp256k1_ecdsa_recover(context, &key, &parsed, digest.bytes.data()) == 0) {
        return fail(rules::signature_range, "r and s are no signature of anybody");
    }
    std::array<std::uint8_t, 65> encoded{}; // 4, x, y
    std::size_t size = encoded.size();
    secp256k1_ec_pubkey_serialize(context, encoded.data(), &size, &key, SECP256K1_EC_UNCOMPRESSED);
    const Hash32 hash = keccak256(ByteView(encoded).subspan(1));
    return Address::from(hash.view().last(20));
}

} // namespace anchorscope::crypto
