// Slides of transitions: what happens, the arrows so far, and the rolling hash building up.
#include "core/transition/entry_fold.h"
#include "model/items/texts.h"
#include "model/present/present_words.h"
#include "model/present/presentation.h"

namespace anchorscope::model {

using digest::FoldStep;
using digest::FoldTag;
using transition::ExecutionState;
using transition::Node;
using transition::NodeKind;

namespace {

constexpr quint32 arrows_before = 5, arrows_after = 3;

QString nameOf(Domain domain) { return textOf(domain.name()); }

QString stepName(const FoldStep& step) {
    const QString number = QString::number(step.number);
    switch (step.tag) {
    case FoldTag::call_begin:
        return PresentWords::tr("Call %1 begins").arg(number);
    case FoldTag::call_end:
        return PresentWords::tr("A call ends, %1 begun so far").arg(number);
    case FoldTag::nested_begin:
        return PresentWords::tr("Nested call %1 begins").arg(number);
    case FoldTag::nested_end:
        return PresentWords::tr("Nested call %1 ends").arg(number);
    }
    return {};
}

QString hashText(const Hash32& hash) {
    return hash == Hash32{} ? QStringLiteral("0") : shortHexText(hash.view());
}

FoldShown shown(const std::vector<FoldStep>& steps, const std::vector<Hash32>& after, std::size_t at) {
    const FoldStep& step = steps[at];
    FoldShown out;
    out.name = stepName(step);
    out.before = at == 0 ? QStringLiteral("0") : shortHexText(after[at - 1].view());
    out.tag = QStringLiteral("%1").arg(static_cast<int>(step.tag), 2, 10, QLatin1Char('0'));
    out.number = QString::number(step.number);
    if (step.tag == FoldTag::call_end) {
        out.result = (step.success ? PresentWords::tr("success, %1") : PresentWords::tr("failure, %1"))
                         .arg(returnText(step.return_data));
    }
    out.after = shortHexText(after[at].view());
    return out;
}

} // namespace

QString Presentation::stepTitle(quint32 node) const {
    const Node& at = m_parts.tree->nodes[node];
    const QString from = nameOf(at.from), to = nameOf(at.to);
    switch (at.kind) {
    case NodeKind::entry:
    case NodeKind::call:
    case NodeKind::nested:
        return at.from == at.to ? PresentWords::tr("A call on %1").arg(to)
                                : PresentWords::tr("%1 calls %2").arg(from, to);
    case NodeKind::call_return:
        return at.from == at.to ? PresentWords::tr("The call on %1 returns").arg(to)
                                : PresentWords::tr("%1 answers %2").arg(from, to);
    case NodeKind::revert_span:
        return PresentWords::tr("Calls that are rolled back");
    case NodeKind::unwind:
        return PresentWords::tr("Calls are undone");
    case NodeKind::lookup:
        return PresentWords::tr("%1 looks something up").arg(from);
    case NodeKind::operation:
        return PresentWords::tr("%1 works alone").arg(to);
    case NodeKind::bundle:
        break;
    }
    return {};
}

QString Presentation::stepText(quint32 node) const {
    const Node& at = m_parts.tree->nodes[node];
    const QString what = m_words.transition(node), kind = m_words.kind(node);
    switch (at.kind) {
    case NodeKind::entry:
        return PresentWords::tr("%1: %2 enters. The answer has to come in the same block.").arg(kind, what);
    case NodeKind::nested:
        return PresentWords::tr("%1: %2. The calls before are still open and wait for it.").arg(kind, what);
    case NodeKind::call_return:
        return PresentWords::tr("It comes back with %1.").arg(what);
    case NodeKind::revert_span:
    case NodeKind::unwind:
        return PresentWords::tr("They happened, were rolled back together, and still count in the hash.");
    default:
        return PresentWords::tr("%1: %2").arg(kind, what);
    }
}

Arrow Presentation::arrowOf(quint32 node) const {
    const Node& at = m_parts.tree->nodes[node];
    Arrow arrow;
    arrow.node = node;
    const auto lane = [this](Domain domain) {
        const auto& domains = m_parts.tree->domains;
        return static_cast<int>(std::ranges::find(domains, domain) - domains.begin());
    };
    arrow.from = lane(at.from);
    arrow.to = lane(at.to);
    arrow.label = m_words.transition(node);
    arrow.back = at.kind == NodeKind::call_return;
    arrow.answers = at.returns_from;
    return arrow;
}

QList<Arrow> Presentation::arrowsUpTo(quint32 node) const {
    QList<Arrow> arrows;
    const auto last = static_cast<quint32>(m_parts.tree->nodes.size() - 1);
    const quint32 first = node > arrows_before ? node - arrows_before : 1;
    for (quint32 each = first; each <= std::min(last, node + arrows_after); ++each) {
        Arrow arrow = arrowOf(each);
        arrow.coming = each > node;
        arrows.append(arrow);
    }
    return arrows;
}

/// Walks the entry as the fold did, and notes at which of its steps each call begins and ends.
std::shared_ptr<const Presentation::EntryFold> Presentation::foldOf(quint32 entry) const {
    if (m_fold.first == entry) {
        return m_fold.second;
    }
    m_fold = {entry, nullptr};
    auto steps = transition::observed_fold(*m_parts.table, *m_parts.tree, entry);
    if (!steps) {
        return nullptr;
    }
    auto fold = std::make_shared<EntryFold>();
    fold->after = digest::fold_trace(*steps);
    fold->steps = std::move(*steps);
    std::size_t position = 0;
    std::vector<quint32> open;
    const auto& nodes = m_parts.tree->nodes;
    const auto close = [&](quint32 until) {
        while (!open.empty() && nodes[open.back()].subtree_end <= until) {
            fold->places[open.back()].end = position++;
            open.pop_back();
        }
    };
    for (quint32 node = 1; node < nodes.size(); ++node) {
        if (nodes[node].entry != entry) {
            continue;
        }
        close(node);
        const bool folds = nodes[node].kind == NodeKind::call || nodes[node].kind == NodeKind::nested;
        if (folds && nodes[node].lookup == transition::no_node) {
            fold->places[node].begin = position++;
            open.push_back(node);
        }
    }
    close(static_cast<quint32>(nodes.size()));
    m_fold.second = position == fold->steps.size() ? fold : nullptr;
    return m_fold.second;
}

std::optional<std::size_t> Presentation::foldStep(const EntryFold& fold, quint32 node) const {
    const Node& at = m_parts.tree->nodes[node];
    const bool back = at.kind == NodeKind::call_return;
    const auto place = fold.places.find(back ? at.returns_from : node);
    if (place == fold.places.end()) {
        return std::nullopt;
    }
    return back ? place->second.end : place->second.begin;
}

std::optional<FoldEnd> Presentation::foldEnd(quint32 node, const EntryFold* fold) const {
    const Node& at = m_parts.tree->nodes[node];
    const auto& tree = *m_parts.tree;
    const bool ends = at.kind == NodeKind::call_return && at.returns_from < tree.nodes.size() &&
                      tree.nodes[at.returns_from].kind == NodeKind::entry;
    if (!ends || at.entry >= m_parts.table->entries.size() || at.entry >= tree.entries.size()) {
        return std::nullopt;
    }
    const Hash32& stated = m_parts.table->entries[at.entry].rolling_hash;
    FoldEnd end;
    end.entry = m_words.kind(at.returns_from);
    end.stated = hashText(stated);
    std::optional<Hash32> computed = tree.entries[at.entry].recomputed;
    if (!computed && fold != nullptr && !fold->after.empty()) {
        computed = fold->after.back();
    }
    if (tree.entries[at.entry].state == ExecutionState::nothing_to_observe) {
        end.meaning = Meaning::NotChecked;
        end.words = PresentWords::tr("Nothing was called inside: the hash stays 0 whatever happened.");
    } else if (!computed) {
        end.meaning = Meaning::CannotCheck;
        end.words = PresentWords::tr("The results were not seen: it cannot be recomputed.");
    } else {
        end.computed = hashText(*computed);
        const bool equal = *computed == stated, authentic = hasPassed(verify::RungId::execution);
        end.meaning = !equal ? Meaning::Failed : authentic ? Meaning::Passed : Meaning::Info;
        end.words = !equal ? PresentWords::tr("Here they part: the table says another.")
                    : authentic
                        ? PresentWords::tr("Equal to the table’s.")
                        : PresentWords::tr("Equal to the table’s, as far as these results can be believed.");
    }
    return end;
}

QStringList Presentation::laneNames() const {
    QStringList names;
    for (const Domain domain : m_parts.tree->domains) {
        names += nameOf(domain);
    }
    return names;
}

void Presentation::addFold(Slide& slide, quint32 node) const {
    const Node& at = m_parts.tree->nodes[node];
    if (at.entry >= m_parts.table->entries.size()) {
        slide.unseen = PresentWords::tr("This format has no rolling hash.");
        return;
    }
    const auto fold = foldOf(at.entry);
    slide.end = foldEnd(node, fold.get());
    if (slide.end) {
        return;
    }
    if (!fold) {
        slide.unseen = PresentWords::tr(
            "What this entry’s calls gave back was not seen, so its hash is not built up here.");
        return;
    }
    const auto step = foldStep(*fold, node);
    if (step) {
        slide.fold = shown(fold->steps, fold->after, *step);
        if (*step > 0) {
            slide.earlier = shown(fold->steps, fold->after, *step - 1);
        }
    } else if (at.kind == NodeKind::entry) {
        slide.unseen =
            PresentWords::tr("The rolling hash of this entry starts at 0. Each call that begins or ends "
                             "is folded into it.");
    } else {
        slide.unseen = PresentWords::tr("This step is not folded into the hash.");
    }
}

} // namespace anchorscope::model
