// Private to the rung `event`: what is judged, and the demands in the order in which they are checked. Each
// answers with the broken demand, or with nothing.
#pragma once
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

using MaybeRung = std::optional<Rung>;

/// The receipt that is judged, and what its source claims beside it.
struct EventSubject {
    const chain::Receipt* receipt = nullptr;
    const chain::BlockEvidence* block = nullptr; ///< one of block and lone is set
    const LoneReceipt* lone = nullptr;
    Basis basis;

    [[nodiscard]] std::uint64_t block_number() const {
        return block != nullptr ? block->header.number : lone->block_number;
    }
    [[nodiscard]] const Hash32& block_hash() const {
        return block != nullptr ? block->header.hash : lone->block_hash;
    }
    [[nodiscard]] const std::string& source() const {
        return block != nullptr ? block->source.name : lone->source.name;
    }
};

[[nodiscard]] Rung event_breaks(const EventSubject& subject, std::string_view rule, std::string detail,
                                std::string expected = {}, std::string actual = {});

/// What contradicts before any receipt is looked at: the user against the envelope, endpoints against the
/// chain.
[[nodiscard]] MaybeRung check_expectations(const RungContext& context);
/// The chain that the receipt's source says it is on, and the chains that the block's transactions are signed
/// for.
[[nodiscard]] MaybeRung check_chain(const RungContext& context, const EventSubject& subject);

/// The receipt: of the transaction asked for, not removed, succeeded.
[[nodiscard]] MaybeRung check_receipt(const RungContext& context, const EventSubject& subject);
/// The block that the envelope states.
[[nodiscard]] MaybeRung check_block_claims(const RungContext& context, const EventSubject& subject);
/// The contract that envelope and user state.
[[nodiscard]] MaybeRung check_contract(const RungContext& context, const EventSubject& subject,
                                       const chain::Log& log);
/// Recorded, with the digest and the committer stated.
[[nodiscard]] MaybeRung check_topics(const RungContext& context, const EventSubject& subject,
                                     const chain::Log& log);

} // namespace anchorscope::verify
