#include "core/digest/public_input.h"
#include "core/digest/table_digests.h"

namespace anchorscope::digest {
namespace {

void append_word(Bytes& out, const Hash32& value) { append(out, value.view()); }

/// abi.encode(bytes32[]): the offset word, the count, the elements.
void append_array(Bytes& out, std::span<const Hash32> values) {
    append_word(out, U256(32).to_word());
    append_word(out, U256(values.size()).to_word());
    for (const Hash32& value : values) {
        append_word(out, value);
    }
}

} // namespace

Hash32 shared_public_input_of(const table::Batch& batch, std::span<const Hash32> entry_hashes,
                              std::span<const Hash32> lookup_hashes, std::span<const Hash32> blob_hashes) {
    Bytes message;
    append_array(message, entry_hashes);
    append_array(message, lookup_hashes);
    append_array(message, blob_hashes);
    append_word(message, crypto::keccak256(batch.call_data));
    append_word(message, batch.cross_proof_system_interactions);
    return crypto::keccak256(message);
}

std::optional<Hash32> shared_public_input(const table::ExecutionTable& table,
                                          std::optional<std::span<const Hash32>> blob_hashes) {
    const std::span<const Hash32> blobs = blob_hashes.value_or(std::span<const Hash32>{});
    if (!table.batch || table.format->binding == table::Binding::stated ||
        blobs.size() != table.batch->blob_indices.size()) {
        return std::nullopt;
    }
    return shared_public_input_of(*table.batch, entry_hashes(table), lookup_hashes(table), blobs);
}

std::optional<Hash32> accumulated_inputs(const table::Batch& batch, std::size_t proof_system,
                                         std::span<const RollupInputs> rollups) {
    if (proof_system >= batch.proof_systems.size() || rollups.size() != batch.rollups.size()) {
        return {};
    }
    Hash32 accumulated;
    for (std::size_t index = 0; index < rollups.size(); ++index) {
        const table::RollupProofs& rollup = batch.rollups[index];
        const RollupInputs& inputs = rollups[index];
        if (inputs.vkeys.size() != rollup.proof_systems.size()) {
            return {};
        }
        for (std::size_t at = 0; at < rollup.proof_systems.size(); ++at) {
            if (rollup.proof_systems[at] != proof_system) {
                continue;
            }
            Bytes message;
            append_word(message, accumulated);
            append_word(message, rollup.rollup_id.to_word());
            append_word(message, inputs.vkeys[at]);
            append_word(message, inputs.block_hash);
            append_word(message, inputs.timestamp.to_word());
            accumulated = crypto::keccak256(message);
        }
    }
    return accumulated;
}

Hash32 public_inputs_hash(const Hash32& shared_public_input, const Hash32& accumulated) {
    Bytes message;
    append_word(message, shared_public_input);
    append_word(message, accumulated);
    return crypto::keccak256(message);
}

} // namespace anchorscope::digest
