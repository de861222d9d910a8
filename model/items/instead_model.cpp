#include "model/items/instead_model.h"
#include "core/digest/slice_entries.h"
#include "model/items/cells.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using Row = CellTableModel::Row;

namespace {

Row plainRow(const QString& what, const CellTableModel::Cell& value, const QString& note = {}) {
    Row row;
    row.cells = {{what}, value, {note}};
    return row;
}

Row fieldRow(const table::FieldRow& field) {
    const bool composite = field.value.empty();
    Row row = plainRow(textOf(field.name), {textOf(composite ? field.type : field.value)},
                       composite ? QString() : textOf(field.type));
    row.depth = static_cast<int>(field.depth) + 1;
    row.path = textOf(field.path);
    return row;
}

/// The entry's row, then its fields.
void addEntry(QList<Row>& rows, const digest::SliceEntry& entry, const digest::SliceEntries& reader) {
    const QString path = u"entries[%1]"_s.arg(entry.index);
    const QString way =
        entry.path.empty()
            ? Words::tr("alone below the root")
            : Words::tr("leads to the root by %1")
                  .arg(countText(entry.path.size(), Words::tr("neighbour"), Words::tr("neighbours")));
    Row row = plainRow(path, hashCell(digest::SliceEntries::hash(entry.encoding)), way);
    row.cells[InsteadModel::Note].meaning = Meaning::Passed;
    row.path = path;
    rows += row;
    for (const table::FieldRow& field : reader.rows(entry.encoding, path.toStdString())) {
        rows += fieldRow(field);
    }
}

QString nearText(const table::NearFormat& near) {
    return near.fits ? Words::tr("all arguments fit, only the selector differs")
                     : Words::tr("fits up to byte %1; %2").arg(near.read_to).arg(textOf(near.obstacle));
}

} // namespace

InsteadModel::InsteadModel(QObject* parent)
    : CellTableModel({Words::tr("What"), Words::tr("Value"), Words::tr("Note")}, parent) {}

void InsteadModel::clear() { setRows({}); }

void InsteadModel::setSlice(const digest::Slice& slice) {
    QList<Row> rows;
    rows += plainRow(Words::tr("slice"), {Words::tr("%1 of %2").arg(slice.entries.size()).arg(slice.count)},
                     Words::tr("entries of rollup %1; that there are no others is not shown")
                         .arg(textOf(slice.rollup.decimal())));
    rows += plainRow(Words::tr("root"), hashCell(slice.root),
                     Words::tr("anchored under the profile %1").arg(textOf(slice.profile().id)));
    rows += plainRow(Words::tr("format"), {textOf(slice.format->id)},
                     Words::tr("of the table; the root does not bind it"));
    const auto reader = digest::SliceEntries::of(*slice.format);
    std::size_t left = slice.entries.size();
    for (const digest::SliceEntry& entry : slice.entries) {
        if (!reader || static_cast<std::size_t>(rows.size()) > max_slice_rows) {
            rows += plainRow(u"…"_s, {countText(left, Words::tr("entry"), Words::tr("entries"))},
                             Words::tr("not shown here"));
            break;
        }
        addEntry(rows, entry, *reader);
        --left;
    }
    setRows(std::move(rows));
}

void InsteadModel::setUnknown(const table::UnknownCalldata& unknown, ByteView bytes) {
    QList<Row> rows;
    Row selector = plainRow(Words::tr("selector"), {hexText(ByteView(unknown.selector)), Meaning::None, true},
                            Words::tr("of no version that is known"));
    selector.range = ByteRange{0, unknown.selector.size()};
    rows += selector;
    for (const table::NearFormat& near : unknown.nearest) {
        Row row = plainRow(Words::tr("near"), {textOf(near.format->id)}, nearText(near));
        row.toolTip = textOf(near.format->family);
        if (!near.fits && near.read_to < bytes.size()) {
            row.range = ByteRange{near.read_to, 1};
        }
        rows += row;
    }
    for (const table::WordRow& word : table::word_rows(bytes, max_words)) {
        Row row = plainRow(Words::tr("word at %1").arg(word.offset),
                           {hexText(word.word.view()), Meaning::None, true}, textOf(word.guess));
        row.range = ByteRange{word.offset, word.word.view().size()};
        rows += row;
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
