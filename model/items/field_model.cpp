#include "core/table/message_rows.h"
#include "model/items/cells.h"
#include "model/items/node_checks.h"
#include "model/items/node_words.h"
#include "model/words.h"
#include <charconv>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using Row = CellTableModel::Row;
using transition::NodeKind;

namespace {

/// The first step of ".name[3].name": the field's or element's index in `value`, if it has one; the step is
/// taken off.
std::optional<std::size_t> takeStep(const codec::AbiValue& value, std::string_view& path) {
    const bool tuple = value.kind() == codec::AbiKind::tuple;
    const std::size_t end = path.find_first_of(".[", 1);
    const std::string_view step = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    if (tuple && step.starts_with('.')) {
        return value.type().field_index(value.type_index(), step.substr(1));
    }
    std::size_t index = 0;
    const bool element = !tuple && step.starts_with('[') && step.ends_with(']');
    const auto digits = element ? step.substr(1, step.size() - 2) : std::string_view();
    const bool number = std::from_chars(digits.begin(), digits.end(), index).ec == std::errc();
    return number ? std::optional(index) : std::nullopt;
}

/// Follows a path from a value; empty when a step does not fit the type.
std::optional<codec::AbiValue> follow(codec::AbiValue value, std::string_view path) {
    while (!path.empty()) {
        const std::optional<std::size_t> index = takeStep(value, path);
        if (!index || *index >= value.size()) {
            return {};
        }
        value = value.at(*index);
    }
    return value;
}

struct Shown {
    codec::AbiValue value;
    std::string path;
};

std::optional<Shown> valueOf(const table::ExecutionTable& table, const transition::Tree& tree, quint32 node) {
    const transition::Node& at = tree.nodes[node];
    if (at.kind == NodeKind::bundle) {
        return Shown{table.arguments(), {}};
    }
    if (at.entry >= table.entries.size()) {
        return {};
    }
    const std::string path = tree.field_path(table, node);
    const std::string_view below =
        std::string_view(path).substr(std::min(table.entry_path(at.entry).size(), path.size()));
    const std::optional<codec::AbiValue> value =
        follow(table.entry_value(at.entry), below); // "entries[k]" is done
    return value ? std::optional(Shown{*value, path}) : std::nullopt;
}

std::vector<table::FieldRow> fieldsOf(const table::ExecutionTable& table, const transition::Tree& tree,
                                      quint32 node) {
    if (table.format->scheme == table::Scheme::messages) {
        const quint32 message = tree.nodes[node].index;
        return message < table.messages.size() ? table::message_rows(table, message)
                                               : table::all_message_rows(table);
    }
    const std::optional<Shown> shown = valueOf(table, tree, node);
    return shown ? table::field_rows(shown->value, shown->path) : std::vector<table::FieldRow>();
}

Row plainRow(const QString& name, const QString& value, const QString& copy = {}) {
    Row row;
    row.cells = {{name}, {value, Meaning::None, value.startsWith(u"0x"), false, copy}, {}};
    return row;
}

/// The arguments of a call by the names that its function's declaration gives them.
void addArguments(QList<Row>& rows, const KnownCall& call, const Names& names) {
    const std::optional<table::NamedData> named = names.book.function(call.data);
    for (const table::FieldRow& field : named ? named->fields : std::vector<table::FieldRow>()) {
        const QString value = textOf(field.value.empty() ? field.type : field.value);
        Row row = plainRow(textOf(field.name.empty() ? field.type : field.name), value);
        row.depth = static_cast<int>(field.depth) + 1;
        row.toolTip = textOf(field.type) +
                      (named->stated ? Words::tr(" · by your ABI") : Words::tr(" · a well-known function"));
        rows += row;
    }
}

/// "0x9145…ef0c on Rollup 1" and the like, for both ends of a call.
void addEnds(QList<Row>& rows, const NodeWords& words, const transition::Node& at, quint32 node) {
    const std::optional<KnownCall> call = words.knownCall(node);
    const auto end = [&words](const QString& name, const std::optional<Address>& account, Domain domain,
                              bool proxy) {
        const QString where = textOf(domain.name());
        if (!account) {
            return plainRow(name, where);
        }
        const QString text = (proxy ? Words::tr("proxy ") : QString()) +
                             addressText(*account, words.names()) + Words::tr(" on ") + where;
        return plainRow(name, text, hexText(account->view()));
    };
    rows += end(Words::tr("from"), call ? call->source : std::nullopt, at.from, false);
    rows += end(Words::tr("to"), call ? std::optional(call->target) : std::nullopt, at.to,
                call && call->targetIsProxy);
    if (call) {
        rows += plainRow(Words::tr("call"), words.transition(node), words.full(node));
        addArguments(rows, *call, words.names());
    }
}

Row fieldRow(const table::FieldRow& field, ByteView calldata) {
    Row row;
    const ByteView bytes = slice(calldata, field.range);
    const bool composite = field.value.empty();
    const bool returned = field.name == "returnData";
    const QString value = composite ? textOf(field.type) : returned ? returnText(bytes) : textOf(field.value);
    const bool whole = field.type == "bytes" || returned;
    row.cells = {{textOf(field.name)},
                 {value, Meaning::None, value.startsWith(u"0x"), false, whole ? hexText(bytes) : QString()},
                 {QString::number(field.range.offset), Meaning::None, true}};
    row.range = field.range;
    row.path = textOf(field.path);
    row.depth = static_cast<int>(field.depth);
    row.toolTip = row.path + u" · "_s + textOf(field.type);
    return row;
}

/// The log by its position in the receipt; receipts are counted from 1, as on the ladder.
QString placeOf(const transition::ManagerEvent& event) {
    return Words::tr("log %1 of receipt %2").arg(event.log.position).arg(event.log.receipt_position() + 1);
}

/// What is told beside the table: where events show the node, how its order is known, what came out.
void addEvents(QList<Row>& rows, const NodeWords& words, const transition::Tree& tree, quint32 node,
               const std::optional<NodeCheck>& rolling) {
    const transition::Node& at = tree.nodes[node];
    if (at.event < tree.events.size()) {
        const transition::ManagerEvent& event = tree.events[at.event];
        rows += plainRow(at.kind == NodeKind::call ? Words::tr("result in") : Words::tr("consumed in"),
                         placeOf(event));
        if (const auto* result = std::get_if<transition::CallResult>(&event.body)) {
            const QString value = returnText(result->return_data);
            rows += plainRow(result->success ? Words::tr("returned") : Words::tr("reverted with"), value,
                             hexText(result->return_data));
        }
    }
    const table::Entry* entry = at.kind == NodeKind::entry ? words.entry(node) : nullptr;
    if (entry && at.entry < tree.orders.size() && !tree.orders[at.entry].detail.empty()) {
        const transition::EntryOrder& order = tree.orders[at.entry];
        rows += plainRow(Words::tr("order"), textOf(name(order.basis)) + u": "_s + textOf(order.detail));
    }
    if (!entry || !rolling) {
        return;
    }
    const Hash32& recomputed = *tree.entries[at.entry].recomputed;
    Row row = plainRow(Words::tr("rolling hash, recomputed"), hexText(recomputed.view()));
    row.cells[FieldModel::Value].meaning = rolling->meaning;
    row.cells[FieldModel::Value].emphasis = rolling->emphasis;
    row.digest = u"rolling_hash:entries[%1]"_s.arg(at.entry);
    row.toolTip = rolling->text + u'\n' + rolling->detail;
    rows += row;
}

} // namespace

