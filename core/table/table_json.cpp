#include "core/table/table_json.h"
#include "core/codec/abi_word.h"
#include "core/codec/abi_writer.h"
#include "core/codec/canonical_json.h"
#include "core/codec/json_schema.h"

namespace anchorscope::table {
namespace {

using codec::AbiKind;
using codec::AbiTree;
using codec::AbiType;
using codec::AbiTypeNode;
using codec::AbiValue;
using codec::Json;

/// Fields of a tuple in the order in which canonical JSON has them. A tuple with a field that has no name, or
/// a name twice, is written as an array.
std::optional<std::vector<std::uint32_t>> canonical_order(const AbiType& type, const AbiTypeNode& tuple) {
    std::vector<std::uint32_t> order(tuple.children.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    const auto name = [&](std::uint32_t field) -> const std::string& {
        return type.node(tuple.children[field]).name;
    };
    std::ranges::sort(
        order, [&](std::uint32_t a, std::uint32_t b) { return codec::canonical_less(name(a), name(b)); });
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (name(order[i]).empty() || (i > 0 && name(order[i]) == name(order[i - 1]))) {
            return {};
        }
    }
    return order;
}

class Writer {
public:
    explicit Writer(const AbiType& type) : m_type(type), m_orders(type.size()) {
        for (std::uint32_t i = 0; i < type.size(); ++i) {
            if (type.node(i).kind == AbiKind::tuple) {
                m_orders[i] = canonical_order(type, type.node(i));
            }
        }
    }

    void value(const AbiValue& value) {
        switch (value.kind()) {
        case AbiKind::tuple:
            if (const auto& order = m_orders[value.type_index()]) {
                object(value, *order);
            } else {
                list(value);
            }
            break;
        case AbiKind::array:
        case AbiKind::fixed_array:
            list(value);
            break;
        default:
            scalar(value);
        }
    }

    [[nodiscard]] bool too_long() const { return out.size() > max_table_json_bytes; }

    std::string out;

private:
    void object(const AbiValue& value, const std::vector<std::uint32_t>& order) {
        char separator = '{';
        for (const std::uint32_t field : order) {
            out += separator;
            separator = ',';
            codec::append_canonical_string(out, m_type.node(value.type_node().children[field]).name);
            out += ':';
            this->value(value.at(field));
        }
        out += order.empty() ? "{}" : "}";
    }

    void list(const AbiValue& value) {
        out += '[';
        for (std::size_t i = 0; i < value.size() && !too_long(); ++i) {
            out += i == 0 ? "" : ",";
            this->value(value.at(i));
        }
        out += ']';
    }

    void scalar(const AbiValue& value) {
        if (value.kind() == AbiKind::bool_) {
            out += value.boolean() ? "true" : "false";
            return;
        }
        out += '"';
        switch (value.kind()) {
        case AbiKind::uint_:
            out += value.u256().decimal();
            break;
        case AbiKind::int_:
            out += value.u256().decimal_signed();
            break;
        case AbiKind::address:
            out += value.address().hex();
            break;
        case AbiKind::fixed_bytes:
            out += to_hex(value.word().view().first(value.type_node().bits));
            break;
        default:
            out += to_hex(value.bytes());
        }
        out += '"';
    }

    const AbiType& m_type;
    std::vector<std::optional<std::vector<std::uint32_t>>> m_orders; // by node; of tuples
};

tl::unexpected<Error> refused(std::string_view expected, const std::string& place) {
    std::string text = "expected ";
    return fail(rules::table_json_value, text.append(expected), {}, place);
}

/// The one spelling of bytes: 0x and lowercase digits.
std::optional<Bytes> hex_bytes(const Json& json) {
    if (!json.is_string()) {
        return {};
    }
    const auto& text = json.get_ref<const std::string&>();
    const bool upper = std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'F'; });
    Result<Bytes> bytes = from_hex(text);
    return upper || !bytes ? std::nullopt : std::optional(*std::move(bytes));
}

std::optional<U256> decimal(const Json& json, bool is_signed) {
    if (!json.is_string()) {
        return {};
    }
    std::string_view text = json.get_ref<const std::string&>();
    const bool negative = is_signed && text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const Result<U256> size = U256::parse_decimal(text);
    if (!size || (negative && size->is_zero())) {
        return {};
    }
    const U256 value = negative ? U256().minus(*size) : *size;
    return is_signed && value.is_negative() != negative ? std::nullopt : std::optional(value);
}

class Reader {
public:
    explicit Reader(const AbiType& type) : m_type(type) {}

    Result<AbiTree> value(std::uint32_t index, const Json& json, const std::string& place) {
        const AbiTypeNode& node = m_type.node(index);
        switch (node.kind) {
        case AbiKind::tuple:
            return tuple(node, json, place);
        case AbiKind::array:
        case AbiKind::fixed_array:
            return array(node, json, place);
        case AbiKind::bytes:
        case AbiKind::string: {
            const std::optional<Bytes> bytes = hex_bytes(json);
            return bytes ? Result<AbiTree>(AbiTree::of(ByteView(*bytes)))
                         : refused("bytes as 0x and lowercase digits", place);
        }
        default:
            return word(node, json, place);
        }
    }

private:
    Result<AbiTree> word(const AbiTypeNode& node, const Json& json, const std::string& place) {
        std::optional<Hash32> word;
        if (node.kind == AbiKind::uint_ || node.kind == AbiKind::int_) {
            const auto number = decimal(json, node.kind == AbiKind::int_);
            word = number ? std::optional(number->to_word()) : std::nullopt;
        } else if (node.kind == AbiKind::bool_) {
            word = json.is_boolean() ? std::optional(U256(json.get<bool>() ? 1 : 0).to_word()) : std::nullopt;
        } else {
            word = padded(node, hex_bytes(json));
        }
        if (!word || !codec::broken_word_rule(node, word->bytes.data()).empty()) {
            return refused(spelling(node.kind), place);
        }
        return AbiTree::of(*word);
    }

