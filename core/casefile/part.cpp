#include "core/casefile/part.h"

namespace anchorscope::casefile {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_allowed(char c) { return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.'; }

} // namespace

bool is_part_name(std::string_view name) {
    return !name.empty() && name.size() <= max_part_name && is_letter_or_digit(name.front()) &&
           std::ranges::all_of(name, is_allowed) && name.find("..") == std::string_view::npos &&
           name != names::mimetype && name != names::manifest;
}

} // namespace anchorscope::casefile
