#include "core/verify/headline.h"

namespace anchorscope::verify {
namespace {

using Voucher = Authority::Voucher;

/// Of several failed rungs, the one that tells most about why.
constexpr std::array telling_order{RungId::digest,    RungId::event,    RungId::inclusion, RungId::block,
                                   RungId::slot,      RungId::finality, RungId::table,     RungId::trajectory,
                                   RungId::execution, RungId::proof};
constexpr std::array commitment_order{RungId::digest, RungId::event, RungId::inclusion, RungId::block};

const Rung& rung(const Report& report, RungId id) { return report.rungs[static_cast<std::size_t>(id)]; }
bool holds(const Report& report, RungId id) { return rung(report, id).state == RungState::passed; }

const Rung& worst(const Report& report) {
    for (const RungId id : telling_order) {
        if (rung(report, id).state == RungState::failed) {
            return rung(report, id);
        }
    }
    return report.rungs.front();
}

std::string event_failure(std::string_view rule) {
    if (rule == rules::event_digest_mismatch) {
        return "the log carries another digest";
    }
    if (rule == rules::event_contract_mismatch) {
        return "the event comes from another contract";
    }
    if (rule == rules::event_committer_mismatch) {
        return "another account is named as committer";
    }
    if (rule == rules::event_chain_id) {
        return "the evidence is of another chain";
    }
    if (rule == rules::event_reverted || rule == rules::event_removed) {
        return rule == rules::event_reverted ? "the anchoring transaction was reverted"
                                             : "the anchor was removed by a reorganisation";
    }
    if (rule == rules::event_block_number || rule == rules::event_block_hash) {
        return "the anchor stands in another block";
    }
    if (rule == rules::event_transaction_hash) {
        return "the receipt is another transaction's";
    }
    if (rule == rules::event_not_found) {
        return "the transaction does not log the digest";
    }
    return "the log is no conformant anchor";
}

std::string mismatch(const RungContext& context, const Report& report) {
    const Rung& failed = worst(report);
    switch (failed.id) {
    case RungId::digest:
        return failed.rule == rules::digest_expectations
                   ? "the envelope states another digest than you expect"
               : context.request.slice ? "the slice is not of the table anchored"
               : context.request.table ? "the table is not the one anchored"
                                       : "the bytes are not those anchored";
    case RungId::event:
        return event_failure(failed.rule);
    case RungId::inclusion:
        return "the block's contents do not give the roots in its header";
    case RungId::block:
        return failed.rule == rules::block_pin ? "the block is not the one pinned"
                                               : "the block is not on the chain";
    case RungId::slot:
        return cat({"anchored ", failed.summary});
    case RungId::finality:
        return "the block is no longer canonical";
    case RungId::table:
        return "the table breaks an enforced rule";
    case RungId::trajectory:
        return failed.rule == rules::trajectory_not_executed ? "an entry was left out"
                                                             : "the state trajectory is broken";
    case RungId::execution:
        return "the table is not what was executed";
    case RungId::proof:
        break;
    }
    return "the table was not accepted on this chain";
}

/// ", 1 dissents": never left out where the block has been vouched for all the same.
std::string dissent_words(const Authority& authority) {
    const std::size_t count = authority.dissenting.size();
    return count == 0 ? std::string()
                      : cat({", ", std::to_string(count), count == 1 ? " dissents" : " dissent"});
}

std::string block_words(const Authority& authority) {
    const std::size_t agreeing = authority.sources.size();
    switch (authority.voucher) {
    case Voucher::pin:
        return cat({"block pinned: ", listed(authority.sources), dissent_words(authority)});
    case Voucher::trusted:
        return cat({"block by your node ", listed(authority.sources), dissent_words(authority)});
    case Voucher::quorum:
        return cat({"block by ", std::to_string(agreeing), " ",
                    agreeing < authority.asked ? cat({"of ", std::to_string(authority.asked), " "}) : "",
                    "endpoints", dissent_words(authority)});
    case Voucher::single:
    case Voucher::nobody:
        break;
    }
    return "block not authenticated";
}

std::string_view broken_words(BrokenPart part) {
    switch (part) {
    case BrokenPart::table:
        break;
    case BrokenPart::envelope:
        return "the envelope cannot be read";
    case BrokenPart::evidence:
        return "the evidence file cannot be read";
    case BrokenPart::case_file:
        return "the case file is not sound";
    case BrokenPart::slice:
        return "the slice is not sound";
    case BrokenPart::option:
        return "an option names nothing that is known";
    }
    return "the table does not decode";
}

/// The highest rung of the commitment that holds with everything below it, and what comes next.
std::string highest_unbroken(const RungContext& context, const Report& report) {
    const auto& authority = context.anchor_authority;
    if (!holds(report, RungId::digest)) {
        return rung(report, RungId::digest).rule == rules::digest_nothing_expected
                   ? "Unproven: no anchor to compare with"
                   : "Digest not checked";
    }
    if (!holds(report, RungId::event)) {
        return "Digest matches; event not checked";
    }
    if (!holds(report, RungId::inclusion)) {
        return "Digest and event match; inclusion not checked";
    }
    if (authority && authority->passed()) {
        return cat({"Included; ", block_words(*authority)});
    }
    return authority && authority->voucher == Voucher::single
               ? cat({"Included, if ", authority->sources.front(), " is honest"})
               : std::string("Included; block not authenticated");
}

bool was_found(const Report& report, std::string_view rule) {
    return std::ranges::find(report.findings, rule, &Finding::rule) != report.findings.end();
}

/// What the headline must not keep silent about.
std::string caveats(const Request& request, const Report& report) {
    std::string out;
    if (holds(report, RungId::event) && was_found(report, rules::contract_unknown)) {
        out += ", by an unknown contract";
    }
    if (holds(report, RungId::event) && was_found(report, rules::event_declared)) {
        out += ", by an event that you declared";
    }
    if (request.slice) {
        out += cat({" (", std::to_string(request.slice->entries.size()), " of ",
                    counted(request.slice->count, "entry", "entries"), ", of rollup ",
                    request.slice->rollup.decimal(), "; that there are no others is not shown)"});
    } else if (holds(report, RungId::digest) && report.matched &&
               !report.matched->profile->uncovered.empty()) {
        out += cat({" (not committed: ", report.matched->profile->uncovered, ")"});
    }
    return out;
}

/// "Verified", or of a profile that commits a part: "Entries verified".
std::string verified_subject(const Request& request, const Report& report) {
    if (request.slice) {
        return "Slice verified";
    }
    std::string out(report.matched ? report.matched->profile->subject : "");
    if (out.empty()) {
        return "Verified";
    }
    out.front() = static_cast<char>(out.front() - 'a' + 'A'); // a profile's words, in lower case
    return out + " verified";
}

/// The first required rung that has not passed.
const Rung* missing(const Report& report) {
    for (const Rung& each : report.rungs) {
        const bool enough = each.state == RungState::passed ||
                            (each.state == RungState::passed_not_final && each.id != RungId::finality);
        if (report.required.contains(each.id) && !enough) {
            return &each;
        }
    }
    return nullptr;
}

std::string_view advice(std::string_view rule) {
    struct Line {
        std::string_view rule, text;
    };
    constexpr std::array lines{
        Line{rules::event_receipt_missing, " Attach evidence of its block, or name an endpoint."},
        Line{rules::event_not_found, " Attach the envelope, or evidence of the anchor's block."},
        Line{rules::event_unbound, " Attach the block with all its transactions."},
        Line{rules::inclusion_lone_receipt, " Attach evidence of its block, or name an endpoint."},
        Line{rules::inclusion_no_block, " Attach evidence of its block, or name an endpoint."},
        Line{rules::inclusion_bodies, " Attach the block with all its transactions."},
        Line{rules::block_no_authority, " Pin the block or name a trusted endpoint."},
        Line{rules::block_only_one,
             " Pin the block, trust the endpoint if it is your own node, or name a second one."},
        Line{rules::block_no_quorum, " Pin the block, or name endpoints that agree."},
        Line{rules::manager_not_stated, " State the manager."},
        Line{rules::proof_not_found, " Attach evidence of the block that accepted the table."},
        Line{rules::proof_trace_of_file, " Name an endpoint that traces transactions."},
        Line{rules::proof_contents, " Attach evidence of the transaction that carries the table."},
        Line{rules::proof_block, " Pin that block or name a trusted endpoint."},
        Line{rules::slot_unauthentic, " Pin that block or name a trusted endpoint."},
        Line{rules::slot_table_block,
             " Attach evidence of the block that accepted the table, and state the manager."},
        Line{rules::finality_not_read, " Name an endpoint."},
        Line{rules::finality_head, " Verify again later."},
    };
    const auto found = std::ranges::find(lines, rule, &Line::rule);
    return found == lines.end() ? std::string_view() : found->text;
}

std::string verified_reason(const Report& report) {
    std::string out = cat({"Every rung that the policy ", name(report.policy), " requires has passed."});
    const Rung& finality = rung(report, RungId::finality);
    if (finality.state == RungState::passed_not_final) {
        return cat({"Match, not final. ", finality.detail});
    }
    return finality.state == RungState::passed ? cat({out, " ", finality.detail})
                                               : cat({out, " Finality was not checked."});
}

} // namespace

std::string headline_of(const RungContext& context, const Report& report) {
    switch (report.verdict) {
    case Verdict::malformed:
        return cat({"Malformed: ", broken_words(context.request.broken)});
    case Verdict::mismatch:
        return cat({"Mismatch: ", mismatch(context, report)});
    case Verdict::verified:
        if (std::ranges::all_of(commitment_order, [&](RungId id) { return holds(report, id); })) {
            return cat({verified_subject(context.request, report), "; ",
                        block_words(*context.anchor_authority), caveats(context.request, report)});
        }
        break;
    case Verdict::unproven:
        break;
    }
    return highest_unbroken(context, report) + caveats(context.request, report);
}

std::string reason_of(const RungContext& context, const Report& report) {
    switch (report.verdict) {
    case Verdict::malformed:
        return context.request.malformed->message();
    case Verdict::mismatch:
        return worst(report).detail;
    case Verdict::verified:
        return verified_reason(report);
    case Verdict::unproven:
        break;
    }
    const Rung* open = missing(report);
    if (open == nullptr) {
        return {};
    }
    if (report.endpoints_silent) {
        return cat({open->detail, " No endpoint answered."});
    }
    return cat({open->detail, advice(open->rule)});
}

} // namespace anchorscope::verify
