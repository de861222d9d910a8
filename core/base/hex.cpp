#include "core/base/hex.h"
#include <array>
#include <cstring>

namespace anchorscope {
namespace {

constexpr std::string_view digits = "0123456789abcdef";
constexpr std::uint8_t no_digit = 0xff; // above every digit value: its high bit marks the pair as bad

constexpr std::array<std::uint8_t, 256> make_values() {
    std::array<std::uint8_t, 256> values{};
    values.fill(no_digit);
    for (std::uint8_t i = 0; i < 10; ++i) {
        values[static_cast<std::size_t>('0') + i] = i;
    }
    for (std::uint8_t i = 0; i < 6; ++i) {
        values[static_cast<std::size_t>('a') + i] = static_cast<std::uint8_t>(10 + i);
        values[static_cast<std::size_t>('A') + i] = static_cast<std::uint8_t>(10 + i);
    }
    return values;
}

constexpr auto values = make_values();

/// The two digits of every byte, one pair behind the other.
constexpr std::array<char, 512> make_pairs() {
    std::array<char, 512> pairs{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        pairs[2 * byte] = digits[byte >> 4U];
        pairs[2 * byte + 1] = digits[byte & 15U];
    }
    return pairs;
}

constexpr auto pairs = make_pairs();

void write_digits(char* to, ByteView bytes) {
    for (const std::uint8_t byte : bytes) {
        std::memcpy(to, &pairs[2 * std::size_t{byte}], 2);
        to += 2;
    }
}

bool has_prefix(std::string_view text) {
    return text.size() >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
}

/// The error at the first character of text[start…] that is no digit.
tl::unexpected<Error> bad_digit(std::string_view text, std::size_t start) {
    std::size_t at = start;
    while (at < text.size() && hex_digit_value(text[at]) >= 0) {
        ++at;
    }
    return fail(rules::hex_digit, "expected a hex digit", at);
}

} // namespace

int hex_digit_value(char digit) {
    const std::uint8_t value = values[static_cast<std::uint8_t>(digit)];
    return value == no_digit ? -1 : value;
}

std::string to_hex(ByteView bytes) {
    std::string out(2 + 2 * bytes.size(), '0');
    out[1] = 'x';
    write_digits(out.data() + 2, bytes);
    return out;
}

std::string to_hex_bare(ByteView bytes) {
    std::string out(2 * bytes.size(), '0');
    write_digits(out.data(), bytes);
    return out;
}

std::string to_hex_short(ByteView bytes) {
    constexpr std::size_t longest_whole =
        6; // shortening must save something: "0x9145…ef0c" stands for 4 bytes
    if (bytes.size() <= longest_whole) {
        return to_hex(bytes);
    }
    std::string out = to_hex(bytes.first(2));
    out += "\u2026";
    out += to_hex_bare(bytes.last(2));
    return out;
}

Result<Bytes> from_hex(std::string_view text, HexPrefix prefix) {
    const bool prefixed = has_prefix(text);
    if (prefix == HexPrefix::required && !prefixed) {
        return fail(rules::hex_prefix, "expected 0x in front of hex digits", 0);
    }
    if (prefix == HexPrefix::forbidden && prefixed) {
        return fail(rules::hex_prefix, "expected hex digits without 0x", 0);
    }
    const std::size_t start = prefixed ? 2 : 0;
    const std::size_t count = (text.size() - start) / 2;
    Bytes out(count);
    std::uint8_t bad = 0;
    const char* from = text.data() + start;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t high = values[static_cast<std::uint8_t>(from[2 * i])];
        const std::uint8_t low = values[static_cast<std::uint8_t>(from[2 * i + 1])];
        bad |= static_cast<std::uint8_t>(high | low);
        out[i] = static_cast<std::uint8_t>((high << 4U) | low);
    }
    const bool odd = (text.size() - start) % 2 != 0;
    if ((bad & 0x80U) != 0 || (odd && hex_digit_value(text.back()) < 0)) {
        return bad_digit(text, start);
    }
    if (odd) {
        return fail(rules::hex_odd, "expected an even number of hex digits", text.size() - 1);
    }
    return out;
}

} // namespace anchorscope
