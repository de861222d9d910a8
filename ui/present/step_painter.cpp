// A step's slide: lifelines at the left, the rolling hash at the right.
#include "ui/paint/boxes.h"
#include "ui/paint/icons.h"
#include "ui/paint/lane_geometry.h"
#include "ui/present/slide_painter.h"
#include <QCoreApplication>
#include <QPainterPath>
#include <algorithm>
#include <map>

namespace anchorscope::ui {

using model::Arrow;
using model::Meaning;
using paint::Ink;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::PresentView)
};

constexpr double radius = 12;

QColor ink(Ink of) { return paint::theme().color(of); }

/// The lanes that take part, evenly spread, and the rows of the arrows.
struct Stage {
    std::map<int, double> x;
    double top = 0, pitch = 0;
    [[nodiscard]] double y(qsizetype row) const { return top + pitch * (double(row) + 0.7); }
};

Stage stageOf(const PresentLayout& layout, const QRectF& area, const QList<Arrow>& arrows) {
    Stage stage;
    for (const Arrow& each : arrows) {
        stage.x[each.from] = stage.x[each.to] = 0;
    }
    const auto count = static_cast<double>(stage.x.size());
    double at = count > 1 ? 0 : 0.5;
    const double inset = layout.at(60), width = area.width() - 2 * inset;
    for (auto& [lane, x] : stage.x) {
        x = area.left() + inset + width * at;
        at += count > 1 ? 1 / (count - 1) : 0;
    }
    stage.top = area.top() + layout.at(74);
    stage.pitch =
        std::min(layout.at(88), (area.bottom() - stage.top) / double(std::max<qsizetype>(1, arrows.size())));
    return stage;
}

qsizetype currentRow(const QList<Arrow>& arrows) {
    qsizetype row = 0;
    for (qsizetype i = 0; i < arrows.size(); ++i) {
        row = arrows[i].coming ? row : i;
    }
    return row;
}

/// While a call is open its callee stands under a bar; what is opened inside it stands beside.
void drawBars(QPainter& painter, const PresentLayout& layout, const Stage& stage,
              const QList<Arrow>& arrows) {
    const qsizetype now = currentRow(arrows);
    std::map<int, int> depth;
    const double bar = layout.at(16), shift = layout.at(9);
    for (qsizetype i = 0; i <= now && i < arrows.size(); ++i) {
        const Arrow& call = arrows[i];
        if (call.back) {
            --depth[call.from];
            continue;
        }
        double bottom = stage.y(now) + stage.pitch * 0.4;
        for (qsizetype j = i + 1; j <= now; ++j) {
            bottom = arrows[j].back && arrows[j].answers == call.node ? stage.y(j) : bottom;
        }
        const double x = stage.x.at(call.to) - bar / 2 + shift * std::max(0, depth[call.to]);
        ++depth[call.to];
        const QColor lane = paint::theme().lane(call.to);
        paint::drawBox(painter, QRectF(x, stage.y(i), bar, bottom - stage.y(i)), layout.at(4),
                       paint::mixed(ink(Ink::Panel), lane, 0.2), lane, layout.at(1.5));
    }
}

void drawHead(QPainter& painter, const QPointF& tip, double size, bool leftwards, bool open,
              const QPen& pen) {
    const double back = leftwards ? size : -size;
    const QPolygonF head(
        {{tip.x() + back, tip.y() - size * 0.55}, tip, {tip.x() + back, tip.y() + size * 0.55}});
    painter.setPen(open ? pen : QPen(Qt::NoPen));
    painter.setBrush(open ? QBrush(Qt::NoBrush) : QBrush(pen.color()));
    open ? painter.drawPolyline(head) : painter.drawPolygon(head);
}

void drawArrow(QPainter& painter, const PresentLayout& layout, const Stage& stage, const Arrow& arrow,
               double y, bool current) {
    const double from = stage.x.at(arrow.from), to = stage.x.at(arrow.to), reach = layout.at(12);
    QColor color = arrow.coming ? ink(Ink::Line) : paint::theme().lane(arrow.to);
    if (!current && !arrow.coming) {
        color = paint::mixed(ink(Ink::Panel), color, 0.6);
    }
    QPen pen(color, layout.at(current ? 4 : 2.5), arrow.back || arrow.coming ? Qt::DashLine : Qt::SolidLine,
             Qt::FlatCap);
    const bool here = arrow.from == arrow.to, left = to < from;
    const double start = from + (left ? -reach : reach),
                 end = here ? from + layout.at(64) : to + (left ? reach : -reach);
    painter.setPen(pen);
    painter.drawLine(QPointF(start, y), QPointF(end, y));
    if (!arrow.coming) {
        drawHead(painter, here ? QPointF(start, y + layout.at(14)) : QPointF(end, y),
                 layout.at(current ? 18 : 14), here || left, arrow.back,
                 QPen(color, layout.at(current ? 3 : 2)));
        if (here) {
            painter.setPen(pen);
            painter.drawPolyline(QPolygonF({{end, y}, {end, y + layout.at(14)}, {start, y + layout.at(14)}}));
        }
    }
    if (arrow.coming) {
        return;
    }
    const double words_left = std::min(start, end) + layout.at(left ? 24 : 6); // clear of the head
    const double room = here ? layout.at(320) : std::abs(end - start) - layout.at(32);
    QFont face = presentFont(layout.at(18), current);
    const QSizeF line(room, QFontMetricsF(face).height());
    face = fitted(face, arrow.label, line, 0.75);
    painter.setFont(face);
    painter.setPen(ink(current ? Ink::Text : Ink::SecondaryText));
    painter.drawText(QRectF(words_left, y - layout.at(32), room, layout.at(28)),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(face).elidedText(arrow.label, Qt::ElideMiddle, room));
}

