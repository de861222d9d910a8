#include "ui/paint/sequence_layout.h"
#include "core/transition/call_targets.h"
#include <map>
#include <set>

namespace anchorscope::paint {

using transition::Node;
using transition::NodeKind;
using Metrics = SequenceMetrics;

namespace {

class LayoutBuilder {
public:
    LayoutBuilder(const SequenceSource& source, const std::vector<bool>& folded)
        : m_table(*source.table), m_tree(*source.tree), m_moments(source.moments), m_folded(folded) {}

    SequenceLayout build() {
        makeLifelines();
        m_out.messages.reserve(m_folded.empty() ? m_tree.nodes.size() : 0);
        for (quint32 node = 0; node < m_tree.nodes.size();) {
            closeBefore(node);
            node = add(node);
        }
        closeBefore(static_cast<quint32>(m_tree.nodes.size()));
        m_out.height = m_y + Metrics::tail;
        return std::move(m_out);
    }

private:
    /// A node whose subtree is being walked.
    struct Open {
        quint32 node = 0, end = 0, message = nothing;
        quint32 bar = nothing, frame = nothing, span = nothing;                ///< its own
        quint32 near_bar = nothing, near_frame = nothing, near_span = nothing; ///< innermost, here or around
        quint32 low = nothing, high = 0;                                       ///< lifelines inside
        quint32 edge = 0; ///< rightmost running lifeline here and around
        int frames_inside = 0;
    };

    void makeLifelines();
    [[nodiscard]] quint32 laneOf(Domain domain) const;
    quint32 add(quint32 node);
    void addSpan(quint32 node);
    void addReturn(quint32 node);
    SequenceMessage& addMessage(quint32 node, MessageKind kind, quint32 from, quint32 to);
    void openNode(quint32 node, quint32 message);
    void openBar(quint32 node, Open& open);
    void closeBefore(quint32 node);
    void closeLast();
    void endBar(quint32 bar);
    void enclose(quint32 from, quint32 to);
    void groupLookup(quint32 node);
    void rootsBefore(quint32 node);
    void rootsAfter(quint32 node);
    void markMoment(quint32 node);
    [[nodiscard]] quint32 runningBetween(quint32 from, quint32 to) const;
    [[nodiscard]] bool returns(quint32 node) const;
    [[nodiscard]] int top(quint32 lane) const { return std::min(m_running[lane], Metrics::most_levels) - 1; }
    [[nodiscard]] bool skipped(quint32 entry) const {
        return entry < m_tree.entries.size() && m_tree.entries[entry].skipped_alternative;
    }

