#include "core/transition/mirror.h"
#include "core/transition/call_targets.h"
#include <map>
#include <set>
#include <utility>

namespace anchorscope::transition {
namespace {

constexpr std::uint32_t none = no_counterpart;

std::string result_text(const CallOutcome& outcome) {
    return (outcome.success ? "success " : "failure ") + to_hex(outcome.return_data);
}

/// What each call happens inside, on its own side.
struct Inside {
    std::vector<std::uint32_t> leaving;  // the flat call that runs, by leaving call
    std::vector<std::uint32_t> arriving; // the leaving call whose frame it belongs to, by flat call
    std::vector<bool> leaving_known, arriving_known;
};

class Joiner {
public:
    Joiner(const Bundle& bundle, SolverLimits& limits, const Cancellation& cancellation)
        : m_bundle(bundle), m_limits(limits), m_cancellation(cancellation) {
        m_inside.leaving.assign(bundle.leaving().size(), none);
        m_inside.arriving.assign(bundle.arriving().size(), none);
        m_inside.leaving_known.assign(bundle.leaving().size(), false);
        m_inside.arriving_known.assign(bundle.arriving().size(), false);
    }

    JoinedOrder join() {
        const bool related = std::ranges::any_of(
            m_bundle.arriving(), [](const ArrivingCall& call) { return call.leaves != none; });
        if (!related) {
            note(rules::mirror_unrelated, Severity::warning, {}, {},
                 "no call of one table arrives on another: look whether they are of the same bundle");
        }
        place_all();
        make_crossings();
        find_parents();
        check_counterparts(related);
        check_sequence();
        put_in_order();
        check_nesting();
        return std::move(m_out);
    }

private:
    /// Where both halves of a call stand among the crossings.
    struct Node {
        Crossing crossing;
        std::uint32_t parent = none;
        std::vector<std::uint32_t> children;
        bool reached = false;
    };

    void place_all() {
        for (std::size_t table = 0; table < m_bundle.size(); ++table) {
            for (std::size_t entry = 0; entry < m_bundle.table(table).entries.size(); ++entry) {
                const EntryPlacement placed = place_entry(m_bundle, table, entry, m_limits, m_cancellation);
                if (placed.solution.state == SolveState::unique) {
                    follow(table, entry, *placed.solution.placement);
                }
                check_results(table, entry, placed);
            }
        }
    }

    void follow(std::size_t table, std::size_t entry, const Placement& placement) {
        std::vector<std::uint32_t> frames{m_bundle.start_index(table, entry)};
        std::vector<std::uint32_t> calls;
        for (const PlacedStep& step : placement) {
            if (step.kind == PlacedKind::call_begin) {
                const std::uint32_t at = m_bundle.arriving_index(table, entry, step.index);
                m_inside.arriving[at] = frames.back();
                m_inside.arriving_known[at] = true;
                calls.push_back(at);
            } else if (step.kind == PlacedKind::nested_begin) {
                const std::uint32_t at = m_bundle.nested_index(table, entry, step.index);
                m_inside.leaving[at] = calls.back();
                m_inside.leaving_known[at] = true;
                frames.push_back(at);
            } else if (step.kind == PlacedKind::call_end) {
                calls.pop_back();
            } else if (step.kind == PlacedKind::nested_end) {
                frames.pop_back();
            }
        }
    }

    void check_results(std::size_t table, std::size_t entry, const EntryPlacement& placed) {
        for (std::size_t i = 0; i < placed.sources.size(); ++i) {
            if (placed.sources[i] != ResultSource::differs) {
                continue;
            }
            const ArrivingCall& call = arriving(m_bundle.arriving_index(table, entry, i));
            const LeavingCall& other = m_bundle.leaving()[call.leaves];
            note(rules::mirror_result, Severity::error, m_bundle.place(call), range_in_first(call),
                 "the rolling hash says that this call came back with " + result_text(placed.results[i]) +
                     ", not with " + result_text(other.outcome) + " as " + m_bundle.place(other) +
                     " has it: look at the returnData there");
        }
        const std::span<const table::Call> calls = m_bundle.table(table).entries[entry].calls;
        bool all_known =
            !calls.empty() && placed.solution.state == SolveState::none && placed.solution.by_hash;
        for (std::size_t i = 0; all_known && i < calls.size(); ++i) {
            all_known = arriving(m_bundle.arriving_index(table, entry, i)).leaves != none;
        }
        if (all_known) {
            const ArrivingCall& first = arriving(m_bundle.arriving_index(table, entry, 0));
            note(rules::mirror_result, Severity::error, m_bundle.place(first), range_in_first(first),
                 "every call of this entry has a counterpart, yet with their results the rolling hash does "
                 "not "
                 "come out: look at " +
                     m_bundle.place(m_bundle.leaving()[first.leaves]) +
                     " and at the counterparts of the calls behind it");
        }
    }

