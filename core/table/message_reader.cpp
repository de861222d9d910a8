#include "core/table/message_reader.h"
#include "core/table/message_cursor.h"
#include <map>

namespace anchorscope::table {
namespace {

constexpr std::size_t magic_size = std::tuple_size_v<Selector>;
constexpr std::uint16_t known_version = 1;

std::string numbers(std::uint64_t expected, std::uint64_t found) {
    return "expected " + std::to_string(expected) + ", not " + std::to_string(found);
}

} // namespace

/// Fills a table with what a cursor reads.
class MessageReader {
public:
    MessageReader(std::shared_ptr<const TableSource> source, const TableFormat& format) {
        m_table->format = &format;
        m_table->source = std::move(source);
    }

    Result<std::shared_ptr<const ExecutionTable>> read() {
        MessageCursor cursor(m_table->calldata());
        const std::uint64_t count = header(cursor);
        for (std::uint64_t i = 0; i < count && cursor.good(); ++i) {
            cursor.enter(ExecutionTable::message_path(static_cast<std::size_t>(i)));
            message(cursor);
        }
        if (cursor.good() && cursor.left() > 0) {
            cursor.enter({});
            cursor.fail(rules::emsg_trailing, "expected nothing behind the last message, not " +
                                                  std::to_string(cursor.left()) +
                                                  " bytes that blob_size counts");
        }
        if (!cursor.good()) {
            return tl::unexpected(cursor.error());
        }
        finish();
        return m_table;
    }

private:
    /// The number of messages; the cursor then ends where the header says.
    std::uint64_t header(MessageCursor& cursor) {
        cursor.skip("magic", magic_size);
        const std::uint64_t version = cursor.number("version", 2);
        cursor.require(version == known_version, rules::emsg_version, numbers(known_version, version));
        const std::uint64_t flags = cursor.number("flags", 2);
        cursor.require(flags == 0, rules::emsg_flags, numbers(0, flags) + ": no flag has a meaning");
        const std::uint64_t count = cursor.number("message_count", 4);
        const std::uint64_t count_at = cursor.at() - 4;
        const std::uint64_t size = cursor.number("blob_size", 4);
        const std::uint64_t given = m_table->calldata().size();
        cursor.require(size >= emsg_header_bytes && size <= given, rules::emsg_size,
                       "expected the header's " + std::to_string(emsg_header_bytes) + " to the " +
                           std::to_string(given) + " bytes that are there, not " + std::to_string(size));
        if (!cursor.good()) {
            return 0;
        }
        cursor.limit(size);
        m_table->padding = given - size;
        if (count > cursor.left() / emsg_envelope_bytes) {
            cursor.fail_at(count_at, "message_count", rules::emsg_count,
                           "expected at most as many messages as fit into " + std::to_string(cursor.left()) +
                               " bytes, not " + std::to_string(count));
            return 0;
        }
        m_table->m_messages.reserve(static_cast<std::size_t>(count));
        return count;
    }

    void message(MessageCursor& cursor) {
        const std::uint64_t first = cursor.at();
        Message out;
        out.from_chain = cursor.number("from_chain", 8);
        out.to_chain = cursor.number("to_chain", 8);
        const std::uint64_t type = cursor.number("message_type", 1);
        cursor.require(type >= 1 && type <= static_cast<std::uint64_t>(Message::Type::finish),
                       rules::emsg_type, "expected a type from 1 to 6, not " + std::to_string(type));
        const std::uint64_t length = cursor.number("message_params", 4);
        cursor.require(length <= cursor.left(), rules::emsg_truncated,
                       "expected a payload of at most the " + std::to_string(cursor.left()) +
                           " bytes that are left, not " + std::to_string(length));
        if (!cursor.good()) {
            return;
        }
        out.type = static_cast<Message::Type>(type);
        const std::uint64_t outer = cursor.limit(cursor.at() + length);
        payload(cursor, out);
        cursor.require_end();
        cursor.limit(outer);
        out.range = {first, cursor.at() - first};
        m_table->m_messages.push_back(out);
    }

