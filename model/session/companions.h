// What the user gives beside a table to tell the order of its transitions: the other tables of the bundle,
// and traces. What follows from them is shown; the ladder never judges by it.
#pragma once
#include "core/report/annex.h"
#include "core/transition/mirror.h"
#include "core/transition/replay.h"
#include "core/transition/tree_sources.h"
#include "model/session/case_inputs.h"

namespace anchorscope::model {

namespace rules {
inline constexpr std::string_view companion_unreadable = "companion.unreadable"; ///< no such file, too large
inline constexpr std::string_view trace_without_manager =
    "trace.no_manager"; ///< a trace is there, and not whose calls to follow in it
} // namespace rules

struct Companions {
    std::vector<std::shared_ptr<const table::ExecutionTable>> peers;
    std::vector<std::shared_ptr<const chain::CallTrace>> traces;
    std::vector<Error> broken; ///< files that are not what they were given as; `place` is "peer l2.hex: …"

    std::vector<report::InputFile> files; ///< all that could be read, sound or not

    [[nodiscard]] bool any() const { return !peers.empty() || !traces.empty(); }
};

/// Decodes CaseFiles::peers and ::traces, in their order. Never fails: see `broken`.
[[nodiscard]] std::shared_ptr<const Companions> readCompanions(const CaseFiles& files);

/// A table's transitions with everything that is known of their order. Keeps alive what it points into.
struct BundleOrder {
    std::shared_ptr<const table::ExecutionTable> table;
    std::shared_ptr<const Companions> companions;
    std::shared_ptr<const transition::Tree> tree;
    std::optional<transition::Bundle> bundle; ///< with peers: the table, then its peers
    transition::JoinedOrder joined;           ///< of the bundle
    std::optional<transition::Replay>
        replay;                 ///< of an L1 table; L1 peers count as later batches of its block
    bool tracesFollowed = true; ///< false: no manager is stated

    /// Of broken companions, of the tree where it was built with companions, of the bundle and of the replay.
    [[nodiscard]] std::vector<Finding> findings() const;
};

/// `plain`: the tree that the ladder judges by, which is kept where nothing adds to it. `sources`: what the
/// evidence tells.
[[nodiscard]] std::shared_ptr<const BundleOrder> orderOf(std::shared_ptr<const table::ExecutionTable> table,
                                                         std::shared_ptr<const Companions> companions,
                                                         std::shared_ptr<const transition::Tree> plain,
                                                         transition::TreeSources sources);

} // namespace anchorscope::model
