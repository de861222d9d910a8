#include "core/transition/placement_solver.h"

namespace anchorscope::transition {
namespace {

using Stop = PlacementWalk::Stop;

class Solver {
public:
    Solver(const table::Entry& entry, const PossibleOutcomes& outcomes, SolverLimits& limits,
           const Cancellation& cancellation)
        : m_entry(entry), m_outcomes(outcomes), m_limits(limits), m_cancellation(cancellation) {}

    Solution solve() {
        const std::optional<PlacementProblem> plain = placement_problem(m_entry, false);
        if (!plain) {
            return m_solution;
        }
        const PlacementProblem pruned = *placement_problem(m_entry, true);
        m_solution.by_counts = count(*plain);
        m_solution.candidates = pruned.windows.empty() ? m_solution.by_counts : count(pruned);
        const bool known =
            m_outcomes.size() == m_entry.calls.size() &&
            std::ranges::none_of(m_outcomes, [](const auto& of_call) { return of_call.empty(); });
        if (known) {
            decide(*plain, pruned);
        } else {
            conclude(pruned);
        }
        if (m_cancellation.cancelled()) {
            m_solution.state = SolveState::cancelled;
            m_solution.placement.reset();
        }
        return std::move(m_solution);
    }

private:
    CandidateCount count(const PlacementProblem& problem) {
        if (const auto counted = count_placements(problem, m_limits.counting, m_cancellation)) {
            return *counted;
        }
        PlacementWalk walk(problem, nullptr, m_limits.steps, m_cancellation);
        CandidateCount found;
        Stop stop = walk.next();
        for (; stop == Stop::found; stop = walk.next()) {
            ++found.count;
        }
        found.more = stop != Stop::exhausted;
        return found;
    }

    /// By the rolling hash; first where all lookups are met, for there are fewer.
    void decide(const PlacementProblem& plain, const PlacementProblem& pruned) {
        if (search(pruned) || (!pruned.windows.empty() && !m_solution.gave_up && search(plain))) {
            m_solution.state = SolveState::unique;
            m_solution.candidates = {1, false};
            m_solution.by_hash = true;
        } else if (m_solution.gave_up) {
            conclude(pruned);
        } else {
            m_solution.state = SolveState::none;
            m_solution.by_hash = true;
        }
    }

    bool search(const PlacementProblem& problem) {
        PlacementWalk walk(problem, &m_outcomes, m_limits.steps, m_cancellation);
        Stop stop = walk.next();
        for (; stop == Stop::found; stop = walk.next()) {
            if (walk.hash() == m_entry.rolling_hash) {
                m_solution.placement = walk.placement();
                return true;
            }
        }
        m_solution.gave_up = stop != Stop::exhausted;
        return false;
    }

    /// By their number alone.
    void conclude(const PlacementProblem& pruned) {
        if (!m_solution.candidates.unique()) {
            const bool nothing = m_solution.candidates == CandidateCount{};
            m_solution.state = nothing ? SolveState::none : SolveState::several;
            return;
        }
        // The only one may lie behind dead ends; a placement has twice as many steps as calls and frames.
        std::uint64_t steps = 1000 + 64 * (std::uint64_t{pruned.calls} + pruned.nested.size());
        PlacementWalk walk(pruned, nullptr, steps, m_cancellation);
        if (walk.next() == Stop::found) {
            m_solution.state = SolveState::unique;
            m_solution.placement = walk.placement();
        } else {
            m_solution.state = SolveState::several;
            m_solution.gave_up = true;
        }
    }

    const table::Entry& m_entry;
    const PossibleOutcomes& m_outcomes;
    SolverLimits& m_limits;
    const Cancellation& m_cancellation;
    Solution m_solution;
};

} // namespace

Solution solve_placement(const table::Entry& entry, const PossibleOutcomes& outcomes, SolverLimits& limits,
                         const Cancellation& cancellation) {
    return Solver(entry, outcomes, limits, cancellation).solve();
}

} // namespace anchorscope::transition
