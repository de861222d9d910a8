// Private to this room: the members of one JSON object, read by key.
#pragma once
#include "core/chain/first_error.h"
#include "core/codec/json.h"

namespace anchorscope::chain {

/// Views the object: it must outlive the reader.
class JsonFields : public FirstError {
public:
    JsonFields(const codec::Json& object, std::string place) : m_object(&object), m_place(std::move(place)) {}

    Hash32 hash(std::string_view key) { return take(codec::hash_member(*m_object, key, m_place)); }
    Address address(std::string_view key) { return take(codec::address_member(*m_object, key, m_place)); }
    Bytes bytes(std::string_view key) { return take(codec::bytes_member(*m_object, key, m_place)); }
    U256 quantity(std::string_view key) { return take(codec::quantity_member(*m_object, key, m_place)); }
    /// A quantity below 2^64.
    std::uint64_t u64(std::string_view key);
    std::string string(std::string_view key) { return take(codec::string_member(*m_object, key, m_place)); }
    /// An array; an empty one after a failure.
    const codec::Json& array(std::string_view key);

    /// There, and not null.
    [[nodiscard]] bool has(std::string_view key) const;
    /// "place.key".
    [[nodiscard]] std::string path(std::string_view key) const;

private:
    const codec::Json* m_object;
    std::string m_place;
};

/// A member's value, or null where there is none (or where `object` is no object).
[[nodiscard]] const codec::Json* find_member(const codec::Json& object, std::string_view key);

} // namespace anchorscope::chain
