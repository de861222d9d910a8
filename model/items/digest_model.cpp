#include "model/items/cells.h"
#include "model/items/finding_places.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using Cell = CellTableModel::Cell;
using Row = CellTableModel::Row;

namespace {

void addObservations(QList<Row>& rows, const verify::Report& report) {
    for (const digest::ObservationDigest& digest : report.observations) {
        Row row;
        const QString kind = Words::tr("observation digest, ") + textOf(crypto::name(digest.function));
        Cell result{Words::tr("Computed")};
        if (report.expected_digest && digest.value == *report.expected_digest) {
            result = equalityCell(true);
        } else if (report.expected_digest &&
                   !report.matched) { // no profile fits: each of them is what differs
            result = equalityCell(false);
        }
        row.cells = {{kind},
                     {digest.profile ? textOf(digest.profile->id) : QString()},
                     hashCell(digest.value),
                     result};
        if (digest.observation.origin == digest::ObservationOrigin::calldata) {
            row.range = digest.observation.range;
        }
        row.rung = static_cast<int>(verify::RungId::digest);
        row.toolTip = digest.profile ? textOf(digest.profile->description) : QString();
        rows += row;
    }
}

void addTableDigests(QList<Row>& rows, const verify::TablePart& examined, const FindingPlaces& places) {
    for (const digest::Digest& digest : examined.digests) {
        Row row;
        row.cells = {{textOf(digest::name(digest.kind))},
                     {textOf(digest.subject)},
                     hashCell(digest.value),
                     {Words::tr("Computed")}};
        row.range = digest.range;
        row.path = textOf(digest.subject);
        if (const std::optional<std::size_t> entry = entryOfPlace(digest.subject)) {
            row.node = places.nodeOfEntry(*entry);
        }
        rows += row;
    }
}

void addRollingHashes(QList<Row>& rows, const table::ExecutionTable& table, const transition::Tree& tree,
                      const FindingPlaces& places) {
    const std::size_t count = std::min(tree.entries.size(), table.entries.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (!tree.entries[i].recomputed) {
            continue;
        }
        Row row;
        const Hash32& value = *tree.entries[i].recomputed;
        const QString subject = u"entries[%1]"_s.arg(i);
        const bool nothing = tree.entries[i].state == transition::ExecutionState::nothing_to_observe;
        row.cells = {{Words::tr("rolling hash, from events")},
                     {subject},
                     hashCell(value),
                     nothing ? noCallsCell() : equalityCell(value == table.entries[i].rolling_hash)};
        row.range = table.entries[i].range;
        row.node = places.nodeOfEntry(i);
        row.path = subject;
        row.toolTip = textOf(tree.entries[i].detail);
        rows += row;
    }
}

} // namespace

DigestModel::DigestModel(QObject* parent)
    : CellTableModel({Words::tr("Digest"), Words::tr("Subject"), Words::tr("Value"), Words::tr("Compared")},
                     parent) {}

void DigestModel::setParts(const std::shared_ptr<const table::ExecutionTable>& table,
                           const std::shared_ptr<const verify::TablePart>& examined,
                           const std::shared_ptr<const transition::Tree>& tree,
                           const std::shared_ptr<const verify::Report>& report) {
    const FindingPlaces places(table.get(), tree.get());
    QList<Row> rows;
    if (report) {
        addObservations(rows, *report);
    }
    if (table && tree) {
        addRollingHashes(rows, *table, *tree, places);
    }
    if (examined) {
        addTableDigests(rows, *examined, places);
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