    void payload(MessageCursor& cursor, Message& out) {
        m_first_operation.push_back(m_table->m_operations.size());
        switch (out.type) {
        case Message::Type::chain_operation:
            operations(cursor);
            break;
        case Message::Type::initiate:
            out.transaction = cursor.bytes("TxData");
            out.signature = cursor.bytes("signature");
            break;
        case Message::Type::call:
            out.source = cursor.address("fromAddress");
            out.target = cursor.address("toAddress");
            out.data = cursor.bytes("data");
            out.value = cursor.u256("value");
            out.call_number = cursor.number("call_number", 8);
            break;
        case Message::Type::result:
            out.success = cursor.boolean("success");
            out.data = cursor.bytes("return_data");
            break;
        case Message::Type::revert:
            out.call_chain = cursor.number("chain", 8);
            out.call_number = cursor.number("call_number", 8);
            break;
        case Message::Type::finish:
            break;
        }
    }

    void operations(MessageCursor& cursor) {
        constexpr std::uint64_t least = 5; // type and length
        const std::uint64_t count = cursor.number("items", 4);
        cursor.require(count <= cursor.left() / least, rules::emsg_count,
                       "expected at most as many items as fit into " + std::to_string(cursor.left()) +
                           " bytes, not " + std::to_string(count));
        for (std::uint64_t i = 0; i < count && cursor.good(); ++i) {
            const std::uint64_t first = cursor.at();
            const std::uint64_t type = cursor.number("item_type", 1);
            cursor.require(type == 1 || type == 2, rules::emsg_type,
                           "expected item " + std::to_string(i) + " of type 1 or 2, not " +
                               std::to_string(type));
            const ByteView data = cursor.bytes("item_data");
            m_table->m_operations.push_back(
                {static_cast<ChainOperation::Type>(type), data, {first, cursor.at() - first}});
        }
    }

    /// Spans into arrays that no longer grow, and which message belongs to which.
    void finish() {
        std::vector<Message>& messages = m_table->m_messages;
        const std::span<const ChainOperation> all = m_table->m_operations;
        for (std::size_t i = 0; i < messages.size(); ++i) {
            const std::size_t end = i + 1 < messages.size() ? m_first_operation[i + 1] : all.size();
            messages[i].operations = all.subspan(m_first_operation[i], end - m_first_operation[i]);
        }
        pair();
        m_table->messages = messages;
    }

    void pair() {
        std::vector<Message>& messages = m_table->m_messages;
        std::vector<std::uint32_t> open; // calls of the window
        std::uint32_t window = no_message;
        std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint32_t> calls;
        const auto join = [&](std::uint32_t a, std::uint32_t b) {
            messages[a].partner = b;
            messages[b].partner = a;
        };
        for (std::uint32_t i = 0; i < messages.size(); ++i) {
            Message& message = messages[i];
            switch (message.type) {
            case Message::Type::chain_operation:
                break;
            case Message::Type::initiate:
                window = i;
                open.clear();
                break;
            case Message::Type::call:
                calls.emplace(std::pair(message.from_chain, message.call_number), i);
                open.push_back(i);
                break;
            case Message::Type::result:
                if (!open.empty()) {
                    join(open.back(), i);
                    open.pop_back();
                }
                break;
            case Message::Type::revert:
                if (const auto call = calls.find({message.call_chain, message.call_number});
                    call != calls.end()) {
                    message.partner = call->second;
                }
                break;
            case Message::Type::finish:
                if (window != no_message) {
                    join(window, i);
                }
                window = no_message;
                open.clear();
                break;
            }
        }
    }

    std::shared_ptr<ExecutionTable> m_table = std::make_shared<ExecutionTable>();
    std::vector<std::size_t> m_first_operation; ///< of each message
};

Result<std::shared_ptr<const ExecutionTable>> read_messages(std::shared_ptr<const TableSource> source,
                                                            const TableFormat& format) {
    return MessageReader(std::move(source), format).read();
}

} // namespace anchorscope::table
