// Evidence files. Two forms are read:
//   anchorscope.evidence/1  consensus bytes only (header, raw transactions, raw receipts); closed schema:
//   unknown
//                           members, upper-case hex and non-canonical numbers are refused
//   recorded answers        {"chainId", "blocks": [{"block", "receipts", "rawTransactions"?}]} as JSON-RPC
//   gave them
// Neither ever authenticates a block hash.
#pragma once
#include "core/chain/block_evidence.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view evidence_schema = "evidence.schema";
} // namespace rules

struct EvidenceFile {
    std::uint64_t chain_id = 0;
    std::optional<Address> manager; ///< only in recorded answers; a hint for display, never an expectation
    std::vector<BlockEvidence> blocks;
};

/// Limits: limits.h. In anchorscope.evidence/1 a block has as many transactions as receipts, or (bodies left
/// out) none; a file that differs by a byte from what write_evidence gives for its content is refused.
[[nodiscard]] Result<EvidenceFile> read_evidence(std::string_view text, std::string_view file_name);
/// anchorscope.evidence/1, two-space indent, keys in schema order, newline at the end. Transactions are left
/// out of a block whose bodies are not known or not as many as its receipts. Contradictions are not kept.
[[nodiscard]] std::string write_evidence(std::uint64_t chain_id, std::span<const BlockEvidence> blocks);

} // namespace anchorscope::chain
