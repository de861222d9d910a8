#include "model/present/presentation.h"
#include "core/transition/entry_fold.h"
#include "model/items/texts.h"
#include "model/present/present_words.h"
#include <algorithm>

namespace anchorscope::model {

using transition::Node;
using transition::NodeKind;
using verify::RungId;

namespace {

constexpr RungId told_rungs[]{RungId::digest, RungId::event, RungId::inclusion, RungId::block,
                              RungId::finality};

bool isShown(const Node& node) { return node.kind != NodeKind::bundle; }

} // namespace

Presentation::Presentation(const Parts& parts, std::shared_ptr<const Names> names) : m_parts(parts) {
    if (!m_parts.source) {
        return;
    }
    m_plan.push_back({SlideKind::Bundle, 0});
    if (m_parts.table && m_parts.tree && !m_parts.tree->nodes.empty()) {
        m_words = NodeWords(*m_parts.table, *m_parts.tree, std::move(names));
        m_lanes = Lanes(*m_parts.tree);
        const auto& nodes = m_parts.tree->nodes;
        quint32 steps = 0;
        for (quint32 node = 1; node < nodes.size() && steps < max_steps; ++node) {
            if (isShown(nodes[node])) {
                m_plan.push_back({SlideKind::Step, node});
                ++steps;
            }
        }
        if (nodes.size() > std::size_t{steps} + 1) {
            m_plan.push_back({SlideKind::More, 0});
        }
        if (m_parts.examined && !m_parts.examined->trajectories.empty()) {
            m_plan.push_back({SlideKind::States, 0});
        }
    }
    if (m_parts.report) {
        for (const RungId rung : told_rungs) {
            m_plan.push_back({SlideKind::Rung, static_cast<quint32>(rung)});
        }
        m_plan.push_back({SlideKind::Verdict, 0});
    }
}

Slide Presentation::slide(int index) const {
    if (index < 0 || index >= count()) {
        return {};
    }
    const Planned& planned = m_plan[static_cast<std::size_t>(index)];
    Slide slide;
    switch (planned.kind) {
    case SlideKind::Bundle:
        slide = bundleSlide();
        break;
    case SlideKind::Step:
        slide = stepSlide(planned.what);
        break;
    case SlideKind::More:
        slide = moreSlide();
        break;
    case SlideKind::States:
        slide = statesSlide();
        break;
    case SlideKind::Rung:
        slide.rung = static_cast<RungId>(planned.what);
        break;
    case SlideKind::Verdict:
    case SlideKind::Nothing:
        break;
    }
    slide.kind = planned.kind;
    return slide;
}

int Presentation::slideOf(quint32 node) const {
    int found = 0;
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        if (m_plan[i].kind == SlideKind::Step && m_plan[i].what <= node) {
            found = static_cast<int>(i);
        }
    }
    return found;
}

bool Presentation::hasPassed(RungId rung) const {
    return m_parts.report &&
           m_parts.report->rungs[static_cast<std::size_t>(rung)].state == verify::RungState::passed;
}

Slide Presentation::bundleSlide() const {
    Slide slide;
    const bool known = m_parts.table && m_parts.tree;
    slide.title =
        known ? PresentWords::tr("One bundle, one digest") : PresentWords::tr("Bytes, and their digest");
    slide.text =
        known
            ? m_lanes.crossingsText()
            : PresentWords::tr("No execution table was read from them. Their digest can still be compared.");
    if (m_parts.table) {
        slide.facts.append({PresentWords::tr("Format"), textOf(m_parts.table->format->id)});
        slide.facts.append({PresentWords::tr("Entries"), numberText(m_parts.table->entries.size())});
    }
    if (known) {
        slide.facts.append({PresentWords::tr("Transitions"), numberText(m_parts.tree->nodes.size() - 1)});
        slide.lanes = laneNames();
    }
    slide.facts.append({PresentWords::tr("Bytes"), numberText(m_parts.source->bytes().size())});
    slide.facts.append(
        {PresentWords::tr("SHA-256 of the file"), shortHexText(m_parts.source->file_sha256.view()), true});
    return slide;
}

Slide Presentation::stepSlide(quint32 node) const {
    Slide slide;
    slide.node = node;
    slide.title = stepTitle(node);
    slide.text = stepText(node);
    slide.lanes = laneNames();
    slide.arrows = arrowsUpTo(node);
    addFold(slide, node);
    return slide;
}

Slide Presentation::moreSlide() const {
    Slide slide;
    const auto left = static_cast<quint64>(m_parts.tree->nodes.size() - 1 - max_steps);
    slide.title = PresentWords::tr("And so on");
    slide.text =
        PresentWords::tr("%1 further transitions follow in the same way. Each of their hashes is recomputed "
                         "too; the tree shows them all.")
            .arg(numberText(left));
    return slide;
}

Slide Presentation::statesSlide() const {
    Slide slide;
    slide.title = PresentWords::tr("The states move");
    constexpr qsizetype most = 6;
    QString broken;
    for (const transition::Trajectory& each : m_parts.examined->trajectories) {
        const auto stale = std::ranges::find(each.steps, false, &transition::TrajectoryStep::continues);
        const QString name = PresentWords::tr("Rollup %1").arg(textOf(each.rollup_id.decimal()));
        if (stale != each.steps.end() && broken.isEmpty()) {
            broken = PresentWords::tr(
                         "%1 does not continue at entry %2: it starts from %3, not from where it stood.")
                         .arg(name)
                         .arg(stale->entry)
                         .arg(stale->before ? shortHexText(stale->before->view()) : QString());
        }
        if (slide.facts.size() >= most || each.steps.empty()) {
            continue;
        }
        const auto& first = each.steps.front();
        const QString from =
            first.before ? shortHexText(first.before->view()) : PresentWords::tr("not stated");
        slide.facts.append({name, from + QStringLiteral(" → ") + shortHexText(each.steps.back().after.view()),
                            true,
                            stale != each.steps.end()       ? Meaning::Failed
                            : hasPassed(RungId::trajectory) ? Meaning::Passed
                                                            : Meaning::NotChecked});
    }
    const qsizetype rollups = static_cast<qsizetype>(m_parts.examined->trajectories.size());
    slide.text = !broken.isEmpty() ? broken
                 : rollups > slide.facts.size()
                     ? PresentWords::tr("%1 rollups move; the first are shown.")
                           .arg(numberText(static_cast<quint64>(rollups)))
                     : PresentWords::tr("Each state must be the one that the step before left behind.");
    return slide;
}

} // namespace anchorscope::model
