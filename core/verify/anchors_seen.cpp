#include "core/verify/anchors_seen.h"

namespace anchorscope::verify {
namespace {

/// By the user's declarations: the one that finds the expected digest, else the first that fits.
std::optional<AnchorSeen> seen_as_declared(const Request& request, const chain::Log& log) {
    std::optional<AnchorSeen> out;
    for (const anchor::DeclaredEvent& event : request.declared_events) {
        auto fields = event.layout.decode(log);
        if (!fields || (out && out->digest == digest_expected(request))) {
            continue;
        }
        AnchorSeen seen;
        seen.kind = declared_kind;
        seen.signature = event.layout.signature();
        seen.digest = (*fields)[event.digest].word;
        seen.fields = *std::move(fields);
        if (!out || seen.digest == digest_expected(request)) {
            out = std::move(seen);
        }
    }
    return out;
}

AnchorSeen seen_as_known(anchor::ReadEvent event) {
    AnchorSeen out;
    out.kind = event.kind->id;
    out.signature = event.kind->signature;
    out.digest = event.digest;
    out.committer = event.account;
    out.fields = std::move(event.fields);
    out.flaw = std::move(event.flaw);
    return out;
}

/// A declaration of the user's is used for what the known kinds do not explain: other events, and logs with a
/// known topic 0 that are none of that kind.
std::optional<AnchorSeen> seen_in(const Request& request, const chain::Log& log) {
    auto event = anchor::read_anchor_event(log);
    std::optional<AnchorSeen> out;
    if (!event || !event->flaw.empty()) {
        out = seen_as_declared(request, log);
    }
    if (!out && event) {
        out = seen_as_known(*std::move(event));
    }
    if (out) {
        out->contract = log.address;
    }
    return out;
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
    std::vector<AnchorSeen> out;
    for (std::size_t block = 0; block < context.evidence.blocks.size(); ++block) {
        const chain::BlockEvidence& evidence = context.evidence.blocks[block];
        std::uint64_t logs_before = 0;
        for (std::size_t receipt = 0; receipt < evidence.receipts.size(); ++receipt) {
            const auto& logs = evidence.receipts[receipt].logs;
            const bool counted = evidence.position_of(receipt) == receipt; // all receipts before are here
            for (std::size_t position = 0; position < logs.size(); ++position) {
                if (auto seen = seen_in(context.request, logs[position])) {
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

std::vector<Finding> not_conformant(const Report& report) {
    const bool accepted = report.rungs[static_cast<std::size_t>(RungId::event)].state == RungState::passed;
    std::vector<Finding> out;
    for (const AnchorSeen& seen : report.anchors) {
        const anchor::AnchorEventKind* kind = anchor::anchor_event_kind(seen.kind);
        const bool conformant = kind == nullptr || (kind->conformant && seen.flaw.empty());
        if (seen.equal && !conformant && !(seen.chosen && accepted)) {
            out.push_back({std::string(rules::event_not_conformant),
                           Severity::warning,
                           "event",
                           {},
                           cat({"A log of ", seen.signature, " from ", seen.contract.hex(),
                                " carries this digest; it is not accepted as an ERC-8281 anchor",
                                seen.flaw.empty() ? "" : ": ", seen.flaw, "."})});
        }
    }
    return out;
}

} // namespace anchorscope::verify