    const table::ExecutionTable& m_table;
    const transition::Tree& m_tree;
    const std::vector<L1Moment>& m_moments;
    const std::vector<bool>& m_folded;
    SequenceLayout m_out;
    std::vector<Domain> m_domains;
    std::vector<Open> m_open;
    std::vector<int> m_running;                  // bars open, by lane
    std::set<quint32> m_active;                  // lanes with bars open
    std::vector<std::optional<Hash32>> m_states; // known, by lane
    std::size_t m_moment = 0;
    quint32 m_lookups = nothing; // span of the lookups just added
    double m_y = Metrics::first_row - Metrics::pitch;
};

void LayoutBuilder::makeLifelines() {
    m_domains = m_tree.domains;
    for (const Node& node : m_tree.nodes) {
        if (m_domains.empty() || (node.from != m_domains.back() && node.from != m_domains.front())) {
            m_domains.push_back(node.from);
        }
        if (node.to != m_domains.back() && node.to != m_domains.front()) {
            m_domains.push_back(node.to);
        }
    }
    for (const table::Entry& entry : m_table.entries) {
        for (const table::StateDelta& delta : entry.deltas) {
            m_domains.push_back(transition::domain_of(delta.rollup_id));
        }
    }
    std::ranges::sort(m_domains);
    const auto repeated = std::ranges::unique(m_domains);
    m_domains.erase(repeated.begin(), repeated.end());
    for (const Domain domain : m_domains) {
        m_out.lifelines.push_back({domain, false, 0});
    }
    m_running.assign(m_domains.size(), 0);
    m_states.resize(m_domains.size());
}

quint32 LayoutBuilder::laneOf(Domain domain) const {
    return static_cast<quint32>(std::ranges::lower_bound(m_domains, domain) - m_domains.begin());
}

bool LayoutBuilder::returns(quint32 node) const {
    const quint32 last = m_tree.nodes[node].subtree_end - 1;
    return last > node && m_tree.nodes[last].kind == NodeKind::call_return &&
           m_tree.nodes[last].returns_from == node;
}

/// The lifeline where a label must end: the first with running code on the way, seen from the caller.
quint32 LayoutBuilder::runningBetween(quint32 from, quint32 to) const {
    if (from < to) {
        const auto next = m_active.upper_bound(from);
        return next != m_active.end() && *next < to ? *next : to;
    }
    const auto next = m_active.lower_bound(from);
    return next != m_active.begin() && *std::prev(next) > to ? *std::prev(next) : to;
}

void LayoutBuilder::enclose(quint32 from, quint32 to) {
    if (!m_open.empty()) {
        Open& around = m_open.back();
        around.low = std::min({around.low, from, to});
        around.high = std::max({around.high, from, to});
    }
}

SequenceMessage& LayoutBuilder::addMessage(quint32 node, MessageKind kind, quint32 from, quint32 to) {
    SequenceMessage message;
    message.node = node;
    message.kind = kind;
    message.placed = m_tree.nodes[node].placed;
    message.from = from;
    message.to = to;
    message.from_level = static_cast<qint8>(top(from));
    message.to_level = static_cast<qint8>(top(to));
    message.until = runningBetween(from, to);
    if (!m_open.empty()) {
        message.parent = m_open.back().message;
        message.frame = m_open.back().near_frame;
    }
    message.y = m_y;
    m_out.messages.push_back(message);
    return m_out.messages.back();
}

void LayoutBuilder::openBar(quint32 node, Open& open) {
    const quint32 lane = laneOf(m_tree.nodes[node].to);
    SequenceBar bar;
    bar.node = node;
    bar.lane = lane;
    bar.level = std::min(m_running[lane], Metrics::most_levels - 1);
    bar.top = bar.bottom = m_y;
    bar.parent = open.near_bar;
    open.bar = open.near_bar = static_cast<quint32>(m_out.bars.size());
    open.edge = std::max(open.edge, lane);
    m_out.bars.push_back(bar);
    if (m_running[lane]++ == 0) {
        m_active.insert(lane);
    }
}

void LayoutBuilder::endBar(quint32 bar) {
    m_out.bars[bar].bottom = m_y;
    const quint32 lane = m_out.bars[bar].lane;
    if (--m_running[lane] == 0) {
        m_active.erase(lane);
    }
}

void LayoutBuilder::openNode(quint32 node, quint32 message) {
    const Node& at = m_tree.nodes[node];
    Open open;
    open.node = node;
    open.end = at.subtree_end;
    open.message = message;
    if (!m_open.empty()) {
        const Open& around = m_open.back();
        open.edge = around.edge;
        open.near_bar = around.near_bar;
        open.near_frame = around.near_frame;
        open.near_span = around.near_span;
    }
    if (at.kind != NodeKind::revert_span && at.kind != NodeKind::operation && at.kind != NodeKind::unwind) {
        openBar(node, open);
    }
    m_open.push_back(open);
}

void LayoutBuilder::closeLast() {
    const Open open = m_open.back();
    m_open.pop_back();
    if (open.bar != nothing) {
        if (!returns(open.node)) { // nothing says where it ends
            m_y += open.node == 0 ? 0 : Metrics::section_gap;
        }
        endBar(open.bar);
    }
    if (open.frame != nothing) {
        SequenceFrame& frame = m_out.frames[open.frame];
        frame.bottom = m_y + Metrics::below;
        frame.first = std::min(open.low, frame.first);
        frame.last = std::max(open.high, frame.last);
        frame.inside = std::min(open.frames_inside, Metrics::most_steps);
    }
    if (open.span != nothing) {
        SequenceSpan& span = m_out.spans[open.span];
        span.bottom = m_y + Metrics::below;
        span.first = std::min(open.low, span.first);
        span.last = std::max(open.high, span.last);
        span.edge = std::max(span.edge, span.last);
    }
    if (!m_open.empty() && open.low != nothing) {
        Open& around = m_open.back();
        around.low = std::min(around.low, open.low);
        around.high = std::max(around.high, open.high);
        around.frames_inside =
            std::max(around.frames_inside, open.frames_inside + (open.frame != nothing ? 1 : 0));
    }
    if (m_tree.nodes[open.node].kind == NodeKind::entry) {
        rootsAfter(open.node);
    }
}

void LayoutBuilder::closeBefore(quint32 node) {
    while (!m_open.empty() && m_open.back().end <= node) {
        closeLast();
    }
}

/// The states that an entry starts from, where they are not those that were there.
void LayoutBuilder::rootsBefore(quint32 node) {
    const quint32 entry = m_tree.nodes[node].entry;
    if (entry >= m_table.entries.size() || skipped(entry)) {
        return;
    }
    const std::span<const table::StateDelta> deltas = m_table.entries[entry].deltas;
    bool any = false;
    for (quint32 i = 0; i < deltas.size(); ++i) {
        const quint32 lane = laneOf(transition::domain_of(deltas[i].rollup_id));
        std::optional<Hash32>& known = m_states[lane];
        if (deltas[i].current_state && known != deltas[i].current_state) {
            m_out.roots.push_back(
                {lane, entry, i, node, false, known.has_value(), m_y + Metrics::tick_below});
            known = deltas[i].current_state;
            any = true;
        }
    }
    m_y += any ? Metrics::tick_room : 0;
}

void LayoutBuilder::rootsAfter(quint32 node) {
    const quint32 entry = m_tree.nodes[node].entry;
    if (entry >= m_table.entries.size() || skipped(entry) || m_table.entries[entry].deltas.empty()) {
        return;
    }
    const std::span<const table::StateDelta> deltas = m_table.entries[entry].deltas;
    for (quint32 i = 0; i < deltas.size(); ++i) {
        const quint32 lane = laneOf(transition::domain_of(deltas[i].rollup_id));
        m_states[lane] = deltas[i].new_state;
        m_out.roots.push_back({lane, entry, i, node, true, false, m_y + Metrics::tick_below});
    }
    m_y += Metrics::tick_room;
}

void LayoutBuilder::markMoment(quint32 node) {
    for (; m_moment < m_moments.size() && m_moments[m_moment].node <= node; ++m_moment) {
        if (!m_out.marks.empty() && m_out.marks.back().y == m_y) {
            m_out.marks.back().moment = m_moments[m_moment]; // folded away
        } else {
            m_out.marks.push_back({m_moments[m_moment], m_y});
        }
    }
}

void LayoutBuilder::addSpan(quint32 node) {
    m_y += Metrics::span_room - Metrics::pitch; // its row is lower than a message's
    const quint32 lane = laneOf(m_tree.nodes[node].to);
    addMessage(node, MessageKind::Span, lane, lane);
    SequenceSpan span;
    span.node = node;
    span.parent = m_open.empty() ? nothing : m_open.back().near_span;
    span.first = span.last = lane;
    span.edge = m_open.empty() ? lane : m_open.back().edge;
    span.count = m_tree.nodes[node].span_length;
    span.top = m_y - Metrics::below;
    span.bottom = m_y + Metrics::below;
    m_out.spans.push_back(span);
}

/// Lookups that follow each other stand in one bracket.
void LayoutBuilder::groupLookup(quint32 node) {
    const SequenceMessage& message = m_out.messages.back();
    const bool alone = m_tree.nodes[node].subtree_end > node + 1;
    if (m_lookups != nothing && !alone) {
        SequenceSpan& group = m_out.spans[m_lookups];
        group.bottom = m_y + Metrics::below;
        group.first = std::min({group.first, message.from, message.to});
        group.last = std::max({group.last, message.from, message.to});
        group.edge = std::max(group.edge, group.last);
        ++group.count;
        return;
    }
    SequenceSpan group;
    group.node = node;
    group.lookups = true;
    group.placed = message.placed;
    group.parent = m_open.empty() ? nothing : m_open.back().near_span;
    group.first = std::min(message.from, message.to);
    group.last = std::max(message.from, message.to);
    group.edge = std::max(group.last, m_open.empty() ? 0 : m_open.back().edge);
    group.count = 1;
    group.top = m_y - Metrics::above + 2;
    group.bottom = m_y + Metrics::below;
    m_lookups = alone ? nothing : static_cast<quint32>(m_out.spans.size());
    m_out.spans.push_back(group);
}

void LayoutBuilder::addReturn(quint32 node) {
    const Node& at = m_tree.nodes[node];
    const quint32 from = laneOf(at.from), to = laneOf(at.to);
    SequenceMessage& message = addMessage(node, MessageKind::Return, from, to);
    Open* const open = m_open.empty() ? nullptr : &m_open.back();
    if (open != nullptr && open->node == at.returns_from && open->bar != nothing) {
        message.from_level = static_cast<qint8>(m_out.bars[open->bar].level);
        if (from == to) {
            message.to_level = message.from_level;
        }
    }
}

MessageKind kindOf(const Node& node) {
    switch (node.kind) {
    case NodeKind::bundle:
        return MessageKind::Start;
    case NodeKind::entry:
        return node.from == node.to ? MessageKind::Start : MessageKind::Call;
    case NodeKind::call:
    case NodeKind::nested:
        return MessageKind::Call;
    case NodeKind::lookup:
        return MessageKind::Lookup;
    case NodeKind::revert_span:
        return MessageKind::Span;
    case NodeKind::call_return:
        return MessageKind::Return;
    case NodeKind::unwind:
    case NodeKind::operation:
        return MessageKind::Note;
    }
    return MessageKind::Note;
}

/// Adds the message of a node; gives the node to go on with.
quint32 LayoutBuilder::add(quint32 node) {
    const Node& at = m_tree.nodes[node];
    const MessageKind kind = kindOf(at);
    if (kind != MessageKind::Lookup) {
        m_lookups = nothing;
    }
    if (at.kind == NodeKind::entry) {
        rootsBefore(node);
    }
    m_y += Metrics::pitch;
    const quint32 from = laneOf(at.from), to = laneOf(at.to);
    if (kind == MessageKind::Span) {
        addSpan(node);
    } else if (kind == MessageKind::Return) {
        addReturn(node);
    } else {
        addMessage(node, kind, from, to);
    }
    markMoment(node);
    if (kind == MessageKind::Lookup) {
        groupLookup(node);
    }
    enclose(from, to);
    const auto message = static_cast<quint32>(m_out.messages.size() - 1);
    const bool leaf = at.subtree_end == node + 1;
    if (kind == MessageKind::Return || kind == MessageKind::Note || (kind == MessageKind::Lookup && leaf)) {
        return node + 1;
    }
    openNode(node, message);
    SequenceMessage& made = m_out.messages.back();
    if (kind == MessageKind::Call || kind == MessageKind::Start || kind == MessageKind::Lookup) {
        made.to_level = static_cast<qint8>(m_out.bars.back().level);
    }
    Open& open = m_open.back();
    if (at.kind == NodeKind::nested) {
        SequenceFrame frame;
        frame.node = node;
        frame.parent = made.frame;
        frame.depth = frame.parent == nothing ? 0 : m_out.frames[frame.parent].depth + 1;
        frame.top = m_y - Metrics::above;
        frame.first = std::min(from, to);
        frame.last = std::max(from, to);
        open.frame = open.near_frame = made.frame = static_cast<quint32>(m_out.frames.size());
        open.low = frame.first;
        open.high = frame.last;
        m_out.frames.push_back(frame);
    }
    if (kind == MessageKind::Span || (kind == MessageKind::Lookup && !leaf)) {
        open.span = open.near_span = static_cast<quint32>(m_out.spans.size() - 1);
    }
    const quint32 back = returns(node) ? 1 : 0;
    made.hidden = at.subtree_end - node - 1 - back;
    made.foldable = node != 0 && made.hidden > 0;
    made.folded = made.foldable && node < m_folded.size() && m_folded[node];
    if (!made.folded) {
        made.hidden = 0;
        return node + 1;
    }
    return at.subtree_end - back;
}

} // namespace

SequenceLayout layOutSequence(const SequenceSource& source, const std::vector<bool>& folded) {
    if (source.table == nullptr || source.tree == nullptr || source.tree->nodes.empty()) {
        return {};
    }
    return LayoutBuilder(source, folded).build();
}

} // namespace anchorscope::paint
