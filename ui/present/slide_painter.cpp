#include "ui/present/slide_painter.h"
#include "ui/paint/boxes.h"
#include "ui/paint/icons.h"
#include <algorithm>

namespace anchorscope::ui {

using model::Meaning;
using model::SlideKind;
using paint::Ink;

namespace {

constexpr double radius = 12; // LOOK 4, present mode

QColor ink(Ink of) { return paint::theme().color(of); }

void drawFact(QPainter& painter, const PresentLayout& layout, const QRectF& row,
              const model::SlideFact& fact) {
    const double split = row.width() * 0.32, icon = layout.at(28);
    const QRectF label(row.left(), row.top(), split - layout.at(16), row.height());
    painter.setFont(fitted(presentFont(layout.at(22)), fact.label, label.size()));
    painter.setPen(ink(Ink::SecondaryText));
    painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, fact.label);
    QRectF value(row.left() + split, row.top(), row.width() - split, row.height());
    if (fact.meaning != Meaning::None) {
        const QRectF place(value.left(), value.center().y() - icon / 2, icon, icon);
        paint::drawStatus(painter, place, fact.meaning, paint::theme().color(fact.meaning));
        value.setLeft(place.right() + layout.at(14));
    }
    const bool wrong = fact.meaning == Meaning::Failed;
    QFont face = fact.mono ? presentMono(layout.at(23)) : presentFont(layout.at(24), wrong);
    face = fitted(face, fact.value, value.size());
    painter.setFont(face);
    painter.setPen(ink(wrong ? Ink::Mismatch : Ink::Text));
    const bool whole = fits(face, fact.value, value.size());
    painter.drawText(value,
                     Qt::AlignVCenter | Qt::AlignLeft | (whole ? Qt::TextWordWrap : Qt::TextSingleLine),
                     whole ? fact.value
                           : painter.fontMetrics().elidedText(fact.value, Qt::ElideMiddle,
                                                              static_cast<int>(value.width())));
}

void paintFacts(QPainter& painter, const PresentLayout& layout, const QList<model::SlideFact>& facts) {
    if (facts.isEmpty()) {
        return;
    }
    const double padding = layout.at(32),
                 pitch = std::min(layout.at(72), (layout.body.height() - padding) / double(facts.size()));
    const QRectF box(layout.body.topLeft(),
                     QSizeF(layout.body.width(), pitch * double(facts.size()) + padding));
    paint::drawBox(painter, box, layout.at(radius), ink(Ink::Header), ink(Ink::Line));
    QRectF row(box.left() + padding, box.top() + padding / 2, box.width() - 2 * padding, pitch);
    for (const model::SlideFact& fact : facts) {
        drawFact(painter, layout, row, fact);
        row.translate(0, pitch);
        if (&fact != &facts.last()) {
            painter.fillRect(QRectF(row.left(), row.top(), row.width(), 1), ink(Ink::Line));
        }
    }
}

/// Each rung by icon, name and state, in columns of five.
void paintRungs(QPainter& painter, const PresentLayout& layout, const ShownSlide& shown) {
    constexpr int rows = 5;
    const double gap = layout.at(16), icon = layout.at(28);
    const int columns = static_cast<int>((shown.rungs.size() + rows - 1) / rows);
    const double width = (layout.body.width() - gap * (columns - 1)) / std::max(1, columns);
    const double height = std::min(layout.at(76), (layout.body.height() - gap * (rows - 1)) / rows);
    for (int i = 0; i < shown.rungs.size(); ++i) {
        const model::SlideFact& rung = shown.rungs.at(i);
        const QRectF box(layout.body.left() + (width + gap) * (i / rows),
                         layout.body.top() + (height + gap) * (i % rows), width, height);
        paint::drawBox(painter, box, layout.at(radius), ink(Ink::Header), ink(Ink::Line));
        const QRectF place(box.left() + layout.at(22), box.center().y() - icon / 2, icon, icon);
        paint::drawStatus(painter, place, rung.meaning, paint::theme().color(rung.meaning));
        const bool wrong = rung.meaning == Meaning::Failed;
        const QRectF words(place.right() + layout.at(18), box.top(),
                           box.right() - place.right() - layout.at(36), box.height());
        painter.setFont(presentFont(layout.at(23), true));
        painter.setPen(ink(wrong ? Ink::Mismatch : Ink::Text));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, rung.label);
        painter.setFont(presentFont(layout.at(20), wrong));
        painter.setPen(ink(wrong ? Ink::Mismatch : Ink::SecondaryText));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, rung.value);
    }
}

void paintStep(QPainter& painter, const PresentLayout& layout, const model::Slide& slide) {
    const double gap = layout.at(48), share = 0.56;
    const double left = layout.body.width() * share - gap / 2;
    paintSequence(painter, layout, QRectF(layout.body.topLeft(), QSizeF(left, layout.body.height())), slide);
    paintHash(painter, layout,
              QRectF(layout.body.left() + left + gap, layout.body.top(), layout.body.width() - left - gap,
                     layout.body.height()),
              slide);
}

} // namespace

double chipWidth(double scale, const QString& headline) {
    const QFontMetricsF metrics(presentFont(16 * scale, true));
    return metrics.horizontalAdvance(headline) + 62 * scale;
}

void paintChip(QPainter& painter, const PresentLayout& layout, const BannerText& banner) {
    const Meaning meaning = banner.meaning == Meaning::None ? Meaning::NotChecked : banner.meaning;
    const paint::BannerInk inks = paint::theme().chip(meaning);
    const double icon = layout.at(20);
    paint::drawBox(painter, layout.chip, layout.chip.height() / 2, inks.background);
    const QRectF place(layout.chip.left() + layout.at(14), layout.chip.center().y() - icon / 2, icon, icon);
    paint::drawStatus(painter, place, meaning, paint::theme().color(meaning));
    const QRectF words(place.right() + layout.at(10), layout.chip.top(),
                       layout.chip.right() - place.right() - layout.at(22), layout.chip.height());
    painter.setFont(fitted(presentFont(layout.at(16), true), banner.headline, words.size(), 0.7));
    painter.setPen(inks.foreground);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(banner.headline, Qt::ElideRight,
                                                      static_cast<int>(words.width()) + 1));
}

void paintBody(QPainter& painter, const PresentLayout& layout, const ShownSlide& shown) {
    switch (shown.slide.kind) {
    case SlideKind::Step:
        return paintStep(painter, layout, shown.slide);
    case SlideKind::Verdict:
        return paintRungs(painter, layout, shown);
    default:
        return paintFacts(painter, layout, shown.slide.facts);
    }
}

} // namespace anchorscope::ui
