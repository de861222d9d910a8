#include "core/verify/proof_check.h"
#include "core/codec/abi_writer.h"
#include "core/crypto/secp256k1.h"
#include "core/digest/public_input.h"
#include "core/digest/table_digests.h"
#include "core/transition/manager_events.h"
#include "core/verify/wording.h"

namespace anchorscope::verify {
namespace {

constexpr std::string_view vkeys_signature = "checkProofSystemsAndGetVkeys(address[])";
constexpr std::string_view context_signature = "getTimestampAndBlockHash(uint64)";
constexpr std::string_view signer_signature = "signer()";

Bytes selector(std::string_view signature) {
    const Hash32 hash = crypto::keccak256(bytes_of(signature));
    return {hash.bytes.begin(), hash.bytes.begin() + 4};
}

Bytes vkeys_call(const table::Batch& batch, const table::RollupProofs& rollup) {
    Bytes out = selector(vkeys_signature);
    append(out, U256(32).to_word().view());
    append(out, U256(rollup.proof_systems.size()).to_word().view());
    for (const std::uint64_t index : rollup.proof_systems) {
        append(out, batch.proof_systems[static_cast<std::size_t>(index)].to_word().view());
    }
    return out;
}

Bytes context_call(const table::Batch& batch) {
    Bytes out = selector(context_signature);
    append(out, U256(batch.block_number).to_word().view());
    return out;
}

Hash32 word_at(const Bytes& data, std::size_t index) {
    return Hash32::from(ByteView(data).subspan(32 * index, 32));
}

/// abi.encode(bytes32[]) of exactly `count` words.
std::optional<std::vector<Hash32>> words_of(const Bytes& output, std::size_t count) {
    if (output.size() != 32 * (count + 2) || word_at(output, 0) != U256(32).to_word() ||
        word_at(output, 1) != U256(count).to_word()) {
        return {};
    }
    std::vector<Hash32> out;
    for (std::size_t index = 0; index < count; ++index) {
        out.push_back(word_at(output, 2 + index));
    }
    return out;
}

/// Every proof system that a rollup lists is there (an invariant of tables; here it keeps indices in range).
bool indices_hold(const table::Batch& batch) {
    return batch.proofs.size() == batch.proof_systems.size() &&
           std::ranges::all_of(batch.rollups, [&batch](const table::RollupProofs& rollup) {
               return std::ranges::all_of(rollup.proof_systems, [&batch](std::uint64_t index) {
                   return index < batch.proof_systems.size();
               });
           });
}

class Checker {
public:
    Checker(const Request& request, const Evidence& evidence) : m_request(request), m_evidence(evidence) {}

    ProofCheck run() {
        const auto block = block_to_read();
        if (!block) {
            return {};
        }
        m_out.contracts = rollup_contracts(m_request, m_evidence, *block);
        if (!contracts_known()) {
            return {};
        }
        m_out.block = *block;
        m_out.state = ProofCheck::State::open;
        const table::Batch& batch = *m_request.table->batch;
        if (!m_out.contracts.conflict.empty()) {
            unusable(m_out.contracts.conflict);
            return m_out;
        }
        const auto blobs = blob_hashes();
        const auto shared =
            blobs ? digest::shared_public_input(*m_request.table, std::span<const Hash32>(*blobs))
                  : std::nullopt;
        if (!shared) {
            m_out.state = ProofCheck::State::inapplicable;
            return m_out;
        }
        const auto inputs = rollup_inputs(batch);
        const auto signers = signers_of(batch);
        if (m_out.state != ProofCheck::State::open || !m_out.missing.empty()) {
            return m_out;
        }
        if (contracts_stated()) {
            m_out.inputs = inputs_read(batch, inputs, *blobs);
        }
        m_out.state = ProofCheck::State::verified;
        for (std::size_t index = 0; index < batch.proofs.size(); ++index) {
            compare(batch, index, *shared, inputs, signers[index]);
        }
        m_out.signers = signers;
        return m_out;
    }

private:
    const Request& m_request;
    const Evidence& m_evidence;
    ProofCheck m_out;

    [[nodiscard]] bool contracts_known() const {
        const table::Batch& batch = *m_request.table->batch;
        return !batch.rollups.empty() && !batch.proofs.empty() && indices_hold(batch) &&
               std::ranges::all_of(batch.rollups, [this](const table::RollupProofs& rollup) {
                   const auto id = rollup.rollup_id.to_u64();
                   return id && m_out.contracts.known.contains(*id);
               });
    }

    [[nodiscard]] bool contracts_stated() const {
        return std::ranges::none_of(m_out.contracts.known,
                                    [](const auto& each) { return each.second.block.has_value(); });
    }

    [[nodiscard]] std::optional<std::size_t> block_to_read() const {
        if (!m_request.table || !m_request.table->batch || !m_request.expect.manager) {
            return {};
        }
        if (const auto posting = locate_posting(m_request, m_evidence); posting && posting->succeeded) {
            return posting->block;
        }
        return batch_block(m_request, m_evidence);
    }

