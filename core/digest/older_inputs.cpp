// Over 500 lines: one reading of what every older version hashes, whose parts share the message being joined.
#include "core/digest/older_inputs.h"
#include "core/crypto/secp256k1.h"
#include "core/table/field_names.h"
#include "core/table/layout.h"

namespace anchorscope::digest {
namespace {

using codec::AbiValue;
using table::Binding;
using table::ExecutionTable;
using table::Scheme;

/// How a version hashes an entry.
struct EntryForm {
    bool structure = false; ///< keccak(abi.encode(entry))
    bool keys = false;      ///< of the deltas' rollups
    bool states = false;    ///< of the same before the batch
    bool action = false;    ///< abi.encode(action) in place of its hash
    std::string_view tail;  ///< field behind the action: nextAction, rollingHash, returnHash
};

/// Whether the version's sub-batches say of which rollups they are.
bool names_rollups(const table::TableFormat& format) {
    const std::string_view batches = table::field_names(format).batches;
    if (batches.empty()) {
        return false;
    }
    const codec::AbiType& type = table::type_of(format);
    const std::uint32_t body = table::table_body(AbiValue(type, {})).type_index();
    const std::uint32_t batch = table::element_of(type, body, type.field_index(body, batches).value());
    return type.field_index(batch, "rollupIds").has_value();
}

EntryForm entry_form(const table::TableFormat& format) {
    if (table::hashes_structs(format)) {
        return {true, false, false, false, {}};
    }
    const codec::AbiType& type = table::type_of(format);
    const std::uint32_t entry = table::entry_type(format).value();
    const auto has = [&](std::string_view name) { return type.field_index(entry, name).has_value(); };
    const bool spelled = has("action");
    const bool ids = names_rollups(format); // then the keys are beside the entries
    return {false, format.scheme == Scheme::actions ? !ids : true,
            format.scheme != Scheme::actions && !spelled, spelled,
            format.scheme == Scheme::actions ? "nextAction"
            : has("rollingHash")             ? "rollingHash"
                                             : "returnHash"};
}

std::string indexed(std::string_view array, std::size_t index) {
    std::string out(array);
    return out.append("[").append(std::to_string(index)).append("]");
}

tl::unexpected<Error> missing(std::string text, std::string place) {
    return fail(rules::inputs_missing, std::move(text), {}, std::move(place));
}

/// abi.encode of an array that is not in the calldata.
void array(Preimage& message, const std::string& name, std::span<const Hash32> values) {
    message.literal("offset word of " + name, U256(32).to_word().view());
    message.literal("number of " + name, U256(values.size()).to_word().view());
    for (std::size_t i = 0; i < values.size(); ++i) {
        message.literal(indexed(name, i), values[i].view());
    }
}

/// abi.encode of a dynamic value that is.
void encoded(Preimage& message, std::string_view name, const AbiValue& value) {
    message.literal("offset word of " + std::string(name), U256(32).to_word().view());
    message.source(std::string(name), value.encoding());
}

StepTrace single(DigestKind kind, std::string subject, std::string name, Preimage message,
                 const ExecutionTable& table) {
    StepTrace out{kind, std::move(subject), crypto::HashFunction::keccak_256, {}};
    const Hash32 after = message.hash(out.function, table.calldata());
    out.steps.push_back({std::move(name), {}, std::move(message), after, StepRule::hash});
    return out;
}

void add_hash(StepTrace& trace, std::string name, Preimage message, const ExecutionTable& table) {
    const Hash32 after = message.hash(trace.function, table.calldata());
    trace.steps.push_back({std::move(name), {}, std::move(message), after, StepRule::hash});
}

/// A part that proofs are verified for: its fields in the calldata, its entries and lookups.
struct Part {
    AbiValue value;
    std::string path; ///< "batches[1]." or empty
    std::size_t first_entry = 0, entries = 0, first_lookup = 0, lookups = 0;
    std::size_t index = 0;
    const table::Batch* batch = nullptr;

