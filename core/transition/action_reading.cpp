#include "core/transition/action_reading.h"
#include "core/table/action_hash.h"
#include "core/transition/consumption_order.h"
#include <cassert>
#include <deque>
#include <map>
#include <set>

namespace anchorscope::transition {
namespace {

using table::Action;
using table::ExecutionTable;

/// What the hash of an entry tells, where it is that of an action known whole.
struct Known {
    ActionRole role = ActionRole::outside;
    U256 rollup;
    ByteView returned;
    bool failed = false;
};

std::string path_of(const ExecutionTable& table, std::uint32_t entry) { return table.entry_path(entry); }

/// The actions that are known whole, by their hashes.
class KnownActions {
public:
    explicit KnownActions(const ExecutionTable& table) {
        const auto maker = table::ActionMaker::of(*table.format);
        if (!maker) {
            return;
        }
        std::set<U256> called, reverted;
        std::set<std::pair<bool, std::vector<std::uint8_t>>> seen;
        std::vector<std::pair<bool, ByteView>> results;
        const auto candidate = [&](bool failed, ByteView data) {
            if (seen.emplace(failed, std::vector<std::uint8_t>(data.begin(), data.end())).second) {
                results.emplace_back(failed, data);
            }
        };
        candidate(false, {});
        candidate(true, {});
        for (const table::Entry& entry : table.entries) {
            const Action& action = *entry.next_action;
            const auto kind = action.kind();
            if (kind == Action::Type::call) {
                called.insert(action.rollup_id);
            } else if (kind == Action::Type::revert) {
                reverted.insert(action.rollup_id);
            } else if (kind == Action::Type::result) {
                candidate(action.failed, action.data);
            }
        }
        for (const U256& rollup : reverted) {
            m_known.emplace(maker->continuation_hash(rollup),
                            Known{ActionRole::continuation, rollup, {}, true});
        }
        std::size_t left = max_result_candidates;
        std::uint64_t bytes = 0;
        for (const U256& rollup : called) {
            for (const auto& [failed, data] : results) {
                bytes += data.size();
                if (left-- == 0 || bytes > max_candidate_bytes) {
                    return;
                }
                m_known.emplace(maker->result_hash(rollup, data, failed),
                                Known{ActionRole::result, rollup, data, failed});
            }
        }
    }

    [[nodiscard]] const Known* find(const Hash32& hash) const {
        const auto found = m_known.find(hash);
        return found == m_known.end() ? nullptr : &found->second;
    }

private:
    std::map<Hash32, Known> m_known;
};

/// An entry on its way through the reading.
struct Token {
    std::uint32_t entry = 0;
    const Known* known = nullptr;
    bool follows = true; ///< that it comes behind the one before is known
    bool result = false; ///< read as the end of a call
};

class ActionReader {
public:
    explicit ActionReader(const ExecutionTable& table) : m_table(table), m_known(table), m_order(table) {
        m_reading.orders.resize(table.entries.size());
    }

    ActionReading read() {
        std::vector<std::uint32_t> entries;
        for (std::uint32_t i = 0; i < m_table.entries.size(); ++i) {
            if (!m_table.entries[i].proxy_entry_hash.is_zero() || m_table.format->in_order) {
                entries.push_back(i);
            } else {
                skip(i);
            }
        }
        const bool pair = is_pair(entries);
        sequence(entries);
        // What contracts of a version do that only a user states is not known: hashes alone tell there.
        const bool read_one_way = assign_results() && !is_stated();
        const bool in_order =
            pair || std::ranges::all_of(m_tokens, [](const Token& token) { return token.follows; });
        count_kinds();
        conclude(read_one_way, in_order);
        return std::move(m_reading);
    }

private:
    [[nodiscard]] bool is_stated() const { return m_table.format->binding == table::Binding::stated; }
    [[nodiscard]] const Action& action(std::uint32_t entry) const {
        return *m_table.entries[entry].next_action;
    }
    [[nodiscard]] bool is(std::uint32_t entry, Action::Type type) const {
        return action(entry).kind() == type;
    }

