#include "core/transition/call_targets.h"
#include "core/transition/entry_execution.h"
#include "core/transition/tree_from_actions.h"
#include "core/transition/tree_from_messages.h"
#include "core/transition/tree_from_placement.h"
#include "core/transition/tree_from_trace.h"
#include "core/transition/tree_sources.h"
#include <set>

namespace anchorscope::transition {
namespace {

using table::ExecutionTable;

/// What an entry needs of the state before it: rollup and root of a delta.
using PreState = std::pair<U256, Hash32>;

void write_span(TreeWriter& writer, const Step& step) {
    writer.open_span(step.index, step.length, step.event, Outcome::rolled_back);
    const bool placed = step.hidden_nested == 0;
    for (std::uint32_t i = 0; i < step.length + step.hidden_calls; ++i) {
        writer.open_call(step.index + i, step.event, Outcome::rolled_back, placed);
        writer.close_with_return();
    }
    for (std::uint32_t i = 0; i < step.hidden_nested; ++i) {
        writer.open_nested(step.first_hidden_nested + i, {}, step.event, Outcome::rolled_back, false);
        writer.close_with_return();
    }
    writer.close();
}

class TreeBuilder {
public:
    TreeBuilder(const ExecutionTable& table, TreeSources sources)
        : m_table(table), m_sources(std::move(sources)), m_bundle(all_tables(table, m_sources.peers)),
          m_writer(table, own_domain()), m_targets(table, m_sources.events) {
        m_tree.events = std::move(m_sources.events); // the elements stay where they are
        if (m_sources.manager && !m_sources.traces.empty() && table.format->events_read) {
            m_traced =
                read_traces(table, m_bundle.domain(0), *m_sources.manager, m_sources.traces, m_tree.events);
        }
    }

    Tree build() {
        if (m_table.format->scheme == table::Scheme::messages) {
            m_tree.basis = TreeBasis::table; // one order of everything
            write_messages(m_writer, m_table);
            m_writer.finish(m_tree);
            return std::move(m_tree);
        }
        // What the events of other versions mean is not known here: they are kept, and show nothing.
        const std::span<const ManagerEvent> read = m_table.format->events_read
                                                       ? std::span<const ManagerEvent>(m_tree.events)
                                                       : std::span<const ManagerEvent>();
        const Assignment assignment = assign_events(m_table, read, !m_sources.remark);
        m_tree.findings = assignment.findings;
        std::ranges::move(m_traced.findings, std::back_inserter(m_tree.findings));
        const bool actions = m_table.format->scheme == table::Scheme::actions;
        if (actions) {
            add_actions();
        }
        for (std::size_t i = 0; i < m_table.entries.size() && !actions; ++i) {
            add(static_cast<std::uint32_t>(i), executed_entry(m_table, m_tree.events, assignment, i));
            if (m_tree.entries[i].state == ExecutionState::not_executed && assignment.skipped[i]) {
                m_tree.entries[i].events = {*assignment.skipped[i]};
                m_tree.entries[i].detail =
                    "reverted and skipped: " + describe(m_tree.events[*assignment.skipped[i]]);
            }
        }
        mark_alternatives();
        if (m_sources.remark) {
            withdraw_absences();
        }
        report();
        m_tree.basis = TreeBasis::table;
        for (const EntryOrder& order : m_tree.orders) {
            m_tree.basis = std::max(m_tree.basis, order.basis);
            m_tree.candidates = combined(m_tree.candidates, order.candidates);
        }
        m_writer.finish(m_tree);
        index_entries(actions);
        return std::move(m_tree);
    }

private:
    void index_entries(bool actions) {
        m_tree.entry_nodes.assign(actions ? m_table.entries.size() : 0, 0);
        for (std::uint32_t i = 0; i < m_tree.nodes.size() && actions; ++i) {
            if (m_tree.nodes[i].kind == NodeKind::entry) {
                m_tree.entry_nodes[m_tree.nodes[i].entry] = i;
            }
        }
    }

