// The JSON value as a name only: for headers that take or return one. What parses or looks inside includes
// json.h.
#pragma once
#include <cstddef>
#include <nlohmann/json_fwd.hpp>

namespace anchorscope::codec {

using Json = nlohmann::ordered_json;

struct JsonLimits {
    std::size_t max_bytes = std::size_t{256} << 20U; ///< larger inputs are refused before parsing
    std::size_t max_depth = 64;                      ///< nesting of arrays and objects
};

} // namespace anchorscope::codec
