// Private to the reader of messages: takes little-endian fields off a byte string. The first failure stays,
// with the field's name and byte; behind it everything reads as zero or empty.
#pragma once
#include "core/base/address.h"
#include "core/base/u256.h"
#include <utility>

namespace anchorscope::table {

class MessageCursor {
public:
    explicit MessageCursor(ByteView bytes) : m_bytes(bytes), m_end(bytes.size()) {}

    /// Fields that follow are of this ("messages[3]"); empty: of the header.
    void enter(std::string place) { m_place = std::move(place); }

    [[nodiscard]] std::uint64_t at() const { return m_at; }
    [[nodiscard]] std::uint64_t left() const { return m_end - m_at; }
    /// Reads no further than byte `end`, which is not past the end so far or was it once. Returns the end
    /// before.
    std::uint64_t limit(std::uint64_t end) { return std::exchange(m_end, end); }

    void skip(std::string_view field, std::uint64_t count) { static_cast<void>(take(field, count)); }
    /// Of 1 to 8 bytes.
    [[nodiscard]] std::uint64_t number(std::string_view field, std::uint64_t width);
    /// With a length of 4 bytes in front.
    [[nodiscard]] ByteView bytes(std::string_view field);
    [[nodiscard]] Address address(std::string_view field);
    [[nodiscard]] U256 u256(std::string_view field);
    [[nodiscard]] bool boolean(std::string_view field);

    /// What the field read last must be; else that field is at fault.
    void require(bool condition, std::string_view rule, std::string text);
    /// Nothing is left of the payload.
    void require_end();
    void fail(std::string_view rule, std::string text) { fail_at(m_at, {}, rule, std::move(text)); }
    void fail_at(std::uint64_t at, std::string_view field, std::string_view rule, std::string text);

    [[nodiscard]] bool good() const { return !m_error.has_value(); }
    [[nodiscard]] Error error() const { return *m_error; }

private:
    [[nodiscard]] ByteView take(std::string_view field, std::uint64_t count);

    ByteView m_bytes;
    std::uint64_t m_at = 0, m_end;
    std::string m_place;
    std::string_view m_field; ///< read last
    std::uint64_t m_field_at = 0;
    std::optional<Error> m_error;
};

} // namespace anchorscope::table
