// Byte strings: owned, viewed, and located in a source.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace anchorscope {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// Where something lies in a source: offset and length in bytes. A length of 0 is a place, not an absence.
struct ByteRange {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;

    [[nodiscard]] constexpr std::uint64_t end() const { return offset + length; }
    [[nodiscard]] constexpr bool contains(std::uint64_t at) const {
        return at >= offset && at - offset < length;
    }
    friend constexpr bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// The bytes of a text, unchanged.
[[nodiscard]] inline ByteView bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The part of `source` that `range` names; the empty view when it does not lie inside.
[[nodiscard]] inline ByteView slice(ByteView source, ByteRange range) {
    if (range.offset > source.size() || range.length > source.size() - range.offset) {
        return {};
    }
    return source.subspan(static_cast<std::size_t>(range.offset), static_cast<std::size_t>(range.length));
}

[[nodiscard]] inline bool equal(ByteView a, ByteView b) { return std::ranges::equal(a, b); }

inline void append(Bytes& to, ByteView from) { to.insert(to.end(), from.begin(), from.end()); }

} // namespace anchorscope
