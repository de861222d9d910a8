// Main as of June 2026, and the versions that came after it, which differ in few places.
#include "core/table/declaration.h"
#include "core/table/eez_formats.h"

namespace anchorscope::table {
namespace {

using namespace declared;

constexpr std::string_view family = "EEZ main (June 2026)";

// Names that differ between the two sides.
constexpr std::string_view l1_calls = "l2ToL1Calls, ";
constexpr std::string_view l1_nested = "expectedL1ToL2Calls, ";
constexpr std::string_view l2_calls = "incomingCalls, ";
constexpr std::string_view l2_nested = "expectedOutgoingCalls, ";

constexpr std::string_view l1_lookup_head =
    "(bytes32 crossChainCallHash, bytes returnData, bool failed, uint64 l2ToL1CallNumber, "
    "uint64 lastL1ToL2CallConsumed, uint64 executingLookupIndex, ";
constexpr std::string_view l2_lookup_head =
    "(bytes32 crossChainCallHash, bytes returnData, bool failed, uint64 callNumber, "
    "uint64 lastOutgoingCallConsumed, uint64 executingLookupIndex, ";
constexpr std::string_view lookup_tail = "uint256 callCount, bytes32 rollingHash)[] expectedLookups, ";

constexpr std::string_view l1_frame =
    joined<call, l1_calls, nested, l1_nested, l1_lookup_head, call, l1_calls, nested, l1_nested, lookup_tail>;
constexpr std::string_view l2_frame =
    joined<call, l2_calls, nested, l2_nested, l2_lookup_head, call, l2_calls, nested, l2_nested, lookup_tail>;

constexpr std::string_view batch_head = "((";
constexpr std::string_view entry_head = "bytes32 proxyEntryHash, uint256 destinationRollupId, ";
constexpr std::string_view l1_top_lookup =
    "(bytes32 crossChainCallHash, uint256 destinationRollupId, bytes returnData, bool failed, ";
constexpr std::string_view l1_top_lookup_tail =
    "uint256 callCount, bytes32 rollingHash, (uint256 rollupId, bytes32 stateRoot)[] expectedStateRoots)[] "
    "l1ToL2lookupCalls, ";

constexpr std::string_view l2_entry_head = "(bytes32 proxyEntryHash, ";
constexpr std::string_view l2_top_lookup = "(bytes32 crossChainCallHash, bytes returnData, bool failed, ";
constexpr std::string_view l2_top_lookup_tail = "uint256 callCount, bytes32 rollingHash)[] lookupCalls";
constexpr std::string_view l2_tables =
    joined<l2_entry_head, l2_frame, end_of_entry, l2_top_lookup, l2_frame, l2_top_lookup_tail>;

constexpr std::string_view l1_declaration =
    joined<open, batch_head, deltas, entry_head, l1_frame, end_of_entry, l1_top_lookup, l1_frame,
           l1_top_lookup_tail, proof_systems, block_number, end_of_batch, close>;
constexpr std::string_view l2_declaration = joined<open, l2_tables, close>;
constexpr std::string_view l2_incoming_declaration = joined<open, incoming, l2_tables, close>;

// With static calls.
constexpr std::string_view static_family = "EEZ with static calls (June 2026)";
constexpr std::string_view static_call =
    "(bool isStatic, address targetAddress, uint256 value, bytes data, address sourceAddress, "
    "uint256 sourceRollupId, uint256 revertSpan)[] ";
constexpr std::string_view routed_nested =
    "(bytes32 crossChainCallHash, uint256 destinationRollupId, uint256 callCount, bytes returnData)[] ";
constexpr std::string_view routed_lookup_head =
    "(bytes32 crossChainCallHash, uint256 destinationRollupId, bytes returnData, bool failed, "
    "uint64 l2ToL1CallNumber, uint64 lastL1ToL2CallConsumed, uint64 executingLookupIndex, ";
constexpr std::string_view return_data = "bytes returnData, ";
constexpr std::string_view end_of_static_entry = "uint256 callCount, bytes32 rollingHash)[] entries, ";

constexpr std::string_view draft_frame = joined<static_call, l1_calls, nested, l1_nested, l1_lookup_head,
                                                static_call, l1_calls, nested, l1_nested, lookup_tail>;
constexpr std::string_view static_frame =
    joined<static_call, l1_calls, routed_nested, l1_nested, routed_lookup_head, static_call, l1_calls,
           routed_nested, l1_nested, lookup_tail>;
constexpr std::string_view static_l2_frame = joined<static_call, l2_calls, nested, l2_nested, l2_lookup_head,
                                                    static_call, l2_calls, nested, l2_nested, lookup_tail>;

constexpr std::string_view draft_declaration =
    joined<open, batch_head, deltas, entry_head, return_data, draft_frame, end_of_static_entry, l1_top_lookup,
           draft_frame, l1_top_lookup_tail, proof_systems, block_number, end_of_batch, close>;
constexpr std::string_view static_declaration =
    joined<open, batch_head, deltas, entry_head, return_data, static_frame, end_of_static_entry,
           l1_top_lookup, static_frame, l1_top_lookup_tail, proof_systems, block_number, end_of_batch, close>;
constexpr std::string_view static_l2_tables =
    joined<l2_entry_head, static_l2_frame, end_of_entry, l2_top_lookup, static_l2_frame, l2_top_lookup_tail>;
constexpr std::string_view static_l2_declaration = joined<open, static_l2_tables, close>;
constexpr std::string_view static_l2_incoming_declaration = joined<open, incoming, static_l2_tables, close>;

} // namespace

constinit const std::array<TableFormat, 3> eez_main_formats{{
    {"eez-main.l1",
     "postAndVerifyBatch",
     family,
     Side::l1,
     {0x8b, 0x1a, 0x09, 0x5a},
     l1_declaration,
     Scheme::partitioned,
     Binding::shared,
     true},
    {"eez-main.l2",
     "loadExecutionTable",
     family,
     Side::l2,
     {0x59, 0x68, 0x3c, 0x8b},
     l2_declaration,
     Scheme::partitioned,
     Binding::shared,
     true},
    {"eez-main.l2-incoming",
     "executeIncomingCrossChainCall",
     family,
     Side::l2,
     {0xeb, 0x49, 0x42, 0x46},
     l2_incoming_declaration,
     Scheme::partitioned,
     Binding::shared,
     true},
}};

constinit const std::array<TableFormat, 4> eez_static_formats{{
    {"eez-static.l1",
     "postAndVerifyBatch",
     static_family,
     Side::l1,
     {0x0f, 0xf0, 0x46, 0xd4},
     static_declaration,
     Scheme::partitioned,
     Binding::shared,
     true},
    {"eez-static-a.l1",
     "postAndVerifyBatch",
     static_family,
     Side::l1,
     {0x2a, 0x99, 0x3f, 0x95},
     draft_declaration,
     Scheme::partitioned,
     Binding::shared,
     true},
    {"eez-static.l2",
     "loadExecutionTable",
     static_family,
     Side::l2,
     {0xc1, 0xb4, 0x42, 0x7c},
     static_l2_declaration,
     Scheme::partitioned,
     Binding::shared,
     true},
    {"eez-static.l2-incoming",
     "executeIncomingCrossChainCall",
     static_family,
     Side::l2,
     {0xf8, 0x82, 0xa0, 0xad},
     static_l2_incoming_declaration,
     Scheme::partitioned,
     Binding::shared,
     true},
}};

} // namespace anchorscope::table
