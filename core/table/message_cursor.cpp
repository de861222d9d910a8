#include "core/table/message_cursor.h"
#include "core/table/message_reader.h"
#include <array>
#include <utility>

namespace anchorscope::table {
namespace {

std::string counted(std::uint64_t count) { return std::to_string(count) + (count == 1 ? " byte" : " bytes"); }

} // namespace

ByteView MessageCursor::take(std::string_view field, std::uint64_t count) {
    m_field = field;
    m_field_at = m_at;
    if (!good()) {
        return {};
    }
    if (count > left()) {
        require(false, rules::emsg_truncated,
                "expected " + counted(count) + ", " + counted(left()) + " are left");
        return {};
    }
    const ByteView out = slice(m_bytes, {m_at, count});
    m_at += count;
    return out;
}

std::uint64_t MessageCursor::number(std::string_view field, std::uint64_t width) {
    const ByteView bytes = take(field, width);
    std::uint64_t out = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        out = out << 8U | bytes[i];
    }
    return out;
}

ByteView MessageCursor::bytes(std::string_view field) {
    constexpr std::uint64_t length_bytes = 4;
    const std::uint64_t length = number(field, length_bytes);
    const std::uint64_t at = m_field_at;
    const ByteView out = take(field, length);
    m_field_at = at;
    return out;
}

Address MessageCursor::address(std::string_view field) {
    constexpr std::size_t size = std::tuple_size_v<decltype(Address::bytes)>;
    const ByteView bytes = take(field, size);
    return bytes.size() == size ? Address::from(bytes) : Address{};
}

U256 MessageCursor::u256(std::string_view field) {
    constexpr std::size_t size = std::tuple_size_v<decltype(Hash32::bytes)>;
    const ByteView bytes = take(field, size);
    std::array<std::uint8_t, size> reversed{};
    std::ranges::reverse_copy(bytes, reversed.begin());
    return U256::from_be(reversed);
}

bool MessageCursor::boolean(std::string_view field) {
    const std::uint64_t value = number(field, 1);
    require(value <= 1, rules::emsg_bool, "expected 0 or 1, not " + std::to_string(value));
    return value == 1;
}

void MessageCursor::require(bool condition, std::string_view rule, std::string text) {
    if (!condition) {
        fail_at(m_field_at, m_field, rule, std::move(text));
    }
}

void MessageCursor::require_end() {
    if (left() > 0) {
        fail(rules::emsg_trailing, "expected the end of the payload, not " + counted(left()) + " more");
    }
}

void MessageCursor::fail_at(std::uint64_t at, std::string_view field, std::string_view rule,
                            std::string text) {
    if (!good()) {
        return;
    }
    std::string place = m_place;
    place += place.empty() || field.empty() ? "" : ".";
    place += field;
    m_error = Error{rule, std::move(place), at, std::move(text)};
}

} // namespace anchorscope::table
