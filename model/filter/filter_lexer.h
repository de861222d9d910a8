// The words and signs of a filter. Places and lengths count UTF-16 units, as the text field does. Limits: 1.
// at most max_filter_length units; 2. every unit is white space or part of one token. Without Qt.
#pragma once
#include "model/filter/filter_problem.h"
#include <tl/expected.hpp>
#include <vector>

namespace anchorscope::model {

/// More than anybody types.
inline constexpr std::size_t max_filter_length = 4096;

enum class FilterTokenKind : std::uint8_t {
    Word,   ///< a name, or text without quotes
    Number, ///< "12", "-0.5"; with `unit` where one follows at once: "0.5eth"
    Hex,    ///< "0x12ab", "0x12…ab"
    String, ///< text in quotes
    Sign,
    End
};

enum class FilterSign : std::uint8_t {
    None,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    Contains,
    Matches,
    And,
    Or,
    Not,
    Open,     ///< (
    Close,    ///< )
    OpenSet,  ///< {
    CloseSet, ///< }
    Comma,
    Range ///< ..
};

struct FilterToken {
    FilterTokenKind kind = FilterTokenKind::End;
    FilterSign sign = FilterSign::None;
    std::size_t at = 0, length = 0;
    std::u16string text{}; ///< as written; of a string what stands between the quotes, of a number its digits
    std::u16string unit{}; ///< of a number
};

/// The last token is End, at the end of the text.
[[nodiscard]] tl::expected<std::vector<FilterToken>, FilterProblem> filterTokens(std::u16string_view text);
/// As a filter has to spell it: in quotes where it would mean something else without.
[[nodiscard]] std::u16string spelledText(std::u16string_view text);

} // namespace anchorscope::model
