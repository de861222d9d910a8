// How the order of a tree is known, in words.
#pragma once
#include "core/transition/tree.h"
#include <QString>

namespace anchorscope::model {

/// "tree from events", "tree ambiguous: 28 placements possible".
[[nodiscard]] QString basisText(const transition::Tree& tree);
/// "28 placements possible", "at least 1 000 placements possible", "no placement possible".
[[nodiscard]] QString candidatesText(const transition::CandidateCount& candidates);

} // namespace anchorscope::model
