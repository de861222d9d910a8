#include "core/verify/anchor_match.h"
#include "core/anchor/anchor_event.h"

namespace anchorscope::verify {

std::vector<digest::ObservationDigest> searchable_digests(const table::TableSource& source,
                                                          const table::ExecutionTable* table,
                                                          const digest::Profile* profile) {
    std::vector<digest::Observation> observations;
    for (const digest::Profile& each : profile == nullptr ? digest::profiles() : std::span(profile, 1)) {
        if (profile == nullptr && !each.uncovered.empty()) {
            continue;
        }
        if (auto observation = digest::observe(each, {source, table})) {
            observations.push_back(*std::move(observation));
        }
    }
    std::vector<digest::ObservationDigest> out;
    for (const crypto::HashFunction function : crypto::all_hash_functions) {
        std::ranges::move(digest::observation_digests(function, observations), std::back_inserter(out));
    }
    std::ranges::stable_sort(out, {}, [](const auto& each) { return digest::search_rank(*each.profile); });
    return out;
}

std::vector<Hash32> values_of(std::span<const digest::ObservationDigest> digests) {
    std::vector<Hash32> out;
    for (const digest::ObservationDigest& each : digests) {
        out.push_back(each.value);
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<AnchorMatch> anchor_matches(const chain::BlockEvidence& block,
                                        std::span<const digest::ObservationDigest> digests,
                                        const std::optional<Address>& contract,
                                        std::span<const anchor::DeclaredEvent> declared) {
    std::vector<AnchorMatch> out;
    for (const AnchorCandidate& each : anchor_candidates(block, declared).anchors) {
        const anchor::AnchorEventKind* const kind = anchor::anchor_event_kind(each.kind);
        const bool counts = kind == nullptr || (kind->conformant && each.account); // null: declared
        if (!counts || !each.digest || !each.succeeded || !each.transaction_hash ||
            (contract && *contract != each.contract)) {
            continue;
        }
        const auto observed = std::ranges::find(digests, *each.digest, &digest::ObservationDigest::value);
        if (observed != digests.end()) {
            out.push_back({each, *observed});
        }
    }
    return out;
}

anchor::Envelope envelope_of(const AnchorMatch& match, const chain::Header& header, std::uint64_t chain_id) {
    anchor::Envelope out;
    out.version = "erc8281/1";
    out.digest = match.observed.value;
    out.hash_function = match.observed.function;
    out.chain_id = chain_id;
    out.contract = match.anchor.contract;
    out.tx_hash = *match.anchor.transaction_hash;
    out.block_number = header.number;
    out.receipt_log_position = match.anchor.position;
    out.committer = *match.anchor.account;
    out.block_hash = header.hash;
    return out;
}

} // namespace anchorscope::verify