    void make_crossings() {
        m_of_leaving.assign(m_bundle.leaving().size(), none);
        m_of_arriving.assign(m_bundle.arriving().size(), none);
        for (std::uint32_t i = 0; i < m_bundle.leaving().size(); ++i) {
            const LeavingCall& call = m_bundle.leaving()[i];
            if (call.needs_counterpart() || call.arrives != none) {
                add(i, call.arrives);
            }
        }
        for (std::uint32_t i = 0; i < m_bundle.arriving().size(); ++i) {
            if (m_of_arriving[i] == none) {
                add(none, i);
            }
        }
    }

    void add(std::uint32_t leaves, std::uint32_t arrives) {
        const auto at = static_cast<std::uint32_t>(m_nodes.size());
        Node node;
        node.crossing.leaves = leaves;
        node.crossing.arrives = arrives;
        m_nodes.push_back(std::move(node));
        if (leaves != none) {
            m_of_leaving[leaves] = at;
        }
        if (arrives != none) {
            m_of_arriving[arrives] = at;
        }
    }

    /// A call that leaves happens inside the flat call that runs there; one that only arrives, inside the
    /// call whose frame it belongs to. What starts an entry happens inside nothing.
    void find_parents() {
        for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
            Node& node = m_nodes[i];
            const std::uint32_t leaves = node.crossing.leaves;
            const std::uint32_t arrives = node.crossing.arrives;
            if (leaves != none && m_bundle.leaving()[leaves].kind != LeavingKind::start) {
                node.crossing.placed = m_inside.leaving_known[leaves];
                const std::uint32_t around = m_inside.leaving[leaves];
                node.parent = around == none ? none : m_of_arriving[around];
            } else if (leaves == none) {
                node.crossing.placed = m_inside.arriving_known[arrives];
                const std::uint32_t frame = m_inside.arriving[arrives];
                node.parent = frame == none ? none : m_of_leaving[frame];
            }
            if (node.parent != none) {
                m_nodes[node.parent].children.push_back(i);
            }
        }
    }

