// Digests of a table's parts (PROTOCOL 1.4): what each is made of, and its value.
#pragma once
#include "core/digest/digest_kind.h"
#include "core/digest/preimage.h"
#include "core/table/execution_table.h"

namespace anchorscope::digest {

/// One computed digest. `subject` is a field path: "entries[0]", "entries[0].calls[1]", "lookups[0]",
/// "batch".
struct Digest {
    DigestKind kind{};
    std::string subject;
    Hash32 value;
    ByteRange range; ///< of the calldata that the preimage mainly comes from
};

/// keccak(abi.encode(targetRollupId, targetAddress, value, data, sourceAddress, sourceRollupId)), loose
/// arguments.
[[nodiscard]] Preimage call_hash_preimage(const table::Call& call, std::uint64_t target_rollup,
                                          ByteView calldata);
[[nodiscard]] Hash32 call_hash(std::uint64_t target_rollup, const Address& target, const U256& value,
                               ByteView data, const Address& source, const U256& source_rollup);
/// keccak(abi.encode(struct)): the leading 0x20 word, then the element's canonical encoding.
[[nodiscard]] Preimage entry_hash_preimage(const table::ExecutionTable& table, std::size_t entry);
[[nodiscard]] Preimage lookup_hash_preimage(const table::ExecutionTable& table, std::size_t lookup);

[[nodiscard]] std::vector<Hash32> entry_hashes(const table::ExecutionTable& table);
[[nodiscard]] std::vector<Hash32> lookup_hashes(const table::ExecutionTable& table);

/// keccak(abi.encode(entryHashes) ‖ abi.encode(lookupHashes) ‖ abi.encode(blobHashes) ‖ keccak(callData) ‖
/// crossProofSystemInteractions). Empty for L2 tables, and where blobs are used and their hashes not given.
[[nodiscard]] std::optional<Hash32>
shared_public_input(const table::ExecutionTable& table,
                    std::optional<std::span<const Hash32>> blob_hashes = {});

/// Every digest of the table that needs nothing from outside, entries first, in table order. Call hashes need
/// the executing domain; left out where it is unknown.
[[nodiscard]] std::vector<Digest> table_digests(const table::ExecutionTable& table);

} // namespace anchorscope::digest