    /// Addresses stand at the end of their word, fixed bytes at its beginning.
    static std::optional<Hash32> padded(const AbiTypeNode& node, const std::optional<Bytes>& bytes) {
        const bool address = node.kind == AbiKind::address;
        const std::size_t length = address ? std::tuple_size_v<decltype(Address::bytes)> : node.bits;
        if (!bytes || bytes->size() != length) {
            return {};
        }
        Hash32 out;
        std::ranges::copy(*bytes, address ? out.bytes.end() - static_cast<std::ptrdiff_t>(length)
                                          : out.bytes.begin());
        return out;
    }

    static std::string_view spelling(AbiKind kind) {
        switch (kind) {
        case AbiKind::bool_:
            return "true or false";
        case AbiKind::uint_:
        case AbiKind::int_:
            return "a decimal number in the range of its type, as a string";
        default:
            return "0x and lowercase digits, as many as the type has";
        }
    }

    Result<AbiTree> array(const AbiTypeNode& node, const Json& json, const std::string& place) {
        if (!json.is_array() || (node.kind == AbiKind::fixed_array && json.size() != node.fixed_count)) {
            return refused("an array of the type's length", place);
        }
        std::vector<AbiTree> items;
        items.reserve(json.size());
        for (std::size_t i = 0; i < json.size(); ++i) {
            Result<AbiTree> item = value(node.children[0], json[i], place + "[" + std::to_string(i) + "]");
            if (!item) {
                return item;
            }
            items.push_back(*std::move(item));
        }
        return AbiTree::list(std::move(items));
    }

    Result<AbiTree> tuple(const AbiTypeNode& node, const Json& json, const std::string& place) {
        const bool by_name = canonical_order(m_type, node).has_value();
        if ((by_name ? !json.is_object() : !json.is_array()) || json.size() != node.children.size()) {
            return fail(rules::table_json_fields, "expected the tuple's fields, each once", {}, place);
        }
        std::vector<AbiTree> items;
        items.reserve(node.children.size());
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const std::string& name = m_type.node(node.children[i]).name;
            std::string path = place;
            path += path.empty() ? "" : ".";
            path += name;
            if (by_name && !json.contains(name)) {
                return fail(rules::table_json_fields, "expected this field, it is absent", {}, path);
            }
            Result<AbiTree> item = value(node.children[i], by_name ? json[name] : json[i], path);
            if (!item) {
                return item;
            }
            items.push_back(*std::move(item));
        }
        return AbiTree::list(std::move(items));
    }

    const AbiType& m_type;
};

Result<const TableFormat*> format_in(const Json& json) {
    const Result<std::string> schema = codec::string_member(json, "schema", "");
    const Result<std::string> format = codec::string_member(json, "format", "");
    if (!schema || !format) {
        return tl::unexpected(schema ? format.error() : schema.error());
    }
    if (*schema != table_json_schema_id || json.size() != 3) {
        return fail(rules::table_json_schema,
                    "expected schema, format and arguments of " + std::string(table_json_schema_id));
    }
    const TableFormat* const found = format_named(*format);
    if (found != nullptr && found->scheme == Scheme::messages) {
        return fail(rules::table_json_schema, "expected a format of contracts: messages have no JSON form",
                    {}, "format");
    }
    return found != nullptr
               ? Result<const TableFormat*>(found)
               : fail(rules::table_json_schema, "expected the id of a known format", {}, "format");
}

} // namespace

std::optional<std::string> table_json(const ExecutionTable& table) {
    if (table.format->scheme == Scheme::messages) {
        return {};
    }
    Writer writer(type_of(*table.format));
    writer.out = R"({"arguments":)";
    writer.value(table.arguments());
    writer.out += R"(,"format":)";
    codec::append_canonical_string(writer.out, table.format->id);
    writer.out += R"(,"schema":)";
    codec::append_canonical_string(writer.out, table_json_schema_id);
    writer.out += '}';
    return writer.too_long() ? std::nullopt : std::optional(std::move(writer.out));
}

bool announces_table_json(std::string_view text) {
    return codec::announces_schema(text, table_json_schema_id);
}

Result<Bytes> calldata_from_json(std::string_view text) {
    const Result<Json> json = codec::parse_json(text, {.max_bytes = max_table_json_bytes});
    if (!json) {
        return tl::unexpected(json.error());
    }
    const Result<const TableFormat*> format = format_in(*json);
    const Result<const Json*> arguments = codec::member(*json, "arguments", "");
    if (!format || !arguments) {
        return tl::unexpected(format ? arguments.error() : format.error());
    }
    const AbiType& type = type_of(**format);
    const Result<AbiTree> tree = Reader(type).value(type.root(), **arguments, "arguments");
    if (!tree) {
        return tl::unexpected(tree.error());
    }
    Bytes out((*format)->selector.begin(), (*format)->selector.end());
    append(out, codec::abi_encode(type, *tree));
    return out;
}

} // namespace anchorscope::table
