// The profile `entry-root`: a table's entries as leaves of a Merkle tree, so that one rollup's entries can be
// shown without the rest (slice.h). The leaf of an entry is its hash as keccak(abi.encode(entry)), whatever
// the table's version.
#pragma once
#include "core/digest/merkle_tree.h"
#include "core/table/execution_table.h"

namespace anchorscope::digest {

/// Over the entry hashes in table order.
[[nodiscard]] MerkleTree entry_tree(crypto::HashFunction tree_function, const table::ExecutionTable& table);
/// ASCII "anchorscope/entry-root/1", a zero byte, the count as uint256, the root: a bare root does not bind
/// the size of the tree.
[[nodiscard]] Bytes entry_root_observation(std::uint64_t count, const Hash32& root);

} // namespace anchorscope::digest
