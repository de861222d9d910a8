#include "core/transition/tree_from_placement.h"
#include "core/transition/tree_from_table.h"

namespace anchorscope::transition {
namespace {

class PlacementWriter {
public:
    PlacementWriter(TreeWriter& writer, const Bundle& bundle, std::uint32_t index,
                    const EntryPlacement& placed)
        : m_writer(writer), m_bundle(bundle), m_index(index), m_placed(placed) {}

    void write() {
        const std::uint32_t start = m_bundle.start_index(0, m_index);
        m_writer.open_entry(m_index, target(start), no_node, known());
        for (const PlacedStep& step : *m_placed.solution.placement) {
            write_step(step);
        }
        m_writer.lookups();
        m_writer.close_with_return();
    }

private:
    void write_step(const PlacedStep& step) {
        switch (step.kind) {
        case PlacedKind::call_begin:
            m_writer.open_call(step.index, no_node, outcome(step.index));
            if (!m_placed.results.empty()) {
                const CallOutcome& result = m_placed.results[step.index];
                m_writer.set_result(
                    {result.success, Bytes(result.return_data.begin(), result.return_data.end())});
            }
            break;
        case PlacedKind::nested_begin:
            m_writer.open_nested(step.index, target(m_bundle.nested_index(0, m_index, step.index)), no_node,
                                 m_spans > 0 ? Outcome::rolled_back : known());
            break;
        case PlacedKind::span_begin:
            m_writer.open_span(step.index, step.number, no_node, Outcome::rolled_back);
            ++m_spans;
            break;
        case PlacedKind::span_end:
            m_writer.close();
            --m_spans;
            break;
        case PlacedKind::call_end:
        case PlacedKind::nested_end:
            m_writer.close_with_return();
            break;
        }
    }

    /// Where a leaving call goes, where it has a counterpart.
    [[nodiscard]] std::optional<Domain> target(std::uint32_t leaving) const {
        if (leaving == no_counterpart || m_bundle.leaving()[leaving].arrives == no_counterpart) {
            return std::nullopt;
        }
        const Domain to = m_bundle.domain(m_bundle.arriving()[m_bundle.leaving()[leaving].arrives].table);
        return to.known() ? std::optional(to) : std::nullopt;
    }

    [[nodiscard]] Outcome known() const { return m_placed.by_peers() ? Outcome::success : Outcome::unknown; }

    [[nodiscard]] Outcome outcome(std::uint32_t call) const {
        if (m_spans > 0) {
            return Outcome::rolled_back;
        }
        if (m_placed.results.empty()) {
            return Outcome::unknown;
        }
        return m_placed.results[call].success ? Outcome::success : Outcome::failure;
    }

    TreeWriter& m_writer;
    const Bundle& m_bundle;
    std::uint32_t m_index;
    const EntryPlacement& m_placed;
    std::size_t m_spans = 0; // open
};

/// Which results the rolling hash confirmed.
std::string peer_words(const EntryPlacement& placed) {
    const auto count = [&](ResultSource source) {
        return static_cast<std::size_t>(std::ranges::count(placed.sources, source));
    };
    std::string out = "the rolling hash is equal with the results that the other tables hold";
    const std::size_t pooled = count(ResultSource::pooled);
    const std::size_t differing = count(ResultSource::differs);
    if (pooled > 0) {
        out += "; " + std::to_string(pooled) + " of " + std::to_string(placed.sources.size()) +
               " results found among them without a call of the same hash";
    }
    if (differing > 0) {
        out += "; " + std::to_string(differing) + " not the result of the call with the same hash";
    }
    return out;
}

class Orderer {
public:
    Orderer(TreeWriter& writer, const Bundle& bundle, std::uint32_t index, SolverLimits& limits,
            const Cancellation& cancellation, std::vector<Finding>& findings)
        : m_writer(writer), m_bundle(bundle), m_table(bundle.table(0)), m_entry(m_table.entries[index]),
          m_index(index), m_limits(limits), m_cancellation(cancellation), m_findings(findings) {}

