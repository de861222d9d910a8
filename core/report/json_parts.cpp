#include "core/report/json_parts.h"

namespace anchorscope::report {
namespace {

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json preimage_json(std::string_view source, ByteRange range) {
    return Json{{"source", source}, {"offset", range.offset}, {"length", range.length}};
}

} // namespace

Json input_json(const verify::Request& request, const digest::Profile* profile) {
    const table::TableSource* source = request.source.get();
    Json out;
    out["path"] = source == nullptr ? Json() : Json(source->name);
    out["bytes"] = source == nullptr ? Json() : Json(source->file.size());
    out["sha256"] = source == nullptr ? Json() : Json(source->file_sha256.hex());
    if (source != nullptr && !source->place.empty()) {
        out["found_at"] = source->place;
    }
    out["format"] = request.table ? Json(request.table->format->id) : Json();
    out["profile"] = profile == nullptr ? Json() : Json(profile->id);
    if (const auto& slice = request.slice) {
        Json indices = Json::array();
        for (const digest::SliceEntry& entry : slice->entries) {
            indices.push_back(entry.index);
        }
        out["slice"] = Json{{"format", slice->format->id},
                            {"rollup", slice->rollup.decimal()},
                            {"entries", std::move(indices)},
                            {"of", slice->count},
                            {"root", slice->root.hex()}};
    }
    if (const auto& file = request.case_file) {
        out["case"] = Json{{"path", file->name}, {"bytes", file->bytes}, {"sha256", file->sha256.hex()}};
    }
    return out;
}

Json observation_json(const digest::ObservationDigest& digest) {
    std::string subject(digest.profile->id);
    subject.append("/").append(crypto::name(digest.function));
    const digest::Observation& observation = digest.observation;
    Json preimage = preimage_json(digest::name(observation.origin), observation.range);
    if (observation.origin == digest::ObservationOrigin::derived) { // they stand in no file to look at
        preimage["sha256"] = crypto::sha256(observation.bytes).hex();
    }
    return Json{{"kind", digest::id(digest::DigestKind::observation)},
                {"subject", subject},
                {"value", digest.value.hex()},
                {"preimage", std::move(preimage)}};
}

Json digest_json(const digest::Digest& digest) {
    return Json{{"kind", digest::id(digest.kind)},
                {"subject", digest.subject},
                {"value", digest.value.hex()},
                {"preimage", preimage_json("calldata", digest.range)}};
}

Json findings_json(const std::vector<Finding>& findings) {
    Json out = Json::array();
    for (const Finding& finding : findings) {
        out.push_back(Json{{"rule", finding.rule},
                           {"severity", name(finding.severity)},
                           {"node", text_or_null(finding.place)},
                           {"range", finding.range ? Json{{"offset", finding.range->offset},
                                                          {"length", finding.range->length}}
                                                   : Json()},
                           {"text", finding.text}});
    }
    return out;
}

Json tool_json(const ToolVersion& tool) { return Json{{"name", tool.name}, {"version", tool.version}}; }

std::string written(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace anchorscope::report
