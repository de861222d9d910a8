// Private to the formats: declarations are joined from parts while compiling, so that a struct is written
// once.
#pragma once
#include "core/table/format.h"
#include <algorithm>

namespace anchorscope::table::declared {

/// The texts one after the other.
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
template<const std::string_view&... Parts>
inline constexpr std::string_view joined = Joined<Parts...>::value;

inline constexpr std::string_view open = "(";
inline constexpr std::string_view close = ")";

/// Since January 2026, but for March's and April's flat versions.
inline constexpr std::string_view deltas =
    "(uint256 rollupId, bytes32 currentState, bytes32 newState, int256 etherDelta)[] stateDeltas, ";
/// A flat call, named as since April.
inline constexpr std::string_view call =
    "(address targetAddress, uint256 value, bytes data, address sourceAddress, "
    "uint256 sourceRollupId, uint256 revertSpan)[] ";
inline constexpr std::string_view nested =
    "(bytes32 crossChainCallHash, uint256 callCount, bytes returnData)[] ";
/// What comes before the tables in executeIncomingCrossChainCall.
inline constexpr std::string_view incoming =
    "address destination, uint256 value, bytes data, address sourceAddress, uint256 sourceRollup, ";
/// What stands behind the tables of a batch, since May.
inline constexpr std::string_view proof_systems =
    "uint256 transientExecutionEntryCount, uint256 transientLookupCallCount, address[] proofSystems, "
    "(uint256 rollupId, uint64[] proofSystemIndex)[] rollupIdsWithProofSystems, "
    "bytes32 crossProofSystemInteractions, uint256[] blobIndices, bytes callData, bytes[] proofs";
inline constexpr std::string_view block_number = ", uint64 blockNumber";
inline constexpr std::string_view end_of_batch = ") batch";
inline constexpr std::string_view end_of_entry =
    "uint256 callCount, bytes returnData, bytes32 rollingHash)[] entries, ";

} // namespace anchorscope::table::declared
