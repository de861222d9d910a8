// What every rung of the ladder is decided from. One file a rung in rungs/; each reads the context and may
// add findings and matches to the report.
#pragma once
#include "core/verify/locate.h"
#include "core/verify/report.h"
#include "core/verify/rules.h"
#include "core/verify/wording.h"

namespace anchorscope::verify {

struct RungContext {
    const Request& request;
    const Evidence& evidence;
    const TablePart* table_part = nullptr;
    const transition::Tree* tree = nullptr;

    AnchorPlace anchor;
    std::optional<Posting> posting;
    /// The stated chain; where none is, the one that the anchor's transaction is signed for or every endpoint
    /// is on.
    std::optional<std::uint64_t> chain;
    std::optional<Authority> anchor_authority;  ///< of the block that holds the anchor
    std::optional<Authority> posting_authority; ///< of the block that holds the posting
    /// The events in `tree` are the manager's, in proven receipts of the block that accepted the posting.
    bool has_event_basis = false;

    [[nodiscard]] const chain::BlockEvidence* anchor_block() const {
        return anchor.block ? &evidence.blocks[*anchor.block] : nullptr;
    }
    [[nodiscard]] const chain::BlockEvidence* posting_block() const {
        return posting ? &evidence.blocks[posting->block] : nullptr;
    }
};

[[nodiscard]] RungContext make_context(const Request& request, const Evidence& evidence,
                                       const TablePart* table_part, const transition::Tree* tree);

[[nodiscard]] Rung check_table(const RungContext& context);
[[nodiscard]] Rung check_trajectory(const RungContext& context, Report& report);
[[nodiscard]] Rung check_execution(const RungContext& context, Report& report);
[[nodiscard]] Rung check_proof(const RungContext& context, Report& report);
[[nodiscard]] Rung check_digest(const RungContext& context, Report& report);
[[nodiscard]] Rung check_event(const RungContext& context, Report& report);
[[nodiscard]] Rung check_inclusion(const RungContext& context);
[[nodiscard]] Rung check_block(const RungContext& context);
[[nodiscard]] Rung check_slot(const RungContext& context, Report& report);
[[nodiscard]] Rung check_finality(const RungContext& context);

/// Whether request.malformed is about the table.
[[nodiscard]] bool table_is_malformed(const Request& request);
/// Who supplied a block or receipt.
[[nodiscard]] Basis basis_of(const chain::Source& source);
/// Who supplied the block of the posting, and who says that the posting is in it (its block's authority
/// apart).
[[nodiscard]] Basis posting_basis(const RungContext& context);
/// The weaker kind of both, all sources named once.
[[nodiscard]] Basis weakest(Basis a, const Basis& b);

[[nodiscard]] Rung passed(RungId id, Basis basis, std::string summary, std::string detail);
[[nodiscard]] Rung failed(RungId id, std::string_view rule, Basis basis, std::string detail,
                          std::string expected = {}, std::string actual = {});
[[nodiscard]] Rung not_checked(RungId id, std::string_view rule, std::string summary, std::string detail);
[[nodiscard]] Rung cannot_check(RungId id, std::string_view rule, std::string summary, std::string detail);

} // namespace anchorscope::verify
