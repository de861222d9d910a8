// V1 (PROTOCOL 1.3): each entry answers one action with the next one. January to May 2026; the only family on
// public test networks.
#include "core/table/declaration.h"
#include "core/table/eez_formats.h"

namespace anchorscope::table {
namespace {

using namespace declared;

constexpr std::string_view family = "EEZ V1, actions (January to May 2026)";

constexpr std::string_view entry_open = "(";
constexpr std::string_view action_open = "bytes32 actionHash, (uint8 actionType, uint256 rollupId, address "
                                         "destination, uint256 value, bytes data, "
                                         "bool failed";
constexpr std::string_view is_static = ", bool isStatic";
constexpr std::string_view sourced = ", address sourceAddress, uint256 sourceRollup";
constexpr std::string_view scoped = ", uint256[] scope";
constexpr std::string_view action_close = ") nextAction)[] ";
constexpr std::string_view executions = "executions, bytes proof";
constexpr std::string_view entries_end = "entries";
constexpr std::string_view batch_tail = ", uint256 blobCount, bytes callData, bytes proof";

constexpr std::string_view unsourced_l1 =
    joined<open, entry_open, deltas, action_open, action_close, executions, close>;
constexpr std::string_view unscoped_l1 =
    joined<open, entry_open, deltas, action_open, sourced, action_close, executions, close>;
constexpr std::string_view entry = joined<entry_open, deltas, action_open, sourced, scoped, action_close>;
constexpr std::string_view executions_l1 = joined<open, entry, executions, close>;
constexpr std::string_view v1_l1 = joined<open, entry, entries_end, batch_tail, close>;
constexpr std::string_view v1_l2 = joined<open, entry, entries_end, close>;
constexpr std::string_view v1_incoming =
    "(address destination, uint256 value, bytes data, address sourceAddress, uint256 sourceRollup, "
    "uint256[] scope)";

// With static calls, which are looked up.
constexpr std::string_view indexed_statics =
    ", (bytes32 actionHash, bytes returnData, bool failed, uint256 executionIndex, (address destination, "
    "bytes data, address sourceAddress, uint256 sourceRollup)[] calls, bytes32 rollingHash)[] staticCalls";
constexpr std::string_view rooted_statics =
    ", (bytes32 actionHash, bytes returnData, bool failed, (address destination, bytes data, "
    "address sourceAddress, uint256 sourceRollup)[] calls, bytes32 rollingHash, (uint256 rollupId, "
    "bytes32 stateRoot)[] stateRoots)[] staticCalls";
constexpr std::string_view static_entry =
    joined<entry_open, deltas, action_open, is_static, sourced, scoped, action_close>;
constexpr std::string_view indexed_l1 = joined<open, entry, entries_end, indexed_statics, batch_tail, close>;
constexpr std::string_view indexed_l2 = joined<open, entry, entries_end, indexed_statics, close>;
constexpr std::string_view rooted_l1 =
    joined<open, static_entry, entries_end, rooted_statics, batch_tail, close>;
constexpr std::string_view rooted_l2 = joined<open, static_entry, entries_end, rooted_statics, close>;

// With several proof systems.
constexpr std::string_view batches_open = "(address[] proofSystem, ";
constexpr std::string_view batches_of_rollups_open = "(address[] proofSystems, uint256[] rollupIds, ";
constexpr std::string_view batches_middle = ", uint256 blobCount, bytes callData, bytes[] proof, bytes32 ";
constexpr std::string_view hashed_close = "hashedInteraction)[] batches";
constexpr std::string_view batches_close = "crossProofSystemInteractions)[] batches";
constexpr std::string_view provers_l1 =
    joined<open, batches_open, entry, entries_end, batches_middle, hashed_close, close>;
constexpr std::string_view rollups_l1 =
    joined<open, batches_of_rollups_open, entry, entries_end, batches_middle, batches_close, close>;

constexpr std::string_view post = "postBatch";
constexpr std::string_view load = "loadExecutionTable";
constexpr std::string_view load_l2 = "loadL2Executions";

constexpr TableFormat l1(std::string_view id, std::string_view function, Selector selector,
                         std::string_view declaration, Binding binding = Binding::keyed) {
    return {id, function, family, Side::l1, selector, declaration, Scheme::actions, binding};
}
/// Entries are taken in the table's order: a cursor goes on with each (24 March alone, and on L1 alone).
constexpr TableFormat in_order(TableFormat format) {
    format.in_order = true;
    return format;
}
constexpr TableFormat l2(std::string_view id, std::string_view function, Selector selector,
                         std::string_view declaration) {
    return {id, function, family, Side::l2, selector, declaration, Scheme::actions, Binding::keyed};
}

} // namespace

constinit const std::array<TableFormat, 12> eez_action_formats{{
    l1("eez-v1.l1", post, {0x92, 0xcb, 0xb2, 0x6e}, v1_l1),
    l2("eez-v1.l2", load, {0x96, 0x60, 0x9a, 0xd5}, v1_l2),
    l2("eez-v1.l2-incoming", "executeIncomingCrossChainCall", {0x0f, 0x64, 0xc8, 0x45}, v1_incoming),
    l1("eez-v1-executions-a.l1", load_l2, {0x55, 0xa4, 0x26, 0xe4}, unsourced_l1, Binding::executions),
    l1("eez-v1-executions-b.l1", load_l2, {0x30, 0x18, 0x85, 0x24}, unscoped_l1, Binding::executions),
    l1("eez-v1-executions-c.l1", load_l2, {0xc9, 0x50, 0xec, 0x6e}, executions_l1, Binding::executions),
    in_order(l1("eez-v1-static-a.l1", post, {0x66, 0xa3, 0x19, 0xec}, indexed_l1)),
    l2("eez-v1-static-a.l2", load, {0xbd, 0x4c, 0xa6, 0xc7}, indexed_l2),
    l1("eez-v1-static-b.l1", post, {0x0b, 0xe2, 0x7b, 0x87}, rooted_l1),
    l2("eez-v1-static-b.l2", load, {0x79, 0x4a, 0x90, 0x25}, rooted_l2),
    l1("eez-v1-batches-a.l1", post, {0xf6, 0xc7, 0x3a, 0xb8}, provers_l1, Binding::sub_batches),
    l1("eez-v1-batches-b.l1", post, {0x96, 0xad, 0x13, 0xd2}, rollups_l1, Binding::sub_batches),
}};

} // namespace anchorscope::table
