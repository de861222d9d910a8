#include "core/verify/rung_context.h"
#include "core/verify/failure_words.h"

namespace anchorscope::verify {
namespace {

Rung make(RungId id, RungState state, std::string_view rule, std::string summary, std::string detail) {
    Rung rung;
    rung.id = id;
    rung.state = state;
    rung.rule = rule;
    rung.summary = std::move(summary);
    rung.detail = std::move(detail);
    return rung;
}

std::optional<std::uint64_t> chain_of_endpoints(const Evidence& evidence) {
    std::optional<std::uint64_t> chain;
    for (const EndpointState& endpoint : evidence.endpoints) {
        if (chain && endpoint.chain_id && *endpoint.chain_id != *chain) {
            return {};
        }
        chain = endpoint.chain_id ? endpoint.chain_id : chain;
    }
    return chain;
}

std::optional<std::uint64_t> chain_of(const RungContext& context) {
    if (const auto stated = stated_chain(context.request)) {
        return stated;
    }
    const chain::BlockEvidence* block = context.anchor_block();
    if (block != nullptr && block->transactions_proven && context.anchor.receipt) {
        if (const auto& signed_for = block->transactions[*context.anchor.receipt].chain_id) {
            return signed_for;
        }
    }
    return chain_of_endpoints(context.evidence);
}

bool event_basis(const RungContext& context) {
    const auto& posting = context.posting;
    if (!posting || !posting->succeeded || posting->other_chain || context.tree == nullptr ||
        context.tree->events.empty()) {
        return false; // a tree that events contradict keeps another basis: what they say counts all the same
    }
    return std::ranges::all_of(context.tree->events, [&](const transition::ManagerEvent& event) {
        return event.log.block == posting->block;
    });
}

} // namespace

RungContext make_context(const Request& request, const Evidence& evidence, const TablePart* table_part,
                         const transition::Tree* tree) {
    RungContext context{request, evidence, table_part, tree, {}, {}, {}, {}, {}, false};
    context.anchor = locate_anchor(request, evidence);
    context.posting = locate_posting(request, evidence);
    context.chain = chain_of(context);
    if (const auto* block = context.anchor_block()) {
        context.anchor_authority = authority_of(request, evidence, context.chain, block->header);
    }
    if (const auto* block = context.posting_block()) {
        context.posting->other_chain = foreign_chain(*block, context.chain);
        context.posting_authority = authority_of(request, evidence, context.chain, block->header);
    }
    context.has_event_basis = event_basis(context);
    return context;
}

bool table_is_malformed(const Request& request) {
    return request.malformed && !request.table && request.broken == BrokenPart::table;
}

Basis basis_of(const chain::Source& source) {
    switch (source.kind) {
    case chain::SourceKind::computed:
        return {};
    case chain::SourceKind::user:
        return {BasisKind::pinned, {source.name}};
    case chain::SourceKind::endpoint:
        return {BasisKind::endpoint, {source.name}};
    case chain::SourceKind::file:
        break;
    }
    return {BasisKind::file, {source.name}};
}

Basis posting_basis(const RungContext& context) {
    const Basis block = basis_of(context.posting_block()->source);
    const auto& trace = context.posting->trace;
    return trace ? weakest(block, basis_of(context.evidence.traces[*trace].source)) : block;
}

Basis weakest(Basis a, const Basis& b) {
    a.kind = std::max(a.kind, b.kind);
    for (const std::string& source : b.sources) {
        if (std::ranges::find(a.sources, source) == a.sources.end()) {
            a.sources.push_back(source);
        }
    }
    return a;
}

Rung passed(RungId id, Basis basis, std::string summary, std::string detail) {
    Rung rung = make(id, RungState::passed, {}, std::move(summary), std::move(detail));
    rung.basis = std::move(basis);
    return rung;
}

Rung failed(RungId id, std::string_view rule, Basis basis, std::string detail, std::string expected,
            std::string actual) {
    Rung rung = make(id, RungState::failed, rule, std::string(failure_words(rule)), std::move(detail));
    rung.basis = std::move(basis);
    rung.expected = std::move(expected);
    rung.actual = std::move(actual);
    return rung;
}

Rung not_checked(RungId id, std::string_view rule, std::string summary, std::string detail) {
    return make(id, RungState::not_checked, rule, std::move(summary), std::move(detail));
}

Rung cannot_check(RungId id, std::string_view rule, std::string summary, std::string detail) {
    return make(id, RungState::cannot_check, rule, std::move(summary), std::move(detail));
}

} // namespace anchorscope::verify
