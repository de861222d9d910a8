// Traces of what proofs are bound to, and the check of any trace.
#include "core/crypto/secp256k1.h"
#include "core/digest/step_trace.h"

namespace anchorscope::digest {
namespace {

using table::ExecutionTable;

void array(Preimage& message, const std::string& name, std::span<const Hash32> values) {
    message.literal("offset word of " + name, U256(32).to_word().view());
    message.literal("number of " + name, U256(values.size()).to_word().view());
    for (std::size_t i = 0; i < values.size(); ++i) {
        message.literal(name + "[" + std::to_string(i) + "]", values[i].view());
    }
}

/// Where a field's bytes lie in the calldata.
void source(Preimage& message, std::string name, ByteView bytes, ByteView calldata) {
    if (bytes.empty()) {
        return;
    }
    const auto offset = static_cast<std::uint64_t>(bytes.data() - calldata.data());
    message.source(std::move(name), {offset, bytes.size()});
}

std::string of_proof_system(std::size_t index) { return "proofSystems[" + std::to_string(index) + "]"; }

/// Whether proofs are bound as main's; of a stated version that is not known.
bool is_shared(const ExecutionTable& table) {
    return table.batch && table.format->binding == table::Binding::shared;
}

void add_hash(StepTrace& trace, std::string name, Preimage message, ByteView calldata) {
    const Hash32 after = message.hash(trace.function, calldata);
    trace.steps.push_back({std::move(name), {}, std::move(message), after, StepRule::hash});
}

/// The address whose signature over the message's first word the rest is.
Result<Address> recovered(ByteView message) {
    const ByteView digest = message.first(std::min(message.size(), Hash32{}.bytes.size()));
    if (digest.size() != Hash32{}.bytes.size()) {
        return fail(crypto::rules::signature_length, "expected a digest of 32 bytes");
    }
    return crypto::recover_address(Hash32::from(digest), message.subspan(digest.size()));
}

} // namespace

std::optional<StepTrace> shared_public_input_trace(const ExecutionTable& table,
                                                   std::optional<std::span<const Hash32>> blob_hashes) {
    const std::span<const Hash32> blobs = blob_hashes.value_or(std::span<const Hash32>{});
    if (!is_shared(table) || blobs.size() != table.batch->blob_indices.size()) {
        return {};
    }
    StepTrace out{DigestKind::shared_public_input, "batch", crypto::HashFunction::keccak_256, {}};
    Preimage call_data;
    source(call_data, "callData", table.batch->call_data, table.calldata());
    add_hash(out, "keccak of callData", std::move(call_data), table.calldata());
    Preimage message;
    array(message, "entryHashes", entry_hashes(table));
    array(message, "lookupHashes", lookup_hashes(table));
    array(message, "blobHashes", blobs);
    message.literal("keccak of callData", out.value().view());
    message.literal("crossProofSystemInteractions", table.batch->cross_proof_system_interactions.view());
    add_hash(out, "shared public input", std::move(message), table.calldata());
    return out;
}

std::optional<StepTrace> accumulator_trace(const ExecutionTable& table, std::size_t proof_system,
                                           const ProofInputs& inputs) {
    const auto all = is_shared(table) ? rollup_inputs(*table.batch, inputs) : std::nullopt;
    if (!all || !accumulated_inputs(*table.batch, proof_system, *all)) {
        return {};
    }
    StepTrace out{
        DigestKind::accumulated_inputs, of_proof_system(proof_system), crypto::HashFunction::keccak_256, {}};
    for (std::size_t i = 0; i < all->size(); ++i) {
        const table::RollupProofs& rollup = table.batch->rollups[i];
        for (std::size_t at = 0; at < rollup.proof_systems.size(); ++at) {
            if (rollup.proof_systems[at] != proof_system) {
                continue;
            }
            TraceStep step{"rollup " + rollup.rollup_id.decimal(), out.value(), {}, {}, StepRule::hash};
            step.message.literal("acc so far", step.before->view());
            step.message.literal("rollupId", rollup.rollup_id.to_word().view());
            step.message.literal("vkey", (*all)[i].vkeys[at].view());
            step.message.literal("blockHash", (*all)[i].block_hash.view());
            step.message.literal("timestamp", (*all)[i].timestamp.to_word().view());
            step.after = step.message.hash(out.function, {});
            out.steps.push_back(std::move(step));
        }
    }
    return out;
}

std::optional<StepTrace> public_inputs_trace(const ExecutionTable& table, std::size_t proof_system,
                                             const ProofInputs& inputs) {
    const std::optional<PublicInputs> values = public_inputs(table, proof_system, inputs);
    if (!values) {
        return {};
    }
    StepTrace out{
        DigestKind::public_inputs_hash, of_proof_system(proof_system), crypto::HashFunction::keccak_256, {}};
    Preimage message;
    message.literal("sharedPublicInput", values->shared.view());
    message.literal("acc", values->accumulated.view());
    add_hash(out, "public-inputs hash", std::move(message), table.calldata());
    return out;
}

std::optional<StepTrace> recovery_trace(const ExecutionTable& table, std::size_t proof_system,
                                        const ProofInputs& inputs) {
    const std::optional<PublicInputs> values = public_inputs(table, proof_system, inputs);
    if (!values || proof_system >= table.batch->proofs.size()) {
        return {};
    }
    const ByteView proof = table.batch->proofs[proof_system];
    const Result<Address> signer = crypto::recover_address(values->hash(), proof);
    if (!signer) {
        return {};
    }
    StepTrace out{DigestKind::recovered_signer,
                  "proofs[" + std::to_string(proof_system) + "]",
                  crypto::HashFunction::keccak_256,
                  {}};
    Preimage message;
    message.literal("public-inputs hash", values->hash().view());
    source(message, "proof", proof, table.calldata());
    out.steps.push_back(
        {"signer by ECDSA recovery", {}, std::move(message), signer->to_word(), StepRule::recovery});
    return out;
}

bool holds(const StepTrace& trace, ByteView calldata) {
    Hash32 before;
    for (const TraceStep& step : trace.steps) {
        const Bytes message = step.message.bytes(calldata);
        if (step.before && (*step.before != before || message.size() < before.bytes.size() ||
                            !equal(ByteView(message).first(before.bytes.size()), before.view()))) {
            return false;
        }
        if (step.rule == StepRule::recovery) {
            const Result<Address> signer = recovered(message);
            if (!signer || signer->to_word() != step.after) {
                return false;
            }
        } else if (crypto::hash(trace.function, message) != step.after) {
            return false;
        }
        before = step.after;
    }
    return true;
}

} // namespace anchorscope::digest