    EntryOrder order() {
        if (m_table.format->scheme != table::Scheme::partitioned) {
            write_entry_from_table(m_writer, m_table, m_index);
            return {TreeBasis::ambiguous, {0, true}, "this version does not list calls in their order"};
        }
        if (m_bundle.size() == 1 && decided_by_table(m_table, m_entry)) {
            write_entry_from_table(m_writer, m_table, m_index);
            return {};
        }
        EntryPlacement placed = place_entry(m_bundle, 0, m_index, m_limits, m_cancellation);
        const bool refuted = placed.solution.state == SolveState::none && placed.solution.by_hash &&
                             m_bundle.size() > 1 && !m_entry.calls.empty();
        if (refuted) {
            note(rules::peer_results, Severity::warning,
                 "expected results in the other tables with which the rolling hash is " +
                     m_entry.rolling_hash.hex() + ": with none that they hold does it come out");
            placed = {};
            placed.solution = solve_placement(m_entry, {}, m_limits, m_cancellation);
        }
        return conclude(placed);
    }

private:
    EntryOrder conclude(const EntryPlacement& placed) {
        const Solution& solution = placed.solution;
        if (solution.state == SolveState::unique) {
            if (placed.by_peers() || !decided_by_table(m_table, m_entry)) {
                PlacementWriter(m_writer, m_bundle, m_index, placed).write();
            } else {
                write_entry_from_table(m_writer, m_table, m_index);
            }
            if (placed.by_peers()) {
                return {TreeBasis::peer, solution.candidates, peer_words(placed)};
            }
            return decided_by_table(m_table, m_entry)
                       ? EntryOrder{}
                       : EntryOrder{TreeBasis::solved, solution.candidates,
                                    solution.by_counts.unique()
                                        ? "the only placement possible"
                                        : "of " + solution.by_counts.text() +
                                              " placements the only one in which every lookup can be met"};
        }
        write_entry_from_table(m_writer, m_table, m_index);
        return decided_by_table(m_table, m_entry) ? EntryOrder{} : undecided(solution);
    }

    EntryOrder undecided(const Solution& solution) {
        if (solution.state == SolveState::cancelled) {
            return {TreeBasis::ambiguous, {0, true}, "the search was cancelled"};
        }
        if (solution.candidates == CandidateCount{} && solution.by_counts != CandidateCount{}) {
            note(rules::order_lookups, Severity::warning,
                 "expected a placement of the nested calls in which every lookup can be met: of " +
                     solution.by_counts.text() + " there is none");
            return {TreeBasis::ambiguous, solution.by_counts,
                    solution.by_counts.text() + " placements possible; in none can all lookups be met"};
        }
        if (solution.candidates == CandidateCount{}) {
            note(rules::order_none, Severity::warning,
                 "expected a place for every nested call: with these counts there is none");
            return {TreeBasis::ambiguous, {}, "no placement is possible"};
        }
        return {TreeBasis::ambiguous, solution.candidates,
                solution.candidates.text() + " placements possible"};
    }

    void note(std::string_view rule, Severity severity, std::string text) {
        m_findings.push_back(
            {std::string(rule), severity, m_table.entry_path(m_index), m_entry.range, std::move(text)});
    }

    TreeWriter& m_writer;
    const Bundle& m_bundle;
    const table::ExecutionTable& m_table;
    const table::Entry& m_entry;
    std::uint32_t m_index;
    SolverLimits& m_limits;
    const Cancellation& m_cancellation;
    std::vector<Finding>& m_findings;
};

} // namespace

EntryOrder order_without_events(TreeWriter& writer, const Bundle& bundle, std::uint32_t index,
                                SolverLimits& limits, const Cancellation& cancellation,
                                std::vector<Finding>& findings) {
    return Orderer(writer, bundle, index, limits, cancellation, findings).order();
}

} // namespace anchorscope::transition
