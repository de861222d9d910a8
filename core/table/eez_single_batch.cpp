// One struct a batch (PROTOCOL 1.3, "single struct, older"): May to 11 June 2026.
#include "core/table/declaration.h"
#include "core/table/eez_formats.h"

namespace anchorscope::table {
namespace {

using namespace declared;

constexpr std::string_view family = "EEZ single batch (May and June 2026)";

constexpr std::string_view batch_head = "((";
constexpr std::string_view entries_head = "(";
constexpr std::string_view entry_head = "bytes32 proxyEntryHash, uint256 destinationRollupId, ";
constexpr std::string_view entry_calls = "L2ToL1Calls, ";
constexpr std::string_view entry_nested = "expectedL1ToL2Calls, ";
constexpr std::string_view lookup_head =
    "(bytes32 crossChainCallHash, uint256 destinationRollupId, bytes returnData, bool failed, ";
constexpr std::string_view lookup_key = "uint64 callNumber, uint64 lastNestedActionConsumed, ";
constexpr std::string_view lookup_end = "calls, bytes32 rollingHash)[] ";
constexpr std::string_view l1_lookups = "l1ToL2lookupCalls, ";
constexpr std::string_view l2_lookups = "lookupCalls";

// May.
constexpr std::string_view entries =
    joined<deltas, entry_head, call, entry_calls, nested, entry_nested, end_of_entry>;
constexpr std::string_view lookups = joined<lookup_head, lookup_key, call, lookup_end>;
constexpr std::string_view may =
    joined<open, batch_head, entries, lookups, l1_lookups, proof_systems, end_of_batch, close>;
constexpr std::string_view numbered =
    joined<open, batch_head, entries, lookups, l1_lookups, proof_systems, block_number, end_of_batch, close>;
constexpr std::string_view may_l2 = joined<open, entries_head, entries, lookups, l2_lookups, close>;
constexpr std::string_view may_l2_incoming =
    joined<open, incoming, entries_head, entries, lookups, l2_lookups, close>;

// 2 June: calls say which lookups they make.
constexpr std::string_view indexed_call =
    "(address targetAddress, uint256 value, bytes data, address sourceAddress, uint256 sourceRollupId, "
    "uint256 revertSpan, uint256 l2toL1LookupCallIndex, uint256 l2toL1LookupCallCount)[] ";
constexpr std::string_view nameless_nested = "(uint256 callCount, bytes returnData)[] ";
constexpr std::string_view indexed_lookups = "(bytes32 crossChainCallHash, uint256 destinationRollupId, "
                                             "bytes returnData, bool failed)[] expectedLookupCalls, ";
constexpr std::string_view pinned_lookup_end =
    "calls, bytes32 rollingHash, (uint256 rollupId, bytes32 stateRoot)[] rollupStateRoots)[] ";
constexpr std::string_view indexed_entries =
    joined<deltas, entry_head, indexed_call, entry_calls, nameless_nested, entry_nested, indexed_lookups,
           end_of_entry>;
constexpr std::string_view pinned_lookups = joined<lookup_head, indexed_call, pinned_lookup_end>;
constexpr std::string_view indexed = joined<open, batch_head, indexed_entries, pinned_lookups, l1_lookups,
                                            proof_systems, block_number, end_of_batch, close>;
constexpr std::string_view indexed_l2 =
    joined<open, entries_head, indexed_entries, pinned_lookups, l2_lookups, close>;
constexpr std::string_view indexed_l2_incoming =
    joined<open, incoming, entries_head, indexed_entries, pinned_lookups, l2_lookups, close>;

// 5 June: lookups have frames of their own and name queue positions.
constexpr std::string_view calls = "l2ToL1Calls, ";
constexpr std::string_view framed_key = "uint64 l2ToL1CallNumber, uint64 lastL1ToL2CallConsumed, ";
constexpr std::string_view framed_end =
    "uint256 callCount, bytes32 rollingHash, (uint256 rollupId, uint256 executionQueueIndex)[] "
    "expectedQueueIndices)[] ";
constexpr std::string_view framed_entries =
    joined<deltas, entry_head, call, calls, nested, entry_nested, end_of_entry>;
constexpr std::string_view framed_lookups =
    joined<lookup_head, framed_key, call, calls, nested, entry_nested, framed_end>;
constexpr std::string_view framed = joined<open, batch_head, framed_entries, framed_lookups, l1_lookups,
                                           proof_systems, block_number, end_of_batch, close>;
constexpr std::string_view framed_l2 =
    joined<open, entries_head, framed_entries, framed_lookups, l2_lookups, close>;
constexpr std::string_view framed_l2_incoming =
    joined<open, incoming, entries_head, framed_entries, framed_lookups, l2_lookups, close>;

// 11 June, rollups only: entries without deltas.
constexpr std::string_view bare_entry_head = "(bytes32 proxyEntryHash, ";
constexpr std::string_view bare_calls = "incomingCalls, ";
constexpr std::string_view bare_nested = "expectedOutgoingCalls, ";
constexpr std::string_view bare_lookup_head = "(bytes32 crossChainCallHash, bytes returnData, bool failed, "
                                              "uint64 callNumber, uint64 lastOutgoingCallConsumed, ";
constexpr std::string_view bare_lookup_end = "uint256 callCount, bytes32 rollingHash)[] ";
constexpr std::string_view bare_tables =
    joined<bare_entry_head, call, bare_calls, nested, bare_nested, end_of_entry, bare_lookup_head, call,
           bare_calls, nested, bare_nested, bare_lookup_end, l2_lookups>;
constexpr std::string_view bare_l2 = joined<open, bare_tables, close>;
constexpr std::string_view bare_l2_incoming = joined<open, incoming, bare_tables, close>;

constexpr std::string_view post = "postAndVerifyBatch";
constexpr std::string_view load = "loadExecutionTable";
constexpr std::string_view execute = "executeIncomingCrossChainCall";

constexpr TableFormat l1(std::string_view id, std::string_view function, Selector selector,
                         std::string_view declaration) {
    return {id, function, family, Side::l1, selector, declaration, Scheme::partitioned, Binding::shared};
}
constexpr TableFormat l2(std::string_view id, std::string_view function, Selector selector,
                         std::string_view declaration) {
    return {id, function, family, Side::l2, selector, declaration};
}

} // namespace

constinit const std::array<TableFormat, 13> eez_single_batch_formats{{
    l1("eez-single-a.l1", "postVerifyAndExecuteOrSaveExecutionsFromBatch", {0x61, 0x8f, 0x5a, 0x78}, may),
    l1("eez-single-b.l1", post, {0x7d, 0xd4, 0xd7, 0xd7}, may),
    l1("eez-single-c.l1", post, {0x51, 0xdd, 0x0a, 0xf6}, numbered),
    l2("eez-single-c.l2", load, {0x4e, 0xb1, 0x06, 0x8f}, may_l2),
    l2("eez-single-c.l2-incoming", execute, {0x06, 0x99, 0x5c, 0xda}, may_l2_incoming),
    l1("eez-single-d.l1", post, {0xfe, 0x6b, 0x46, 0x5f}, indexed),
    l2("eez-single-d.l2", load, {0x91, 0x72, 0x5c, 0x5e}, indexed_l2),
    l2("eez-single-d.l2-incoming", execute, {0x58, 0xbf, 0xda, 0x33}, indexed_l2_incoming),
    l1("eez-single-e.l1", post, {0xce, 0xf5, 0xa7, 0x12}, framed),
    l2("eez-single-e.l2", load, {0x35, 0x01, 0xc5, 0x5b}, framed_l2),
    l2("eez-single-e.l2-incoming", execute, {0xc8, 0x0d, 0x41, 0x7c}, framed_l2_incoming),
    l2("eez-single-f.l2", load, {0x69, 0x9c, 0xbf, 0x82}, bare_l2),
    l2("eez-single-f.l2-incoming", execute, {0xa8, 0x4d, 0xdc, 0xaf}, bare_l2_incoming),
}};

} // namespace anchorscope::table
