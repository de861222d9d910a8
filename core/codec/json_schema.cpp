#include "core/codec/json_schema.h"
#include <string>

namespace anchorscope::codec {
namespace {

constexpr std::string_view space = " \t\r\n";

std::string_view without_space(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
    return text;
}

} // namespace

bool announces_schema(std::string_view text, std::string_view schema) {
    constexpr std::string_view key = R"("schema")";
    if (!without_space(text).starts_with('{')) {
        return false;
    }
    const std::string value = '"' + std::string(schema) + '"';
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        const std::string_view colon = without_space(text.substr(at + key.size()));
        if (colon.starts_with(':') && without_space(colon.substr(1)).starts_with(value)) {
            return true;
        }
    }
    return false;
}

} // namespace anchorscope::codec
