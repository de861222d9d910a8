// An L1 table replayed without the state of its rollups: which entries run when they are taken in order, what
// becomes of each rollup's root and ether, and what a second batch in the same block drops. Limits: 1. a
// rollup starts from the only root that none of its deltas leads to (of several, its first delta's); 2.
// queues are taken as far as their roots allow, in table order where several could go on (in truth callers
// choose); 3. what came in and what calls sent is known only where a call's preimage and outcome are.
#pragma once
#include "core/transition/entry_queues.h"
#include "core/transition/peer_tables.h"
#include "core/transition/tree.h"

namespace anchorscope::transition {

namespace rules {
inline constexpr std::string_view replay_ether =
    "replay.ether"; ///< deltas are not what came in less what was sent (EtherDeltaMismatch)
inline constexpr std::string_view replay_nested_value =
    "replay.nested_value"; ///< ether sent inside a nested call, which the contract does not count
inline constexpr std::string_view replay_blocked =
    "replay.blocked"; ///< an entry that can never run (StateRootMismatch), and those behind it
inline constexpr std::string_view replay_skipped =
    "replay.skipped"; ///< an immediate entry that reverts: an alternative
inline constexpr std::string_view replay_dropped =
    "replay.dropped"; ///< a later batch of the block takes the place of the rollup's queue
inline constexpr std::string_view replay_balance =
    "replay.balance"; ///< a rollup needs ether that it must have had before (InsufficientRollupBalance)
} // namespace rules

inline constexpr std::size_t max_replay_findings = 1000;

enum class EntryPhase : std::uint8_t {
    immediate, ///< run while the batch is posted, by the manager itself
    transient, ///< by a call of the poster's hook
    queued     ///< behind the posting, by a call or executeL2TX
};
[[nodiscard]] std::string_view name(EntryPhase phase);

enum class EntryFate : std::uint8_t {
    runs,
    skipped, ///< immediate, and its rollups stand at other roots
    blocked, ///< its rollups never stand at the roots that it expects
    behind,  ///< waits for a blocked one
    dropped  ///< a later batch of the block came before it was taken
};
[[nodiscard]] std::string_view name(EntryFate fate);

/// What an entry does to ether, in wei, two's complement.
struct EntryEther {
    U256 deltas;              ///< sum of the entry's etherDelta
    std::optional<U256> in;   ///< with the calls that left; empty where a value is not known
    std::optional<U256> sent; ///< by successful calls of the entry's own level, as the contract counts
};

struct ReplayedEntry {
    EntryPhase phase{};
    std::size_t position = 0; ///< in the transient table or in its rollup's queue
    EntryFate fate = EntryFate::runs;
    std::string reason; ///< empty where it runs
    EntryEther ether;
};

/// One rollup through the block.
struct RollupAccount {
    U256 rollup;
    Hash32 first, last;      ///< roots
    U256 change;             ///< of its ether, two's complement
    U256 needed;             ///< that it must have had at the start
    std::uint64_t steps = 0; ///< deltas applied
};

struct Replay {
    std::vector<ReplayedEntry> entries; ///< one an entry of the table
    std::vector<std::uint32_t> order;   ///< entries that run, as they do
    std::vector<RollupAccount> rollups; ///< ascending; after this table
    std::vector<Finding> findings;
};

/// A table as it is posted in a block.
struct PostedTable {
    const table::ExecutionTable* table = nullptr;
    const Tree* tree = nullptr; ///< of the table, if there is one: outcomes of its calls
    /// Entries of each rollup's queue that were taken before the next batch; empty: all that could.
    std::map<U256, std::size_t> taken{};
};

/// L1 tables in the order in which they are posted in one block; one result each. `bundle`, where given,
/// knows the values behind call hashes.
[[nodiscard]] std::vector<Replay> replay_block(std::span<const PostedTable> posted,
                                               const Bundle* bundle = nullptr);

} // namespace anchorscope::transition
