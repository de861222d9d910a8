// Evidence files. Three forms are read:
//   anchorscope.evidence/1  whole blocks as consensus bytes (header, raw transactions, raw receipts)
//   anchorscope.evidence/2  also parts of blocks (the tries' nodes on the paths), headers for a walk, and
//   block hashes
//                           kept in state (EIP-2935)
//   recorded answers        {"chainId", "blocks": [{"block", "receipts", "rawTransactions"?, "traces"?}]} as
//   JSON-RPC gave them
// Both schemas are closed: unknown members, upper-case hex and non-canonical numbers are refused. No form
// ever authenticates a block hash.
#pragma once
#include "core/chain/block_part.h"
#include "core/chain/call_trace.h"
#include "core/chain/header_walk.h"
#include "core/chain/history_contract.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view evidence_schema = "evidence.schema";
} // namespace rules

/// A trace that a file supplies: whoever made the file could write anything into it.
struct SuppliedTrace {
    Hash32 transaction; ///< as the block lists it at that place
    CallTrace trace;
};

struct EvidenceFile {
    std::uint64_t chain_id = 0;
    std::optional<Address> manager; ///< only in recorded answers; a hint for display, never an expectation
    std::vector<BlockEvidence> blocks;
    /// From some block down to its ancestors, linked. As strong as who vouches for the hash it starts from.
    std::optional<HeaderWalk> ancestry;
    /// Each proven under its own header. As strong as who vouches for the hash of that header.
    std::vector<HistoryProof> history;
    std::vector<SuppliedTrace> traces{}; ///< only in recorded answers; at most max_file_traces are read
};

/// Limits: limits.h. A whole block has as many transactions as receipts, or (bodies left out) none; a part is
/// refused where its paths do not lead to its header's roots, so are a broken walk and a history proof that
/// proves nothing. A file that differs by a byte from what write_evidence gives for its content is refused.
[[nodiscard]] Result<EvidenceFile> read_evidence(std::string_view text, std::string_view file_name);

/// anchorscope.evidence/1 where that can say all of it, else /2; two-space indent, keys in schema order,
/// newline at the end. Transactions are left out of a block whose bodies are not known or not as many as its
/// receipts. Parts must be proven. Manager and contradictions are not kept.
[[nodiscard]] std::string write_evidence(const EvidenceFile& file);
/// The same of blocks alone.
[[nodiscard]] std::string write_evidence(std::uint64_t chain_id, std::span<const BlockEvidence> blocks);

/// Private to this room: the names of the schemas.
inline constexpr std::array<std::string_view, 2> evidence_schemas{"anchorscope.evidence/1",
                                                                  "anchorscope.evidence/2"};

} // namespace anchorscope::chain
