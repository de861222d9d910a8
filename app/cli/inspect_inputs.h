// What inspect is given beside the table: the other tables of the bundle, and traces. A tree is built from
// them that the ladder never judges by.
#pragma once
#include "app/cli/arguments.h"
#include "core/transition/mirror.h"
#include "core/transition/replay.h"
#include "core/transition/tree_sources.h"

namespace anchorscope::cli {

struct InspectInputs {
    std::vector<std::shared_ptr<const table::ExecutionTable>> peers;
    std::vector<std::shared_ptr<const chain::CallTrace>> traces;

    [[nodiscard]] bool any() const { return !peers.empty() || !traces.empty(); }
};

/// --peer and --trace, as often as given. A file that cannot be read is a UsageError; one that does not
/// decode an error that names it.
[[nodiscard]] Result<InspectInputs> inspect_inputs(const Arguments& arguments);

/// The tree with everything that was given, and the tables joined where there are several.
struct InspectedTree {
    transition::Tree tree;
    std::optional<transition::Bundle> bundle;
    transition::JoinedOrder joined;
};

/// `sources`: what the evidence allows.
[[nodiscard]] InspectedTree inspect_tree(const table::ExecutionTable& table, const InspectInputs& inputs,
                                         transition::TreeSources sources);

/// The table replayed; L1 tables among the peers count as later batches of the same block.
[[nodiscard]] transition::Replay inspect_replay(const table::ExecutionTable& table,
                                                const InspectInputs& inputs, const transition::Tree* tree,
                                                const transition::Bundle* bundle);

} // namespace anchorscope::cli
