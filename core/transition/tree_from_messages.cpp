#include "core/transition/tree_from_messages.h"

namespace anchorscope::transition {
namespace {

using table::Message;

class MessageWriter {
public:
    MessageWriter(TreeWriter& writer, const table::ExecutionTable& table)
        : m_writer(writer), m_messages(table.messages), m_nodes(m_messages.size(), no_node) {}

    void write() {
        for (std::uint32_t i = 0; i < m_messages.size(); ++i) {
            add(i, m_messages[i]);
        }
        close_all();
    }

private:
    void add(std::uint32_t index, const Message& message) {
        switch (message.type) {
        case Message::Type::chain_operation:
            open(NodeKind::operation, index);
            m_writer.close();
            break;
        case Message::Type::initiate:
            close_all(); // one that never finished
            open(NodeKind::entry, index);
            m_open.push_back(index);
            break;
        case Message::Type::call:
            open(NodeKind::call, index);
            m_open.push_back(index);
            break;
        case Message::Type::result:
            if (is_open(message.partner)) {
                m_writer.top().outcome = message.success ? Outcome::success : Outcome::failure;
                m_writer.set_result({message.success, Bytes(message.data.begin(), message.data.end())});
                close_with(index);
            }
            break;
        case Message::Type::revert:
            undo(index, message);
            break;
        case Message::Type::finish:
            while (!m_open.empty() && m_open.back() != message.partner) {
                m_open.pop_back(); // a call without a result
                m_writer.close();
            }
            if (is_open(message.partner)) {
                close_with(index);
            }
            break;
        }
    }

    [[nodiscard]] bool is_open(std::uint32_t message) const {
        return message != table::no_message && !m_open.empty() && m_open.back() == message;
    }

    void open(NodeKind kind, std::uint32_t index) {
        m_nodes[index] = m_writer.open_node(kind, m_messages[index].from(), m_messages[index].to());
        m_writer.top().index = index;
    }

    /// The call that it names is undone, and on its chain all below it; calls to other chains have reverts of
    /// their own.
    void undo(std::uint32_t index, const Message& message) {
        const bool seen = message.partner != table::no_message && m_nodes[message.partner] != no_node;
        if (seen) {
            m_writer.node(m_nodes[message.partner]).outcome = Outcome::rolled_back;
        }
        open(NodeKind::unwind, index);
        m_writer.top().outcome = Outcome::rolled_back;
        m_writer.top().span_length = seen ? 1 : 0;
        m_writer.close();
    }

    void close_with(std::uint32_t index) {
        const Node from = m_writer.top();
        const std::uint32_t returning = m_writer.top_index();
        m_writer.open_node(NodeKind::call_return, from.to, from.from);
        m_writer.top().returns_from = returning;
        m_writer.top().outcome = from.outcome;
        m_writer.top().index = index;
        m_writer.close();
        m_writer.close();
        m_open.pop_back();
    }

    void close_all() {
        for (; !m_open.empty(); m_open.pop_back()) {
            m_writer.close();
        }
    }

    TreeWriter& m_writer;
    std::span<const Message> m_messages;
    std::vector<std::uint32_t> m_nodes; ///< of messages
    std::vector<std::uint32_t> m_open;  ///< messages that wait for their partner
};

} // namespace

void write_messages(TreeWriter& writer, const table::ExecutionTable& table) {
    MessageWriter(writer, table).write();
}

} // namespace anchorscope::transition
