#include "core/transition/placement_walk.h"
#include "core/digest/rolling_hash.h"

namespace anchorscope::transition {

using digest::FoldTag;

PlacementWalk::PlacementWalk(const PlacementProblem& problem, const PossibleOutcomes* outcomes,
                             std::uint64_t& steps, Cancellation cancellation)
    : m_problem(problem), m_outcomes(outcomes), m_steps_left(steps), m_cancellation(std::move(cancellation)) {
    push({Kind::own, none, problem.own, none, none});
}

PlacementWalk::Stop PlacementWalk::next() {
    if (std::size_t{m_problem.calls} + m_problem.nested.size() > max_walk_size) {
        return Stop::out_of_steps;
    }
    if (m_started && !go_back()) {
        return Stop::exhausted;
    }
    m_started = true;
    while (true) {
        if (m_cancellation.cancelled()) {
            return Stop::cancelled;
        }
        if (m_steps_left == 0) {
            return Stop::out_of_steps;
        }
        const Settled settled = settle();
        if (settled == Settled::in_call) {
            const std::uint32_t calls = top().call;
            const std::size_t results = m_outcomes != nullptr ? (*m_outcomes)[calls].size() : 1;
            const auto options = static_cast<std::uint32_t>(results + (can_open() ? 1 : 0));
            if (options > 1) {
                m_choices.push_back({m_state, m_steps.size(), m_frames.size(), 0, options});
            }
            take(0);
        } else if (settled == Settled::at_end && m_state.opened == m_problem.nested.size()) {
            return Stop::found;
        } else if (!go_back()) {
            return Stop::exhausted;
        }
    }
}

/// Whatever happens without a choice: calls begin, frames end.
PlacementWalk::Settled PlacementWalk::settle() {
    while (true) {
        const Frame frame = top();
        const bool missed = !m_problem.windows.empty() && m_state.opened < m_problem.nested.size() &&
                            m_state.cursor > m_problem.windows[m_state.opened].high;
        if (missed) {
            return Settled::dead;
        }
        if (frame.call != none) {
            return Settled::in_call;
        }
        if (frame.remaining > 0) {
            if (!begin_call()) {
                return Settled::dead;
            }
        } else if (frame.kind == Kind::own) {
            return Settled::at_end;
        } else {
            end_frame();
        }
    }
}

/// The next call of the frame on top, or the revert span that it begins; false where that does not fit.
bool PlacementWalk::begin_call() {
    Frame frame = top();
    if (m_state.cursor >= m_problem.calls) {
        return false;
    }
    const std::uint32_t at = m_state.cursor;
    const std::uint32_t span = m_problem.spans.empty() ? 0 : m_problem.spans[at];
    const bool begun = frame.kind == Kind::span && frame.index == at;
    if (span > 0 && !begun) {
        if (span > frame.remaining) {
            return false;
        }
        frame.remaining -= span;
        push(frame);
        const std::uint32_t around = m_state.top;
        push({Kind::span, around, span, at, none});
        step(PlacedKind::span_begin, at, span);
        return true;
    }
    --frame.remaining;
    frame.call = at;
    push(frame);
    ++m_state.cursor;
    step(PlacedKind::call_begin, at);
    return true;
}

void PlacementWalk::end_frame() {
    const Frame frame = top();
    m_state.top = frame.below;
    step(frame.kind == Kind::span ? PlacedKind::span_end : PlacedKind::nested_end, frame.index);
}

bool PlacementWalk::can_open() const {
    if (m_state.opened >= m_problem.nested.size()) {
        return false;
    }
    return m_problem.windows.empty() || m_state.cursor >= m_problem.windows[m_state.opened].low;
}

/// Opening comes first, then the results in their order.
void PlacementWalk::take(std::uint32_t option) {
    const bool opens = can_open();
    if (opens && option == 0) {
        open_nested();
    } else {
        close_call(option - (opens ? 1U : 0U));
    }
}

void PlacementWalk::open_nested() {
    const std::uint32_t index = m_state.opened++;
    push({Kind::nested, m_state.top, m_problem.nested[index], index, none});
    step(PlacedKind::nested_begin, index);
}

void PlacementWalk::close_call(std::uint32_t result) {
    Frame frame = top();
    const std::uint32_t call = frame.call;
    frame.call = none;
    push(frame);
    step(PlacedKind::call_end, call, m_state.cursor, result);
}

bool PlacementWalk::go_back() {
    while (!m_choices.empty()) {
        Choice& choice = m_choices.back();
        if (++choice.taken < choice.options) {
            m_state = choice.state;
            m_steps.resize(choice.steps);
            m_frames.resize(choice.frames);
            take(choice.taken);
            return true;
        }
        m_choices.pop_back();
    }
    return false;
}

void PlacementWalk::push(Frame frame) {
    m_state.top = static_cast<std::uint32_t>(m_frames.size());
    m_frames.push_back(frame);
}

void PlacementWalk::step(PlacedKind kind, std::uint32_t index, std::uint32_t number, std::uint32_t result) {
    m_steps.push_back({kind, index, number, result});
    m_steps_left -= m_steps_left > 0 ? 1 : 0;
    if (m_outcomes == nullptr || kind == PlacedKind::span_begin || kind == PlacedKind::span_end) {
        return;
    }
    const std::uint64_t own_number = std::uint64_t{index} + 1;
    switch (kind) {
    case PlacedKind::call_begin:
        m_state.hash = digest::fold(m_state.hash, {FoldTag::call_begin, own_number, false, {}});
        break;
    case PlacedKind::nested_begin:
        m_state.hash = digest::fold(m_state.hash, {FoldTag::nested_begin, own_number, false, {}});
        break;
    case PlacedKind::nested_end:
        m_state.hash = digest::fold(m_state.hash, {FoldTag::nested_end, own_number, false, {}});
        break;
    case PlacedKind::call_end: {
        const CallOutcome& outcome = (*m_outcomes)[index][result];
        m_state.hash =
            digest::fold(m_state.hash, {FoldTag::call_end, number, outcome.success, outcome.return_data});
        break;
    }
    case PlacedKind::span_begin:
    case PlacedKind::span_end:
        break;
    }
}

} // namespace anchorscope::transition
