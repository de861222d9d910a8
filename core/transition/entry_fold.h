// What the rolling hash of an entry was folded over, as the tree shows it: for a trace of its steps.
#pragma once
#include "core/digest/step_trace.h"
#include "core/transition/tree.h"

namespace anchorscope::transition {

/// The fold's steps, of entry `entry` itself or of one of its lookups, with that lookup's own cursors. Return
/// data refers to the tree. Empty where the tree does not show every call in its place with its result, or a
/// revert span rolled some back.
[[nodiscard]] std::optional<std::vector<digest::FoldStep>> observed_fold(const table::ExecutionTable& table,
                                                                         const Tree& tree,
                                                                         std::uint32_t entry,
                                                                         std::uint32_t lookup = no_node);

/// A trace for each entry whose fold the tree shows, and for each of its lookups: tagged where the lookup
/// reverts, untagged where it is static. At most `most`.
[[nodiscard]] std::vector<digest::StepTrace> observed_traces(const table::ExecutionTable& table,
                                                             const Tree& tree, std::size_t most);

} // namespace anchorscope::transition
