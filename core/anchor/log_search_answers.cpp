// eth_getLogs: its filter, its answers, and what providers say instead of one.
#include "core/anchor/anchor_event.h"
#include "core/anchor/log_search.h"
#include "core/codec/json.h"

namespace anchorscope::anchor {
namespace {

using codec::Json;

constexpr std::size_t max_logs = std::size_t{1} << 17U; ///< of one answer; providers stop at 10 000 or so

std::string quantity(std::uint64_t value) {
    const Bytes bytes = U256(value).to_be_minimal();
    std::string digits = to_hex_bare(bytes);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return "0x" + (digits.empty() ? "0" : digits);
}

Hash32 event_topic(const LogSearchGoal& goal) {
    static const Hash32 recorded = topic0(anchor_event_kinds().front());
    return goal.event.value_or(recorded);
}

/// The log as it was named; an error where a member is missing or of another type.
Result<LogHint> read_log(const Json& log, std::vector<Hash32>& topics) {
    constexpr std::string_view place = "logs";
    if (!log.is_object()) {
        return fail(rules::search_answer, "expected an object", {}, std::string(place));
    }
    const auto number = codec::quantity_member(log, "blockNumber", place);
    const auto block = codec::hash_member(log, "blockHash", place);
    const auto transaction = codec::hash_member(log, "transactionHash", place);
    const auto contract = codec::address_member(log, "address", place);
    const auto listed = log.find("topics");
    if (!number || !number->to_u64() || !block || !transaction || !contract || listed == log.end() ||
        !listed->is_array() || listed->size() > 4) {
        return fail(rules::search_answer, "expected the members of a mined log", {}, std::string(place));
    }
    for (const Json& each : *listed) {
        const auto topic =
            Hash32::parse(each.is_string() ? each.get_ref<const std::string&>() : std::string());
        if (!topic) {
            return fail(rules::search_answer, "expected a topic", {}, std::string(place));
        }
        topics.push_back(*topic);
    }
    return LogHint{*number->to_u64(), *block, *transaction, *contract, {}};
}

bool is_removed(const Json& log) {
    const auto removed = log.find("removed");
    return removed != log.end() && *removed != Json(false);
}

bool was_asked_for(const LogSearchGoal& goal, BlockSpan span, const LogHint& hint,
                   const std::vector<Hash32>& topics) {
    const bool place = hint.block_number >= span.first && hint.block_number <= span.last &&
                       (!goal.contract || *goal.contract == hint.contract);
    const bool any = goal.digests.empty();
    return place && (any || (topics.size() >= 2 && topics[0] == event_topic(goal) &&
                             std::ranges::find(goal.digests, topics[1]) != goal.digests.end()));
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool says_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(
        words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// The quantity that begins at `at`, and where it ends.
std::optional<std::uint64_t> quantity_at(std::string_view text, std::size_t at, std::size_t& end) {
    end = at + 2;
    while (end < text.size() && hex_digit_value(text[end]) >= 0) {
        ++end;
    }
    const auto value = U256::parse_quantity(text.substr(at, end - at));
    return value ? value->to_u64() : std::nullopt;
}

} // namespace

Json log_filter(const LogSearchGoal& goal, BlockSpan span) {
    Json filter = Json::object();
    filter["fromBlock"] = quantity(span.first);
    filter["toBlock"] = quantity(span.last);
    if (goal.contract) {
        filter["address"] = goal.contract->hex();
    }
    if (!goal.digests.empty()) {
        Json digests = Json::array();
        for (const Hash32& digest : goal.digests) {
            digests.push_back(digest.hex());
        }
        filter["topics"] = Json::array({event_topic(goal).hex(), std::move(digests)});
    }
    return filter;
}

Result<std::vector<LogHint>> log_hints(const LogSearchGoal& goal, BlockSpan span, const Json& answer,
                                       std::size_t* foreign) {
    if (!answer.is_array() || answer.size() > max_logs) {
        return fail(rules::search_answer, "expected a list of logs");
    }
    std::vector<LogHint> out;
    std::size_t others = 0;
    for (const Json& log : answer) {
        std::vector<Hash32> topics;
        auto hint = read_log(log, topics);
        if (!hint) {
            return tl::unexpected<Error>(hint.error());
        }
        if (is_removed(log) || !was_asked_for(goal, span, *hint, topics)) {
            ++others;
            continue;
        }
        if (!goal.digests.empty()) {
            hint->digest = topics[1];
        }
        out.push_back(*std::move(hint));
    }
    if (foreign != nullptr) {
        *foreign = others;
    }
    return out;
}

Refusal refusal_of(const Error& error) {
    const std::string text = lower(error.text);
    if (text.starts_with("http 413") || text.starts_with("answer above")) {
        return Refusal::too_much;
    }
    if (text.starts_with("http 429") || says_any(text, {"too many requests", "rate limit", "per second",
                                                        "quota", "credits", "throughput", "daily request"})) {
        return Refusal::quota;
    }
    if (says_any(text, {"query returned more than", "block range", "range is too", "range too",
                        "too many results", "too many blocks", "response size", "result size", "limited to",
                        "exceeds the", "max results"})) {
        return Refusal::too_much;
    }
    if (text.starts_with("-32005")) {
        return Refusal::either;
    }
    const bool limit = text.starts_with("-32602") || text.starts_with("-32600") ||
                       text.starts_with("-32614") ||
                       error.rule == "net.timeout"; // a range that takes too long is too large
    return limit ? Refusal::too_much : Refusal::broken;
}

std::optional<std::uint64_t> suggested_length(const Error& error, BlockSpan asked) {
    const std::string_view text = error.text;
    const std::size_t first_at = text.find("0x");
    if (first_at == std::string_view::npos) {
        return {};
    }
    std::size_t end = 0;
    const auto first = quantity_at(text, first_at, end);
    const std::size_t last_at = text.find("0x", end);
    const auto last = last_at == std::string_view::npos ? std::nullopt : quantity_at(text, last_at, end);
    if (!first || !last || *last < *first || *last - *first >= asked.count() - 1) {
        return {};
    }
    return *last - *first + 1;
}

} // namespace anchorscope::anchor
