// The shared public input from hashes that are there already.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::digest {

/// keccak(abi.encode(entryHashes) ‖ abi.encode(lookupHashes) ‖ abi.encode(blobHashes) ‖ keccak(callData) ‖
/// crossProofSystemInteractions) (EEZ.sol, _verifyProofSystemBatch).
[[nodiscard]] Hash32 shared_public_input_of(const table::Batch& batch, std::span<const Hash32> entry_hashes,
                                            std::span<const Hash32> lookup_hashes,
                                            std::span<const Hash32> blob_hashes);

} // namespace anchorscope::digest
