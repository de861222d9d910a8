// What the ladder says: names, counts and states in words, without a widget.
#pragma once
#include "core/verify/report.h"
#include "model/items/meaning.h"
#include <QString>

namespace anchorscope::ui {

[[nodiscard]] QString rungName(verify::RungId id);    ///< "digest"
[[nodiscard]] QString stageName(verify::Stage stage); ///< "Commitment"
/// The rungs of a stage, in order.
[[nodiscard]] std::vector<verify::RungId> rungsOf(verify::Stage stage);
/// Those of a report; all "not checked" without one.
[[nodiscard]] std::vector<verify::Rung> rungsOf(const verify::Report* report, verify::Stage stage);

/// What the rung's button says below its name: its summary, else its state.
[[nodiscard]] QString rungSummary(const verify::Rung& rung);
/// "passed, not final"
[[nodiscard]] QString stateWords(verify::RungState state);
/// For screen readers: "block: passed, pinned: sample".
[[nodiscard]] QString rungSentence(const verify::Rung& rung);
/// "3 of 3 rungs passed", "1 of 6 failed", "passed: transaction", "not checked". Counts as passed only what
/// passed: never "passed, not final". `brief` leaves out the noun.
[[nodiscard]] QString stageCount(const std::vector<verify::Rung>& rungs, bool brief);
/// Failed, then what is not known, then not final, then passed.
[[nodiscard]] model::Meaning worst(const std::vector<verify::Rung>& rungs);

} // namespace anchorscope::ui
