#include "core/transition/tree_from_actions.h"
#include "core/transition/call_targets.h"

namespace anchorscope::transition {
namespace {

using table::Action;
using table::ExecutionTable;

/// A call that the manager made, and the scope it was made at.
struct MadeCall {
    std::uint32_t node = no_node;
    std::span<const U256> scope;
};

/// What one action from outside set off.
struct Chain {
    std::uint32_t node = no_node; ///< of the entry that it starts with
    std::uint32_t entry = no_node;
    std::vector<MadeCall> calls; ///< that are not rolled back
    bool call_open = false;
    /// The innermost scope that is entered; none before the first call and behind a revert of the root.
    std::optional<std::span<const U256>> scope;
};

bool lies_in(std::span<const U256> scope, std::span<const U256> outer) {
    return scope.size() >= outer.size() && std::ranges::equal(scope.first(outer.size()), outer);
}

class ActionWriter {
public:
    ActionWriter(TreeWriter& writer, const ExecutionTable& table, const ActionReading& reading,
                 std::vector<Finding>& findings)
        : m_writer(writer), m_table(table), m_reading(reading), m_findings(findings) {}

    void write() {
        for (const ActionStep& step : m_reading.steps) {
            switch (step.role) {
            case ActionRole::immediate:
            case ActionRole::never:
                open_entry(step);
                m_writer.close();
                break;
            case ActionRole::outside:
                start(step);
                break;
            case ActionRole::result:
            case ActionRole::continuation:
                go_on(step);
                break;
            }
        }
        while (!m_chains.empty()) {
            end_chain();
        }
        if (m_reading.unanswered > 0) {
            m_findings.push_back({std::string(rules::action_unanswered),
                                  Severity::warning,
                                  {},
                                  {},
                                  "expected an entry for the result of every call; for " +
                                      std::to_string(m_reading.unanswered) +
                                      " there is none (ExecutionNotFound)"});
        }
    }

private:
    [[nodiscard]] const Action& action(std::uint32_t entry) const {
        return *m_table.entries[entry].next_action;
    }

    std::uint32_t open_entry(const ActionStep& step) {
        m_writer.open_entry(step.entry, target(step), no_node, Outcome::unknown);
        Node& node = m_writer.top();
        node.placed = step.placed;
        if (step.role == ActionRole::continuation) {
            node.from = node.to;
        }
        return m_writer.top_index();
    }

    /// Of an entry of a rollup's table: where the call went that it answers. Its result names that rollup.
    [[nodiscard]] std::optional<Domain> target(const ActionStep& step) const {
        const Action& next = action(step.entry);
        const bool told = step.role == ActionRole::outside && next.kind() == Action::Type::result;
        return told ? domain_of(next.rollup_id) : Domain{};
    }

    void start(const ActionStep& step) {
        // Not inside a call: the entries before it have ended.
        while (!m_chains.empty() && !m_chains.back().call_open) {
            end_chain();
        }
        const std::uint32_t node = open_entry(step);
        m_chains.push_back({node, step.entry, {}, false, {}});
        act(step.entry);
    }

    void go_on(const ActionStep& step) {
        while (!m_chains.empty() && step.role == ActionRole::result && !m_chains.back().call_open) {
            end_chain();
        }
        if (m_chains.empty()) { // a reading that does not fit: as if it came from outside
            start(step);
            return;
        }
        if (step.role == ActionRole::result) {
            close_call(step.result);
        } else if (m_chains.back().call_open) {
            close_call({}); // of a call without a result
        }
        open_entry(step);
        act(step.entry);
        if (!m_chains.back().call_open) {
            m_writer.close();
        }
        m_chains.back().entry = step.entry;
    }

