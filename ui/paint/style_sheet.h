// The style sheet of the program's widgets, filled with a theme's colours.
#pragma once
#include <QString>

namespace anchorscope::paint {

class Theme;

namespace detail {
[[nodiscard]] QString styleSheet(const Theme& theme);
} // namespace detail

} // namespace anchorscope::paint
