#include "ui/views/verdict_text.h"
#include "core/report/text_report.h"
#include "ui/views/banner_text.h"
#include <QCoreApplication>

namespace anchorscope::ui {

namespace {

/// As it is kept; lists translate it when they show it.
QString stored(const char* word) { return QString::fromLatin1(word); }

} // namespace

QString verdictText(const model::Session& session) {
    const model::Parts& parts = session.parts();
    if (!parts.report || !parts.request || !parts.evidence) {
        const BannerText text = bannerText(session);
        return text.headline.isEmpty() ? QString()
                                       : text.headline + QLatin1Char('\n') + text.reason + QLatin1Char('\n');
    }
    const report::Subject subject{*parts.request, *parts.evidence, parts.examined.get(), parts.tree.get()};
    return QString::fromStdString(report::verify_text(*parts.report, subject, {}));
}

QString verdictWord(const verify::Report& report) {
    const auto finality = report.rungs.at(static_cast<std::size_t>(verify::RungId::finality)).state;
    switch (report.verdict) {
    case verify::Verdict::verified:
        return finality == verify::RungState::passed_not_final
                   ? stored(QT_TRANSLATE_NOOP("anchorscope::ui::VerdictText", "Match, not final"))
                   : stored(QT_TRANSLATE_NOOP("anchorscope::ui::VerdictText", "Verified"));
    case verify::Verdict::mismatch:
        return stored(QT_TRANSLATE_NOOP("anchorscope::ui::VerdictText", "Mismatch"));
    case verify::Verdict::unproven:
        return stored(QT_TRANSLATE_NOOP("anchorscope::ui::VerdictText", "Unproven"));
    case verify::Verdict::malformed:
        return stored(QT_TRANSLATE_NOOP("anchorscope::ui::VerdictText", "Malformed"));
    }
    return {};
}

} // namespace anchorscope::ui
