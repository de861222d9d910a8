// Keccak-256 as Ethereum uses it: rate 1088, capacity 512, the original padding 0x01 … 0x80 (not SHA-3's
// 0x06). Limits: (1) one message at a time; (2) after finish() the object is spent.
#pragma once
#include "core/base/hash32.h"

namespace anchorscope::crypto {

class Keccak256 {
public:
    static constexpr std::size_t rate = 136; ///< bytes absorbed by each permutation: (1600 - 2·256) / 8

    /// Absorbs bytes, in any number of pieces.
    void update(ByteView bytes);
    /// Pads, and returns the digest.
    [[nodiscard]] Hash32 finish();

private:
    std::array<std::uint64_t, 25> m_state{};  // lane (x, y) at x + 5·y
    std::array<std::uint8_t, rate> m_block{}; // bytes that do not fill a block yet
    std::size_t m_filled = 0;
};

} // namespace anchorscope::crypto
