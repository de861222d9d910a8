#include "core/codec/abi_type.h"
#include <cassert>

namespace anchorscope::codec {

std::optional<std::uint32_t> AbiType::field_index(std::uint32_t node, std::string_view name) const {
    const std::vector<std::uint32_t>& fields = m_nodes[node].children;
    for (std::uint32_t i = 0; i < fields.size(); ++i) {
        if (m_nodes[fields[i]].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

std::uint32_t AbiType::field(std::uint32_t node, std::string_view name) const {
    const std::optional<std::uint32_t> index = field_index(node, name);
    assert(index.has_value());
    return m_nodes[node].children[index.value_or(0)];
}

std::string AbiType::canonical(std::uint32_t node) const {
    const AbiTypeNode& type = m_nodes[node];
    switch (type.kind) {
    case AbiKind::uint_:
        return "uint" + std::to_string(type.bits);
    case AbiKind::int_:
        return "int" + std::to_string(type.bits);
    case AbiKind::address:
        return "address";
    case AbiKind::bool_:
        return "bool";
    case AbiKind::fixed_bytes:
        return "bytes" + std::to_string(type.bits);
    case AbiKind::bytes:
        return "bytes";
    case AbiKind::string:
        return "string";
    case AbiKind::array:
        return canonical(type.children[0]) + "[]";
    case AbiKind::fixed_array:
        return canonical(type.children[0]) + "[" + std::to_string(type.fixed_count) + "]";
    case AbiKind::tuple:
        break;
    }
    std::string out = "(";
    for (const std::uint32_t child : type.children) {
        out += out.size() == 1 ? "" : ",";
        out += canonical(child);
    }
    out += ")";
    return out;
}

} // namespace anchorscope::codec
