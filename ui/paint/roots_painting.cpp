#include "ui/paint/roots_painting.h"
#include "model/items/texts.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/lane_geometry.h"
#include <QFontMetricsF>

using namespace Qt::StringLiterals;

namespace anchorscope::paint {

using Metrics = RootsMetrics;
using model::Meaning;

namespace {

constexpr double icon_side = 14, state_gap = 12, state_width = 92, box_radius = 6;

QFont sized(Type type, int pixels, bool bold = false) {
    QFont made = hexSafe(font(type));
    made.setPixelSize(pixels); // the painter's scale does the zoom
    made.setBold(bold);
    return made;
}

void drawText(QPainter& painter, const QRectF& rect, Qt::Alignment align, const QString& text) {
    painter.drawText(rect, static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip,
                     text);
}

/// "+" or "−" and the size.
std::pair<QString, U256> signAndSize(const U256& value) {
    if (value.is_negative()) {
        return {QString(QChar(0x2212)), U256{}.minus(value)};
    }
    return {value.is_zero() ? QString() : u"+"_s, value};
}

} // namespace

RootsPainting::RootsPainting(const RootsLayout& layout, const Theme& theme, const RootsEmphasis& emphasis)
    : m_layout(layout), m_theme(theme), m_emphasis(emphasis) {}

QString RootsPainting::etherWords(const U256& signed_wei) {
    const auto [sign, size] = signAndSize(signed_wei);
    return sign + model::etherText(size);
}

QString RootsPainting::weiWords(const U256& signed_wei) {
    const auto [sign, size] = signAndSize(signed_wei);
    return tr("%1%2 wei").arg(sign, model::textOf(size.decimal()));
}

QString RootsPainting::etherWords(const EtherSum& sum) {
    const std::optional<U256> value = sum.value();
    return value ? etherWords(*value) : sum.is_negative() ? tr("below −2²⁵⁵ wei") : tr("above 2²⁵⁵ wei");
}

QString RootsPainting::weiWords(const EtherSum& sum) {
    const std::optional<U256> value = sum.value();
    return value ? weiWords(*value) : etherWords(sum);
}

QString RootsPainting::bandWords(const RootsBand& band) {
    const QString steps = tr("%n step(s)", nullptr, static_cast<int>(band.taken));
    if (band.breaks > 0) {
        return tr("%1, %2").arg(steps, tr("%n break(s)", nullptr, static_cast<int>(band.breaks)));
    }
    return band.stated ? tr("%1, no break").arg(steps) : tr("%1, start not stated").arg(steps);
}

void RootsPainting::paintHeads(QPainter& painter, const QRectF& clip, double left) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(left, clip.top(), Metrics::head, clip.height()), m_theme.color(Ink::Panel));
    for (const RootsBand& band : m_layout.bands) {
        if (band.y > clip.bottom() || band.y + band.height < clip.top()) {
            continue;
        }
        const QRectF box(left + 12, band.y, Metrics::head - 12, band.height);
        const int lane = static_cast<int>(band.lane);
        painter.fillRect(box, m_theme.color(Ink::Header));
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), m_theme.lane(lane));
        drawLaneMark(painter, QPointF(box.left() + 22, box.top() + 21), lane, 11, m_theme.lane(lane));
        QRectF line(box.left() + 36, box.top() + 11, box.width() - 44, 20);
        painter.setFont(sized(Type::Body, 13, true));
        painter.setPen(m_theme.color(Ink::Text));
        const QString id = model::textOf(band.rollup.decimal());
        drawText(painter, line, Qt::AlignLeft,
                 painter.fontMetrics().elidedText(tr("Rollup %1").arg(id), Qt::ElideMiddle,
                                                  static_cast<int>(line.width())));
        line = QRectF(box.left() + 16, box.top() + 33, box.width() - 24, Metrics::label);
        if (band.breaks > 0 || !band.stated) {
            const Meaning meaning = band.breaks > 0 ? Meaning::Failed : Meaning::CannotCheck;
            drawStatus(painter, QRectF(line.left(), line.center().y() - icon_side / 2, icon_side, icon_side),
                       meaning, m_theme.color(meaning));
            line.setLeft(line.left() + icon_side + 6);
        }
        painter.setFont(sized(Type::Caption, 12, band.breaks > 0));
        painter.setPen(m_theme.color(band.breaks > 0 ? Ink::Mismatch : Ink::SecondaryText));
        drawText(painter, line, Qt::AlignLeft, bandWords(band));
        line = QRectF(box.left() + 16, box.top() + 53, box.width() - 24, Metrics::label);
        const auto pair = [&](const QString& name, const QString& value, bool mono) {
            painter.setFont(sized(Type::Caption, 12));
            painter.setPen(m_theme.color(Ink::SecondaryText));
            drawText(painter, line, Qt::AlignLeft, name);
            const double taken = painter.fontMetrics().horizontalAdvance(name) + 8.0;
            painter.setFont(mono ? sized(Type::MonoSmall, 11) : sized(Type::Caption, 12));
            painter.setPen(m_theme.color(Ink::Text));
            drawText(painter, line.adjusted(taken, 0, 0, 0), Qt::AlignLeft,
                     painter.fontMetrics().elidedText(value, Qt::ElideRight,
                                                      static_cast<int>(line.width() - taken)));
            line.translate(0, 19);
        };
        if (band.result) {
            pair(tr("ends at"), model::shortHexText(band.result->view()), true);
        }
        pair(tr("ether"), band.ether ? etherWords(band.sum) : tr("none moved"), false);
    }
    painter.restore();
}

