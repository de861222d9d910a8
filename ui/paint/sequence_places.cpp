// Where the parts of a laid out sequence diagram stand: x by lifeline and level, y as laid out.
#include "ui/paint/sequence_layout.h"

namespace anchorscope::paint {

using Metrics = SequenceMetrics;

void SequenceLayout::spread(double available, const std::vector<bool>& narrow) {
    const std::size_t count = lifelines.size();
    std::size_t narrow_count = 0;
    for (std::size_t i = 0; i < count; ++i) {
        lifelines[i].narrow = i < narrow.size() && narrow[i];
        narrow_count += lifelines[i].narrow ? std::size_t{1} : std::size_t{0};
    }
    const double right = Metrics::side_room + (spans.empty() ? Metrics::box_width / 4 : Metrics::span_words);
    const double left = Metrics::gutter + Metrics::side_room + Metrics::frame_margin;
    const double wide = static_cast<double>(count - narrow_count);
    const double free = available - left - right - static_cast<double>(narrow_count) * Metrics::narrow_gap;
    const double gap =
        std::clamp(wide > 1 ? free / (wide - 1) : free, Metrics::least_gap, Metrics::widest_gap);
    double x = left;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) {
            // A narrow lifeline keeps its neighbours at half a gap.
            const bool tight = lifelines[i].narrow && lifelines[i - 1].narrow;
            const bool half = lifelines[i].narrow != lifelines[i - 1].narrow;
            x += tight ? Metrics::narrow_gap : half ? Metrics::narrow_gap + gap / 4 : gap;
        }
        lifelines[i].x = x;
    }
    width = count == 0 ? 0 : x + right;
}

quint32 SequenceLayout::messageOf(quint32 node) const {
    const auto after = std::ranges::upper_bound(messages, node, {}, &SequenceMessage::node);
    return after == messages.begin() ? nothing : static_cast<quint32>(after - messages.begin() - 1);
}

quint32 SequenceLayout::firstFrom(double y) const {
    const auto at = std::ranges::lower_bound(messages, y - Metrics::below, {}, &SequenceMessage::y);
    return static_cast<quint32>(at - messages.begin());
}

quint32 SequenceLayout::messageAt(double y) const {
    const quint32 at = firstFrom(y);
    return at < messages.size() && rowRect(messages[at]).top() <= y ? at : nothing;
}

double SequenceLayout::bodyLeft() const {
    return lifelines.empty() ? 0 : lifelines.front().x - Metrics::frame_margin - Metrics::side_room;
}

double SequenceLayout::bodyRight() const {
    return lifelines.empty() ? 0 : lifelines.back().x + Metrics::frame_margin + Metrics::side_room;
}

double SequenceLayout::barEdge(quint32 lane, int level, bool right) const {
    const double x = lifelines[lane].x;
    if (level == Metrics::no_level) {
        return x;
    }
    return x + level * Metrics::shift + (right ? Metrics::bar / 2 : -Metrics::bar / 2);
}

double SequenceLayout::selfX(const SequenceMessage& message) const {
    return barEdge(message.to, std::max(message.from_level, message.to_level), true);
}

QLineF SequenceLayout::line(const SequenceMessage& message) const {
    if (message.toSelf()) {
        const double x = selfX(message);
        return {x, message.y, x + Metrics::self_width, message.y};
    }
    const bool right = message.from < message.to;
    const double from = barEdge(message.from, message.from_level, right);
    const double to = barEdge(message.to, message.to_level, !right);
    const double gap = right ? Metrics::arrow_gap : -Metrics::arrow_gap;
    return {from + gap, message.y, to - gap, message.y};
}

QRectF SequenceLayout::labelRect(const SequenceMessage& message, double needed, const QRectF& seen) const {
    const double chevron = message.foldable ? Metrics::label_height : 0;
    if (message.toSelf()) { // beside its mark, up to the next lifeline
        const bool loop = message.kind == MessageKind::Call || message.kind == MessageKind::Lookup;
        const double left = selfX(message) + chevron + Metrics::label_gap + (loop ? Metrics::self_width : 0);
        const double end = message.to + 1 < lifelines.size()
                               ? std::max(lifelines[message.to + 1].x - Metrics::bar, left)
                               : std::max(width - Metrics::label_gap, left);
        const double room = message.node == 0 && lifelines.size() > 1
                                ? std::max(end - left, bodyRight() - left) // nothing else runs yet
                                : end - left;
        return {left, message.y - Metrics::label_height / 2, std::min(needed, room), Metrics::label_height};
    }
    const bool right = message.from < message.to;
    const QLineF way = line(message);
    // Bars of outer calls lie left of those inside them: words keep clear of all of them.
    const double inner = Metrics::bar / 2 + Metrics::arrow_gap;
    const double outer = inner + Metrics::shift * (Metrics::most_levels - 1);
    const double start = right ? way.x1() : std::min(way.x1(), lifelines[message.from].x - inner);
    double end = right ? lifelines[message.to].x - inner : way.x2();
    if (message.until != message.to) {
        end = lifelines[message.until].x + (right ? -inner : outer);
    }
    const double room = std::abs(end - start) - chevron - 2 * Metrics::label_gap;
    const double wide = std::max(0.0, std::min(needed, room));
    double x = right ? start + Metrics::label_gap + chevron : start - Metrics::label_gap - wide;
    if (!seen.isEmpty()) {
        const double slack = room - wide; // how far they may move towards the arrow's head
        x = right ? std::clamp(seen.left() + Metrics::label_gap + chevron, x, x + slack)
                  : std::clamp(seen.right() - Metrics::label_gap - wide, x - slack, x);
    }
    return {x, message.y - Metrics::label_height - 2, wide, Metrics::label_height};
}

QRectF SequenceLayout::chevronRect(const SequenceMessage& message, double needed, const QRectF& seen) const {
    if (!message.foldable) {
        return {};
    }
    if (message.kind == MessageKind::Span) {
        return {};
    }
    const QRectF label = labelRect(message, needed, seen);
    return {label.left() - Metrics::label_height + 2, label.top() + 2, Metrics::label_height - 4,
            Metrics::label_height - 4};
}

QRectF SequenceLayout::rowRect(const SequenceMessage& message) const {
    const double above = message.kind == MessageKind::Span ? Metrics::below + 3 : Metrics::above;
    return {bodyLeft(), message.y - above, bodyRight() - bodyLeft(), above + Metrics::below};
}

QRectF SequenceLayout::rect(const SequenceBar& bar) const {
    return {lifelines[bar.lane].x - Metrics::bar / 2 + bar.level * Metrics::shift, bar.top, Metrics::bar,
            bar.bottom - bar.top};
}

QRectF SequenceLayout::rect(const SequenceFrame& frame) const {
    const double margin = Metrics::frame_margin + frame.inside * Metrics::frame_step;
    const double left = lifelines[frame.first].x - margin, right = lifelines[frame.last].x + margin;
    return {left, frame.top, right - left, frame.bottom - frame.top};
}

QRectF SequenceLayout::rect(const SequenceSpan& span) const {
    const double left = lifelines[span.first].x - Metrics::span_margin;
    const double right =
        lifelines[span.edge].x + Metrics::span_margin + Metrics::shift * (Metrics::most_levels / 2);
    return {left, span.top, right - left, span.bottom - span.top};
}

QRectF SequenceLayout::rect(const SequenceRoot& root) const {
    return {lifelines[root.lane].x - Metrics::tick_width / 2, root.y - Metrics::tick_height / 2,
            Metrics::tick_width, Metrics::tick_height};
}

} // namespace anchorscope::paint
