// event: the declared log carries the digest under the declared rule: ERC-8281's, or that of an older
// generation. It is judged on the receipt as supplied; that the receipt belongs to a block is inclusion's
// matter.
#include "core/crypto/erc55.h"
#include "core/verify/rungs/event_subject.h"

namespace anchorscope::verify {
namespace {

bool contract_is_known(const RungContext& context, const Address& contract) {
    return context.request.expect.contract == contract ||
           (context.chain && anchor::known_contract(*context.chain, contract) != nullptr);
}

std::string checksummed_list(const std::vector<Address>& addresses) {
    std::vector<std::string> names;
    names.reserve(addresses.size());
    for (const Address& address : addresses) {
        names.push_back(crypto::checksummed(address));
    }
    return listed(names);
}

/// By which rule the log was read, where it is not the one that ERC-8281 has.
std::string under_rule(const RungContext& context) {
    const auto& envelope = context.request.envelope;
    if (!envelope || envelope->generation == anchor::Generation::erc8281) {
        return {};
    }
    return cat({" under ", anchor::name(envelope->rule), " (", anchor::title(envelope->generation), ")"});
}

void warn(std::string_view rule, std::string text, Report& report) {
    report.findings.push_back({std::string(rule), Severity::warning, "event", {}, std::move(text)});
}

void note_emitters(const RungContext& context, const chain::Log& log, Report& report) {
    const auto& emitters = context.anchor.emitters;
    if (!contract_is_known(context, log.address)) {
        const bool declared = context.request.envelope && context.request.envelope->contract;
        warn(rules::contract_unknown,
             cat({declared || emitters.size() < 2
                      ? cat({"The log was emitted by ", crypto::checksummed(log.address)})
                      : cat({"The digest was logged by ", checksummed_list(emitters)}),
                  ", which nobody has stated or built in: anyone can deploy such a contract."}),
             report);
    }
    if (context.anchor.candidates > 1) {
        warn(rules::event_several,
             cat({std::to_string(context.anchor.candidates), " logs carry this digest, emitted by ",
                  checksummed_list(emitters), "; one was chosen."}),
             report);
    }
}

/// "0 of receipt 2": the log's position in the receipt, and the receipt's in the block as inclusion counts
/// it.
std::string position_words(const RungContext& context, const EventSubject& subject, std::size_t position) {
    const auto& receipt = context.anchor.receipt;
    if (subject.block == nullptr || !receipt) {
        return cat({std::to_string(position), " of the receipt"});
    }
    return cat(
        {std::to_string(position), " of receipt ", std::to_string(subject.block->position_of(*receipt) + 1)});
}

/// Where explorers and JSON-RPC count it; known where all receipts before it are.
std::string block_wide(const RungContext& context, const EventSubject& subject, std::size_t position) {
    const auto& receipt = context.anchor.receipt;
    if (subject.block == nullptr || !receipt || !subject.block->receipts_proven) {
        return {};
    }
    const auto first = subject.block->first_log_index(*receipt);
    return first ? cat({" (log index ", std::to_string(*first + position), " in the block)"}) : std::string();
}

Rung accept(const RungContext& context, const EventSubject& subject, std::size_t position, Report& report) {
    const chain::Log& log = subject.receipt->logs[position];
    const AnchorReading reading = read_anchor_log(context.request, log).value();
    const anchor::Carried& carried = reading.carried;
    note_emitters(context, log, report);
    if (reading.declared != nullptr) {
        warn(rules::event_declared,
             cat({"The log is read by an event that you declared, ", reading.declared->layout.signature(),
                  " with its digest at ", reading.declared->place,
                  ": that it commits to anything is your own rule, and no standard's."}),
             report);
    }
    if (!carried.departure.empty()) {
        warn(rules::event_not_conformant,
             cat({"The log satisfies ", anchor::name(extraction_rule(context.request)),
                  ", and is no conformant event of ERC-8281: ", carried.departure, "."}),
             report);
    }
    const bool known = contract_is_known(context, log.address);
    const std::string where = position_words(context, subject, position);
    return passed(
        RungId::event, subject.basis, cat({"log ", where}),
        cat({"Log ", where, block_wide(context, subject, position), ", emitted by ",
             known ? "" : "the unknown contract ", crypto::checksummed(log.address), ", carries the digest",
             under_rule(context), reading.declared == nullptr ? "" : " under an event that you declared",
             carried.account
                 ? cat({"; the contract names ", crypto::checksummed(*carried.account), " as committer."})
                 : std::string("; the contract names no committer.")}));
}

/// No log that could be meant: of an envelope, which states that there is one, a contradiction.
Rung no_log(const RungContext& context, const EventSubject& subject) {
    const std::string detail =
        cat({"None of the receipt's ", counted(subject.receipt->logs.size(), "log", "logs"),
             " carries the digest", under_rule(context), "."});
    return context.request.envelope
               ? event_breaks(subject, rules::event_not_found, detail, context.request.envelope->digest.hex())
               : not_checked(RungId::event, rules::event_not_found, "not found", detail);
}

Rung judge(const RungContext& context, const EventSubject& subject, Report& report) {
    for (const auto check : {check_chain, check_receipt, check_block_claims}) {
        if (auto rung = check(context, subject)) {
            return *std::move(rung);
        }
    }
    const std::size_t count = subject.receipt->logs.size();
    const auto stated = anchor_position(context.request, context.anchor);
    if (!stated) {
        return no_log(context, subject);
    }
    if (*stated >= count) {
        return event_breaks(
            subject, rules::event_log_position,
            cat({"The receipt has ", counted(count, "log", "logs"), ": there is none at that position."}),
            std::to_string(*stated), cat({counted(count, "log", "logs")}));
    }
    const auto position = static_cast<std::size_t>(*stated);
    for (const auto check : {check_contract, check_topics}) {
        if (auto rung = check(context, subject, subject.receipt->logs[position])) {
            return *std::move(rung);
        }
    }
    return accept(context, subject, position, report);
}

/// A rule that reads no logs, or is not known: nothing is run in its place.
MaybeRung rule_without_logs(const RungContext& context) {
    const auto& envelope = context.request.envelope;
    if (!envelope) {
        return {};
    }
    if (envelope->rule == anchor::ExtractionRule::unknown) {
        return cannot_check(
            RungId::event, rules::event_unknown_rule, "unknown rule",
            cat({"The ", anchor::title(envelope->generation), " names the extraction rule \"",
                 envelope->rule_id, "\", which is not known; no other rule is run in its place."}));
    }
    if (envelope->rule == anchor::ExtractionRule::solana_instruction) {
        return cannot_check(
            RungId::event, rules::event_not_evm, "no EVM chain",
            cat({"solana/instruction-data takes the digest from bytes 8 to 40 of an instruction,",
                 " in transaction ", envelope->transaction_id, " on ", envelope->network,
                 ": not checkable on an EVM endpoint."}));
    }
    return {};
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
    if (block != nullptr && !block->whole()) {
        return not_checked(RungId::event, rules::event_receipt_missing, "part of the block",
                           cat({"The transaction's receipt is missing: ", only_at_hand(*block), "."}));
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
    if (auto rung = rule_without_logs(context)) {
        return *std::move(rung);
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