    [[nodiscard]] Domain own_domain() const {
        return m_table.format->scheme == table::Scheme::messages ? system_domain : m_bundle.domain(0);
    }
    static std::vector<const ExecutionTable*> all_tables(const ExecutionTable& table,
                                                         const std::vector<const ExecutionTable*>& peers) {
        std::vector<const ExecutionTable*> all{&table};
        all.insert(all.end(), peers.begin(), peers.end());
        return all;
    }

    void add_actions() {
        ActionReading reading = read_actions(m_table);
        write_actions(m_writer, m_table, reading, m_tree.findings);
        m_tree.orders = std::move(reading.orders);
        EntryExecution none;
        none.detail = "the events of this version of the contracts are not read here";
        m_tree.entries.assign(m_table.entries.size(), none);
    }

    void add(std::uint32_t index, std::optional<ExecutedEntry> executed) {
        const TracedEntry* const traced =
            index < m_traced.entries.size() && m_traced.entries[index] ? &*m_traced.entries[index] : nullptr;
        if (traced != nullptr) {
            compare_trace(index, *traced, executed);
        }
        if (traced != nullptr && trace_adds(m_table.entries[index], *traced, executed)) {
            write_entry_from_trace(m_writer, index, *traced, m_traced.results);
            m_tree.orders.push_back({TreeBasis::trace, {1, false}, "as called at " + traced->place});
            m_tree.entries.push_back(traced_execution(m_table.entries[index], *traced, executed));
            return;
        }
        if (executed && executed->script.complete) {
            write(index, *executed);
            m_tree.orders.push_back({TreeBasis::events, {1, false}, {}});
        } else {
            m_tree.orders.push_back(order_without_events(m_writer, m_bundle, index, m_sources.limits,
                                                         m_sources.cancellation, m_tree.findings));
        }
        if (executed) {
            m_tree.entries.push_back(std::move(executed->execution));
        } else {
            EntryExecution none;
            const bool readable = m_table.format->events_read;
            const bool missing = readable && !m_tree.events.empty();
            none.state = missing ? ExecutionState::not_executed : ExecutionState::no_events;
            none.detail = missing    ? "the logs do not show this entry"
                          : readable ? "no logs were given"
                                     : "the events of this version of the contracts are not read here";
            m_tree.entries.push_back(std::move(none));
        }
    }

    /// What a trace says beside what the tree shows of the entry.
    void compare_trace(std::uint32_t index, const TracedEntry& traced,
                       const std::optional<ExecutedEntry>& executed) {
        const bool shown = executed && executed->execution.state != ExecutionState::differs;
        if (traced.mismatch && traced.succeeded) {
            note(rules::trace_differs, Severity::error, index,
                 *traced.mismatch + (shown ? "; the logs agree with the table" : ""));
        } else if (!traced.succeeded) {
            note(rules::trace_failed, Severity::warning, index,
                 traced_execution(m_table.entries[index], traced, {}).detail);
        }
    }

    void write(std::uint32_t index, const ExecutedEntry& executed) {
        m_writer.open_entry(index, start_target(executed), executed.start, Outcome::success);
        for (const Step& step : executed.script.steps) {
            write_step(step);
        }
        for (const std::uint32_t nested : executed.script.unplaced_nested) {
            m_writer.open_nested(nested, {}, no_node, Outcome::rolled_back, false);
            m_writer.close_with_return();
        }
        m_writer.lookups();
        m_writer.close_with_return(executed.end);
    }

    void write_step(const Step& step) {
        switch (step.kind) {
        case StepKind::call_begin:
            m_writer.open_call(step.index, step.event, outcome(step.event));
            break;
        case StepKind::nested_begin:
            m_writer.open_nested(step.index, m_targets.of(step.event), step.event, Outcome::success);
            break;
        case StepKind::call_end:
        case StepKind::nested_end:
            m_writer.close_with_return(step.event);
            break;
        case StepKind::span:
            write_span(m_writer, step);
            break;
        }
    }

