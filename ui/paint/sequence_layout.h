// Where everything of the sequence diagram stands, as plain structs (LOOK 10): lifelines, one message a node,
// the bars of running code, frames, spans, state roots and L1 times. Limits: 1. linear in the nodes (times
// the logarithm of the domains that run code at once); 2. nothing recurses; 3. lists are ascending by y, and
// enclosing things are reached by `parent`, so that what is visible is found without a look at the rest.
#pragma once
#include "core/transition/tree.h"
#include <QLineF>
#include <QRectF>
#include <algorithm>
#include <optional>
#include <vector>

namespace anchorscope::paint {

/// Measures at zoom 1, in pixels.
struct SequenceMetrics {
    static constexpr double pitch = 38, bar = 10, shift = 5, arrow_gap = 2;
    static constexpr double above = 25, below = 9; ///< of a message's row, around its line
    static constexpr double tick_width = 18, tick_height = 3, tick_room = 22, tick_below = 17;
    static constexpr double span_room = 22, section_gap = 6;
    static constexpr double gutter = 112, least_gap = 148, widest_gap = 340, narrow_gap = 40;
    static constexpr double frame_margin = 34, frame_step = 7, span_margin = 22, bracket = 7;
    static constexpr double box_width = 172, side_room = 46, span_words = 168;
    static constexpr double self_width = 34, self_height = 12;
    static constexpr double label_gap = 8, label_height = 18, first_row = 34, tail = 26;
    static constexpr int most_levels = 6; ///< re-entries that are shifted; deeper ones lie on the last
    static constexpr int most_steps = 6;  ///< nested frames whose boxes grow
    static constexpr int no_level = -1;   ///< no code of this table runs there: the lifeline itself
};

enum class MessageKind : quint8 {
    Start,  ///< code begins without a call from another domain: a dot
    Call,   ///< solid, filled head
    Return, ///< dashed, open head
    Lookup, ///< dotted: reads only
    Span,   ///< the bracket of calls that are rolled back together
    Note    ///< an unwind, an operation of one chain: a mark on the lifeline
};

inline constexpr quint32 nothing = ~quint32{0};

struct SequenceMessage {
    quint32 node = 0;
    MessageKind kind = MessageKind::Call;
    bool placed = true, foldable = false, folded = false;
    qint8 from_level = SequenceMetrics::no_level, to_level = SequenceMetrics::no_level;
    quint32 from = 0, to = 0; ///< lifelines
    quint32 until = 0;        ///< lifeline with running code between them, where the label ends; else `to`
    quint32 frame = nothing;  ///< innermost nested frame
    quint32 parent = nothing; ///< message that leads here
    quint32 hidden = 0;       ///< nodes that are folded away below it
    double y = 0;             ///< of the line
    [[nodiscard]] bool toSelf() const { return from == to; }
};

/// Something that lasts: from `top` to `bottom`, inside `parent` of the same list.
struct SequenceInterval {
    quint32 node = 0, parent = nothing;
    double top = 0, bottom = 0;
};
struct SequenceBar : SequenceInterval {
    quint32 lane = 0;
    int level = 0;
};
struct SequenceFrame : SequenceInterval {
    quint32 first = 0, last = 0; ///< lifelines that take part
    int inside = 0;              ///< frames inside each other in it, at most most_steps
    int depth = 0;               ///< frames around it
};
struct SequenceSpan : SequenceInterval {
    quint32 first = 0, last = 0;
    quint32 edge = 0;     ///< rightmost lifeline with running code: the bracket stands beyond it
    bool lookups = false; ///< only reads, else rolled back
    bool placed = true;   ///< lookups: when they happen is known
    quint32 count = 0;
};

/// From here on the rollup has this state.
struct SequenceRoot {
    quint32 lane = 0, entry = 0, delta = 0, node = 0;
    bool after = true;   ///< new state, else the one that the entry starts from
    bool broken = false; ///< it is not what was there before
    double y = 0;
};

/// When something happened on L1.
struct L1Moment {
    quint32 node = 0; ///< from this node on
    std::uint64_t block = 0;
    std::optional<std::uint64_t> slot;
    std::uint64_t seconds = 0; ///< since the first moment
    std::optional<quint32> transaction;
    bool same_block = false; ///< as the moment before
};
struct SequenceMark {
    L1Moment moment;
    double y = 0;
};

struct Lifeline {
    Domain domain;
    bool narrow = false;
    double x = 0;
};

class SequenceLayout {
public:
    std::vector<Lifeline> lifelines; ///< L1 first, then the rollups ascending
    std::vector<SequenceMessage> messages;
    std::vector<SequenceBar> bars;
    std::vector<SequenceFrame> frames;
    std::vector<SequenceSpan> spans;
    std::vector<SequenceRoot> roots;
    std::vector<SequenceMark> marks;
    double height = 0, width = 0;

