// Flat calls with one prover (PROTOCOL 1.3, "flat, single prover"): March and April 2026. Their deltas have
// no pre-states. The first three versions, of 16 to 18 March, hash in ways of their own.
#include "core/table/declaration.h"
#include "core/table/eez_formats.h"

namespace anchorscope::table {
namespace {

using namespace declared;

constexpr std::string_view family = "EEZ flat, one prover (March and April 2026)";

constexpr std::string_view entries_head =
    "((uint256 rollupId, bytes32 newState, int256 etherDelta)[] stateDeltas, ";
constexpr std::string_view action_hash = "bytes32 actionHash, ";
constexpr std::string_view action_call =
    "(address destination, uint256 value, bytes data, address sourceAddress, "
    "uint256 sourceRollup, uint256 revertSpan)[] calls";
constexpr std::string_view flat_call =
    "(address targetAddress, uint256 value, bytes data, address sourceAddress, "
    "uint256 sourceRollupId, uint256 revertSpan)[] calls";
constexpr std::string_view comma = ", ";
constexpr std::string_view batch_tail = ", uint256 blobCount, bytes callData, bytes proof";

// 16 March.
constexpr std::string_view context_entries =
    "(uint8 actionType, uint256 rollupId, address destination, uint256 value, bytes data, "
    "address sourceAddress, uint256 sourceRollup, bool failed, bytes returnData) action, "
    "(address destination, uint256 value, bytes data, address sourceAddress, uint256 sourceRollup, "
    "bool failed, uint256 contextDepth)[] calls, bytes returnData, bool failed, bytes32 returnHash)[] "
    "entries";
constexpr std::string_view context_l1 = joined<open, entries_head, context_entries, batch_tail, close>;
constexpr std::string_view context_l2 = joined<open, entries_head, context_entries, close>;

// 17 March.
constexpr std::string_view returned = ", bytes returnData, bool failed, bytes32 returnHash)[] entries";
constexpr std::string_view span_entries = joined<entries_head, action_hash, action_call, returned>;
constexpr std::string_view span_l1 = joined<open, span_entries, batch_tail, close>;
constexpr std::string_view span_l2 = joined<open, span_entries, close>;

// 18 March: nested actions with calls of their own.
constexpr std::string_view nested_open = "(bytes32 actionHash, ";
constexpr std::string_view nested_close =
    ", bytes returnData)[] nestedActions, bytes returnData, bool failed, bytes32 rollingHash)[] entries, ";
constexpr std::string_view static_open =
    "(bytes32 actionHash, bytes returnData, bool failed, bytes32 stateRoot, "
    "uint64 crossChainCall, uint64 nestedAction, ";
constexpr std::string_view static_close = ")[] staticCalls";
constexpr std::string_view own_calls_tables =
    joined<entries_head, action_hash, action_call, comma, nested_open, action_call, nested_close, static_open,
           action_call, static_close>;
constexpr std::string_view own_calls_l1 = joined<open, own_calls_tables, batch_tail, close>;
constexpr std::string_view own_calls_l2 = joined<open, own_calls_tables, close>;

// 19 March to 1 May: callCount partitions.
constexpr std::string_view entry_tail =
    ", (bytes32 actionHash, uint256 callCount, bytes returnData)[] nestedActions, uint256 callCount, "
    "bytes returnData, bool failed, bytes32 rollingHash)[] entries, ";
constexpr std::string_view keyed_static =
    "(bytes32 actionHash, bytes returnData, bool failed, bytes32 stateRoot, uint64 callNumber, "
    "uint64 lastNestedActionConsumed";
constexpr std::string_view static_hash = ", bytes32 rollingHash";
constexpr std::string_view keyed_tables =
    joined<entries_head, action_hash, action_call, entry_tail, keyed_static, static_close>;
constexpr std::string_view keyed_l1 = joined<open, keyed_tables, batch_tail, close>;
constexpr std::string_view keyed_l2 = joined<open, keyed_tables, close>;
constexpr std::string_view hashed_l1 =
    joined<open, entries_head, action_hash, action_call, entry_tail, keyed_static, comma, action_call,
           static_hash, static_close, batch_tail, close>;
constexpr std::string_view flat_tables = joined<entries_head, action_hash, flat_call, entry_tail,
                                                keyed_static, comma, flat_call, static_hash, static_close>;
constexpr std::string_view transient = ", uint256 transientCount, uint256 transientStaticCallCount";
constexpr std::string_view flat_l1 = joined<open, flat_tables, transient, batch_tail, close>;
constexpr std::string_view flat_l2 = joined<open, flat_tables, close>;

constexpr std::string_view post = "postBatch";
constexpr std::string_view load = "loadExecutionTable";

constexpr TableFormat l1(std::string_view id, Selector selector, std::string_view declaration,
                         Scheme scheme = Scheme::partitioned) {
    return {id, post, family, Side::l1, selector, declaration, scheme, Binding::keyed};
}
constexpr TableFormat l2(std::string_view id, Selector selector, std::string_view declaration,
                         Scheme scheme = Scheme::partitioned) {
    return {id, load, family, Side::l2, selector, declaration, scheme, Binding::keyed};
}

} // namespace

constinit const std::array<TableFormat, 11> eez_flat_formats{{
    l1("eez-flat-a.l1", {0x2c, 0x3c, 0xdc, 0x1a}, context_l1, Scheme::draft),
    l2("eez-flat-a.l2", {0x24, 0x1a, 0x9a, 0x97}, context_l2, Scheme::draft),
    l1("eez-flat-b.l1", {0x4c, 0x05, 0x07, 0xe9}, span_l1, Scheme::draft),
    l2("eez-flat-b.l2", {0xa5, 0x40, 0x2f, 0xbc}, span_l2, Scheme::draft),
    l1("eez-flat-c.l1", {0xeb, 0x70, 0xb1, 0x1e}, own_calls_l1, Scheme::draft),
    l2("eez-flat-c.l2", {0x4c, 0xed, 0x88, 0x3b}, own_calls_l2, Scheme::draft),
    l1("eez-flat-d.l1", {0xb0, 0x34, 0xfa, 0x65}, keyed_l1),
    l2("eez-flat-d.l2", {0xc8, 0x4c, 0xfc, 0x0b}, keyed_l2),
    l1("eez-flat-e.l1", {0x21, 0xaf, 0xbe, 0x78}, hashed_l1),
    l1("eez-flat.l1", {0x9d, 0xfe, 0x75, 0xb8}, flat_l1),
    l2("eez-flat.l2", {0x4d, 0xbf, 0x18, 0xda}, flat_l2),
}};

} // namespace anchorscope::table
