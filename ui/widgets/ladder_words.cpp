#include "ui/widgets/ladder_words.h"
#include <QCoreApplication>
#include <algorithm>

namespace anchorscope::ui {

using verify::Rung;
using verify::RungId;
using verify::RungState;
using verify::Stage;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Ladder)
};

/// How bad, the worst last.
int badness(RungState state) {
    switch (state) {
    case RungState::passed:
        return 0;
    case RungState::passed_not_final:
        return 1;
    case RungState::not_checked:
        return 2;
    case RungState::cannot_check:
        return 3;
    case RungState::failed:
        return 4;
    }
    return 0;
}

std::ptrdiff_t countOf(const std::vector<Rung>& rungs, RungState state) {
    return std::ranges::count(rungs, state, &Rung::state);
}

} // namespace

QString rungName(RungId id) {
    switch (id) {
    case RungId::table:
        return Words::tr("table");
    case RungId::trajectory:
        return Words::tr("trajectory");
    case RungId::execution:
        return Words::tr("execution");
    case RungId::proof:
        return Words::tr("proof");
    case RungId::digest:
        return Words::tr("digest");
    case RungId::event:
        return Words::tr("event");
    case RungId::inclusion:
        return Words::tr("inclusion");
    case RungId::block:
        return Words::tr("block");
    case RungId::slot:
        return Words::tr("slot");
    case RungId::finality:
        return Words::tr("finality");
    }
    return {};
}

QString stageName(Stage stage) {
    switch (stage) {
    case Stage::execution:
        return Words::tr("Execution");
    case Stage::proof:
        return Words::tr("Proof");
    case Stage::commitment:
        return Words::tr("Commitment");
    }
    return {};
}

std::vector<RungId> rungsOf(Stage stage) {
    std::vector<RungId> ids;
    for (std::size_t i = 0; i < verify::rung_count; ++i) {
        if (verify::stage_of(static_cast<RungId>(i)) == stage) {
            ids.push_back(static_cast<RungId>(i));
        }
    }
    return ids;
}

std::vector<Rung> rungsOf(const verify::Report* report, Stage stage) {
    std::vector<Rung> rungs;
    for (const RungId id : rungsOf(stage)) {
        Rung rung;
        if (report != nullptr) {
            rung = report->rungs.at(static_cast<std::size_t>(id));
        }
        rung.id = id;
        rungs.push_back(std::move(rung));
    }
    return rungs;
}

QString stateWords(RungState state) {
    switch (state) {
    case RungState::passed:
        return Words::tr("passed");
    case RungState::passed_not_final:
        return Words::tr("passed, not final");
    case RungState::failed:
        return Words::tr("failed");
    case RungState::not_checked:
        return Words::tr("not checked");
    case RungState::cannot_check:
        return Words::tr("cannot be checked");
    }
    return {};
}

QString rungSummary(const Rung& rung) {
    if (rung.summary.empty() && rung.state == RungState::cannot_check) {
        return Words::tr("can’t be checked"); // shorter than its state's words: the button is narrow
    }
    return rung.summary.empty() ? stateWords(rung.state) : QString::fromStdString(rung.summary);
}

QString rungSentence(const Rung& rung) {
    const QString state = stateWords(rung.state), summary = QString::fromStdString(rung.summary);
    const QString name = rungName(rung.id);
    return summary.isEmpty() || summary == state ? Words::tr("%1: %2").arg(name, state)
                                                 : Words::tr("%1: %2, %3").arg(name, state, summary);
}

QString stageCount(const std::vector<Rung>& rungs, bool brief) {
    const auto total = static_cast<int>(rungs.size());
    if (total == 1) {
        const QString state = stateWords(rungs.front().state);
        const QString summary = QString::fromStdString(rungs.front().summary);
        return summary.isEmpty() || summary == state ? state : Words::tr("%1: %2").arg(state, summary);
    }
    const auto failed = static_cast<int>(countOf(rungs, RungState::failed));
    if (failed > 0) {
        return (brief ? Words::tr("%1 of %2 failed") : Words::tr("%1 of %2 rungs failed"))
            .arg(failed)
            .arg(total);
    }
    for (const RungState state : {RungState::not_checked, RungState::cannot_check}) {
        if (countOf(rungs, state) == total) {
            return stateWords(state);
        }
    }
    const auto passed = static_cast<int>(countOf(rungs, RungState::passed));
    return (brief ? Words::tr("%1 of %2 passed") : Words::tr("%1 of %2 rungs passed")).arg(passed).arg(total);
}

model::Meaning worst(const std::vector<Rung>& rungs) {
    if (rungs.empty()) {
        return model::Meaning::NotChecked;
    }
    const auto worse = [](const Rung& a, const Rung& b) { return badness(a.state) < badness(b.state); };
    return model::meaningOf(std::ranges::max_element(rungs, worse)->state);
}

} // namespace anchorscope::ui
