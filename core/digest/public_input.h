// What a proof of a batch is bound to (PROTOCOL 1.4): the shared public input, and for each proof system what
// the rollups that list it add.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::digest {

/// keccak(abi.encode(entryHashes) ‖ abi.encode(lookupHashes) ‖ abi.encode(blobHashes) ‖ keccak(callData) ‖
/// crossProofSystemInteractions) (EEZ.sol, _verifyProofSystemBatch).
[[nodiscard]] Hash32 shared_public_input_of(const table::Batch& batch, std::span<const Hash32> entry_hashes,
                                            std::span<const Hash32> lookup_hashes,
                                            std::span<const Hash32> blob_hashes);

/// What a rollup's contract answers while a batch is posted.
struct RollupInputs {
    std::vector<Hash32>
        vkeys; ///< checkProofSystemsAndGetVkeys: one for each proof system that it lists, in its order
    Hash32 block_hash; ///< getTimestampAndBlockHash
    U256 timestamp;
};

/// acc_k: from 0, for each rollup (in batch order) that lists proof system `proof_system`,
/// keccak(abi.encode(acc, rollupId, vkey, blockHash, timestamp)). `rollups` are as many as the batch's, each
/// with as many keys as it lists proof systems; empty otherwise, and where no such proof system is there.
[[nodiscard]] std::optional<Hash32> accumulated_inputs(const table::Batch& batch, std::size_t proof_system,
                                                       std::span<const RollupInputs> rollups);
/// publicInputsHash_k = keccak(sharedPublicInput ‖ acc_k): what proof system k's proof is verified against.
[[nodiscard]] Hash32 public_inputs_hash(const Hash32& shared_public_input, const Hash32& accumulated);

} // namespace anchorscope::digest