    /// Gives the lifelines their places in that width, or in more where they need more.
    void spread(double available, const std::vector<bool>& narrow = {});
    /// The message that shows a node: its own, or that of the folded one it lies in.
    [[nodiscard]] quint32 messageOf(quint32 node) const;
    /// The message whose row holds y; nothing beside the rows.
    [[nodiscard]] quint32 messageAt(double y) const;
    /// The first message whose row ends below y; may be one past the last.
    [[nodiscard]] quint32 firstFrom(double y) const;

    /// From the caller's bar to the callee's; of a message to its own domain from its bar outwards.
    [[nodiscard]] QLineF line(const SequenceMessage& message) const;
    /// Where its words stand; at most that wide as they need, and never over a bar. Within `seen`, if it is
    /// not empty and they have the room there.
    [[nodiscard]] QRectF labelRect(const SequenceMessage& message, double needed,
                                   const QRectF& seen = {}) const;
    [[nodiscard]] QRectF rowRect(const SequenceMessage& message) const;
    /// The chevron that folds it, before its words.
    [[nodiscard]] QRectF chevronRect(const SequenceMessage& message, double needed,
                                     const QRectF& seen = {}) const;
    [[nodiscard]] QRectF rect(const SequenceBar& bar) const;
    [[nodiscard]] QRectF rect(const SequenceFrame& frame) const;
    [[nodiscard]] QRectF rect(const SequenceSpan& span) const;
    [[nodiscard]] QRectF rect(const SequenceRoot& root) const;
    /// What lies between first and last lifeline with the frames' margins.
    [[nodiscard]] double bodyLeft() const;
    [[nodiscard]] double bodyRight() const;
    [[nodiscard]] double barEdge(quint32 lane, int level, bool right) const;

private:
    [[nodiscard]] double selfX(const SequenceMessage& message) const;
};

/// What the diagram is made of. Both must outlive the call.
struct SequenceSource {
    const table::ExecutionTable* table = nullptr;
    const transition::Tree* tree = nullptr;
    std::vector<L1Moment> moments = {}; ///< ascending by node
};

/// `folded` by node; empty: nothing is.
[[nodiscard]] SequenceLayout layOutSequence(const SequenceSource& source,
                                            const std::vector<bool>& folded = {});

/// Calls `take` for everything in `list` that reaches into [top, bottom], enclosing things first seen last.
template<class T, class Take>
void forVisible(const std::vector<T>& list, double top, double bottom, Take take) {
    const auto begins = std::ranges::lower_bound(list, top, {}, &T::top);
    if (begins != list.begin()) { // what began before and still lasts encloses the last that began
        for (auto at = static_cast<quint32>(begins - list.begin() - 1); at != nothing; at = list[at].parent) {
            if (list[at].bottom >= top) {
                take(list[at]);
            }
        }
    }
    for (auto each = begins; each != list.end() && each->top <= bottom; ++each) {
        take(*each);
    }
}

} // namespace anchorscope::paint
