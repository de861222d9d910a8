// Private to this room: comparing what an endpoint claims with what was computed.
#pragma once
#include "core/chain/block_evidence.h"

namespace anchorscope::chain {

/// A JSON-RPC quantity: 0x, lowercase, no leading zero.
[[nodiscard]] std::string quantity_text(std::uint64_t value);
/// `text` cut to at most `max` bytes, never inside a UTF-8 character.
[[nodiscard]] std::string shortened(std::string text, std::size_t max);

/// Compares members of one object. A member that is absent or null claims nothing; one of another type, or
/// that is not written as its type requires, contradicts.
class ClaimCheck {
public:
    ClaimCheck(const codec::Json& object, std::string place, std::vector<Contradiction>& found)
        : m_object(&object), m_place(std::move(place)), m_found(&found) {}

    void hash(std::string_view rule, std::string_view key, const Hash32& computed) const;
    void bytes(std::string_view rule, std::string_view key, ByteView computed) const;
    void number(std::string_view rule, std::string_view key, std::uint64_t computed) const;
    void boolean(std::string_view rule, std::string_view key, bool computed) const;

private:
    [[nodiscard]] const codec::Json* claim(std::string_view key) const;
    void contradict(std::string_view rule, std::string_view key, const codec::Json& claimed,
                    std::string computed) const;

    const codec::Json* m_object;
    std::string m_place;
    std::vector<Contradiction>* m_found;
};

} // namespace anchorscope::chain
