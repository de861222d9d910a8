#include "model/items/found_model.h"
#include "model/items/cells.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

QString foundAs(verify::FoundIn place) {
    switch (place) {
    case verify::FoundIn::input:
        return FoundModel::tr("The transaction’s input");
    case verify::FoundIn::inside_input:
        return FoundModel::tr("Inside another input");
    case verify::FoundIn::inner_call:
        break;
    }
    return FoundModel::tr("Inner call, by a trace");
}

CellTableModel::Row rowOf(const FetchedTable& one) {
    CellTableModel::Row row;
    const bool reverted = one.table.succeeded == false;
    row.cells = {
        {textOf(one.table.format->id) + u", "_s +
         (one.table.entries() == 1 ? FoundModel::tr("1 entry")
                                   : FoundModel::tr("%1 entries").arg(one.table.entries()))},
        {QString::number(one.block->header.number), Meaning::None, true},
        hashCell(one.table.transaction_hash),
        {reverted ? FoundModel::tr("%1, reverted").arg(foundAs(one.table.found_in))
                  : foundAs(one.table.found_in),
         reverted ? Meaning::Warning : Meaning::None},
        one.refused ? CellTableModel::Cell{QString::fromStdString(one.refused->message()), Meaning::Warning}
                    : CellTableModel::Cell{one.anchorWords, one.match ? Meaning::None : Meaning::NotChecked}};
    row.toolTip = textOf(verify::certainty(one.table.found_in));
    return row;
}

} // namespace

FoundModel::FoundModel(QObject* parent)
    : CellTableModel({tr("Table"), tr("Block"), tr("Transaction"), tr("Found as"), tr("Anchor")}, parent) {}

void FoundModel::setTables(std::vector<FetchedTable> tables) {
    m_tables = std::move(tables);
    QList<Row> rows;
    for (const FetchedTable& one : m_tables) {
        rows += rowOf(one);
    }
    setRows(std::move(rows));
}

QString FoundModel::name(int row) const {
    const FetchedTable& one = table(row);
    return tr("%1, block %2").arg(textOf(one.table.format->id)).arg(one.block->header.number);
}

} // namespace anchorscope::model
