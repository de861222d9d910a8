#include "core/report/text_style.h"

namespace anchorscope::report {

std::string_view mark_of(verify::RungState state) {
    constexpr std::array<std::string_view, 5> marks{"✔", "◷", "✖", "○", "⚠"};
    return marks[static_cast<std::size_t>(state)];
}

Tone tone_of(verify::RungState state) {
    constexpr std::array tones{Tone::verified, Tone::not_final, Tone::mismatch, Tone::muted, Tone::warning};
    return tones[static_cast<std::size_t>(state)];
}

std::string painted(TextStyle style, Tone tone, std::string_view text) {
    if (!style.color) {
        return std::string(text);
    }
    // ECMA-48 SGR of the palette's hues as terminals have them: green, blue, yellow, red, bright black, bold.
    constexpr std::array<std::string_view, 6> codes{"\x1b[32m",   "\x1b[34m", "\x1b[33m",
                                                    "\x1b[1;31m", "\x1b[90m", "\x1b[1m"};
    std::string out(codes[static_cast<std::size_t>(tone)]);
    return out.append(text).append("\x1b[0m");
}

std::string padded(std::string_view text, std::size_t width) {
    std::string out(text);
    out.resize(std::max(width, out.size()), ' ');
    return out;
}

} // namespace anchorscope::report
