// Puts the ladder together: ten rungs, then the verdict from their states alone.
#include "core/verify/anchors_seen.h"
#include "core/verify/headline.h"

namespace anchorscope::verify {
namespace {

std::set<RungId> required_rungs(const Request& request) {
    constexpr std::array ladder{RungId::digest, RungId::event, RungId::inclusion, RungId::block,
                                RungId::finality};
    std::set<RungId> out = request.also;
    for (std::size_t index = 0; index <= static_cast<std::size_t>(request.policy); ++index) {
        out.insert(ladder[index]);
    }
    if (request.table) {
        out.insert(RungId::table);
    }
    return out;
}

bool suffices(const Rung& rung) {
    return rung.state == RungState::passed ||
           (rung.state == RungState::passed_not_final && rung.id != RungId::finality);
}

Verdict verdict_of(const Request& request, const Report& report) {
    if (request.malformed) {
        return Verdict::malformed;
    }
    if (std::ranges::any_of(report.rungs, [](const Rung& rung) { return rung.state == RungState::failed; })) {
        return Verdict::mismatch;
    }
    const bool all = std::ranges::all_of(report.required, [&report](RungId id) {
        return suffices(report.rungs[static_cast<std::size_t>(id)]);
    });
    return all ? Verdict::verified : Verdict::unproven;
}

void add(std::vector<Finding>& to, const std::vector<Finding>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// What endpoints said beside the consensus bytes and what was computed, where these differ.
std::vector<Finding> contradictions(const Evidence& evidence) {
    std::vector<Finding> out;
    for (const chain::BlockEvidence& block : evidence.blocks) {
        for (const chain::Contradiction& each : block.contradictions) {
            out.push_back(
                {std::string(each.rule),
                 Severity::warning,
                 cat({block.source.name, ": block ", std::to_string(block.header.number), ", ", each.place}),
                 {},
                 cat({"Claimed ", each.claimed, ", computed ", each.computed, "."})});
        }
    }
    return out;
}

bool is_used(const RungContext& context, const Pin& pin) {
    for (const auto* block : {context.anchor_block(), context.posting_block()}) {
        if (block != nullptr && pin_applies(pin, context.chain, block->header.number)) {
            return true;
        }
    }
    return false;
}

std::vector<Finding> unused_pins(const RungContext& context) {
    std::vector<Finding> out;
    for (const Pin& pin : context.request.pins) {
        if (!is_used(context, pin)) {
            out.push_back(
                {std::string(rules::pin_unused),
                 Severity::warning,
                 "block",
                 {},
                 cat({"The pin of block ", std::to_string(pin.number), " (", pin.label, ") was not used."})});
        }
    }
    return out;
}

std::vector<Finding> dissents(const RungContext& context, const chain::BlockEvidence* block) {
    std::vector<Finding> out;
    for (const EndpointState& endpoint : context.evidence.endpoints) {
        if (block != nullptr && vote_of(endpoint, context.chain, block->header) == Vote::differs) {
            out.push_back(
                {std::string(rules::block_dissent),
                 Severity::warning,
                 "block",
                 {},
                 cat({endpoint.name, " has another block at height ", std::to_string(block->header.number),
                      ": ", endpoint.canonical.at(block->header.number)->hex(), "."})});
        }
    }
    return out;
}

std::vector<Finding> endpoint_findings(const Evidence& evidence) {
    std::vector<Finding> out;
    for (const EndpointState& endpoint : evidence.endpoints) {
        if (endpoint.failure) {
            out.push_back({std::string(rules::endpoint_failed),
                           Severity::warning,
                           endpoint.name,
                           {},
                           *endpoint.failure});
        }
        for (const auto& [transaction, location] : endpoint.receipts) {
            if (location && location->transaction_hash != transaction) {
                out.push_back({std::string(rules::endpoint_other_transaction),
                               Severity::error,
                               endpoint.name,
                               {},
                               cat({"Asked for the receipt of ", transaction.hex(),
                                    ", answered with that of ", location->transaction_hash.hex(), "."})});
            }
        }
    }
    return out;
}

std::vector<Finding> unknown_fields(const Request& request) {
    std::vector<Finding> out;
    for (const std::string& field :
         request.envelope ? request.envelope->unknown_fields : std::vector<std::string>()) {
        out.push_back({std::string(rules::envelope_unknown_field),
                       Severity::info,
                       cat({request.envelope_name, request.envelope_name.empty() ? "" : ": ", field}),
                       {},
                       "ERC-8281 does not know this field; ignored."});
    }
    return out;
}

void collect_findings(const RungContext& context, Report& report) {
    std::vector<Finding> ladder = std::move(report.findings);
    report.findings.clear();
    if (context.table_part != nullptr) {
        add(report.findings, context.table_part->findings);
    }
    if (context.tree != nullptr) {
        add(report.findings, context.tree->findings);
    }
    add(report.findings, context.evidence.findings);
    add(report.findings, contradictions(context.evidence));
    add(report.findings, endpoint_findings(context.evidence));
    add(report.findings, unknown_fields(context.request));
    add(report.findings, ladder);
    add(report.findings, not_conformant(report.anchors));
    add(report.findings, dissents(context, context.anchor_block()));
    if (context.posting_block() != context.anchor_block()) {
        add(report.findings, dissents(context, context.posting_block()));
    }
    add(report.findings, unused_pins(context));
}

void climb(const RungContext& context, Report& report) {
    const auto put = [&report](Rung rung) {
        report.rungs[static_cast<std::size_t>(rung.id)] = std::move(rung);
    };
    put(check_table(context));
    put(check_trajectory(context, report));
    put(check_execution(context));
    put(check_proof(context, report));
    put(check_digest(context, report));
    put(check_event(context, report));
    put(check_inclusion(context));
    put(check_block(context));
    put(check_slot(context, report));
    put(check_finality(context));
}

bool all_silent(const Evidence& evidence) {
    return !evidence.endpoints.empty() &&
           std::ranges::all_of(evidence.endpoints,
                               [](const EndpointState& endpoint) { return endpoint.failure.has_value(); });
}

/// A recognised selector whose table is missing is malformed, even if the caller has not said so: never
/// opaque.
bool lost_its_table(const Request& request) {
    return !request.malformed && !request.table && request.source &&
           table::format_of_selector(request.source->bytes()) != nullptr;
}

} // namespace

Report verify(const Request& request, const Evidence& evidence, const TablePart* table_part,
              const transition::Tree* tree) {
    if (lost_its_table(request)) {
        Request marked = request;
        marked.malformed = Error{rules::table_undecoded,
                                 request.source->name,
                                 {},
                                 "begins like a known table, and was not decoded as one"};
        return verify(marked, evidence, table_part, tree);
    }
    const RungContext context = make_context(request, evidence, table_part, tree);
    Report report;
    report.policy = request.policy;
    report.required = required_rungs(request);
    report.chain_id = context.chain ? context.chain : evidence.file_chain_id;
    report.anchor_block = context.anchor.block;
    report.anchors = anchors_seen(context);
    climb(context, report);
    collect_findings(context, report);
    report.verdict = verdict_of(request, report);
    report.final_ = report.rungs[static_cast<std::size_t>(RungId::finality)].state == RungState::passed;
    report.endpoints_silent = report.verdict == Verdict::unproven && all_silent(evidence);
    report.headline = headline_of(context, report);
    report.reason = reason_of(context, report);
    return report;
}

} // namespace anchorscope::verify
