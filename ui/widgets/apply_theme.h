// Puts a scheme on the whole program: font, palette, style and style sheet.
#pragma once
#include "ui/paint/theme.h"

namespace anchorscope::ui {

/// Loads the fonts and installs the program's style the first time; safe to call again to switch schemes.
/// Needs a QApplication.
void applyTheme(paint::Scheme scheme);

} // namespace anchorscope::ui
