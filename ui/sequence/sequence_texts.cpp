#include "ui/sequence/sequence_texts.h"
#include "model/items/basis_words.h"
#include "model/items/texts.h"

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::Meaning;
using model::textOf;
using paint::MessageKind;
using paint::SequenceMessage;
using transition::Node;
using transition::NodeKind;
using transition::TreeBasis;

namespace {

bool isAccepted(const verify::Report* report) {
    return report != nullptr &&
           report->rungs[static_cast<std::size_t>(verify::RungId::proof)].state == verify::RungState::passed;
}

} // namespace

SequenceTexts::SequenceTexts(ShownCase shown)
    : m_shown(std::move(shown)), m_words(*m_shown.table, *m_shown.tree, m_shown.names),
      m_checks(*m_shown.table, *m_shown.tree, m_shown.examined.get(), isAccepted(m_shown.report.get())) {}

paint::SequenceText SequenceTexts::message(const SequenceMessage& message) const {
    const quint32 node = message.node;
    const Node& at = m_shown.tree->nodes[node];
    paint::SequenceText text;
    const QString kind = m_words.kind(node), words = m_words.transition(node);
    text.words = message.kind == MessageKind::Return ? words
                 : words.isEmpty()                   ? kind
                                                     : tr("%1 · %2").arg(kind, words);
    const model::NodeCheck check = m_checks.check(node);
    QStringList remarks;
    if (check.meaning == Meaning::Failed || check.meaning == Meaning::Warning) {
        text.meaning = check.meaning;
        text.wrong = check.emphasis;
        // What is wrong goes before what is called: that may be cut off.
        text.words = words.isEmpty() ? tr("%1 · %2").arg(kind, check.text)
                                     : tr("%1 · %2 · %3").arg(kind, check.text, words);
    } else if (at.kind == NodeKind::entry && at.entry < m_shown.tree->entries.size()) {
        const transition::EntryExecution& execution = m_shown.tree->entries[at.entry];
        if (execution.skipped_alternative || execution.state == transition::ExecutionState::not_executed) {
            remarks += check.text;
        }
    }
    if (message.folded) {
        remarks += tr("%n step(s) folded", nullptr, static_cast<int>(message.hidden));
    }
    if (!message.placed && message.kind == MessageKind::Call) {
        remarks += tr("place not known");
    }
    text.remark = remarks.join(u" · "_s);
    return text;
}

QString SequenceTexts::root(const paint::SequenceRoot& root) const {
    const std::span<const table::StateDelta> deltas = m_shown.table->entries[root.entry].deltas;
    const table::StateDelta& delta = deltas[root.delta];
    const Hash32 state = root.after || !delta.current_state ? delta.new_state : *delta.current_state;
    return model::shortHexText(state.view());
}

QString SequenceTexts::caption(Domain domain) const {
    if (domain.is_l1()) {
        const auto chain = m_shown.report ? m_shown.report->chain_id : std::nullopt;
        return chain ? tr("chain %1").arg(*chain) : QString();
    }
    return domain.known() ? tr("id %1").arg(domain.id) : QString();
}

QString SequenceTexts::tip(quint32 node) const {
    const QString words = m_words.transition(node), kind = m_words.kind(node);
    QStringList lines{words.isEmpty() ? kind : tr("%1 · %2").arg(kind, words)};
    lines += m_words.direction(node);
    const model::NodeCheck check = m_checks.check(node);
    if (!check.text.isEmpty()) {
        lines += check.text;
    }
    if (!check.detail.isEmpty()) {
        lines += check.detail;
    }
    return lines.join(u'\n');
}

QString SequenceTexts::deed(const SequenceMessage& message) const {
    const Node& at = m_shown.tree->nodes[message.node];
    const QString from = textOf(at.from.name()), to = textOf(at.to.name());
    switch (message.kind) {
    case MessageKind::Start:
        return tr("%1 begins on %2").arg(m_words.kind(message.node), to);
    case MessageKind::Call:
        return from == to ? tr("%1 calls itself").arg(to) : tr("%1 calls %2").arg(from, to);
    case MessageKind::Return:
        return from == to ? tr("%1 returns").arg(to) : tr("%1 returns to %2").arg(from, to);
    case MessageKind::Lookup:
        return tr("%1 looks up on %2").arg(from, to);
    case MessageKind::Span:
    case MessageKind::Note:
        return tr("%1 on %2").arg(m_words.kind(message.node), to);
    }
    return {};
}

QString SequenceTexts::spoken(const SequenceMessage& message, quint32 step) const {
    QStringList parts{deed(message)};
    const QString words = m_words.transition(message.node);
    const QString check = m_checks.check(message.node).text;
    if (!words.isEmpty()) {
        parts += words;
    }
    if (!check.isEmpty()) {
        parts += check;
    }
    if (message.folded) {
        parts += tr("%n step(s) folded", nullptr, static_cast<int>(message.hidden));
    }
    return tr("Step %1: %2").arg(step).arg(parts.join(u", "_s));
}

QString SequenceTexts::basis() const {
    switch (m_shown.tree->basis) {
    case TreeBasis::table:
        return tr("Order by the table alone");
    case TreeBasis::linked:
        return tr("Order by hashes and states that lead from entry to entry");
    case TreeBasis::events:
        return tr("Order by events");
    case TreeBasis::trace:
        return tr("Order by a trace, as whoever gave it says");
    case TreeBasis::peer:
        return tr("Order by the other tables’ results");
    case TreeBasis::solved:
        return tr("Order solved: the only one possible");
    case TreeBasis::ambiguous:
        break;
    }
    return tr("Order not known: %1").arg(model::candidatesText(m_shown.tree->candidates));
}

paint::SequenceWords SequenceTexts::words() const {
    return {[this](const SequenceMessage& message) { return this->message(message); },
            [this](const paint::SequenceRoot& root) { return this->root(root); },
            [this](Domain domain) { return caption(domain); }};
}

} // namespace anchorscope::ui
