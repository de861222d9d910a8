// Entries and tree as JSON.
#include "core/report/json_parts.h"
#include "core/report/names.h"

namespace anchorscope::report {
namespace {

Json deltas_json(const table::Entry& entry) {
    Json out = Json::array();
    for (const table::StateDelta& delta : entry.deltas) {
        out.push_back(Json{{"rollup", delta.rollup_id.decimal()},
                           {"current_state", delta.current_state.hex()},
                           {"new_state", delta.new_state.hex()},
                           {"ether_delta", delta.ether_delta.decimal_signed()}});
    }
    return out;
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
    return domain.known() ? Json(std::to_string(domain.id)) : Json();
}

/// DESIGN spells "solved" what the table alone decides.
std::string_view basis_name(transition::TreeBasis basis) {
    return basis == transition::TreeBasis::events  ? "events"
           : basis == transition::TreeBasis::table ? "solved"
                                                   : "ambiguous";
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
            {"execution", execution_json(tree, index)}});
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
                             {"state", state_of(tree, node)},
                             {"outcome", name_of(node.outcome)}});
    }
    const bool decided = tree.basis != transition::TreeBasis::ambiguous;
    return Json{{"tree_basis", basis_name(tree.basis)},
                {"candidates", decided ? Json(1) : Json()},
                {"nodes", std::move(nodes)}};
}

} // namespace anchorscope::report
