#include "core/transition/event_assignment.h"
#include "core/crypto/hash_many.h"
#include "core/table/field_names.h"
#include <map>

namespace anchorscope::transition {
namespace {

using table::Entry;
using table::ExecutionTable;

/// keccak-256 of abi.encode(entries), as ExecutionTableLoaded carries it.
Hash32 loaded_hash(const ExecutionTable& table) {
    const Hash32 offset = U256(32).to_word();
    const codec::AbiValue body = table::table_body(table.arguments());
    const std::string_view entries = table::field_names(*table.format).entries;
    if (entries.empty()) {
        return {}; // only the call that comes with a table
    }
    const std::array<ByteView, 2> pieces{offset.view(), body[entries].encoding_bytes()};
    return crypto::hash_pieces(crypto::HashFunction::keccak_256, pieces);
}

/// Events from one place to before another.
struct Window {
    std::uint32_t first = 0, last = 0;
};

/// The parts of the logs in which this L2 table was loaded: from its ExecutionTableLoaded to the next one.
/// Everything, where no table was loaded in these logs.
std::vector<Window> loaded_windows(const ExecutionTable& table, std::span<const ManagerEvent> events,
                                   std::uint32_t& loads) {
    const auto size = static_cast<std::uint32_t>(events.size());
    std::vector<Window> out;
    std::optional<Hash32> ours;
    bool open = false;
    for (std::uint32_t at = 0; at < size; ++at) {
        const auto* const loaded = std::get_if<TableLoaded>(&events[at].body);
        if (loaded == nullptr) {
            continue;
        }
        if (open) {
            out.back().last = at;
        }
        ours = ours ? ours : loaded_hash(table);
        open = loaded->entries_hash == *ours;
        if (open) {
            out.push_back({at, size});
        }
        ++loads;
    }
    if (loads == 0) {
        out.push_back({0, size});
    }
    return out;
}

class Assigner {
public:
    Assigner(const ExecutionTable& table, std::span<const ManagerEvent> events, bool whole_block)
        : m_table(table), m_events(events), m_whole_block(whole_block) {
        m_out.by_entry.resize(table.entries.size());
        m_out.skipped.resize(table.entries.size());
        if (is_l1()) {
            fill_queues();
        }
    }

