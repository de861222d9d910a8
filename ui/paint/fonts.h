// Fonts embedded at build (Noto Sans, JetBrains Mono): the same on every platform. Hex is never shaped. Sizes
// are those at a zoom of 100 %.
#pragma once
#include <QFont>

namespace anchorscope::paint {

enum class Type {
    Body,     ///< 13 px
    BodyBold, ///< 13 px, what is wrong, panel titles
    Caption,  ///< 12 px
    Small,    ///< 11 px, the smallest
    Callout,  ///< 15 px demi-bold
    Verdict,  ///< 20 px bold
    Title,    ///< 30 px bold, the welcome page
    Mono,     ///< 12 px JetBrains Mono, unshaped
    MonoSmall ///< 11 px JetBrains Mono, unshaped
};

/// Loads the embedded fonts; call once after the application object exists. False when one is missing.
bool loadFonts();
[[nodiscard]] QFont font(Type type);
/// The same font for text that may hold 0x: unshaped, so that no font turns 0x9c into 0×9c.
[[nodiscard]] QFont hexSafe(QFont font);

} // namespace anchorscope::paint