    /// Depth first from those that happen inside nothing. What is not reached goes in a circle.
    void put_in_order() {
        for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
            if (m_nodes[i].parent == none) {
                walk(i);
            }
        }
        for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
            if (!m_nodes[i].reached) {
                const std::uint32_t leaves = m_nodes[i].crossing.leaves;
                const bool first = leaves != none; // in every circle there is one that leaves
                if (first) {
                    const LeavingCall& call = m_bundle.leaving()[leaves];
                    note(rules::mirror_order, Severity::error, m_bundle.place(call), range_in_first(call),
                         "by both sides this call happens inside one that happens inside it: look at the "
                         "places "
                         "of the nested calls");
                }
                walk(i);
            }
        }
    }

    void walk(std::uint32_t root) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> open{{root, 0}};
        while (!open.empty()) {
            const auto [at, depth] = open.back();
            open.pop_back();
            Node& node = m_nodes[at];
            if (std::exchange(node.reached, true)) {
                continue;
            }
            node.crossing.depth = depth;
            m_out.crossings.push_back(node.crossing);
            for (std::size_t i = node.children.size(); i-- > 0;) {
                open.emplace_back(node.children[i], depth + 1);
            }
        }
    }

    void check_counterparts(bool related) {
        std::map<Hash32, std::size_t> pairs;
        for (const ArrivingCall& call : m_bundle.arriving()) {
            pairs[call.call_hash] += call.leaves != none ? 1U : 0U;
        }
        for (const LeavingCall& call : m_bundle.leaving()) {
            if (related && call.needs_counterpart() && call.arrives == none) {
                const bool again = pairs.contains(call.call_hash) && pairs[call.call_hash] > 0;
                note(again ? rules::mirror_duplicate : rules::mirror_no_arrival,
                     complete() ? Severity::warning : Severity::info, m_bundle.place(call),
                     range_in_first(call),
                     "call hash " + call.call_hash.hex() +
                         (again ? " leaves more often than it arrives: look for a flat call that is missing"
                                : " arrives on no other table: look for a flat call with another source, "
                                  "target, value or data, or for a table that is missing"));
            }
        }
        for (const ArrivingCall& call : m_bundle.arriving()) {
            if (related && call.leaves == none) {
                const bool again = !call.call_hash.is_zero() && pairs[call.call_hash] > 0;
                note(again ? rules::mirror_duplicate : rules::mirror_no_departure,
                     m_bundle.has_domain(call.from) ? Severity::warning : Severity::info,
                     m_bundle.place(call), range_in_first(call),
                     (call.call_hash.is_zero() ? "a call of a table whose rollup is not known"
                                               : "call hash " + call.call_hash.hex()) +
                         (again
                              ? " arrives more often than it leaves: look for a nested call that is missing"
                              : ", from " + call.from.name() +
                                    ", leaves no other table: look for a nested call or an entry there that "
                                    "should have this hash"));
            }
        }
    }

    /// The tables of all domains that occur are there.
    [[nodiscard]] bool complete() const {
        std::set<Domain> named{l1_domain};
        for (std::size_t i = 0; i < m_bundle.size(); ++i) {
            const auto& batch = m_bundle.table(i).batch;
            for (std::size_t j = 0; batch && j < batch->rollups.size(); ++j) {
                named.insert(domain_of(batch->rollups[j].rollup_id));
            }
        }
        for (const ArrivingCall& call : m_bundle.arriving()) {
            named.insert(call.from);
        }
        return std::ranges::all_of(named, [this](Domain domain) { return m_bundle.has_domain(domain); });
    }

    /// What leaves one table for another one arrives in the order in which it left.
    void check_sequence() {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> last;
        for (const LeavingCall& call : m_bundle.leaving()) {
            if (!call.needs_counterpart() || call.arrives == none) {
                continue;
            }
            const ArrivingCall& there = arriving(call.arrives);
            const auto [before, first] = last.try_emplace({call.table, there.table}, call.arrives);
            if (!first && call.arrives < before->second) {
                note(rules::mirror_order, Severity::warning, m_bundle.place(call), range_in_first(call),
                     "arrives as " + m_bundle.place(there) + ", before " +
                         m_bundle.place(arriving(before->second)) +
                         ", which left earlier: look at the order of both tables");
            }
            before->second = std::max(before->second, call.arrives);
        }
    }

    /// The frame that a call arrives in belongs to the innermost call around it that left the same table.
    void check_nesting() {
        for (const Node& node : m_nodes) {
            const std::uint32_t leaves = node.crossing.leaves;
            const std::uint32_t arrives = node.crossing.arrives;
            if (leaves == none || arrives == none || !m_inside.leaving_known[leaves] ||
                !m_inside.arriving_known[arrives]) {
                continue;
            }
            const std::optional<std::uint32_t> expected = left_from(node, arriving(arrives).table);
            const std::uint32_t frame = m_inside.arriving[arrives];
            if (expected && *expected != frame && !is_start(frame)) {
                const LeavingCall& call = m_bundle.leaving()[leaves];
                note(rules::mirror_order, Severity::warning, m_bundle.place(call), range_in_first(call),
                     "arrives as " + m_bundle.place(arriving(arrives)) + " inside " +
                         (frame == none ? "nothing" : m_bundle.place(m_bundle.leaving()[frame])) +
                         ", which is not the call that it happens inside here: look at the places of both");
            }
        }
    }

    /// The leaving call of `table` around a crossing, none where there is none. Empty where that lies too far
    /// up to be looked for.
    [[nodiscard]] std::optional<std::uint32_t> left_from(const Node& node, std::uint32_t table) const {
        std::uint32_t at = node.parent;
        for (std::size_t steps = 0; steps < max_mirrored_depth; ++steps) {
            if (at == none) {
                return none;
            }
            const std::uint32_t leaves = m_nodes[at].crossing.leaves;
            if (leaves != none && m_bundle.leaving()[leaves].table == table) {
                return leaves;
            }
            at = m_nodes[at].parent;
        }
        return std::nullopt;
    }

    /// A frame of an entry's own level: what started the entry may have no counterpart.
    [[nodiscard]] bool is_start(std::uint32_t leaving) const {
        return leaving == none || m_bundle.leaving()[leaving].kind == LeavingKind::start;
    }

    [[nodiscard]] const ArrivingCall& arriving(std::uint32_t at) const { return m_bundle.arriving()[at]; }

    /// Ranges count in the first table's bytes.
    template<class Call>
    [[nodiscard]] static std::optional<ByteRange> range_in_first(const Call& call) {
        return call.table == 0 ? std::optional(call.range) : std::nullopt;
    }

    void note(std::string_view rule, Severity severity, std::string place, std::optional<ByteRange> range,
              std::string text) {
        if (m_out.findings.size() < max_mirror_findings) {
            m_out.findings.push_back({std::string(rule), severity, std::move(place), range, std::move(text)});
        }
    }

    const Bundle& m_bundle;
    SolverLimits& m_limits;
    const Cancellation& m_cancellation;
    Inside m_inside;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_of_leaving, m_of_arriving; // crossings
    JoinedOrder m_out;
};

} // namespace

JoinedOrder join_tables(const Bundle& bundle, SolverLimits& limits, const Cancellation& cancellation) {
    return bundle.size() > 1 ? Joiner(bundle, limits, cancellation).join() : JoinedOrder{};
}

} // namespace anchorscope::transition
