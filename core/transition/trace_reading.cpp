// Over 500 lines: one machine, whose parts share its state: the contract's cursors, call by call.
#include "core/transition/trace_reading.h"
#include "core/crypto/hash_many.h"
#include "core/digest/rolling_hash.h"
#include "core/transition/call_targets.h"
#include "core/transition/entry_queues.h"
#include "core/transition/trace_proxies.h"

namespace anchorscope::transition {
namespace {

using chain::CallFrame;
using digest::FoldTag;

/// Findings of a trace: an endless loop of failing calls says so often enough.
constexpr std::size_t max_trace_findings = 200;

/// The contract's transient state.
struct Live {
    std::uint32_t entry = no_node;  // that runs
    std::uint32_t lookup = no_node; // of the entry, that runs in place of it
    std::uint32_t cursor = 0, nested = 0;
    Hash32 hash;
    bool foreign = false; // something that is not this table's runs
};

enum class Role : std::uint8_t {
    other,
    posting,
    entry,
    nested,
    reverted_lookup,
    static_lookup,
    flat_call,
    lookup_call,
    span
};

/// A traced call that has not ended.
struct Open {
    std::size_t frame = 0;
    Role role = Role::other;
    Live before;
    std::size_t consumed = 0; // mark of the queues
    std::size_t step = 0;     // steps of the entry when it began
    std::uint32_t index = no_node;
    std::uint64_t calls = 0; // flat calls made in it
    Hash32 folded;           // of a static lookup
};

/// abi.encode(bytes): what a function that returns bytes returns.
Bytes encoded_bytes(ByteView data) {
    Bytes out;
    append(out, U256(32).to_word().view());
    append(out, U256(data.size()).to_word().view());
    append(out, data);
    out.resize((out.size() + 31) / 32 * 32);
    return out;
}

bool returned(const CallFrame& frame, bool failed, ByteView data) {
    return frame.failed == failed &&
           equal(frame.output, failed ? Bytes(data.begin(), data.end()) : encoded_bytes(data));
}

class Reader {
public:
    Reader(const table::ExecutionTable& table, Domain own, const Address& manager,
           std::span<const ManagerEvent> events)
        : m_table(table), m_manager(manager), m_proxies(manager, own), m_queues(table) {
        m_out.entries.resize(table.entries.size());
        m_proxies.learn(events);
    }

    void learn(const chain::CallTrace& trace) { m_proxies.learn(trace); }

    void read(const chain::CallTrace& trace, std::size_t number) {
        m_trace = &trace;
        m_number = number;
        m_live = {};
        for (std::size_t i = 0; i < trace.frames.size(); ++i) {
            while (!m_open.empty() && m_open.back().frame != trace.frames[i].parent) {
                end();
            }
            begin(i);
        }
        while (!m_open.empty()) {
            end();
        }
        m_queues.end_posting();
    }

    TraceReading take() { return std::move(m_out); }

private:
    [[nodiscard]] bool is_l1() const { return m_table.format->side == table::Side::l1; }
    [[nodiscard]] bool inside() const { return m_live.entry != no_node && m_live.cursor > 0; }
    [[nodiscard]] const table::Entry& entry() const { return m_table.entries[m_live.entry]; }
    [[nodiscard]] std::span<const table::Call> calls() const {
        return m_live.lookup == no_node ? entry().calls : entry().lookups[m_live.lookup].calls;
    }
    [[nodiscard]] std::span<const table::NestedCall> nested() const {
        return m_live.lookup == no_node ? entry().nested : entry().lookups[m_live.lookup].nested;
    }
    [[nodiscard]] const CallFrame& frame(const Open& open) const { return m_trace->frames[open.frame]; }

    /// Takes a table, or starts an entry.
    [[nodiscard]] bool starts_anew(const ManagerCall& call) const {
        return call.kind == ManagerCallKind::table || call.kind == ManagerCallKind::immediate ||
               call.kind == ManagerCallKind::l2_tx ||
               (call.kind == ManagerCallKind::cross_chain && !inside());
    }

    // A call begins.

