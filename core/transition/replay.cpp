#include "core/transition/replay.h"
#include "core/transition/replay_ether.h"
#include "core/transition/rule_guide.h"
#include <set>

namespace anchorscope::transition {
namespace {

using table::ExecutionTable;

/// Roots and ether of the rollups through all tables of the block.
class Ledger {
public:
    struct State {
        std::optional<Hash32> first, root;
        U256 change;
        U256 lowest; ///< two's complement, never above 0
        std::uint64_t steps = 0;
    };

    /// The first delta of the entry that does not fit the roots of now.
    [[nodiscard]] std::optional<std::size_t> misfit(const table::Entry& entry) const {
        std::map<U256, Hash32> within; // a rollup may occur more than once in an entry
        for (std::size_t i = 0; i < entry.deltas.size(); ++i) {
            const table::StateDelta& delta = entry.deltas[i];
            const auto inner = within.find(delta.rollup_id);
            const auto outer = m_states.find(delta.rollup_id);
            const std::optional<Hash32> root = inner != within.end()     ? std::optional(inner->second)
                                               : outer != m_states.end() ? outer->second.root
                                                                         : std::nullopt;
            if (root && delta.current_state && *root != *delta.current_state) {
                return i;
            }
            within[delta.rollup_id] = delta.new_state;
        }
        return std::nullopt;
    }

    /// A rollup that nothing is known of stands at this root.
    void assume(const U256& rollup, const Hash32& root) {
        State& state = m_states[rollup];
        state.first = state.first ? state.first : std::optional(root);
        state.root = state.root ? state.root : std::optional(root);
    }

    void apply(const table::Entry& entry) {
        for (const table::StateDelta& delta : entry.deltas) {
            State& state = m_states[delta.rollup_id];
            state.first = state.first ? state.first : delta.current_state;
            state.root = delta.new_state;
            state.change = state.change.plus(delta.ether_delta);
            if (state.change.is_negative() && (!state.lowest.is_negative() || state.change < state.lowest)) {
                state.lowest = state.change; // both negative: the smaller word is the lower number
            }
            ++state.steps;
        }
    }

    [[nodiscard]] std::optional<Hash32> root(const U256& rollup) const {
        const auto found = m_states.find(rollup);
        return found == m_states.end() ? std::nullopt : found->second.root;
    }

    [[nodiscard]] std::vector<RollupAccount> accounts() const {
        std::vector<RollupAccount> out;
        for (const auto& [rollup, state] : m_states) {
            out.push_back({rollup, state.first.value_or(Hash32{}), state.root.value_or(Hash32{}),
                           state.change, U256{}.minus(state.lowest), state.steps});
        }
        return out;
    }

private:
    std::map<U256, State> m_states;
};

class Replayer {
public:
    Replayer(const PostedTable& posted, const Bundle* bundle, Ledger& ledger)
        : m_posted(posted), m_table(*posted.table), m_bundle(bundle), m_ledger(ledger), m_queues(m_table) {}

    Replay replay() {
        for (std::uint32_t i = 0; i < m_table.entries.size(); ++i) {
            ReplayedEntry& entry = m_out.entries.emplace_back();
            entry.phase = !m_queues.is_transient(i) ? EntryPhase::queued : EntryPhase::transient;
            entry.position = m_queues.position(i);
        }
        assume_roots();
        run_transient();
        run_queues();
        m_out.rollups = m_ledger.accounts();
        check_ether();
        return std::move(m_out);
    }

