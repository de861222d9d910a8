#include "core/digest/preimage.h"

namespace anchorscope::digest {
namespace {

ByteView view(const PreimagePiece& piece, ByteView calldata) {
    const auto* const range = std::get_if<ByteRange>(&piece.content);
    return range != nullptr ? slice(calldata, *range) : ByteView(std::get<Bytes>(piece.content));
}

} // namespace

std::uint64_t Preimage::length() const {
    std::uint64_t sum = 0;
    for (const PreimagePiece& piece : pieces) {
        const auto* const range = std::get_if<ByteRange>(&piece.content);
        sum += range != nullptr ? range->length : std::get<Bytes>(piece.content).size();
    }
    return sum;
}

Bytes Preimage::bytes(ByteView calldata) const {
    Bytes out;
    for (const PreimagePiece& piece : pieces) {
        append(out, view(piece, calldata));
    }
    return out;
}

Hash32 Preimage::hash(crypto::HashFunction function, ByteView calldata) const {
    std::vector<ByteView> views;
    views.reserve(pieces.size());
    for (const PreimagePiece& piece : pieces) {
        views.push_back(view(piece, calldata));
    }
    return crypto::hash_pieces(function, views);
}

} // namespace anchorscope::digest
