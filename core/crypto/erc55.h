// ERC-55: mixed-case checksum spelling of addresses.
#pragma once
#include "core/base/address.h"

namespace anchorscope::crypto {

namespace rules {
inline constexpr std::string_view erc55 = "address.erc55"; ///< mixed case that is not the checksum's
}

[[nodiscard]] std::string checksummed(const Address& address);
/// Lower case only, upper case only, or the exact checksum spelling; anything else is refused (rules::erc55).
[[nodiscard]] Result<Address> parse_checksummed(std::string_view text);

} // namespace anchorscope::crypto
