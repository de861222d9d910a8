#include "core/table/message_rows.h"
#include "core/table/message_reader.h"

namespace anchorscope::table {
namespace {

constexpr std::size_t max_shown_bytes = 64; // two lines of hex are all that a row can show
constexpr std::size_t cut_bytes = 32;

std::string counted(std::size_t count, std::string_view noun) {
    std::string text = std::to_string(count);
    return text.append(" ").append(noun).append(count == 1 ? "" : "s");
}

std::string shown(ByteView bytes) {
    return bytes.size() <= max_shown_bytes
               ? to_hex(bytes)
               : to_hex(bytes.first(cut_bytes)) + "…(" + counted(bytes.size(), "byte") + ")";
}

std::string shown_chain(std::uint64_t chain) {
    return chain == system_chain ? "the system" : std::to_string(chain);
}

/// Adds rows one behind the other, as the fields lie.
class Rows {
public:
    Rows(std::string path, std::uint64_t at, std::uint32_t depth)
        : m_path(std::move(path)), m_at(at), m_depth(depth) {}

    void add(std::string_view name, std::string_view type, std::string value, std::uint64_t length,
             std::uint64_t in_front = 0) {
        m_at += in_front;
        std::string path = m_path;
        path.append(path.empty() ? "" : ".").append(name);
        rows.push_back({std::move(path),
                        std::string(name),
                        std::string(type),
                        std::move(value),
                        m_depth,
                        {m_at, length}});
        m_at += length;
    }
    void bytes(std::string_view name, ByteView value) {
        constexpr std::uint64_t length_bytes = 4;
        add(name, "bytes", shown(value), value.size(), length_bytes);
    }
    void chain(std::string_view name, std::uint64_t value) { add(name, "u64", shown_chain(value), 8); }
    void u64(std::string_view name, std::uint64_t value) { add(name, "u64", std::to_string(value), 8); }

    void items(std::span<const ChainOperation> items) {
        constexpr std::uint64_t count_bytes = 4;
        add("items", "u32", std::to_string(items.size()), count_bytes);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const ChainOperation& item = items[i];
            std::string name = "items[";
            name.append(std::to_string(i)).append("]");
            const std::string_view what =
                item.type == ChainOperation::Type::transaction ? "transaction" : "new block";
            add(name, what, shown(item.data), item.range.length);
        }
    }

    std::vector<FieldRow> rows;

private:
    std::string m_path;
    std::uint64_t m_at;
    std::uint32_t m_depth;
};

void payload(Rows& rows, const Message& message) {
    switch (message.type) {
    case Message::Type::chain_operation:
        rows.items(message.operations);
        break;
    case Message::Type::initiate:
        rows.bytes("TxData", message.transaction);
        rows.bytes("signature", message.signature);
        break;
    case Message::Type::call:
        rows.add("fromAddress", "address", message.source.hex(), message.source.bytes.size());
        rows.add("toAddress", "address", message.target.hex(), message.target.bytes.size());
        rows.bytes("data", message.data);
        rows.add("value", "u256", message.value.decimal(), 32);
        rows.u64("call_number", message.call_number);
        break;
    case Message::Type::result:
        rows.add("success", "bool", message.success ? "true" : "false", 1);
        rows.bytes("return_data", message.data);
        break;
    case Message::Type::revert:
        rows.chain("chain", message.call_chain);
        rows.u64("call_number", message.call_number);
        break;
    case Message::Type::finish:
        break;
    }
}

std::vector<FieldRow> fields_of(const ExecutionTable& table, std::size_t index, std::uint32_t depth) {
    const Message& message = table.messages[index];
    Rows rows(ExecutionTable::message_path(index), message.range.offset, depth);
    rows.chain("from_chain", message.from_chain);
    rows.chain("to_chain", message.to_chain);
    std::string type = std::to_string(static_cast<int>(message.type));
    rows.add("message_type", "u8", type.append(" ").append(name(message.type)), 1);
    rows.add("message_params", "u32", counted(message.range.length - emsg_envelope_bytes, "byte"), 4);
    payload(rows, message);
    return std::move(rows.rows);
}

std::vector<FieldRow> header_rows(const ExecutionTable& table) {
    Rows rows({}, 0, 0);
    rows.add("magic", "u8[4]", "EMSG", 4);
    rows.add("version", "u16", "1", 2);
    rows.add("flags", "u16", "0", 2);
    rows.add("message_count", "u32", std::to_string(table.messages.size()), 4);
    rows.add("blob_size", "u32", std::to_string(table.calldata().size() - table.padding), 4);
    return std::move(rows.rows);
}

FieldRow message_row(const ExecutionTable& table, std::size_t index) {
    const std::string path = ExecutionTable::message_path(index);
    return {path, path.substr(path.find('[')), std::string(name(table.messages[index].type)), {},
            0,    table.messages[index].range};
}

} // namespace

std::vector<FieldRow> message_rows(const ExecutionTable& table, std::size_t index) {
    return fields_of(table, index, 0);
}

std::vector<FieldRow> all_message_rows(const ExecutionTable& table, std::size_t max_rows) {
    std::vector<FieldRow> out = header_rows(table);
    std::size_t index = 0;
    for (; index < table.messages.size() && out.size() < max_rows; ++index) {
        out.push_back(message_row(table, index));
        std::ranges::move(fields_of(table, index, 1), std::back_inserter(out));
    }
    out.resize(std::min(out.size(), max_rows));
    if (index < table.messages.size()) {
        FieldRow last;
        last.name = "…";
        last.value = counted(table.messages.size() - index, "message").append(" left out");
        out.push_back(std::move(last));
    }
    return out;
}

std::optional<FieldRow> message_field_at(const ExecutionTable& table, std::uint64_t offset) {
    const auto behind = std::ranges::upper_bound(table.messages, offset, {},
                                                 [](const Message& one) { return one.range.offset; });
    std::vector<FieldRow> rows;
    if (behind == table.messages.begin()) {
        rows = header_rows(table);
    } else {
        const auto index = static_cast<std::size_t>(behind - table.messages.begin() - 1);
        rows = {message_row(table, index)};
        std::ranges::move(fields_of(table, index, 1), std::back_inserter(rows));
    }
    std::optional<FieldRow> out;
    for (FieldRow& row : rows) {
        if (row.range.contains(offset)) {
            out = std::move(row);
        }
    }
    return out;
}

} // namespace anchorscope::table
