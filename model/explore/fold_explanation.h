// Where a fold leaves the table's, if one well-known mistake explains it: the end of a call hashed with the
// call's own number instead of the number of the last call begun (the contracts take the latter). An
// explanation, never a pass. Limits: folds of at most max_explained_steps steps; one call, or all of them.
#pragma once
#include "model/explore/explored_digest.h"

namespace anchorscope::model {

inline constexpr std::size_t max_explained_steps = 256;

struct FoldExplanation {
    std::size_t step = 0; ///< the first that the table's maker hashed otherwise
    QString own, live;    ///< the numbers: of the call, and of the last one begun
    bool all = false;     ///< in every such step
};

/// Empty where the fold gives `stated`, and where this mistake does not explain the difference.
[[nodiscard]] std::optional<FoldExplanation> explainFold(const ExploredDigest& digest, const Hash32& stated);

} // namespace anchorscope::model
