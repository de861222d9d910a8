#include "core/transition/message_rules.h"
#include <map>

namespace anchorscope::transition {
namespace {

using table::Message;

std::string chain_name(std::uint64_t chain) {
    return chain == table::system_chain ? "the system" : "chain " + std::to_string(chain);
}

class MessageChecks {
public:
    explicit MessageChecks(InvariantReport& report) : m_report(report), m_messages(report.table().messages) {}

    void check() {
        for (std::size_t i = 0; i < m_messages.size(); ++i) {
            check_ends(i, m_messages[i]);
            check(i, m_messages[i]);
        }
        end_window(m_messages.size());
        const table::ExecutionTable& table = m_report.table();
        if (table.padding > 0) {
            const std::uint64_t used = table.calldata().size() - table.padding;
            m_report.padding(rules::message_padding, {used, table.padding},
                             std::to_string(table.padding) + " bytes behind the " + std::to_string(used) +
                                 " that the header counts are padding: nothing looks at them, and every "
                                 "digest of the whole file covers them");
        }
    }

private:
    void check(std::size_t index, const Message& message) {
        switch (message.type) {
        case Message::Type::chain_operation:
            if (m_window) {
                error(rules::message_operation, index,
                      "expected no operation of one chain between Initiate and Finish");
            }
            break;
        case Message::Type::initiate:
            end_window(index);
            m_window = index;
            break;
        case Message::Type::call:
            check_inside(index);
            check_number(index, message);
            check_standing(index, message);
            m_open.push_back(index);
            break;
        case Message::Type::result:
            check_inside(index);
            check_result(index, message);
            break;
        case Message::Type::revert:
            check_revert(index, message);
            break;
        case Message::Type::finish:
            if (!m_window) {
                error(rules::message_window, index, "expected an Initiate before it");
            }
            check_unanswered();
            m_window.reset();
            break;
        }
    }

    void error(std::string_view rule, std::size_t index, std::string text) {
        m_report.message(rule, Severity::error, index, std::move(text));
    }
    void warning(std::string_view rule, std::size_t index, std::string text) {
        m_report.message(rule, Severity::warning, index, std::move(text));
    }

    void end_window(std::size_t index) {
        if (m_window) {
            error(rules::message_window, *m_window,
                  index < m_messages.size() ? "expected its Finish before the next Initiate"
                                            : "expected its Finish");
        }
        check_unanswered();
        m_window.reset();
    }

    void check_unanswered() {
        for (const std::size_t call : m_open) {
            error(rules::message_unmatched, call, "expected a Result that closes the call");
        }
        m_open.clear();
    }

    void check_inside(std::size_t index) {
        if (!m_window) {
            error(rules::message_window, index, "expected it between an Initiate and its Finish");
        }
    }

    /// Only what begins, ends or concerns one chain alone goes to or from the system.
    void check_ends(std::size_t index, const Message& message) {
        const bool from_system =
            message.type == Message::Type::chain_operation || message.type == Message::Type::initiate;
        const bool to_system = message.type == Message::Type::finish;
        if ((message.from_chain == table::system_chain) != from_system) {
            error(rules::message_system, index,
                  std::string("expected it from ") + (from_system ? "the system" : "a chain") +
                      ", not from " + chain_name(message.from_chain));
        }
        if ((message.to_chain == table::system_chain) != to_system) {
            error(rules::message_system, index,
                  std::string("expected it to go to ") + (to_system ? "the system" : "a chain") +
                      ", not to " + chain_name(message.to_chain));
        }
    }

    void check_number(std::size_t index, const Message& message) {
        const auto last = m_last.find(message.from_chain);
        const std::uint64_t before = last == m_last.end() ? 0 : last->second;
        const std::string number = std::to_string(message.call_number);
        if (message.call_number <= before) {
            error(rules::message_number, index,
                  "expected a number above " + std::to_string(before) + " for a call from " +
                      chain_name(message.from_chain) + ", not " + number);
            return;
        }
        if (last != m_last.end() && message.call_number != before + 1) {
            warning(rules::message_gap, index,
                    "expected number " + std::to_string(before + 1) + " after the chain's call before, not " +
                        number);
        }
        m_last[message.from_chain] = message.call_number;
    }

    /// Where execution stands: on the chain that the innermost open call went to, or where the transaction
    /// began.
    void check_standing(std::size_t index, const Message& message) {
        if (m_open.empty() && !m_window) {
            return;
        }
        const std::uint64_t here = m_messages[m_open.empty() ? *m_window : m_open.back()].to_chain;
        if (message.from_chain != here) {
            warning(rules::message_standing, index,
                    "expected a call from " + chain_name(here) + ", where execution stands, not from " +
                        chain_name(message.from_chain));
        }
    }

    void check_result(std::size_t index, const Message& message) {
        if (m_open.empty()) {
            error(rules::message_unmatched, index, "expected an open call that it closes");
            return;
        }
        const Message& call = m_messages[m_open.back()];
        if (message.from_chain != call.to_chain || message.to_chain != call.from_chain) {
            error(rules::message_ways, index,
                  "expected it from " + chain_name(call.to_chain) + " to " + chain_name(call.from_chain) +
                      ", the way back of its call");
        }
        m_open.pop_back();
    }

    void check_revert(std::size_t index, const Message& message) {
        const std::string which =
            "call " + std::to_string(message.call_number) + " of " + chain_name(message.call_chain);
        if (!m_window) {
            warning(rules::message_window, index, "expected it between an Initiate and its Finish");
        }
        if (message.partner == table::no_message) {
            m_report.message(rules::message_earlier, Severity::info, index,
                             which + " is not among these messages: it was published before, or never");
            return;
        }
        const Message& call = m_messages[message.partner];
        const bool returned = call.partner != table::no_message && call.partner < index;
        if (!returned || !m_messages[call.partner].success) {
            error(rules::message_reverted, index,
                  "expected a call that had succeeded: " + which +
                      (returned ? " failed" : " had not returned"));
        }
        if (message.to_chain != call.to_chain) {
            error(rules::message_reverted, index,
                  "expected it to go to " + chain_name(call.to_chain) + ", which ran " + which + ", not to " +
                      chain_name(message.to_chain));
        }
    }

    InvariantReport& m_report;
    std::span<const Message> m_messages;
    std::optional<std::size_t> m_window;           ///< the Initiate that is open
    std::vector<std::size_t> m_open;               ///< calls without a result, innermost last
    std::map<std::uint64_t, std::uint64_t> m_last; ///< call number, by chain
};

} // namespace

void check_messages(InvariantReport& report) { MessageChecks(report).check(); }

} // namespace anchorscope::transition
