#include "model/items/instead_model.h"
#include "core/digest/slice_entries.h"
#include "model/items/cells.h"

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
            ? u"alone below the root"_s
            : u"leads to the root by %1"_s.arg(countText(entry.path.size(), u"neighbour"_s, u"neighbours"_s));
    Row row = plainRow(path, hashCell(digest::SliceEntries::hash(entry.encoding)), way);
    row.cells[InsteadModel::Note].meaning = Meaning::Passed;
    row.path = path;
    rows += row;
    for (const table::FieldRow& field : reader.rows(entry.encoding, path.toStdString())) {
        rows += fieldRow(field);
    }
}

QString nearText(const table::NearFormat& near) {
    return near.fits ? u"all arguments fit, only the selector differs"_s
                     : u"fits up to byte %1; %2"_s.arg(near.read_to).arg(textOf(near.obstacle));
}

} // namespace

InsteadModel::InsteadModel(QObject* parent) : CellTableModel({u"What"_s, u"Value"_s, u"Note"_s}, parent) {}

void InsteadModel::clear() { setRows({}); }

void InsteadModel::setSlice(const digest::Slice& slice) {
    QList<Row> rows;
    rows += plainRow(
        u"slice"_s, {u"%1 of %2"_s.arg(slice.entries.size()).arg(slice.count)},
        u"entries of rollup %1; that there are no others is not shown"_s.arg(textOf(slice.rollup.decimal())));
    rows += plainRow(u"root"_s, hashCell(slice.root),
                     u"anchored under the profile %1"_s.arg(textOf(slice.profile().id)));
    rows += plainRow(u"format"_s, {textOf(slice.format->id)}, u"of the table; the root does not bind it"_s);
    const auto reader = digest::SliceEntries::of(*slice.format);
    std::size_t left = slice.entries.size();
    for (const digest::SliceEntry& entry : slice.entries) {
        if (!reader || static_cast<std::size_t>(rows.size()) > max_slice_rows) {
            rows += plainRow(u"…"_s, {countText(left, u"entry"_s, u"entries"_s)}, u"not shown here"_s);
            break;
        }
        addEntry(rows, entry, *reader);
        --left;
    }
    setRows(std::move(rows));
}

void InsteadModel::setUnknown(const table::UnknownCalldata& unknown, ByteView bytes) {
    QList<Row> rows;
    Row selector = plainRow(u"selector"_s, {hexText(ByteView(unknown.selector)), Meaning::None, true},
                            u"of no version that is known"_s);
    selector.range = ByteRange{0, unknown.selector.size()};
    rows += selector;
    for (const table::NearFormat& near : unknown.nearest) {
        Row row = plainRow(u"near"_s, {textOf(near.format->id)}, nearText(near));
        row.toolTip = textOf(near.format->family);
        if (!near.fits && near.read_to < bytes.size()) {
            row.range = ByteRange{near.read_to, 1};
        }
        rows += row;
    }
    for (const table::WordRow& word : table::word_rows(bytes, max_words)) {
        Row row = plainRow(u"word at %1"_s.arg(word.offset), {hexText(word.word.view()), Meaning::None, true},
                           textOf(word.guess));
        row.range = ByteRange{word.offset, word.word.view().size()};
        rows += row;
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
