#include "model/items/cells.h"
#include "model/items/finding_places.h"
#include "model/items/order_models.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using Cell = CellTableModel::Cell;
using Row = CellTableModel::Row;
using transition::no_counterpart;

namespace {

/// One side of a crossing: where it stands, and on which domain.
struct Side {
    QString place, domain;
    bool known = false, own = false; ///< own: of the first table, whose bytes are shown
    ByteRange range;
    std::optional<std::size_t> entry;
    QString toward{}; ///< of a call that leaves: where to, as far as its table says
};

/// Only L1 tables name the rollup that an entry's start goes to; versions with static calls name it of nested
/// calls and lookups too.
QString destinationOf(const table::ExecutionTable& table, const transition::LeavingCall& call) {
    std::optional<U256> rollup;
    const bool inEntry = call.kind != transition::LeavingKind::table_lookup;
    const table::Entry* const entry = inEntry ? &table.entries[call.entry] : nullptr;
    switch (call.kind) {
    case transition::LeavingKind::start:
        rollup = entry->destination_rollup;
        break;
    case transition::LeavingKind::nested:
        rollup = entry->nested[call.index].destination_rollup;
        break;
    case transition::LeavingKind::lookup:
        rollup = entry->lookups[call.index].destination_rollup;
        break;
    case transition::LeavingKind::table_lookup:
        rollup = table.lookups[call.index].destination_rollup;
        break;
    }
    const std::optional<std::uint64_t> id = rollup ? rollup->to_u64() : std::nullopt;
    return id ? textOf(Domain{*id}.name()) : QString();
}

Side leavingSide(const transition::Bundle& bundle, std::uint32_t index) {
    if (index == no_counterpart) {
        return {};
    }
    const transition::LeavingCall& call = bundle.leaving()[index];
    const bool inEntry = call.kind != transition::LeavingKind::table_lookup;
    return {textOf(bundle.place(call)),
            textOf(bundle.domain(call.table).name()),
            true,
            call.table == 0,
            call.range,
            inEntry ? std::optional<std::size_t>(call.entry) : std::nullopt,
            destinationOf(bundle.table(call.table), call)};
}

Side arrivingSide(const transition::Bundle& bundle, std::uint32_t index) {
    if (index == no_counterpart) {
        return {};
    }
    const transition::ArrivingCall& call = bundle.arriving()[index];
    return {textOf(bundle.place(call)),
            textOf(bundle.domain(call.table).name()),
            true,
            call.table == 0,
            call.range,
            call.entry};
}

Cell placeCell(const Side& side) {
    return side.known ? Cell{side.place} : Cell{Words::tr("in no table here"), Meaning::NotChecked};
}

Cell resultCell(const transition::LeavingCall& call) {
    const QString data = returnText(call.outcome.return_data);
    return call.outcome.success ? Cell{Words::tr("returned %1").arg(data)}
                                : Cell{Words::tr("reverted with %1").arg(data), Meaning::None, false, true};
}

/// "L1 → Rollup 1".
QString wayText(const transition::Bundle& bundle, const transition::Crossing& crossing, const Side& leaves,
                const Side& arrives) {
    const QString from =
        leaves.known ? leaves.domain : textOf(bundle.arriving()[crossing.arrives].from.name());
    const QString to = arrives.known             ? arrives.domain
                       : leaves.toward.isEmpty() ? Words::tr("elsewhere")
                                                 : leaves.toward;
    return u"%1 → %2"_s.arg(from, to);
}

Row rowOf(const transition::Bundle& bundle, const transition::Crossing& crossing,
          const FindingPlaces& places) {
    const Side leaves = leavingSide(bundle, crossing.leaves);
    const Side arrives = arrivingSide(bundle, crossing.arrives);
    Row row;
    row.depth = static_cast<int>(std::min<std::uint32_t>(crossing.depth, 1024));
    Cell hash, result{Words::tr("not known"), Meaning::NotChecked};
    if (leaves.known) {
        const transition::LeavingCall& call = bundle.leaving()[crossing.leaves];
        hash = hashCell(call.call_hash);
        result = resultCell(call);
    } else if (const Hash32& arriving = bundle.arriving()[crossing.arrives].call_hash; !arriving.is_zero()) {
        hash = hashCell(arriving);
    }
    row.cells = {
        {wayText(bundle, crossing, leaves, arrives)}, placeCell(leaves), placeCell(arrives), result, hash};
    if (!crossing.placed) {
        row.cells.first().meaning = Meaning::Warning;
        row.toolTip = Words::tr("Which call this one happens inside is not known.");
    }
    for (const Side& side : {leaves, arrives}) {
        if (side.own) {
            row.range = side.range;
            row.node = side.entry ? places.nodeOfEntry(*side.entry) : std::nullopt;
        }
    }
    return row;
}

} // namespace

CrossingModel::CrossingModel(QObject* parent)
    : CellTableModel({Words::tr("Crossing"), Words::tr("Leaves"), Words::tr("Arrives"), Words::tr("Result"),
                      Words::tr("Call hash")},
                     parent) {}

void CrossingModel::setOrder(const std::shared_ptr<const BundleOrder>& order) {
    QList<Row> rows;
    if (order && order->bundle) {
        const FindingPlaces places(order->table.get(), order->tree.get());
        rows.reserve(static_cast<qsizetype>(order->joined.crossings.size()));
        for (const transition::Crossing& crossing : order->joined.crossings) {
            rows += rowOf(*order->bundle, crossing, places);
        }
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
