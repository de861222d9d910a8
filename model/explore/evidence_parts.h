// Private to this room: what pages of evidence are written with.
#pragma once
#include "core/verify/proof_check.h"
#include "core/verify/rung_context.h"
#include "model/explore/evidence_page.h"
#include "model/explore/trie_of_block.h"

namespace anchorscope::model {

using Cell = CellTableModel::Cell;
using Row = CellTableModel::Row;

/// A page being written. Its green is the report's: see equality().
class PageWriter {
public:
    PageWriter(const Parts& parts, verify::RungId rung, const Cancellation& cancellation);

    const Parts& parts;
    const verify::Report& report;
    const verify::Request& request;
    const verify::Evidence& evidence;
    const verify::Rung& rung;
    verify::RungContext context;
    EvidencePage page;
    Cancellation cancellation;

    [[nodiscard]] bool passed() const;
    /// What an equal or a different value is worth in this rung.
    [[nodiscard]] Meaning equality(bool equal) const;
    void compare(const QString& name, const QString& expected, const QString& expectedFrom,
                 const QString& actual, const QString& actualFrom, const QString& digest = {});
    void compareHash(const QString& name, const Hash32& expected, const QString& expectedFrom,
                     const Hash32& actual, const QString& actualFrom, const QString& digest = {});
    /// What the report states as expected and actual of a failed rung, if no comparison shows it yet.
    void compareFailure();
};

/// Adds a row unless the card is full.
void addRow(EvidenceCard& card, Row row);
/// "… 120 more".
void closeCard(EvidenceCard& card, std::size_t all);
[[nodiscard]] Row fieldRow(const QString& name, const Cell& value);
[[nodiscard]] Cell hashValue(const Hash32& value); ///< every digit, monospace
[[nodiscard]] Cell addressValue(const Address& address);
[[nodiscard]] QString sourceText(const chain::Source& source);

/// Header fields in RLP order with their bytes; `marked` is the row that matters.
[[nodiscard]] EvidenceCard headerCard(const chain::BlockEvidence& block, std::string_view marked);
[[nodiscard]] EvidenceCard pathCard(const PageWriter& writer, const chain::BlockEvidence& block,
                                    std::size_t at, BlockTrie which);
[[nodiscard]] EvidenceCard receiptCard(const PageWriter& writer);
[[nodiscard]] EvidenceCard transactionCard(const PageWriter& writer, const chain::BlockEvidence& block,
                                           std::size_t at);
[[nodiscard]] EvidenceCard endpointCard(const PageWriter& writer, const chain::BlockEvidence* block);
/// A card that says what is missing.
[[nodiscard]] EvidenceCard missingCard(const QString& title, const QString& why);

void writeTable(PageWriter& writer);
void writeTrajectory(PageWriter& writer);
void writeExecution(PageWriter& writer);
void writeProof(PageWriter& writer);
void writeDigest(PageWriter& writer);
void writeEvent(PageWriter& writer);
void writeInclusion(PageWriter& writer);
void writeBlock(PageWriter& writer);
void writeSlot(PageWriter& writer);
void writeFinality(PageWriter& writer);

/// The three texts of a rung.
void writeWords(PageWriter& writer);

} // namespace anchorscope::model
