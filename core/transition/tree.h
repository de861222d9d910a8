// The tree of cross-domain transitions as a flat array of nodes in display order (depth first). Built from
// the manager's events (deterministic outside revert spans), from a trace, from the other tables of the
// bundle, or from the table alone as far as that decides.
#pragma once
#include "core/transition/manager_events.h"
#include "core/transition/placement.h"

namespace anchorscope::transition {

namespace rules {
inline constexpr std::string_view events_differ = "events.differ"; ///< an entry did not run as the table says
inline constexpr std::string_view events_not_executed =
    "events.not_executed"; ///< the logs do not show an entry
inline constexpr std::string_view events_alternative =
    "events.alternative"; ///< not executed, and another entry took its pre-state
} // namespace rules

enum class NodeKind : std::uint8_t {
    bundle,      ///< the posting call; root
    entry,       ///< a call enters the table's side of a rollup (or comes from it)
    call,        ///< a flat call
    nested,      ///< a call that leaves again while a flat call runs
    revert_span, ///< flat calls rolled back together; inside unseen by events
    lookup,      ///< an expected lookup, listed with its entry: where it happened is not in events
    call_return, ///< the way back of the node `returns_from`
    unwind,      ///< calls that had been executed are undone, because their caller reverted (V1, EMSG)
    operation    ///< EMSG: what concerns one chain alone
};

enum class Outcome : std::uint8_t { unknown, success, failure, rolled_back };

inline constexpr std::uint32_t no_node = ~std::uint32_t{0};

struct Node {
    NodeKind kind = NodeKind::bundle;
    Outcome outcome = Outcome::unknown;
    std::uint16_t depth = 0; ///< capped at 65535; bundle is 0
    std::uint32_t parent = no_node;
    std::uint32_t subtree_end = 0; ///< one past the last node of the subtree
    Domain from, to;               ///< caller's and callee's domain
    std::uint32_t entry = no_node; ///< index of the entry, for all nodes but the bundle; EMSG: none
    std::uint32_t index =
        no_node; ///< call: flat index in the entry (0-based); nested/lookup: index; span: first call; EMSG:
                 ///< of the message; V1: none, for an entry has one action
    std::uint32_t span_length = 0;        ///< revert_span, unwind: calls rolled back, as far as they are seen
    std::uint32_t returns_from = no_node; ///< call_return only
    bool placed = true;                   ///< false: its position among its siblings is not known
    std::uint32_t event = no_node;        ///< index into Tree::events of the event that showed it
    std::uint32_t result = no_node;       ///< call: index into Tree::results, where known without an event
    std::uint32_t lookup = no_node; ///< call, nested: of this lookup of the entry, not of the entry itself
};

/// How the order of transitions is known. Of a whole tree, what its weakest entry rests on: the later, the
/// weaker.
enum class TreeBasis : std::uint8_t {
    table,  ///< the table leaves nothing to decide
    linked, ///< V1: hashes of actions and state roots lead from entry to entry
    events, ///< the manager's logs
    trace,  ///< what was called inside a transaction, as a node tells it
    peer,   ///< results from the other tables of the bundle, confirmed by the rolling hash
    solved, ///< the only placement that counts and lookups allow
    ambiguous
};
[[nodiscard]] std::string_view name(TreeBasis basis);

/// How the order within an entry is known.
struct EntryOrder {
    TreeBasis basis = TreeBasis::table;
    CandidateCount candidates{1, false}; ///< placements that remain possible
    std::string detail;                  ///< one sentence; empty where nothing was to decide
};

/// The result of a flat call that no event shows.
struct KnownResult {
    bool success = false;
    Bytes return_data;
};

/// How an entry fared when recomputed from what was observed.
enum class ExecutionState : std::uint8_t {
    equal,              ///< recomputed from events, equal to the table's rolling hash
    differs,            ///< recomputed and different, or counts, call hashes or states differ
    nothing_to_observe, ///< no calls: hash 0 whatever happened
    not_observable,     ///< a revert span hides the results from events
    not_executed,       ///< events are there, this entry's are not
    no_events
};

struct EntryExecution {
    ExecutionState state = ExecutionState::no_events;
    std::optional<Hash32> recomputed;  ///< from the observed results
    std::vector<std::uint32_t> events; ///< indices into Tree::events, in order
    std::string detail;                ///< why, one sentence
    bool skipped_alternative = false;  ///< same pre-state as an executed sibling: an alternative not taken
};

struct Tree {
    TreeBasis basis = TreeBasis::ambiguous;
    std::vector<Node> nodes;             ///< nodes[0] is the bundle
    std::vector<ManagerEvent> events;    ///< all that were given; nodes refer to them
    std::vector<EntryExecution> entries; ///< one an entry of the table
    std::vector<EntryOrder> orders;      ///< the same
    /// The node of each entry where they do not stand in the table's order (V1); else empty.
    std::vector<std::uint32_t> entry_nodes;
    CandidateCount candidates{1, false}; ///< trees that remain possible: those of all entries multiplied
    std::vector<KnownResult> results;    ///< nodes refer to them
    std::vector<Domain> domains;         ///< that occur, ascending, L1 first
    std::vector<Finding> findings;

    /// "entries[0].calls[1]": the field path of a node in the calldata, spelled with the format's own field
    /// names.
    [[nodiscard]] std::string field_path(const table::ExecutionTable& table, std::uint32_t node) const;
    /// Byte range of a node in the calldata; of the bundle, all of it.
    [[nodiscard]] ByteRange range(const table::ExecutionTable& table, std::uint32_t node) const;
    /// The calls and nested calls that a node's index counts in: the entry's, or those of its lookup.
    [[nodiscard]] std::span<const table::Call> calls_of(const table::ExecutionTable& table,
                                                        std::uint32_t node) const;
    [[nodiscard]] std::span<const table::NestedCall> nested_of(const table::ExecutionTable& table,
                                                               std::uint32_t node) const;
    /// Index of the first node of a byte's deepest owner.
    [[nodiscard]] std::uint32_t node_at(const table::ExecutionTable& table, std::uint64_t offset) const;

private:
    /// Where V1's tables and messages hold a node.
    [[nodiscard]] std::optional<ByteRange> action_range(const table::ExecutionTable& table,
                                                        std::uint32_t node) const;
    [[nodiscard]] std::uint32_t message_at(const table::ExecutionTable& table, std::uint64_t offset) const;
    /// Where the table holds what comes back from a node.
    [[nodiscard]] ByteRange return_range(const table::ExecutionTable& table, std::uint32_t node) const;
};

/// Rebuilds from events; entries without events keep what the table alone tells (the only placement that it
/// allows, if there is only one). With no events: from the table.
[[nodiscard]] Tree build_tree(const table::ExecutionTable& table, std::vector<ManagerEvent> events);

/// Where the events are those of a part of a block only. `remark` says so ("only 2 receipts of block 7 are at
/// hand"): an entry that they do not show has no_events with that remark, and is never not_executed; so does
/// a skipped entry in whose place they show no other. What is shown is compared, and a difference is a
/// warning.
[[nodiscard]] Tree build_tree_from_part(const table::ExecutionTable& table, std::vector<ManagerEvent> events,
                                        std::string remark);

} // namespace anchorscope::transition
