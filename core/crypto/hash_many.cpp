#include "core/crypto/hash_many.h"
#include "core/crypto/keccak.h"
#include <cassert>
#include <memory>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sodium.h>
#include <stdexcept>

namespace anchorscope::crypto {
namespace {

using Pieces = std::span<const ByteView>;

/// Fetching leaves an error queue with the thread, which is lost where the program ends before a worker of a
/// pool does; it is given back at once, and made anew when OpenSSL needs one.
EVP_MD* fetch_sha256() {
    EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
    OPENSSL_thread_stop();
    return fetched;
}

/// Fetching the algorithm costs more than hashing a short message: once a process.
const EVP_MD* sha256_algorithm() {
    static const std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> algorithm(fetch_sha256(), EVP_MD_free);
    return algorithm.get();
}

/// One context a thread, reused for every message.
EVP_MD_CTX* sha256_context() {
    thread_local const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(),
                                                                                  EVP_MD_CTX_free);
    return context.get();
}

/// Throws std::runtime_error when OpenSSL refuses, which means a broken installation and no property of the
/// input.
Hash32 sha256_of(Pieces pieces) {
    EVP_MD_CTX* const context = sha256_context();
    Hash32 out;
    bool good = context != nullptr && sha256_algorithm() != nullptr &&
                EVP_DigestInit_ex2(context, sha256_algorithm(), nullptr) == 1;
    for (const ByteView piece : pieces) {
        good = good && EVP_DigestUpdate(context, piece.data(), piece.size()) == 1;
    }
    if (!good || EVP_DigestFinal_ex(context, out.bytes.data(), nullptr) != 1) {
        throw std::runtime_error("OpenSSL offers no working SHA-256");
    }
    return out;
}

Hash32 keccak256_of(Pieces pieces) {
    Keccak256 state;
    for (const ByteView piece : pieces) {
        state.update(piece);
    }
    return state.finish();
}

/// libsodium picks the implementation for this processor in sodium_init.
Hash32 blake2b_256_of(Pieces pieces) {
    static const bool ready = sodium_init() >= 0;
    Hash32 out;
    crypto_generichash_state state;
    bool good = ready && crypto_generichash_init(&state, nullptr, 0, out.bytes.size()) == 0;
    for (const ByteView piece : pieces) {
        good = good && crypto_generichash_update(&state, piece.data(), piece.size()) == 0;
    }
    if (!good || crypto_generichash_final(&state, out.bytes.data(), out.bytes.size()) != 0) {
        throw std::runtime_error("libsodium offers no working BLAKE2b");
    }
    return out;
}

} // namespace

std::span<const ByteView> MessageList::message(std::size_t index) const {
    assert(index < m_ends.size());
    const std::size_t start = index == 0 ? 0 : m_ends[index - 1];
    return std::span(m_pieces).subspan(start, m_ends[index] - start);
}

Hash32 hash_pieces(HashFunction function, std::span<const ByteView> pieces) {
    switch (function) {
    case HashFunction::sha2_256:
        return sha256_of(pieces);
    case HashFunction::keccak_256:
        return keccak256_of(pieces);
    case HashFunction::blake2b_256:
        return blake2b_256_of(pieces);
    }
    return {};
}

void hash_many(HashFunction function, const MessageList& messages, std::span<Hash32> out) {
    assert(out.size() == messages.size());
    for (std::size_t i = 0; i < messages.size(); ++i) {
        out[i] = hash_pieces(function, messages.message(i));
    }
}

} // namespace anchorscope::crypto
