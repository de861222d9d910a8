// Every digest that a case has, by its id: "entry_hash:entries[0]", "rolling_hash:entries[0].lookups[1]",
// "observation:sha2-256:calldata", "block_hash:0", "transaction_hash:0:1", "receipts_root:0:1",
// "slice_entry:2". Computed when it is looked at, by core and from the session's parts alone; nothing here
// alters them. Made for a worker: call it off the UI thread where inputs are large.
#pragma once
#include "core/base/cancellation.h"
#include "model/explore/explored_digest.h"
#include "model/session/session.h"

namespace anchorscope::model {

/// Never null: what cannot be taken apart says why.
[[nodiscard]] std::shared_ptr<const ExploredDigest> explore(const Parts& parts, const QString& id,
                                                            const Cancellation& cancellation = {});
/// Any trace of core, as it is. Ranges of its messages count in the table's calldata.
[[nodiscard]] ExploredDigest explored(digest::StepTrace trace,
                                      const std::shared_ptr<const table::ExecutionTable>& table, Told told);

inline constexpr std::size_t max_more_digests = 5000;
/// Those that DigestModel does not list by itself: of lookups, of what proofs are bound to, of a slice's
/// entries, of the blocks of anchor and posting.
[[nodiscard]] std::vector<NamedDigest> moreDigests(const Parts& parts, const Cancellation& cancellation = {});

/// The entry-root tree of larger tables is shown as its root alone.
inline constexpr std::size_t max_tree_leaves = 256;

} // namespace anchorscope::model
