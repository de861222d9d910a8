// Where the parts of a slide stand, as plain numbers: designed at 1440 × 900 and scaled with the window,
// texts made smaller until they fit.
#pragma once
#include <QFont>
#include <QRectF>
#include <QString>

namespace anchorscope::ui {

struct PresentLayout {
    double scale = 1; ///< 1 at 1440 × 900
    QRectF source, chip, title, text, body, rule, footer;
    QRectF dots; ///< of the footer
    QFont title_font, text_font;

    [[nodiscard]] double at(double designed) const { return designed * scale; }
};

/// `chip_width`: what the chip wants; it is never wider than half the page.
[[nodiscard]] PresentLayout layoutSlide(const QSizeF& page, const QString& title, const QString& text,
                                        double chip_width);

/// The program's fonts at a size in pixels that the window's zoom does not touch.
[[nodiscard]] QFont presentFont(double pixels, bool bold = false);
[[nodiscard]] QFont presentMono(double pixels);
/// The font made smaller, down to `least` of its size, until the wrapped text fits.
[[nodiscard]] QFont fitted(QFont font, const QString& text, const QSizeF& room, double least = 0.5);
[[nodiscard]] bool fits(const QFont& font, const QString& text, const QSizeF& room);

/// Dots of the footer: at most most_dots; each stands for the slides from `first` to before the next one's.
struct DotRow {
    static constexpr int most_dots = 24;
    int count = 0, current = 0;
    [[nodiscard]] static DotRow of(int slides, int current_slide);
    /// The first slide that a dot stands for.
    [[nodiscard]] static int firstSlide(int dot, int slides);
};

} // namespace anchorscope::ui
