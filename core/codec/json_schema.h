// Telling whose a JSON file is before it is parsed.
#pragma once
#include <string_view>

namespace anchorscope::codec {

/// Whether a text is meant as an object of `schema`: it begins with a brace, and somewhere a member "schema"
/// has that value. Looks at characters only; what it says is no more than a reason to parse.
[[nodiscard]] bool announces_schema(std::string_view text, std::string_view schema);

} // namespace anchorscope::codec
