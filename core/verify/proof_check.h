// Acceptance (c) of the rung `proof`: the public inputs of the table's batch recomputed, and every proof
// recovered to its signer. What the calldata does not hold is read from the contracts at one block: of each
// rollup's contract checkProofSystemsAndGetVkeys(address[]) and getTimestampAndBlockHash(uint64), of each
// proof system signer(). Limits: 1. only ECDSA proof systems, whose contract tells its signer by signer()
// (assumed: the public ABI does not list it); 2. the rollups' contracts are stated by the user, or logged by
// the manager in an authentic block (rollup_contracts.h); 3. only with blobs if the posting is known, for
// their hashes.
#pragma once
#include "core/digest/proof_inputs.h"
#include "core/verify/rollup_contracts.h"

namespace anchorscope::verify {

struct ContractCall {
    Address to;
    Bytes data;
    friend bool operator==(const ContractCall&, const ContractCall&) = default;
};

struct ProofCheck {
    enum class State : std::uint8_t {
        inapplicable, ///< no batch, contracts not known, blobs unknown: nothing is asked
        open,         ///< answers are missing
        unusable,     ///< an answer or a proof has not the form that it should
        differs,      ///< a proof is not its signer's
        verified
    };
    State state = State::inapplicable;
    std::size_t block = 0;             ///< index into Evidence::blocks, at whose state contracts are read
    std::vector<ContractCall> missing; ///< of an open check
    std::vector<Address> signers;      ///< of a verified one: by proof system
    std::optional<digest::ProofInputs>
        inputs; ///< as contracts that the user stated answered; empty while answers are missing
    std::vector<std::string> sources; ///< endpoints that answered the calls
    RollupContracts contracts;        ///< that were read
    std::string why;                  ///< unusable, differs
};

/// The block: where the posting is, else the first in evidence in which the manager logged a batch.
[[nodiscard]] ProofCheck check_proofs(const Request& request, const Evidence& evidence);

} // namespace anchorscope::verify