    /// A later batch of the block names these rollups.
    void drop(Replay& replay, const std::set<U256>& rollups) const {
        for (std::uint32_t i = 0; i < m_table.entries.size(); ++i) {
            const table::Entry& entry = m_table.entries[i];
            ReplayedEntry& of = replay.entries[i];
            const bool queued = of.phase == EntryPhase::queued && entry.destination_rollup &&
                                rollups.contains(*entry.destination_rollup);
            const auto taken = queued ? m_posted.taken.find(*entry.destination_rollup) : m_posted.taken.end();
            if (queued && taken != m_posted.taken.end() && of.position >= taken->second) {
                of.fate = EntryFate::dropped;
                of.reason = "not taken before a later batch of the block, which names rollup " +
                            entry.destination_rollup->decimal() + " again: its queue is dropped";
                note(replay, rules::replay_dropped, Severity::warning, i, of.reason);
            } else if (queued && taken == m_posted.taken.end()) {
                note(replay, rules::replay_dropped, Severity::info, i,
                     "lost unless taken before the later batch of the block that names rollup " +
                         entry.destination_rollup->decimal() + " again");
            }
        }
    }

private:
    /// The only root that none of a rollup's deltas leads to; where there are several, its first delta's.
    void assume_roots() {
        struct Roots {
            Hash32 first;
            std::set<Hash32> before, after;
        };
        std::map<U256, Roots> rollups;
        for (const table::Entry& entry : m_table.entries) {
            for (const table::StateDelta& delta : entry.deltas) {
                if (!delta.current_state) {
                    continue;
                }
                const Hash32& before = *delta.current_state;
                Roots& roots = rollups.try_emplace(delta.rollup_id, Roots{before, {}, {}}).first->second;
                roots.before.insert(before);
                roots.after.insert(delta.new_state);
            }
        }
        for (const auto& [rollup, roots] : rollups) {
            std::vector<Hash32> sources;
            std::ranges::set_difference(roots.before, roots.after, std::back_inserter(sources));
            m_ledger.assume(rollup, sources.size() == 1 ? sources.front() : roots.first);
        }
    }

    /// The leading entries that nothing calls run at once, and are skipped where they revert; then the
    /// poster's hook takes the others one by one, until one does not go.
    void run_transient() {
        const auto transient = static_cast<std::uint32_t>(m_queues.transient());
        std::uint32_t i = 0;
        for (; i < transient && m_table.entries[i].proxy_entry_hash.is_zero(); ++i) {
            m_out.entries[i].phase = EntryPhase::immediate;
            if (const auto misfit = m_ledger.misfit(m_table.entries[i])) {
                set(i, EntryFate::skipped, misfit_text(i, *misfit));
                note(m_out, rules::replay_skipped, Severity::info, i,
                     "reverts and is skipped: " + m_out.entries[i].reason);
            } else {
                run(i);
            }
        }
        bool stopped = false;
        for (; i < transient; ++i) {
            const auto misfit = stopped ? std::nullopt : m_ledger.misfit(m_table.entries[i]);
            if (stopped) {
                set(i, EntryFate::behind, "waits for a transient entry that is blocked");
            } else if (misfit) {
                block(i, *misfit);
                stopped = true;
            } else {
                run(i);
            }
        }
    }

    /// Queue heads run as soon as their roots are there; one that has to wait is looked at again when a root
    /// of its rollups changes.
    void run_queues() {
        std::map<U256, std::vector<std::uint32_t>> queues; // back to front
        for (auto i = static_cast<std::uint32_t>(m_table.entries.size()); i-- > m_queues.transient();) {
            const U256 rollup = m_table.entries[i].destination_rollup.value_or(U256{});
            const auto taken = m_posted.taken.find(rollup);
            if (taken == m_posted.taken.end() || m_queues.position(i) < taken->second) {
                queues[rollup].push_back(i);
            } else {
                set(i, EntryFate::behind, "not taken before the next batch");
            }
        }
        std::set<std::pair<std::uint32_t, U256>> ready; // head and its queue, in table order
        for (const auto& [rollup, entries] : queues) {
            ready.emplace(entries.back(), rollup);
        }
        std::map<U256, std::set<std::pair<std::uint32_t, U256>>> waiting; // by the rollup that is waited for
        while (!ready.empty()) {
            const auto head = *ready.begin();
            ready.erase(ready.begin());
            const table::Entry& entry = m_table.entries[head.first];
            if (const auto misfit = m_ledger.misfit(entry)) {
                waiting[entry.deltas[*misfit].rollup_id].insert(head);
                continue;
            }
            run(head.first);
            std::vector<std::uint32_t>& queue = queues[head.second];
            queue.pop_back();
            if (!queue.empty()) {
                ready.emplace(queue.back(), head.second);
            }
            for (const table::StateDelta& delta : entry.deltas) {
                ready.merge(waiting[delta.rollup_id]);
            }
        }
        for (const auto& [rollup, queue] : queues) {
            for (std::size_t i = queue.size(); i-- > 0;) {
                if (i + 1 == queue.size()) {
                    block(queue[i], m_ledger.misfit(m_table.entries[queue[i]]).value_or(0));
                } else {
                    set(queue[i], EntryFate::behind,
                        "waits for " + m_table.entry_path(queue.back()) + ", which is blocked");
                }
            }
        }
    }

