#include "ui/paint/sequence_painting.h"
#include "model/items/texts.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/lane_geometry.h"
#include <QFontMetricsF>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace anchorscope::paint {

using Metrics = SequenceMetrics;
using model::Meaning;

namespace {

constexpr double label_pixels = 12, small_pixels = 11; // LOOK 2; the painter's scale does the zoom
constexpr double head_length = 10, head_half = 4.5, icon_side = 14, dot = 4.5;
constexpr double line_share = 0.55, fill_share = 0.2, dim = 0.28;

QFont sized(QFont font, double pixels) {
    font.setPixelSize(static_cast<int>(pixels));
    return hexSafe(font);
}

QPen penOf(MessageKind kind, const QColor& color) {
    QPen pen(color, kind == MessageKind::Call || kind == MessageKind::Start ? 2 : 1.5);
    pen.setCapStyle(Qt::FlatCap);
    if (kind == MessageKind::Return) {
        pen.setDashPattern({4, 3});
    } else if (kind == MessageKind::Lookup) {
        pen.setDashPattern({1.2, 2});
    }
    return pen;
}

void drawText(QPainter& painter, const QRectF& rect, int flags, const QString& text) {
    painter.drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

} // namespace

SequencePainting::SequencePainting(const SequenceLayout& layout, const SequenceWords& words,
                                   const Theme& theme, const SequenceEmphasis& emphasis)
    : m_layout(layout), m_words(words), m_theme(theme), m_emphasis(emphasis) {}

QFont SequencePainting::labelFont(bool bold) {
    QFont made = sized(font(Type::Caption), label_pixels);
    made.setBold(bold);
    return made;
}

void SequencePainting::drawArrow(QPainter& painter, const QLineF& line, MessageKind kind,
                                 const QColor& color) {
    const double way = line.x2() > line.x1() ? 1 : -1;
    const bool filled = kind == MessageKind::Call;
    const QPointF tip = line.p2();
    painter.setPen(penOf(kind, color));
    painter.drawLine(line.p1(), filled ? tip - QPointF(way * (head_length - 2), 0) : tip);
    QPolygonF head{
        {tip - QPointF(way * head_length, head_half), tip, tip - QPointF(way * head_length, -head_half)}};
    if (filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(head);
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(head);
    }
}

/// Lines at 45°, 8 px apart, cut at the rectangle: patterns and clips get lost in SVG.
void SequencePainting::drawHatch(QPainter& painter, const QRectF& rect) const {
    constexpr double step = 8;
    painter.setPen(QPen(m_theme.color(Ink::Line), 1));
    // Counted from 0, so that lines stay in place while the rectangle is scrolled.
    const double first = std::ceil((rect.left() + rect.top()) / step) * step;
    for (double sum = first; sum < rect.right() + rect.bottom(); sum += step) {
        const double x1 = std::max(rect.left(), sum - rect.bottom());
        const double x2 = std::min(rect.right(), sum - rect.top());
        painter.drawLine(QPointF(x1, sum - x1), QPointF(x2, sum - x2));
    }
}

void SequencePainting::drawBracket(QPainter& painter, double x, double top, double bottom,
                                   const QColor& color) {
    painter.setPen(QPen(color, 1.5));
    painter.drawPolyline(
        QPolygonF({{x - Metrics::bracket, top}, {x, top}, {x, bottom}, {x - Metrics::bracket, bottom}}));
}

QColor SequencePainting::frameFill(int depth) const {
    const QColor header = m_theme.color(Ink::Header);
    return depth % 2 == 0 ? header : mixed(header, m_theme.color(Ink::Line), 0.45);
}

void SequencePainting::paintFrame(QPainter& painter, const SequenceFrame& frame) const {
    drawBox(painter, m_layout.rect(frame), radius, frameFill(frame.depth), m_theme.color(Ink::ControlLine));
}

void SequencePainting::paintSpan(QPainter& painter, const SequenceSpan& span, const QRectF& clip,
                                 bool labels) const {
    const QRectF whole = m_layout.rect(span);
    if (!span.lookups) {
        drawHatch(painter, whole.intersected(clip.adjusted(-40, -40, 40, 40)));
    }
    const double x = whole.right() + Metrics::bracket;
    drawBracket(painter, x, whole.top(), whole.bottom(), m_theme.color(Ink::SecondaryText));
    if (!labels) {
        return;
    }
    const QString title =
        span.lookups ? tr("%n lookup(s)", nullptr, static_cast<int>(span.count)) : tr("Revert span");
    const QString about = !span.lookups ? tr("%n call(s) rolled back", nullptr, static_cast<int>(span.count))
                          : span.placed ? tr("read only")
                                        : tr("read only, place not known");
    // In the middle of what is visible of it.
    const double top = std::max(whole.top(), clip.top()), bottom = std::min(whole.bottom(), clip.bottom());
    QRectF line(x + Metrics::label_gap, (top + bottom) / 2 - Metrics::label_height, Metrics::span_words,
                Metrics::label_height);
    const QFontMetricsF metrics(labelFont());
    const double wide =
        std::max(QFontMetricsF(labelFont(true)).horizontalAdvance(title), metrics.horizontalAdvance(about));
    painter.fillRect(line.adjusted(-3, 0, wide + 6 - Metrics::span_words, Metrics::label_height),
                     m_theme.color(Ink::Panel));
    painter.setFont(labelFont(true));
    painter.setPen(m_theme.color(Ink::Text));
    drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, title);
    line.translate(0, Metrics::label_height - 2);
    painter.setFont(labelFont());
    painter.setPen(m_theme.color(Ink::SecondaryText));
    drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, about);
}

