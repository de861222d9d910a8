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
    if (!table.batch || blobs.size() != table.batch->blob_indices.size()) {
        return std::nullopt;
    }
    return shared_public_input_of(*table.batch, entry_hashes(table), lookup_hashes(table), blobs);
}

} // namespace anchorscope::digest
