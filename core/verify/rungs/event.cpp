// event: the declared log carries the digest under ERC-8281's rules. It is judged on the receipt as supplied;
// that the receipt belongs to a block is inclusion's matter.
#include "core/crypto/erc55.h"
#include "core/verify/rungs/event_subject.h"

namespace anchorscope::verify {
namespace {

bool contract_is_known(const RungContext& context, const Address& contract) {
    return context.request.expect.contract == contract ||
           (context.chain && anchor::known_contract(*context.chain, contract) != nullptr);
}

Rung accept(const RungContext& context, const EventSubject& subject, std::size_t position, Report& report) {
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

Rung judge(const RungContext& context, const EventSubject& subject, Report& report) {
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
        return event_breaks(
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
    if (auto contradiction = check_expectations(context)) {
        return *std::move(contradiction);
    }
    if (!digest_expected(context.request)) {
        return not_checked(RungId::event, rules::event_nothing_expected, "none stated",
                           "No digest is expected, so no log can carry it.");
    }
    EventSubject subject;
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
