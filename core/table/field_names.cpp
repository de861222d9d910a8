#include "core/table/field_names.h"

namespace anchorscope::table {
namespace {

using codec::AbiKind;
using codec::AbiType;

/// Names that versions have given the same field; the first is main's on L1. No tuple of any version has two
/// of a row, but for call hashes: an entry of V1 has an action beside its hash.
constexpr std::array<std::array<std::string_view, 5>, 16> synonyms{{
    {"entries", "executions"},
    {"l1ToL2lookupCalls", "lookupCalls", "staticCalls"},
    {"proxyEntryHash", "crossChainCallHash", "actionHash"},
    {"l2ToL1Calls", "incomingCalls", "L2ToL1Calls", "calls"},
    {"expectedL1ToL2Calls", "expectedOutgoingCalls", "nestedActions"},
    {"expectedLookups", "expectedLookupCalls"},
    {"targetAddress", "destination"},
    {"sourceRollupId", "sourceRollup"},
    {"l2ToL1CallNumber", "callNumber"},
    {"lastL1ToL2CallConsumed", "lastOutgoingCallConsumed", "lastNestedActionConsumed"},
    {"expectedStateRoots", "rollupStateRoots", "stateRoots"},
    {"transientExecutionEntryCount", "transientCount"},
    {"proofSystems", "proofSystem"},
    {"rollupIdsWithProofSystems", "rollupIds"},
    {"proofs", "proof"},
    {"crossProofSystemInteractions", "hashedInteraction"},
}};

/// The node of the only argument when that is a tuple.
std::optional<std::uint32_t> sole_tuple(const AbiType& type) {
    const codec::AbiTypeNode& root = type.node(type.root());
    if (root.children.size() == 1 && type.node(root.children[0]).kind == AbiKind::tuple) {
        return root.children[0];
    }
    return std::nullopt;
}

/// The node of the field of tuple `node` that goes by that name.
std::optional<std::uint32_t> node_of(const AbiType& type, std::uint32_t node, std::string_view name) {
    const std::optional<std::uint32_t> index = field_of(type, node, name);
    return index ? std::optional(type.node(node).children[*index]) : std::nullopt;
}

/// The name that the field goes by; empty when there is none.
std::string_view spelling(const AbiType& type, std::uint32_t node, std::string_view name) {
    const std::optional<std::uint32_t> field = node_of(type, node, name);
    return field ? std::string_view(type.node(*field).name) : std::string_view();
}

} // namespace

std::optional<std::uint32_t> field_of(const AbiType& type, std::uint32_t node, std::string_view name) {
    if (const std::optional<std::uint32_t> index = type.field_index(node, name)) {
        return index;
    }
    for (const auto& row : synonyms) {
        if (std::ranges::find(row, name) == row.end()) {
            continue;
        }
        for (const std::string_view other : row) {
            if (other.empty()) {
                break;
            }
            if (const std::optional<std::uint32_t> index = type.field_index(node, other)) {
                return index;
            }
        }
    }
    return std::nullopt;
}

FieldNames field_names(const TableFormat& format) {
    const AbiType& type = type_of(format);
    std::uint32_t body = sole_tuple(type).value_or(type.root());
    FieldNames names;
    if (const std::optional<std::uint32_t> batches = node_of(type, body, "batches")) {
        names.batches = type.node(*batches).name;
        body = type.node(*batches).children[0];
    }
    names.entries = spelling(type, body, "entries");
    names.lookups = spelling(type, body, "l1ToL2lookupCalls");
    if (const std::optional<std::uint32_t> entries = node_of(type, body, "entries")) {
        const std::uint32_t entry = type.node(*entries).children[0];
        names.calls = spelling(type, entry, "l2ToL1Calls");
        names.nested = spelling(type, entry, "expectedL1ToL2Calls");
        names.entry_lookups = spelling(type, entry, "expectedLookups");
    }
    return names;
}

std::optional<std::uint32_t> entry_type(const TableFormat& format) {
    const AbiType& type = type_of(format);
    std::uint32_t body = sole_tuple(type).value_or(type.root());
    if (const std::optional<std::uint32_t> batches = node_of(type, body, "batches")) {
        body = type.node(*batches).children[0];
    }
    const std::optional<std::uint32_t> entries = node_of(type, body, "entries");
    return entries ? std::optional(type.node(*entries).children[0]) : std::nullopt;
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
