// Which anchor is a table's: by digest, under the profiles that commit all of it.
#pragma once
#include "core/anchor/envelope.h"
#include "core/digest/profile.h"
#include "core/verify/anchor_candidates.h"

namespace anchorscope::verify {

/// Digests by which an anchor of the table may be searched for: of every profile that commits the whole table
/// (or of `profile` alone) under every hash function, profile by profile.
[[nodiscard]] std::vector<digest::ObservationDigest>
searchable_digests(const table::TableSource& source, const table::ExecutionTable* table,
                   const digest::Profile* profile = nullptr);

/// Their values, ascending, each once.
[[nodiscard]] std::vector<Hash32> values_of(std::span<const digest::ObservationDigest> digests);

/// An anchor of one of the digests: one that ERC-8281 accepts, or what the user declared to be one.
struct AnchorMatch {
    AnchorCandidate anchor;
    digest::ObservationDigest observed;
};
/// Every conformant anchor in the block, and every log of a declared event, succeeded and bound to its
/// transaction, whose digest is one of these; with `contract`, only of that one. In the order of logs.
[[nodiscard]] std::vector<AnchorMatch> anchor_matches(const chain::BlockEvidence& block,
                                                      std::span<const digest::ObservationDigest> digests,
                                                      const std::optional<Address>& contract = {},
                                                      std::span<const anchor::DeclaredEvent> declared = {});

/// The envelope of an anchor that ERC-8281 accepts.
[[nodiscard]] anchor::Envelope envelope_of(const AnchorMatch& match, const chain::Header& header,
                                           std::uint64_t chain_id);

} // namespace anchorscope::verify
