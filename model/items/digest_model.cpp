#include "model/items/cells.h"
#include "model/items/node_checks.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using Cell = CellTableModel::Cell;
using Row = CellTableModel::Row;

namespace {

QString observationId(const digest::ObservationDigest& digest) {
    return u"observation:%1:%2"_s.arg(textOf(crypto::name(digest.function)),
                                      digest.profile ? textOf(digest.profile->id) : QString());
}

QString idOf(digest::DigestKind kind, const QString& subject) {
    return textOf(digest::id(kind)) + u':' + subject;
}

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
        row.digest = observationId(digest);
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
        row.digest = idOf(digest.kind, row.path);
        if (const std::optional<std::size_t> entry = entryOfPlace(digest.subject)) {
            row.node = places.nodeOfEntry(*entry);
        }
        rows += row;
    }
}

void addRollingHashes(QList<Row>& rows, const table::ExecutionTable& table, const transition::Tree& tree,
                      const FindingPlaces& places, bool accepted) {
    const std::size_t count = std::min(tree.entries.size(), table.entries.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto entry = static_cast<quint32>(i);
        const std::optional<NodeCheck> check = rollingCheck(table, tree, entry, accepted);
        if (!check) {
            continue;
        }
        Row row;
        const QString subject = u"entries[%1]"_s.arg(i);
        row.cells = {{isTraced(tree, entry) ? Words::tr("rolling hash, from a trace")
                                            : Words::tr("rolling hash, from events")},
                     {subject},
                     hashCell(*tree.entries[i].recomputed),
                     {check->text, check->meaning, false, check->emphasis}};
        row.range = table.entries[i].range;
        row.node = places.nodeOfEntry(i);
        row.path = subject;
        row.digest = idOf(digest::DigestKind::rolling_hash, subject);
        row.toolTip = check->detail;
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
        addRollingHashes(rows, *table, *tree, places, isAccepted(report.get()));
    }
    if (examined) {
        addTableDigests(rows, *examined, places);
    }
    setRows(std::move(rows));
}

void DigestModel::addMore(const std::vector<NamedDigest>& digests) {
    QList<Row> all = rows();
    for (const NamedDigest& digest : digests) {
        Row row;
        row.cells = {{digest.kind},
                     {digest.subject},
                     hashCell(digest.value),
                     {digest.compared.isEmpty() ? Words::tr("Computed") : digest.compared, digest.meaning,
                      false, digest.meaning == Meaning::Failed}};
        row.digest = digest.id;
        all += row;
    }
    setRows(std::move(all));
}

int DigestModel::rowOf(const QString& id) const {
    const auto found = std::ranges::find(rows(), id, &Row::digest);
    return found == rows().end() || id.isEmpty() ? -1 : static_cast<int>(found - rows().begin());
}

} // namespace anchorscope::model