    void begin(std::size_t at) {
        Open open;
        open.frame = at;
        open.before = m_live;
        open.consumed = m_queues.mark();
        open.step = m_run.steps.size();
        const CallFrame& frame = m_trace->frames[at];
        const ManagerCall call = manager_call(frame, m_manager);
        if (!m_live.foreign) {
            dispatch(frame, call, open);
        }
        m_open.push_back(open);
    }

    void dispatch(const CallFrame& frame, const ManagerCall& call, Open& open) {
        if (starts_anew(call) && m_live.entry != no_node) {
            // The contract allows neither (L2TXNotAllowedDuringExecution, PostBatchReentry).
            wrong("a table or another entry that begins while this one runs, at " + place(open.frame));
            m_live = {};
            m_live.foreign = true;
            return;
        }
        switch (call.kind) {
        case ManagerCallKind::table:
            begin_table(frame, call, open);
            break;
        case ManagerCallKind::immediate:
            begin_immediate(frame, call, open);
            break;
        case ManagerCallKind::l2_tx:
            begin_start(frame, Hash32{}, call.number, open);
            break;
        case ManagerCallKind::cross_chain:
            inside() ? begin_nested(frame, call, open) : begin_call_from_outside(frame, call, open);
            break;
        case ManagerCallKind::static_lookup:
            begin_static_lookup(frame, call, open);
            break;
        case ManagerCallKind::span:
            begin_span(call, open);
            break;
        case ManagerCallKind::forwarded:
            begin_forwarded(frame, call, open);
            break;
        case ManagerCallKind::none:
            break;
        }
    }

    /// One that reverts is skipped: it is consumed all the same.
    void begin_immediate(const CallFrame& frame, const ManagerCall& call, Open& open) {
        const auto index = m_queues.posting() ? m_queues.at({}, call.number) : std::nullopt;
        if (index) {
            m_queues.consume(*index);
            open.consumed = m_queues.mark();
            begin_entry(*index, frame, open);
        }
    }

    void begin_table(const CallFrame& frame, const ManagerCall& call, Open& open) {
        if (equal(call.data, m_table.calldata())) {
            open.role = Role::posting;
            m_out.posted = true;
            m_other_table = false;
            m_queues.begin_posting();
            if (m_table.incoming && !m_table.entries.empty()) {
                begin_entry(0, frame, open);
            }
        } else if (!is_l1() && m_trace->took_effect(open.frame)) {
            m_other_table = true; // takes the place of this one
        }
    }

    void begin_call_from_outside(const CallFrame& frame, const ManagerCall& call, Open& open) {
        const auto consumed = m_proxies.logged<ExecutionConsumed>(frame);
        const std::optional<Hash32> hash = m_proxies.call_hash(frame, call);
        if (consumed) {
            const auto index = m_queues.at(consumed->rollup_id.value_or(U256{}), consumed->index);
            begin_if_fits(index, consumed->call_hash, frame, open);
            return;
        }
        const std::optional<Domain> to = m_proxies.target(frame);
        if (to && is_l1()) {
            begin_if_fits(m_queues.next(U256(to->id)), hash, frame, open);
            return;
        }
        // Neither log nor proxy is known: the one entry that may come next, if there is one.
        std::vector<std::uint32_t> next = m_queues.all_next();
        std::erase_if(next, [&](std::uint32_t index) {
            const Hash32& start = m_table.entries[index].proxy_entry_hash;
            return start.is_zero() || (hash && start != *hash);
        });
        begin_if_fits(next.size() == 1 ? std::optional(next.front()) : std::nullopt, hash, frame, open);
    }

    void begin_start(const CallFrame& frame, const Hash32& hash, const U256& rollup, Open& open) {
        const auto consumed = m_proxies.logged<ExecutionConsumed>(frame);
        begin_if_fits(consumed ? m_queues.at(rollup, consumed->index) : m_queues.next(rollup), hash, frame,
                      open);
    }

    void begin_if_fits(std::optional<std::uint32_t> index, const std::optional<Hash32>& hash,
                       const CallFrame& frame, Open& open) {
        const bool fits =
            index && !m_other_table && (!hash || m_table.entries[*index].proxy_entry_hash == *hash);
        if (!fits) {
            m_live = {};
            m_live.foreign = true; // another table's, or a top-level lookup
            return;
        }
        m_queues.consume(*index);
        begin_entry(*index, frame, open);
    }

