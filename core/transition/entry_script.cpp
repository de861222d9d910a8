#include "core/transition/entry_script.h"
#include <limits>

namespace anchorscope::transition {
namespace {

using table::Entry;

constexpr std::uint32_t entry_level = ~std::uint32_t{0};
constexpr std::uint32_t no_step = ~std::uint32_t{0};

/// A count from the table or a log; what does not fit is larger than anything that can be counted here.
std::uint64_t clamped(const U256& value) {
    return value.to_u64().value_or(std::numeric_limits<std::uint64_t>::max());
}

std::uint32_t narrow(std::uint64_t value) { return static_cast<std::uint32_t>(value); }

/// A run of calls: the entry's own, or those of a nested frame.
struct Frame {
    std::uint64_t remaining = 0;        // weight still to come
    std::uint32_t nested = entry_level; // index of the nested frame
    std::uint32_t open_call = no_step;  // step at which the call that runs began
};

class ScriptReader {
public:
    ScriptReader(const Entry& entry, std::span<const ManagerEvent> events, const Segment& segment)
        : m_entry(entry), m_events(events), m_segment(segment), m_stack{Frame{clamped(entry.call_count)}} {}

    EntryScript read() {
        for (const std::uint32_t at : m_segment.events) {
            m_at = at;
            const bool fits = std::visit([this](const auto& event) { return on(event); }, m_events[at].body);
            if (!fits) {
                return std::move(m_script);
            }
        }
        if (!m_script.complete) {
            const ManagerEvent& last = m_events[m_segment.events.back()];
            m_script.mismatch = "the logs end after " + describe(last) + ": expected " + expectation();
            return std::move(m_script);
        }
        check_revert_spans();
        return std::move(m_script);
    }

private:
    // Starts and context: compared elsewhere.
    bool on(const ExecutionConsumed&) { return true; }
    bool on(const L2TxExecuted&) { return true; }
    bool on(const IncomingExecuted&) { return true; }
    template<class Other>
    bool on(const Other&) {
        return wrong("a log of an entry's execution");
    }

    bool on(const NestedConsumed& event) {
        if (!index_fits(event.entry_index) || !ensure_call()) {
            return false;
        }
        if (!settle_nested(event.nested_number, 1)) {
            return wrong("nested number " + std::to_string(m_nested + 1) + ", not " +
                         event.nested_number.decimal());
        }
        const std::uint64_t index = m_nested - 1;
        const table::NestedCall& expected = m_entry.nested[index];
        if (event.call_hash != expected.call_hash) {
            return wrong("call hash " + expected.call_hash.hex() + " as in the table, not " +
                         event.call_hash.hex());
        }
        if (event.call_count != expected.call_count) {
            return wrong("callCount " + expected.call_count.decimal() + " as in the table, not " +
                         event.call_count.decimal());
        }
        add(StepKind::nested_begin, index, m_at);
        m_stack.push_back({clamped(event.call_count), narrow(index)});
        close_frame_when_done();
        return true;
    }

    bool on(const CallResult& event) {
        if (!index_fits(event.entry_index) || !ensure_call()) {
            return false;
        }
        if (!settle_cursor(event.call_number)) {
            return wrong("call number " + std::to_string(m_cursor) + ", not " + event.call_number.decimal());
        }
        Frame& frame = m_stack.back();
        Step& begin = m_script.steps[frame.open_call];
        begin.event = m_at;
        add(StepKind::call_end, begin.index, m_at);
        m_script.steps.back().number = m_cursor;
        frame.open_call = no_step;
        close_frame_when_done();
        return true;
    }

