#include "model/filter/filter_of_row.h"
#include "model/filter/filter_values.h"
#include "model/items/lanes.h"
#include "model/items/node_words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using transition::NodeKind;

QString shown(std::u16string_view word) {
    return QString::fromUtf16(word.data(), static_cast<qsizetype>(word.size()));
}

QString wordOf(NodeKind kind) { return shown(filter_kinds[static_cast<std::size_t>(kind)]); }

/// What the number counts depends on the kind of row.
ValueFilter filterOfNumber(const transition::Node& node, const QString& number) {
    switch (node.kind) {
    case NodeKind::entry:
        return filterOfWord(FilterField::entry, number);
    case NodeKind::call:
        return filterOfWord(FilterField::call, number);
    case NodeKind::nested:
        return filterOfWord(FilterField::nested, number);
    case NodeKind::lookup:
        return filterOfWord(FilterField::lookup, number);
    default:
        return {};
    }
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

/// Of the columns that the user adds. Numbers in their plain form are what the cell gives for copying.
ValueFilter filterOfFact(const QModelIndex& cell, const transition::Node& node) {
    const QString plain = cell.data(CopyRole).toString();
    const auto domain = [&node](FilterField field, Domain of) {
        return node.kind == NodeKind::bundle
                   ? ValueFilter() // goes nowhere
                   : filterOfWord(field, QString::fromStdU16String(filterDomainText(of)));
    };
    switch (cell.column()) {
    case TreeModel::Step:
        return filterOfWord(FilterField::step, plain);
    case TreeModel::Number:
        return filterOfNumber(node, plain);
    case TreeModel::From:
        return domain(FilterField::from, node.from);
    case TreeModel::To:
        return domain(FilterField::to, node.to);
    case TreeModel::Selector:
        return filterOfWord(FilterField::selector, plain);
    case TreeModel::Value:
        return plain.isEmpty() ? ValueFilter() : filterOfWord(FilterField::value, plain + u" wei"_s);
    case TreeModel::Outcome: // of a return it is told by the node that returns
        return plain.isEmpty() ? ValueFilter()
                               : filterOfWord(FilterField::outcome,
                                              shown(filter_outcomes[static_cast<std::size_t>(node.outcome)]));
    case TreeModel::Offset:
        return filterOfWord(FilterField::offset, plain);
    case TreeModel::Size:
        return filterOfWord(FilterField::size, plain);
    case TreeModel::CallHash:
        return filterOfWord(FilterField::callHash, plain);
    default:
        return {};
    }
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
        return filterOfFact(cell, tree.tree()->nodes[node]);
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
