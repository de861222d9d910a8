// What a slide says, in the words that the window uses elsewhere: the verdict's slide and the rungs' take
// theirs from the banner and from the statements of the proof's panel, so that they can never say more.
#pragma once
#include "model/present/presentation.h"
#include "ui/views/banner_text.h"
#include "ui/views/rung_statement.h"

namespace anchorscope::ui {

struct ShownSlide {
    model::Slide slide;                            ///< title, text and facts filled in whatever its kind
    std::optional<RungStatement> rung;             ///< of a rung's slide
    QList<model::SlideFact> rungs;                 ///< of the verdict's slide: all ten, with their states
    model::Meaning meaning = model::Meaning::None; ///< of the whole slide: of a rung's and the verdict's
    BannerText banner;                             ///< what the banner says now
    QString source;                                ///< "Deep re-entry · block 41"
};

[[nodiscard]] ShownSlide shownSlide(const model::Session& session, const model::Presentation& presentation,
                                    int index);
/// All that a reader of the screen is told: title, text, hash, facts.
[[nodiscard]] QString spoken(const ShownSlide& shown, int index, int count);

} // namespace anchorscope::ui
