#include "core/casefile/manifest.h"
#include "core/codec/json.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::casefile {
namespace {

/// A line of some 200 bytes for each of at most 66 members.
constexpr codec::JsonLimits manifest_limits{std::size_t{1} << 16U, 4};

codec::Json entry_of(const Part& part) {
    return {{"name", part.name},
            {"bytes", std::to_string(part.bytes.size())},
            {"sha256", crypto::sha256(part.bytes).hex()}};
}

/// Which member of one entry differs, in words.
std::optional<std::string> difference(const codec::Json& stated, const codec::Json& expected) {
    for (const char* const key : {"name", "bytes", "sha256"}) {
        const auto found = stated.is_object() ? stated.find(key) : stated.end();
        if (!stated.is_object() || found == stated.end() || !found->is_string()) {
            return std::string("its manifest entry lacks ") + key;
        }
        if (*found != expected.at(key)) {
            return std::string(key)
                .append(" is ")
                .append(expected.at(key).get<std::string>())
                .append(", the manifest says otherwise");
        }
    }
    return std::nullopt;
}

Error differs(std::string text, std::string place) {
    return {rules::case_manifest, std::move(place), {}, std::move(text)};
}

} // namespace

std::string manifest_of(std::span<const Part* const> members) {
    codec::Json list = codec::Json::array();
    for (const Part* const part : members) {
        list.push_back(entry_of(*part));
    }
    codec::Json root = codec::Json::object();
    root["schema"] = case_schema;
    root["parts"] = std::move(list);
    return root.dump(2) + '\n';
}

std::optional<Error> manifest_difference(std::string_view text, std::span<const Part* const> members) {
    if (text == manifest_of(members)) {
        return std::nullopt;
    }
    const std::string place(names::manifest);
    Result<codec::Json> json = codec::parse_json(text, manifest_limits);
    if (!json) {
        json.error().place = place;
        return json.error();
    }
    if (const auto schema = codec::string_member(*json, "schema", place); !schema || *schema != case_schema) {
        return differs("expected the schema " + std::string(case_schema), place);
    }
    const auto list = codec::member(*json, "parts", place);
    if (!list || !(*list)->is_array() || (*list)->size() != members.size()) {
        return differs("expected a list of the " + std::to_string(members.size()) + " other members", place);
    }
    for (std::size_t index = 0; index < members.size(); ++index) {
        if (const auto how = difference((*list)->at(index), entry_of(*members[index]))) {
            return differs(*how, members[index]->name);
        }
    }
    return differs("not written as its content has to be", place);
}

} // namespace anchorscope::casefile
