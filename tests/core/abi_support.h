// Reading a checked encoding back into the tree that the writer takes; shared by tests and fuzz targets.
#pragma once
#include "core/codec/abi_reader.h"
#include "core/codec/abi_writer.h"
#include <string>

namespace anchorscope::test {

inline codec::AbiTree read_tree(const codec::AbiValue& value) {
    using codec::AbiKind;
    using codec::AbiTree;
    if (value.kind() == AbiKind::bytes || value.kind() == AbiKind::string) {
        return AbiTree::of(value.bytes());
    }
    if (value.kind() < AbiKind::bytes) {
        return AbiTree::of(value.word());
    }
    std::vector<AbiTree> items;
    for (std::size_t i = 0; i < value.size(); ++i) {
        items.push_back(read_tree(value.at(i)));
    }
    return AbiTree::list(std::move(items));
}

inline bool same(const codec::AbiTree& a, const codec::AbiTree& b) {
    return a.shape == b.shape && a.word == b.word && a.bytes == b.bytes &&
           std::ranges::equal(a.items, b.items, same);
}

/// The batch that postAndVerifyBatch takes as its only argument (contracts of June 2026).
inline std::string batch_declaration() {
    const std::string deltas =
        "(uint256 rollupId, bytes32 currentState, bytes32 newState, int256 etherDelta)[] ";
    const std::string calls = "(address targetAddress, uint256 value, bytes data, address sourceAddress, "
                              "uint256 sourceRollupId, uint256 revertSpan)[] ";
    const std::string nested = "(bytes32 crossChainCallHash, uint256 callCount, bytes returnData)[] ";
    const std::string lookups =
        "(bytes32 crossChainCallHash, bytes returnData, bool failed, uint64 l2ToL1CallNumber, "
        "uint64 lastL1ToL2CallConsumed, uint64 executingLookupIndex, " +
        calls + "l2ToL1Calls, " + nested +
        "expectedL1ToL2Calls, uint256 callCount, bytes32 rollingHash)[] expectedLookups, ";
    const std::string entries = "(" + deltas +
                                "stateDeltas, bytes32 proxyEntryHash, uint256 destinationRollupId, " + calls +
                                "l2ToL1Calls, " + nested + "expectedL1ToL2Calls, " + lookups +
                                "uint256 callCount, bytes returnData, bytes32 rollingHash)[] entries, ";
    const std::string top_lookups =
        "(bytes32 crossChainCallHash, uint256 destinationRollupId, bytes returnData, "
        "bool failed, " +
        calls + "l2ToL1Calls, " + nested + "expectedL1ToL2Calls, " + lookups +
        "uint256 callCount, bytes32 rollingHash, (uint256 rollupId, bytes32 stateRoot)[] "
        "expectedStateRoots)[] l1ToL2lookupCalls, ";
    return "(" + entries + top_lookups +
           "uint256 transientExecutionEntryCount, uint256 transientLookupCallCount, address[] proofSystems, "
           "(uint256 rollupId, uint64[] proofSystemIndex)[] rollupIdsWithProofSystems, "
           "bytes32 crossProofSystemInteractions, uint256[] blobIndices, bytes callData, bytes[] proofs, "
           "uint64 blockNumber)";
}

} // namespace anchorscope::test
