// Marks, colours and columns of the text reports.
#pragma once
#include "core/report/text_report.h"

namespace anchorscope::report {

enum class Tone : std::uint8_t { verified, not_final, warning, mismatch, muted, strong };

/// A mark that tells the state without its colour: tick, cross, clock, ring, triangle.
[[nodiscard]] std::string_view mark_of(verify::RungState state);
[[nodiscard]] Tone tone_of(verify::RungState state);

/// `text` in the tone's colour where the style asks for colours. Never pass untrusted text that is not
/// printable().
[[nodiscard]] std::string painted(TextStyle style, Tone tone, std::string_view text);
/// ASCII text filled up with spaces.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

} // namespace anchorscope::report
