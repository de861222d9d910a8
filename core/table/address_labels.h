// Names that the user gives to addresses: {"0x…": "Bridge", …}. Limits: 1 MiB, 10 000 names, each of at most
// 64 bytes of UTF-8 without control characters. A name is the user's word, never evidence.
#pragma once
#include "core/base/address.h"
#include <map>

namespace anchorscope::table {

namespace rules {
inline constexpr std::string_view labels_form = "labels.form";   ///< no object of names by address
inline constexpr std::string_view labels_label = "labels.label"; ///< too long, or not printable
inline constexpr std::string_view labels_twice = "labels.twice"; ///< one address in two spellings
} // namespace rules

using AddressLabels = std::map<Address, std::string>;

inline constexpr std::size_t max_labels_bytes = std::size_t{1} << 20U;

/// Addresses in one case or with their ERC-55 checksum.
[[nodiscard]] Result<AddressLabels> read_address_labels(std::string_view text);

} // namespace anchorscope::table