    bool on(const RevertSpanExecuted& event) {
        Frame& frame = m_stack.back();
        if (!index_fits(event.entry_index)) {
            return false;
        }
        if (frame.open_call != no_step || frame.remaining == 0) {
            return wrong(expectation());
        }
        if (!settle_cursor(event.start)) {
            return wrong("a revert span from call " + std::to_string(m_cursor) + " on, not " +
                         event.start.decimal());
        }
        const std::uint64_t length = clamped(event.span);
        if (length == 0 || length > frame.remaining || length > m_entry.calls.size() - m_cursor) {
            return wrong("a revert span of 1 to " + std::to_string(frame.remaining) + " calls, not " +
                         event.span.decimal());
        }
        m_open_span = narrow(m_script.steps.size());
        m_nested_spans.push_back(m_open_span);
        add(StepKind::span, m_cursor, m_at);
        m_script.steps.back().length = narrow(length);
        m_script.has_span = true;
        m_cursor += length;
        frame.remaining -= length;
        close_frame_when_done();
        return true;
    }

    bool on(const ExecutionPerformed& event) {
        if (!calls_done() || m_deltas == m_entry.deltas.size()) {
            return wrong(expectation());
        }
        const table::StateDelta& expected = m_entry.deltas[m_deltas];
        if (event.rollup_id != expected.rollup_id || event.new_state != expected.new_state) {
            return wrong("state " + expected.new_state.hex() + " of rollup " + expected.rollup_id.decimal() +
                         " as in the table, not " + event.new_state.hex() + " of rollup " +
                         event.rollup_id.decimal());
        }
        ++m_deltas;
        return true;
    }

    bool on(const EntryExecuted& event) {
        if (!index_fits(event.entry_index)) {
            return false;
        }
        if (!calls_done() || m_deltas != m_entry.deltas.size()) {
            return wrong(expectation());
        }
        if (!settle_cursor(event.calls) || m_cursor != m_entry.calls.size()) {
            return wrong(std::to_string(m_entry.calls.size()) + " calls as in the table; " +
                         std::to_string(m_cursor) + " seen, the log says " + event.calls.decimal());
        }
        if (!settle_nested(event.nested, 0) || m_nested != m_entry.nested.size()) {
            return wrong(std::to_string(m_entry.nested.size()) + " nested calls as in the table; " +
                         std::to_string(m_nested) + " seen, the log says " + event.nested.decimal());
        }
        if (m_hidden_calls != m_hidden_weight) {
            return wrong("the " + std::to_string(m_hidden_calls) +
                         " calls unseen inside revert spans to be the " + std::to_string(m_hidden_weight) +
                         " of the nested frames unseen there");
        }
        m_script.reported = event.rolling_hash;
        m_script.complete = true;
        return true;
    }

    /// A call runs, or begins now because the frame has calls left.
    bool ensure_call() {
        Frame& frame = m_stack.back();
        if (frame.open_call != no_step) {
            return true;
        }
        if (frame.remaining == 0 || m_cursor >= m_entry.calls.size()) {
            return wrong(expectation());
        }
        frame.open_call = narrow(m_script.steps.size());
        --frame.remaining;
        add(StepKind::call_begin, m_cursor++, Step::no_event);
        return true;
    }

    /// Holds the cursor against what a log says. Behind a span the cursor is only a lower bound: the log
    /// settles it, and what began since then moves along.
    bool settle_cursor(const U256& said) {
        const std::uint64_t number = clamped(said);
        if (m_open_span == no_step) {
            return number == m_cursor;
        }
        if (number < m_cursor || number > m_entry.calls.size()) {
            return false;
        }
        const std::uint64_t hidden = number - m_cursor;
        for (std::size_t i = m_open_span + std::size_t{1}; i < m_script.steps.size(); ++i) {
            Step& step = m_script.steps[i];
            step.index += step.kind == StepKind::call_begin ? narrow(hidden) : 0;
        }
        m_script.steps[m_open_span].hidden_calls = narrow(hidden);
        m_hidden_calls += hidden;
        m_cursor = number;
        m_open_span = no_step;
        return true;
    }

