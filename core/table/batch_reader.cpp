#include "core/table/batch_reader.h"
#include "core/table/field_names.h"
#include <numeric>

namespace anchorscope::table {
namespace {

using codec::AbiValue;

/// The field of that name or a synonym, if this version has it.
std::optional<AbiValue> field(const AbiValue& tuple, std::string_view name) {
    const std::optional<std::uint32_t> index = field_of(tuple.type(), tuple.type_index(), name);
    return index ? std::optional(tuple.at(*index)) : std::nullopt;
}

/// Every element of an array, read by `read`; nothing where this version has no such field.
template<class Read>
auto list(const AbiValue& tuple, std::string_view name, Read read) {
    std::vector<decltype(read(tuple))> out;
    const std::optional<AbiValue> array = field(tuple, name);
    const std::size_t count = array ? array->size() : 0;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(read(array->at(i)));
    }
    return out;
}

U256 number(const AbiValue& tuple, std::string_view name) {
    const std::optional<AbiValue> value = field(tuple, name);
    return value ? value->u256() : U256{};
}

/// A rollup of a sub-batch is only its id: it lists every proof system.
RollupProofs rollup_proofs(const AbiValue& value, std::size_t proof_systems) {
    if (value.kind() == codec::AbiKind::uint_) {
        RollupProofs out{value.u256(), std::vector<std::uint64_t>(proof_systems)};
        std::iota(out.proof_systems.begin(), out.proof_systems.end(), std::uint64_t{0});
        return out;
    }
    return {number(value, "rollupId"),
            list(value, "proofSystemIndex", [](const AbiValue& one) { return one.u64(); })};
}

} // namespace

std::optional<Batch> read_batch(const AbiValue& body) {
    if (!field(body, "proofSystems")) {
        return std::nullopt;
    }
    Batch batch;
    batch.transient_entries = number(body, "transientExecutionEntryCount");
    batch.transient_lookups = number(body, "transientLookupCallCount");
    batch.proof_systems = list(body, "proofSystems", [](const AbiValue& one) { return one.address(); });
    batch.rollups = list(body, "rollupIdsWithProofSystems",
                         [&](const AbiValue& one) { return rollup_proofs(one, batch.proof_systems.size()); });
    batch.blob_indices = list(body, "blobIndices", [](const AbiValue& one) { return one.u256(); });
    batch.proofs = list(body, "proofs", [](const AbiValue& one) { return one.bytes(); });
    if (const std::optional<AbiValue> interactions = field(body, "crossProofSystemInteractions")) {
        batch.cross_proof_system_interactions = interactions->word();
    }
    if (const std::optional<AbiValue> call_data = field(body, "callData")) {
        batch.call_data = call_data->bytes();
    }
    if (const std::optional<AbiValue> block_number = field(body, "blockNumber")) {
        batch.block_number = block_number->u64();
    }
    return batch;
}

std::optional<IncomingCall> read_incoming(const AbiValue& body) {
    if (!field(body, "sourceRollup")) {
        return std::nullopt;
    }
    return IncomingCall{body["destination"].address(), body["value"].u256(), body["data"].bytes(),
                        body["sourceAddress"].address(), body["sourceRollup"].u256()};
}

} // namespace anchorscope::table