    void begin_entry(std::uint32_t index, const CallFrame& frame, Open& open) {
        open.role = Role::entry;
        open.index = index;
        open.step = 0;
        m_live = {};
        m_live.entry = index;
        m_run = {};
        m_run.place = place(open.frame);
        m_run.to = is_l1() ? std::nullopt : m_proxies.target(frame);
    }

    /// The contract looks for the next nested call first, then for a failed lookup.
    void begin_nested(const CallFrame& frame, const ManagerCall& call, Open& open) {
        const std::optional<Hash32> hash = m_proxies.call_hash(frame, call);
        const bool more = m_live.nested < nested().size();
        const bool hash_fits = more && (!hash || nested()[m_live.nested].call_hash == *hash);
        const std::optional<std::uint32_t> lookup = find_lookup(frame, hash, true);
        // Without a hash a call that came back as a failed lookup says is taken for one.
        if (hash_fits && (hash || !lookup)) {
            open.role = Role::nested;
            open.index = m_live.nested++;
            add({TracedKind::nested_begin, open.index, 0, Outcome::success, no_node,
                 m_proxies.target(frame)});
            fold(FoldTag::nested_begin, open.index);
        } else if (lookup) {
            open.role = Role::reverted_lookup;
            open.index = *lookup;
            add({TracedKind::lookup_begin, *lookup, 0, Outcome::failure, no_node, {}});
            ++m_run.lookups;
            m_live = {m_live.entry, *lookup, 0, 0, {}, false};
        } else {
            note(rules::trace_not_found, Severity::warning, place(open.frame),
                 "the table expects no such call here: call " + std::to_string(m_live.cursor) + " runs, " +
                     std::to_string(m_live.nested) + " nested calls were consumed" +
                     (hash ? ", call hash " + hash->hex() : std::string()) + " (ExecutionNotFound)");
            wrong("a call that the table does not expect at " + place(open.frame));
        }
    }

    /// The first lookup with the cursors of now and, where it is known, the hash; else with what came back.
    [[nodiscard]] std::optional<std::uint32_t>
    find_lookup(const CallFrame& frame, const std::optional<Hash32>& hash, bool only_failed) {
        const std::uint64_t executing = m_live.lookup == no_node ? 0 : std::uint64_t{m_live.lookup} + 1;
        const auto met = lookups_by_cursor().find({m_live.cursor, m_live.nested, executing});
        if (met == lookups_by_cursor().end()) {
            return std::nullopt;
        }
        for (const std::uint32_t i : met->second) {
            const table::Lookup& one = entry().lookups[i];
            const bool fits = hash ? one.call_hash == *hash : returned(frame, one.failed, one.return_data);
            if (fits && (one.failed || !only_failed)) {
                return i;
            }
        }
        return std::nullopt;
    }

    /// (call, nested calls consumed, executing lookup) → lookups, in their order.
    using ByCursor =
        std::map<std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>, std::vector<std::uint32_t>>;

    const ByCursor& lookups_by_cursor() {
        const auto [at, fresh] = m_lookups.try_emplace(m_live.entry);
        for (std::uint32_t i = 0; fresh && i < entry().lookups.size(); ++i) {
            const table::Lookup& one = entry().lookups[i];
            at->second[{one.call_number, one.last_nested_consumed, one.executing_lookup}].push_back(i);
        }
        return at->second;
    }

    void begin_static_lookup(const CallFrame& frame, const ManagerCall& call, Open& open) {
        const std::optional<Hash32> hash = m_proxies.call_hash(frame, call);
        if (!inside()) {
            return; // a top-level lookup belongs to no entry
        }
        if (const auto lookup = find_lookup(frame, hash, false)) {
            open.role = Role::static_lookup;
            open.index = *lookup;
            add({TracedKind::lookup_begin,
                 *lookup,
                 0,
                 frame.failed ? Outcome::failure : Outcome::success,
                 no_node,
                 {}});
            ++m_run.lookups;
        } else {
            note(rules::trace_lookup, Severity::warning, place(open.frame),
                 "the table has no lookup for this static call: call " + std::to_string(m_live.cursor) +
                     " runs, " + std::to_string(m_live.nested) +
                     " nested calls were consumed (ExecutionNotFound)");
        }
    }