    [[nodiscard]] std::optional<std::vector<Hash32>> blob_hashes() const {
        const table::Batch& batch = *m_request.table->batch;
        std::vector<Hash32> blobs;
        const auto posting = locate_posting(m_request, m_evidence);
        for (const U256& index : batch.blob_indices) {
            const auto at = index.to_u64();
            const auto* carried =
                posting ? &m_evidence.blocks[posting->block].transactions[posting->transaction].blob_hashes
                        : nullptr;
            if (carried == nullptr || !at || *at >= carried->size()) {
                return {};
            }
            blobs.push_back((*carried)[static_cast<std::size_t>(*at)]);
        }
        return blobs;
    }

    [[nodiscard]] digest::ProofInputs inputs_read(const table::Batch& batch,
                                                  const std::vector<digest::RollupInputs>& inputs,
                                                  const std::vector<Hash32>& blobs) const {
        digest::ProofInputs out{m_out.sources, false, {}, blobs};
        for (std::size_t index = 0; index < inputs.size(); ++index) {
            out.rollups.push_back({batch.rollups[index].rollup_id, inputs[index]});
        }
        return out;
    }

    void unusable(std::string why) {
        if (m_out.state == ProofCheck::State::open) {
            m_out.state = ProofCheck::State::unusable;
            m_out.why = std::move(why);
        }
    }

    /// What an endpoint asked in this run answered; noted as missing where none has.
    std::optional<Bytes> answer(const Address& to, Bytes data) {
        const Hash32& at = m_evidence.blocks[m_out.block].header.hash;
        for (const CallAnswer& call : m_evidence.calls) {
            if (call.source.kind == chain::SourceKind::endpoint && call.output && call.block == at &&
                call.to == to && call.data == data) {
                if (std::ranges::find(m_out.sources, call.source.name) == m_out.sources.end()) {
                    m_out.sources.push_back(call.source.name);
                }
                return call.output;
            }
        }
        ContractCall call{to, std::move(data)};
        if (std::ranges::find(m_out.missing, call) == m_out.missing.end()) {
            m_out.missing.push_back(std::move(call));
        }
        return {};
    }

    std::vector<digest::RollupInputs> rollup_inputs(const table::Batch& batch) {
        std::vector<digest::RollupInputs> out;
        for (const table::RollupProofs& rollup : batch.rollups) {
            const Address& contract = m_out.contracts.known.at(*rollup.rollup_id.to_u64()).address;
            const auto keys = answer(contract, vkeys_call(batch, rollup));
            const auto context = answer(contract, context_call(batch));
            if (!keys || !context) {
                continue;
            }
            const auto words = words_of(*keys, rollup.proof_systems.size());
            const bool known =
                words && std::ranges::none_of(*words, &Hash32::is_zero); // no key: not its proof system
            if (!known || context->size() != 64) {
                unusable(cat({"The contract of rollup ", rollup.rollup_id.decimal(),
                              " does not answer as a rollup's contract does."}));
                continue;
            }
            out.push_back({*words, word_at(*context, 1), U256::from_word(word_at(*context, 0))});
        }
        return out;
    }

    std::vector<Address> signers_of(const table::Batch& batch) {
        std::vector<Address> out;
        for (const Address& system : batch.proof_systems) {
            const auto told = answer(system, selector(signer_signature));
            if (!told) {
                continue;
            }
            const auto signer = told->size() == 32 ? Address::from_word(word_at(*told, 0)) : std::nullopt;
            if (!signer || *signer == Address{}) {
                unusable(cat({"The proof system ", system.hex(), " names no signer."}));
            } else {
                out.push_back(*signer);
            }
        }
        return out;
    }

    void compare(const table::Batch& batch, std::size_t index, const Hash32& shared,
                 const std::vector<digest::RollupInputs>& inputs, const Address& signer) {
        const auto accumulated = digest::accumulated_inputs(batch, index, inputs);
        if (m_out.state != ProofCheck::State::verified) {
            return;
        }
        const std::string proof = cat({"proofs[", std::to_string(index), "]"});
        if (!accumulated) {
            m_out.state = ProofCheck::State::unusable;
            m_out.why = cat({proof, ": its inputs do not fit together."});
            return;
        }
        const Hash32 hash = digest::public_inputs_hash(shared, *accumulated);
        const auto recovered = crypto::recover_address(hash, batch.proofs[index]);
        if (!recovered) {
            m_out.state = ProofCheck::State::unusable;
            m_out.why = cat({proof, " is no ECDSA signature: ", recovered.error().text, "."});
        } else if (*recovered != signer) {
            m_out.state = ProofCheck::State::differs;
            m_out.why = cat({proof, " over the public-inputs hash ", hash.hex(), " is signed by ",
                             recovered->hex(), ", not by ", signer.hex(), "."});
        }
    }
};

} // namespace

ProofCheck check_proofs(const Request& request, const Evidence& evidence) {
    return Checker(request, evidence).run();
}

} // namespace anchorscope::verify
