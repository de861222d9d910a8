#include "core/anchor/log_search.h"
#include "core/anchor/anchor_event.h"
#include <cassert>

namespace anchorscope::anchor {
namespace {

constexpr std::uint64_t most_needed = 64; ///< answers in a row before a size that failed once is tried again

std::string blocks_text(BlockSpan span) {
    return span.first == span.last
               ? "block " + std::to_string(span.first)
               : "blocks " + std::to_string(span.first) + " to " + std::to_string(span.last);
}

} // namespace

LogSearch::LogSearch(LogSearchGoal goal, LogSearchLimits limits)
    : m_goal(std::move(goal)), m_limits(limits), m_step(std::max<std::uint64_t>(1, limits.first_step)) {
    assert(m_goal.span.first <= m_goal.span.last && m_goal.span.last <= max_block_number);
    std::ranges::sort(m_goal.digests);
    m_goal.digests.erase(std::unique(m_goal.digests.begin(), m_goal.digests.end()), m_goal.digests.end());
    m_goal.near = std::clamp(m_goal.near, m_goal.span.first, m_goal.span.last);
    m_low = m_end = m_goal.near;
}

bool LogSearch::complete() const { return m_low == m_goal.span.first && m_end == m_goal.span.last + 1; }

bool LogSearch::stopped() const { return !complete() && (m_gave_up || m_requests >= m_limits.max_requests); }

std::optional<BlockSpan> LogSearch::next() const {
    if (complete() || stopped()) {
        return {};
    }
    const bool more_above = m_end <= m_goal.span.last;
    const bool more_below = m_low > m_goal.span.first;
    if (more_above && (m_up || !more_below)) {
        return BlockSpan{m_end, m_end + std::min(m_step, m_goal.span.last - m_end + 1) - 1};
    }
    return BlockSpan{m_low - std::min(m_step, m_low - m_goal.span.first), m_low - 1};
}

std::optional<BlockSpan> LogSearch::covered() const {
    return m_low == m_end ? std::nullopt : std::optional(BlockSpan{m_low, m_end - 1});
}

void LogSearch::advance(BlockSpan span) {
    if (span.first == m_end) {
        m_end = span.last + 1;
    } else {
        m_low = span.first;
    }
    m_up = !m_up;
    m_tries = 0;
    m_pause = 0;
}

void LogSearch::answered(std::vector<LogHint> hints) {
    const auto asked = next();
    if (!asked) {
        return;
    }
    ++m_requests;
    advance(*asked);
    m_hits.insert(m_hits.end(), hints.begin(), hints.end());
    std::ranges::sort(m_hits);
    m_hits.erase(std::unique(m_hits.begin(), m_hits.end()), m_hits.end());
    if (m_hits.size() > m_limits.max_hits) {
        m_hits.resize(m_limits.max_hits);
        m_hits_cut = true;
    }
    if (++m_calm >= m_needed && asked->count() >= m_step) {
        m_step = std::min(2 * m_step, std::max<std::uint64_t>(1, m_limits.max_step));
        m_calm = 0;
    }
}

void LogSearch::leave_out(BlockSpan span) {
    if (!m_unsearched.empty() && m_unsearched.back().last + 1 == span.first) {
        m_unsearched.back().last = span.last; // going up
    } else if (!m_unsearched.empty() && span.last + 1 == m_unsearched.back().first) {
        m_unsearched.back().first = span.first; // going down
    } else {
        m_unsearched.push_back(span);
    }
}

void LogSearch::refused(Refusal why, std::optional<std::uint64_t> suggested) {
    const auto asked = next();
    if (!asked) {
        return;
    }
    ++m_requests;
    const bool single = asked->count() == 1;
    const bool size_matters = why == Refusal::too_much || why == Refusal::either;
    if (why != Refusal::too_much) {
        ++m_pause;
        m_tries += single || !size_matters ? 1 : 0;
    }
    if (size_matters && !single) {
        // A suggestion counts only where it is smaller still: some providers suggest what they refused.
        m_step = std::clamp<std::uint64_t>(suggested.value_or(m_step), 1, asked->count() / 2);
        m_calm = 0;
        m_needed = std::min(2 * m_needed, most_needed);
    } else if (why == Refusal::too_much || (why == Refusal::either && m_tries >= m_limits.patience)) {
        leave_out(*asked);
        advance(*asked);
    } else if (m_tries >= m_limits.patience) {
        m_gave_up = true;
    }
}

std::string LogSearch::words() const {
    std::string out;
    const std::size_t found = m_hits.size();
    const auto span = covered();
    if (!span) {
        return "nothing was searched";
    }
    if (found == 0) {
        out = "not found in " + blocks_text(*span);
    } else {
        out = (m_hits_cut ? "more than " : "") + std::to_string(found) + (found == 1 ? " log" : " logs") +
              " in " + blocks_text(*span);
    }
    std::uint64_t refused_blocks = 0;
    for (const BlockSpan& each : m_unsearched) {
        refused_blocks += each.count();
    }
    if (refused_blocks != 0) {
        out += ", " + std::to_string(refused_blocks) +
               (refused_blocks == 1 ? " block of which was refused" : " blocks of which were refused");
    }
    if (!complete()) {
        out += "; the search of " + blocks_text(m_goal.span) + " is not complete";
    }
    return out;
}

} // namespace anchorscope::anchor
