// A search written down, and taken up again.
#include "core/anchor/log_search.h"
#include "core/codec/json.h"

namespace anchorscope::anchor {
namespace {

using codec::Json;

constexpr std::string_view schema = "anchorscope.log-search/1";
constexpr std::size_t max_state_bytes = std::size_t{8} << 20U;
constexpr std::size_t max_spans = std::size_t{1} << 16U;

Json span_json(BlockSpan span) { return Json::array({span.first, span.last}); }

/// Everything by which two searches are the same.
Json goal_json(const LogSearchGoal& goal) {
    Json digests = Json::array();
    for (const Hash32& digest : goal.digests) {
        digests.push_back(digest.hex());
    }
    Json out = Json::object();
    out["chain_id"] = std::to_string(goal.chain_id);
    out["contract"] = goal.contract ? Json(goal.contract->hex()) : Json();
    out["digests"] = std::move(digests);
    if (goal.event) {
        out["event"] = goal.event->hex();
    }
    out["span"] = span_json(goal.span);
    out["near"] = goal.near;
    return out;
}

Json hint_json(const LogHint& hint) {
    Json out = Json::object();
    out["block_number"] = hint.block_number;
    out["block_hash"] = hint.block_hash.hex();
    out["transaction_hash"] = hint.transaction_hash.hex();
    out["contract"] = hint.contract.hex();
    out["digest"] = hint.digest ? Json(hint.digest->hex()) : Json();
    return out;
}

tl::unexpected<Error> broken(std::string_view place) {
    return fail(rules::search_state, "expected what a search has saved", {}, std::string(place));
}

std::optional<std::uint64_t> number(const Json& object, std::string_view key) {
    const auto found = object.find(key);
    const bool fits = found != object.end() && found->is_number_unsigned();
    return fits ? std::optional(found->get<std::uint64_t>()) : std::nullopt;
}

std::optional<BlockSpan> span_of(const Json& json, BlockSpan within) {
    if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned() ||
        !json[1].is_number_unsigned()) {
        return {};
    }
    const BlockSpan span{json[0].get<std::uint64_t>(), json[1].get<std::uint64_t>()};
    const bool inside = within.first <= span.first && span.first <= span.last && span.last <= within.last;
    return inside ? std::optional(span) : std::nullopt;
}

Result<LogHint> hint_of(const Json& json, BlockSpan within) {
    if (!json.is_object()) {
        return broken("hits");
    }
    LogHint out;
    const auto block_number = number(json, "block_number");
    const auto block_hash = codec::hash_member(json, "block_hash", "hits");
    const auto transaction = codec::hash_member(json, "transaction_hash", "hits");
    const auto contract = codec::address_member(json, "contract", "hits");
    if (!block_number || !block_hash || !transaction || !contract || *block_number < within.first ||
        *block_number > within.last) {
        return broken("hits");
    }
    out = {*block_number, *block_hash, *transaction, *contract, {}};
    const auto digest = json.find("digest");
    if (digest == json.end()) {
        return broken("hits");
    }
    if (!digest->is_null()) {
        const auto value = codec::hash_member(json, "digest", "hits");
        if (!value) {
            return broken("hits");
        }
        out.digest = *value;
    }
    return out;
}

} // namespace

std::string LogSearch::state() const {
    Json unsearched = Json::array();
    for (const BlockSpan& span : m_unsearched) {
        unsearched.push_back(span_json(span));
    }
    Json hits = Json::array();
    for (const LogHint& hint : m_hits) {
        hits.push_back(hint_json(hint));
    }
    Json out = Json::object();
    out["schema"] = schema;
    out["goal"] = goal_json(m_goal);
    out["low"] = m_low;
    out["end"] = m_end;
    out["step"] = m_step;
    out["up"] = m_up;
    out["unsearched"] = std::move(unsearched);
    out["hits"] = std::move(hits);
    out["hits_cut"] = m_hits_cut;
    return out.dump(2) + '\n';
}

Result<LogSearch> LogSearch::resume(LogSearchGoal goal, std::string_view state, LogSearchLimits limits) {
    LogSearch out(std::move(goal), limits);
    const auto root = codec::parse_json(state, {max_state_bytes, 8});
    if (!root) {
        return tl::unexpected<Error>(root.error());
    }
    if (!root->is_object() || root->value("schema", Json()) != Json(schema)) {
        return broken("schema");
    }
    if (root->value("goal", Json()) != goal_json(out.m_goal)) {
        return fail(rules::search_goal, "this is the state of another search", {}, "goal");
    }
    const auto low = number(*root, "low");
    const auto end = number(*root, "end");
    const auto step = number(*root, "step");
    const BlockSpan span = out.m_goal.span;
    const bool sound = low && end && step && span.first <= *low && *low <= out.m_goal.near &&
                       out.m_goal.near <= *end && *end <= span.last + 1;
    const Json up = root->value("up", Json());
    const Json cut = root->value("hits_cut", Json());
    if (!sound || !up.is_boolean() || !cut.is_boolean()) {
        return broken("low");
    }
    out.m_low = *low;
    out.m_end = *end;
    out.m_step = std::clamp<std::uint64_t>(*step, 1, std::max<std::uint64_t>(1, limits.max_step));
    out.m_up = up.get<bool>();
    out.m_hits_cut = cut.get<bool>();
    const Json unsearched = root->value("unsearched", Json());
    const Json hits = root->value("hits", Json());
    if (!unsearched.is_array() || unsearched.size() > max_spans || !hits.is_array() ||
        hits.size() > limits.max_hits) {
        return broken("hits");
    }
    for (const Json& each : unsearched) {
        const auto refused = span_of(each, span);
        if (!refused) {
            return broken("unsearched");
        }
        out.m_unsearched.push_back(*refused);
    }
    for (const Json& each : hits) {
        auto hint = hint_of(each, span);
        if (!hint) {
            return tl::unexpected<Error>(hint.error());
        }
        out.m_hits.push_back(*std::move(hint));
    }
    std::ranges::sort(out.m_hits);
    return out;
}

} // namespace anchorscope::anchor
