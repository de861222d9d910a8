#include "ui/present/slide_text.h"
#include "core/crypto/hash_function.h"
#include "core/digest/profile.h"
#include "model/items/texts.h"
#include "model/session/samples.h"
#include "ui/views/report_places.h"
#include "ui/widgets/ladder_words.h"
#include <QCoreApplication>
#include <QFileInfo>

namespace anchorscope::ui {

using model::SlideKind;
using verify::RungId;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::PresentView)
};

QString sourceText(const model::Session& session) {
    const model::Parts& parts = session.parts();
    QString name = QFileInfo(session.files().table).fileName();
    for (const model::Sample& sample : model::samples()) {
        if (session.files().table.startsWith(sample.folder + u'/')) {
            name = sample.title;
        }
    }
    const auto block = parts.report ? anchorBlockNumber(*parts.report, parts.evidence.get()) : std::nullopt;
    return block ? Words::tr("%1 · block %2").arg(name).arg(*block) : name;
}

/// What is hashed, by what, and what comes out, beside what was anchored.
void addDigestFacts(model::Slide& slide, const verify::Report& report) {
    const auto of_calldata =
        std::ranges::find_if(report.observations, [](const digest::ObservationDigest& each) {
            return each.profile != nullptr && each.profile->id == "calldata";
        });
    const digest::ObservationDigest* shown = nullptr;
    if (report.matched) {
        shown = &*report.matched;
    } else if (!report.observations.empty()) {
        shown = of_calldata != report.observations.end() ? &*of_calldata : &report.observations.front();
    }
    if (shown != nullptr && shown->profile != nullptr) {
        slide.facts.append({Words::tr("Hashed as"), model::textOf(shown->profile->id)});
        slide.facts.append({Words::tr("By"), model::textOf(crypto::name(shown->function))});
        slide.facts.append({Words::tr("Computed here"), model::shortHexText(shown->value.view()), true,
                            report.matched ? model::Meaning::Passed : model::Meaning::None});
    }
    if (report.expected_digest) {
        slide.facts.append({Words::tr("Anchored"), model::shortHexText(report.expected_digest->view()), true,
                            report.matched ? model::Meaning::None : model::Meaning::Failed});
    }
}

void fillRung(ShownSlide& shown, const verify::Report& report, const verify::Evidence* evidence) {
    const RungId id = *shown.slide.rung;
    const RungStatement rung = rungStatement(report, evidence, id);
    shown.rung = rung;
    shown.meaning = rung.meaning;
    shown.slide.title = rung.statement;
    shown.slide.text = rung.detail;
    if (id == RungId::digest) {
        addDigestFacts(shown.slide, report);
    } else {
        shown.slide.facts.append({rungName(id),
                                  stateWords(report.rungs.at(static_cast<std::size_t>(id)).state), false,
                                  rung.meaning});
        if (!rung.basis.isEmpty() && rung.basis != rung.detail) {
            shown.slide.facts.append({Words::tr("On whose word"), rung.basis});
        }
        if (!rung.expected.isEmpty()) {
            shown.slide.facts.append({Words::tr("Expected"), rung.expected, true});
        }
        if (!rung.actual.isEmpty()) {
            shown.slide.facts.append({Words::tr("Found"), rung.actual, true});
        }
    }
}

void fillVerdict(ShownSlide& shown, const verify::Report& report) {
    shown.meaning = shown.banner.meaning;
    shown.slide.title = shown.banner.headline;
    shown.slide.text = shown.banner.reason;
    for (const verify::Rung& rung : report.rungs) {
        shown.rungs.append({rungName(rung.id), stateWords(rung.state), false, model::meaningOf(rung.state)});
    }
}

} // namespace

ShownSlide shownSlide(const model::Session& session, const model::Presentation& presentation, int index) {
    ShownSlide shown;
    shown.slide = presentation.slide(index);
    shown.banner = bannerText(session, {});
    shown.source = sourceText(session);
    const auto& report = session.parts().report;
    if (shown.slide.kind == SlideKind::Rung && report) {
        fillRung(shown, *report, session.parts().evidence.get());
    } else if (shown.slide.kind == SlideKind::Verdict && report) {
        fillVerdict(shown, *report);
    } else if (shown.slide.kind == SlideKind::Nothing) {
        shown.slide.title = shown.banner.headline;
        shown.slide.text = shown.banner.reason;
    }
    return shown;
}

QString spoken(const ShownSlide& shown, int index, int count) {
    QStringList parts{Words::tr("%1 of %2").arg(index + 1).arg(count), shown.slide.title, shown.slide.text};
    if (const auto& fold = shown.slide.fold; fold) {
        parts += Words::tr("%1: from %2, tag %3, number %4, the hash becomes %5")
                     .arg(fold->name, fold->before, fold->tag, fold->number, fold->after);
    }
    if (const auto& end = shown.slide.end; end) {
        parts += Words::tr("Computed %1, the table says %2. %3").arg(end->computed, end->stated, end->words);
    }
    parts += shown.slide.unseen;
    for (const auto& facts : {shown.slide.facts, shown.rungs}) {
        for (const model::SlideFact& fact : facts) {
            parts += Words::tr("%1: %2").arg(fact.label, fact.value);
        }
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

} // namespace anchorscope::ui
