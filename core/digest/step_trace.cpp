#include "core/digest/step_trace.h"
#include "core/digest/older_inputs.h"

namespace anchorscope::digest {
namespace {

using table::ExecutionTable;

std::string indexed(std::string_view array, std::size_t index) {
    std::string out(array);
    return out.append("[").append(std::to_string(index)).append("]");
}

StepTrace single(DigestKind kind, std::string subject, std::string name, Preimage message,
                 ByteView calldata) {
    const Hash32 after = message.hash(crypto::HashFunction::keccak_256, calldata);
    StepTrace out{kind, std::move(subject), crypto::HashFunction::keccak_256, {}};
    out.steps.push_back({std::move(name), {}, std::move(message), after, StepRule::hash});
    return out;
}

/// Adds a step that goes on from the value so far, which the message begins with.
void chain(StepTrace& trace, std::string name, std::string_view value_name,
           const std::vector<std::pair<std::string, ByteView>>& pieces) {
    TraceStep step{std::move(name), trace.value(), {}, {}, StepRule::hash};
    step.message.literal(std::string(value_name), step.before->view());
    for (const auto& [piece, bytes] : pieces) {
        step.message.literal(piece, bytes);
    }
    step.after = step.message.hash(trace.function, {});
    trace.steps.push_back(std::move(step));
}

std::string_view name_of(FoldTag tag) {
    switch (tag) {
    case FoldTag::call_begin:
        return "CALL_BEGIN";
    case FoldTag::call_end:
        return "CALL_END";
    case FoldTag::nested_begin:
        return "NESTED_BEGIN";
    case FoldTag::nested_end:
        break;
    }
    return "NESTED_END";
}

std::array<std::uint8_t, 1> flag(bool value) { return {static_cast<std::uint8_t>(value ? 1 : 0)}; }

class CallTraces {
public:
    CallTraces(const ExecutionTable& table, std::vector<StepTrace>& out, std::size_t most)
        : m_table(table), m_out(out), m_most(most) {}

    void add(StepTrace trace) {
        if (!full()) {
            m_out.push_back(std::move(trace));
        }
    }
    void calls(std::span<const table::Call> calls, const std::string& frame) {
        // Drafts hashed calls in ways of their own.
        const bool known =
            m_table.format->scheme == table::Scheme::partitioned && m_table.executing_domain().known();
        for (std::size_t i = 0; known && i < calls.size() && !full(); ++i) {
            add(call_hash_trace(m_table, calls[i], indexed(frame + ".calls", i)));
        }
    }
    void lookups(std::span<const table::Lookup> lookups, const std::string& frame) {
        for (std::size_t i = 0; i < lookups.size() && !full(); ++i) {
            calls(lookups[i].calls, indexed(frame + ".lookups", i));
        }
    }
    [[nodiscard]] bool full() const { return m_out.size() >= m_most; }

private:
    const ExecutionTable& m_table;
    std::vector<StepTrace>& m_out;
    std::size_t m_most;
};

} // namespace

StepTrace call_hash_trace(const ExecutionTable& table, const table::Call& call, std::string subject) {
    return single(DigestKind::call_hash, std::move(subject), "keccak of six loose arguments",
                  call_hash_preimage(call, table.executing_domain().id, table.calldata()), table.calldata());
}

StepTrace entry_hash_trace(const ExecutionTable& table, std::size_t entry) {
    return single(DigestKind::entry_hash, indexed("entries", entry), "keccak of abi.encode(entry)",
                  entry_hash_preimage(table, entry), table.calldata());
}

StepTrace lookup_hash_trace(const ExecutionTable& table, std::size_t lookup) {
    return single(DigestKind::lookup_hash, indexed("lookups", lookup), "keccak of abi.encode(lookup)",
                  lookup_hash_preimage(table, lookup), table.calldata());
}

StepTrace rolling_hash_trace(std::string subject, std::span<const FoldStep> steps) {
    StepTrace out{DigestKind::rolling_hash, std::move(subject), crypto::HashFunction::keccak_256, {}};
    for (const FoldStep& step : steps) {
        const std::array<std::uint8_t, 1> tag{static_cast<std::uint8_t>(step.tag)};
        const Hash32 number = U256(step.number).to_word();
        const std::array<std::uint8_t, 1> success = flag(step.success);
        std::vector<std::pair<std::string, ByteView>> pieces{{"tag", tag}, {"number", number.view()}};
        if (step.tag == FoldTag::call_end) {
            pieces.emplace_back("success", success);
            pieces.emplace_back("return data", step.return_data);
        }
        std::string name(name_of(step.tag));
        chain(out, name.append(" ").append(std::to_string(step.number)), "rolling hash", pieces);
    }
    return out;
}

StepTrace static_lookup_trace(std::string subject, std::span<const CallOutcome> outcomes) {
    StepTrace out{DigestKind::static_lookup_hash, std::move(subject), crypto::HashFunction::keccak_256, {}};
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const std::array<std::uint8_t, 1> success = flag(outcomes[i].success);
        chain(out, "static call " + std::to_string(i + 1), "hash so far",
              {{"success", success}, {"return data", outcomes[i].return_data}});
    }
    return out;
}