    [[nodiscard]] std::optional<AbiValue> field(std::string_view name) const {
        const auto found = table::field_of(value.type(), value.type_index(), name);
        return found ? std::optional(value.at(*found)) : std::nullopt;
    }
    /// Blobs of the transaction that it is bound to.
    [[nodiscard]] std::optional<std::size_t> blobs() const {
        if (const auto count = field("blobCount")) {
            const auto small = count->u256().to_u64();
            return small && *small <= max_blobs_stated ? std::optional<std::size_t>(*small) : std::nullopt;
        }
        const auto indices = field("blobIndices");
        return indices ? indices->size() : 0;
    }
    static constexpr std::uint64_t max_blobs_stated = std::uint64_t{1} << 20U;
};

Part part_of(const ExecutionTable& table, std::size_t index) {
    const AbiValue body = table::table_body(table.arguments());
    if (table.sub_batches.empty()) {
        return {body, "", 0, table.entries.size(), 0, table.lookups.size(), 0, nullptr};
    }
    const table::SubBatch& part = table.sub_batches[index];
    const std::string_view name = table::field_names(*table.format).batches;
    return {body[name].at(index),
            indexed(name, index) + ".",
            part.first_entry,
            part.entry_count,
            part.first_lookup,
            part.lookup_count,
            index,
            &part.batch};
}

/// Blobs of the parts before, up to `most` and one more.
std::size_t blobs_before(const ExecutionTable& table, const Part& part, std::size_t most) {
    std::size_t out = 0;
    for (std::size_t before = 0; before < part.index && out <= most; ++before) {
        out += part_of(table, before).blobs().value_or(0);
    }
    return out;
}

std::size_t part_of_entry(const ExecutionTable& table, std::size_t entry) {
    const auto behind = std::ranges::upper_bound(table.sub_batches, entry, {}, &table::SubBatch::first_entry);
    return behind == table.sub_batches.begin()
               ? 0
               : static_cast<std::size_t>(behind - table.sub_batches.begin() - 1);
}

/// Reads what was stated, and says what was not.
class Stated {
public:
    Stated(const ExecutionTable& table, const ProofInputs* inputs) : m_table(table), m_inputs(inputs) {}

    /// The key that a rollup has for proof number `proof` of a part, out of `proofs`.
    [[nodiscard]] Result<Hash32> key(const U256& rollup, std::size_t proof, std::size_t proofs,
                                     const std::string& place) const {
        const RollupProofInputs* const found = find(rollup);
        if (found == nullptr || found->inputs.vkeys.size() != proofs) {
            return missing("expected " + (proofs == 1 ? "one key" : std::to_string(proofs) + " keys") +
                               " of rollup " + rollup.decimal() + ", stated once",
                           place);
        }
        return found->inputs.vkeys[proof];
    }
    [[nodiscard]] Result<Hash32> state(const U256& rollup, const std::string& place) const {
        const RollupProofInputs* const found = find(rollup);
        if (found == nullptr || !found->state_root) {
            return missing("expected the state of rollup " + rollup.decimal() + " before the batch", place);
        }
        return *found->state_root;
    }
    [[nodiscard]] Result<PostingBlock> block(const std::string& place) const {
        if (m_inputs == nullptr || !m_inputs->block) {
            return missing("expected the block that the batch was posted in: parent hash and time", place);
        }
        if (m_inputs->block->by_number && m_table.format->id != "eez-v1.l1") {
            return missing("expected the block's time: this version does not take its number", place);
        }
        return *m_inputs->block;
    }
    [[nodiscard]] Result<std::vector<Hash32>> blobs(const Part& part, const std::string& place) const {
        const auto count = part.blobs();
        if (count == std::size_t{0}) {
            return std::vector<Hash32>();
        }
        const std::span<const Hash32> given =
            m_inputs == nullptr ? std::span<const Hash32>() : std::span<const Hash32>(m_inputs->blob_hashes);
        const std::size_t before = blobs_before(m_table, part, given.size());
        if (!count || before > given.size() || *count > given.size() - before) {
            return missing("expected the hashes of the transaction's blobs, as many as the batch uses",
                           place);
        }
        const auto all = given.subspan(before, *count);
        return std::vector<Hash32>(all.begin(), all.end());
    }

private:
    [[nodiscard]] const RollupProofInputs* find(const U256& rollup) const {
        if (m_inputs == nullptr ||
            std::ranges::count(m_inputs->rollups, rollup, &RollupProofInputs::rollup_id) != 1) {
            return nullptr;
        }
        return &*std::ranges::find(m_inputs->rollups, rollup, &RollupProofInputs::rollup_id);
    }

