// What contradicts about chain and expectations, before and beside the receipt itself.
#include "core/crypto/erc55.h"
#include "core/verify/rungs/event_subject.h"

namespace anchorscope::verify {
namespace {

MaybeRung differs(std::string_view rule, std::string_view what, std::string expected, std::string actual) {
    return failed(RungId::event, rule, {}, cat({"The envelope is for another ", what, " than you expect."}),
                  std::move(expected), std::move(actual));
}

/// Both are stated, and not the same.
template<class T>
bool contradicts(const std::optional<T>& a, const std::optional<T>& b) {
    return a && b && *a != *b;
}

MaybeRung user_against_envelope(const Expectations& expect, const anchor::Envelope& envelope) {
    if (contradicts(expect.chain_id, envelope.chain_id)) {
        return differs(rules::event_chain_id, "chain", std::to_string(*expect.chain_id),
                       std::to_string(*envelope.chain_id));
    }
    if (contradicts(expect.contract, envelope.contract)) {
        return differs(rules::event_contract_mismatch, "contract", crypto::checksummed(*expect.contract),
                       crypto::checksummed(*envelope.contract));
    }
    if (contradicts(expect.committer, envelope.committer)) {
        return differs(rules::event_committer_mismatch, "committer", crypto::checksummed(*expect.committer),
                       crypto::checksummed(*envelope.committer));
    }
    return {};
}

MaybeRung endpoints_against_chain(const RungContext& context) {
    const auto stated = stated_chain(context.request);
    for (const EndpointState& endpoint : context.evidence.endpoints) {
        if (stated && endpoint.chain_id && *endpoint.chain_id != *stated) {
            return failed(RungId::event, rules::event_chain_id, {BasisKind::endpoint, {endpoint.name}},
                          cat({endpoint.name, " is an endpoint of another chain."}), std::to_string(*stated),
                          std::to_string(*endpoint.chain_id));
        }
    }
    return {};
}

} // namespace

MaybeRung check_expectations(const RungContext& context) {
    if (context.request.envelope) {
        if (auto rung = user_against_envelope(context.request.expect, *context.request.envelope)) {
            return rung;
        }
    }
    return endpoints_against_chain(context);
}

MaybeRung check_chain(const RungContext& context, const EventSubject& subject) {
    if (!context.chain) {
        return {};
    }
    const auto differs = [&](std::optional<std::uint64_t> claimed) {
        return claimed && *claimed != *context.chain;
    };
    const auto wrong = [&](std::string detail, std::uint64_t actual) {
        return event_breaks(subject, rules::event_chain_id, std::move(detail), std::to_string(*context.chain),
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

} // namespace anchorscope::verify
