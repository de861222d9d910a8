// Entries and tree as JSON.
#include "core/report/json_parts.h"
#include "core/report/names.h"
#include "core/table/action_hash.h"
#include "core/table/message_rows.h"

namespace anchorscope::report {
namespace {

Json deltas_json(const table::Entry& entry) {
    Json out = Json::array();
    for (const table::StateDelta& delta : entry.deltas) {
        out.push_back(Json{{"rollup", delta.rollup_id.decimal()},
                           {"current_state", delta.current_state ? Json(delta.current_state->hex()) : Json()},
                           {"new_state", delta.new_state.hex()},
                           {"ether_delta", delta.ether_delta.decimal_signed()}});
    }
    return out;
}

Json action_json(const table::ExecutionTable& table, const table::Action& action) {
    constexpr std::array<std::string_view, 5> names{"CALL", "RESULT", "L2TX", "REVERT", "REVERT_CONTINUE"};
    Json scope = Json::array();
    for (const U256& one : action.scope) {
        scope.push_back(one.decimal());
    }
    return Json{{"type", action.type < names.size() ? Json(names[action.type]) : Json(action.type)},
                {"rollup", action.rollup_id.decimal()},
                {"destination", action.destination.hex()},
                {"value", action.value.decimal()},
                {"data", to_hex(action.data)},
                {"failed", action.failed},
                {"static", action.is_static},
                {"source", action.source.hex()},
                {"source_rollup", action.source_rollup.decimal()},
                {"scope", std::move(scope)},
                {"hash", table::action_hash(table, action).hex()}};
}

Json calls_json(std::span<const table::Call> calls) {
    Json out = Json::array();
    for (const table::Call& call : calls) {
        out.push_back(Json{{"target", call.target.hex()},
                           {"value", call.value.decimal()},
                           {"data", to_hex(call.data)},
                           {"source", call.source.hex()},
                           {"source_rollup", call.source_rollup.decimal()},
                           {"revert_span", call.revert_span.decimal()}});
    }
    return out;
}

Json nested_json(std::span<const table::NestedCall> nested) {
    Json out = Json::array();
    for (const table::NestedCall& call : nested) {
        out.push_back(Json{{"call_hash", call.call_hash.hex()},
                           {"call_count", call.call_count.decimal()},
                           {"return_data", to_hex(call.return_data)}});
    }
    return out;
}

Json execution_json(const transition::Tree* tree, std::size_t index) {
    if (tree == nullptr || index >= tree->entries.size()) {
        return {};
    }
    const transition::EntryExecution& execution = tree->entries[index];
    return Json{{"state", name_of(execution.state)},
                {"recomputed", execution.recomputed ? Json(execution.recomputed->hex()) : Json()},
                {"detail", execution.detail}};
}

Json index_or_null(std::uint32_t index) { return index == transition::no_node ? Json() : Json(index); }

Json domain_or_null(const Domain& domain) {
    return domain.known() ? Json(std::to_string(domain.id)) : domain.system ? Json("system") : Json();
}

/// DESIGN spells "solved" what the table alone decides, whether or not something was to be solved.
std::string_view basis_name(transition::TreeBasis basis) {
    return basis == transition::TreeBasis::table ? "solved" : transition::name(basis);
}

/// Larger integers are not exact in every reader of JSON.
constexpr std::uint64_t max_exact_integer = std::uint64_t{1} << 53U;

bool is_exact(const transition::CandidateCount& candidates) {
    return !candidates.more && candidates.count <= max_exact_integer;
}

Json order_json(const transition::Tree* tree, std::size_t index) {
    if (tree == nullptr || index >= tree->orders.size()) {
        return {};
    }
    const transition::EntryOrder& order = tree->orders[index];
    const bool exact = is_exact(order.candidates);
    return Json{{"basis", basis_name(order.basis)},
                {"candidates", exact ? Json(order.candidates.count) : Json()},
                {"candidates_at_least", exact ? Json() : Json(std::to_string(order.candidates.count))},
                {"detail", order.detail}};
}

/// What V1's entries hold: the hash that they are found by, and what comes next.
Json answer_json(const table::ExecutionTable& table, const transition::Tree* tree, std::size_t index) {
    const table::Entry& entry = table.entries[index];
    return Json{{"index", index},
                {"action_hash", entry.proxy_entry_hash.hex()},
                {"state_deltas", deltas_json(entry)},
                {"next_action", action_json(table, *entry.next_action)},
                {"execution", execution_json(tree, index)},
                {"order", order_json(tree, index)}};
}

/// What a flat call returned, where it is known without an event.
Json result_json(const transition::Tree& tree, const transition::Node& node) {
    if (node.result >= tree.results.size()) {
        return {};
    }
    const transition::KnownResult& result = tree.results[node.result];
    return Json{{"success", result.success}, {"return_data", to_hex(result.return_data)}};
}

/// Of an entry its execution, of the rest nothing: what is known of them is their outcome.
Json state_of(const transition::Tree& tree, const transition::Node& node) {
    const bool entry = node.kind == transition::NodeKind::entry && node.entry < tree.entries.size();
    return entry ? Json(name_of(tree.entries[node.entry].state)) : Json();
}

} // namespace

Json entries_json(const table::ExecutionTable& table, const transition::Tree* tree) {
    Json out = Json::array();
    for (std::size_t index = 0; index < table.entries.size(); ++index) {
        const table::Entry& entry = table.entries[index];
        if (entry.next_action != nullptr) {
            out.push_back(answer_json(table, tree, index));
            continue;
        }
        out.push_back(Json{
            {"index", index},
            {"destination", entry.destination_rollup ? Json(entry.destination_rollup->decimal()) : Json()},
            {"proxy_entry_hash", entry.proxy_entry_hash.hex()},
            {"call_count", entry.call_count.decimal()},
            {"rolling_hash", entry.rolling_hash.hex()},
            {"return_data", to_hex(entry.return_data)},
            {"state_deltas", deltas_json(entry)},
            {"calls", calls_json(entry.calls)},
            {"nested", nested_json(entry.nested)},
            {"lookups", entry.lookups.size()},
            {"execution", execution_json(tree, index)},
            {"order", order_json(tree, index)}});
    }
    return out;
}

Json messages_json(const table::ExecutionTable& table) {
    Json out = Json::array();
    for (std::size_t i = 0; i < table.messages.size(); ++i) {
        Json fields = Json::array();
        for (const table::FieldRow& row : table::message_rows(table, i)) {
            const bool whole = row.type == "bytes"; // rows cut long ones
            fields.push_back(Json{{"name", row.name},
                                  {"type", row.type},
                                  {"value", whole ? to_hex(slice(table.calldata(), row.range)) : row.value},
                                  {"offset", row.range.offset},
                                  {"length", row.range.length}});
        }
        const table::Message& message = table.messages[i];
        out.push_back(Json{{"index", i},
                           {"type", table::name(message.type)},
                           {"from", domain_or_null(message.from())},
                           {"to", domain_or_null(message.to())},
                           {"partner", index_or_null(message.partner)},
                           {"fields", std::move(fields)}});
    }
    return out;
}

Json tree_json(const transition::Tree& tree) {
    Json nodes = Json::array();
    for (std::size_t index = 0; index < tree.nodes.size(); ++index) {
        const transition::Node& node = tree.nodes[index];
        nodes.push_back(Json{{"id", index},
                             {"parent", index_or_null(node.parent)},
                             {"kind", name_of(node.kind)},
                             {"from", domain_or_null(node.from)},
                             {"to", domain_or_null(node.to)},
                             {"entry", index_or_null(node.entry)},
                             {"call", index_or_null(node.index)},
                             {"lookup", index_or_null(node.lookup)},
                             {"placed", node.placed},
                             {"state", state_of(tree, node)},
                             {"outcome", name_of(node.outcome)},
                             {"result", result_json(tree, node)}});
    }
    const bool exact = is_exact(tree.candidates);
    return Json{{"tree_basis", basis_name(tree.basis)},
                {"candidates", exact ? Json(tree.candidates.count) : Json()},
                {"candidates_at_least", exact ? Json() : Json(std::to_string(tree.candidates.count))},
                {"nodes", std::move(nodes)}};
}

} // namespace anchorscope::report