    const ExecutionTable& m_table;
    const ProofInputs* m_inputs;
};

/// Proof systems before those of a part: where the keys of one rollup are told apart by system alone, they
/// are those of all parts, in order (25 April).
std::size_t systems_before(const ExecutionTable& table, std::size_t part) {
    std::size_t out = 0;
    for (std::size_t i = 0; i < part; ++i) {
        out += table.sub_batches[i].batch.proof_systems.size();
    }
    return out;
}

std::string proof_subject(const ExecutionTable& table, const Part& part, std::size_t proof) {
    return table.sub_batches.empty() ? std::string("batch") : part.path + indexed("proofSystems", proof);
}

Result<std::vector<Hash32>> entry_values(const ExecutionTable& table, const Part& part, std::size_t proof,
                                         const ProofInputs* inputs) {
    std::vector<Hash32> out;
    out.reserve(part.entries);
    for (std::size_t i = 0; i < part.entries; ++i) {
        const Result<StepTrace> entry = older_entry_trace(table, part.first_entry + i, proof, inputs);
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        out.push_back(entry->value());
    }
    return out;
}

/// The message of what a proof is bound to, as far as it goes alike in several versions.
class InputMessage {
public:
    InputMessage(const ExecutionTable& table, std::size_t part, const ProofInputs* inputs)
        : m_table(table), m_part(part_of(table, part)), m_stated(table, inputs), m_inputs(inputs) {}

    [[nodiscard]] const Part& part() const { return m_part; }

