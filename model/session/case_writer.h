// Cases written: what goes into a case file, gathered from a session or given, and the file itself. Same
// content, same bytes.
#pragma once
#include "core/base/cancellation.h"
#include "core/casefile/case_file.h"
#include "core/casefile/settings.h"
#include "core/chain/evidence_file.h"
#include "model/session/session.h"

namespace anchorscope::model {

struct CaseContent {
    Bytes table; ///< the table's file, byte for byte
    bool tableIsHex = false;
    std::optional<Bytes> envelope; ///< its file, byte for byte
    std::optional<Bytes> evidence; ///< its file, byte for byte; else it is written from these:
    std::optional<std::uint64_t> evidenceChain;
    std::vector<chain::BlockEvidence> blocks;  ///< of evidenceChain; in any order, some perhaps twice
    std::optional<chain::HeaderWalk> ancestry; ///< from a pinned block down
    std::vector<chain::HistoryProof> history;
    casefile::Settings settings;            ///< hints for whoever opens the case; left out when empty
    std::vector<casefile::Part> otherParts; ///< kept as they are
};

/// What the session knows, if a table is open: its files' bytes, the evidence of files and endpoints (where
/// no endpoint added to it, the file as it is), what the user stated (else what the opened case stated), and
/// the parts that nobody understands.
[[nodiscard]] std::optional<CaseContent> caseContent(const Parts& parts);

/// In ascending order of number, then hash, each block once (a part only where the whole is not there); of
/// endpoints only those whose receipts lie under the header's root.
[[nodiscard]] std::vector<chain::BlockEvidence> storableBlocks(std::vector<chain::BlockEvidence> blocks);

/// The bytes of the case file.
[[nodiscard]] Result<Bytes> caseBytes(CaseContent content);

/// How a file is watched and stopped while it is written.
struct WriteControl {
    Cancellation cancellation;
    ProgressReport progress; ///< bytes of the file, from the writing thread; may be empty
};
enum class Written { whole, cancelled };

/// The same in a file, which is replaced as a whole or not at all; an error in words that name the path.
/// Cancelled, it is as it was. Throws std::bad_alloc where memory runs out.
[[nodiscard]] tl::expected<Written, QString> writeCase(const QString& path, CaseContent content,
                                                       const WriteControl& control);
[[nodiscard]] tl::expected<void, QString> writeCase(const QString& path, CaseContent content);
/// Parts as they are.
[[nodiscard]] tl::expected<void, QString> writeCase(const QString& path, const casefile::Case& value);

} // namespace anchorscope::model
