#include "model/items/node_checks.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using transition::EntryExecution;
using transition::ExecutionState;
using transition::Node;
using transition::NodeKind;

NodeChecks::NodeChecks(const table::ExecutionTable& table, const transition::Tree& tree,
                       const verify::TablePart* examined, bool accepted)
    : m_tree(&tree), m_accepted(accepted) {
    if (examined) {
        const FindingPlaces places(&table, &tree);
        markBreaks(*examined, places);
        markFindings(*examined, places);
    }
}

void NodeChecks::markBreaks(const verify::TablePart& examined, const FindingPlaces& places) {
    for (const transition::Trajectory& trajectory : examined.trajectories) {
        std::optional<Hash32> previous; // alternatives not taken leave no state behind
        for (const transition::TrajectoryStep& step : trajectory.steps) {
            if (step.entry < m_tree->entries.size() && m_tree->entries[step.entry].skipped_alternative) {
                continue;
            }
            const std::optional<quint32> node = places.nodeOfEntry(step.entry);
            if (previous && step.before && *previous != *step.before && node) {
                const QString detail = Words::tr("Rollup %1 stood at %2 after the entry before, not at %3.")
                                           .arg(textOf(trajectory.rollup_id.decimal()),
                                                hexText(previous->view()), hexText(step.before->view()));
                m_wrong.try_emplace(*node, Wrong{Words::tr("Stale state before"), detail});
                m_stale.try_emplace(*node, step.delta);
            }
            previous = step.after;
        }
    }
}

void NodeChecks::markFindings(const verify::TablePart& examined, const FindingPlaces& places) {
    for (const Finding& finding : examined.findings) {
        const std::optional<quint32> node = places.node(finding);
        if (!node) {
            continue;
        }
        const QString text = textOf(finding.text);
        if (finding.severity == Severity::error) {
            Wrong& wrong = m_wrong.try_emplace(*node, Wrong{Words::tr("Rule broken"), {}}).first->second;
            wrong.detail += wrong.detail.isEmpty() ? text : u'\n' + text;
        } else {
            QString& advice = m_advice[*node];
            advice += advice.isEmpty() ? text : u'\n' + text;
        }
    }
}

namespace {

QString unbound() {
    return Words::tr("That these logs are of this table is not shown: see the rung “proof”.");
}

/// What logs say of an entry whose posting is not shown, or stands in a block that nobody vouches for.
NodeCheck unboundCheck(const EntryExecution& execution, bool equal) {
    const QString detail = textOf(execution.detail) + u'\n' + unbound();
    return equal ? NodeCheck{Words::tr("Logs agree"), Meaning::NotChecked, false, detail}
                 : NodeCheck{Words::tr("Logs differ"), Meaning::Warning, false, detail};
}

/// What a trace says of an entry: whoever gave the trace says so, and nothing binds it to the block.
NodeCheck tracedCheck(const EntryExecution& execution, bool equal) {
    const QString detail =
        textOf(execution.detail) + Words::tr("\nA trace is the word of whoever gave it: it proves nothing.");
    return equal ? NodeCheck{Words::tr("Trace agrees"), Meaning::NotChecked, false, detail}
                 : NodeCheck{Words::tr("Trace differs"), Meaning::Warning, false, detail};
}

} // namespace

bool isAccepted(const verify::Report* report) {
    return report != nullptr &&
           report->rungs[static_cast<std::size_t>(verify::RungId::proof)].state == verify::RungState::passed;
}

bool isTraced(const transition::Tree& tree, quint32 entry) {
    return entry < tree.orders.size() && tree.orders[entry].basis == transition::TreeBasis::trace;
}

std::optional<NodeCheck> rollingCheck(const table::ExecutionTable& table, const transition::Tree& tree,
                                      quint32 entry, bool accepted) {
    if (entry >= tree.entries.size() || entry >= table.entries.size() || !tree.entries[entry].recomputed) {
        return std::nullopt;
    }
    const EntryExecution& execution = tree.entries[entry];
    const bool equal = *execution.recomputed == table.entries[entry].rolling_hash;
    if (execution.state == ExecutionState::nothing_to_observe) { // 0 whatever happened: nothing was checked
        return NodeCheck{Words::tr("No calls"), Meaning::NotChecked, false, textOf(execution.detail)};
    }
    if (isTraced(tree, entry)) {
        return tracedCheck(execution, equal);
    }
    if (!accepted) {
        return unboundCheck(execution, equal);
    }
    return equal ? NodeCheck{Words::tr("Equal"), Meaning::Passed, false, textOf(execution.detail)}
                 : NodeCheck{Words::tr("Mismatch"), Meaning::Failed, true, textOf(execution.detail)};
}

