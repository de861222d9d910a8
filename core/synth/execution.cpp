// Runs the planned entries as the manager does, and adds the lookups that could have been met on the way.
#include "core/digest/step_trace.h"
#include "core/digest/table_digests.h"
#include "core/synth/draft.h"

namespace anchorscope::synth {
namespace {

using namespace transition;

constexpr std::size_t most_returned = 40;
constexpr std::uint64_t most_static_calls = 3; ///< of a lookup

/// Runs entries in table order and keeps the cursors that their logs count by.
class Executor {
public:
    explicit Executor(Draft& draft) : m_draft(draft) {}

    void execute_all() {
        for (std::size_t i = 0; i < m_draft.entries.size(); ++i) {
            execute(i);
        }
    }

private:
    void execute(std::size_t index) {
        const PlannedEntry& planned = m_draft.entries[index];
        const U256 position = position_of(index);
        Ran ran = run(planned.start.frame, {m_draft.domain, position});
        Entry entry;
        entry.deltas = planned.deltas;
        entry.start_hash = planned.called ? hash_of(planned.start, planned.from) : Hash32{};
        entry.destination = planned.start.destination;
        entry.calls = ran.calls;
        entry.nested = ran.nested;
        entry.call_count = ran.call_count;
        entry.returned = planned.start.returned;
        entry.rolling_hash = ran.rolling_hash;
        if (m_draft.shape.events) {
            m_draft.executions.push_back({index, planned.transient, logged(index, entry, ran, position)});
        }
        m_draft.table.batches[planned.batch].entries.push_back(std::move(entry));
        m_draft.ran.push_back(std::move(ran));
    }

    /// In the transient table, in its rollup's queue, or (L2) in the table.
    U256 position_of(std::size_t index) {
        const PlannedEntry& planned = m_draft.entries[index];
        if (!m_draft.shape.l1 || planned.transient) {
            return U256(index);
        }
        return U256(m_queued[planned.start.destination]++);
    }

    [[nodiscard]] std::vector<EventBody> logged(std::size_t index, const Entry& entry, const Ran& ran,
                                                const U256& position) const {
        const PlannedEntry& planned = m_draft.entries[index];
        if (planned.skipped) {
            return {ImmediateEntrySkipped{position, {}}};
        }
        std::vector<EventBody> out = started(planned, entry, position);
        out.insert(out.end(), ran.events.begin(), ran.events.end());
        for (const Delta& delta : entry.deltas) {
            out.emplace_back(ExecutionPerformed{delta.rollup, delta.after});
        }
        out.emplace_back(
            EntryExecuted{position, entry.rolling_hash, U256(entry.calls.size()), U256(entry.nested.size())});
        return out;
    }

    [[nodiscard]] std::vector<EventBody> started(const PlannedEntry& planned, const Entry& entry,
                                                 const U256& position) const {
        if (planned.incoming) {
            const Leaving& call = planned.start;
            return {IncomingExecuted{entry.start_hash, call.target, call.value, call.data, call.source,
                                     U256(planned.from.id)}};
        }
        if (!m_draft.shape.l1) {
            return {executed(planned.start, planned.from),
                    ExecutionConsumed{entry.start_hash, std::nullopt, position}};
        }
        const ExecutionConsumed consumed{entry.start_hash, entry.destination, position};
        if (planned.called) {
            return {executed(planned.start, planned.from), consumed};
        }
        if (planned.transient) {
            return {}; // an immediate entry is applied without a log
        }
        return {L2TxExecuted{entry.destination, position}, consumed};
    }

    Draft& m_draft;
    std::map<U256, std::uint64_t> m_queued;
};

class Lookups {
public:
    explicit Lookups(Draft& draft) : m_draft(draft), m_random(draft.random) {}

    void add_all() {
        std::size_t host = 0; // entry that is next
        for (std::uint32_t i = 0; i < m_draft.options.lookups; ++i) {
            const bool failed = i % 4 >= 2;
            const bool of_entry = m_draft.shape.entry_lookups && (i % 2 == 0 || !m_draft.shape.table_lookups);
            if (of_entry) {
                if (i > 2) {
                    host = next_host(host);
                }
                add_to_entry(host, failed);
            } else if (m_draft.shape.table_lookups) {
                add_to_table(failed);
            }
        }
    }

private:
    /// Of the entries behind, the first that calls something.
    [[nodiscard]] std::size_t next_host(std::size_t host) const {
        const std::size_t count = m_draft.entries.size();
        for (std::size_t i = 1; i < count; ++i) {
            if (!m_draft.ran[(host + i) % count].calls.empty()) {
                return (host + i) % count;
            }
        }
        return host;
    }

    /// A moment at which code of a call runs, so that it can look something up.
    void add_to_entry(std::size_t index, bool failed) {
        std::vector<Cursors> moments = moments_of(m_draft.ran[index]);
        if (moments.empty()) {
            return; // no call runs, or all are rolled back
        }
        const Cursors at = moments[m_random.below(moments.size())];
        Leaving call;
        Lookup lookup =
            made(touched(m_draft.entries[index]), failed, m_draft.shape.framed_entry_lookups, call);
        lookup.call_number = at.calls;
        lookup.last_nested = at.nested;
        m_draft.looked_up[index].push_back({failed, at.calls, at.nested, std::move(call)});
        m_draft.entry(index).lookups.push_back(std::move(lookup));
    }