void RootsPainting::paintTrack(QPainter& painter, const RootsBand& band, std::size_t from,
                               std::size_t to) const {
    const double y = m_layout.trackY(band);
    const QColor color = m_theme.lane(static_cast<int>(band.lane));
    const RootsStep* left = nullptr; // the last one that was taken
    for (std::size_t i = from; i-- > band.first && left == nullptr;) {
        left = m_layout.steps[i].skipped ? nullptr : &m_layout.steps[i];
    }
    for (std::size_t i = from; i < to; ++i) {
        const RootsStep& step = m_layout.steps[i];
        if (step.skipped) {
            continue;
        }
        const double start = left != nullptr ? left->x : step.x - (step.before ? 118 : 40);
        if (step.broken()) {
            painter.setPen(QPen(color, 2));
            const double gap = step.x - state_gap - state_width - icon_side - 14;
            painter.drawLine(QPointF(start, y), QPointF(std::max(start, gap), y));
            painter.setPen(QPen(m_theme.color(Ink::Mismatch), 2, Qt::DashLine));
            painter.drawLine(QPointF(std::max(start, gap), y), QPointF(step.x, y));
        } else {
            painter.setPen(left != nullptr ? QPen(color, 2) : QPen(color, 2, Qt::DotLine));
            painter.drawLine(QPointF(start, y), QPointF(step.x, y));
        }
        left = &step;
    }
    if (to == band.end && left != nullptr) { // what remains
        painter.setPen(QPen(color, 2));
        painter.drawLine(QPointF(left->x, y), QPointF(m_layout.width - 20, y));
    }
}

/// Where the state after a step is named: beside its mark, or at the left edge up to the next step.
double RootsPainting::stateX(const RootsBand& band, std::size_t index, double left) const {
    const double own = m_layout.steps[index].x + state_gap;
    std::size_t next = index + 1;
    while (next < band.end && m_layout.steps[next].skipped) {
        ++next;
    }
    const double end =
        next < band.end ? m_layout.rect(band, m_layout.steps[next]).left() : m_layout.width - 20;
    return std::clamp(left + 8, own, std::max(own, end - state_width));
}

/// Of a band whose steps all lie further right.
void RootsPainting::paintStart(QPainter& painter, const RootsBand& band, const QRectF& clip) const {
    const RootsStep& step = m_layout.steps[band.first];
    if (m_layout.rect(band, step).left() < clip.right()) {
        return;
    }
    painter.setFont(sized(Type::Caption, 12));
    painter.setPen(m_theme.color(Ink::SecondaryText));
    const double y = m_layout.trackY(band) - Metrics::label / 2;
    drawText(painter, QRectF(clip.left() + Metrics::head + 8, y, 200, Metrics::label), Qt::AlignLeft,
             tr("first changed by entry %1, further right").arg(step.entry));
}

void RootsPainting::paintStates(QPainter& painter, const RootsBand& band, std::size_t index,
                                double left) const {
    const RootsStep& step = m_layout.steps[index];
    const double y = m_layout.trackY(band) - Metrics::label - 4;
    painter.setFont(sized(Type::MonoSmall, 11));
    if (!step.skipped) {
        painter.setPen(m_theme.color(Ink::Text));
        drawText(painter, QRectF(stateX(band, index, left), y, state_width, Metrics::label), Qt::AlignLeft,
                 model::shortHexText(step.after.view()));
    }
    if (step.before && (step.first || step.broken())) {
        painter.setPen(m_theme.color(step.broken() ? Ink::Mismatch : Ink::SecondaryText));
        const QRectF label(step.x - state_gap - state_width, y, state_width, Metrics::label);
        drawText(painter, label, Qt::AlignRight, model::shortHexText(step.before->view()));
        if (step.broken()) {
            const double x = label.left() - icon_side;
            const double middle = m_layout.trackY(band);
            drawBox(painter, QRectF(x - 4, middle - icon_side / 2 - 3, icon_side + 8, icon_side + 6), 3,
                    m_theme.color(Ink::Panel));
            drawStatus(painter, QRectF(x, middle - icon_side / 2, icon_side, icon_side), Meaning::Failed,
                       m_theme.color(Ink::Mismatch));
            painter.setFont(sized(Type::Caption, 12, true));
            drawText(painter, QRectF(x + icon_side + 6, middle + 3, state_width, Metrics::label),
                     Qt::AlignLeft, tr("break"));
        }
    }
}