void drawLifelines(QPainter& painter, const PresentLayout& layout, const QRectF& area, const Stage& stage,
                   const QStringList& names) {
    for (const auto& [lane, x] : stage.x) {
        const QColor color = paint::theme().lane(lane);
        painter.fillRect(QRectF(x - layout.at(1), area.top() + layout.at(62), layout.at(2),
                                area.bottom() - area.top() - layout.at(62)),
                         paint::mixed(ink(Ink::Panel), color, 0.4));
        painter.setFont(presentFont(layout.at(21), true));
        painter.setPen(ink(Ink::Text));
        painter.drawText(QRectF(x - layout.at(120), area.top(), layout.at(240), layout.at(30)),
                         Qt::AlignCenter, names.value(lane));
        paint::drawLaneMark(painter, {x, area.top() + layout.at(46)}, lane, layout.at(22));
    }
}

/// Label and value on one line.
void drawPair(QPainter& painter, const PresentLayout& layout, const QRectF& row, const QString& label,
              const QString& value) {
    painter.setFont(fitted(presentFont(layout.at(20)), label, {row.width() * 0.52, row.height()}, 0.6));
    painter.setPen(ink(Ink::SecondaryText));
    painter.drawText(QRectF(row.left(), row.top(), row.width() * 0.52, row.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, label);
    painter.setFont(presentMono(layout.at(19)));
    painter.setPen(ink(Ink::Text));
    painter.drawText(QRectF(row.left() + row.width() * 0.54, row.top(), row.width() * 0.46, row.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, value);
}

struct Piece {
    QString value, caption;
    double share;
};

void drawPieces(QPainter& painter, const PresentLayout& layout, const QRectF& row,
                const model::FoldShown& fold) {
    QList<Piece> pieces{{fold.before, Words::tr("hash before"), 0.46},
                        {fold.tag, Words::tr("tag"), 0.16},
                        {fold.number, Words::tr("number"), 0.16}};
    if (!fold.result.isEmpty()) {
        pieces.append({fold.result, Words::tr("what came back"), 0.42});
    }
    double shares = 0;
    for (const Piece& piece : pieces) {
        shares += piece.share;
    }
    const double gap = layout.at(14), room = row.width() - gap * double(pieces.size() - 1);
    double x = row.left();
    for (const Piece& piece : pieces) {
        const QRectF box(x, row.top(), room * piece.share / shares, layout.at(54));
        paint::drawBox(painter, box, layout.at(8), ink(Ink::Panel), ink(Ink::ControlLine), layout.at(1.2));
        const QRectF inside = box.adjusted(layout.at(5), 0, -layout.at(5), 0);
        painter.setFont(fitted(presentMono(layout.at(19)), piece.value, inside.size(), 0.6));
        painter.setPen(ink(Ink::Text));
        painter.drawText(inside, Qt::AlignCenter | Qt::TextWordWrap, piece.value);
        const QRectF caption(box.left() - gap / 2, box.bottom() + layout.at(4), box.width() + gap,
                             layout.at(24));
        painter.setFont(fitted(presentFont(layout.at(16)), piece.caption, caption.size(), 0.7));
        painter.setPen(ink(Ink::SecondaryText));
        painter.drawText(caption, Qt::AlignCenter, piece.caption);
        x += box.width() + gap;
    }
}

void drawResult(QPainter& painter, const PresentLayout& layout, const QRectF& box, const QString& value) {
    paint::drawBox(painter, box, layout.at(8), ink(Ink::Selection), ink(Ink::Accent), layout.at(2));
    painter.setFont(fitted(presentMono(layout.at(31)), value, box.size(), 0.6));
    painter.setPen(ink(Ink::Text));
    painter.drawText(box, Qt::AlignCenter, value);
}

void drawFold(QPainter& painter, const PresentLayout& layout, const QRectF& inside,
              const model::Slide& slide) {
    const auto at = [&layout](double value) { return layout.at(value); };
    double y = inside.top();
    const auto row = [&](double height) {
        const QRectF made(inside.left(), y, inside.width(), at(height));
        y += at(height);
        return made;
    };
    drawPair(painter, layout, row(44), slide.earlier ? slide.earlier->name : Words::tr("Start"),
             slide.earlier ? slide.earlier->after : QStringLiteral("0"));
    y += at(8);
    painter.fillRect(QRectF(inside.left(), y, inside.width(), 1), ink(Ink::Line));
    y += at(12);
    const QRectF name = row(40);
    painter.setFont(fitted(presentFont(at(22), true), slide.fold->name, name.size(), 0.6));
    painter.setPen(ink(Ink::Text));
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft, slide.fold->name);
    y += at(8);
    drawPieces(painter, layout, row(86), *slide.fold);
    const QRectF how = row(62);
    const double side = at(20);
    paint::drawGlyph(painter, QRectF(how.center().x() - side / 2, how.top() + at(6), side, side),
                     paint::Glyph::ChevronDown, ink(Ink::Accent));
    painter.setFont(presentFont(at(18)));
    painter.setPen(ink(Ink::SecondaryText));
    painter.drawText(how.adjusted(0, at(26), 0, 0), Qt::AlignCenter, QStringLiteral("Keccak-256"));
    y += at(4);
    drawResult(painter, layout, row(70), slide.fold->after);
}

void drawEnd(QPainter& painter, const PresentLayout& layout, const QRectF& inside,
             const model::FoldEnd& end) {
    const auto at = [&layout](double value) { return layout.at(value); };
    double y = inside.top();
    if (!end.computed.isEmpty()) {
        drawPair(painter, layout, QRectF(inside.left(), y, inside.width(), at(44)),
                 Words::tr("Recomputed here"), end.computed);
        y += at(52);
    }
    drawPair(painter, layout, QRectF(inside.left(), y, inside.width(), at(44)), Words::tr("The table says"),
             end.stated);
    y += at(72);
    const double icon = at(56);
    const QColor color = paint::theme().color(end.meaning);
    paint::drawStatus(painter, QRectF(inside.left(), y, icon, icon), end.meaning, color);
    const QRectF words(inside.left() + icon + at(20), y, inside.width() - icon - at(20),
                       std::max(icon, inside.bottom() - y));
    painter.setFont(
        fitted(presentFont(at(24), end.meaning == Meaning::Failed), end.words, words.size(), 0.5));
    painter.setPen(ink(end.meaning == Meaning::Failed ? Ink::Mismatch : Ink::Text));
    painter.drawText(words, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, end.words);
}

} // namespace