    /// Hash 0: on L1 since March such entries are applied while the batch is posted; else no action has it.
    void skip(std::uint32_t entry) {
        const bool immediate =
            m_table.format->side == table::Side::l1 && m_table.format->binding != table::Binding::executions;
        m_reading.steps.push_back({entry, immediate ? ActionRole::immediate : ActionRole::never, {}, true});
        if (is_stated()) {
            m_reading.orders[entry] = {TreeBasis::ambiguous,
                                       {0, true},
                                       "what contracts of this version do with hash 0 is not known"};
            return;
        }
        m_reading.orders[entry].detail =
            immediate ? "applied while the batch is posted; its action is not looked at"
                      : "never consumed: no action has hash 0";
    }

    /// One call and one other entry: that one is its result, in whichever order they are listed.
    [[nodiscard]] bool is_pair(std::vector<std::uint32_t>& entries) const {
        if (entries.size() != 2 || is(entries[0], Action::Type::call) == is(entries[1], Action::Type::call)) {
            return false;
        }
        if (!m_table.format->in_order && is(entries[1], Action::Type::call)) {
            std::swap(entries[0], entries[1]);
        }
        return true;
    }

    /// By the states, or as the table lists them; behind a revert the entry that goes on from it.
    void sequence(std::span<const std::uint32_t> entries) {
        const bool listed = m_table.format->in_order;
        const std::vector<std::uint32_t> sorted =
            listed ? std::vector<std::uint32_t>(entries.begin(), entries.end()) : m_order.sorted(entries);
        std::map<U256, std::deque<std::uint32_t>> continuations;
        for (const std::uint32_t entry : sorted) {
            const Known* const known = m_known.find(m_table.entries[entry].proxy_entry_hash);
            if (!listed && known != nullptr && known->role == ActionRole::continuation) {
                continuations[known->rollup].push_back(entry);
            }
        }
        // Entries that need each other's states in a circle are not sorted: they come as they are listed; at
        // the end those that go on from a revert that is not there.
        std::vector<std::uint32_t> all(sorted);
        all.insert(all.end(), entries.begin(), entries.end());
        std::vector<bool> used(m_table.entries.size());
        for (const bool stray : {false, true}) {
            for (const std::uint32_t entry : all) {
                const Known* const known = m_known.find(m_table.entries[entry].proxy_entry_hash);
                const bool waits =
                    !listed && !stray && known != nullptr && known->role == ActionRole::continuation;
                for (auto at = std::optional(entry); at && !waits && !used[*at];) {
                    used[*at] = true;
                    push(*at);
                    at = continuation_of(*at, continuations, used);
                }
            }
        }
    }

    std::optional<std::uint32_t> continuation_of(std::uint32_t entry,
                                                 std::map<U256, std::deque<std::uint32_t>>& continuations,
                                                 const std::vector<bool>& used) const {
        if (!is(entry, Action::Type::revert)) {
            return {};
        }
        std::deque<std::uint32_t>& waiting = continuations[action(entry).rollup_id];
        while (!waiting.empty() && used[waiting.front()]) {
            waiting.pop_front();
        }
        return waiting.empty() ? std::nullopt : std::optional(waiting.front());
    }

    void push(std::uint32_t entry) {
        Token token{entry, m_known.find(m_table.entries[entry].proxy_entry_hash), true, false};
        if (!m_tokens.empty() && m_table.format->in_order) {
            token.follows = !action(m_tokens.back().entry).failed; // which the cursor may pass over
        } else if (!m_tokens.empty()) {
            const std::uint32_t before = m_tokens.back().entry;
            token.follows = m_order.follows(before, entry) || goes_on(before, token);
        }
        m_tokens.push_back(token);
    }

    [[nodiscard]] bool goes_on(std::uint32_t before, const Token& token) const {
        return is(before, Action::Type::revert) && token.known != nullptr &&
               token.known->role == ActionRole::continuation &&
               token.known->rollup == action(before).rollup_id;
    }

    [[nodiscard]] static bool has_role(const Token& token, ActionRole role) {
        return token.known != nullptr && token.known->role == role;
    }

