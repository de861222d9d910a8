// An array of batches, one for each set of proof systems (PROTOCOL 1.3, "sub-batches"): 1 and 2 May 2026.
#include "core/table/declaration.h"
#include "core/table/eez_formats.h"

namespace anchorscope::table {
namespace {

using namespace declared;

constexpr std::string_view family = "EEZ sub-batches (May 2026)";

constexpr std::string_view batches_head = "(address[] proofSystems, uint256[] rollupIds, (";
constexpr std::string_view entries_head = "(";
constexpr std::string_view calls = "calls, ";
constexpr std::string_view batches_tail =
    "lookupCalls, uint256 transientCount, uint256 transientLookupCallCount, uint256[] blobIndices, "
    "bytes callData, bytes[] proof, bytes32 crossProofSystemInteractions)[] batches";
constexpr std::string_view lookup_tail = "uint64 callNumber, uint64 lastNestedActionConsumed, ";
constexpr std::string_view lookup_end = "calls, bytes32 rollingHash)[] ";
constexpr std::string_view l2_lookups = "lookupCalls";

// 1 May: hashes of actions, entries that may fail.
constexpr std::string_view action_entry_head = "bytes32 actionHash, uint256 destinationRollupId, ";
constexpr std::string_view action_nested =
    "(bytes32 actionHash, uint256 callCount, bytes returnData)[] nestedActions, ";
constexpr std::string_view failing_entry_end =
    "uint256 callCount, bytes returnData, bool failed, bytes32 rollingHash)[] entries, ";
constexpr std::string_view action_lookup_head =
    "(bytes32 actionHash, uint256 destinationRollupId, bytes returnData, bool failed, ";
constexpr std::string_view action_tables =
    joined<deltas, action_entry_head, call, calls, action_nested, failing_entry_end, action_lookup_head,
           lookup_tail, call, lookup_end>;
constexpr std::string_view action_batches = joined<open, batches_head, action_tables, batches_tail, close>;
constexpr std::string_view action_l2 = joined<open, entries_head, action_tables, l2_lookups, close>;

// Later that day: call hashes.
constexpr std::string_view entry_head = "bytes32 crossChainCallHash, uint256 destinationRollupId, ";
constexpr std::string_view nested_end = "nestedActions, ";
constexpr std::string_view lookup_head =
    "(bytes32 crossChainCallHash, uint256 destinationRollupId, bytes returnData, bool failed, ";
constexpr std::string_view batches =
    joined<open, batches_head, deltas, entry_head, call, calls, nested, nested_end, end_of_entry, lookup_head,
           lookup_tail, call, lookup_end, batches_tail, close>;

constexpr std::string_view post = "postBatch";

} // namespace

constinit const std::array<TableFormat, 3> eez_sub_batch_formats{{
    {"eez-batches-a.l1",
     post,
     family,
     Side::l1,
     {0x14, 0xa6, 0x55, 0x1a},
     action_batches,
     Scheme::partitioned,
     Binding::sub_batches},
    {"eez-batches-a.l2",
     "loadExecutionTable",
     family,
     Side::l2,
     {0x06, 0x9f, 0x7f, 0xd4},
     action_l2,
     Scheme::partitioned,
     Binding::sub_batches},
    {"eez-batches-b.l1",
     post,
     family,
     Side::l1,
     {0xf4, 0x15, 0x58, 0xa5},
     batches,
     Scheme::partitioned,
     Binding::sub_batches},
}};

} // namespace anchorscope::table