void SequencePainting::paintRow(QPainter& painter, quint32 message) const {
    const QRectF row = m_layout.rowRect(m_layout.messages[message]).adjusted(0, 2, 0, -1);
    if (message == m_emphasis.chosen) {
        drawBox(painter, row, 4, m_theme.color(Ink::Selection),
                m_emphasis.focused ? m_theme.color(Ink::Accent) : QColor(), 1.5);
        painter.fillRect(QRectF(row.left(), row.top() + 1, 3, row.height() - 2), m_theme.color(Ink::Accent));
    } else if (message == m_emphasis.previewed) {
        drawBox(painter, row, 4, mixed(m_theme.color(Ink::Panel), m_theme.color(Ink::Selection), 0.4));
    }
}

void SequencePainting::paintLifelines(QPainter& painter, const QRectF& clip) const {
    const double bottom = std::min(m_layout.height, clip.bottom());
    for (std::size_t lane = 0; lane < m_layout.lifelines.size(); ++lane) {
        const double x = m_layout.lifelines[lane].x;
        if (x < clip.left() - Metrics::bar || x > clip.right() + Metrics::bar) {
            continue;
        }
        const QColor color =
            mixed(m_theme.color(Ink::Panel), m_theme.lane(static_cast<int>(lane)), line_share);
        painter.setPen(QPen(color, 1.5));
        painter.drawLine(QPointF(x, clip.top()), QPointF(x, bottom));
    }
    std::vector<const SequenceBar*> bars;
    forVisible(m_layout.bars, clip.top(), clip.bottom(),
               [&](const SequenceBar& bar) { bars.push_back(&bar); });
    // Outer ones below inner ones; of those that lie on each other one is enough.
    std::ranges::stable_sort(bars, {}, [](const SequenceBar* bar) { return bar->top; });
    std::vector<double> covered(m_layout.lifelines.size(), -1);
    for (const SequenceBar* bar : bars) {
        const bool last = bar->level == Metrics::most_levels - 1;
        if (last && covered[bar->lane] >= bar->bottom) {
            continue;
        }
        covered[bar->lane] = last ? bar->bottom : covered[bar->lane];
        const QColor color = m_theme.lane(static_cast<int>(bar->lane));
        QRectF rect = m_layout.rect(*bar);
        rect.setTop(std::max(rect.top(), clip.top() - 20));
        rect.setBottom(std::min(rect.bottom(), clip.bottom() + 20));
        drawBox(painter, rect, 3, mixed(m_theme.color(Ink::Panel), color, fill_share), color);
    }
}

