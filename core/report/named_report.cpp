// Calls and reverts by name, as JSON and as text.
#include "core/report/json_parts.h"
#include "core/report/named_data.h"
#include "core/report/text_report.h"

namespace anchorscope::report {
namespace {

constexpr std::size_t max_named = 100'000;

Json fields_json(const table::NamedData& name) {
    Json out = Json::array();
    for (const table::FieldRow& row : name.fields) {
        out.push_back(Json{{"name", row.path}, {"type", row.type}, {"value", row.value}});
    }
    return out;
}

Json label_json(const Address& address, const table::AddressLabels* labels) {
    const auto found = labels == nullptr ? table::AddressLabels::const_iterator() : labels->find(address);
    return labels == nullptr || found == labels->end() ? Json() : Json(found->second);
}

/// "named": by the user's file; "guess": a well-known declaration that fits; null: none.
Json name_json(const std::optional<table::NamedData>& name) {
    if (!name) {
        return {};
    }
    return Json{{"signature", name->signature},
                {"by", name->stated ? "stated" : "well_known"},
                {"fields", fields_json(*name)}};
}

std::string label_text(const Address& address, const table::AddressLabels* labels) {
    const auto found = labels == nullptr ? table::AddressLabels::const_iterator() : labels->find(address);
    return labels == nullptr || found == labels->end()
               ? address.hex()
               : found->second + " (" + to_hex_short(address.view()) + ")";
}

/// "transfer(to 0x…, value 5)".
std::string name_text(const table::NamedData& name) {
    std::string out = name.signature.substr(0, name.signature.find('(')) + "(";
    for (const table::FieldRow& row : name.fields) {
        if (!row.value.empty()) {
            out += out.ends_with('(') ? "" : ", ";
            out += row.path.starts_with('[') ? row.value : row.path + " " + row.value;
        }
    }
    return out + ")";
}

} // namespace

Json calls_json(const table::ExecutionTable& table, const table::SignatureBook& book,
                const table::AddressLabels* labels) {
    Json out = Json::array();
    for (const NamedCall& call : named_calls(table, book, max_named)) {
        Json one{{"subject", call.subject},
                 {"target", call.target.hex()},
                 {"target_label", label_json(call.target, labels)},
                 {"source", call.source.hex()},
                 {"source_label", label_json(call.source, labels)},
                 {"data", to_hex_short(call.data)},
                 {"function", name_json(call.name)}};
        if (!call.selectors.empty()) {
            one["selector_of"] = Json(call.selectors); // their parameters are not what stands there
        }
        out.push_back(std::move(one));
    }
    return out;
}

Json reverts_json(const table::ExecutionTable& table, const transition::Tree* tree,
                  const table::SignatureBook& book) {
    Json out = Json::array();
    for (const NamedRevert& revert : named_reverts(table, tree, book, max_named)) {
        out.push_back(Json{{"subject", revert.subject},
                           {"data", to_hex_short(revert.data)},
                           {"error", name_json(revert.name)}});
    }
    return out;
}

std::string names_text(const table::ExecutionTable& table, const transition::Tree* tree,
                       const table::SignatureBook& book, const table::AddressLabels* labels) {
    std::string out;
    for (const NamedCall& call : named_calls(table, book, max_named)) {
        out.append("  ")
            .append(call.subject)
            .append("  ")
            .append(printable(label_text(call.target, labels)))
            .append("  ");
        out.append(printable(call.name           ? name_text(*call.name)
                             : call.data.empty() ? "no data"
                                                 : to_hex_short(call.data)));
        out.append(call.name && !call.name->stated ? "  (well known)\n" : "\n");
    }
    for (const NamedRevert& revert : named_reverts(table, tree, book, max_named)) {
        out.append("  ").append(revert.subject).append("  reverts with ");
        out.append(printable(revert.name ? name_text(*revert.name) : to_hex_short(revert.data))).append("\n");
    }
    return out;
}

} // namespace anchorscope::report