    /// What comes next. A call stays open until its result.
    void act(std::uint32_t entry) {
        const Action& next = action(entry);
        Chain& chain = m_chains.back();
        switch (next.kind().value_or(Action::Type::l2_transaction)) {
        case Action::Type::call:
            chain.calls.push_back({open_call(entry, next), next.scope});
            chain.scope = next.scope;
            chain.call_open = true;
            break;
        case Action::Type::revert:
            revert(entry, next, chain);
            break;
        case Action::Type::result:
            break; // the chain's way back
        case Action::Type::l2_transaction:
        case Action::Type::revert_continue:
            note(rules::action_dead_end, entry,
                 "expected CALL, RESULT or REVERT: with another action the contracts cannot go on "
                 "(CallExecutionFailed)");
            break;
        }
    }

    std::uint32_t open_call(std::uint32_t entry, const Action& next) {
        const bool on_l1 = m_table.format->side == table::Side::l1;
        const Domain to = on_l1 ? l1_domain : domain_of(next.rollup_id);
        const bool placed = m_writer.top().placed;
        const std::uint32_t node = m_writer.open_node(NodeKind::call, domain_of(next.source_rollup), to);
        m_writer.top().entry = entry;
        m_writer.top().placed = placed;
        return node;
    }

    void close_call(std::optional<KnownResult> result) {
        Chain& chain = m_chains.back();
        Node& call = m_writer.node(chain.calls.back().node);
        if (result) {
            call.outcome = result->success ? Outcome::success : Outcome::failure;
            m_writer.set_result(*std::move(result));
        }
        m_writer.close_with_return();
        if (chain.node != m_writer.top_index()) {
            m_writer.close(); // the entry whose call it was
        }
        chain.call_open = false;
    }

    /// The calls made since the scope was entered are taken back.
    void revert(std::uint32_t entry, const Action& next, Chain& chain) {
        if (!chain.scope || !lies_in(*chain.scope, next.scope)) {
            note(rules::action_scope, entry,
                 "expected the scope of the call before it or one around it: no other scope can be reverted "
                 "there (CallExecutionFailed)");
            return;
        }
        chain.scope =
            next.scope.empty() ? std::nullopt : std::optional(next.scope.first(next.scope.size() - 1));
        std::uint32_t undone = 0;
        while (!chain.calls.empty() && lies_in(chain.calls.back().scope, next.scope)) {
            m_writer.roll_back(chain.calls.back().node);
            chain.calls.pop_back();
            ++undone;
        }
        const Domain rollup = domain_of(next.rollup_id);
        m_writer.open_node(NodeKind::unwind, rollup, rollup);
        Node& node = m_writer.top();
        node.entry = entry;
        node.outcome = Outcome::rolled_back;
        node.span_length = undone;
        m_writer.close();
    }

    /// What comes back to whoever started it, if its last entry has a result.
    void end_chain() {
        const Chain chain = std::move(m_chains.back());
        m_chains.pop_back();
        if (chain.call_open) {
            m_writer.close(); // the call
            if (chain.node != m_writer.top_index()) {
                m_writer.close();
            }
        }
        const Action& last = action(chain.entry);
        if (last.kind() != Action::Type::result) {
            m_writer.close();
            return;
        }
        if (last.failed) {
            m_writer.top().outcome = Outcome::failure;
        }
        m_writer.close_with_return(no_node, chain.entry);
    }

    void note(std::string_view rule, std::uint32_t entry, std::string text) {
        m_findings.push_back({std::string(rule), Severity::warning, m_table.entry_path(entry) + ".nextAction",
                              action(entry).range, std::move(text)});
    }

    TreeWriter& m_writer;
    const ExecutionTable& m_table;
    const ActionReading& m_reading;
    std::vector<Finding>& m_findings;
    std::vector<Chain> m_chains; ///< the innermost last
};

} // namespace

void write_actions(TreeWriter& writer, const ExecutionTable& table, const ActionReading& reading,
                   std::vector<Finding>& findings) {
    ActionWriter(writer, table, reading, findings).write();
}

} // namespace anchorscope::transition
