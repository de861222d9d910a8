// Recursion goes with the depth of the declared type, never of the input.
#include "core/table/field_rows.h"
#include "core/table/field_names.h"
#include "core/table/message_rows.h"

namespace anchorscope::table {
namespace {

using codec::AbiKind;
using codec::AbiTypeNode;
using codec::AbiValue;

/// Longer byte strings are cut to their first 32 bytes: two lines of hex are all that a row can show.
constexpr std::size_t max_shown_bytes = 64;
constexpr std::size_t cut_bytes = 32;

/// Rows that are left out are counted up to here.
constexpr std::size_t max_counted = 1'000'000;

bool is_tuple(const AbiValue& value) { return value.kind() == AbiKind::tuple; }
bool is_array(const AbiValue& value) {
    return value.kind() == AbiKind::array || value.kind() == AbiKind::fixed_array;
}
bool has_parts(const AbiValue& value) { return is_tuple(value) || is_array(value); }

std::string counted(std::size_t count, std::string_view noun) {
    std::string text = std::to_string(count);
    text += ' ';
    text += noun;
    text += count == 1 ? "" : "s";
    return text;
}

std::string part_name(const AbiValue& whole, std::size_t index) {
    if (is_tuple(whole)) {
        const AbiTypeNode& field = whole.type().node(whole.type_node().children[index]);
        if (!field.name.empty()) {
            return field.name;
        }
    }
    std::string name = "[";
    name += std::to_string(index);
    name += ']';
    return name;
}

std::string part_path(std::string_view path, const std::string& name) {
    std::string out(path);
    out += out.empty() || name.starts_with('[') ? "" : ".";
    out += name;
    return out;
}

std::string shown_bytes(ByteView bytes) {
    if (bytes.size() <= max_shown_bytes) {
        return to_hex(bytes);
    }
    std::string text = to_hex(bytes.first(cut_bytes));
    text += "…(";
    text += counted(bytes.size(), "byte");
    text += ')';
    return text;
}

std::string shown(const AbiValue& value) {
    switch (value.kind()) {
    case AbiKind::uint_:
        return value.u256().decimal();
    case AbiKind::int_:
        return value.u256().decimal_signed();
    case AbiKind::bool_:
        return value.boolean() ? "true" : "false";
    case AbiKind::address:
        return value.address().hex();
    case AbiKind::fixed_bytes:
        return to_hex(value.word().view().first(value.type_node().bits));
    case AbiKind::bytes:
    case AbiKind::string:
        return shown_bytes(value.bytes());
    case AbiKind::tuple:
    case AbiKind::array:
    case AbiKind::fixed_array:
        break;
    }
    return {};
}

std::string shown_type(const AbiValue& value) {
    return is_tuple(value)   ? counted(value.size(), "field")
           : is_array(value) ? counted(value.size(), "item")
                             : value.type().canonical(value.type_index());
}

FieldRow row_of(const AbiValue& value, std::string path, std::string name, std::uint32_t depth) {
    return {std::move(path), std::move(name), shown_type(value), shown(value), depth, value.range()};
}

class Rows {
public:
    explicit Rows(std::size_t max_rows) : m_max(max_rows) {}

    void below(const AbiValue& whole, std::string_view path, std::uint32_t depth) {
        const std::size_t parts = has_parts(whole) ? whole.size() : 0;
        for (std::size_t i = 0; i < parts && m_left_out < max_counted; ++i) {
            const AbiValue value = whole.at(i);
            if (m_rows.size() < m_max) {
                const std::string name = part_name(whole, i);
                const std::string at = part_path(path, name);
                m_rows.push_back(row_of(value, at, name, depth));
                below(value, at, depth + 1);
            } else {
                ++m_left_out;
                below(value, {}, depth + 1);
            }
        }
    }

    [[nodiscard]] std::vector<FieldRow> take() {
        if (m_left_out > 0) {
            FieldRow last;
            last.name = "…";
            last.value = m_left_out >= max_counted ? "more than " : "";
            last.value += counted(m_left_out, "field");
            last.value += " left out";
            m_rows.push_back(std::move(last));
        }
        return std::move(m_rows);
    }

private:
    std::size_t m_max;
    std::size_t m_left_out = 0;
    std::vector<FieldRow> m_rows;
};

/// Index of the part whose range holds `offset`. Elements lie in order; fields are few.
std::optional<std::size_t> part_at(const AbiValue& whole, std::uint64_t offset) {
    std::size_t first = 0;
    std::size_t end = has_parts(whole) ? whole.size() : 0;
    while (is_array(whole) && end - first > 1) {
        const std::size_t middle = first + (end - first) / 2;
        (whole.at(middle).range().offset <= offset ? first : end) = middle;
    }
    for (; first < end; ++first) {
        if (whole.at(first).range().contains(offset)) {
            return first;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<FieldRow> field_rows(const AbiValue& value, std::string_view path, std::size_t max_rows) {
    Rows rows(max_rows);
    const bool is_root = value.type_index() == value.type().root();
    rows.below(is_root ? table_body(value) : value, path, 0);
    return rows.take();
}

std::optional<FieldRow> field_at(const ExecutionTable& table, std::uint64_t offset) {
    if (table.format->scheme == Scheme::messages) {
        return message_field_at(table, offset);
    }
    std::optional<FieldRow> deepest;
    AbiValue value = table_body(table.arguments());
    std::string path;
    for (std::uint32_t depth = 0;; ++depth) {
        const std::optional<std::size_t> index = part_at(value, offset);
        if (!index) {
            return deepest;
        }
        std::string name = part_name(value, *index);
        path = part_path(path, name);
        value = value.at(*index);
        deepest = row_of(value, path, std::move(name), depth);
    }
}

} // namespace anchorscope::table
