// finality: our hash is canonical at its height and below the finalized head, both read in this run. Rests on
// an authentic block: an endpoint's word about finality makes no block authentic.
#include "core/verify/rung_context.h"

namespace anchorscope::verify {
namespace {

/// Whether the block was vouched for by as many hosts as the user asked for, this endpoint among them.
bool in_quorum(const RungContext& context, const EndpointState& endpoint) {
    const auto& authority = context.anchor_authority;
    return context.request.quorum && authority->passed() &&
           authority->voucher == Authority::Voucher::quorum &&
           std::ranges::find(authority->sources, endpoint.name) != authority->sources.end();
}

/// Those whose word counts: the user's own nodes, if any has answered; else a quorum of the size that the
/// user chose; else every endpoint.
std::vector<const EndpointState*> voices(const RungContext& context) {
    std::vector<const EndpointState*> own, quorum, all;
    for (const EndpointState& endpoint : context.evidence.endpoints) {
        const Vote vote = vote_of(endpoint, context.chain, context.anchor_block()->header);
        if (vote == Vote::silent || vote == Vote::other_chain) {
            continue;
        }
        all.push_back(&endpoint);
        if (endpoint.trusted) {
            own.push_back(&endpoint);
        }
        if (in_quorum(context, endpoint)) {
            quorum.push_back(&endpoint);
        }
    }
    return !own.empty() ? own : !quorum.empty() ? quorum : all;
}

Basis basis_for(const std::vector<const EndpointState*>& voices, const Basis& block) {
    Basis basis{BasisKind::endpoint, {}};
    for (const EndpointState* endpoint : voices) {
        basis.sources.push_back(endpoint->name);
    }
    return weakest(std::move(basis), block);
}

/// Some endpoint has another block at that height, or none.
std::optional<Rung> dissent(const RungContext& context, const std::vector<const EndpointState*>& speaking) {
    const chain::Header& header = context.anchor_block()->header;
    std::set<std::string> hosts;
    const EndpointState* first = nullptr;
    bool agreed = false, own = false;
    for (const EndpointState* endpoint : speaking) {
        const Vote vote = vote_of(*endpoint, context.chain, header);
        agreed = agreed || vote == Vote::agrees;
        if (vote == Vote::agrees) {
            continue;
        }
        first = first == nullptr ? endpoint : first;
        if (vote == Vote::differs) {
            hosts.insert(host_of(endpoint->name));
            own = own || endpoint->trusted;
        }
    }
    if (first == nullptr) {
        return {};
    }
    if (own || (!agreed && hosts.size() >= 2)) {
        return failed(RungId::finality, rules::finality_not_canonical,
                      {BasisKind::endpoint, {hosts.begin(), hosts.end()}},
                      cat({"Another block stands at height ", std::to_string(header.number), " now."}),
                      header.hash.hex(), "another block");
    }
    return not_checked(
        RungId::finality, rules::finality_dissent, "dissent",
        cat({first->name, " does not have this block at height ", std::to_string(header.number), "."}));
}

/// " Safe head: 130." The lowest that was told; nothing where nobody has one.
std::string safe_words(const std::vector<const EndpointState*>& speaking) {
    std::optional<std::uint64_t> safe;
    for (const EndpointState* endpoint : speaking) {
        if (endpoint->safe_number) {
            safe = std::min(safe.value_or(*endpoint->safe_number), *endpoint->safe_number);
        }
    }
    return safe ? cat({" Safe head: ", std::to_string(*safe), "."}) : std::string();
}

Rung judge(const RungContext& context, const std::vector<const EndpointState*>& speaking) {
    std::optional<std::uint64_t> head;
    for (const EndpointState* endpoint : speaking) {
        if (!endpoint->finalized_number) {
            return endpoint->finality_unsupported
                       ? cannot_check(RungId::finality, rules::finality_unsupported, "no finalized head",
                                      cat({endpoint->name, " has no finalized head."}))
                       : not_checked(RungId::finality, rules::finality_not_read, "not read",
                                     cat({endpoint->name, " has not said what its finalized head is."}));
        }
        head = std::min(head.value_or(*endpoint->finalized_number), *endpoint->finalized_number);
    }
    const std::uint64_t number = context.anchor_block()->header.number;
    Rung rung = passed(RungId::finality, basis_for(speaking, context.anchor_authority->basis()),
                       cat({"head ", std::to_string(*head)}),
                       cat({"Canonical, and not above the finalized head ", std::to_string(*head),
                            " read now.", safe_words(speaking)}));
    if (number > *head) {
        rung.state = RungState::passed_not_final;
        rung.rule = rules::finality_head;
        rung.detail =
            cat({"Canonical, but the finalized head is ", std::to_string(*head), ".", safe_words(speaking)});
    }
    return rung;
}

} // namespace

Rung check_finality(const RungContext& context) {
    if (context.evidence.endpoints.empty()) {
        return not_checked(RungId::finality, rules::finality_not_read, "not read",
                           "Finality is read now or not at all: no endpoint was asked.");
    }
    if (context.anchor_block() == nullptr) {
        return not_checked(RungId::finality, rules::finality_block, "no block",
                           "No evidence holds the block of the anchor.");
    }
    const auto speaking = voices(context);
    if (speaking.empty()) {
        return not_checked(RungId::finality, rules::finality_not_read, "not read",
                           "No endpoint has answered which block stands at that height.");
    }
    if (auto rung = dissent(context, speaking)) {
        return *std::move(rung);
    }
    if (!context.anchor_authority->passed()) {
        return not_checked(RungId::finality, rules::finality_block, "block not authentic",
                           "Finality rests on an authentic block, and this one is not known to be.");
    }
    return judge(context, speaking);
}

} // namespace anchorscope::verify
