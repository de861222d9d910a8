// Anchor events: logs that carry a digest, or that are taken for such. One registry; to add a kind: one entry
// in anchor_kinds.cpp. Topics are computed from the declarations, and the declarations are the decoders.
#pragma once
#include "core/anchor/envelope.h"
#include "core/anchor/event_layout.h"

namespace anchorscope::anchor {

namespace rules {
inline constexpr std::string_view anchor_topic0 = "anchor.topic0"; ///< another event
inline constexpr std::string_view anchor_topic_count =
    "anchor.topic_count"; ///< not exactly the event's topics
inline constexpr std::string_view anchor_dirty_topic =
    "anchor.dirty_address_topic"; ///< upper 12 bytes of an address topic not zero
inline constexpr std::string_view anchor_data =
    "anchor.data"; ///< data where there must be none, or other data
} // namespace rules

struct AnchorEventKind {
    std::string_view id;              ///< "ocp.recorded"
    std::string signature;            ///< "Recorded(bytes32,address)"
    std::string_view proves;          ///< one sentence
    std::string_view limits;          ///< what it does not prove
    bool conformant = false;          ///< satisfies ERC-8281
    bool of_manager = false;          ///< an event of the EEZ manager
    std::string_view digest;          ///< the parameter that carries a digest; empty: none does
    std::string_view account;         ///< the parameter that names who anchored; empty: none does
    std::string_view declaration;     ///< with names, and which parameters are indexed
    std::vector<EventLayout> layouts; ///< the declared one, then older ones with other indexed parameters
};

/// In the order of anchor_kinds.cpp; the first is Recorded of ERC-8281.
[[nodiscard]] std::span<const AnchorEventKind> anchor_event_kinds();
[[nodiscard]] const AnchorEventKind* anchor_event_kind(std::string_view id);
[[nodiscard]] Hash32 topic0(const AnchorEventKind& kind);

/// A log that has a kind's topic 0.
struct ReadEvent {
    const AnchorEventKind* kind = nullptr;
    std::vector<EventField> fields; ///< empty where the log is malformed
    std::optional<Hash32> digest;   ///< of a malformed log, where the digest would stand
    std::optional<Address> account;
    std::string flaw; ///< how the log is malformed; empty: it is not
};
/// Empty where the log is of no kind that is known.
[[nodiscard]] std::optional<ReadEvent> read_anchor_event(const chain::Log& log);

struct RecordedAnchor {
    Hash32 digest;
    Address committer; ///< the contract names it as committer
};

/// Decodes OCP Recorded(bytes32 indexed digest, address indexed committer): exactly three topics, clean
/// address.
[[nodiscard]] Result<RecordedAnchor> decode_recorded(const chain::Log& log);

/// Contracts known to implement ERC-8281 (PROTOCOL 2), by chain. Null when unknown.
struct KnownContract {
    std::uint64_t chain_id;
    Address address;
    std::string_view name;
};
[[nodiscard]] const KnownContract* known_contract(std::uint64_t chain_id, const Address& address);
[[nodiscard]] std::vector<KnownContract> known_contracts();

} // namespace anchorscope::anchor