void SequencePainting::paintRoot(QPainter& painter, const SequenceRoot& root, bool labels) const {
    const QRectF tick = m_layout.rect(root);
    painter.setOpacity(isDimmed(root.node) ? dim : 1);
    drawBox(painter, tick, Metrics::tick_height / 2, m_theme.lane(static_cast<int>(root.lane)));
    if (labels && !m_layout.lifelines[root.lane].narrow && m_words.root) {
        double x = tick.right() + Metrics::label_gap;
        if (root.broken) {
            drawStatus(painter, QRectF(x, root.y - icon_side / 2, icon_side, icon_side), Meaning::Failed,
                       m_theme.color(Ink::Mismatch));
            x += icon_side + 4;
        }
        painter.setFont(sized(font(Type::MonoSmall), small_pixels));
        painter.setPen(m_theme.color(root.broken ? Ink::Mismatch : Ink::Text));
        const QString state = m_words.root(root);
        drawText(painter, QRectF(x, root.y - 9, Metrics::least_gap, 18), Qt::AlignLeft | Qt::AlignVCenter,
                 root.broken ? tr("%1 break").arg(state) : state);
    }
    painter.setOpacity(1);
}

void SequencePainting::paintMark(QPainter& painter, const SequenceMark& mark) const {
    constexpr double left = 14;
    const L1Moment& moment = mark.moment;
    QRectF line(left, mark.y - Metrics::label_height + 1, Metrics::gutter - left, Metrics::label_height);
    const QString transaction =
        moment.transaction ? tr("transaction %1").arg(*moment.transaction) : QString();
    if (!moment.same_block) {
        painter.setFont(labelFont(true));
        painter.setPen(m_theme.color(Ink::Text));
        drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, tr("Block %1").arg(moment.block));
        line.translate(0, Metrics::label_height - 2);
    }
    painter.setFont(sized(font(Type::Caption), small_pixels));
    painter.setPen(m_theme.color(Ink::SecondaryText));
    const QString time = moment.slot           ? tr("slot %1 · %2 s").arg(*moment.slot).arg(moment.seconds)
                         : moment.seconds == 0 ? transaction
                                               : tr("+%1 s").arg(moment.seconds);
    drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, moment.same_block ? transaction : time);
}

void SequencePainting::paintGround(QPainter& painter, const QRectF& clip, bool labels) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Boxes of frames around others come first.
    std::vector<const SequenceFrame*> frames;
    forVisible(m_layout.frames, clip.top(), clip.bottom(),
               [&](const SequenceFrame& frame) { frames.push_back(&frame); });
    std::ranges::stable_sort(frames, {}, [](const SequenceFrame* frame) { return frame->top; });
    for (const SequenceFrame* frame : frames) {
        paintFrame(painter, *frame);
    }
    forVisible(m_layout.spans, clip.top(), clip.bottom(),
               [&](const SequenceSpan& span) { paintSpan(painter, span, clip, labels); });
    for (const quint32 row : {m_emphasis.previewed, m_emphasis.chosen}) {
        if (row < m_layout.messages.size()) {
            paintRow(painter, row);
        }
    }
    paintLifelines(painter, clip);
    const auto first = std::ranges::lower_bound(m_layout.roots, clip.top() - 10, {}, &SequenceRoot::y);
    for (auto root = first; root != m_layout.roots.end() && root->y <= clip.bottom() + 10; ++root) {
        paintRoot(painter, *root, labels);
    }
    const auto mark = std::ranges::lower_bound(m_layout.marks, clip.top() - 40, {}, &SequenceMark::y);
    for (auto each = mark; labels && each != m_layout.marks.end() && each->y <= clip.bottom() + 40; ++each) {
        paintMark(painter, *each);
    }
    painter.restore();
}

void SequencePainting::paintMessages(QPainter& painter, quint32 first, quint32 end, bool labels,
                                     const QRectF& seen) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    end = std::min(end, static_cast<quint32>(m_layout.messages.size()));
    for (quint32 i = first; i < end; ++i) {
        const SequenceMessage& message = m_layout.messages[i];
        painter.setOpacity(isDimmed(message.node) ? dim : 1);
        paintMessage(painter, message);
        if (labels) {
            paintLabel(painter, message, seen);
        }
    }
    painter.restore();
}

