// A 32-byte value: a digest, a root or a storage word. What kind it is, the name of the variable says.
#pragma once
#include "core/base/hex.h"
#include <array>
#include <compare>

namespace anchorscope {

struct Hash32 {
    std::array<std::uint8_t, 32> bytes{};

    [[nodiscard]] ByteView view() const { return bytes; }
    [[nodiscard]] std::string hex() const { return to_hex(bytes); }
    [[nodiscard]] bool is_zero() const { return *this == Hash32{}; }
    /// Exactly 32 bytes; the caller has checked the length (asserted).
    [[nodiscard]] static Hash32 from(ByteView bytes);
    /// "0x" and 64 digits of either case.
    [[nodiscard]] static Result<Hash32> parse(std::string_view text);

    friend auto operator<=>(const Hash32&, const Hash32&) = default; // NOLINT(modernize-use-nullptr)
};

} // namespace anchorscope
