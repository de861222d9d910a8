// How a digest came about: every message that was hashed, in order, as pieces that lie in the calldata or are
// literal, and the value after each. One form for all kinds, so that they are shown alike. Made for a
// selection, never stored for a whole table. Limits: 1. a step hashes one message with one function; 2. what
// a hash cannot show, the recovery of a signer, is a step whose message is the digest and the signature and
// whose value is the address as a word. CREATE2 addresses of proxies: proxy_address.h.
#pragma once
#include "core/digest/proof_inputs.h"
#include "core/digest/rolling_hash.h"
#include "core/digest/table_digests.h"

namespace anchorscope::digest {

enum class StepRule : std::uint8_t {
    hash,     ///< value = function(message)
    recovery, ///< value = the address whose key signed the message's first 32 bytes; the rest is r ‖ s ‖ v
};

struct TraceStep {
    std::string name;             ///< "CALL_BEGIN 1", "rollup 2"
    std::optional<Hash32> before; ///< the value that the step goes on from; its message then begins with it
    Preimage message;
    Hash32 after;
    StepRule rule = StepRule::hash;
};

struct StepTrace {
    DigestKind kind{};
    std::string subject; ///< as Digest::subject
    crypto::HashFunction function = crypto::HashFunction::keccak_256;
    std::vector<TraceStep> steps;

    /// The digest: the value of the last step, zero where there is none (an entry without calls folds to 0).
    [[nodiscard]] Hash32 value() const { return steps.empty() ? Hash32{} : steps.back().after; }
};

/// Whether every step's value follows from its message, and every chained step goes on from the one before.
[[nodiscard]] bool holds(const StepTrace& trace, ByteView calldata);

[[nodiscard]] StepTrace call_hash_trace(const table::ExecutionTable& table, const table::Call& call,
                                        std::string subject);
[[nodiscard]] StepTrace entry_hash_trace(const table::ExecutionTable& table, std::size_t entry);
/// V1: of the action that comes next.
[[nodiscard]] StepTrace action_hash_trace(const table::ExecutionTable& table, std::size_t entry);
[[nodiscard]] StepTrace lookup_hash_trace(const table::ExecutionTable& table, std::size_t lookup);

/// The rolling hash over what was observed: of an entry; of a lookup that reverts, with cursors of its own
/// that begin at 1.
[[nodiscard]] StepTrace rolling_hash_trace(std::string subject, std::span<const FoldStep> steps);

/// What a static call inside a lookup returned.
struct CallOutcome {
    bool success = false;
    ByteView return_data;
};
/// Of a static lookup: h = keccak(h ‖ success ‖ return data), untagged, from zero.
[[nodiscard]] StepTrace static_lookup_trace(std::string subject, std::span<const CallOutcome> outcomes);
[[nodiscard]] Hash32 static_lookup_hash(std::span<const CallOutcome> outcomes);

/// keccak(callData), then the shared public input. Empty where shared_public_input is.
[[nodiscard]] std::optional<StepTrace>
shared_public_input_trace(const table::ExecutionTable& table,
                          std::optional<std::span<const Hash32>> blob_hashes = {});
/// acc_k, one step for each rollup that lists proof system k. Empty where public_inputs is.
[[nodiscard]] std::optional<StepTrace> accumulator_trace(const table::ExecutionTable& table,
                                                         std::size_t proof_system, const ProofInputs& inputs);
/// publicInputsHash_k. Empty where public_inputs is.
[[nodiscard]] std::optional<StepTrace>
public_inputs_trace(const table::ExecutionTable& table, std::size_t proof_system, const ProofInputs& inputs);
/// Whose signature over publicInputsHash_k proofs[k] is. Empty where it has not the form of an ECDSA
/// signature.
[[nodiscard]] std::optional<StepTrace> recovery_trace(const table::ExecutionTable& table,
                                                      std::size_t proof_system, const ProofInputs& inputs);

/// Every trace that needs nothing but the table and, if they are known, the proofs' inputs: entries with
/// their calls, lookups, what the proofs are bound to. At most `most`. `missing` (null: not wanted) gets what
/// was not stated, and so left digests out.
[[nodiscard]] std::vector<StepTrace> table_traces(const table::ExecutionTable& table,
                                                  const ProofInputs* inputs, std::size_t most,
                                                  std::vector<Finding>* missing = nullptr);

} // namespace anchorscope::digest