void SequencePainting::paintMessage(QPainter& painter, const SequenceMessage& message) const {
    const QColor color = m_theme.lane(static_cast<int>(message.to));
    const double x = m_layout.barEdge(message.to, std::max<int>(message.to_level, 0), true);
    switch (message.kind) {
    case MessageKind::Span:
        return; // its bracket stands for it
    case MessageKind::Start:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(x - Metrics::bar / 2, message.y), dot, dot);
        painter.setBrush(Qt::NoBrush);
        return;
    case MessageKind::Note:
        drawLaneMark(painter, QPointF(m_layout.lifelines[message.to].x, message.y),
                     static_cast<int>(message.to), 11, color);
        return;
    case MessageKind::Call:
    case MessageKind::Return:
    case MessageKind::Lookup:
        break;
    }
    const QLineF line = m_layout.line(message);
    if (!message.toSelf()) {
        drawArrow(painter, line, message.kind, color);
    } else if (message.kind == MessageKind::Return) {
        drawArrow(painter, QLineF(line.x1() + head_length + 4, line.y1(), line.x1() + 2, line.y1()),
                  message.kind, color);
    } else { // out of its bar, and back into the one that it opens
        const QPointF out(line.x1(), line.y1() - Metrics::self_height), right(line.x2(), out.y());
        painter.setPen(penOf(message.kind, color));
        painter.drawPolyline(QPolygonF({out, right, line.p2()}));
        drawArrow(painter, QLineF(line.p2(), line.p1() + QPointF(Metrics::arrow_gap, 0)), message.kind,
                  color);
    }
}

double SequencePainting::widthOf(const SequenceText& text, bool with_remark) const {
    double width = QFontMetricsF(labelFont(text.wrong)).horizontalAdvance(text.words);
    width += text.meaning == Meaning::None ? 0 : icon_side + 4;
    if (with_remark && !text.remark.isEmpty()) {
        width += QFontMetricsF(labelFont()).horizontalAdvance(u"  "_s + text.remark);
    }
    return width + 1;
}

double SequencePainting::needed(const SequenceMessage& message) const {
    return m_words.message ? widthOf(m_words.message(message), true) : 0;
}

QColor SequencePainting::groundOf(const SequenceMessage& message) const {
    const auto chosen =
        m_emphasis.chosen < m_layout.messages.size() && &m_layout.messages[m_emphasis.chosen] == &message;
    return chosen                     ? m_theme.color(Ink::Selection)
           : message.frame != nothing ? frameFill(m_layout.frames[message.frame].depth)
                                      : m_theme.color(Ink::Panel);
}

/// Words do not stand on lifelines that they cross.
void SequencePainting::clearBehind(QPainter& painter, const SequenceMessage& message,
                                   const QRectF& label) const {
    const auto crossed = std::ranges::lower_bound(m_layout.lifelines, label.left(), {}, &Lifeline::x);
    const QColor ground = groundOf(message);
    for (auto line = crossed; line != m_layout.lifelines.end() && line->x <= label.right(); ++line) {
        painter.fillRect(QRectF(line->x - 2, label.top() + 1, 4, label.height() - 2), ground);
    }
}

