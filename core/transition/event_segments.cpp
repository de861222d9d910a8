#include "core/transition/event_segments.h"

namespace anchorscope::transition {
namespace {

bool same_transaction(const LogRef& a, const LogRef& b) {
    return a.block == b.block && a.receipt == b.receipt;
}

/// The entry index that every log inside an execution carries.
std::optional<U256> entry_index(const EventBody& body) {
    return std::visit(
        [](const auto& event) -> std::optional<U256> {
            if constexpr (requires { event.entry_index; }) {
                return event.entry_index;
            } else {
                return std::nullopt;
            }
        },
        body);
}

class Cutter {
public:
    explicit Cutter(std::span<const ManagerEvent> events) : m_events(events) {}

    void take(std::uint32_t at) {
        const ManagerEvent& event = m_events[at];
        if (m_open && !same_transaction(m_events[m_segment.events.back()].log, event.log)) {
            finish(false);
        }
        m_at = at;
        std::visit([this](const auto& body) { on(body); }, event.body);
    }

    [[nodiscard]] Segments take_all() {
        finish(false);
        return std::move(m_out);
    }

private:
    void on(const L2TxExecuted& event) { begin(SegmentStart::l2_tx, {}, event.rollup_id, event.index); }

    void on(const ExecutionConsumed& event) {
        const bool of_l2_tx = m_open && m_segment.start == SegmentStart::l2_tx &&
                              m_segment.events.size() == 1 && m_segment.rollup == event.rollup_id &&
                              m_segment.index == event.index;
        if (of_l2_tx) {
            m_segment.call_hash = event.call_hash;
            m_segment.events.push_back(m_at);
        } else {
            begin(SegmentStart::consumed, event.call_hash, event.rollup_id, event.index);
        }
    }

    void on(const IncomingExecuted& event) { begin(SegmentStart::incoming, event.call_hash, {}, U256(0)); }

    void on(const EntryExecuted&) {
        inside();
        finish(true);
    }
    void on(const CallResult&) { inside(); }
    void on(const NestedConsumed&) { inside(); }
    void on(const RevertSpanExecuted&) { inside(); }
    void on(const ExecutionPerformed&) { inside(); }

    void on(const ImmediateEntrySkipped& event) {
        finish(false);
        m_out.skipped.push_back({event.index, m_at});
    }
    void on(const BatchPosted&) { ++m_out.batches_posted; }

    // These tell about calls and proxies; they take no part in an entry's execution.
    void on(const CallExecuted&) {}
    void on(const ProxyCreated&) {}
    void on(const StateUpdated&) {}
    void on(const TableLoaded&) {}
    void on(const RollupCreated&) {}
    void on(const UnknownEvent&) {}

    void begin(SegmentStart start, const Hash32& call_hash, const std::optional<U256>& rollup,
               const U256& index) {
        finish(false);
        m_segment = {start, call_hash, rollup, index, false, false, {m_at}};
        m_open = true;
    }

    void inside() {
        if (!m_open) {
            m_segment = {};
            m_open = true;
        }
        m_segment.events.push_back(m_at);
        if (!m_segment.index) {
            m_segment.index = entry_index(m_events[m_at].body);
        }
    }

    void finish(bool closed) {
        if (m_open) {
            m_segment.closed = closed;
            m_out.executions.push_back(std::move(m_segment));
            m_open = false;
        }
    }

    std::span<const ManagerEvent> m_events;
    Segments m_out;
    Segment m_segment;
    bool m_open = false;
    std::uint32_t m_at = 0;
};

/// Walks back from the end: a BatchPosted marks what stands before it in its transaction.
void mark_before_batch_posted(std::span<const ManagerEvent> events, std::uint32_t first, std::uint32_t last,
                              std::vector<Segment>& segments) {
    std::uint32_t at = last;
    const LogRef* posted = nullptr;
    for (std::size_t i = segments.size(); i-- > 0;) {
        Segment& segment = segments[i];
        for (; at > first && at > segment.events.front(); --at) {
            if (std::holds_alternative<BatchPosted>(events[at - 1].body)) {
                posted = &events[at - 1].log;
            }
        }
        segment.before_batch_posted =
            posted != nullptr && same_transaction(*posted, events[segment.events.front()].log);
    }
}

} // namespace

Segments cut_segments(std::span<const ManagerEvent> events, std::uint32_t first, std::uint32_t last) {
    Cutter cutter(events);
    for (std::uint32_t at = first; at < last; ++at) {
        cutter.take(at);
    }
    Segments out = cutter.take_all();
    mark_before_batch_posted(events, first, last, out.executions);
    return out;
}

std::string describe(const ManagerEvent& event) {
    std::string text(event_name(event.body));
    text += ", receipts[";
    text += std::to_string(event.log.receipt_position());
    text += "].logs[";
    text += std::to_string(event.log.position);
    text += ']';
    return text;
}

} // namespace anchorscope::transition
