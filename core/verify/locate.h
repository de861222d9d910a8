// Where in the evidence the anchor and the table's posting stand. Nothing found here is authentic by being
// found.
#pragma once
#include "core/anchor/anchor_event.h"
#include "core/anchor/extraction.h"
#include "core/verify/authority.h"

namespace anchorscope::verify {

/// Chain that the user or else the envelope names: everything about the anchor must be on it.
[[nodiscard]] std::optional<std::uint64_t> stated_chain(const Request& request);
/// Transaction of the anchor that the envelope or else the user names.
[[nodiscard]] std::optional<Hash32> anchor_transaction(const Request& request);
/// Digest that the envelope or else the user names.
[[nodiscard]] std::optional<Hash32> digest_expected(const Request& request);

/// The rule by which a log carries the digest: the envelope's, else that of ERC-8281.
[[nodiscard]] anchor::ExtractionRule extraction_rule(const Request& request);
/// A log as that rule reads it, or, without an envelope, as an event that the user declared reads it.
struct AnchorReading {
    anchor::Carried carried;
    const anchor::DeclaredEvent* declared = nullptr; ///< of the request; null: the rule's own event
};
[[nodiscard]] Result<AnchorReading> read_anchor_log(const Request& request, const chain::Log& log);

/// Where the anchor's receipt was found. At most one of `receipt` (inside `block`) and `lone` is set.
struct AnchorPlace {
    std::optional<std::size_t> block; ///< index into Evidence::blocks
    std::optional<std::size_t>
        receipt; ///< index into that block's receipts; empty: the block is named, its receipt unknown
    std::optional<std::size_t> lone;     ///< index into Evidence::lone_receipts
    std::optional<std::size_t> position; ///< of the log, where it was searched for rather than stated. Of an
                                         ///< envelope's transaction that has no log that qualifies: the log
                                         ///< that comes nearest, for the rung `event` to refuse
    std::size_t candidates = 0;          ///< logs that carry the digest, where it was searched for
    std::vector<Address> emitters;       ///< of those logs, each named once
    bool foreign = false; ///< the named block, known as a whole, does not contain the transaction
};
[[nodiscard]] AnchorPlace locate_anchor(const Request& request, const Evidence& evidence);

/// A transaction to the manager whose input is the table's calldata, in a block whose transactions are
/// proven; or one of which an endpoint's trace says so about a call inside it.
struct Posting {
    std::size_t block = 0, transaction = 0; ///< indices into Evidence::blocks and the block's transactions
    bool receipt_proven = false;
    bool succeeded = false;
    std::optional<std::uint64_t>
        other_chain;                  ///< that a transaction of its block is signed for (foreign_chain)
    std::size_t accepted = 0;         ///< different blocks that accepted the same bytes
    std::optional<std::size_t> trace; ///< index into Evidence::traces, where only that shows the posting
};
/// The best of all candidates: accepted and in an authentic block; of several such the earliest.
[[nodiscard]] std::optional<Posting> locate_posting(const Request& request, const Evidence& evidence);

/// Whether a trace is of this transaction: its outermost call has the transaction's target, input and value.
[[nodiscard]] bool trace_fits(const chain::CallTrace& trace, const chain::Transaction& transaction);

/// Transactions whose traces may show the posting, best first, at most max_traces: the named ones, then any
/// in which the manager logged a batch. None where the posting is known already.
[[nodiscard]] std::vector<Hash32> transactions_to_trace(const Request& request, const Evidence& evidence);

/// The first chain id, other than `chain`, that a proven transaction of the block is signed for.
[[nodiscard]] std::optional<std::uint64_t> foreign_chain(const chain::BlockEvidence& block,
                                                         std::optional<std::uint64_t> chain);

/// "2 of 4", the place of a receipt or transaction in its block; "2" where only a part of the block is at
/// hand.
[[nodiscard]] std::string place_in(const chain::BlockEvidence& block, std::size_t index);
/// "only 2 receipts of block 7 are at hand", of a part of a block.
[[nodiscard]] std::string only_at_hand(const chain::BlockEvidence& block);

/// An L1 block in evidence that holds BatchPosted of the stated manager in proven receipts; one that a search
/// for the rollups' contracts named comes last, an authentic one first.
[[nodiscard]] std::optional<std::size_t> batch_block(const Request& request, const Evidence& evidence);
/// Whether there is one.
[[nodiscard]] inline bool batch_seen(const Request& request, const Evidence& evidence) {
    return batch_block(request, evidence).has_value();
}

/// The receipt that `place` names, or null.
[[nodiscard]] const chain::Receipt* receipt_at(const Evidence& evidence, const AnchorPlace& place);
/// Positions of the logs that carry `digest` under the rule of the request.
[[nodiscard]] std::vector<std::size_t>
carrying_positions(const Request& request, const chain::Receipt& receipt, const Hash32& digest);
/// The position of the anchor's log: as the envelope states it, else as it was found.
[[nodiscard]] std::optional<std::uint64_t> anchor_position(const Request& request, const AnchorPlace& place);

} // namespace anchorscope::verify
