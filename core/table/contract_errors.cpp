#include "core/table/contract_errors.h"
#include <array>

namespace anchorscope::table {
namespace {

constexpr std::array<std::string_view, 53> errors{
    // Solidity
    "Error(string)",
    "Panic(uint256)",
    // EEZ main, addStatic and V1, both sides
    "CallExecutionFailed()",
    "CallSourceNotVerified(uint256)",
    "ContextResult(bytes32,uint256,uint256,bool)",
    "DuplicateProofSystem(address)",
    "EmptyEntries()",
    "EntryDestinationNotInStateDeltas(uint256)",
    "EntryHashMismatch()",
    "EtherDeltaMismatch()",
    "EtherTransferFailed()",
    "ExecutionNotFound()",
    "ExecutionNotInCurrentBlock()",
    "ExecutionNotInCurrentBlock(uint256)",
    "ExpectedStateRootsNotStrictlyIncreasing(uint256)",
    "InsufficientRollupBalance()",
    "InvalidProof()",
    "InvalidProofSystemConfig()",
    "InvalidRevertData()",
    "InvalidRollupContract()",
    "InvalidRollupId()",
    "L2TXNotAllowedDuringExecution()",
    "LookupCallProxyNotDeployed(address)",
    "LookupDestinationNotPinned(uint256)",
    "NotRollupContract()",
    "NotRollupOwner()",
    "NotSelf()",
    "PostBatchReentry()",
    "ReentrantDestinationMismatch(uint256,uint256)",
    "ReentrantDestinationNotVerified(uint256)",
    "ResidualEntryEtherIn()",
    "RollingHashMismatch()",
    "RollupBatchActiveThisBlock(uint256)",
    "RollupNotInBatch(uint256)",
    "SameNetworkProxy(uint256)",
    "ScopeReverted(bytes)",
    "ScopeReverted(bytes,bytes32,uint256)",
    "SetStateRootNotAllowedDuringExecution()",
    "StateAlreadyUpdatedThisBlock()",
    "StateDeltasNotStrictlyIncreasing(uint256)",
    "StateRootMismatch()",
    "StateRootMismatch(uint256)",
    "TransientCountExceedsEntries()",
    "TransientLookupCallCountExceedsLookupCalls()",
    "TransientLookupCallsWithoutTransientEntries()",
    "Unauthorized()",
    "UnauthorizedProxy()",
    "UnconsumedIncomingCalls()",
    "UnconsumedL1ToL2Calls()",
    "UnconsumedL2ToL1Calls()",
    "UnconsumedOutgoingCalls()",
    "UnexpectedContextRevert(bytes)",
    "ValueMismatch()",
};

} // namespace

std::span<const std::string_view> contract_errors() { return errors; }

} // namespace anchorscope::table