    void begin_span(const ManagerCall& call, Open& open) {
        if (m_live.entry == no_node) {
            return;
        }
        open.role = Role::span;
        open.index = m_live.cursor;
        const std::uint64_t left = m_live.cursor < calls().size() ? calls().size() - m_live.cursor : 0;
        const std::uint64_t count = call.number.to_u64().value_or(~std::uint64_t{0});
        if (left == 0 || calls()[m_live.cursor].revert_span != call.number || count > left) {
            wrong("a revert span of " + call.number.decimal() + " calls at " + place(open.frame) +
                  ", which the table does not have there");
        }
        if (left > 0) {
            add({TracedKind::span_begin,
                 m_live.cursor,
                 static_cast<std::uint32_t>(std::min(count, left)),
                 Outcome::rolled_back,
                 no_node,
                 {}});
        }
        ++m_run.spans;
        count_calls(count);
    }

    /// Of the manager's call that is open: it makes these flat calls.
    void count_calls(std::uint64_t calls) {
        if (!m_open.empty()) {
            Open& maker = m_open.back();
            maker.calls = calls > ~maker.calls ? ~std::uint64_t{0} : maker.calls + calls;
        }
    }

    void begin_forwarded(const CallFrame& frame, const ManagerCall& call, Open& open) {
        if (m_live.entry == no_node) {
            return;
        }
        if (!m_open.empty() && m_open.back().role == Role::static_lookup) {
            begin_lookup_call(frame, call, open);
            return;
        }
        if (m_live.cursor >= calls().size()) {
            wrong("a flat call at " + place(open.frame) + ", behind the table's last one");
            return;
        }
        const table::Call& expected = calls()[m_live.cursor];
        const bool looks = frame.type == chain::CallType::static_call;
        if (expected.target != call.account || expected.value != frame.value ||
            !equal(expected.data, call.data) || expected.is_static != looks) {
            wrong("another kind, target, value or data of call " + std::to_string(m_live.cursor + 1) +
                  " at " + place(open.frame));
        }
        count_calls(1);
        open.role = Role::flat_call;
        open.index = m_live.cursor++;
        add({TracedKind::call_begin, open.index, 0, Outcome::unknown, no_node, {}});
        fold(FoldTag::call_begin, open.index);
        open.before = m_live; // what fails inside is undone to here
    }

    /// A static call made to answer a static lookup.
    void begin_lookup_call(const CallFrame& frame, const ManagerCall& call, Open& open) {
        Open& host = m_open.back();
        const std::span<const table::Call> expected = entry().lookups[host.index].calls;
        const auto index = static_cast<std::uint32_t>(host.calls);
        if (index >= expected.size() || expected[index].target != call.account ||
            !equal(expected[index].data, call.data)) {
            lookup_differs(host, "another static call is made for it at " + place(open.frame));
        }
        ++host.calls;
        if (index < expected.size()) {
            open.role = Role::lookup_call;
            open.index = index;
            add({TracedKind::call_begin,
                 index,
                 0,
                 outcome_of(frame),
                 keep({!frame.failed, frame.output}),
                 {}});
        }
    }

    // A call ends.

    void end() {
        const Open open = m_open.back();
        m_open.pop_back();
        const Live after = m_live;
        if (frame(open).failed) {
            m_live = open.before;
            m_queues.undo_to(open.consumed);
        }
        switch (open.role) {
        case Role::other:
            end_other(open);
            break;
        case Role::posting:
            m_queues.end_posting();
            break;
        case Role::entry:
            end_entry(open, after);
            break;
        case Role::nested:
            end_nested(open);
            break;
        case Role::reverted_lookup:
            end_reverted_lookup(open, after);
            break;
        case Role::static_lookup:
            end_static_lookup(open);
            break;
        case Role::flat_call:
            end_flat_call(open);
            break;
        case Role::lookup_call:
            end_lookup_call(open);
            break;
        case Role::span:
            end_span(open, after);
            break;
        }
    }

    void end_other(const Open& open) {
        if (open.before.foreign != m_live.foreign) {
            m_live = open.before; // what is not this table's has ended
        } else if (frame(open).failed) {
            roll_back(open.step);
        }
    }