    /// Reads every entry as a result, of the innermost open call, that can be one while all those that are
    /// known to be results still have a call. True where no other reading gives every call its result.
    bool assign_results() {
        const std::vector<std::size_t> needed = calls_needed();
        std::size_t left = free_results();
        std::vector<std::uint32_t> open; // entries whose call has no result yet
        bool fits = true;
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            Token& token = m_tokens[i];
            const std::size_t calls = is(token.entry, Action::Type::call) ? 1U : 0U;
            token.result = has_role(token, ActionRole::result);
            if (token.known == nullptr && left > 0 && !open.empty() && open.size() - 1 + calls >= needed[i]) {
                token.result = true;
                --left;
            }
            if (token.result) {
                fits = fits && !open.empty() &&
                       (token.known == nullptr || token.known->rollup == action(open.back()).rollup_id);
                if (!open.empty()) {
                    open.pop_back();
                }
            }
            if (calls > 0) {
                open.push_back(token.entry);
            }
        }
        m_reading.unanswered = open.size();
        return fits && open.empty() && is_latest();
    }

    /// For each entry: how many calls must be open behind it, so that the known results have one.
    [[nodiscard]] std::vector<std::size_t> calls_needed() const {
        std::vector<std::size_t> out(m_tokens.size());
        std::size_t needed = 0;
        for (std::size_t i = m_tokens.size(); i-- > 0;) {
            out[i] = needed;
            const std::size_t result = has_role(m_tokens[i], ActionRole::result) ? 1U : 0U;
            const std::size_t call = is(m_tokens[i].entry, Action::Type::call) ? 1U : 0U;
            needed = std::max(result, needed + result >= call ? needed + result - call : 0);
        }
        return out;
    }

    /// Calls whose result is none of the known ones.
    [[nodiscard]] std::size_t free_results() const {
        std::size_t calls = 0;
        std::size_t known = 0;
        for (const Token& token : m_tokens) {
            calls += is(token.entry, Action::Type::call) ? 1U : 0U;
            known += has_role(token, ActionRole::result) ? 1U : 0U;
        }
        return calls - std::min(calls, known);
    }

    /// Whether the entries read as results are also the last ones that could be.
    [[nodiscard]] bool is_latest() const {
        std::size_t left = free_results();
        for (auto token = m_tokens.rbegin(); token != m_tokens.rend(); ++token) {
            if (token->known == nullptr) {
                if (token->result != (left > 0)) {
                    return false;
                }
                left -= token->result ? 1U : 0U;
            }
        }
        return left == 0;
    }

    void count_kinds() {
        for (const Token& token : m_tokens) {
            const Action& next = action(token.entry);
            if (is(token.entry, Action::Type::call)) {
                ++m_calls;
                ++m_calls_to[next.rollup_id];
            }
            if (is(token.entry, Action::Type::revert)) {
                ++m_reverts_of[next.rollup_id];
            }
            if (has_role(token, ActionRole::result)) {
                ++m_results_of[token.known->rollup];
            }
            if (has_role(token, ActionRole::continuation)) {
                ++m_continuations_of[token.known->rollup];
            }
        }
        m_sure_results = static_cast<std::size_t>(
            std::ranges::count_if(m_tokens, [&](const Token& token) { return is_only_result(token); }));
    }

    /// The only call to its rollup, and the only entry that can be its result.
    [[nodiscard]] bool is_only_result(const Token& token) const {
        return has_role(token, ActionRole::result) && one(m_calls_to, token.known->rollup) &&
               one(m_results_of, token.known->rollup);
    }
    [[nodiscard]] bool is_only_continuation(const Token& token) const {
        return has_role(token, ActionRole::continuation) && one(m_reverts_of, token.known->rollup) &&
               one(m_continuations_of, token.known->rollup);
    }
    [[nodiscard]] static bool one(const std::map<U256, std::size_t>& counts, const U256& rollup) {
        const auto found = counts.find(rollup);
        return found != counts.end() && found->second == 1;
    }

    void conclude(bool read_one_way, bool in_order) {
        std::vector<std::uint32_t> open;
        for (const Token& token : m_tokens) {
            ActionStep step{token.entry, role_of(token), {}, true};
            const std::uint32_t* const inner = open.empty() ? nullptr : &open.back();
            EntryOrder& order = m_reading.orders[token.entry];
            order = read_one_way && in_order ? settled(token, step.role, inner)
                                             : open_order(token, step, inner, in_order);
            if (step.role == ActionRole::result && inner) {
                open.pop_back();
            }
            if (has_role(token, ActionRole::result) && order.basis != TreeBasis::ambiguous) {
                step.result = KnownResult{!token.known->failed,
                                          Bytes(token.known->returned.begin(), token.known->returned.end())};
            }
            if (is(token.entry, Action::Type::call)) {
                open.push_back(token.entry);
            }
            m_reading.steps.push_back(std::move(step));
        }
    }

