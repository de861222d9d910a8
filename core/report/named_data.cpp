#include "core/report/named_data.h"

namespace anchorscope::report {
namespace {

std::string indexed(std::string_view array, std::size_t index) {
    std::string out(array);
    return out.append("[").append(std::to_string(index)).append("]");
}

class Calls {
public:
    Calls(const table::SignatureBook& book, std::size_t most) : m_book(book), m_most(most) {}

    void add(std::string subject, const Address& target, const Address& source, ByteView data) {
        if (out.size() >= m_most) {
            return;
        }
        NamedCall call{std::move(subject), target, source, data, m_book.function(data), {}};
        if (!call.name) {
            call.selectors = m_book.functions_named(data);
        }
        out.push_back(std::move(call));
    }
    void add(std::span<const table::Call> calls, const std::string& frame) {
        for (std::size_t i = 0; i < calls.size() && out.size() < m_most; ++i) {
            add(indexed(frame + ".calls", i), calls[i].target, calls[i].source, calls[i].data);
        }
    }
    void add(std::span<const table::Lookup> lookups, const std::string& frame) {
        for (std::size_t i = 0; i < lookups.size() && out.size() < m_most; ++i) {
            add(lookups[i].calls, indexed(frame + ".lookups", i));
        }
    }

    std::vector<NamedCall> out;

private:
    const table::SignatureBook& m_book;
    std::size_t m_most;
};

class Reverts {
public:
    Reverts(const table::SignatureBook& book, std::size_t most) : m_book(book), m_most(most) {}

    void add(std::string subject, ByteView data) {
        if (!data.empty() && out.size() < m_most) {
            out.push_back({std::move(subject), data, m_book.error(data)});
        }
    }
    void add(std::span<const table::Lookup> lookups, const std::string& frame) {
        for (std::size_t i = 0; i < lookups.size(); ++i) {
            if (lookups[i].failed) {
                add(indexed(frame + "lookups", i) + ".returnData", lookups[i].return_data);
            }
        }
    }
    void add(const table::ExecutionTable& table, const transition::Tree& tree) {
        for (std::uint32_t id = 0; id < tree.nodes.size(); ++id) {
            const transition::Node& node = tree.nodes[id];
            if (node.kind != transition::NodeKind::call) {
                continue;
            }
            if (node.result < tree.results.size()) {
                const transition::KnownResult& result = tree.results[node.result];
                add_failure(result.success, result.return_data, tree.field_path(table, id));
            } else if (node.event < tree.events.size()) {
                const auto* const result = std::get_if<transition::CallResult>(&tree.events[node.event].body);
                if (result != nullptr) {
                    add_failure(result->success, result->return_data, tree.field_path(table, id));
                }
            }
        }
        for (std::size_t i = 0; i < tree.events.size(); ++i) {
            if (const auto* const skipped =
                    std::get_if<transition::ImmediateEntrySkipped>(&tree.events[i].body)) {
                add(indexed("events", i), skipped->revert_data);
            }
        }
    }

    std::vector<NamedRevert> out;

private:
    void add_failure(bool success, ByteView data, std::string subject) {
        if (!success) {
            add(std::move(subject), data);
        }
    }

    const table::SignatureBook& m_book;
    std::size_t m_most;
};

} // namespace

std::vector<NamedCall> named_calls(const table::ExecutionTable& table, const table::SignatureBook& book,
                                   std::size_t most) {
    Calls calls(book, most);
    if (const auto& incoming = table.incoming) {
        calls.add("incoming", incoming->destination, incoming->source, incoming->data);
    }
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const std::string subject = indexed("entries", i);
        calls.add(table.entries[i].calls, subject);
        calls.add(table.entries[i].lookups, subject);
        const table::Action* const action = table.entries[i].next_action;
        if (action != nullptr && action->kind() == table::Action::Type::call) {
            calls.add(subject + ".nextAction", action->destination, action->source, action->data);
        }
    }
    for (std::size_t i = 0; i < table.messages.size(); ++i) {
        const table::Message& message = table.messages[i];
        if (message.type == table::Message::Type::call) {
            calls.add(indexed("messages", i), message.target, message.source, message.data);
        }
    }
    for (std::size_t i = 0; i < table.lookups.size(); ++i) {
        const std::string subject = indexed("lookups", i);
        calls.add(table.lookups[i].calls, subject);
        calls.add(table.lookups[i].lookups, subject);
    }
    return std::move(calls.out);
}

std::vector<NamedRevert> named_reverts(const table::ExecutionTable& table, const transition::Tree* tree,
                                       const table::SignatureBook& book, std::size_t most) {
    Reverts reverts(book, most);
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        reverts.add(table.entries[i].lookups, indexed("entries", i) + ".");
    }
    reverts.add(table.lookups, "");
    if (tree != nullptr) {
        reverts.add(table, *tree);
    }
    return std::move(reverts.out);
}

} // namespace anchorscope::report
