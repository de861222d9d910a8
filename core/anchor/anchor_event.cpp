#include "core/anchor/anchor_event.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::anchor {
namespace {

constexpr std::string_view not_correct = "says nothing about whether what was observed is true";

// The first one is the event of ERC-8281 and the only one that an envelope can name. The others are
// recognised so that they can be named to the user.
constexpr std::array kinds{
    AnchorEventKind{"ocp.recorded", "Recorded(bytes32,address)",
                    "the contract logged this digest, and names this account as committer", not_correct,
                    true},
    AnchorEventKind{"ocp.recorded-v0", "Recorded(bytes32,address,uint256)",
                    "a contract of the draft generation logged this digest",
                    "not conformant to ERC-8281: never accepted as an anchor", false},
    AnchorEventKind{"erc-8263.anchor-proof", "AnchorProof(uint8,bytes32,bytes32,address,bytes)",
                    "an operator logged this proof hash for an agent", not_correct, false},
    AnchorEventKind{"eas.attested", "Attested(address,address,bytes32,bytes32)",
                    "an attestation with this unique id was made",
                    "the id is not a digest of the observation", false},
    AnchorEventKind{"eas.timestamped", "Timestamped(bytes32,uint64)", "this value was known at that time",
                    not_correct, false},
    AnchorEventKind{"op.output-proposed", "OutputProposed(bytes32,uint256,uint256,uint256)",
                    "a proposer claims this output root for a rollup's block",
                    "a claim until the challenge ends", false},
    AnchorEventKind{"op.dispute-game-created", "DisputeGameCreated(address,uint32,bytes32)",
                    "a dispute game about this root claim was opened", "a claim until the game is resolved",
                    false},
    AnchorEventKind{"zksync.block-commit", "BlockCommit(uint256,bytes32,bytes32)",
                    "a batch with this hash and commitment was committed", "not proven until it is executed",
                    false},
    AnchorEventKind{"linea.data-finalized-v3", "DataFinalizedV3(uint256,uint256,bytes32,bytes32,bytes32)",
                    "a range of blocks was finalized from one state root to another",
                    "covers state, not a table", false},
    AnchorEventKind{
        "agglayer.verify-batches", "VerifyBatchesTrustedAggregator(uint32,uint64,bytes32,bytes32,address)",
        "a rollup's batches were verified up to this state root", "covers state, not a table", false},
};

// ERC-8281's deployments (PROTOCOL 2).
constexpr Address mainnet_contract{{0x71, 0x86, 0x59, 0x9d, 0x6e, 0xb5, 0x09, 0x05, 0xec, 0xd3,
                                    0x43, 0x46, 0xe7, 0x05, 0xe4, 0xc9, 0x38, 0x71, 0x14, 0x3b}};
constexpr Address arbitrum_contract{{0x65, 0x88, 0x4e, 0x7d, 0xb1, 0xe5, 0x7c, 0xa2, 0xae, 0xf0,
                                     0xd6, 0x6e, 0xfc, 0xff, 0x9c, 0x73, 0x86, 0x84, 0xb0, 0x2a}};
constexpr std::array contracts{
    KnownContract{1, mainnet_contract, "ERC-8281 on Ethereum"},
    KnownContract{42161, arbitrum_contract, "ERC-8281 on Arbitrum One"},
};

} // namespace

std::span<const AnchorEventKind> anchor_event_kinds() { return kinds; }

Hash32 topic0(const AnchorEventKind& kind) { return crypto::keccak256(bytes_of(kind.signature)); }

Result<RecordedAnchor> decode_recorded(const chain::Log& log) {
    static const Hash32 recorded = topic0(kinds.front());
    if (log.topics.empty() || log.topics[0] != recorded) {
        return fail(rules::anchor_topic0, "not the event Recorded(bytes32,address)");
    }
    if (log.topics.size() != 3) {
        return fail(rules::anchor_topic_count,
                    "Recorded(bytes32,address) has exactly three topics, this log has " +
                        std::to_string(log.topics.size()));
    }
    const auto committer = Address::from_word(log.topics[2]);
    if (!committer) {
        return fail(rules::anchor_dirty_topic, "the upper 12 bytes of the committer's topic must be zero");
    }
    if (!log.data.empty()) {
        return fail(rules::anchor_data, "Recorded(bytes32,address) has no data, this log has " +
                                            std::to_string(log.data.size()) + " bytes");
    }
    return RecordedAnchor{log.topics[1], *committer};
}

const KnownContract* known_contract(std::uint64_t chain_id, const Address& address) {
    const auto found = std::ranges::find_if(contracts, [&](const KnownContract& contract) {
        return contract.chain_id == chain_id && contract.address == address;
    });
    return found == contracts.end() ? nullptr : &*found;
}

std::vector<KnownContract> known_contracts() { return {contracts.begin(), contracts.end()}; }

} // namespace anchorscope::anchor
