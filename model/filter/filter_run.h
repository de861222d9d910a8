// A filter asked of every row of a tree. For workers: it can take a while, be cancelled, and says how far it
// is.
#pragma once
#include "model/filter/node_facts.h"
#include "model/filter/node_matches.h"

namespace anchorscope::model {

/// Empty when cancelled. Progress counts rows; where texts have to be made first, twice as many.
[[nodiscard]] std::optional<NodeMatches> runFilter(const FilterProgram& program, const NodeFacts& facts,
                                                   const Cancellation& cancellation = {},
                                                   const ProgressReport& progress = {});

/// With * for any text and ? for any one character; both are folded UTF-8.
[[nodiscard]] bool matchesPattern(std::string_view text, std::string_view pattern);

} // namespace anchorscope::model
