// Puts the ladder together: ten rungs, then the verdict from their states alone.
#include "core/verify/anchors_seen.h"
#include "core/verify/headline.h"
#include "core/verify/ladder_findings.h"

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

void climb(const RungContext& context, Report& report) {
    const auto put = [&](Rung rung) {
        if (context.request.slice && rung.rule == rules::table_opaque) {
            rung = cannot_check(rung.id, rules::table_slice, "a slice",
                                "A slice has single entries, not the table.");
        }
        note_failure(context, rung, report);
        report.rungs[static_cast<std::size_t>(rung.id)] = std::move(rung);
    };
    put(check_table(context));
    put(check_trajectory(context, report));
    put(check_execution(context, report));
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

/// The same of a text that says to be a slice.
bool lost_its_slice(const Request& request) {
    const auto text = [&request] {
        const Bytes& file = request.source->file;
        return std::string_view(reinterpret_cast<const char*>(file.data()), file.size());
    };
    return !request.malformed && !request.slice && request.source && digest::announces_slice(text());
}

Request marked_malformed(const Request& request, BrokenPart part, std::string text) {
    Request marked = request;
    marked.malformed = Error{rules::table_undecoded, request.source->name, {}, std::move(text)};
    marked.broken = part;
    return marked;
}

} // namespace

Report verify(const Request& request, const Evidence& evidence, const TablePart* table_part,
              const transition::Tree* tree) {
    if (lost_its_table(request)) {
        return verify(marked_malformed(request, BrokenPart::table,
                                       "begins like a known table, and was not decoded as one"),
                      evidence, table_part, tree);
    }
    if (lost_its_slice(request)) {
        return verify(
            marked_malformed(request, BrokenPart::slice, "says to be a slice, and was not read as one"),
            evidence, table_part, tree);
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
