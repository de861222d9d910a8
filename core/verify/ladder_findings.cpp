#include "core/verify/ladder_findings.h"
#include "core/verify/anchors_seen.h"
#include "core/verify/dissent.h"
#include "core/verify/pre_state.h"
#include "core/verify/told_in_passing.h"

namespace anchorscope::verify {
namespace {

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
        if (block != nullptr && pinned_hash(pin, context.evidence, context.chain, block->header.number)) {
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
                       cat({"The ", anchor::title(request.envelope->generation),
                            " does not know this field; ignored."})});
    }
    return out;
}

/// What the producer says of finality is named, because other verifiers believe it.
std::vector<Finding> claimed_finality(const Request& request) {
    if (!request.envelope || !request.envelope->finality) {
        return {};
    }
    const anchor::ClaimedFinality& claim = *request.envelope->finality;
    return {
        {std::string(rules::envelope_finality),
         Severity::info,
         request.envelope_name,
         {},
         cat({"The envelope claims finality (depth ", std::to_string(claim.depth), " at ", claim.time,
              claim.commitment.empty() ? "" : ", ", claim.commitment,
              "). It is the producer's word: not believed and not used; finality is read from the chain."})}};
}

/// The input that did not decode, with the byte where reading stopped if that is a byte of the table.
Finding broken_input(const Request& request) {
    const Error& error = *request.malformed;
    Finding out{std::string(error.rule), Severity::error, error.place, {}, error.text};
    const std::uint64_t size = request.source ? request.source->bytes().size() : 0;
    if (table_is_malformed(request) && error.at && size > 0) {
        out.range = ByteRange{std::min(*error.at, size - 1), 1}; // the end, where bytes are missing
    }
    return out;
}

} // namespace

void note_failure(const RungContext& context, const Rung& rung, Report& report) {
    const bool told = rung.rule == rules::table_invariant ||
                      (rung.id == RungId::table && table_is_malformed(context.request)) ||
                      std::ranges::any_of(report.findings, [&rung](const Finding& finding) {
                          return finding.severity == Severity::error && finding.rule == rung.rule;
                      });
    if (rung.state == RungState::failed && !told) {
        report.findings.push_back(
            {std::string(rung.rule), Severity::error, std::string(name(rung.id)), {}, rung.detail});
    }
}

void collect_findings(const RungContext& context, Report& report) {
    std::vector<Finding> ladder = std::move(report.findings);
    report.findings.clear();
    if (context.request.malformed) {
        report.findings.push_back(broken_input(context.request));
    }
    if (context.table_part != nullptr) {
        add(report.findings, context.table_part->findings);
    }
    if (context.tree != nullptr) {
        add(report.findings, context.tree->findings);
    }
    add(report.findings, context.evidence.findings);
    add(report.findings, contradictions(context.evidence));
    add(report.findings, endpoint_findings(context.evidence));
    add(report.findings, told_in_passing(context.evidence));
    add(report.findings, unknown_fields(context.request));
    add(report.findings, claimed_finality(context.request));
    if (context.request.envelope && !context.request.declared_events.empty()) {
        report.findings.push_back(
            {std::string(rules::event_declared_unused),
             Severity::info,
             "event",
             {},
             "The events that you declared are not used: the envelope names its own rule."});
    }
    add(report.findings, ladder);
    add(report.findings, pre_state_findings(context));
    add(report.findings, not_conformant(report));
    add(report.findings, dissents(context, context.anchor_block()));
    if (context.posting_block() != context.anchor_block()) {
        add(report.findings, dissents(context, context.posting_block()));
    }
    add(report.findings, unused_pins(context));
}

} // namespace anchorscope::verify
