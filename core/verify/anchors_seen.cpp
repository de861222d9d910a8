#include "core/verify/anchors_seen.h"

namespace anchorscope::verify {
namespace {

/// Which topic carries the digest and which the account, in the kinds where an observation's digest is
/// logged.
struct Carrier {
    std::string_view kind;
    std::size_t digest_topic, account_topic;
    Hash32 topic0;
};

std::vector<Carrier> carriers() {
    std::vector<Carrier> out{
        {"ocp.recorded", 1, 2, {}}, {"ocp.recorded-v0", 1, 2, {}}, {"erc-8263.anchor-proof", 2, 3, {}}};
    for (Carrier& carrier : out) {
        const auto kind =
            std::ranges::find(anchor::anchor_event_kinds(), carrier.kind, &anchor::AnchorEventKind::id);
        carrier.topic0 = anchor::topic0(*kind);
    }
    return out;
}

/// The `index`-th argument: a topic, or where the event was declared without indexed arguments, a word of the
/// data.
std::optional<Hash32> argument(const chain::Log& log, std::size_t index) {
    if (index < log.topics.size()) {
        return log.topics[index];
    }
    const ByteView word = slice(log.data, {32 * (index - log.topics.size()), 32});
    return word.size() == 32 ? std::optional(Hash32::from(word)) : std::nullopt;
}

std::optional<AnchorSeen> seen_in(const chain::Log& log, const std::vector<Carrier>& carriers) {
    const auto carrier =
        log.topics.empty() ? carriers.end() : std::ranges::find(carriers, log.topics[0], &Carrier::topic0);
    if (carrier == carriers.end()) {
        return {};
    }
    const auto digest = argument(log, carrier->digest_topic);
    if (!digest || (carrier == carriers.begin() && !anchor::decode_recorded(log))) {
        return {};
    }
    AnchorSeen seen;
    seen.kind = carrier->kind;
    seen.contract = log.address;
    seen.digest = *digest;
    if (const auto account = argument(log, carrier->account_topic)) {
        seen.committer = Address::from_word(*account).value_or(Address{});
    }
    return seen;
}

bool is_chosen(const RungContext& context, const AnchorSeen& seen) {
    const auto& place = context.anchor;
    if (place.block != seen.block || place.receipt != seen.receipt) {
        return false;
    }
    return anchor_position(context.request, place) == seen.position;
}

} // namespace

std::vector<AnchorSeen> anchors_seen(const RungContext& context) {
    const auto known = carriers();
    std::vector<AnchorSeen> out;
    for (std::size_t block = 0; block < context.evidence.blocks.size(); ++block) {
        const chain::BlockEvidence& evidence = context.evidence.blocks[block];
        std::uint64_t logs_before = 0;
        for (std::size_t receipt = 0; receipt < evidence.receipts.size(); ++receipt) {
            const auto& logs = evidence.receipts[receipt].logs;
            const bool counted = evidence.position_of(receipt) == receipt; // all receipts before are here
            for (std::size_t position = 0; position < logs.size(); ++position) {
                if (auto seen = seen_in(logs[position], known)) {
                    seen->block = block;
                    seen->receipt = receipt;
                    seen->receipt_position = evidence.position_of(receipt);
                    seen->position = position;
                    seen->log_index = counted ? std::optional(logs_before + position) : std::nullopt;
                    seen->chosen = is_chosen(context, *seen);
                    out.push_back(*std::move(seen));
                }
            }
            logs_before += logs.size();
        }
    }
    return out;
}

std::vector<Finding> not_conformant(const std::vector<AnchorSeen>& anchors) {
    std::vector<Finding> out;
    for (const AnchorSeen& seen : anchors) {
        const auto kind =
            std::ranges::find(anchor::anchor_event_kinds(), seen.kind, &anchor::AnchorEventKind::id);
        if (seen.equal && !kind->conformant) {
            out.push_back({std::string(rules::event_not_conformant),
                           Severity::warning,
                           "event",
                           {},
                           cat({"A log of ", kind->signature, " from ", seen.contract.hex(),
                                " carries this digest; it is not accepted as an ERC-8281 anchor."})});
        }
    }
    return out;
}

} // namespace anchorscope::verify
