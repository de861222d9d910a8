#include "core/transition/peer_order.h"

namespace anchorscope::transition {
namespace {

bool same(const CallOutcome& a, const CallOutcome& b) {
    return a.success == b.success && equal(a.return_data, b.return_data);
}

class Placer {
public:
    Placer(const Bundle& bundle, std::size_t table, std::size_t entry, SolverLimits& limits,
           const Cancellation& cancellation)
        : m_bundle(bundle), m_table(table), m_index(entry), m_entry(bundle.table(table).entries[entry]),
          m_limits(limits), m_cancellation(cancellation) {}

    EntryPlacement place() {
        EntryPlacement out;
        if (!related() || m_entry.calls.empty()) {
            out.solution = solve({});
            return out;
        }
        m_pool = m_bundle.pooled_results(m_table);
        out.solution = solve(possible(false));
        const bool contradicts = out.solution.state == SolveState::none && out.solution.by_hash;
        if (contradicts && any_counterpart()) {
            out.solution = solve(possible(true));
        }
        if (out.solution.state == SolveState::unique && out.solution.by_hash) {
            take_results(out);
        }
        return out;
    }

private:
    /// Tables of one bundle have calls in common.
    [[nodiscard]] bool related() const {
        return m_bundle.size() > 1 && std::ranges::any_of(m_bundle.arriving(), [](const ArrivingCall& call) {
                   return call.leaves != no_counterpart;
               });
    }

    [[nodiscard]] const CallOutcome* counterpart(std::size_t call) const {
        const std::uint32_t leaves =
            m_bundle.arriving()[m_bundle.arriving_index(m_table, m_index, call)].leaves;
        return leaves == no_counterpart ? nullptr : &m_bundle.leaving()[leaves].outcome;
    }

    [[nodiscard]] bool any_counterpart() const {
        for (std::size_t i = 0; i < m_entry.calls.size(); ++i) {
            if (counterpart(i) != nullptr) {
                return true;
            }
        }
        return false;
    }

    /// `doubted`: a counterpart's result comes first, and every other one behind it.
    [[nodiscard]] const PossibleOutcomes& possible(bool doubted) {
        m_possible.clear();
        for (std::size_t i = 0; i < m_entry.calls.size(); ++i) {
            std::vector<CallOutcome>& of_call = m_possible.emplace_back();
            const CallOutcome* const known = counterpart(i);
            if (known != nullptr) {
                of_call.push_back(*known);
            }
            for (std::size_t j = 0; (known == nullptr || doubted) && j < m_pool.size(); ++j) {
                if (known == nullptr || !same(*known, m_pool[j])) {
                    of_call.push_back(m_pool[j]);
                }
            }
        }
        return m_possible;
    }

    Solution solve(const PossibleOutcomes& outcomes) {
        SolverLimits own = m_limits;
        own.steps = std::min(own.steps, max_entry_steps);
        const std::uint64_t given = own.steps;
        Solution out = solve_placement(m_entry, outcomes, own, m_cancellation);
        m_limits.steps -= given - own.steps;
        return out;
    }

    void take_results(EntryPlacement& out) const {
        out.results.resize(m_entry.calls.size());
        out.sources.resize(m_entry.calls.size());
        for (const PlacedStep& step : *out.solution.placement) {
            if (step.kind == PlacedKind::call_end) {
                const CallOutcome& taken = m_possible[step.index][step.result];
                const CallOutcome* const known = counterpart(step.index);
                out.results[step.index] = taken;
                out.sources[step.index] = known == nullptr      ? ResultSource::pooled
                                          : same(*known, taken) ? ResultSource::counterpart
                                                                : ResultSource::differs;
            }
        }
    }

    const Bundle& m_bundle;
    std::size_t m_table, m_index;
    const table::Entry& m_entry;
    SolverLimits& m_limits;
    const Cancellation& m_cancellation;
    std::vector<CallOutcome> m_pool;
    PossibleOutcomes m_possible;
};

} // namespace

EntryPlacement place_entry(const Bundle& bundle, std::size_t table, std::size_t entry, SolverLimits& limits,
                           const Cancellation& cancellation) {
    return Placer(bundle, table, entry, limits, cancellation).place();
}

} // namespace anchorscope::transition
