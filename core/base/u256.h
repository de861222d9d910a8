// 256-bit unsigned integer with the few operations that tables, headers and amounts need.
// Limits: no division but by 10 (for printing); add and subtract wrap and say so.
#pragma once
#include "core/base/hash32.h"

namespace anchorscope {

namespace rules {
inline constexpr std::string_view number_syntax =
    "number.syntax"; ///< empty, a sign, a space, another character
inline constexpr std::string_view number_leading_zero =
    "number.leading_zero";                                       ///< a zero in front of other digits
inline constexpr std::string_view number_range = "number.range"; ///< 2^256 or more
} // namespace rules

class U256 {
public:
    constexpr U256() = default;
    constexpr U256(std::uint64_t value) : m_limbs{value, 0, 0, 0} {} // NOLINT(google-explicit-constructor)

    /// Big-endian, at most 32 bytes (asserted).
    [[nodiscard]] static U256 from_be(ByteView bytes);
    [[nodiscard]] static U256 from_word(const Hash32& word) { return from_be(word.bytes); }
    /// Decimal digits only, no sign, no leading zero but "0" itself, below 2^256.
    [[nodiscard]] static Result<U256> parse_decimal(std::string_view text);
    /// JSON-RPC quantity: 0x, no leading zero, "0x0" for zero.
    [[nodiscard]] static Result<U256> parse_quantity(std::string_view text);

    [[nodiscard]] Hash32 to_word() const;
    /// Big-endian without leading zeros; empty for zero (as RLP wants it).
    [[nodiscard]] Bytes to_be_minimal() const;
    [[nodiscard]] std::string decimal() const;
    /// Two's complement reading: "-5" for 2^256-5.
    [[nodiscard]] std::string decimal_signed() const;
    [[nodiscard]] bool is_negative() const { return (m_limbs[3] >> 63U) != 0; }
    [[nodiscard]] std::optional<std::uint64_t> to_u64() const;
    [[nodiscard]] bool is_zero() const { return *this == U256{}; }

    /// Sum modulo 2^256; `carry` (if given) says whether it wrapped.
    [[nodiscard]] U256 plus(const U256& other, bool* carry = nullptr) const;
    [[nodiscard]] U256 minus(const U256& other, bool* borrow = nullptr) const;

    friend bool operator==(const U256&, const U256&) = default;
    friend std::strong_ordering operator<=>(const U256& a, const U256& b);

private:
    std::array<std::uint64_t, 4> m_limbs{}; // least significant first
};

} // namespace anchorscope