    void end_entry(const Open& open, const Live& after) {
        const CallFrame& of = frame(open);
        m_run.succeeded = m_trace->took_effect(open.frame);
        if (of.failed) {
            m_run.revert_data = of.output;
            roll_back(0);
        } else {
            m_run.folded = after.hash;
            compare(after);
        }
        std::optional<TracedEntry>& kept = m_out.entries[open.index];
        if (!kept || !kept->succeeded) {
            kept = std::move(m_run);
        }
        m_run = {};
        m_live = open.before;
        if (m_table.incoming && open.index == 0) {
            m_queues.end_posting();
            m_queues.consume(0);
        }
    }

    void compare(const Live& after) {
        const table::Entry& expected = m_table.entries[after.entry];
        if (after.cursor != expected.calls.size()) {
            wrong(std::to_string(after.cursor) + " flat calls, not the table's " +
                  std::to_string(expected.calls.size()));
        } else if (after.nested != expected.nested.size()) {
            wrong(std::to_string(after.nested) + " nested calls, not the table's " +
                  std::to_string(expected.nested.size()));
        } else if (after.hash != expected.rolling_hash) {
            wrong("rolling hash " + after.hash.hex() + ", not the table's " + expected.rolling_hash.hex());
        }
    }

    void end_nested(const Open& open) {
        const table::NestedCall& expected = nested_at(open);
        const CallFrame& of = frame(open);
        if (of.failed) {
            roll_back(open.step);
        } else {
            if (U256(open.calls) != expected.call_count) {
                wrong(std::to_string(open.calls) + " flat calls in nested call " +
                      std::to_string(open.index + 1) + ", not the table's " + expected.call_count.decimal());
            }
            if (!returned(of, false, expected.return_data)) {
                wrong("nested call " + std::to_string(open.index + 1) +
                      " came back otherwise than the table has it at " + place(open.frame));
            }
            fold(FoldTag::nested_end, open.index);
        }
        add({TracedKind::nested_end, open.index, 0, Outcome::unknown, no_node, {}});
    }

    [[nodiscard]] const table::NestedCall& nested_at(const Open& open) const {
        const table::Entry& host = m_table.entries[open.before.entry];
        return open.before.lookup == no_node ? host.nested[open.index]
                                             : host.lookups[open.before.lookup].nested[open.index];
    }

    void end_reverted_lookup(const Open& open, const Live& after) {
        const table::Lookup& expected = m_table.entries[open.before.entry].lookups[open.index];
        if (after.hash != expected.rolling_hash || after.cursor != expected.calls.size() ||
            after.nested != expected.nested.size()) {
            lookup_differs(open, "its calls fold to rolling hash " + after.hash.hex() + ", not to " +
                                     expected.rolling_hash.hex());
        }
        if (!returned(frame(open), true, expected.return_data)) {
            lookup_differs(open, "it came back otherwise than the table has it");
        }
        m_live = open.before; // it always reverts
        roll_back(open.step + 1);
        add({TracedKind::lookup_end, open.index, 0, Outcome::unknown, no_node, {}});
    }

    void end_static_lookup(const Open& open) {
        const table::Lookup& expected = m_table.entries[open.before.entry].lookups[open.index];
        if (open.folded != expected.rolling_hash || open.calls != expected.calls.size()) {
            lookup_differs(open, "its static calls fold to " + open.folded.hex() + ", not to " +
                                     expected.rolling_hash.hex());
        }
        if (!returned(frame(open), expected.failed, expected.return_data)) {
            lookup_differs(open, "it came back otherwise than the table has it");
        }
        add({TracedKind::lookup_end, open.index, 0, Outcome::unknown, no_node, {}});
    }

    void end_flat_call(const Open& open) {
        const CallFrame& of = frame(open);
        TracedStep& begin = m_run.steps[open.step];
        begin.outcome = outcome_of(of);
        begin.result = keep({!of.failed, of.output});
        if (of.failed) {
            roll_back(open.step + 1);
        }
        m_live.hash = digest::fold(m_live.hash, {FoldTag::call_end, m_live.cursor, !of.failed, of.output});
        add({TracedKind::call_end, open.index, 0, Outcome::unknown, no_node, {}});
    }

