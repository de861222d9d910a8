// The demands on receipt and log: those of ERC-8281, as far as the envelope's generation makes them.
#include "core/crypto/erc55.h"
#include "core/verify/rungs/event_subject.h"

namespace anchorscope::verify {
namespace {

/// The rule of this room for a rule of the decoder.
std::string_view event_rule(std::string_view anchor_rule) {
    return anchor_rule == anchor::rules::anchor_topic0        ? rules::event_topic0
           : anchor_rule == anchor::rules::anchor_topic_count ? rules::event_topic_count
           : anchor_rule == anchor::rules::anchor_dirty_topic ? rules::event_dirty_topic
                                                              : rules::event_data;
}

} // namespace

Rung event_breaks(const EventSubject& subject, std::string_view rule, std::string detail,
                  std::string expected, std::string actual) {
    return failed(RungId::event, rule, subject.basis, std::move(detail), std::move(expected),
                  std::move(actual));
}

MaybeRung check_receipt(const RungContext& context, const EventSubject& subject) {
    const auto asked = anchor_transaction(context.request);
    if (subject.lone != nullptr && asked && subject.lone->transaction_hash != *asked) {
        return event_breaks(subject, rules::event_transaction_hash,
                            cat({subject.source(), " answered with the receipt of another transaction."}),
                            asked->hex(), subject.lone->transaction_hash.hex());
    }
    const bool removed =
        subject.lone != nullptr
            ? subject.lone->removed
            : std::ranges::find(subject.block->contradictions, chain::rules::rpc_removed,
                                &chain::Contradiction::rule) != subject.block->contradictions.end();
    if (removed) {
        return event_breaks(subject, rules::event_removed,
                            cat({subject.source(), " marks logs of it as removed by a reorganisation."}));
    }
    if (subject.receipt->post_state) {
        return cannot_check(
            RungId::event, rules::event_no_status, "no status",
            "A receipt from before Byzantium does not say whether the transaction succeeded.");
    }
    if (!subject.receipt->succeeded) {
        return event_breaks(subject, rules::event_reverted, "The transaction was reverted: receipt status 0.",
                            "1", "0");
    }
    return {};
}

MaybeRung check_block_claims(const RungContext& context, const EventSubject& subject) {
    const auto& envelope = context.request.envelope;
    if (envelope && envelope->block_number && *envelope->block_number != subject.block_number()) {
        return event_breaks(subject, rules::event_block_number,
                            "The receipt stands in another block than the envelope states.",
                            std::to_string(*envelope->block_number), std::to_string(subject.block_number()));
    }
    if (envelope && envelope->block_hash && *envelope->block_hash != subject.block_hash()) {
        return event_breaks(subject, rules::event_block_hash,
                            "The block has another hash than the envelope states.",
                            envelope->block_hash->hex(), subject.block_hash().hex());
    }
    return {};
}

MaybeRung check_contract(const RungContext& context, const EventSubject& subject, const chain::Log& log) {
    const auto& envelope = context.request.envelope;
    for (const auto& stated :
         {envelope ? envelope->contract : std::nullopt, context.request.expect.contract}) {
        if (stated && *stated != log.address) {
            return event_breaks(subject, rules::event_contract_mismatch,
                                "The log was emitted by another contract.", crypto::checksummed(*stated),
                                crypto::checksummed(log.address));
        }
    }
    return {};
}

MaybeRung check_topics(const RungContext& context, const EventSubject& subject, const chain::Log& log) {
    const auto reading = read_anchor_log(context.request, log);
    if (!reading) {
        return event_breaks(subject, event_rule(reading.error().rule),
                            cat({"The log is not conformant: ", reading.error().text, "."}));
    }
    const anchor::Carried& carried = reading->carried;
    const auto expected = digest_expected(context.request);
    if (!expected || carried.digest != *expected) {
        return event_breaks(subject, rules::event_digest_mismatch, "The log carries another digest.",
                            expected ? expected->hex() : std::string(), carried.digest.hex());
    }
    const auto& envelope = context.request.envelope;
    for (const auto& stated :
         {envelope ? envelope->committer : std::nullopt, context.request.expect.committer}) {
        if (stated && carried.account != stated) {
            return event_breaks(subject, rules::event_committer_mismatch,
                                "The contract names another account as committer.",
                                crypto::checksummed(*stated),
                                carried.account ? crypto::checksummed(*carried.account) : "none");
        }
    }
    return {};
}

} // namespace anchorscope::verify