    [[nodiscard]] static ActionRole role_of(const Token& token) {
        return has_role(token, ActionRole::continuation) ? ActionRole::continuation
               : token.result                            ? ActionRole::result
                                                         : ActionRole::outside;
    }

    /// An action that the table does not spell out. On a rollup it can be the result of a call that came in.
    [[nodiscard]] std::string_view outside() const {
        return m_table.format->side == table::Side::l1
                   ? "starts with an action from outside"
                   : "starts with an action from outside, or ends a call that came in";
    }

    /// Where the whole reading is the only one.
    [[nodiscard]] EntryOrder settled(const Token& token, ActionRole role, const std::uint32_t* inner) const {
        std::string text = m_table.format->in_order ? "consumed in the table's order; " : "";
        switch (role) {
        case ActionRole::continuation:
            text += "its hash is that of REVERT_CONTINUE of rollup " + token.known->rollup.decimal();
            break;
        case ActionRole::result:
            text += token.known != nullptr ? "its hash is that of a result of the call of "
                                           : "read as the result of the call of ";
            text += inner ? path_of(m_table, *inner) : "";
            text += token.known != nullptr ? "" : ", for every call has one";
            break;
        default:
            text +=
                inner ? "starts anew inside the call of " + path_of(m_table, *inner) : std::string(outside());
        }
        const bool by_hash = role == ActionRole::continuation || token.known != nullptr;
        if (!by_hash && m_calls == 0) {
            return {TreeBasis::table, {1, false}, std::move(text)};
        }
        return {TreeBasis::linked, {1, false}, std::move(text)};
    }

    /// Where only some of it is known.
    [[nodiscard]] EntryOrder open_order(const Token& token, ActionStep& step, const std::uint32_t* inner,
                                        bool in_order) const {
        if (is_only_continuation(token)) {
            return {TreeBasis::linked,
                    {1, false},
                    "its hash is that of REVERT_CONTINUE of rollup " + token.known->rollup.decimal() +
                        ", for which there is one revert"};
        }
        if (is_only_result(token) && inner && action(*inner).rollup_id == token.known->rollup) {
            return {TreeBasis::linked,
                    {1, false},
                    "its hash is that of a result of a call to rollup " + token.known->rollup.decimal() +
                        ", and there is one such call"};
        }
        if (m_calls == 0 && token.known == nullptr && !is_stated()) {
            return {TreeBasis::table,
                    {1, false},
                    std::string(outside()) + "; no order among such entries is stated"};
        }
        if (m_sure_results == m_calls && token.known == nullptr && !is_stated()) {
            if (m_calls == 1 && is(token.entry, Action::Type::call)) {
                return {TreeBasis::linked, {1, false}, std::string(outside())};
            }
            step.placed = false;
            return {TreeBasis::linked,
                    {1, false},
                    std::string(outside()) + ", for every call has its result; whether inside one of the "
                                             "calls is not stated"};
        }
        step.placed = false;
        return {TreeBasis::ambiguous,
                {0, true},
                in_order ? "the order of entries is known, not whether this one ends a call or starts anew"
                         : "which call this entry ends, if any, is not stated: shown as the table lists it"};
    }

    const ExecutionTable& m_table;
    KnownActions m_known;
    ConsumptionOrder m_order;
    std::vector<Token> m_tokens; ///< entries as they are consumed
    std::size_t m_calls = 0, m_sure_results = 0;
    std::map<U256, std::size_t> m_calls_to, m_results_of, m_reverts_of, m_continuations_of;
    ActionReading m_reading;
};

} // namespace

ActionReading read_actions(const ExecutionTable& table) {
    assert(table.format->scheme == table::Scheme::actions);
    return ActionReader(table).read();
}

} // namespace anchorscope::transition
