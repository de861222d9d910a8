// A contract's ABI as compilers write it: an array of items, or an object with such an array as "abi"
// (Foundry's and Hardhat's artifacts). Limits: 16 MiB, 10 000 items, tuples as deep as abi_type.h takes them.
#pragma once
#include "core/codec/abi_signature.h"

namespace anchorscope::codec {

namespace rules {
inline constexpr std::string_view abi_json_form = "abi_json.form"; ///< no array of items
inline constexpr std::string_view abi_json_item = "abi_json.item"; ///< an item that is not as it should be
} // namespace rules

inline constexpr std::size_t max_abi_json_bytes = std::size_t{16} << 20U;
inline constexpr std::size_t max_abi_items = 10'000;

/// Functions, errors and events, in the file's order. Constructors and the like are passed over, and so are
/// functions with parameters that no calldata holds (libraries' storage references); members that do not
/// matter here are not looked at.
[[nodiscard]] Result<std::vector<AbiSignature>> read_abi_json(std::string_view text);

} // namespace anchorscope::codec
