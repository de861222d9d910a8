// A 20-byte account address. Its checksummed spelling (ERC-55) needs Keccak: see core/crypto/erc55.h.
#pragma once
#include "core/base/hash32.h"

namespace anchorscope {

struct Address {
    std::array<std::uint8_t, 20> bytes{};

    [[nodiscard]] ByteView view() const { return bytes; }
    /// 0x and 40 lowercase digits.
    [[nodiscard]] std::string hex() const { return to_hex(bytes); }
    /// Exactly 20 bytes (asserted).
    [[nodiscard]] static Address from(ByteView bytes);
    /// The address in a 32-byte word (ABI, topic); empty when one of the upper 12 bytes is not zero.
    [[nodiscard]] static std::optional<Address> from_word(const Hash32& word);
    /// The word with 12 zero bytes in front.
    [[nodiscard]] Hash32 to_word() const;
    /// 0x and 40 digits of either case, checksum not looked at.
    [[nodiscard]] static Result<Address> parse(std::string_view text);

    friend auto operator<=>(const Address&, const Address&) = default; // NOLINT(modernize-use-nullptr)
};

} // namespace anchorscope
