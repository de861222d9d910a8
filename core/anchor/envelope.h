// The proof that a producer hands out with an observation: which transaction on which chain carries its
// digest, and how the digest is read from it. Three generations (PROTOCOL 2): the proof "ocp-1", the envelope
// "ocp": "1.0", and ERC-8281's "erc8281/1". What a generation does not state is absent here; nothing is made
// up for it.
#pragma once
#include "core/base/address.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::anchor {

namespace rules {
inline constexpr std::string_view envelope_version = "envelope.version"; ///< no generation that is known
inline constexpr std::string_view envelope_hash_function =
    "envelope.hash_function"; ///< not one that the generation allows
inline constexpr std::string_view envelope_digest =
    "envelope.digest"; ///< not 64 lowercase digits, with or without 0x as the generation has it
inline constexpr std::string_view envelope_number =
    "envelope.number"; ///< not a number below 2^64 in the generation's spelling
inline constexpr std::string_view envelope_address = "envelope.address"; ///< malformed, or fails ERC-55
inline constexpr std::string_view envelope_hash =
    "envelope.hash"; ///< a transaction's or block's hash malformed
inline constexpr std::string_view envelope_network = "envelope.network"; ///< ocp-1: a name without a chain id
inline constexpr std::string_view envelope_chain = "envelope.chain"; ///< 1.0: malformed chain or namespace
inline constexpr std::string_view envelope_serialization = "envelope.serialization"; ///< 1.0: not raw-bytes
inline constexpr std::string_view envelope_rule = "envelope.rule"; ///< 1.0: a rule of another kind of chain
} // namespace rules

enum class Generation : std::uint8_t { ocp_1, ocp_1_0, erc8281 };
/// Stable: "ocp-1", "ocp-1.0", "erc8281/1".
[[nodiscard]] std::string_view name(Generation generation);
/// For sentences: "OCP proof ocp-1", "OCP envelope 1.0", "ERC-8281 envelope".
[[nodiscard]] std::string_view title(Generation generation);

/// How the digest is read from the transaction.
enum class ExtractionRule : std::uint8_t {
    recorded,           ///< Recorded(bytes32,address) as ERC-8281 demands it; ocp-1's rule is the same event
    event_log,          ///< evm/event-log 1.0.0: topics[1] of a Recorded log with two topics or more
    anchor_proof,       ///< evm/erc-8263 1.0.0: topics[2] of an AnchorProof log
    solana_instruction, ///< solana/instruction-data: nothing that an EVM endpoint could show
    unknown             ///< any other: never run
};
/// Stable: "recorded", "evm/event-log", "evm/erc-8263", "solana/instruction-data", "unknown".
[[nodiscard]] std::string_view name(ExtractionRule rule);

/// What the producer says of finality. Never believed: it was true, if ever, when the envelope was written.
struct ClaimedFinality {
    std::uint64_t depth = 0;
    std::string time;       ///< as written
    std::string commitment; ///< Solana's level; empty elsewhere
};

struct Envelope {
    Generation generation = Generation::erc8281;
    std::string version; ///< as written: "erc8281/1", "ocp-1", "1.0"
    Hash32 digest;
    crypto::HashFunction hash_function{};
    ExtractionRule rule = ExtractionRule::recorded;
    std::string rule_id;        ///< as written, with its version; empty for ERC-8281, which has but one
    std::string network;        ///< as written: ocp-1's name or 1.0's CAIP-2 id; empty for ERC-8281
    std::string transaction_id; ///< as written, where it is no EVM transaction hash
    std::optional<std::uint64_t> chain_id;             ///< absent for chains that are no EVM chains
    std::optional<Address> contract;                   ///< absent in 1.0
    std::optional<Hash32> tx_hash;                     ///< absent for chains that are no EVM chains
    std::optional<std::uint64_t> block_number;         ///< absent in ocp-1
    std::optional<std::uint64_t> receipt_log_position; ///< position in the receipt's logs, never the
                                                       ///< block-wide log index; ERC-8281 alone
    std::optional<Address> committer;                  ///< ERC-8281 alone
    std::optional<Hash32> block_hash;
    std::optional<ClaimedFinality> finality; ///< 1.0 alone
    std::vector<std::string> unknown_fields; ///< ignored as the generation demands, listed for the user
};

/// Strict JSON (duplicate keys refused). The member "version", else "ocp", tells the generation; ocp-1 is a
/// closed schema, the others ignore and name what they do not know.
[[nodiscard]] Result<Envelope> read_envelope(std::string_view text);
/// Of an ERC-8281 envelope, which has every member but block_hash and finality (asserted).
[[nodiscard]] std::string write_envelope(const Envelope& envelope);

} // namespace anchorscope::anchor