    [[nodiscard]] std::optional<Domain> start_target(const ExecutedEntry& executed) {
        return m_table.format->side == table::Side::l2 ? m_targets.of(executed.start) : std::nullopt;
    }

    [[nodiscard]] Outcome outcome(std::uint32_t event) const {
        return std::get<CallResult>(m_tree.events[event].body).success ? Outcome::success : Outcome::failure;
    }

    /// An entry that was not executed while another one took the same pre-state is an alternative not taken.
    void mark_alternatives() {
        std::set<PreState> taken;
        for (std::size_t i = 0; i < m_tree.entries.size(); ++i) {
            if (m_tree.entries[i].state != ExecutionState::not_executed) {
                for (const table::StateDelta& delta : m_table.entries[i].deltas) {
                    if (delta.current_state) {
                        taken.emplace(delta.rollup_id, *delta.current_state);
                    }
                }
            }
        }
        for (std::size_t i = 0; i < m_tree.entries.size(); ++i) {
            EntryExecution& entry = m_tree.entries[i];
            entry.skipped_alternative =
                entry.state == ExecutionState::not_executed &&
                std::ranges::any_of(m_table.entries[i].deltas, [&](const table::StateDelta& delta) {
                    return delta.current_state && taken.contains({delta.rollup_id, *delta.current_state});
                });
            if (entry.skipped_alternative) {
                entry.detail += "; another entry took the same state before";
            }
        }
    }

    /// From a part of a block: what is not seen may have happened all the same.
    void withdraw_absences() {
        for (EntryExecution& entry : m_tree.entries) {
            const bool shown = !entry.events.empty(); // a log says that it was skipped
            if (entry.state == ExecutionState::not_executed && !(shown && entry.skipped_alternative)) {
                entry.state = ExecutionState::no_events;
                entry.detail =
                    (shown ? entry.detail : "no log at hand shows this entry") + ": " + *m_sources.remark;
                entry.skipped_alternative = false;
            } else if (entry.state == ExecutionState::no_events) {
                entry.detail = *m_sources.remark;
            }
        }
    }

    /// One finding an entry that did not run as the table says.
    void report() {
        for (std::size_t i = 0; i < m_tree.entries.size(); ++i) {
            const EntryExecution& entry = m_tree.entries[i];
            if (m_tree.orders[i].basis == TreeBasis::trace) {
                continue; // said beside what the trace shows
            }
            if (entry.state == ExecutionState::differs) {
                note(rules::events_differ, m_sources.remark ? Severity::warning : Severity::error, i,
                     entry.detail);
            } else if (entry.skipped_alternative) {
                note(rules::events_alternative, Severity::info, i, entry.detail);
            } else if (entry.state == ExecutionState::not_executed) {
                note(rules::events_not_executed, Severity::warning, i, entry.detail);
            }
        }
        std::ranges::move(m_targets.take_findings(), std::back_inserter(m_tree.findings));
    }

    void note(std::string_view rule, Severity severity, std::size_t entry, const std::string& text) {
        m_tree.findings.push_back(
            {std::string(rule), severity, m_table.entry_path(entry), m_table.entries[entry].range, text});
    }

    const ExecutionTable& m_table;
    TreeSources m_sources;
    Bundle m_bundle;
    TraceReading m_traced;
    Tree m_tree;
    TreeWriter m_writer;
    CallTargets m_targets;
};

} // namespace

Tree build_tree_from(const ExecutionTable& table, TreeSources sources) {
    return TreeBuilder(table, std::move(sources)).build();
}

Tree build_tree(const ExecutionTable& table, std::vector<ManagerEvent> events) {
    TreeSources sources;
    sources.events = std::move(events);
    return build_tree_from(table, std::move(sources));
}

Tree build_tree_from_part(const ExecutionTable& table, std::vector<ManagerEvent> events, std::string remark) {
    TreeSources sources;
    sources.events = std::move(events);
    sources.remark = std::move(remark);
    return build_tree_from(table, std::move(sources));
}

} // namespace anchorscope::transition
