// Anchor events: logs that carry a digest. One list; topics are computed from signatures.
#pragma once
#include "core/anchor/envelope.h"
#include "core/chain/log.h"

namespace anchorscope::anchor {

namespace rules {
inline constexpr std::string_view anchor_topic0 = "anchor.topic0"; ///< another event
inline constexpr std::string_view anchor_topic_count =
    "anchor.topic_count"; ///< not exactly the event's topics
inline constexpr std::string_view anchor_dirty_topic =
    "anchor.dirty_address_topic"; ///< upper 12 bytes of an address topic not zero
inline constexpr std::string_view anchor_data = "anchor.data"; ///< data where there must be none
} // namespace rules

struct AnchorEventKind {
    std::string_view id;        ///< "ocp.recorded"
    std::string_view signature; ///< "Recorded(bytes32,address)"
    std::string_view proves;    ///< one sentence
    std::string_view limits;    ///< what it does not prove
    bool conformant;            ///< satisfies ERC-8281
};

[[nodiscard]] std::span<const AnchorEventKind> anchor_event_kinds();
[[nodiscard]] Hash32 topic0(const AnchorEventKind& kind);

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
