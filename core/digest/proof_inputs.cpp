#include "core/digest/proof_inputs.h"
#include "core/codec/json.h"
#include "core/digest/table_digests.h"

namespace anchorscope::digest {
namespace {

using codec::Json;

Result<const Json*> list_member(const Json& object, std::string_view key, const std::string& place) {
    Result<const Json*> list = codec::member(object, key, place);
    if (list && !(*list)->is_array()) {
        return fail(rules::proof_inputs_value, "expected an array", {},
                    (place.empty() ? "" : place + ".") + std::string(key));
    }
    return list;
}

Result<std::vector<Hash32>> hashes(const Json& list, const std::string& place) {
    std::vector<Hash32> out;
    for (const Json& one : list) {
        const Result<Hash32> hash = one.is_string()
                                        ? Hash32::parse(one.get_ref<const std::string&>())
                                        : fail(rules::proof_inputs_value, "expected 0x and 64 hex digits");
        if (!hash) {
            return fail(rules::proof_inputs_value, hash.error().text, {},
                        place + "[" + std::to_string(out.size()) + "]");
        }
        out.push_back(*hash);
    }
    return out;
}

Result<U256> number_member(const Json& object, std::string_view key, const std::string& place) {
    const Result<std::string> text = codec::string_member(object, key, place);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const Result<U256> number = U256::parse_decimal(*text);
    return number ? number
                  : fail(rules::proof_inputs_value, number.error().text, {}, place + "." + std::string(key));
}

/// First error among them, if any.
std::optional<Error> first_of(std::initializer_list<const Error*> errors) {
    for (const Error* error : errors) {
        if (error != nullptr) {
            return *error;
        }
    }
    return {};
}

template<class T>
const Error* error_of(const Result<T>& result) {
    return result ? nullptr : &result.error();
}

Result<PostingBlock> block_of(const Json& json) {
    const bool by_number = json.is_object() && json.contains("number");
    const Result<Hash32> parent = codec::hash_member(json, "parentHash", "block");
    const Result<U256> value = number_member(json, by_number ? "number" : "timestamp", "block");
    if (const auto error = first_of({error_of(parent), error_of(value)})) {
        return tl::unexpected(*error);
    }
    if (json.size() != 2) {
        return fail(rules::proof_inputs_value, "expected no further member", {}, "block");
    }
    return PostingBlock{*parent, *value, by_number};
}

/// `context_needed`: block hash and timestamp must be there.
Result<RollupProofInputs> rollup_of(const Json& json, const std::string& place, bool context_needed) {
    const Result<U256> id = number_member(json, "rollupId", place);
    const Result<const Json*> list = list_member(json, "vkeys", place);
    if (const auto error = first_of({error_of(id), error_of(list)})) {
        return tl::unexpected(*error);
    }
    RollupProofInputs out{*id, {}, true, {}};
    out.context_stated = context_needed || json.contains("timestamp") || json.contains("blockHash");
    std::size_t members = 2;
    if (out.context_stated) {
        const Result<U256> timestamp = number_member(json, "timestamp", place);
        const Result<Hash32> block = codec::hash_member(json, "blockHash", place);
        if (const auto error = first_of({error_of(timestamp), error_of(block)})) {
            return tl::unexpected(*error);
        }
        out.inputs.block_hash = *block;
        out.inputs.timestamp = *timestamp;
        members += 2;
    }
    if (json.contains("stateRoot")) {
        const Result<Hash32> state = codec::hash_member(json, "stateRoot", place);
        if (!state) {
            return tl::unexpected(state.error());
        }
        out.state_root = *state;
        ++members;
    }
    if (json.size() != members) {
        return fail(rules::proof_inputs_value, "expected no further member", {}, place);
    }
    Result<std::vector<Hash32>> keys = hashes(**list, place + ".vkeys");
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    out.inputs.vkeys = *std::move(keys);
    return out;
}

Result<ProofInputs> inputs_of(const Json& json, std::string source) {
    const Result<std::string> schema = codec::string_member(json, "schema", "");
    if (!schema || *schema != proof_inputs_schema_id) {
        return fail(rules::proof_inputs_schema, "expected " + std::string(proof_inputs_schema_id), {},
                    "schema");
    }
    const Result<const Json*> rollups = list_member(json, "rollups", "");
    if (!rollups) {
        return tl::unexpected(rollups.error());
    }
    ProofInputs out;
    out.sources = {std::move(source)};
    std::size_t members = 2;
    if (json.contains("block")) {
        const Result<PostingBlock> block = block_of(json["block"]);
        if (!block) {
            return tl::unexpected(block.error());
        }
        out.block = *block;
        ++members;
    }
    for (const Json& one : **rollups) {
        Result<RollupProofInputs> rollup =
            rollup_of(one, "rollups[" + std::to_string(out.rollups.size()) + "]", !out.block);
        if (!rollup) {
            return tl::unexpected(rollup.error());
        }
        out.rollups.push_back(*std::move(rollup));
    }
    const bool blobs = json.contains("blobHashes");
    if (json.size() != members + (blobs ? 1U : 0U)) {
        return fail(rules::proof_inputs_value, "expected no further member");
    }
    if (blobs) {
        const Result<const Json*> list = list_member(json, "blobHashes", "");
        Result<std::vector<Hash32>> all =
            list ? hashes(**list, "blobHashes") : Result<std::vector<Hash32>>(tl::unexpected(list.error()));
        if (!all) {
            return tl::unexpected(all.error());
        }
        out.blob_hashes = *std::move(all);
    }
    return out;
}

} // namespace

Result<ProofInputs> read_proof_inputs(std::string_view text, std::string source) {
    const Result<Json> json = codec::parse_json(text, {.max_bytes = max_proof_inputs_bytes, .max_depth = 8});
    if (!json) {
        return tl::unexpected(json.error());
    }
    return inputs_of(*json, std::move(source));
}

Bytes PublicInputs::observation() const {
    Bytes out;
    append(out, shared.view());
    append(out, accumulated.view());
    return out;
}

std::optional<std::vector<RollupInputs>> rollup_inputs(const table::Batch& batch, const ProofInputs& inputs) {
    if (batch.rollups.size() != inputs.rollups.size()) {
        return {};
    }
    std::vector<RollupInputs> out;
    for (const table::RollupProofs& rollup : batch.rollups) {
        const auto found = std::ranges::find(inputs.rollups, rollup.rollup_id, &RollupProofInputs::rollup_id);
        if (found == inputs.rollups.end() || !found->context_stated ||
            std::ranges::count(inputs.rollups, rollup.rollup_id, &RollupProofInputs::rollup_id) != 1) {
            return {};
        }
        out.push_back(found->inputs);
    }
    return out;
}

std::optional<PublicInputs> public_inputs(const table::ExecutionTable& table, std::size_t proof_system,
                                          const ProofInputs& inputs) {
    if (!table.batch) {
        return {};
    }
    const auto rollups = rollup_inputs(*table.batch, inputs);
    const auto shared = shared_public_input(table, std::span<const Hash32>(inputs.blob_hashes));
    const auto accumulated =
        rollups ? accumulated_inputs(*table.batch, proof_system, *rollups) : std::nullopt;
    if (!shared || !accumulated) {
        return {};
    }
    return PublicInputs{*shared, *accumulated};
}

} // namespace anchorscope::digest