    void run(std::uint32_t entry) {
        m_ledger.apply(m_table.entries[entry]);
        m_out.order.push_back(entry);
    }

    void set(std::uint32_t entry, EntryFate fate, std::string reason) {
        m_out.entries[entry].fate = fate;
        m_out.entries[entry].reason = std::move(reason);
    }

    void block(std::uint32_t entry, std::size_t misfit) {
        set(entry, EntryFate::blocked, misfit_text(entry, misfit));
        note(m_out, rules::replay_blocked, Severity::warning, entry,
             "can never run: " + m_out.entries[entry].reason + " (StateRootMismatch)");
    }

    [[nodiscard]] std::string misfit_text(std::uint32_t entry, std::size_t delta) const {
        const table::StateDelta& of = m_table.entries[entry].deltas[delta];
        const std::optional<Hash32> root = m_ledger.root(of.rollup_id);
        return "rollup " + of.rollup_id.decimal() + " stands at " + (root ? root->hex() : "another root") +
               ", not at " + of.current_state.value_or(Hash32{}).hex();
    }

    void check_ether() {
        const EtherKnown known(m_table, m_posted.tree, m_bundle);
        for (std::uint32_t i = 0; i < m_table.entries.size(); ++i) {
            EntryEther& ether = m_out.entries[i].ether;
            ether = known.entry(i);
            if (ether.in && ether.sent && ether.deltas != ether.in->minus(*ether.sent)) {
                note(m_out, rules::replay_ether, Severity::error, i,
                     "expected ether deltas of " + ether.in->minus(*ether.sent).decimal_signed() +
                         " wei together: " + ether.in->decimal() + " came in, " + ether.sent->decimal() +
                         " were sent; they sum up to " + ether.deltas.decimal_signed() +
                         " (EtherDeltaMismatch)");
            }
            if (known.nested_value(i)) {
                note(m_out, rules::replay_nested_value, Severity::warning, i,
                     "a flat call inside a nested call sends ether: the contract counts what calls of the "
                     "entry's own level send, so that the deltas leave it out");
            }
        }
        for (const RollupAccount& account : m_out.rollups) {
            if (!account.needed.is_zero() && m_out.findings.size() < max_replay_findings) {
                m_out.findings.push_back(
                    {std::string(rules::replay_balance),
                     Severity::info,
                     {},
                     {},
                     with_guide(rules::replay_balance,
                                "rollup " + account.rollup.decimal() + " must have had " +
                                    account.needed.decimal() +
                                    " wei before, or an entry fails (InsufficientRollupBalance)")});
            }
        }
    }

    void note(Replay& replay, std::string_view rule, Severity severity, std::size_t entry,
              std::string text) const {
        if (replay.findings.size() < max_replay_findings) {
            replay.findings.push_back({std::string(rule), severity, m_table.entry_path(entry),
                                       m_table.entries[entry].range, with_guide(rule, std::move(text))});
        }
    }

    const PostedTable& m_posted;
    const ExecutionTable& m_table;
    const Bundle* m_bundle;
    Ledger& m_ledger;
    EntryQueues m_queues;
    Replay m_out;
};

std::set<U256> rollups_of(const ExecutionTable& table) {
    std::set<U256> out;
    for (std::size_t i = 0; table.batch && i < table.batch->rollups.size(); ++i) {
        out.insert(table.batch->rollups[i].rollup_id);
    }
    return out;
}

} // namespace

std::string_view name(EntryPhase phase) {
    constexpr std::array<std::string_view, 3> names{"immediate", "transient", "queued"};
    return names[static_cast<std::size_t>(phase)];
}

std::string_view name(EntryFate fate) {
    constexpr std::array<std::string_view, 5> names{"runs", "skipped", "blocked", "behind", "dropped"};
    return names[static_cast<std::size_t>(fate)];
}

std::vector<Replay> replay_block(std::span<const PostedTable> posted, const Bundle* bundle) {
    std::vector<Replay> out;
    Ledger ledger;
    std::vector<Replayer> replayers;
    replayers.reserve(posted.size());
    for (const PostedTable& one : posted) {
        replayers.emplace_back(one, bundle, ledger);
        out.push_back(replayers.back().replay());
    }
    std::set<U256> later; // rollups that batches behind name
    for (std::size_t i = posted.size(); i-- > 0;) {
        replayers[i].drop(out[i], later);
        later.merge(rollups_of(*posted[i].table));
    }
    return out;
}

} // namespace anchorscope::transition
