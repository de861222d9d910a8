// What the proofs of versions before May's were bound to (PROTOCOL 1.3; Rollups.sol from January to May
// 2026). Entries are hashed in parts, with keys and states that no calldata holds:
//   entry = keccak(abi.encode(stateDeltas) ‖ [abi.encode(keys of the deltas' rollups)] ‖ [abi.encode(their
//           states before the batch)] ‖ actionHash, or abi.encode(action) ‖ abi.encode(nextAction), or
//           rolling or return hash)
//   January, February:  keccak(0x01 ‖ abi.encode(entries))
//   one prover:         keccak(parent hash ‖ time ‖ abi.encode(entries) ‖ abi.encode(blobs) ‖
//   keccak(callData)
//                       [‖ keccak(abi.encode(staticCalls))])
//   for each proof system, 25 April: the same ‖ hashedInteraction, with that system's keys in the entries
//   for each proof system, 1 May:    keccak(parent hash ‖ time ‖ abi.encode(rollupIds) ‖ abi.encode(keys) ‖
//                       abi.encode(entries) ‖ abi.encode(blobs) ‖ keccak(callData) ‖ interactions)
//   sub-batches (1 and 2 May): keccak(shared ‖ abi.encode(keys)), shared as the line before without keys,
//   with
//                       abi.encode(lookups) behind the entries
// Until 20 March the contracts of V1 took the block's number where later ones take its time. With V1's
// BatchPosted the chain tells the value; those events are not read here.
#pragma once
#include "core/digest/step_trace.h"

namespace anchorscope::digest {

namespace rules {
/// Something that a digest is made of was not stated.
inline constexpr std::string_view inputs_missing = "public_inputs.missing";
/// The version has no such digest.
inline constexpr std::string_view inputs_none = "public_inputs.none";
} // namespace rules

/// Whether the proofs of this version are bound as above. False of L2 tables.
[[nodiscard]] bool has_older_inputs(const table::TableFormat& format);
/// Parts that proofs are verified for, one by one: sub-batches, or the one batch.
[[nodiscard]] std::size_t proved_parts(const table::ExecutionTable& table);
/// Proofs of a part: one for each of its proof systems.
[[nodiscard]] std::size_t proofs_of_part(const table::ExecutionTable& table, std::size_t part);

/// The hash of an entry as the proof number `proof` of its part takes it.
[[nodiscard]] Result<StepTrace> older_entry_trace(const table::ExecutionTable& table, std::size_t entry,
                                                  std::size_t proof, const ProofInputs* inputs);
/// The shared public input of a sub-batch.
[[nodiscard]] Result<StepTrace> older_shared_trace(const table::ExecutionTable& table, std::size_t part,
                                                   const ProofInputs* inputs);
/// What a proof is verified against.
[[nodiscard]] Result<StepTrace> older_public_input_trace(const table::ExecutionTable& table, std::size_t part,
                                                         std::size_t proof, const ProofInputs* inputs);

/// Whose signature over that a proof is. An error where it has not the form of an ECDSA signature.
[[nodiscard]] Result<StepTrace> older_recovery_trace(const table::ExecutionTable& table, std::size_t part,
                                                     std::size_t proof, const ProofInputs* inputs);

inline constexpr std::size_t max_parts_traced = 1024; ///< of a table
inline constexpr std::size_t max_proofs_traced = 64;  ///< of all its parts: each hashes the entries anew

/// All of them that can be made, at most `most`: entries, then the parts. `missing` (null: not wanted) gets
/// the first reason for each that cannot be made.
[[nodiscard]] std::vector<StepTrace> older_traces(const table::ExecutionTable& table,
                                                  const ProofInputs* inputs, std::size_t most,
                                                  std::vector<Finding>* missing);

} // namespace anchorscope::digest
