#include "core/chain/json_fields.h"

namespace anchorscope::chain {

std::uint64_t JsonFields::u64(std::string_view key) {
    const std::optional<std::uint64_t> value = quantity(key).to_u64();
    if (!value) {
        refuse({codec::rules::json_value, path(key), {}, "expected a quantity below 2^64"});
    }
    return value.value_or(0);
}

const codec::Json& JsonFields::array(std::string_view key) {
    static const codec::Json empty = codec::Json::array();
    const auto* found = take(codec::member(*m_object, key, m_place));
    if (found == nullptr) {
        return empty;
    }
    if (!found->is_array()) {
        refuse({codec::rules::json_type, path(key), {}, "expected an array"});
        return empty;
    }
    return *found;
}

bool JsonFields::has(std::string_view key) const {
    const auto* found = find_member(*m_object, key);
    return found != nullptr && !found->is_null();
}

std::string JsonFields::path(std::string_view key) const {
    std::string text = m_place;
    if (!text.empty()) {
        text += '.';
    }
    text += key;
    return text;
}

const codec::Json* find_member(const codec::Json& object, std::string_view key) {
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

} // namespace anchorscope::chain
