#include "core/transition/placement_count.h"
#include <limits>

namespace anchorscope::transition {
namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

std::uint64_t plus(std::uint64_t a, std::uint64_t b) { return a > most - b ? most : a + b; }
std::uint64_t times(std::uint64_t a, std::uint64_t b) { return b != 0 && a > most / b ? most : a * b; }

/// A span may begin before an earlier one has ended, for all that flat indices tell: calls of nested frames
/// may lie between those of a span.
bool may_overlap(const PlacementProblem& problem) {
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < problem.spans.size(); ++i) {
        if (problem.spans[i] > 0) {
            if (i < end) {
                return true;
            }
            end = i + problem.spans[i] + (problem.calls - problem.own);
        }
    }
    return false;
}

/// Ways, by nested frames begun at the end; the first element stands for the number begun at the start.
using Ways = std::vector<std::uint64_t>;

class Counter {
public:
    Counter(const PlacementProblem& problem, CountLimits& limits, const Cancellation& cancellation)
        : m_problem(problem), m_cancellation(cancellation), m_frames(problem.nested.size()),
          m_by_cursor(!problem.spans.empty() || !problem.windows.empty()), m_left(limits.additions) {
        m_keys = m_by_cursor ? std::size_t{problem.calls} + 1 : 1;
        const std::uint64_t side = m_frames + std::uint64_t{1};
        m_fits = times(times(side, side), m_keys) <= limits.cells;
        m_sums.push_back(0);
        for (const std::uint32_t count : problem.nested) {
            m_sums.push_back(m_sums.back() + count);
        }
    }

    std::optional<CandidateCount> count() {
        if (!m_fits || may_overlap(m_problem)) {
            return std::nullopt;
        }
        spend(m_keys * (m_frames + 1) * (m_frames + 1));
        m_cells.assign(m_keys * (m_frames + 1) * (m_frames + 1), 0);
        for (std::size_t opened = m_frames + 1; opened-- > 0;) {
            for (std::size_t key = m_keys; key-- > 0;) {
                fill(static_cast<std::uint32_t>(key), opened);
                if (m_left == 0 || m_cancellation.cancelled()) {
                    return std::nullopt;
                }
            }
        }
        const Ways ways = frame(m_problem.own, 0, 0);
        return m_left == 0 ? std::nullopt
                           : std::optional(CandidateCount{ways[m_frames], ways[m_frames] == most});
    }

private:
    [[nodiscard]] std::size_t cell(std::uint64_t cursor, std::size_t opened, std::size_t after) const {
        const std::size_t key = m_by_cursor ? static_cast<std::size_t>(cursor) : 0;
        return (key * (m_frames + 1) + opened) * (m_frames + 1) + after;
    }

    /// The ways on of a call that runs, from when `cursor` calls and `opened` frames have begun until it
    /// ends.
    void fill(std::uint32_t cursor, std::size_t opened) {
        m_cells[cell(cursor, opened, opened)] = 1;
        if (opened == m_frames || !may_open(cursor, opened)) {
            return;
        }
        const Ways inside = frame(m_problem.nested[opened], cursor, opened + 1);
        for (std::size_t between = opened + 1; between <= m_frames; ++between) {
            const std::uint64_t ways = inside[between - opened - 1];
            const std::uint64_t then = cursor + m_sums[between] - m_sums[opened];
            add(m_cells, cell(cursor, opened, between), ways, then, between);
        }
    }

    /// Adds to the cells from `at` on: `ways` times those of a call that runs at (cursor, opened).
    void add(Ways& to, std::size_t at, std::uint64_t ways, std::uint64_t cursor, std::size_t opened) {
        if (ways == 0 || (m_by_cursor && cursor > m_problem.calls) || !spend(m_frames - opened + 1)) {
            return;
        }
        const std::size_t from = cell(cursor, opened, opened);
        for (std::size_t i = 0; i <= m_frames - opened; ++i) {
            to[at + i] = plus(to[at + i], times(ways, m_cells[from + i]));
        }
    }

    [[nodiscard]] bool may_open(std::uint32_t cursor, std::size_t opened) const {
        if (m_problem.windows.empty()) {
            return true;
        }
        const CursorWindow& window = m_problem.windows[opened];
        return cursor >= window.low && cursor <= window.high;
    }

    /// The ways through a frame of `calls` calls that begins when so many calls and frames have begun.
    Ways frame(std::uint32_t calls, std::uint64_t cursor, std::size_t opened) {
        Ways now(m_frames - opened + 1, 0);
        now.front() = 1;
        for (std::uint32_t done = 0; done < calls && m_left > 0; ++done) {
            Ways next(now.size(), 0);
            for (std::size_t i = 0; i < now.size(); ++i) {
                const std::uint64_t begun = cursor + done + m_sums[opened + i] - m_sums[opened];
                if (fits(begun, calls - done)) {
                    add(next, i, now[i], begun + 1, opened + i);
                }
            }
            now = std::move(next);
            spend(now.size());
        }
        return now;
    }

    /// The revert span that call `at` begins, if it does, stays within the calls left in its frame.
    [[nodiscard]] bool fits(std::uint64_t at, std::uint32_t left) const {
        return m_problem.spans.empty() || at >= m_problem.spans.size() ||
               m_problem.spans[static_cast<std::size_t>(at)] <= left;
    }

    bool spend(std::uint64_t additions) {
        m_left -= std::min(m_left, additions);
        return m_left > 0;
    }

    const PlacementProblem& m_problem;
    const Cancellation& m_cancellation;
    std::size_t m_frames;
    bool m_by_cursor; // spans or lookups bind places, so that cells differ by the calls begun
    std::uint64_t& m_left;
    std::size_t m_keys = 1;
    bool m_fits = false;
    std::vector<std::uint64_t> m_sums; // calls of the first frames together
    Ways m_cells;
};

} // namespace

std::optional<CandidateCount> count_placements(const PlacementProblem& problem, CountLimits& limits,
                                               const Cancellation& cancellation) {
    return Counter(problem, limits, cancellation).count();
}

} // namespace anchorscope::transition