    void add_to_table(bool failed) {
        const std::size_t at = m_random.below(m_draft.table.batches.size());
        Batch& batch = m_draft.table.batches[at];
        const std::vector<U256> rollups =
            m_draft.shape.l1 ? m_draft.rollups(at) : touched(m_draft.entries.front());
        Leaving call;
        Lookup lookup = made(rollups, failed, m_draft.shape.framed_table_lookups, call);
        if (m_draft.shape.keyed_lookups) {
            lookup.call_number = 1 + m_random.below(3);
        }
        if (m_draft.shape.pins) {
            for (const U256& rollup : rollups) {
                lookup.pins.push_back({rollup, m_random.word()});
            }
        }
        if (m_draft.shape.entry_lookups && failed && !lookup.calls.empty()) {
            Lookup inner = made(rollups, false, m_draft.shape.framed_entry_lookups, call);
            inner.call_number = 1 + m_random.below(lookup.calls.size());
            lookup.lookups.push_back(std::move(inner));
        }
        batch.lookups.push_back(std::move(lookup));
    }

    /// `call`: who looks up what, and what is called for it.
    Lookup made(const std::vector<U256>& rollups, bool failed, bool framed, Leaving& call) {
        Lookup out;
        out.failed = failed;
        call.destination = pick(rollups);
        call.target = account(call.destination.to_u64().value_or(0), 0);
        call.source = account(m_draft.domain.id, 0);
        call.data = m_random.bytes(4 + m_random.below(33));
        call.returned = m_random.bytes(m_random.below(most_returned));
        out.call_hash = hash_of(call, m_draft.domain);
        out.destination = call.destination;
        out.returned = call.returned;
        if (failed && framed) {
            run_frame(out, rollups, call.frame);
        } else {
            run_static(out, rollups, call.frame);
        }
        return out;
    }

    /// Static calls, one after the other: the untagged hash.
    void run_static(Lookup& lookup, const std::vector<U256>& rollups, Frame& frame) {
        std::vector<digest::CallOutcome> outcomes;
        const std::uint64_t count = m_random.below(most_static_calls);
        frame.clear();
        frame.reserve(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            Item& item = frame.emplace_back(called(rollups));
            item.call.is_static = true;
            lookup.calls.push_back(item.call);
            outcomes.push_back({item.success, item.returned});
        }
        lookup.rolling_hash = digest::static_lookup_hash(outcomes);
    }

    /// What is reverted afterwards, with cursors of its own: the tagged hash.
    void run_frame(Lookup& lookup, const std::vector<U256>& rollups, Frame& frame) {
        const std::uint64_t count = m_random.between(1, 2);
        frame.reserve(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            frame.push_back(called(rollups));
        }
        Leaving nested;
        nested.frame = {called(rollups)};
        nested.destination = pick(rollups);
        nested.target = account(nested.destination.to_u64().value_or(0), 1);
        nested.source = frame.front().call.target;
        nested.data = m_random.bytes(4);
        nested.returned = m_random.bytes(m_random.below(most_returned));
        frame.front().success = true;
        frame.front().nested.push_back(std::move(nested));
        Ran ran = run(frame, {m_draft.domain, {}});
        lookup.calls = std::move(ran.calls);
        lookup.nested = std::move(ran.nested);
        lookup.call_count = ran.call_count;
        lookup.rolling_hash = ran.rolling_hash;
    }

    Item called(const std::vector<U256>& rollups) {
        Item out;
        out.call = plain_call(m_draft, pick(rollups));
        out.success = !m_random.chance(4);
        out.returned = m_random.bytes(m_random.below(most_returned));
        return out;
    }

    struct Cursors {
        std::uint32_t calls = 0, nested = 0;
    };
    static std::vector<Cursors> moments_of(const Ran& ran) {
        std::vector<Cursors> out;
        std::uint32_t calls = 0;
        for (const Moment& moment : ran.moments) {
            calls += moment.kind == MomentKind::call_begin ? 1 : 0;
            const bool runs = moment.kind == MomentKind::call_begin || moment.kind == MomentKind::nested_end;
            if (runs && !moment.rolled_back) {
                out.push_back({calls, moment.nested_begun});
            }
        }
        return out;
    }

    /// Rollups that an entry's calls may name.
    [[nodiscard]] std::vector<U256> touched(const PlannedEntry& entry) const {
        std::vector<U256> out;
        for (const Delta& delta : entry.deltas) {
            out.push_back(delta.rollup);
        }
        if (out.empty()) {
            out.emplace_back(); // of an L2 table: L1
        }
        return out;
    }

    U256 pick(const std::vector<U256>& rollups) { return rollups[m_random.below(rollups.size())]; }

    Draft& m_draft;
    Random& m_random;
};

} // namespace

void execute(Draft& draft) { Executor(draft).execute_all(); }
void add_lookups(Draft& draft) {
    if (!draft.entries.empty()) {
        Lookups(draft).add_all();
    }
}

} // namespace anchorscope::synth
