// What parse_json accepts writes and parses back to the same value, without duplicate keys; errors stay
// short.
#include "core/codec/json.h"
#include <cstdlib>
#include <set>

using namespace anchorscope;
using codec::Json;

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

constexpr codec::JsonLimits limits{.max_bytes = std::size_t{1} << 20U, .max_depth = 16};

/// Recursion goes as deep as the limit above.
void check_value(const Json& value, std::size_t depth) {
    require(depth <= limits.max_depth && !value.is_number_float());
    std::set<std::string> keys;
    for (const auto& item : value.items()) {
        require(!value.is_object() || keys.insert(item.key()).second);
        if (item.value().is_structured()) {
            check_value(item.value(), depth + 1);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<Json> value = codec::parse_json(text, limits);
    if (!value) {
        const Error& error = value.error();
        require(!error.rule.empty() && error.text.size() < 300 && (!error.at || *error.at <= size));
        return 0;
    }
    check_value(*value, 1);
    const Result<Json> again = codec::parse_json(value->dump(), limits);
    require(again.has_value() && *again == *value);
    static_cast<void>(codec::hash_member(*value, "h", "root"));
    static_cast<void>(codec::quantity_member(*value, "q", "root"));
    static_cast<void>(codec::u64_member(*value, "n", "root"));
    return 0;
}