    /// The same for the number of nested frames begun: `said` counts `now` that begin with this log.
    bool settle_nested(const U256& said, std::uint64_t now) {
        const std::uint64_t number = clamped(said);
        if (number < m_nested + now || number > m_entry.nested.size()) {
            return false;
        }
        const std::uint64_t hidden = number - now - m_nested;
        if (hidden != 0 && m_nested_spans.empty()) {
            return false;
        }
        if (m_nested_spans.size() == 1) {
            Step& span = m_script.steps[m_nested_spans.front()];
            span.first_hidden_nested = narrow(m_nested);
            span.hidden_nested = narrow(hidden);
        }
        for (std::uint64_t i = m_nested; i < m_nested + hidden; ++i) {
            const std::uint64_t weight = clamped(m_entry.nested[i].call_count);
            m_hidden_weight += std::min<std::uint64_t>(weight, m_entry.calls.size() + std::uint64_t{1});
            if (m_nested_spans.size() > 1) {
                m_script.unplaced_nested.push_back(narrow(i));
            }
        }
        m_nested_spans.clear();
        m_nested = number;
        return true;
    }

    /// A nested frame ends with the last of its calls; the call that it runs in goes on.
    void close_frame_when_done() {
        const Frame& frame = m_stack.back();
        if (frame.nested != entry_level && frame.remaining == 0 && frame.open_call == no_step) {
            add(StepKind::nested_end, frame.nested, Step::no_event);
            m_stack.pop_back();
        }
    }

    [[nodiscard]] bool calls_done() const {
        const Frame& frame = m_stack.back();
        return m_stack.size() == 1 && frame.remaining == 0 && frame.open_call == no_step;
    }

    bool index_fits(const U256& index) {
        return index == m_segment.index ||
               wrong("entry index " + (m_segment.index ? m_segment.index->decimal() : "") + ", not " +
                     index.decimal());
    }

    /// A call that begins a span in the table runs only as a span, and the other way round.
    void check_revert_spans() {
        for (const Step& step : m_script.steps) {
            const bool begins = step.kind == StepKind::call_begin || step.kind == StepKind::span;
            if (begins && m_entry.calls[step.index].revert_span != U256(step.length)) {
                m_at = step.event;
                wrong("call " + std::to_string(step.index) + " to have the revert span " +
                      m_entry.calls[step.index].revert_span.decimal() + " as in the table, not " +
                      std::to_string(step.length));
                return;
            }
        }
    }

    /// What may come next.
    [[nodiscard]] std::string expectation() const {
        const Frame& frame = m_stack.back();
        if (frame.open_call != no_step) {
            return "the result of call " +
                   std::to_string(m_script.steps[frame.open_call].index + std::uint64_t{1}) +
                   " or a nested call";
        }
        if (frame.remaining > 0) {
            return "call " + std::to_string(m_cursor + 1) + " of " + std::to_string(m_entry.calls.size());
        }
        return m_deltas < m_entry.deltas.size()
                   ? "L2ExecutionPerformed of state delta " + std::to_string(m_deltas)
                   : "EntryExecuted";
    }

    bool wrong(const std::string& expected) {
        if (!m_script.mismatch) {
            m_script.mismatch = describe(m_events[m_at]) + ": expected " + expected;
        }
        return false;
    }

    void add(StepKind kind, std::uint64_t index, std::uint32_t event) {
        m_script.steps.push_back({kind, narrow(index), event});
    }

    const Entry& m_entry;
    std::span<const ManagerEvent> m_events;
    const Segment& m_segment;
    EntryScript m_script;
    std::vector<Frame> m_stack;
    std::uint32_t m_at = 0;                    // the log being read
    std::uint64_t m_cursor = 0;                // calls begun
    std::uint64_t m_nested = 0;                // nested frames begun
    std::size_t m_deltas = 0;                  // states performed
    std::uint32_t m_open_span = no_step;       // the last span, while the cursor behind it is not settled
    std::vector<std::uint32_t> m_nested_spans; // spans since the number of nested frames was settled
    std::uint64_t m_hidden_calls = 0;          // flat calls unseen in spans, beyond their lengths
    std::uint64_t m_hidden_weight = 0;         // what the nested frames unseen in spans should hold
};

} // namespace

EntryScript read_script(const Entry& entry, std::span<const ManagerEvent> events, const Segment& segment) {
    return ScriptReader(entry, events, segment).read();
}

} // namespace anchorscope::transition