    [[nodiscard]] Result<void> block(Preimage& message, const std::string& place) const {
        const Result<PostingBlock> block = m_stated.block(place);
        if (!block) {
            return tl::unexpected(block.error());
        }
        message.literal("parent hash", block->parent_hash.view());
        message.literal(block->by_number ? "block number" : "timestamp", block->value.to_word().view());
        return {};
    }
    void ids(Preimage& message) const {
        if (const auto rollups = m_part.field("rollupIds")) {
            encoded(message, "rollupIds", *rollups);
        }
    }
    /// The keys of the part's rollups for one proof system.
    [[nodiscard]] Result<void> keys(Preimage& message, std::size_t proof, const std::string& place) const {
        std::vector<Hash32> out;
        for (const table::RollupProofs& rollup : m_part.batch->rollups) {
            const Result<Hash32> key =
                m_stated.key(rollup.rollup_id, proof, m_part.batch->proof_systems.size(), place);
            if (!key) {
                return tl::unexpected(key.error());
            }
            out.push_back(*key);
        }
        array(message, "keys", out);
        return {};
    }
    [[nodiscard]] Result<void> entries(Preimage& message, std::size_t proof) const {
        const auto values = entry_values(m_table, m_part, proof, m_inputs);
        if (!values) {
            return tl::unexpected(values.error());
        }
        array(message, "entryHashes", *values);
        return {};
    }
    void lookups(Preimage& message) const {
        std::vector<Hash32> all;
        for (std::size_t i = 0; i < m_part.lookups; ++i) {
            all.push_back(lookup_hash_trace(m_table, m_part.first_lookup + i).value());
        }
        array(message, "lookupHashes", all);
    }
    /// Blobs, callData (hashed in a step of its own), and what comes behind.
    [[nodiscard]] Result<void> rest(StepTrace& trace, Preimage& message, const std::string& place) const {
        const Result<std::vector<Hash32>> blobs = m_stated.blobs(m_part, place);
        if (!blobs) {
            return tl::unexpected(blobs.error());
        }
        array(message, "blobHashes", *blobs);
        Preimage call_data;
        if (const auto data = m_part.field("callData"); data && data->size() > 0) {
            call_data.source("callData", data->range());
        }
        add_hash(trace, "keccak of callData", std::move(call_data), m_table);
        message.literal("keccak of callData", trace.value().view());
        const auto statics = m_part.field("staticCalls");
        if (statics && m_table.format->scheme == Scheme::actions) {
            Preimage list;
            encoded(list, "staticCalls", *statics);
            add_hash(trace, "keccak of abi.encode(staticCalls)", std::move(list), m_table);
            message.literal("keccak of staticCalls", trace.value().view());
        }
        if (const auto interactions = m_part.field("crossProofSystemInteractions")) {
            message.source(interactions->type_node().name, interactions->range());
        }
        return {};
    }

private:
    const ExecutionTable& m_table;
    Part m_part;
    Stated m_stated;
    const ProofInputs* m_inputs;
};

Result<StepTrace> none() {
    return fail(rules::inputs_none, "this version's proofs are not bound that way, or it has none");
}

/// First error of checks made one after the other.
template<class... Checks>
std::optional<Error> first_failure(Checks&&... checks) {
    std::optional<Error> out;
    const auto run = [&out](auto&& check) {
        if (!out) {
            if (Result<void> result = check(); !result) {
                out = std::move(result.error());
            }
        }
    };
    (run(std::forward<Checks>(checks)), ...);
    return out;
}

} // namespace

bool has_older_inputs(const table::TableFormat& format) {
    return format.side == table::Side::l1 && format.binding != Binding::shared &&
           format.binding != Binding::stated;
}

std::size_t proved_parts(const ExecutionTable& table) {
    return !table::field_names(*table.format).batches.empty() ? table.sub_batches.size() : 1;
}

std::size_t proofs_of_part(const ExecutionTable& table, std::size_t part) {
    return part < table.sub_batches.size() ? table.sub_batches[part].batch.proof_systems.size() : 1;
}

Result<StepTrace> older_entry_trace(const ExecutionTable& table, std::size_t entry, std::size_t proof,
                                    const ProofInputs* inputs) {
    if (!has_older_inputs(*table.format) || entry >= table.entries.size()) {
        return none();
    }
    const EntryForm form = entry_form(*table.format);
    if (form.structure) {
        return entry_hash_trace(table, entry);
    }
    const std::size_t part = part_of_entry(table, entry);
    const std::string subject = table.entry_path(entry);
    const AbiValue value = table.entry_value(entry);
    const Stated stated(table, inputs);
    const bool by_system = form.keys && !table.sub_batches.empty();
    const std::size_t keys = by_system ? systems_before(table, table.sub_batches.size()) : 1;
    const std::size_t key_index = by_system ? systems_before(table, part) + proof : 0;
    Preimage message;
    encoded(message, "stateDeltas", value["stateDeltas"]);
    std::vector<Hash32> vkeys, states;
    for (const table::StateDelta& delta : table.entries[entry].deltas) {
        const Result<Hash32> key =
            form.keys ? stated.key(delta.rollup_id, key_index, keys, subject) : Result<Hash32>(Hash32{});
        const Result<Hash32> state =
            form.states ? stated.state(delta.rollup_id, subject) : Result<Hash32>(Hash32{});
        if (!key || !state) {
            return tl::unexpected(key ? state.error() : key.error());
        }
        vkeys.push_back(*key);
        states.push_back(*state);
    }
    if (form.keys) {
        array(message, "keys", vkeys);
    }
    if (form.states) {
        array(message, "previous states", states);
    }
    if (form.action) {
        encoded(message, "action", value["action"]);
    } else {
        message.source("actionHash", value["actionHash"].range());
    }
    if (form.tail == "nextAction") {
        encoded(message, form.tail, value[form.tail]);
    } else {
        message.source(std::string(form.tail), value[form.tail].range());
    }
    const std::string whose =
        by_system ? subject + " for " + part_of(table, part).path + indexed("proofSystems", proof) : subject;
    return single(DigestKind::entry_hash, whose, "keccak of the entry's parts", std::move(message), table);
}

Result<StepTrace> older_shared_trace(const ExecutionTable& table, std::size_t part,
                                     const ProofInputs* inputs) {
    if (!has_older_inputs(*table.format) || !table::hashes_structs(*table.format) ||
        part >= table.sub_batches.size()) {
        return none();
    }
    const InputMessage input(table, part, inputs);
    const std::string subject = input.part().path.substr(0, input.part().path.size() - 1);
    StepTrace out{DigestKind::shared_public_input, subject, crypto::HashFunction::keccak_256, {}};
    Preimage message;
    const auto failure = first_failure([&] { return input.block(message, subject); },
                                       [&]() -> Result<void> {
                                           input.ids(message);
                                           return input.entries(message, 0);
                                       },
                                       [&] {
                                           input.lookups(message);
                                           return input.rest(out, message, subject);
                                       });
    if (failure) {
        return tl::unexpected(*failure);
    }
    add_hash(out, "shared public input", std::move(message), table);
    return out;
}

Result<StepTrace> older_public_input_trace(const ExecutionTable& table, std::size_t part, std::size_t proof,
                                           const ProofInputs* inputs) {
    if (!has_older_inputs(*table.format) || part >= proved_parts(table) ||
        proof >= proofs_of_part(table, part)) {
        return none();
    }
    const InputMessage input(table, part, inputs);
    const std::string subject = proof_subject(table, input.part(), proof);
    StepTrace out{DigestKind::public_inputs_hash, subject, crypto::HashFunction::keccak_256, {}};
    Preimage message;
    std::optional<Error> failure;
    if (table.format->binding == Binding::executions) {
        constexpr std::array<std::uint8_t, 1> executions_tag{1};
        message.literal("tag", executions_tag);
        failure = first_failure([&] { return input.entries(message, proof); });
    } else if (table::hashes_structs(*table.format)) {
        Result<StepTrace> shared = older_shared_trace(table, part, inputs);
        if (!shared) {
            return shared;
        }
        message.literal("shared public input", shared->value().view());
        failure = first_failure([&] { return input.keys(message, proof, subject); });
    } else {
        const bool ids = input.part().field("rollupIds").has_value();
        failure = first_failure([&] { return input.block(message, subject); },
                                [&]() -> Result<void> {
                                    input.ids(message);
                                    return ids ? input.keys(message, proof, subject) : Result<void>();
                                },
                                [&] { return input.entries(message, proof); },
                                [&] { return input.rest(out, message, subject); });
    }
    if (failure) {
        return tl::unexpected(*failure);
    }
    add_hash(out, "public-inputs hash", std::move(message), table);
    return out;
}

Result<StepTrace> older_recovery_trace(const ExecutionTable& table, std::size_t part, std::size_t proof,
                                       const ProofInputs* inputs) {
    Result<StepTrace> bound = older_public_input_trace(table, part, proof, inputs);
    if (!bound) {
        return bound;
    }
    const Part at = part_of(table, part);
    const std::optional<AbiValue> proofs = at.field("proofs"); // of one prover the proof itself
    const bool several = proofs && proofs->kind() == codec::AbiKind::array;
    if (!proofs || (several && proof >= proofs->size())) {
        return none();
    }
    const AbiValue signature = several ? proofs->at(proof) : *proofs;
    const Result<Address> signer = crypto::recover_address(bound->value(), signature.bytes());
    if (!signer) {
        return tl::unexpected(signer.error());
    }
    const std::string& name = proofs->type_node().name;
    StepTrace out{DigestKind::recovered_signer,
                  at.path + (several ? indexed(name, proof) : name),
                  crypto::HashFunction::keccak_256,
                  {}};
    Preimage message;
    message.literal("public-inputs hash", bound->value().view());
    message.source("proof", signature.range());
    out.steps.push_back(
        {"signer by ECDSA recovery", {}, std::move(message), signer->to_word(), StepRule::recovery});
    return out;
}

namespace {

/// Collects what can be made, and why the rest cannot.
class Traces {
public:
    Traces(std::size_t most, std::vector<Finding>* missing) : m_most(most), m_missing(missing) {}