NodeCheck NodeChecks::entryCheck(quint32 entry) const {
    const EntryExecution& execution = m_tree->entries[entry];
    const QString detail = textOf(execution.detail);
    if (execution.skipped_alternative) {
        return {Words::tr("Alternative not taken"), Meaning::NotChecked, false, detail};
    }
    const bool compared =
        execution.state == ExecutionState::equal || execution.state == ExecutionState::differs;
    const bool equal = execution.state == ExecutionState::equal;
    if (compared && isTraced(*m_tree, entry)) {
        return tracedCheck(execution, equal);
    }
    if (compared && !m_accepted) {
        return unboundCheck(execution, equal);
    }
    switch (execution.state) {
    case ExecutionState::equal:
        return {Words::tr("Passed"), Meaning::Passed, false, detail};
    case ExecutionState::differs:
        return {Words::tr("Execution differs"), Meaning::Failed, true, detail};
    case ExecutionState::nothing_to_observe:
        return {Words::tr("No calls"), Meaning::NotChecked, false, detail};
    case ExecutionState::not_observable:
        return {Words::tr("Span not observable"), Meaning::CannotCheck, false, detail};
    case ExecutionState::not_executed:
        return {Words::tr("Not executed"), Meaning::NotChecked, false, detail};
    case ExecutionState::no_events:
        return {Words::tr("Not checked"), Meaning::NotChecked, false, detail};
    }
    return {};
}

NodeCheck NodeChecks::innerCheck(const Node& node) const {
    if (node.entry >= m_tree->entries.size()) {
        return {};
    }
    const EntryExecution& execution = m_tree->entries[node.entry];
    if (node.kind == NodeKind::revert_span) {
        return {Words::tr("Span not observable"), Meaning::CannotCheck, false,
                Words::tr("Events of rolled back calls do not survive.")};
    }
    if (node.kind == NodeKind::lookup && execution.state != ExecutionState::no_events) {
        return {Words::tr("Not in events"), Meaning::CannotCheck, false,
                Words::tr("Lookups leave no events.")};
    }
    if (execution.state == ExecutionState::equal && isTraced(*m_tree, node.entry)) {
        return tracedCheck(execution, true);
    }
    if (execution.state == ExecutionState::equal) {
        return m_accepted ? NodeCheck{Words::tr("Passed"), Meaning::Passed, false,
                                      Words::tr("Bound by its entry’s rolling hash.")}
                          : NodeCheck{Words::tr("Logs agree"), Meaning::NotChecked, false, unbound()};
    }
    const bool absent = execution.state == ExecutionState::not_executed;
    return {absent ? Words::tr("Not executed") : Words::tr("Not checked"), Meaning::NotChecked, false, {}};
}

NodeCheck NodeChecks::check(quint32 node) const {
    const Node& at = m_tree->nodes[node];
    NodeCheck check;
    if (at.kind == NodeKind::entry && at.entry < m_tree->entries.size()) {
        check = entryCheck(at.entry);
    } else if (at.kind != NodeKind::bundle && at.kind != NodeKind::call_return) {
        check = innerCheck(at);
    }
    if (const auto wrong = m_wrong.find(node); wrong != m_wrong.end()) {
        check = {wrong->second.text, Meaning::Failed, true, wrong->second.detail};
    }
    if (const auto advice = m_advice.find(node); advice != m_advice.end()) {
        check.detail += (check.detail.isEmpty() ? QString() : u"\n"_s) + advice->second;
    }
    return check;
}

std::optional<quint32> NodeChecks::staleDelta(quint32 node) const {
    const auto stale = m_stale.find(node);
    return stale == m_stale.end() ? std::nullopt : std::optional(stale->second);
}

} // namespace anchorscope::model
