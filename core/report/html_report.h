// The document as one HTML file: no script, nothing from elsewhere, style inside; its own policy forbids the
// rest (the style is named by its hash). Light and dark, and a style for paper. Well-formed as XML, too.
// Limits: 1. trees nest at most max_nested_details deep, deeper rows stand there and say how deep they are;
// 2. as large as the document, which is bounded by its limits; 3. linear time, no recursion.
#pragma once
#include "core/report/document.h"

namespace anchorscope::report {

[[nodiscard]] std::string html_of(const Document& document);

/// Browsers give up at some hundreds of elements inside each other, and indent too far long before.
inline constexpr std::uint16_t max_nested_details = 40;
/// Trees up to so many rows are open when the file is opened; of larger ones the first two levels.
inline constexpr std::size_t max_open_rows = 200;

/// What the file's Content-Security-Policy says.
[[nodiscard]] std::string html_policy();

} // namespace anchorscope::report
