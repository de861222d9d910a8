#include "core/base/hash32.h"
#include "core/base/fixed_bytes.h"

namespace anchorscope {

Hash32 Hash32::from(ByteView bytes) { return {fixed_bytes<32>(bytes)}; }

Result<Hash32> Hash32::parse(std::string_view text) {
    return parse_fixed_bytes<32>(text).map([](const auto& raw) { return Hash32{raw}; });
}

} // namespace anchorscope