    Assignment assign() {
        for (const Window& window : windows()) {
            Segments segments = cut_segments(m_events, window.first, window.last);
            m_out.several_tables = m_out.several_tables || segments.batches_posted > 1;
            for (Segment& segment : segments.executions) {
                m_out.executions.push_back(std::move(segment));
            }
            for (const SkippedEntry& skipped : segments.skipped) {
                const std::optional<std::uint32_t> entry = transient_entry(skipped.index);
                if (entry) {
                    m_out.skipped[*entry] = skipped.event;
                }
            }
        }
        if (!m_whole_block) {
            m_out.several_tables = true;
        } else if (m_out.several_tables) {
            note(rules::events_several, Severity::info,
                 "the logs hold executions of several tables; those whose call hash is not this table's are "
                 "left out");
        }
        for (std::uint32_t i = 0; i < m_out.executions.size(); ++i) {
            place(i);
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool is_l1() const { return m_table.format->side == table::Side::l1; }

    void fill_queues() {
        const U256 transient = m_table.batch ? m_table.batch->transient_entries : U256{};
        const std::uint64_t all = m_table.entries.size();
        m_transient = std::min(transient.to_u64().value_or(all), all);
        for (std::size_t i = static_cast<std::size_t>(m_transient); i < m_table.entries.size(); ++i) {
            const U256 rollup = m_table.entries[i].destination_rollup.value_or(U256{});
            m_queues[rollup].push_back(static_cast<std::uint32_t>(i));
        }
    }

    std::vector<Window> windows() {
        if (is_l1()) {
            return {{0, static_cast<std::uint32_t>(m_events.size())}};
        }
        std::uint32_t loads = 0;
        std::vector<Window> out = loaded_windows(m_table, m_events, loads);
        if (out.empty()) {
            note(rules::events_other_table, m_whole_block ? Severity::error : Severity::info,
                 "ExecutionTableLoaded carries other entries than this table's: the logs are those of "
                 "another table");
        }
        m_out.several_tables = out.size() > 1;
        return out;
    }

    [[nodiscard]] std::optional<std::uint32_t> transient_entry(const U256& index) const {
        const std::optional<std::uint64_t> small = index.to_u64();
        return small && *small < m_transient ? std::optional(static_cast<std::uint32_t>(*small))
                                             : std::nullopt;
    }

    [[nodiscard]] bool is_transient(const Segment& segment) const {
        return m_transient > 0 && segment.before_batch_posted;
    }

    /// The entry that an execution names.
    [[nodiscard]] std::optional<std::uint32_t> entry_of(const Segment& segment) const {
        if (!segment.index) {
            return std::nullopt;
        }
        if (is_transient(segment)) {
            return transient_entry(*segment.index);
        }
        const std::uint64_t index = segment.index->to_u64().value_or(~std::uint64_t{0});
        if (!is_l1()) {
            const bool named = !segment.rollup && index < m_table.entries.size();
            return named ? std::optional(static_cast<std::uint32_t>(index)) : std::nullopt;
        }
        // Without its start an execution does not name the rollup; one queue leaves no doubt.
        const bool sole = segment.start == SegmentStart::none && m_queues.size() == 1;
        const auto queue = sole             ? m_queues.begin()
                           : segment.rollup ? m_queues.find(*segment.rollup)
                                            : m_queues.end();
        const bool named = queue != m_queues.end() && index < queue->second.size();
        return named ? std::optional(queue->second[static_cast<std::size_t>(index)]) : std::nullopt;
    }

    void place(std::uint32_t number) {
        const Segment& segment = m_out.executions[number];
        const std::optional<std::uint32_t> entry = entry_of(segment);
        if (!entry) {
            note(rules::events_unknown_entry, m_out.several_tables ? Severity::info : Severity::error,
                 describe(m_events[segment.events.front()]) + ": the table has no entry for this execution");
            return;
        }
        Candidate candidate{number, fault_of(segment, *entry)};
        if (m_out.several_tables && candidate.fault) {
            return;
        }
        if (!candidate.fault && !m_out.several_tables) {
            candidate.fault = order_fault(segment);
        }
        m_out.by_entry[*entry].push_back(std::move(candidate));
    }

    [[nodiscard]] std::optional<std::string> fault_of(const Segment& segment, std::uint32_t index) const {
        const Entry& entry = m_table.entries[index];
        const bool by_incoming = m_table.incoming && index == 0;
        switch (segment.start) {
        case SegmentStart::none:
            return is_transient(segment) && entry.proxy_entry_hash.is_zero()
                       ? std::optional<std::string>()
                       : fault(segment, "the log that starts the entry before it");
        case SegmentStart::incoming:
            return by_incoming ? incoming_fault(segment, entry)
                               : fault(segment, "ExecutionConsumed: the table comes without a call");
        case SegmentStart::l2_tx:
            if (segment.events.size() < 2 || !is_consumed(segment.events[1])) {
                return fault(segment, "ExecutionConsumed of the same rollup and index behind it");
            }
            break;
        case SegmentStart::consumed:
            if (by_incoming) {
                return fault(segment,
                             "IncomingCrossChainCallExecuted: entry 0 starts with the call it came with");
            }
            if (is_l1() && segment.call_hash.is_zero()) {
                return fault(segment, "L2TXExecuted before it");
            }
        }
        if (is_transient(segment) && segment.rollup != entry.destination_rollup) {
            return fault(segment, "rollup " + entry.destination_rollup.value_or(U256{}).decimal() +
                                      " as in the table");
        }
        return hash_fault(segment, entry);
    }

    [[nodiscard]] std::optional<std::string> incoming_fault(const Segment& segment,
                                                            const Entry& entry) const {
        const auto& event = std::get<IncomingExecuted>(m_events[segment.events.front()].body);
        const table::IncomingCall& call = *m_table.incoming;
        const bool same = event.destination == call.destination && event.value == call.value &&
                          equal(event.data, call.data) && event.source == call.source &&
                          event.source_rollup == call.source_rollup;
        return same ? hash_fault(segment, entry) : fault(segment, "the call that comes with the table");
    }

    [[nodiscard]] std::optional<std::string> hash_fault(const Segment& segment, const Entry& entry) const {
        return segment.call_hash == entry.proxy_entry_hash
                   ? std::optional<std::string>()
                   : fault(segment, "call hash " + entry.proxy_entry_hash.hex() + " as in the table, not " +
                                        segment.call_hash.hex());
    }

    /// Queues are consumed front to back.
    [[nodiscard]] std::optional<std::string> order_fault(const Segment& segment) {
        if (is_transient(segment)) {
            return std::nullopt;
        }
        const auto [last, first_time] =
            m_last_index.try_emplace(segment.rollup.value_or(U256{}), *segment.index);
        if (first_time || last->second < *segment.index) {
            last->second = *segment.index;
            return std::nullopt;
        }
        return fault(segment, "an index above " + last->second.decimal() + ": queues are consumed in order");
    }

    [[nodiscard]] bool is_consumed(std::uint32_t event) const {
        return std::holds_alternative<ExecutionConsumed>(m_events[event].body);
    }

    [[nodiscard]] std::optional<std::string> fault(const Segment& segment,
                                                   const std::string& expected) const {
        return describe(m_events[segment.events.front()]) + ": expected " + expected;
    }

    void note(std::string_view rule, Severity severity, std::string text) {
        m_out.findings.push_back({std::string(rule), severity, {}, {}, std::move(text)});
    }

    const ExecutionTable& m_table;
    std::span<const ManagerEvent> m_events;
    bool m_whole_block;
    Assignment m_out;
    std::uint64_t m_transient = 0;                       // entries of the transient table
    std::map<U256, std::vector<std::uint32_t>> m_queues; // the others, by destination
    std::map<U256, U256> m_last_index;                   // consumed last, by rollup
};

} // namespace

Assignment assign_events(const ExecutionTable& table, std::span<const ManagerEvent> events,
                         bool whole_block) {
    return Assigner(table, events, whole_block).assign();
}

} // namespace anchorscope::transition
