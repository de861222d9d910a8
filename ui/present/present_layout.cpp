#include "ui/present/present_layout.h"
#include "ui/paint/fonts.h"
#include <QFontMetricsF>
#include <algorithm>

namespace anchorscope::ui {

namespace {

constexpr QSizeF designed(1440, 900);
constexpr double least_pixels = 11; // LOOK 2: never under

QFont sized(QFont font, double pixels) {
    font.setPixelSize(std::max(static_cast<int>(least_pixels), qRound(pixels)));
    return paint::hexSafe(font);
}

} // namespace

QFont presentFont(double pixels, bool bold) {
    return sized(paint::font(bold ? paint::Type::BodyBold : paint::Type::Body), pixels);
}

QFont presentMono(double pixels) { return sized(paint::font(paint::Type::Mono), pixels); }

bool fits(const QFont& font, const QString& text, const QSizeF& room) {
    const QRectF box =
        QFontMetricsF(font).boundingRect(QRectF(0, 0, room.width(), 1e5), Qt::TextWordWrap, text);
    return box.height() <= room.height() + 0.5 && box.width() <= room.width() + 0.5;
}

QFont fitted(QFont font, const QString& text, const QSizeF& room, double least) {
    const int smallest = std::max(static_cast<int>(least_pixels), qRound(font.pixelSize() * least));
    for (int pixels = font.pixelSize(); pixels > smallest && !fits(font, text, room); --pixels) {
        font.setPixelSize(pixels - 1);
    }
    return font;
}

PresentLayout layoutSlide(const QSizeF& page, const QString& title, const QString& text, double chip_width) {
    PresentLayout layout;
    layout.scale = std::min(page.width() / designed.width(), page.height() / designed.height());
    const auto at = [&layout](double value) { return layout.at(value); };
    const double margin = at(96), width = page.width() - 2 * margin;
    const double chip = std::min(chip_width, width / 2);
    layout.chip = QRectF(margin + width - chip, at(36), chip, at(36));
    layout.source = QRectF(margin, at(36), width - chip - at(24), at(36));
    const QSizeF title_room(width, at(80)), text_room(width, at(72));
    layout.title_font = fitted(presentFont(at(54), true), title, title_room, 0.4);
    layout.text_font = fitted(presentFont(at(25)), text, text_room, 0.45);
    layout.title = QRectF(QPointF(margin, at(84)), title_room);
    layout.text = QRectF(QPointF(margin, at(164)), text_room);
    const double footer_top = page.height() - at(114);
    layout.body = QRectF(margin, at(268), width, footer_top - at(28) - at(268));
    layout.rule = QRectF(margin, footer_top, width, 1);
    layout.footer = QRectF(margin, footer_top + at(20), width, at(44));
    layout.dots = QRectF(margin + width * 0.3, layout.footer.top(), width * 0.36, layout.footer.height());
    return layout;
}

DotRow DotRow::of(int slides, int current_slide) {
    DotRow row;
    row.count = std::min(slides, most_dots);
    for (int dot = 0; dot < row.count; ++dot) {
        row.current = firstSlide(dot, slides) <= current_slide ? dot : row.current;
    }
    return row;
}

int DotRow::firstSlide(int dot, int slides) {
    return slides <= most_dots ? dot : static_cast<int>(static_cast<qint64>(dot) * slides / most_dots);
}

} // namespace anchorscope::ui
