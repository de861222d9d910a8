// Which bytes of a table are known to be wrong: those of a pre-state that differ from the post-state before
// it, and those of a rolling hash that differ from the recomputed one.
#pragma once
#include "core/transition/tree.h"
#include "core/verify/report.h"

namespace anchorscope::ui {

/// Ascending, without overlaps, in the calldata. `examined` and `tree` may be null. At most
/// max_differing_ranges.
[[nodiscard]] std::vector<ByteRange> differingBytes(const table::ExecutionTable& table,
                                                    const verify::TablePart* examined,
                                                    const transition::Tree* tree);

inline constexpr std::size_t max_differing_ranges = 10000; ///< nobody looks at more

} // namespace anchorscope::ui
