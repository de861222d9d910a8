#include "core/base/u256.h"
#include <cassert>

namespace anchorscope {
namespace {

using Limbs = std::array<std::uint64_t, 4>;

/// limbs = limbs · factor + addend; returns what did not fit. Both operands are below 2^32 where this is
/// used.
std::uint64_t multiply_add(Limbs& limbs, std::uint64_t factor, std::uint64_t addend) {
    std::uint64_t carry = addend;
    for (std::uint64_t& limb : limbs) {
        const std::uint64_t low = (limb & 0xffffffffU) * factor + carry;
        const std::uint64_t high = (limb >> 32U) * factor + (low >> 32U);
        limb = (high << 32U) | (low & 0xffffffffU);
        carry = high >> 32U;
    }
    return carry;
}

/// limbs = limbs / divisor; returns the remainder. The divisor is below 2^32.
std::uint64_t divide(Limbs& limbs, std::uint64_t divisor) {
    std::uint64_t rest = 0;
    for (std::size_t i = limbs.size(); i-- > 0;) {
        const std::uint64_t high = (rest << 32U) | (limbs[i] >> 32U);
        const std::uint64_t low = ((high % divisor) << 32U) | (limbs[i] & 0xffffffffU);
        limbs[i] = ((high / divisor) << 32U) | (low / divisor);
        rest = low % divisor;
    }
    return rest;
}

} // namespace

U256 U256::from_be(ByteView bytes) {
    assert(bytes.size() <= 32);
    U256 out;
    std::size_t place = 0; // counted in bytes from the least significant
    for (std::size_t i = std::min<std::size_t>(bytes.size(), 32); i-- > 0; ++place) {
        out.m_limbs[place / 8] |= static_cast<std::uint64_t>(bytes[i]) << (8 * (place % 8));
    }
    return out;
}

Result<U256> U256::parse_decimal(std::string_view text) {
    if (text.empty()) {
        return fail(rules::number_syntax, "expected decimal digits, got nothing", 0);
    }
    U256 out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return fail(rules::number_syntax, "expected a decimal digit", i);
        }
        if (i == 1 && text[0] == '0') {
            return fail(rules::number_leading_zero, "expected no zero in front of a decimal number", 0);
        }
        if (multiply_add(out.m_limbs, 10, static_cast<std::uint64_t>(text[i] - '0')) != 0) {
            return fail(rules::number_range, "expected a number below 2^256", i);
        }
    }
    return out;
}

Result<U256> U256::parse_quantity(std::string_view text) {
    if (text.size() < 2 || text[0] != '0' || text[1] != 'x') {
        return fail(rules::hex_prefix, "expected a quantity that begins with 0x", 0);
    }
    if (text.size() == 2) {
        return fail(rules::number_syntax, "expected hex digits after 0x; zero is 0x0", 2);
    }
    U256 out;
    for (std::size_t i = 2; i < text.size(); ++i) {
        const int digit = hex_digit_value(text[i]);
        if (digit < 0) {
            return fail(rules::hex_digit, "expected a hex digit", i);
        }
        if (i == 3 && text[2] == '0') {
            return fail(rules::number_leading_zero, "expected no zero in front of a quantity", 2);
        }
        if (multiply_add(out.m_limbs, 16, static_cast<std::uint64_t>(digit)) != 0) {
            return fail(rules::number_range, "expected a quantity below 2^256", i);
        }
    }
    return out;
}

Hash32 U256::to_word() const {
    Hash32 word;
    for (std::size_t i = 0; i < 32; ++i) {
        word.bytes[31 - i] = static_cast<std::uint8_t>(m_limbs[i / 8] >> (8 * (i % 8)));
    }
    return word;
}

Bytes U256::to_be_minimal() const {
    const Hash32 word = to_word();
    const auto first = std::ranges::find_if(word.bytes, [](std::uint8_t byte) { return byte != 0; });
    return {first, word.bytes.end()};
}

std::string U256::decimal() const {
    constexpr std::uint64_t chunk =
        1'000'000'000; // nine digits a division: the largest power of ten below 2^32
    constexpr int chunk_digits = 9;
    Limbs rest = m_limbs;
    std::string reversed;
    while (rest != Limbs{}) {
        std::uint64_t digits = divide(rest, chunk);
        for (int i = 0; i < chunk_digits; ++i, digits /= 10) {
            reversed += static_cast<char>('0' + digits % 10);
        }
    }
    while (!reversed.empty() && reversed.back() == '0') {
        reversed.pop_back();
    }
    return reversed.empty() ? "0" : std::string(reversed.rbegin(), reversed.rend());
}

std::string U256::decimal_signed() const {
    if (!is_negative()) {
        return decimal();
    }
    std::string out = "-";
    out += U256{}.minus(*this).decimal();
    return out;
}

std::optional<std::uint64_t> U256::to_u64() const {
    if ((m_limbs[1] | m_limbs[2] | m_limbs[3]) != 0) {
        return std::nullopt;
    }
    return m_limbs[0];
}

U256 U256::plus(const U256& other, bool* carry) const {
    U256 out;
    std::uint64_t over = 0;
    for (std::size_t i = 0; i < m_limbs.size(); ++i) {
        const std::uint64_t partial = m_limbs[i] + over;
        over = static_cast<std::uint64_t>(partial < over);
        out.m_limbs[i] = partial + other.m_limbs[i];
        over += static_cast<std::uint64_t>(out.m_limbs[i] < partial);
    }
    if (carry != nullptr) {
        *carry = over != 0;
    }
    return out;
}

U256 U256::minus(const U256& other, bool* borrow) const {
    U256 out;
    std::uint64_t under = 0;
    for (std::size_t i = 0; i < m_limbs.size(); ++i) {
        const std::uint64_t partial = m_limbs[i] - under;
        under = static_cast<std::uint64_t>(m_limbs[i] < under);
        out.m_limbs[i] = partial - other.m_limbs[i];
        under += static_cast<std::uint64_t>(partial < other.m_limbs[i]);
    }
    if (borrow != nullptr) {
        *borrow = under != 0;
    }
    return out;
}

std::strong_ordering operator<=>(const U256& a, const U256& b) {
    return std::lexicographical_compare_three_way(a.m_limbs.rbegin(), a.m_limbs.rend(), b.m_limbs.rbegin(),
                                                  b.m_limbs.rend());
}

} // namespace anchorscope
