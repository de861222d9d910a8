// Untrusted text for a terminal: what could move the cursor, change colours or reorder letters is shown as an
// escape.
#include "core/report/text_report.h"

namespace anchorscope::report {
namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t length = 0; ///< in bytes; 0: not UTF-8
};

/// The code point at the start of `text`, shortest form only, no surrogates (Unicode 15, table 3-7).
CodePoint decode(std::string_view text) {
    const auto byte = [&text](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) {
        return {first, 1};
    }
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length) {
        return {};
    }
    std::uint32_t value = first & (0x7fU >> length);
    for (std::size_t index = 1; index < length; ++index) {
        if ((byte(index) & 0xc0U) != 0x80U) {
            return {};
        }
        value = (value << 6U) | (byte(index) & 0x3fU);
    }
    constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    return value < smallest[length] || value > 0x10ffff || surrogate ? CodePoint{} : CodePoint{value, length};
}

/// Controls (C0, DEL, C1), line and paragraph separators, marks and overrides of direction, invisible
/// characters.
bool is_harmful(std::uint32_t value) {
    const auto within = [value](std::uint32_t first, std::uint32_t last) {
        return value >= first && value <= last;
    };
    return within(0, 0x1f) || within(0x7f, 0x9f) || value == 0xad || value == 0x61c || value == 0x180e ||
           within(0x200b, 0x200f) || within(0x2028, 0x202e) || within(0x2060, 0x206f) || value == 0xfeff ||
           within(0xfff9, 0xfffb) || within(0xe0000, 0xe007f);
}

std::string hex_digits(std::uint32_t value) {
    std::string out;
    do {
        out.insert(out.begin(), "0123456789abcdef"[value & 0xfU]);
        value >>= 4U;
    } while (value != 0);
    return out.size() < 2 ? out.insert(0, "0") : out;
}

} // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = decode(text);
        if (point.length == 0) {
            out.append("\\x").append(hex_digits(static_cast<std::uint8_t>(text.front())));
        } else if (is_harmful(point.value)) {
            out.append("\\u{").append(hex_digits(point.value)).append("}");
        } else {
            out.append(text.substr(0, point.length));
        }
        text.remove_prefix(std::max<std::size_t>(point.length, 1));
    }
    return out;
}

} // namespace anchorscope::report
