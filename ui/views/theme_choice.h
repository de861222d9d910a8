// Light, dark, or what the platform has.
#pragma once
#include "ui/paint/theme.h"
#include <QString>

namespace anchorscope::ui {

enum class ThemeChoice { System, Light, Dark };

/// "system", "light", "dark": as stored and as given on the command line.
[[nodiscard]] QString themeName(ThemeChoice choice);
[[nodiscard]] std::optional<ThemeChoice> themeNamed(const QString& name);
/// Needs a QApplication. The platform's palette is remembered before it is first replaced.
[[nodiscard]] paint::Scheme schemeOf(ThemeChoice choice);
void applyThemeChoice(ThemeChoice choice);

} // namespace anchorscope::ui
