// Style and shapes of the HTML report.
#pragma once
#include <string_view>

namespace anchorscope::report {

/// Content of the style element: nothing that XML would take for markup.
[[nodiscard]] std::string_view html_style();
/// The status shapes as SVG symbols: i-verified, i-not_final, i-warning, i-mismatch, i-not_checked.
[[nodiscard]] std::string_view html_shapes();

} // namespace anchorscope::report
