#include "core/codec/abi_json.h"
#include "core/codec/json.h"

namespace anchorscope::codec {
namespace {

constexpr std::size_t max_tuples = 16; // as AbiType takes them

std::string member_text(const Json& object, std::string_view key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The declaration of parameters: "(uint256 a, (address to, bytes data)[] calls)". Recursion goes at most
/// max_tuples deep. Empty where there is none to be made.
std::optional<std::string> parameters(const Json& list, std::size_t depth) {
    if (!list.is_array() || depth > max_tuples) {
        return {};
    }
    std::string out;
    for (const Json& one : list) {
        if (!one.is_object()) {
            return {};
        }
        constexpr std::string_view tuple = "tuple";
        std::string type = member_text(one, "type");
        if (type.starts_with(tuple)) {
            const auto components = one.find("components");
            const auto inner = components == one.end() ? std::nullopt : parameters(*components, depth + 1);
            if (!inner) {
                return {};
            }
            type = *inner + type.substr(tuple.size());
        }
        out += out.empty() ? "(" : ", ";
        out += type;
        if (const std::string name = member_text(one, "name"); !name.empty()) {
            out += " " + name;
        }
    }
    return out.empty() ? "()" : out + ")";
}

std::optional<AbiItemKind> kind_of(std::string_view type) {
    if (type == "function" || type.empty()) { // old compilers left it out
        return AbiItemKind::function;
    }
    if (type == "error") {
        return AbiItemKind::error;
    }
    return type == "event" ? std::optional(AbiItemKind::event) : std::nullopt;
}

/// A library's function may take what calldata does not hold: "mapping(...)", "Data storage", an enum's name.
bool is_of_a_library(std::string_view declaration) {
    return declaration.find("storage") != std::string_view::npos ||
           declaration.find("mapping") != std::string_view::npos ||
           declaration.find('.') != std::string_view::npos;
}

Result<const Json*> items_of(const Json& json) {
    const Json* items = &json;
    if (json.is_object()) {
        Result<const Json*> abi = member(json, "abi", "");
        if (!abi) {
            return abi;
        }
        items = *abi;
    }
    if (!items->is_array() || items->size() > max_abi_items) {
        return fail(rules::abi_json_form,
                    "expected an array of at most " + std::to_string(max_abi_items) + " items");
    }
    return items;
}

} // namespace

Result<std::vector<AbiSignature>> read_abi_json(std::string_view text) {
    const Result<Json> json = parse_json(text, {.max_bytes = max_abi_json_bytes, .max_depth = 64});
    if (!json) {
        return tl::unexpected(json.error());
    }
    const Result<const Json*> items = items_of(*json);
    if (!items) {
        return tl::unexpected(items.error());
    }
    std::vector<AbiSignature> out;
    for (std::size_t i = 0; i < (*items)->size(); ++i) {
        const Json& item = (**items)[i];
        const std::string place = "[" + std::to_string(i) + "]";
        if (!item.is_object()) {
            return fail(rules::abi_json_item, "expected an object", {}, place);
        }
        const auto kind = kind_of(member_text(item, "type"));
        if (!kind) {
            continue;
        }
        const auto inputs = item.find("inputs");
        const auto declared =
            inputs == item.end() ? std::optional<std::string>("()") : parameters(*inputs, 1);
        if (declared && is_of_a_library(*declared)) {
            continue;
        }
        Result<AbiSignature> signature = declared
                                             ? parse_signature(member_text(item, "name") + *declared, *kind)
                                             : fail(rules::abi_json_item, "expected inputs with types");
        if (!signature) {
            return fail(rules::abi_json_item, signature.error().text, {}, place);
        }
        out.push_back(*std::move(signature));
    }
    return out;
}

} // namespace anchorscope::codec
