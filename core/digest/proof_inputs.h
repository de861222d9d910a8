// What the public inputs of a batch's proofs need beside the calldata (PROTOCOL 1.4): verification keys,
// block context and blob hashes, as a file states them or as contracts answered.
#pragma once
#include "core/digest/public_input.h"

namespace anchorscope::digest {

namespace rules {
inline constexpr std::string_view proof_inputs_schema = "public_inputs.schema";
inline constexpr std::string_view proof_inputs_value =
    "public_inputs.value"; ///< broken, or a member too many
} // namespace rules

inline constexpr std::string_view proof_inputs_schema_id = "anchorscope.public-inputs/1";
inline constexpr std::size_t max_proof_inputs_bytes = std::size_t{1} << 20U; ///< 15 000 keys

/// The inputs of one rollup, by its id.
struct RollupProofInputs {
    U256 rollup_id;
    RollupInputs inputs;
    bool context_stated = true; ///< block hash and timestamp; older versions have those of the posting block
    std::optional<Hash32> state_root{}; ///< before the batch: March and April
};

/// The block that a batch of an older version was posted in (older_inputs.h).
struct PostingBlock {
    Hash32 parent_hash;
    U256 value;             ///< its time, or its number
    bool by_number = false; ///< V1 until 20 March
};

struct ProofInputs {
    std::vector<std::string> sources; ///< who says so: a file's name, endpoints
    bool stated = true;               ///< by the user, else read by endpoints
    std::vector<RollupProofInputs> rollups;
    std::vector<Hash32> blob_hashes; ///< as many as the batch has blob indices, in their order; of several
                                     ///< batches one behind the other
    std::optional<PostingBlock> block{};
};

/// {"schema":"anchorscope.public-inputs/1","rollups":[{"rollupId":"1","vkeys":["0x…"],"blockHash":"0x…",
/// "timestamp":"0"}],"blobHashes":["0x…"]}: closed, every member required but blobHashes. For versions before
/// May's: "block":{"parentHash":"0x…","timestamp":"0"} (V1 until 20 March: "number" for "timestamp"), and
/// then rollups may have neither blockHash nor timestamp; "stateRoot":"0x…" of a rollup where the version
/// wants it.
[[nodiscard]] Result<ProofInputs> read_proof_inputs(std::string_view text, std::string source);

/// What proof system k's proof is verified against, and on the way to it.
struct PublicInputs {
    Hash32 shared, accumulated;
    /// sharedPublicInput ‖ acc_k: its Keccak-256 is publicInputsHash_k.
    [[nodiscard]] Bytes observation() const;
    [[nodiscard]] Hash32 hash() const { return public_inputs_hash(shared, accumulated); }
};
/// The inputs in the order of the batch's rollups; empty where one is missing or stands twice.
[[nodiscard]] std::optional<std::vector<RollupInputs>> rollup_inputs(const table::Batch& batch,
                                                                     const ProofInputs& inputs);
/// Empty where the table has no such proof system, or the inputs do not fit the batch.
[[nodiscard]] std::optional<PublicInputs> public_inputs(const table::ExecutionTable& table,
                                                        std::size_t proof_system, const ProofInputs& inputs);

} // namespace anchorscope::digest
