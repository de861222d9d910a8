// Who vouches for a block hash. A header, its tries and its receipts are self-consistent whoever forged them,
// so nothing that came with them counts here: only the user's pins and what endpoints answered in this run.
// A pin also vouches for the ancestors of its block, as far as headers lead down from it by hash.
#pragma once
#include "core/verify/evidence.h"

namespace anchorscope::verify {

/// What the ladder may say about a block, and on whose word.
struct Authority {
    enum class Voucher : std::uint8_t { nobody, pin, trusted, quorum, single };

    RungState state = RungState::cannot_check; ///< passed, failed, not_checked or cannot_check
    Voucher voucher = Voucher::nobody;
    std::vector<std::string> sources;    ///< pins' labels or endpoints that agree
    std::vector<std::string> dissenting; ///< endpoints that have another block at that height, one a host
    std::size_t asked = 0;               ///< hosts that were named
    std::string_view rule;               ///< where it has not passed
    std::string detail;
    std::string expected, actual; ///< of a failure

    [[nodiscard]] bool passed() const { return state == RungState::passed; }
    [[nodiscard]] Basis basis() const;
};

/// How one endpoint stands to a block: what it answered for its height, in this run.
enum class Vote : std::uint8_t {
    silent,      ///< no answer for that height, or one that is no block
    other_chain, ///< another chain id than the one looked at
    absent,      ///< "no such block"
    differs,     ///< another block stands at that height
    agrees
};
[[nodiscard]] Vote vote_of(const EndpointState& endpoint, std::optional<std::uint64_t> chain,
                           const chain::Header& header);

/// The part of "host:port" that tells endpoints apart, in lower case.
[[nodiscard]] std::string host_of(std::string_view endpoint_name);

/// Whether a pin speaks about that height: same number, and same chain where both are known.
[[nodiscard]] bool pin_applies(const Pin& pin, std::optional<std::uint64_t> chain, std::uint64_t number);

/// What a pin says about a height: its own hash at its own, that of an ancestor below where headers lead
/// there, or where the state of the pinned block (or of such an ancestor) holds it (EIP-2935).
struct PinnedHash {
    Hash32 hash;
    std::string label; ///< "user", "user, by block 120 through 20 headers", "user, by the state of block 120"
};
[[nodiscard]] std::optional<PinnedHash> pinned_hash(const Pin& pin, const Evidence& evidence,
                                                    std::optional<std::uint64_t> chain, std::uint64_t number);

/// In this order: pins (one that differs fails), the user's own nodes (one that differs fails), a quorum of
/// hosts.
[[nodiscard]] Authority authority_of(const Request& request, const Evidence& evidence,
                                     std::optional<std::uint64_t> chain, const chain::Header& header);

} // namespace anchorscope::verify
