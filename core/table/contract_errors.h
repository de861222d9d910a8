// The errors that the managers' contracts declare, in any version, and Solidity's own two: what a revert's
// data begins with tells which.
#pragma once
#include <span>
#include <string_view>

namespace anchorscope::table {

/// "StateRootMismatch(uint256)", … each once.
[[nodiscard]] std::span<const std::string_view> contract_errors();

} // namespace anchorscope::table
