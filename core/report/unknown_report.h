// What is said of calldata that begins with no known selector (core/table/unknown_calldata.h).
#pragma once
#include "core/report/json_parts.h"
#include "core/report/text_style.h"
#include "core/table/unknown_calldata.h"

namespace anchorscope::report {

/// Words that reports show at most; the rest is counted.
inline constexpr std::size_t max_word_rows = 64;

/// {selector, nearest: [{format, fits, read_to, obstacle}], words: [{offset, word, guess}], words_left_out};
/// null where the bytes are no such calldata.
[[nodiscard]] Json unknown_json(ByteView bytes);
/// The same in lines; empty where the bytes are no such calldata.
[[nodiscard]] std::string unknown_lines(ByteView bytes, TextStyle style);

} // namespace anchorscope::report