    void end_lookup_call(const Open& open) {
        const CallFrame& of = frame(open);
        Open& host = m_open.back();
        const std::array<std::uint8_t, 1> success{static_cast<std::uint8_t>(of.failed ? 0 : 1)};
        const std::array<ByteView, 3> pieces{host.folded.view(), success, of.output};
        host.folded = crypto::hash_pieces(crypto::HashFunction::keccak_256, pieces);
        add({TracedKind::call_end, open.index, 0, Outcome::unknown, no_node, {}});
    }

    /// The manager undoes the calls and takes over the cursors and the hash that it reverted with.
    void end_span(const Open& open, const Live& after) {
        const std::optional<ContextResult> result = context_result(frame(open).output);
        if (!frame(open).failed || !result) {
            wrong("a revert span that did not revert with ContextResult at " + place(open.frame));
        } else if (result->rolling_hash != after.hash || result->calls_processed != U256(after.cursor) ||
                   result->nested_consumed != U256(after.nested)) {
            wrong("a revert span that ended with other cursors or another rolling hash than its calls give "
                  "at " +
                  place(open.frame));
        }
        m_live.hash = after.hash;
        m_live.cursor = after.cursor;
        m_live.nested = after.nested;
        roll_back(open.step);
        const bool begun =
            open.step < m_run.steps.size() && m_run.steps[open.step].kind == TracedKind::span_begin;
        if (begun) {
            add({TracedKind::span_end, open.index, 0, Outcome::unknown, no_node, {}});
        }
    }

    // What is noted down.

    void roll_back(std::size_t from) {
        for (std::size_t i = from; i < m_run.steps.size(); ++i) {
            TracedStep& step = m_run.steps[i];
            if (step.kind == TracedKind::call_begin || step.kind == TracedKind::nested_begin) {
                step.outcome = Outcome::rolled_back;
            }
        }
    }

    void fold(FoldTag tag, std::uint32_t index) {
        m_live.hash = digest::fold(m_live.hash, {tag, std::uint64_t{index} + 1, false, {}});
    }

    void add(TracedStep step) { m_run.steps.push_back(step); }

    [[nodiscard]] static Outcome outcome_of(const CallFrame& frame) {
        return frame.failed ? Outcome::failure : Outcome::success;
    }

    std::uint32_t keep(KnownResult result) {
        m_out.results.push_back(std::move(result));
        return static_cast<std::uint32_t>(m_out.results.size() - 1);
    }

    void wrong(std::string what) {
        if (!m_run.mismatch) {
            m_run.mismatch = "the trace shows " + std::move(what);
        }
    }

    void lookup_differs(const Open& open, const std::string& text) {
        note(rules::trace_lookup, Severity::error, place(open.frame),
             "lookup " + std::to_string(open.index) + " of entry " + std::to_string(open.before.entry) +
                 ": " + text);
    }

    [[nodiscard]] std::string place(std::size_t frame) const {
        std::string out = "traces[";
        out += std::to_string(m_number);
        out += "].frames[";
        out += std::to_string(frame);
        out += ']';
        return out;
    }

    void note(std::string_view rule, Severity severity, std::string place, std::string text) {
        if (m_out.findings.size() < max_trace_findings) {
            m_out.findings.push_back({std::string(rule), severity, std::move(place), {}, std::move(text)});
        }
    }

    const table::ExecutionTable& m_table;
    Address m_manager;
    TraceProxies m_proxies;
    EntryQueues m_queues;
    TraceReading m_out;
    const chain::CallTrace* m_trace = nullptr;
    std::size_t m_number = 0;
    bool m_other_table = false;                  // another L2 table was loaded
    std::map<std::uint32_t, ByCursor> m_lookups; // of entries that ran
    Live m_live;
    TracedEntry m_run; // the attempt that runs
    std::vector<Open> m_open;
};

} // namespace

TraceReading read_traces(const table::ExecutionTable& table, Domain own, const Address& manager,
                         std::span<const std::shared_ptr<const chain::CallTrace>> traces,
                         std::span<const ManagerEvent> events) {
    Reader reader(table, own, manager, events);
    for (const auto& trace : traces) {
        reader.learn(*trace);
    }
    for (std::size_t i = 0; i < traces.size(); ++i) {
        reader.read(*traces[i], i);
    }
    return reader.take();
}

} // namespace anchorscope::transition