void RootsPainting::paintStep(QPainter& painter, const RootsBand& band, std::size_t index,
                              double left) const {
    const RootsStep& step = m_layout.steps[index];
    const double y = m_layout.trackY(band);
    const int lane = static_cast<int>(band.lane);
    const bool chosen = step.node == m_emphasis.chosen;
    drawBox(painter, QRectF(step.x - 9, y - 9, 18, 18), 9,
            chosen ? m_theme.color(Ink::Selection) : m_theme.color(Ink::Panel));
    if (step.skipped) {
        painter.setPen(QPen(m_theme.color(Ink::SecondaryText), 1.5, Qt::DotLine));
        painter.drawEllipse(QPointF(step.x, y), 5, 5);
    } else {
        drawLaneMark(painter, QPointF(step.x, y), lane, Metrics::mark, m_theme.lane(lane));
    }
    paintStates(painter, band, index, left);
    QRectF line(step.x + state_gap, band.y + Metrics::entry_top, Metrics::right - state_gap - 2,
                Metrics::label);
    painter.setFont(sized(Type::Caption, 12));
    painter.setPen(m_theme.color(step.skipped ? Ink::SecondaryText : Ink::Text));
    drawText(painter, line, Qt::AlignLeft,
             step.skipped ? tr("entry %1, not taken").arg(step.entry) : tr("entry %1").arg(step.entry));
    if (step.skipped || (!band.ether && step.ether.is_zero())) {
        return;
    }
    painter.setPen(m_theme.color(step.ether.is_zero() ? Ink::SecondaryText : Ink::Text));
    const auto fitted = [&](const QString& text) {
        return painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(line.width()));
    };
    line.moveTop(band.y + Metrics::delta_top);
    drawText(painter, line, Qt::AlignLeft, fitted(etherWords(step.ether)));
    line.moveTop(band.y + Metrics::delta_top + 17);
    painter.setPen(m_theme.color(Ink::SecondaryText));
    painter.setFont(sized(Type::Caption, 11));
    drawText(painter, line, Qt::AlignLeft, fitted(tr("sum %1").arg(etherWords(step.sum))));
}

/// The sum of ether as steps; its zero dotted.
void RootsPainting::paintPlot(QPainter& painter, const RootsBand& band, std::size_t from,
                              std::size_t to) const {
    if (!band.ether || from == to) {
        return;
    }
    const EtherSum none;
    const double zero = m_layout.plotY(band, none);
    const bool first = from == band.first;
    const double left = first ? m_layout.steps[from].x - Metrics::pitch / 2 : m_layout.steps[from - 1].x;
    const double right = to == band.end ? m_layout.width - 20 : m_layout.steps[to - 1].x;
    painter.setPen(QPen(m_theme.color(Ink::ControlLine), 1, Qt::DotLine));
    painter.drawLine(QPointF(left, zero), QPointF(right, zero));
    QPolygonF line;
    double y = first ? zero : m_layout.plotY(band, m_layout.steps[from - 1].sum);
    line << QPointF(left, y);
    for (std::size_t i = from; i < to; ++i) {
        const RootsStep& step = m_layout.steps[i];
        line << QPointF(step.x, y);
        y = m_layout.plotY(band, step.sum);
        line << QPointF(step.x, y);
    }
    line << QPointF(right, y);
    painter.setPen(QPen(m_theme.color(Ink::SecondaryText), 1.5));
    painter.drawPolyline(line);
}

void RootsPainting::paint(QPainter& painter, const QRectF& clip) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double reach = Metrics::pitch + Metrics::before_room;
    for (const RootsBand& band : m_layout.bands) {
        if (band.y > clip.bottom() || band.y + band.height < clip.top()) {
            continue;
        }
        painter.setPen(QPen(m_theme.color(Ink::Line), 1));
        painter.drawLine(QPointF(clip.left(), band.y + band.height + Metrics::gap / 2),
                         QPointF(clip.right(), band.y + band.height + Metrics::gap / 2));
        std::size_t from = m_layout.firstFrom(band, clip.left() - reach);
        from = from > band.first ? from - 1 : from; // the line that comes from outside
        const std::size_t right = m_layout.firstFrom(band, clip.right() + reach);
        const std::size_t to = std::min(band.end, right + 1);
        for (std::size_t i = from; i < to; ++i) {
            const RootsStep& step = m_layout.steps[i];
            if (step.node == m_emphasis.chosen || i == m_emphasis.hovered) {
                const bool chosen = step.node == m_emphasis.chosen;
                const QColor tint = m_theme.color(Ink::Selection);
                const bool ring = m_emphasis.focused && i == m_emphasis.current;
                const QRectF box = m_layout.rect(band, step);
                drawBox(painter, box, box_radius, chosen ? tint : mixed(m_theme.color(Ink::Panel), tint, 0.4),
                        ring ? m_theme.color(Ink::Accent) : QColor(), 1.5);
                if (chosen) {
                    painter.fillRect(QRectF(box.left(), box.top() + 5, 3, box.height() - 10),
                                     m_theme.color(Ink::Accent));
                }
            }
        }
        paintStart(painter, band, clip);
        paintTrack(painter, band, from, to);
        paintPlot(painter, band, from, to);
        for (std::size_t i = from; i < to; ++i) {
            paintStep(painter, band, i, clip.left() + Metrics::head);
        }
    }
    painter.restore();
}

} // namespace anchorscope::paint
