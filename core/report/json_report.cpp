#include "core/report/json_report.h"
#include "core/crypto/erc55.h"
#include "core/report/json_parts.h"
#include "core/report/unknown_report.h"
#include "core/verify/locate.h"

namespace anchorscope::report {
namespace {

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json basis_json(const verify::Basis& basis) {
    return Json{{"kind", verify::name(basis.kind)}, {"sources", Json(basis.sources)}};
}

Json rungs_json(const verify::Report& report) {
    Json out = Json::array();
    for (const verify::Rung& rung : report.rungs) {
        out.push_back(Json{{"id", verify::name(rung.id)},
                           {"stage", verify::name(verify::stage_of(rung.id))},
                           {"state", verify::name(rung.state)},
                           {"basis", basis_json(rung.basis)},
                           {"expected", text_or_null(rung.expected)},
                           {"actual", text_or_null(rung.actual)},
                           {"detail", rung.detail},
                           {"rule", text_or_null(rung.rule)}});
    }
    return out;
}

Json digests_json(const verify::Report& report, const verify::TablePart* part) {
    Json out = Json::array();
    for (const digest::ObservationDigest& digest : report.observations) {
        out.push_back(observation_json(digest));
    }
    for (const digest::Digest& digest : part == nullptr ? std::vector<digest::Digest>() : part->digests) {
        out.push_back(digest_json(digest));
    }
    return out;
}

Json seen_json(const verify::AnchorSeen& seen, const verify::Evidence& evidence) {
    const chain::Header& header = evidence.blocks[seen.block].header;
    Json fields = Json::array();
    for (const anchor::EventField& field : seen.fields) {
        fields.push_back(Json{
            {"name", field.name}, {"type", field.type}, {"indexed", field.indexed}, {"value", field.value}});
    }
    return Json{{"kind", seen.kind},
                {"signature", seen.signature},
                {"block_number", std::to_string(header.number)},
                {"block_hash", header.hash.hex()},
                {"receipt", seen.receipt_position},
                {"receipt_log_position", seen.position},
                {"log_index", seen.log_index ? Json(*seen.log_index) : Json()},
                {"contract", crypto::checksummed(seen.contract)},
                {"digest", seen.digest ? Json(seen.digest->hex()) : Json()},
                {"committer", seen.committer ? Json(crypto::checksummed(*seen.committer)) : Json()},
                {"fields", std::move(fields)},
                {"flaw", text_or_null(seen.flaw)},
                {"equal", seen.equal},
                {"chosen", seen.chosen}};
}

/// By which rule a log carries the digest: the envelope's, the user's own, or that of ERC-8281.
std::string_view rule_of(const verify::Report& report, const verify::Request& request) {
    const auto chosen = std::ranges::find(report.anchors, true, &verify::AnchorSeen::chosen);
    const bool declared = chosen != report.anchors.end() && chosen->kind == verify::declared_kind;
    return !request.envelope && declared ? verify::declared_kind
                                         : anchor::name(verify::extraction_rule(request));
}

/// What was looked for, where it was found (null: not in a block of the evidence), and every anchor event
/// seen.
Json anchor_json(const verify::Report& report, const Subject& subject) {
    const auto& envelope = subject.request.envelope;
    const auto chosen = std::ranges::find(report.anchors, true, &verify::AnchorSeen::chosen);
    Json out;
    out["generation"] = envelope ? Json(anchor::name(envelope->generation)) : Json();
    out["rule"] = rule_of(report, subject.request);
    out["kind"] = chosen == report.anchors.end() ? Json() : Json(chosen->kind);
    out["digest"] = report.expected_digest ? Json(report.expected_digest->hex()) : Json();
    out["hash_function"] = envelope         ? Json(crypto::name(envelope->hash_function))
                           : report.matched ? Json(crypto::name(report.matched->function))
                                            : Json();
    out["chain_id"] = report.chain_id ? Json(std::to_string(*report.chain_id)) : Json();
    const auto transaction = verify::anchor_transaction(subject.request);
    out["tx_hash"] = transaction ? Json(transaction->hex()) : Json();
    out["found"] = chosen == report.anchors.end() ? Json() : seen_json(*chosen, subject.evidence);
    out["seen"] = Json::array();
    for (const verify::AnchorSeen& seen : report.anchors) {
        out["seen"].push_back(seen_json(seen, subject.evidence));
    }
    return out;
}

} // namespace

std::string verify_json(const verify::Report& report, const Subject& subject, const ToolVersion& tool) {
    const digest::Profile* profile = report.matched ? report.matched->profile : subject.request.profile;
    Json out;
    out["schema"] = report_schema;
    out["verdict"] = verify::name(report.verdict);
    out["policy"] = verify::name(report.policy);
    out["input"] = input_json(subject.request, profile);
    out["rungs"] = rungs_json(report);
    const bool all = subject.annex == nullptr || subject.annex->digests;
    out["digests"] = digests_json(report, all ? subject.table_part : nullptr);
    out["findings"] = findings_json(report.findings);
    out["anchor"] = anchor_json(report, subject);
    out["diagnosis"] = Json::array();
    if (subject.annex != nullptr) {
        add_annex(out, report, subject);
    }
    out["tool"] = tool_json(tool);
    return written(out);
}

std::string inspect_json(const Subject& subject, const ToolVersion& tool) {
    Json digests = Json::array();
    std::vector<Finding> findings;
    if (subject.table_part != nullptr) {
        for (const digest::Digest& digest : subject.table_part->digests) {
            digests.push_back(digest_json(digest));
        }
        findings = subject.table_part->findings;
    }
    if (subject.tree != nullptr) {
        findings.insert(findings.end(), subject.tree->findings.begin(), subject.tree->findings.end());
    }
    if (subject.joined != nullptr) {
        findings.insert(findings.end(), subject.joined->findings.begin(), subject.joined->findings.end());
    }
    if (subject.replay != nullptr) {
        findings.insert(findings.end(), subject.replay->findings.begin(), subject.replay->findings.end());
    }
    Json out;
    out["schema"] = report_schema;
    out["input"] = input_json(subject.request, subject.request.profile);
    out["digests"] = std::move(digests);
    out["findings"] = findings_json(findings);
    out["entries"] =
        subject.request.table ? entries_json(*subject.request.table, subject.tree) : Json::array();
    if (subject.request.table && subject.request.table->format->scheme == table::Scheme::messages) {
        out["messages"] = messages_json(*subject.request.table);
    }
    out["tree"] = subject.tree == nullptr ? Json() : tree_json(*subject.tree);
    const bool joined = subject.bundle != nullptr && subject.joined != nullptr;
    out["cross_domain_order"] = joined ? joined_json(*subject.bundle, *subject.joined) : Json();
    out["replay"] = subject.replay != nullptr ? replay_json(*subject.replay) : Json();
    if (!subject.request.table && !subject.request.slice && subject.request.source) {
        out["unknown"] = unknown_json(subject.request.source->bytes());
    }
    if (subject.names != nullptr && subject.request.table) {
        out["calls"] = calls_json(*subject.request.table, *subject.names, subject.labels);
        out["reverts"] = reverts_json(*subject.request.table, subject.tree, *subject.names);
    }
    if (subject.proxy_code != nullptr) {
        out["proxies"] = proxies_json(subject);
    }
    if (subject.steps) {
        std::vector<Finding> missing;
        out["steps"] = steps_json(traces_of(subject, &missing));
        out["steps_missing"] = findings_json(missing);
    }
    out["tool"] = tool_json(tool);
    return written(out);
}

} // namespace anchorscope::report