FieldModel::FieldModel(QObject* parent)
    : CellTableModel({Words::tr("Field"), Words::tr("Value"), Words::tr("Bytes")}, parent) {}

void FieldModel::clear() { setRows({}); }

void FieldModel::setNames(std::shared_ptr<const Names> names) { m_names = std::move(names); }

void FieldModel::setReport(const std::shared_ptr<const verify::Report>& report) {
    m_accepted = isAccepted(report.get());
}

void FieldModel::setNode(const std::shared_ptr<const table::ExecutionTable>& table,
                         const std::shared_ptr<const transition::Tree>& tree,
                         const std::shared_ptr<const verify::TablePart>&, quint32 node) {
    QList<Row> rows;
    if (table && tree && node < tree->nodes.size()) {
        transition::Node at = tree->nodes[node];
        const bool back = at.kind == NodeKind::call_return && at.returns_from < tree->nodes.size();
        const quint32 subject = back ? at.returns_from : node; // a return shows the call that it ends
        at = tree->nodes[subject];
        const NodeWords words(*table, *tree, m_names);
        if (at.kind != NodeKind::bundle) {
            addEnds(rows, words, at, subject);
        }
        // Of messages the way back is one of its own.
        const bool messages = table->format->scheme == table::Scheme::messages;
        for (const table::FieldRow& field : fieldsOf(*table, *tree, messages ? node : subject)) {
            rows += fieldRow(field, table->calldata());
        }
        addEvents(rows, words, *tree, subject, rollingCheck(*table, *tree, at.entry, m_accepted));
    }
    for (Row& row : rows) {
        row.node = node;
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
