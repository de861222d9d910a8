#include "core/crypto/erc55.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::crypto {
namespace {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'f'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'F'; }

} // namespace

// ERC-55: a letter is upper case where the digit at the same place in keccak256(lower-case digits) is 8 or
// more.
std::string checksummed(const Address& address) {
    std::string text = address.hex();
    const Hash32 digest = keccak256(bytes_of(std::string_view(text).substr(2)));
    for (std::size_t i = 0; i < 40; ++i) {
        const unsigned digit = (unsigned{digest.bytes[i / 2]} >> (i % 2 == 0 ? 4U : 0U)) & 15U;
        char& c = text[2 + i];
        if (is_lower(c) && digit >= 8) {
            c = static_cast<char>(c - 'a' + 'A');
        }
    }
    return text;
}

Result<Address> parse_checksummed(std::string_view text) {
    Result<Address> address = Address::parse(text);
    if (!address) {
        return address;
    }
    const std::string_view digits = text.substr(2);
    const bool mixed = std::ranges::any_of(digits, is_lower) && std::ranges::any_of(digits, is_upper);
    const std::string expected = checksummed(*address);
    if (!mixed || digits == std::string_view(expected).substr(2)) {
        return address;
    }
    const auto differs = std::ranges::mismatch(digits, std::string_view(expected).substr(2)).in1;
    const auto at = static_cast<std::uint64_t>(differs - digits.begin()) + 2;
    return fail(rules::erc55, "the mixed case is not the ERC-55 checksum; expected " + expected, at);
}

} // namespace anchorscope::crypto
