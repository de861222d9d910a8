// The registry of anchor events. The first entry is the event of ERC-8281; the others are recognised so that
// they can be named, with what they prove and what they do not.
#include "core/anchor/anchor_kinds.h"
#include <array>

namespace anchorscope::anchor {
namespace {

constexpr std::string_view not_correct = "says nothing about whether what was observed is true";
constexpr std::string_view state_alone = "covers a rollup's state, not a table; no digest of an observation";
constexpr std::string_view no_table_digest =
    "carries no digest of a table: only the posting transaction's bytes bind the table";

constexpr std::array entries{
    KindEntry{"ocp.recorded", "Recorded(bytes32 indexed digest, address indexed committer)", "", "digest",
              "committer", "the contract logged this digest, and names this account as committer",
              not_correct, true},
    KindEntry{"ocp.recorded-v0", "Recorded(bytes32 indexed digest, address indexed committer, uint256 time)",
              "Recorded(bytes32 digest, address committer, uint256 time)", "digest", "committer",
              "a contract of the draft generation logged this digest",
              "not conformant to ERC-8281: never accepted as an anchor"},
    KindEntry{"erc-8263.anchor-proof",
              "AnchorProof(uint8 kind, bytes32 indexed agentId, bytes32 indexed proofHash, address indexed "
              "operator, "
              "bytes aux)",
              "", "proofHash", "operator", "an operator logged this proof hash for an agent", not_correct},
    KindEntry{
        "eas.attested",
        "Attested(address indexed recipient, address indexed attester, bytes32 uid, bytes32 indexed schema)",
        "", "", "attester", "an attestation with this unique id was made",
        "the id is not a digest of the observation"},
    KindEntry{"eas.timestamped", "Timestamped(bytes32 indexed data, uint64 indexed timestamp)", "", "data",
              "", "this value was known at that time", not_correct},
    KindEntry{"op.output-proposed",
              "OutputProposed(bytes32 indexed outputRoot, uint256 indexed l2OutputIndex, uint256 indexed "
              "l2BlockNumber, uint256 l1Timestamp)",
              "", "", "", "a proposer claims this output root for a rollup's block",
              "a claim until the challenge ends; covers a rollup's state, not a table"},
    KindEntry{"op.dispute-game-created",
              "DisputeGameCreated(address indexed disputeProxy, uint32 indexed gameType, bytes32 indexed "
              "rootClaim)",
              "", "", "", "a dispute game about this root claim was opened",
              "a claim until the game is resolved; covers a rollup's state, not a table"},
    KindEntry{"arbitrum.assertion-confirmed",
              "AssertionConfirmed(bytes32 indexed assertionHash, bytes32 blockHash, bytes32 sendRoot)", "",
              "", "", "the rollup contract confirmed an assertion, whose end is this block of the rollup",
              state_alone},
    KindEntry{
        "zksync.block-commit",
        "BlockCommit(uint256 indexed batchNumber, bytes32 indexed batchHash, bytes32 indexed commitment)", "",
        "", "", "a batch with this hash and commitment was committed",
        "not proven until it is executed; covers a rollup's state, not a table"},
    KindEntry{
        "linea.data-finalized-v3",
        "DataFinalizedV3(uint256 indexed startBlockNumber, uint256 indexed endBlockNumber, bytes32 indexed "
        "shnarf, bytes32 parentStateRootHash, bytes32 finalStateRootHash)",
        "", "", "", "a range of blocks was finalized from one state root to another", state_alone},
    KindEntry{
        "agglayer.verify-batches",
        "VerifyBatchesTrustedAggregator(uint32 indexed rollupID, uint64 numBatch, bytes32 stateRoot, bytes32 "
        "exitRoot, address indexed aggregator)",
        "", "", "aggregator", "a rollup's batches were verified up to this state root", state_alone},
    KindEntry{"eez.batch-posted", "BatchPosted(uint256 indexed rollupCount)",
              "BatchPosted(uint256 rollupCount)", "", "",
              "the emitting contract accepted a batch for so many rollups", no_table_digest, false, true},
    KindEntry{
        "eez.execution-consumed",
        "ExecutionConsumed(bytes32 indexed callHash, uint256 indexed rollupId, uint256 indexed queueIndex)",
        "", "", "", "a call with this call hash used up an entry of a rollup's queue", no_table_digest, false,
        true},
    KindEntry{"eez.entry-executed",
              "EntryExecuted(uint256 indexed entryIndex, bytes32 rollingHash, uint256 calls, uint256 nested)",
              "", "", "", "an entry ended with this rolling hash over its calls", no_table_digest, false,
              true},
    KindEntry{"eez.l2-execution-performed",
              "L2ExecutionPerformed(uint256 indexed rollupId, bytes32 newState)", "", "", "",
              "a rollup's state became this one", no_table_digest, false, true},
    KindEntry{"eez.state-updated", "StateUpdated(uint256 indexed rollupId, bytes32 newState)", "", "", "",
              "a rollup's state was set to this one", no_table_digest, false, true},
};

} // namespace

std::span<const KindEntry> kind_entries() { return entries; }

} // namespace anchorscope::anchor
