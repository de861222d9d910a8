// Anchor events in a block's receipts, of every kind that is known, and of those that the user declared. That
// a log stands there says nothing about the block. Limits: 1. only whole blocks whose receipts give their
// root are searched; 2. at most max_anchors a block, `cut` says so.
#pragma once
#include "core/anchor/declared_event.h"
#include "core/chain/block_evidence.h"

namespace anchorscope::verify {

/// The kind of a log that is read by an event which the user declared.
inline constexpr std::string_view declared_kind = "declared";

/// A log of any kind of anchor_event_kinds(), or of an event that the user declared. What is malformed for
/// its kind is none of it.
struct AnchorCandidate {
    std::string_view kind;                  ///< id in anchor_event_kinds(), or declared_kind
    std::size_t receipt = 0;                ///< position in the block, of the transaction too
    std::size_t position = 0;               ///< of the log in its receipt
    std::optional<std::uint64_t> log_index; ///< block-wide, computed; empty in a part that does not tell
    std::optional<Hash32> transaction_hash; ///< computed; empty where the block's bodies are not known
    Address contract;
    std::optional<Hash32> digest;   ///< empty where events of this kind carry none: no anchor of a digest
    std::optional<Address> account; ///< whom the contract names; empty where events of this kind name nobody
    bool succeeded = false;
};

struct AnchorCandidates {
    std::vector<AnchorCandidate> anchors; ///< in the order of the block's logs
    bool cut = false;
};
/// A log that a kind explains is of that kind; else it counts once for each place at which a declared event
/// finds another digest in it.
[[nodiscard]] AnchorCandidates anchor_candidates(const chain::BlockEvidence& block,
                                                 std::span<const anchor::DeclaredEvent> declared = {});

inline constexpr std::size_t max_anchors = std::size_t{1} << 16U;

} // namespace anchorscope::verify
