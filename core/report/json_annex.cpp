// What the JSON of a kept report has beside the ladder.
#include "core/report/json_parts.h"

namespace anchorscope::report {
namespace {

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json number_or_null(const std::optional<std::uint64_t>& number) {
    return number ? Json(std::to_string(*number)) : Json();
}

Json files_json(const std::vector<InputFile>& files) {
    Json out = Json::array();
    for (const InputFile& file : files) {
        out.push_back(Json{
            {"role", file.role}, {"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256.hex()}});
    }
    return out;
}

Json role_json(const verify::Report& report, std::size_t block) {
    const bool anchor = report.anchor_block == block, table = report.table_block == block;
    return anchor && table ? Json("anchor_and_table")
           : anchor        ? Json("anchor")
           : table         ? Json("table")
                           : Json();
}

Json blocks_json(const verify::Report& report, const verify::Evidence& evidence) {
    constexpr std::array<std::string_view, 4> kinds{"computed", "case", "endpoint", "user"};
    Json out = Json::array();
    for (std::size_t index = 0; index < evidence.blocks.size(); ++index) {
        const chain::BlockEvidence& block = evidence.blocks[index];
        const auto kind = kinds[static_cast<std::size_t>(block.source.kind)];
        out.push_back(Json{{"number", std::to_string(block.header.number)},
                           {"hash", block.header.hash.hex()},
                           {"role", role_json(report, index)},
                           {"receipts", block.receipts.size()},
                           {"receipts_proven", block.receipts_proven},
                           {"source", Json{{"kind", kind}, {"name", text_or_null(block.source.name)}}}});
    }
    return out;
}

Json endpoints_json(const verify::Evidence& evidence) {
    Json out = Json::array();
    for (const verify::EndpointState& state : evidence.endpoints) {
        out.push_back(Json{{"name", state.name},
                           {"trusted", state.trusted},
                           {"chain_id", number_or_null(state.chain_id)},
                           {"head", number_or_null(state.head_number)},
                           {"finalized", number_or_null(state.finalized_number)},
                           {"failure", state.failure ? Json(*state.failure) : Json()}});
    }
    return out;
}

Json trajectories_json(const verify::TablePart* part) {
    Json out = Json::array();
    if (part == nullptr) {
        return out;
    }
    for (const transition::Trajectory& each : part->trajectories) {
        Json steps = Json::array();
        for (const transition::TrajectoryStep& step : each.steps) {
            steps.push_back(Json{{"entry", step.entry},
                                 {"before", step.before ? Json(step.before->hex()) : Json()},
                                 {"after", step.after.hex()},
                                 {"ether_delta", step.ether_delta.decimal_signed()},
                                 {"continues", step.continues}});
        }
        out.push_back(Json{{"rollup", each.rollup_id.decimal()},
                           {"unbroken", each.stated() ? Json(each.unbroken()) : Json()},
                           {"steps", std::move(steps)}});
    }
    return out;
}

} // namespace

void add_annex(Json& out, const verify::Report& report, const Subject& subject) {
    const Annex& annex = *subject.annex;
    out["files"] = files_json(annex.files);
    out["blocks"] = blocks_json(report, subject.evidence);
    if (annex.endpoints) {
        out["endpoints"] = endpoints_json(subject.evidence);
    }
    if (annex.tree) {
        out["trajectories"] = trajectories_json(subject.table_part);
        out["tree"] = subject.tree == nullptr ? Json() : tree_json(*subject.tree);
    }
    out["notes"] = Json::array();
    for (const Note& note : annex.notes) {
        out["notes"].push_back(Json{{"path", note.path}, {"text", note.text}});
    }
    out["reproduce"] =
        Json{{"command", text_or_null(annex.command)}, {"checked_at", text_or_null(annex.checked_at)}};
}

} // namespace anchorscope::report
