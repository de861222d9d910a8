#include "core/table/field_names.h"

namespace anchorscope::table {
namespace {

using codec::AbiKind;
using codec::AbiType;

/// The node of the only argument when that is a tuple.
std::optional<std::uint32_t> sole_tuple(const AbiType& type) {
    const codec::AbiTypeNode& root = type.node(type.root());
    if (root.children.size() == 1 && type.node(root.children[0]).kind == AbiKind::tuple) {
        return root.children[0];
    }
    return std::nullopt;
}

/// The name that field of `node` goes by; empty when there is none.
std::string_view name_of(const AbiType& type, std::uint32_t node,
                         std::initializer_list<std::string_view> spellings) {
    const std::optional<std::uint32_t> index = spelled(type, node, spellings);
    return index ? std::string_view(type.node(type.node(node).children[*index]).name) : std::string_view();
}

} // namespace

std::optional<std::uint32_t> spelled(const AbiType& type, std::uint32_t node,
                                     std::initializer_list<std::string_view> spellings) {
    for (const std::string_view spelling : spellings) {
        if (const std::optional<std::uint32_t> index = type.field_index(node, spelling)) {
            return index;
        }
    }
    return std::nullopt;
}

FieldNames field_names(const TableFormat& format) {
    const AbiType& type = type_of(format);
    const std::uint32_t body = sole_tuple(type).value_or(type.root());
    const std::uint32_t entry = type.node(type.field(body, "entries")).children[0];
    return {name_of(type, body, {"entries"}), name_of(type, body, {"l1ToL2lookupCalls", "lookupCalls"}),
            name_of(type, entry, {"l2ToL1Calls", "incomingCalls"}),
            name_of(type, entry, {"expectedL1ToL2Calls", "expectedOutgoingCalls"}),
            name_of(type, entry, {"expectedLookups"})};
}

codec::AbiValue table_body(const codec::AbiValue& arguments) {
    return sole_tuple(arguments.type()) ? arguments.at(0) : arguments;
}

std::string implied_prefix(const AbiType& type) {
    const std::optional<std::uint32_t> sole = sole_tuple(type);
    if (!sole) {
        return {};
    }
    std::string prefix = type.node(*sole).name;
    prefix += '.';
    return prefix;
}

} // namespace anchorscope::table
