// The outcome of a verification: ten rungs, a verdict, and everything that was computed on the way.
// Immutable.
#pragma once
#include "core/digest/table_digests.h"
#include "core/transition/trajectory.h"
#include "core/transition/tree_sources.h"
#include "core/verify/anchor_candidates.h"
#include "core/verify/evidence.h"

namespace anchorscope::verify {

enum class Verdict : std::uint8_t { verified, mismatch, unproven, malformed };
[[nodiscard]] std::string_view name(Verdict verdict);

/// An anchor event seen in evidence, whether it fits or not.
struct AnchorSeen {
    std::string kind;                      ///< id in anchor_event_kinds(), or declared_kind
    std::string signature;                 ///< "Recorded(bytes32,address)"
    std::size_t block = 0;                 ///< index into Evidence::blocks
    std::size_t receipt = 0, position = 0; ///< index into that block's receipts, log in the receipt
    std::size_t receipt_position = 0;      ///< of the receipt in its block
    std::optional<std::uint64_t>
        log_index; ///< block-wide, computed; unknown where receipts before it are missing
    Address contract;
    std::optional<Hash32> digest;           ///< empty in kinds that carry none
    std::optional<Address> committer;       ///< whom the contract names; empty in kinds that name nobody
    std::vector<anchor::EventField> fields; ///< decoded; empty where the log is malformed
    std::string flaw;                       ///< how it is malformed; empty: it is not
    bool equal = false;                     ///< digest equals the observation's
    bool chosen = false;                    ///< the one the envelope (or the search) names
};

/// What was computed from the table alone.
struct TablePart {
    std::vector<digest::Digest> digests;
    std::vector<transition::Trajectory> trajectories;
    std::vector<Finding> findings; ///< invariants
};
[[nodiscard]] TablePart examine_table(const table::ExecutionTable& table);

struct Report {
    Verdict verdict = Verdict::unproven;
    Policy policy = Policy::block;
    std::set<RungId> required;
    std::array<Rung, rung_count> rungs{};
    std::string headline;          ///< names the highest unbroken rung and the block's basis
    std::string reason;            ///< one or two sentences
    bool final_ = false;           ///< finality passed; a verified report that is not final says so
    bool endpoints_silent = false; ///< unproven because no endpoint answered (exit 5)

    std::optional<digest::ObservationDigest>
        matched; ///< profile and function under which the digest was equal
    std::vector<digest::ObservationDigest> observations; ///< all that were computed
    std::vector<digest::ObservationDigest> also_matched; ///< further profiles with the same digest
    std::optional<Hash32> expected_digest;               ///< from the envelope or the user
    std::optional<std::uint64_t> chain_id;
    std::optional<std::size_t> anchor_block;      ///< index into Evidence::blocks
    std::optional<std::size_t> table_block;       ///< where the posting transaction was authenticated
    std::optional<std::size_t> table_transaction; ///< index into that block's transactions
    std::vector<AnchorSeen> anchors;
    std::vector<Finding> findings; ///< all of them: table, tree, evidence, ladder
};

/// The whole ladder. Pure: same request, evidence and parts give the same report.
[[nodiscard]] Report verify(const Request& request, const Evidence& evidence, const TablePart* table_part,
                            const transition::Tree* tree);

/// The tree that the evidence allows: events of the stated manager from authenticated receipts of the table's
/// block (located as under rung `proof`), else from the table alone. Null for opaque observations.
[[nodiscard]] std::shared_ptr<const transition::Tree> tree_for(const Request& request,
                                                               const Evidence& evidence);

/// What that tree is built from: nothing that is a mere claim. Remarks on reading it go to `findings`.
[[nodiscard]] transition::TreeSources tree_sources(const Request& request, const Evidence& evidence,
                                                   std::vector<Finding>& findings);

[[nodiscard]] int exit_status(const Report& report); ///< 0, 1, 3, 4 or 5 (DESIGN, exit status)

} // namespace anchorscope::verify
