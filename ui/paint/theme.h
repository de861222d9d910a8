// Colours as meanings, for light and dark; the only place in the program that knows a colour. Values: palette
// of the design, computed for WCAG contrast of at least 4.5 and the three colour-vision deficiencies.
#pragma once
#include "model/items/meaning.h"
#include <QColor>
#include <QPalette>

namespace anchorscope::paint {

enum class Scheme { Light, Dark };

/// What a coloured thing means.
enum class Ink {
    Window,
    Panel,
    Header,
    Line, ///< three surfaces and the one line
    Text,
    SecondaryText,
    DisabledText,
    Accent,
    AccentText,
    Selection, ///< what can be acted on; text on a filled button; selected rows
    BandA,
    BandB, ///< byte bands, neutral
    Verified,
    NotFinal,
    Warning,
    Mismatch,
    NotChecked,
    MismatchOnSelection,
    ControlLine ///< outline of buttons and fields, stronger than Line
};

/// Banner of a state: background and foreground.
struct BannerInk {
    QColor background, foreground;
};

class Theme {
public:
    explicit Theme(Scheme scheme) : m_scheme(scheme) {}
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] QColor color(Ink ink) const;
    [[nodiscard]] QColor color(model::Meaning meaning) const;
    [[nodiscard]] BannerInk banner(model::Meaning meaning) const;
    /// The same on a selected row, at a contrast of at least 4.5 against its tint.
    [[nodiscard]] QColor colorOnSelection(model::Meaning meaning) const;
    /// A chip or callout on a panel: tinted background, readable foreground; never the full mismatch red.
    [[nodiscard]] BannerInk chip(model::Meaning meaning) const;
    /// Lane colours repeat after four; marks repeat with them and labels tell apart.
    [[nodiscard]] QColor lane(int lane) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const; ///< buttons, fields, tabs, menus, scroll bars, docks
    /// The scheme that fits the platform's palette.
    [[nodiscard]] static Scheme systemScheme(const QPalette& platform);

private:
    Scheme m_scheme;
};

/// `share` (0 to 1) of `paint` mixed into `ground`, opaque.
[[nodiscard]] QColor mixed(const QColor& ground, const QColor& paint, double share);

/// The theme in use by the running program (widgets read it when they paint) and the switch for it.
[[nodiscard]] const Theme& theme();
/// Sets the theme and, when there is an application object, its palette. Programs with widgets call
/// ui::applyTheme, which sets font and style too.
void setTheme(Scheme scheme);

} // namespace anchorscope::paint