void SequencePainting::paintLabel(QPainter& painter, const SequenceMessage& message,
                                  const QRectF& seen) const {
    if (message.kind == MessageKind::Span || !m_words.message) {
        return;
    }
    SequenceText text = m_words.message(message);
    const double full = widthOf(text, true);
    QRectF label = m_layout.labelRect(message, full, seen);
    if (message.foldable) { // a chevron as a line: down while it is unfolded
        const QPointF middle = m_layout.chevronRect(message, full, seen).center();
        painter.setPen(
            QPen(m_theme.color(Ink::SecondaryText), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(
            message.folded
                ? QPolygonF({middle + QPointF(-2, -4), middle + QPointF(2, 0), middle + QPointF(-2, 4)})
                : QPolygonF({middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)}));
    }
    if (label.width() < 14) {
        return; // no room for words
    }
    if (label.width() + 0.5 < full && !text.remark.isEmpty()) {
        text.remark.clear();
        label = m_layout.labelRect(message, widthOf(text, false), seen);
    }
    clearBehind(painter, message, label);
    const bool chosen = groundOf(message) == m_theme.color(Ink::Selection);
    if (text.meaning != Meaning::None) {
        const QColor ink = chosen ? m_theme.colorOnSelection(text.meaning) : m_theme.color(text.meaning);
        drawStatus(painter, QRectF(label.left(), label.center().y() - icon_side / 2, icon_side, icon_side),
                   text.meaning, ink);
        label.setLeft(label.left() + icon_side + 4);
    }
    const QFont used = labelFont(text.wrong);
    const QFontMetricsF metrics(used);
    const QString shown = metrics.elidedText(text.words, Qt::ElideRight, label.width() + 0.5);
    painter.setFont(used);
    painter.setPen(text.wrong ? m_theme.color(chosen ? Ink::MismatchOnSelection : Ink::Mismatch)
                   : message.kind == MessageKind::Return ? m_theme.color(Ink::SecondaryText)
                                                         : m_theme.color(Ink::Text));
    drawText(painter, label, Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (!text.remark.isEmpty()) {
        painter.setFont(labelFont());
        painter.setPen(m_theme.color(Ink::SecondaryText));
        label.setLeft(label.left() + metrics.horizontalAdvance(text.words));
        drawText(painter, label, Qt::AlignLeft | Qt::AlignVCenter, u"  "_s + text.remark);
    }
}

std::vector<QRectF> SequencePainting::headerBoxes(const SequenceLayout& layout, double scale, double left,
                                                  double unit, bool low) {
    std::vector<QRectF> boxes;
    const std::size_t count = layout.lifelines.size();
    boxes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = layout.lifelines[i].x * scale;
        double room = Metrics::box_width * unit;
        for (const std::size_t beside : {i - 1, i + 1}) { // i - 1 of the first wraps: no neighbour
            if (beside < count) {
                const bool either = layout.lifelines[beside].narrow || layout.lifelines[i].narrow;
                const double between = std::abs(layout.lifelines[beside].x * scale - x);
                room = std::min(room, either && !layout.lifelines[i].narrow ? 2 * (between - 24 * unit)
                                                                            : between - 10 * unit);
            }
        }
        const double wide = std::max(26 * unit, layout.lifelines[i].narrow ? 26 * unit : room);
        boxes.emplace_back(x - left - wide / 2, (low ? low_top : box_top) * unit, wide,
                           (low ? low_height : box_height) * unit);
    }
    return boxes;
}

void SequencePainting::paintHeader(QPainter& painter, const std::vector<QRectF>& boxes, double unit,
                                   double bottom) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const int lane = static_cast<int>(i);
        const QColor color = m_theme.lane(lane), panel = m_theme.color(Ink::Panel);
        const QRectF& box = boxes[i];
        painter.setPen(QPen(mixed(panel, color, line_share), 1.5 * unit));
        painter.drawLine(QPointF(box.center().x(), box.bottom()), QPointF(box.center().x(), bottom));
        drawBox(painter, box, radius * unit, mixed(panel, color, 0.08), mixed(panel, color, 0.6), unit);
        const Domain domain = m_layout.lifelines[i].domain;
        QFont bold = sized(font(Type::Body), 13 * unit), plain = sized(font(Type::Caption), 12 * unit);
        bold.setBold(true);
        const QFontMetricsF wide(bold);
        QString name = model::textOf(domain.name());
        const double room = box.width() - 34 * unit;
        if (wide.horizontalAdvance(name) > room) {
            name = model::textOf(domain.short_name());
        }
        const double taken = wide.horizontalAdvance(name);
        const bool named = taken <= room;
        drawLaneMark(painter, QPointF(named ? box.left() + 18 * unit : box.center().x(), box.center().y()),
                     lane, 11 * unit, color);
        if (!named) {
            continue;
        }
        QRectF text = box.adjusted(30 * unit, 0, -6 * unit, 0);
        painter.setFont(bold);
        painter.setPen(m_theme.color(Ink::Text));
        drawText(painter, text, Qt::AlignLeft | Qt::AlignVCenter, name);
        const QString caption = m_words.caption ? m_words.caption(domain) : QString();
        text.setLeft(text.left() + taken + 8 * unit);
        if (QFontMetricsF(plain).horizontalAdvance(caption) <= text.width()) {
            painter.setFont(plain);
            painter.setPen(m_theme.color(Ink::SecondaryText));
            drawText(painter, text, Qt::AlignLeft | Qt::AlignVCenter, caption);
        }
    }
    painter.restore();
}

} // namespace anchorscope::paint
