// The contracts on L1 of the rollups in a table's batch: stated by the user, else as the manager logged them
// when it registered the rollup. Such a log counts only in proven receipts of an authentic block that is not
// behind the batch's. Limits: 1. what a search names is a hint, read in its block; 2. that the contract was
// not changed later no log at hand can show, and what it answers is an endpoint's word; 3. a contract that
// nobody stated proves nothing: anyone can register one, with a prover of his own; it is named, for the user
// to state;
// 4. at most max_rollups_searched rollups.
#pragma once
#include "core/anchor/log_search.h"
#include "core/verify/locate.h"

namespace anchorscope::verify {

struct RollupContract {
    Address address;
    std::optional<std::size_t> block; ///< index into Evidence::blocks, of the log; empty: stated by the user
};

struct RollupContracts {
    std::map<std::uint64_t, RollupContract> known; ///< by rollup id
    std::vector<Hash32> unknown;                   ///< ids of the others, as words
    std::string conflict; ///< the manager logged another contract for one rollup, too; empty: it did not
};
/// Of the batch's rollups; logs count only where `proof` is required. `upto` is an index into
/// Evidence::blocks: the block whose state will be read.
[[nodiscard]] RollupContracts rollup_contracts(const Request& request, const Evidence& evidence,
                                               std::size_t upto);

/// A search that would help: by whom (not yet searched), for which ids, up to which height.
struct RollupSearchWanted {
    std::vector<Hash32> ids;
    std::uint64_t last = 0;
};
/// Only where `proof` is required, a batch was seen, and no transaction is known to carry the table.
[[nodiscard]] std::optional<RollupSearchWanted> rollup_search_wanted(const Request& request,
                                                                     const Evidence& evidence);

/// What such a search asks for.
[[nodiscard]] anchor::LogSearchGoal rollup_search_goal(const Need& need, std::uint64_t chain_id);

/// Indices into Evidence::blocks: those that hold a log of the manager which registers a rollup of the table.
[[nodiscard]] std::vector<std::size_t> rollup_blocks(const Request& request, const Evidence& evidence);

} // namespace anchorscope::verify
