#include "model/items/cells.h"
#include "model/items/finding_places.h"
#include "model/items/order_models.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using Cell = CellTableModel::Cell;
using Row = CellTableModel::Row;
using transition::EntryFate;

namespace {

QString signedEther(const U256& change) {
    return change.is_negative() ? u"−"_s + etherText(U256{}.minus(change)) : etherText(change);
}

Row rollupRow(const transition::RollupAccount& account) {
    Row row;
    const Cell states{u"%1 → %2"_s.arg(shortHexText(account.first.view()), shortHexText(account.last.view())),
                      Meaning::None, true, false,
                      u"%1 %2"_s.arg(hexText(account.first.view()), hexText(account.last.view()))};
    row.cells = {{Words::tr("Rollup %1").arg(textOf(account.rollup.decimal()))},
                 {countText(account.steps, Words::tr("step"), Words::tr("steps"))},
                 states,
                 {account.change.is_zero() ? QString() : signedEther(account.change)},
                 {account.needed.is_zero()
                      ? QString()
                      : Words::tr("needs %1 at the start").arg(etherText(account.needed))}};
    return row;
}

Cell fateCell(EntryFate fate) {
    const QString text = textOf(transition::name(fate));
    switch (fate) {
    case EntryFate::runs:
        return {text, Meaning::Passed};
    case EntryFate::skipped:
        return {text, Meaning::Info};
    case EntryFate::dropped:
        return {text, Meaning::Warning};
    case EntryFate::blocked:
    case EntryFate::behind:
        break;
    }
    return {text, Meaning::Failed, false, true};
}

QString etherOf(const transition::EntryEther& ether) {
    const bool none = ether.deltas.is_zero() && ether.in == U256{} && ether.sent == U256{};
    return none ? QString() : signedEther(ether.deltas);
}

Row entryRow(const table::ExecutionTable& table, const transition::ReplayedEntry& entry, std::size_t index,
             const FindingPlaces& places) {
    Row row;
    row.path = textOf(table.entry_path(index));
    row.range = table.entries[index].range;
    row.node = places.nodeOfEntry(index);
    row.cells = {{Words::tr("entry %1").arg(index)},
                 {Words::tr("%1, place %2").arg(textOf(transition::name(entry.phase))).arg(entry.position)},
                 fateCell(entry.fate),
                 {etherOf(entry.ether)},
                 {textOf(entry.reason)}};
    row.toolTip = textOf(entry.reason);
    return row;
}

} // namespace

ReplayModel::ReplayModel(QObject* parent)
    : CellTableModel(
          {Words::tr("Step"), Words::tr("When"), Words::tr("Fate"), Words::tr("Ether"), Words::tr("Detail")},
          parent) {}

void ReplayModel::setOrder(const std::shared_ptr<const BundleOrder>& order) {
    QList<Row> rows;
    if (order && order->replay) {
        const FindingPlaces places(order->table.get(), order->tree.get());
        for (const transition::RollupAccount& account : order->replay->rollups) {
            rows += rollupRow(account);
        }
        const std::size_t count = std::min(order->replay->entries.size(), order->table->entries.size());
        for (std::size_t i = 0; i < count; ++i) {
            rows += entryRow(*order->table, order->replay->entries[i], i, places);
        }
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