void paintSequence(QPainter& painter, const PresentLayout& layout, const QRectF& area,
                   const model::Slide& slide) {
    if (slide.arrows.isEmpty()) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Stage stage = stageOf(layout, area, slide.arrows);
    drawLifelines(painter, layout, area, stage, slide.lanes);
    drawBars(painter, layout, stage, slide.arrows);
    const qsizetype now = currentRow(slide.arrows);
    for (qsizetype i = 0; i < slide.arrows.size(); ++i) {
        drawArrow(painter, layout, stage, slide.arrows[i], stage.y(i), i == now);
    }
    painter.restore();
}

void paintHash(QPainter& painter, const PresentLayout& layout, const QRectF& area,
               const model::Slide& slide) {
    const double heading = layout.at(36), padding = layout.at(28);
    painter.setFont(presentFont(layout.at(21), true));
    painter.setPen(ink(Ink::Text));
    const QString title =
        slide.end ? Words::tr("The hash of %1").arg(slide.end->entry) : Words::tr("The digest so far");
    painter.drawText(QRectF(area.left(), area.top(), area.width(), heading), Qt::AlignVCenter | Qt::AlignLeft,
                     title);
    const QRectF box(area.left(), area.top() + heading + layout.at(4), area.width(),
                     std::min(layout.at(slide.end ? 250 : 384), area.height() - heading - layout.at(4)));
    paint::drawBox(painter, box, layout.at(radius), ink(Ink::Header), ink(Ink::Line));
    const QRectF inside = box.adjusted(padding, padding * 0.7, -padding, -padding * 0.7);
    if (slide.fold) {
        drawFold(painter, layout, inside, slide);
    } else if (slide.end) {
        drawEnd(painter, layout, inside, *slide.end);
    } else {
        painter.setFont(fitted(presentFont(layout.at(22)), slide.unseen, inside.size()));
        painter.setPen(ink(Ink::SecondaryText));
        painter.drawText(inside, Qt::AlignCenter | Qt::TextWordWrap, slide.unseen);
    }
}

} // namespace anchorscope::ui
