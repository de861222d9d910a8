// What hashes and addresses share: N bytes from a view, or from "0x" and exactly 2·N digits.
#pragma once
#include "core/base/hex.h"
#include <array>
#include <cassert>

namespace anchorscope {

/// Exactly N bytes (asserted; in release builds a shorter view is filled with zeros behind, a longer one
/// cut).
template<std::size_t N>
[[nodiscard]] std::array<std::uint8_t, N> fixed_bytes(ByteView bytes) {
    assert(bytes.size() == N);
    std::array<std::uint8_t, N> out{};
    std::copy_n(bytes.begin(), std::min(N, bytes.size()), out.begin());
    return out;
}

/// "0x" and exactly 2·N digits of either case; rules::hex_length when there are more or fewer.
template<std::size_t N>
[[nodiscard]] Result<std::array<std::uint8_t, N>> parse_fixed_bytes(std::string_view text) {
    constexpr std::size_t expected = 2 + 2 * N;
    // Anything much longer is refused before it is decoded; slightly wrong texts get the more precise error.
    Result<Bytes> bytes = from_hex(text.substr(0, 2 * expected));
    if (!bytes && bytes.error().rule != rules::hex_odd) {
        return tl::unexpected(bytes.error());
    }
    if (text.size() != expected) {
        const std::string seen = std::to_string(text.size() - 2);
        return fail(rules::hex_length, "expected " + std::to_string(2 * N) + " hex digits, got " + seen, 2);
    }
    return fixed_bytes<N>(*bytes);
}

} // namespace anchorscope
