#include "model/filter/filter_of_row.h"
#include "model/items/lanes.h"
#include "model/items/node_words.h"

namespace anchorscope::model {

namespace {

QString wordOf(transition::NodeKind kind) {
    const std::u16string_view word = filter_kinds[static_cast<std::size_t>(kind)];
    return QString::fromUtf16(word.data(), static_cast<qsizetype>(word.size()));
}

/// What is called, else by which hash, else what kind of row it is.
ValueFilter filterOfTransition(const TreeModel& tree, quint32 node) {
    const NodeWords& words = tree.words();
    if (const std::optional<KnownCall> call = words.knownCall(node)) {
        return filterOfText(FilterField::function, functionText(call->data, words.names()));
    }
    if (const std::optional<Hash32> hash = words.callHash(node); hash && !hash->is_zero()) {
        return filterOfWord(FilterField::callHash, QString::fromStdString(hash->hex()));
    }
    return filterOfWord(FilterField::kind, wordOf(tree.tree()->nodes[node].kind));
}

} // namespace

ValueFilter filterOfCell(const TreeModel& tree, const QModelIndex& cell) {
    if (!cell.isValid()) {
        return {};
    }
    const quint32 node = tree.node(cell);
    switch (cell.column()) {
    case TreeModel::Lane:
        return filterOfDomain(standingDomain(*tree.tree(), node));
    case TreeModel::Transition:
        return filterOfTransition(tree, node);
    case TreeModel::StateBefore:
        return filterOfWord(FilterField::before, cell.data(CopyRole).toString());
    case TreeModel::StateAfter:
        return filterOfWord(FilterField::after, cell.data(CopyRole).toString());
    case TreeModel::Check:
        return filterOfText(FilterField::check, cell.data().toString());
    default:
        return {};
    }
}

ValueFilter filterOfField(const QModelIndex& row) {
    const QModelIndex value = row.siblingAtColumn(1);
    const QString whole = value.data(CopyRole).toString();
    return row.isValid() ? filterOfPath(row.data(PathRole).toString(),
                                        whole.isEmpty() ? value.data().toString() : whole)
                         : ValueFilter();
}

} // namespace anchorscope::model
