// A preimage: the message of a digest as pieces that lie in the calldata or are literal words.
#pragma once
#include "core/crypto/hash_many.h"
#include <variant>

namespace anchorscope::digest {

struct PreimagePiece {
    std::string name;                       ///< "targetAddress", "offset word", "entry 2"
    std::variant<ByteRange, Bytes> content; ///< a range of the calldata, or literal bytes
};

struct Preimage {
    std::vector<PreimagePiece> pieces;

    void source(std::string name, ByteRange range) { pieces.push_back({std::move(name), range}); }
    void literal(std::string name, ByteView bytes) {
        pieces.push_back({std::move(name), Bytes(bytes.begin(), bytes.end())});
    }
    [[nodiscard]] std::uint64_t length() const;
    /// The message itself, copied out for display.
    [[nodiscard]] Bytes bytes(ByteView calldata) const;
    [[nodiscard]] Hash32 hash(crypto::HashFunction function, ByteView calldata) const;
};

} // namespace anchorscope::digest
