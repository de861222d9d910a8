// Field names are those of the contracts' structs (IEEZ.sol, IEEZL2.sol), so that paths read as their
// authors'.
#include "core/table/eez_main.h"

namespace anchorscope::table {
namespace {

/// The texts one after the other, joined while compiling.
template<const std::string_view&... Parts>
struct Joined {
    static constexpr auto text = [] {
        std::array<char, (Parts.size() + ...)> out{};
        auto at = out.begin();
        ((at = std::copy(Parts.begin(), Parts.end(), at)), ...);
        return out;
    }();
    static constexpr std::string_view value{text.data(), text.size()};
};

constexpr std::string_view family = "EEZ main (June 2026)";

constexpr std::string_view call = "(address targetAddress, uint256 value, bytes data, address sourceAddress, "
                                  "uint256 sourceRollupId, uint256 revertSpan)[] ";
constexpr std::string_view nested = "(bytes32 crossChainCallHash, uint256 callCount, bytes returnData)[] ";

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

constexpr std::string_view l1_frame = Joined<call, l1_calls, nested, l1_nested, l1_lookup_head, call,
                                             l1_calls, nested, l1_nested, lookup_tail>::value;
constexpr std::string_view l2_frame = Joined<call, l2_calls, nested, l2_nested, l2_lookup_head, call,
                                             l2_calls, nested, l2_nested, lookup_tail>::value;

constexpr std::string_view batch_head =
    "(((uint256 rollupId, bytes32 currentState, bytes32 newState, int256 etherDelta)[] stateDeltas, "
    "bytes32 proxyEntryHash, uint256 destinationRollupId, ";
constexpr std::string_view entry_tail =
    "uint256 callCount, bytes returnData, bytes32 rollingHash)[] entries, ";
constexpr std::string_view l1_top_lookup =
    "(bytes32 crossChainCallHash, uint256 destinationRollupId, bytes returnData, bool failed, ";
constexpr std::string_view batch_tail =
    "uint256 callCount, bytes32 rollingHash, (uint256 rollupId, bytes32 stateRoot)[] expectedStateRoots)[] "
    "l1ToL2lookupCalls, uint256 transientExecutionEntryCount, uint256 transientLookupCallCount, "
    "address[] proofSystems, (uint256 rollupId, uint64[] proofSystemIndex)[] rollupIdsWithProofSystems, "
    "bytes32 crossProofSystemInteractions, uint256[] blobIndices, bytes callData, bytes[] proofs, "
    "uint64 blockNumber) batch";

constexpr std::string_view l2_entry_head = "(bytes32 proxyEntryHash, ";
constexpr std::string_view l2_top_lookup = "(bytes32 crossChainCallHash, bytes returnData, bool failed, ";
constexpr std::string_view l2_top_lookup_tail = "uint256 callCount, bytes32 rollingHash)[] lookupCalls";
constexpr std::string_view l2_tables =
    Joined<l2_entry_head, l2_frame, entry_tail, l2_top_lookup, l2_frame, l2_top_lookup_tail>::value;
constexpr std::string_view incoming_head =
    "address destination, uint256 value, bytes data, address sourceAddress, uint256 sourceRollup, ";

constexpr std::string_view open = "(";
constexpr std::string_view close = ")";

constexpr std::string_view l1_declaration =
    Joined<open, batch_head, l1_frame, entry_tail, l1_top_lookup, l1_frame, batch_tail, close>::value;
constexpr std::string_view l2_declaration = Joined<open, l2_tables, close>::value;
constexpr std::string_view l2_incoming_declaration = Joined<open, incoming_head, l2_tables, close>::value;

} // namespace

constinit const TableFormat eez_main_l1{"eez-main.l1", "postAndVerifyBatch",     family,
                                        Side::l1,      {0x8b, 0x1a, 0x09, 0x5a}, l1_declaration};
constinit const TableFormat eez_main_l2{"eez-main.l2", "loadExecutionTable",     family,
                                        Side::l2,      {0x59, 0x68, 0x3c, 0x8b}, l2_declaration};
constinit const TableFormat eez_main_l2_incoming{
    "eez-main.l2-incoming",   "executeIncomingCrossChainCall", family, Side::l2,
    {0xeb, 0x49, 0x42, 0x46}, l2_incoming_declaration};

} // namespace anchorscope::table