Hash32 static_lookup_hash(std::span<const CallOutcome> outcomes) {
    return static_lookup_trace({}, outcomes).value();
}

StepTrace action_hash_trace(const ExecutionTable& table, std::size_t entry) {
    Preimage message;
    message.literal("offset word", U256(32).to_word().view());
    message.source("nextAction", table.entries[entry].next_action->range);
    return single(DigestKind::action_hash, indexed("entries", entry) + ".nextAction",
                  "keccak of abi.encode(action)", std::move(message), table.calldata());
}

namespace {

/// Whether nothing is missing that main's public inputs are made of.
bool is_stated(const ExecutionTable& table, const ProofInputs* inputs) {
    return inputs != nullptr && (table.batch->proof_systems.empty() || public_inputs(table, 0, *inputs));
}

} // namespace

std::vector<StepTrace> table_traces(const ExecutionTable& table, const ProofInputs* inputs, std::size_t most,
                                    std::vector<Finding>* missing) {
    std::vector<StepTrace> out;
    CallTraces traces(table, out, most);
    const bool structs = table::hashes_structs(*table.format);
    for (std::size_t i = 0; i < table.entries.size() && !traces.full(); ++i) {
        const std::string subject = indexed("entries", i);
        if (structs) {
            traces.add(entry_hash_trace(table, i));
        }
        if (table.entries[i].next_action != nullptr) {
            traces.add(action_hash_trace(table, i));
        }
        traces.calls(table.entries[i].calls, subject);
        traces.lookups(table.entries[i].lookups, subject);
    }
    for (std::size_t i = 0; i < table.lookups.size() && !traces.full(); ++i) {
        const std::string subject = indexed("lookups", i);
        if (structs) {
            traces.add(lookup_hash_trace(table, i));
        }
        traces.calls(table.lookups[i].calls, subject);
        traces.lookups(table.lookups[i].lookups, subject);
    }
    for (StepTrace& trace : older_traces(table, inputs, most - out.size(), missing)) {
        traces.add(std::move(trace));
    }
    const auto blobs = inputs == nullptr ? std::optional<std::span<const Hash32>>()
                                         : std::optional(std::span<const Hash32>(inputs->blob_hashes));
    if (auto shared = shared_public_input_trace(table, blobs)) {
        traces.add(*std::move(shared));
    }
    if (missing != nullptr && table.batch && table.format->binding == table::Binding::shared &&
        !is_stated(table, inputs)) {
        missing->push_back({std::string(rules::inputs_missing),
                            Severity::info,
                            "batch",
                            {},
                            "expected the keys, block hash and time of every rollup of the batch, each once, "
                            "and the hashes of its blobs"});
    }
    const std::size_t systems = inputs != nullptr && table.batch ? table.batch->proof_systems.size() : 0;
    for (std::size_t k = 0; k < systems && !traces.full(); ++k) {
        for (auto* const make : {accumulator_trace, public_inputs_trace, recovery_trace}) {
            if (auto trace = make(table, k, *inputs)) {
                traces.add(*std::move(trace));
            }
        }
    }
    return out;
}

} // namespace anchorscope::digest
