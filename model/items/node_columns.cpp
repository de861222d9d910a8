#include "model/items/node_columns.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using transition::Node;
using transition::NodeKind;
using transition::Outcome;

namespace {

QString outcomeText(Outcome outcome) {
    switch (outcome) {
    case Outcome::unknown:
        return {};
    case Outcome::success:
        return Words::tr("succeeded");
    case Outcome::failure:
        return Words::tr("reverted");
    case Outcome::rolled_back:
        return Words::tr("rolled back");
    }
    return {};
}

NodeCell selectorCell(const NodeWords& words, quint32 node) {
    constexpr std::size_t selector = std::tuple_size_v<codec::AbiSelector>;
    const auto call = words.knownCall(node);
    if (!call || call->data.size() < selector) {
        return {};
    }
    const QString text = hexText(call->data.first(selector));
    return {text, text, true};
}

NodeCell valueCell(const NodeWords& words, quint32 node) {
    const auto call = words.knownCall(node);
    return call && call->value ? NodeCell{etherText(*call->value), textOf(call->value->decimal())}
                               : NodeCell();
}

NodeCell numberCell(const Node& node) {
    const bool counts = node.kind == NodeKind::call || node.kind == NodeKind::nested;
    const quint64 number = node.kind == NodeKind::entry ? quint64{node.entry}
                           : counts                     ? quint64{node.index} + 1
                                                        : quint64{node.index};
    const bool known = node.kind == NodeKind::entry
                           ? node.entry != transition::no_node
                           : (counts || node.kind == NodeKind::lookup) && node.index != transition::no_node;
    const QString text = known ? QString::number(number) : QString();
    return {text, text};
}

NodeCell hashCell(const std::optional<Hash32>& hash) {
    return hash && !hash->is_zero() ? NodeCell{shortHexText(hash->view()), hexText(hash->view()), true}
                                    : NodeCell();
}

} // namespace

NodeCell nodeCell(const NodeWords& words, const table::ExecutionTable& table, const transition::Tree& tree,
                  quint32 node, NodeFact fact) {
    const Node& at = tree.nodes[node];
    const auto number = [](quint64 value) {
        return NodeCell{QString::number(value), QString::number(value), true};
    };
    switch (fact) {
    case NodeFact::step:
        return number(node);
    case NodeFact::number:
        return numberCell(at);
    case NodeFact::from:
        return {textOf(at.from.name()), textOf(at.from.name())};
    case NodeFact::to:
        return {textOf(at.to.name()), textOf(at.to.name())};
    case NodeFact::selector:
        return selectorCell(words, node);
    case NodeFact::value:
        return valueCell(words, node);
    case NodeFact::outcome:
        return {outcomeText(at.outcome), outcomeText(at.outcome)};
    case NodeFact::offset: {
        const quint64 offset = tree.range(table, node).offset;
        return {u"0x"_s + QString::number(offset, 16), QString::number(offset), true};
    }
    case NodeFact::size:
        return number(tree.range(table, node).length);
    case NodeFact::call_hash:
        return hashCell(words.callHash(node));
    }
    return {};
}

QString factTitle(NodeFact fact) {
    switch (fact) {
    case NodeFact::step:
        return Words::tr("Step");
    case NodeFact::number:
        return Words::tr("Number");
    case NodeFact::from:
        return Words::tr("From");
    case NodeFact::to:
        return Words::tr("To");
    case NodeFact::selector:
        return Words::tr("Selector");
    case NodeFact::value:
        return Words::tr("Value");
    case NodeFact::outcome:
        return Words::tr("Outcome");
    case NodeFact::offset:
        return Words::tr("Offset");
    case NodeFact::size:
        return Words::tr("Bytes");
    case NodeFact::call_hash:
        return Words::tr("Call hash");
    }
    return {};
}

} // namespace anchorscope::model
