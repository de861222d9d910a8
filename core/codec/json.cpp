#include "core/codec/json.h"
#include "core/codec/json_parser.h"

namespace anchorscope::codec {
namespace {

std::string path_of(std::string_view place, std::string_view key) {
    std::string path(place);
    path += place.empty() ? "" : ".";
    path += key;
    return path;
}

tl::unexpected<Error> wrong_type(std::string_view expected, const Json& seen, std::string path) {
    std::string text = "expected ";
    text += expected;
    text += ", got ";
    text += seen.type_name();
    return fail(rules::json_type, std::move(text), {}, std::move(path));
}

/// The string member `key`, read by `parse`; what `parse` refuses becomes rules::json_value at the member's
/// path.
template<class Parse>
auto parsed_member(const Json& object, std::string_view key, std::string_view place, Parse parse)
    -> decltype(parse(std::string_view())) {
    const Result<std::string> text = string_member(object, key, place);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto value = parse(std::string_view(*text));
    if (!value) {
        std::string why = std::move(value.error().text);
        if (value.error().at) {
            why += " at character " + std::to_string(*value.error().at);
        }
        return fail(rules::json_value, std::move(why), {}, path_of(place, key));
    }
    return value;
}

} // namespace

Result<Json> parse_json(std::string_view text, const JsonLimits& limits) {
    return JsonParser(text, limits).parse();
}

Result<const Json*> member(const Json& object, std::string_view key, std::string_view place) {
    if (!object.is_object()) {
        return wrong_type("object", object, std::string(place));
    }
    const auto found = object.find(key);
    if (found == object.end()) {
        return fail(rules::json_missing, "expected this member, it is absent", {}, path_of(place, key));
    }
    return &*found;
}

Result<std::string> string_member(const Json& object, std::string_view key, std::string_view place) {
    const Result<const Json*> value = member(object, key, place);
    if (!value) {
        return tl::unexpected(value.error());
    }
    if (!(*value)->is_string()) {
        return wrong_type("string", **value, path_of(place, key));
    }
    return (*value)->get<std::string>();
}

Result<Hash32> hash_member(const Json& object, std::string_view key, std::string_view place) {
    return parsed_member(object, key, place, Hash32::parse);
}

Result<Address> address_member(const Json& object, std::string_view key, std::string_view place) {
    return parsed_member(object, key, place, Address::parse);
}

Result<Bytes> bytes_member(const Json& object, std::string_view key, std::string_view place) {
    return parsed_member(object, key, place, [](std::string_view text) { return from_hex(text); });
}

Result<U256> quantity_member(const Json& object, std::string_view key, std::string_view place) {
    return parsed_member(object, key, place, U256::parse_quantity);
}

Result<std::uint64_t> u64_member(const Json& object, std::string_view key, std::string_view place) {
    const Result<const Json*> value = member(object, key, place);
    if (!value) {
        return tl::unexpected(value.error());
    }
    const Json& number = **value;
    if (!number.is_number_integer()) {
        return wrong_type("integer", number, path_of(place, key));
    }
    if (!number.is_number_unsigned() && number.get<std::int64_t>() < 0) {
        return fail(rules::json_value, "expected a number that is not negative", {}, path_of(place, key));
    }
    return number.get<std::uint64_t>();
}

} // namespace anchorscope::codec