    void add(Result<StepTrace> trace) {
        if (trace && !full()) {
            out.push_back(*std::move(trace));
        } else if (!trace && m_missing != nullptr && trace.error().rule == rules::inputs_missing) {
            Finding finding{
                std::string(trace.error().rule), Severity::info, trace.error().place, {}, trace.error().text};
            if (m_missing->empty() || m_missing->back() != finding) {
                m_missing->push_back(std::move(finding));
            }
        }
    }
    [[nodiscard]] bool full() const {
        return out.size() >= m_most || (m_missing != nullptr && m_missing->size() >= max_missing);
    }

    std::vector<StepTrace> out;

private:
    static constexpr std::size_t max_missing = 100;
    std::size_t m_most;
    std::vector<Finding>* m_missing;
};

} // namespace

std::vector<StepTrace> older_traces(const ExecutionTable& table, const ProofInputs* inputs, std::size_t most,
                                    std::vector<Finding>* missing) {
    Traces traces(most, missing);
    if (!has_older_inputs(*table.format)) {
        return {};
    }
    const EntryForm form = entry_form(*table.format);
    std::size_t proofs_left = max_proofs_traced;
    for (std::size_t part = 0; part < std::min(proved_parts(table), max_parts_traced); ++part) {
        const Part at = part_of(table, part);
        const std::size_t proofs = std::min(proofs_of_part(table, part), proofs_left);
        proofs_left -= proofs;
        const bool by_system = form.keys && !table.sub_batches.empty();
        for (std::size_t proof = 0; proof < (by_system ? proofs : 1) && !form.structure; ++proof) {
            for (std::size_t i = 0; i < at.entries && !traces.full(); ++i) {
                traces.add(older_entry_trace(table, at.first_entry + i, proof, inputs));
            }
        }
        traces.add(older_shared_trace(table, part, inputs));
        for (std::size_t proof = 0; proof < proofs && !traces.full(); ++proof) {
            traces.add(older_public_input_trace(table, part, proof, inputs));
            traces.add(older_recovery_trace(table, part, proof, inputs));
        }
    }
    return std::move(traces.out);
}

} // namespace anchorscope::digest
