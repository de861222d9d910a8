// A function, error or event by its declaration, and the selector that stands for it in calldata and in the
// data of a revert.
#pragma once
#include "core/codec/abi_type.h"
#include <array>

namespace anchorscope::codec {

enum class AbiItemKind : std::uint8_t { function, error, event };

/// The first four bytes of keccak(signature).
using AbiSelector = std::array<std::uint8_t, 4>;

struct AbiSignature {
    AbiItemKind kind = AbiItemKind::function;
    std::string name;
    AbiType inputs; ///< a tuple

    /// "transfer(address,uint256)".
    [[nodiscard]] std::string text() const { return name + inputs.canonical(); }
    [[nodiscard]] AbiSelector selector() const;
};

/// "transfer(address to, uint256 amount)": a name and a tuple as in abi_type.h. Names are letters, digits, _
/// and $, at most 256 characters.
[[nodiscard]] Result<AbiSignature> parse_signature(std::string_view declaration, AbiItemKind kind);

} // namespace anchorscope::codec
