// What the filter language says in words: why a text is no filter, and what fields and operators mean.
#pragma once
#include "model/filter/filter_problem.h"
#include "model/filter/filter_program.h"
#include <QString>

namespace anchorscope::model {

/// One sentence without its place: "No field is called “domian”: is “domain” meant?"
[[nodiscard]] QString filterProblemText(const FilterProblem& problem);
/// "Character 8: …", or "At the end: …".
[[nodiscard]] QString filterProblemPlaced(const FilterProblem& problem, qsizetype textLength);
/// "rollup where execution stands; 0 is L1".
[[nodiscard]] QString filterFieldHelp(FilterField field);
/// As it is written: "==".
[[nodiscard]] QString filterOperatorText(FilterOperator op);
/// "equals".
[[nodiscard]] QString filterOperatorHelp(FilterOperator op);

} // namespace anchorscope::model
