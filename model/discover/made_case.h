// A case made from blocks: the table, the envelope of its anchor, and the evidence for both; checked
// before it is handed out. Pure: the same blocks give the same bytes.
#pragma once
#include "core/verify/anchor_match.h"
#include "core/verify/report.h"
#include <QByteArray>
#include <QString>

namespace anchorscope::model {

struct MadeCase {
    QByteArray table;     ///< the file's bytes
    bool hexText = false; ///< the file is hex text: table.hex, else table.bin
    QByteArray envelope;  ///< ERC-8281; empty where no anchor was found
    QByteArray evidence;  ///< anchorscope.evidence/1
    std::uint64_t chainId = 0;
    std::optional<Address> contract,
        manager; ///< hints for a reader: emitter of the anchor, callee of the table
};

/// `block` holds the table, `anchorBlock` (it may be the same) the anchor; both null where there is none.
/// What a reader will see is read back and verified: digest, event and inclusion have to pass, else an error.
[[nodiscard]] Result<MadeCase> makeCase(const table::TableSource& table, const chain::BlockEvidence* block,
                                        const chain::BlockEvidence* anchorBlock,
                                        const std::optional<verify::AnchorMatch>& match,
                                        std::uint64_t chainId, const std::optional<Address>& manager);

/// Writes the case: a new folder with table.bin (or table.hex), envelope.json and evidence.json, complete or
/// not at all. An error in words; what was there is never replaced.
[[nodiscard]] tl::expected<void, QString> writeCaseFolder(const MadeCase& made, const QString& path);

/// The same as the bytes of a case file, with the hints as its settings.
[[nodiscard]] Result<Bytes> caseFileOf(const MadeCase& made);
/// The same as a case file (*.anchorcase). What was there is never replaced.
[[nodiscard]] tl::expected<void, QString> writeCaseFile(const MadeCase& made, const QString& path);
/// A case file where the name says so, else a folder.
[[nodiscard]] tl::expected<void, QString> writeMadeCase(const MadeCase& made, const QString& path);

/// Replaces the file as a whole, or leaves it as it was.
[[nodiscard]] tl::expected<void, QString> replaceFile(const QString& path, const QByteArray& bytes);

namespace rules {
inline constexpr std::string_view made_case_check = "case.check"; ///< what was made does not verify
} // namespace rules

} // namespace anchorscope::model
