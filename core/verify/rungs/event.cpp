// event: the declared log carries the digest under ERC-8281's rules. It is judged on the receipt as supplied;
// that the receipt belongs to a block is inclusion's matter.
#include "core/crypto/erc55.h"
#include "core/verify/rung_context.h"

namespace anchorscope::verify {
namespace {

using MaybeRung = std::optional<Rung>;

/// The receipt that is judged, and what its source claims beside it.
struct Subject {
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

Rung breaks(const Subject& subject, std::string_view rule, std::string detail, std::string expected = {},
            std::string actual = {}) {
    return failed(RungId::event, rule, subject.basis, std::move(detail), std::move(expected),
                  std::move(actual));
}

/// What contradicts before any receipt is looked at: the user against the envelope, endpoints against the
/// chain.
MaybeRung check_claims(const RungContext& context) {
    const Expectations& expect = context.request.expect;
    if (const auto& envelope = context.request.envelope) {
        if (expect.chain_id && *expect.chain_id != envelope->chain_id) {
            return failed(RungId::event, rules::event_chain_id, {},
                          "The envelope is for another chain than you expect.",
                          std::to_string(*expect.chain_id), std::to_string(envelope->chain_id));
        }
        if (expect.contract && *expect.contract != envelope->contract) {
            return failed(RungId::event, rules::event_contract_mismatch, {},
                          "The envelope names another contract than you expect.",
                          crypto::checksummed(*expect.contract), crypto::checksummed(envelope->contract));
        }
        if (expect.committer && *expect.committer != envelope->committer) {
            return failed(RungId::event, rules::event_committer_mismatch, {},
                          "The envelope names another committer than you expect.",
                          crypto::checksummed(*expect.committer), crypto::checksummed(envelope->committer));
        }
    }
    for (const EndpointState& endpoint : context.evidence.endpoints) {
        if (const auto stated = stated_chain(context.request);
            stated && endpoint.chain_id && *endpoint.chain_id != *stated) {
            return failed(RungId::event, rules::event_chain_id, {BasisKind::endpoint, {endpoint.name}},
                          cat({endpoint.name, " is an endpoint of another chain."}), std::to_string(*stated),
                          std::to_string(*endpoint.chain_id));
        }
    }
    return {};
}

/// The chain that the receipt's source says it is on, and the chains that the block's transactions are signed
/// for.
MaybeRung check_chain(const RungContext& context, const Subject& subject) {
    if (!context.chain) {
        return {};
    }
    const auto differs = [&](std::optional<std::uint64_t> claimed) {
        return claimed && *claimed != *context.chain;
    };
    const auto wrong = [&](std::string detail, std::uint64_t actual) {
        return breaks(subject, rules::event_chain_id, std::move(detail), std::to_string(*context.chain),
                      std::to_string(actual));
    };
    if (subject.lone != nullptr && !subject.lone->chain_id) {
        return cannot_check(RungId::event, rules::event_chain_id, "chain unknown",
                            cat({"Which chain the receipt from ", subject.source(), " is of is not known."}));
    }
    if (subject.lone != nullptr && differs(subject.lone->chain_id)) {
        return wrong(cat({"The receipt comes from another chain (", subject.source(), ")."}),
                     *subject.lone->chain_id);
    }
    if (subject.block == nullptr) {
        return {};
    }
    if (subject.block->source.kind == chain::SourceKind::file && differs(context.evidence.file_chain_id)) {
        return wrong(cat({"The evidence is of another chain (", subject.source(), ")."}),
                     *context.evidence.file_chain_id);
    }
    if (const auto foreign = foreign_chain(*subject.block, context.chain)) {
        return wrong(cat({"Transactions of block ", std::to_string(subject.block_number()),
                          " are signed for another chain."}),
                     *foreign);
    }
    return {};
}

MaybeRung check_receipt(const RungContext& context, const Subject& subject) {
    const auto asked = anchor_transaction(context.request);
    if (subject.lone != nullptr && asked && subject.lone->transaction_hash != *asked) {
        return breaks(subject, rules::event_transaction_hash,
                      cat({subject.source(), " answered with the receipt of another transaction."}),
                      asked->hex(), subject.lone->transaction_hash.hex());
    }
    const bool removed =
        subject.lone != nullptr
            ? subject.lone->removed
            : std::ranges::find(subject.block->contradictions, chain::rules::rpc_removed,
                                &chain::Contradiction::rule) != subject.block->contradictions.end();
    if (removed) {
        return breaks(subject, rules::event_removed,
                      cat({subject.source(), " marks logs of it as removed by a reorganisation."}));
    }
    if (subject.receipt->post_state) {
        return cannot_check(
            RungId::event, rules::event_no_status, "no status",
            "A receipt from before Byzantium does not say whether the transaction succeeded.");
    }
    if (!subject.receipt->succeeded) {
        return breaks(subject, rules::event_reverted, "The transaction was reverted: receipt status 0.", "1",
                      "0");
    }
    return {};
}

MaybeRung check_block_claims(const RungContext& context, const Subject& subject) {
    const auto& envelope = context.request.envelope;
    if (envelope && envelope->block_number != subject.block_number()) {
        return breaks(subject, rules::event_block_number,
                      "The receipt stands in another block than the envelope states.",
                      std::to_string(envelope->block_number), std::to_string(subject.block_number()));
    }
    if (envelope && envelope->block_hash && *envelope->block_hash != subject.block_hash()) {
        return breaks(subject, rules::event_block_hash,
                      "The block has another hash than the envelope states.", envelope->block_hash->hex(),
                      subject.block_hash().hex());
    }
    return {};
}

/// The rule of this room for a rule of the decoder.
std::string_view event_rule(std::string_view anchor_rule) {
    return anchor_rule == anchor::rules::anchor_topic0        ? rules::event_topic0
           : anchor_rule == anchor::rules::anchor_topic_count ? rules::event_topic_count
           : anchor_rule == anchor::rules::anchor_dirty_topic ? rules::event_dirty_topic
                                                              : rules::event_data;
}

MaybeRung check_contract(const RungContext& context, const Subject& subject, const chain::Log& log) {
    const auto& envelope = context.request.envelope;
    const auto& expected = context.request.expect.contract;
    if ((envelope && log.address != envelope->contract) || (expected && log.address != *expected)) {
        return breaks(subject, rules::event_contract_mismatch, "The log was emitted by another contract.",
                      crypto::checksummed(envelope ? envelope->contract : *expected),
                      crypto::checksummed(log.address));
    }
    return {};
}

MaybeRung check_topics(const RungContext& context, const Subject& subject, const chain::Log& log) {
    const auto recorded = anchor::decode_recorded(log);
    if (!recorded) {
        return breaks(subject, event_rule(recorded.error().rule),
                      cat({"The log is not conformant: ", recorded.error().text, "."}));
    }
    const auto expected = digest_expected(context.request);
    if (!expected || recorded->digest != *expected) {
        return breaks(subject, rules::event_digest_mismatch, "The log carries another digest.",
                      expected ? expected->hex() : std::string(), recorded->digest.hex());
    }
    const auto& envelope = context.request.envelope;
    const auto& expect = context.request.expect;
    if ((envelope && recorded->committer != envelope->committer) ||
        (expect.committer && recorded->committer != *expect.committer)) {
        return breaks(subject, rules::event_committer_mismatch,
                      "The contract names another account as committer.",
                      crypto::checksummed(envelope ? envelope->committer : *expect.committer),
                      crypto::checksummed(recorded->committer));
    }
    return {};
}

bool contract_is_known(const RungContext& context, const Address& contract) {
    return context.request.expect.contract == contract ||
           (context.chain && anchor::known_contract(*context.chain, contract) != nullptr);
}

Rung accept(const RungContext& context, const Subject& subject, std::size_t position, Report& report) {
    const chain::Log& log = subject.receipt->logs[position];
    const std::string contract = crypto::checksummed(log.address);
    const bool known = contract_is_known(context, log.address);
    if (!known) {
        report.findings.push_back(
            {std::string(rules::contract_unknown),
             Severity::warning,
             "event",
             {},
             cat({"The log was emitted by ", contract,
                  ", which nobody has stated or built in: anyone can deploy such a contract."})});
    }
    if (context.anchor.candidates > 1) {
        report.findings.push_back(
            {std::string(rules::event_several),
             Severity::warning,
             "event",
             {},
             cat({std::to_string(context.anchor.candidates), " logs carry this digest; one was chosen."})});
    }
    const auto committer = Address::from_word(log.topics[2]);
    return passed(
        RungId::event, subject.basis, cat({"log ", std::to_string(position)}),
        cat({"Log ", std::to_string(position), " of the receipt, emitted by ",
             known ? "" : "the unknown contract ", contract, ", carries the digest; the contract names ",
             crypto::checksummed(*committer), " as committer."}));
}

Rung judge(const RungContext& context, const Subject& subject, Report& report) {
    for (const auto check : {check_chain, check_receipt, check_block_claims}) {
        if (auto rung = check(context, subject)) {
            return *std::move(rung);
        }
    }
    const auto& envelope = context.request.envelope;
    const std::size_t count = subject.receipt->logs.size();
    if (!envelope && !context.anchor.position) {
        return not_checked(
            RungId::event, rules::event_not_found, "not found",
            cat({"None of the receipt's ", counted(count, "log", "logs"), " carries the digest."}));
    }
    const std::uint64_t stated = envelope ? envelope->receipt_log_position : *context.anchor.position;
    if (stated >= count) {
        return breaks(
            subject, rules::event_log_position,
            cat({"The receipt has ", counted(count, "log", "logs"), ": there is none at that position."}),
            std::to_string(stated), cat({counted(count, "log", "logs")}));
    }
    const auto position = static_cast<std::size_t>(stated);
    for (const auto check : {check_contract, check_topics}) {
        if (auto rung = check(context, subject, subject.receipt->logs[position])) {
            return *std::move(rung);
        }
    }
    return accept(context, subject, position, report);
}

std::string_view why_missing(const RungContext& context, const Hash32& transaction) {
    const auto denies = [&transaction](const EndpointState& endpoint) {
        const auto answer = endpoint.receipts.find(transaction);
        return answer != endpoint.receipts.end() && !answer->second;
    };
    if (std::ranges::any_of(context.evidence.endpoints, denies)) {
        return "No endpoint finds the transaction's receipt, which does not mean that there is none.";
    }
    return "No evidence holds the transaction's receipt.";
}

Rung without_receipt(const RungContext& context) {
    const auto transaction = anchor_transaction(context.request);
    const chain::BlockEvidence* block = context.anchor_block();
    if (!transaction) {
        return not_checked(RungId::event, rules::event_not_found, "not found",
                           "No log in evidence carries the digest.");
    }
    if (block != nullptr && context.anchor.foreign) {
        return failed(RungId::event, rules::event_transaction_hash, basis_of(block->source),
                      cat({"Block ", std::to_string(block->header.number),
                           " is named as the transaction's block, and does not contain it."}),
                      transaction->hex(), "not among its transactions");
    }
    if (block != nullptr) {
        return cannot_check(RungId::event, rules::event_unbound, "transactions missing",
                            cat({"The transactions of block ", std::to_string(block->header.number),
                                 " are missing: which receipt is the transaction's is not bound."}));
    }
    return not_checked(RungId::event, rules::event_receipt_missing, "no receipt",
                       std::string(why_missing(context, *transaction)));
}

} // namespace

Rung check_event(const RungContext& context, Report& report) {
    if (auto contradiction = check_claims(context)) {
        return *std::move(contradiction);
    }
    if (!digest_expected(context.request)) {
        return not_checked(RungId::event, rules::event_nothing_expected, "nothing expected",
                           "No digest is expected, so no log can carry it.");
    }
    Subject subject;
    subject.receipt = receipt_at(context.evidence, context.anchor);
    if (subject.receipt == nullptr) {
        return without_receipt(context);
    }
    subject.block = context.anchor_block();
    subject.lone = context.anchor.lone ? &context.evidence.lone_receipts[*context.anchor.lone] : nullptr;
    subject.basis = basis_of(subject.block != nullptr ? subject.block->source : subject.lone->source);
    return judge(context, subject, report);
}

} // namespace anchorscope::verify
