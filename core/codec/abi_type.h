// Solidity ABI types with field names, written once a version:
//   "(uint256 rollupId, bytes32 currentState, (address to, bytes data)[] calls)"
// A type is a flat array of nodes; children of a tuple are consecutive in `children`.
#pragma once
#include "core/base/result.h"

namespace anchorscope::codec {

namespace rules {
inline constexpr std::string_view abi_declaration = "abi.declaration"; ///< a type text that does not parse
}

enum class AbiKind : std::uint8_t {
    uint_,
    int_,
    address,
    bool_,
    fixed_bytes,
    bytes,
    string,
    tuple,
    array,
    fixed_array
};

struct AbiTypeNode {
    AbiKind kind = AbiKind::uint_;
    std::uint16_t bits = 256; ///< width of integers in bits, of fixed bytes in bytes
    bool dynamic = false;
    std::uint32_t head_words = 1; ///< words taken in the head: 1 for dynamic types, the static size otherwise
    std::uint32_t fixed_count = 0;       ///< of a fixed array
    std::vector<std::uint32_t> children; ///< fields of a tuple, the element of an array
    std::string name;                    ///< field name; empty for elements and unnamed fields
};

class AbiType {
public:
    /// Parses a declaration: one type, or a parenthesised list (a tuple), each field with an optional name.
    [[nodiscard]] static Result<AbiType> parse(std::string_view declaration);

    [[nodiscard]] const AbiTypeNode& node(std::uint32_t index) const { return m_nodes[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_nodes.size()); }
    [[nodiscard]] std::uint32_t root() const { return m_root; }
    /// The child of tuple `node` with that name (asserted to exist).
    [[nodiscard]] std::uint32_t field(std::uint32_t node, std::string_view name) const;
    /// Index among the children of tuple `node`, if there is a field of that name.
    [[nodiscard]] std::optional<std::uint32_t> field_index(std::uint32_t node, std::string_view name) const;
    /// Canonical spelling without names, as selectors are computed from: "(uint256,bytes32)[]".
    [[nodiscard]] std::string canonical(std::uint32_t node) const;
    [[nodiscard]] std::string canonical() const { return canonical(m_root); }

private:
    friend class AbiTypeParser;
    std::vector<AbiTypeNode> m_nodes;
    std::uint32_t m_root = 0;
};

} // namespace anchorscope::codec
