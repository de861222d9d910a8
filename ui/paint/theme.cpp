#include "ui/paint/theme.h"
#include "ui/paint/style_sheet.h"
#include <QGuiApplication>
#include <algorithm>
#include <array>

namespace anchorscope::paint {

using model::Meaning;

namespace {

/// Light and dark value of one colour, 0xRRGGBB.
struct Pair {
    QRgb light, dark;
    [[nodiscard]] QColor in(Scheme scheme) const { return QColor(scheme == Scheme::Light ? light : dark); }
};

// Surfaces and accent: LOOK 3 and 5. Text, selection, bands, status and lanes: the design's palette.
constexpr Pair window_ink{0xEFF2F5, 0x0F1215}, panel_ink{0xFFFFFF, 0x16191D}, header_ink{0xF4F6F8, 0x1E2227};
constexpr Pair line_ink{0xDCE1E7, 0x2B3138}, text_ink{0x1B1F24, 0xE6E8EB}, secondary_ink{0x58616C, 0xA0A9B4};
constexpr Pair accent_ink{0x34618F, 0x8FB8E8}, accent_text_ink{0xFFFFFF, 0x0F1215};
constexpr Pair selection_ink{0xCFE3FA, 0x22395A}, band_a_ink{0xE3EAF2, 0x26303B},
    band_b_ink{0xF6F8FA, 0x1B2129};
constexpr Pair verified_ink{0x0F715C, 0x5FE8D0}, not_final_ink{0x1051CB, 0x4DA3FF};
constexpr Pair warning_ink{0x8A5F00, 0xFAC542}, mismatch_ink{0x9A1B08, 0xF0714A};
constexpr Pair not_checked_ink{0x3F4650, 0x8A97A6}, selected_mismatch_ink{0x9A1B08, 0xFF9673};

constexpr std::array<Pair, 4> lane_inks{
    {{0x0072B2, 0x56B4E9}, {0xC44E00, 0xF08A3C}, {0x007A5A, 0x33C79A}, {0xA8558A, 0xE29BC6}}};

/// Share of the panel in disabled text, of secondary text in outlines, of the hue in a chip (LOOK 8 and
/// pictures).
constexpr double disabled_share = 0.6, outline_share = 0.25, chip_share_light = 0.1, chip_share_dark = 0.2;

struct BannerPair {
    Pair background, foreground;
    [[nodiscard]] BannerInk in(Scheme scheme) const { return {background.in(scheme), foreground.in(scheme)}; }
};
constexpr BannerPair verified_banner{{0xDDF3EE, 0x0F3A33}, {0x0A4A3C, 0x9CEBD8}};
constexpr BannerPair not_final_banner{{0xE1ECFB, 0x12305A}, {0x0B3A93, 0xC2DAFF}};
constexpr BannerPair warning_banner{{0xFDF0D2, 0x453107}, {0x5C3F00, 0xFFD98C}};
constexpr BannerPair mismatch_banner{{0x9A1B08, 0xF0714A}, {0xFFFFFF, 0x1A0B05}};
constexpr BannerPair not_checked_banner{{0xE9ECEF, 0x2C323A}, {0x2E343B, 0xD3D9E0}};

Theme& current() {
    static Theme value(Scheme::Light);
    return value;
}

} // namespace

QColor mixed(const QColor& ground, const QColor& paint, double share) {
    const auto channel = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return QColor(channel(ground.red(), paint.red()), channel(ground.green(), paint.green()),
                  channel(ground.blue(), paint.blue()));
}

QColor Theme::color(Ink ink) const {
    switch (ink) {
    case Ink::Window:
        return window_ink.in(m_scheme);
    case Ink::Panel:
        return panel_ink.in(m_scheme);
    case Ink::Header:
        return header_ink.in(m_scheme);
    case Ink::Line:
        return line_ink.in(m_scheme);
    case Ink::Text:
        return text_ink.in(m_scheme);
    case Ink::SecondaryText:
        return secondary_ink.in(m_scheme);
    case Ink::DisabledText:
        return mixed(panel_ink.in(m_scheme), secondary_ink.in(m_scheme), disabled_share);
    case Ink::Accent:
        return accent_ink.in(m_scheme);
    case Ink::AccentText:
        return accent_text_ink.in(m_scheme);
    case Ink::Selection:
        return selection_ink.in(m_scheme);
    case Ink::BandA:
        return band_a_ink.in(m_scheme);
    case Ink::BandB:
        return band_b_ink.in(m_scheme);
    case Ink::Verified:
        return verified_ink.in(m_scheme);
    case Ink::NotFinal:
        return not_final_ink.in(m_scheme);
    case Ink::Warning:
        return warning_ink.in(m_scheme);
    case Ink::Mismatch:
        return mismatch_ink.in(m_scheme);
    case Ink::NotChecked:
        return not_checked_ink.in(m_scheme);
    case Ink::MismatchOnSelection:
        return selected_mismatch_ink.in(m_scheme);
    case Ink::ControlLine:
        return mixed(line_ink.in(m_scheme), secondary_ink.in(m_scheme), outline_share);
    }
    return {};
}

QColor Theme::color(Meaning meaning) const {
    switch (meaning) {
    case Meaning::None:
        return color(Ink::Text);
    case Meaning::Passed:
        return color(Ink::Verified);
    case Meaning::NotFinal:
        return color(Ink::NotFinal);
    case Meaning::Failed:
        return color(Ink::Mismatch);
    case Meaning::Warning:
        return color(Ink::Warning);
    case Meaning::NotChecked:
    case Meaning::CannotCheck:
        return color(Ink::NotChecked);
    case Meaning::Info:
        return color(Ink::SecondaryText);
    }
    return {};
}

BannerInk Theme::banner(Meaning meaning) const {
    switch (meaning) {
    case Meaning::Passed:
        return verified_banner.in(m_scheme);
    case Meaning::NotFinal:
        return not_final_banner.in(m_scheme);
    case Meaning::Failed:
        return mismatch_banner.in(m_scheme);
    case Meaning::Warning:
        return warning_banner.in(m_scheme);
    case Meaning::None:
    case Meaning::NotChecked:
    case Meaning::CannotCheck:
    case Meaning::Info:
        break;
    }
    return not_checked_banner.in(m_scheme);
}

QColor Theme::colorOnSelection(Meaning meaning) const {
    constexpr double share = 0.2; // of the text's colour: from 3.9 to 4.4 up to at least 4.6
    const bool light = m_scheme == Scheme::Light;
    switch (meaning) {
    case Meaning::Failed:
        return color(Ink::MismatchOnSelection);
    case Meaning::Warning:
        return light ? mixed(color(meaning), color(Ink::Text), share) : color(meaning);
    case Meaning::NotFinal:
    case Meaning::NotChecked:
    case Meaning::CannotCheck:
        return light ? color(meaning) : mixed(color(meaning), color(Ink::Text), share);
    case Meaning::None:
    case Meaning::Passed:
    case Meaning::Info:
        break;
    }
    return color(meaning);
}

BannerInk Theme::chip(Meaning meaning) const {
    if (meaning != Meaning::Failed) {
        return banner(meaning);
    }
    const double share = m_scheme == Scheme::Light ? chip_share_light : chip_share_dark;
    const QColor hue = color(Ink::MismatchOnSelection);
    return {mixed(color(Ink::Panel), hue, share), hue};
}

QColor Theme::lane(int lane) const {
    const std::size_t rollups = lane_inks.size() - 1; // L1 has its ink for itself
    return lane_inks[lane <= 0 ? 0 : 1 + static_cast<std::size_t>(lane - 1) % rollups].in(m_scheme);
}

QPalette Theme::palette() const {
    QPalette palette(color(Ink::Panel), color(Ink::Window));
    const auto both = [&palette](QPalette::ColorRole role, const QColor& value) {
        palette.setColor(role, value);
    };
    both(QPalette::Window, color(Ink::Window));
    both(QPalette::Base, color(Ink::Panel));
    both(QPalette::AlternateBase, color(Ink::Header));
    both(QPalette::Button, color(Ink::Panel));
    both(QPalette::Light, color(Ink::Panel));
    both(QPalette::Midlight, color(Ink::Header));
    both(QPalette::Mid, color(Ink::Line));
    both(QPalette::Dark, color(Ink::ControlLine));
    both(QPalette::Shadow, color(Ink::ControlLine));
    both(QPalette::Highlight, color(Ink::Selection));
    both(QPalette::ToolTipBase, color(Ink::Header));
    both(QPalette::Link, color(Ink::Accent));
    both(QPalette::LinkVisited, color(Ink::Accent));
    both(QPalette::PlaceholderText, color(Ink::SecondaryText));
    both(QPalette::BrightText, color(Ink::Mismatch));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::ToolTipText}) {
        both(role, color(Ink::Text));
        palette.setColor(QPalette::Disabled, role, color(Ink::DisabledText));
    }
    return palette;
}

QString Theme::styleSheet() const { return detail::styleSheet(*this); }

Scheme Theme::systemScheme(const QPalette& platform) {
    return platform.color(QPalette::Window).lightness() < platform.color(QPalette::WindowText).lightness()
               ? Scheme::Dark
               : Scheme::Light;
}

const Theme& theme() { return current(); }

void setTheme(Scheme scheme) {
    current() = Theme(scheme);
    if (qGuiApp != nullptr) {
        QGuiApplication::setPalette(current().palette());
    }
}

} // namespace anchorscope::paint
