// Plans the entries of a table: who calls them, what they call, which states they change, so that the
// contracts would take it.
#include "core/crypto/hash_function.h"
#include "core/synth/draft.h"
#include "core/table/field_names.h"
#include "core/table/layout.h"

namespace anchorscope::synth {
namespace {

constexpr std::uint64_t accounts = 5;     ///< of each domain
constexpr std::uint64_t most_wei = 1000;  ///< that a call carries
constexpr std::uint64_t own_rollup = 1;   ///< that an L2 table runs on
constexpr std::size_t most_data = 68;     ///< bytes of a call
constexpr std::size_t most_returned = 40; ///< bytes
constexpr std::uint32_t largest_span = 2; ///< calls of a revert span

/// Makes the calls of one entry.
class Programs {
public:
    /// `available`: wei that each rollup can send; what is spent is taken off.
    Programs(Draft& draft, std::vector<U256> others, std::map<U256, std::uint64_t>& available)
        : m_draft(draft), m_random(draft.random), m_others(std::move(others)), m_available(available) {}

    Frame frame(std::uint32_t depth, std::uint32_t spans, bool reach) {
        Frame out;
        const std::uint64_t count = m_random.between(1, m_draft.options.calls);
        const std::uint64_t deep = m_random.below(count); // the call that reaches the depth
        for (std::uint64_t i = 0; i < count; ++i) {
            out.push_back(call(depth, reach && i == deep, true));
        }
        for (std::uint32_t i = 0; i < spans; ++i) {
            out.insert(out.begin() + static_cast<std::ptrdiff_t>(m_random.below(out.size() + 1)), span());
        }
        return out;
    }

    Leaving leaving(const Address& source) {
        Leaving out;
        out.destination = other();
        out.target = account(out.destination.to_u64().value_or(0), m_random.below(accounts));
        out.source = source;
        out.value = m_random.chance(2) ? U256(m_random.below(most_wei)) : U256{};
        out.data = m_random.bytes(4 + m_random.below(most_data - 3));
        out.returned = m_random.bytes(m_random.below(most_returned));
        return out;
    }

private:
    Frame nested_frame(std::uint32_t depth, bool reach) {
        Frame out;
        const std::uint64_t count = m_random.below(std::uint64_t{m_draft.options.calls} + 1);
        const std::uint64_t calls = reach && depth > 0 ? std::max<std::uint64_t>(count, 1) : count;
        for (std::uint64_t i = 0; i < calls && (m_made < max_calls_of_entry || reach); ++i) {
            out.push_back(call(depth, reach && i == 0, false));
        }
        return out;
    }

    Item call(std::uint32_t depth, bool reach, bool own_level) {
        Item out;
        ++m_made;
        out.call = plain_call(m_draft, other());
        out.returned = m_random.bytes(m_random.below(most_returned));
        // What a call that fails consumed is given back: it shows no nested calls.
        out.success = reach || !m_random.chance(4);
        const bool host = depth > 0 && out.success && (reach || m_random.chance(3));
        const std::uint64_t nested = host ? m_random.between(1, 2) : 0;
        for (std::uint64_t i = 0; i < nested && (m_made < max_calls_of_entry || reach); ++i) {
            out.nested.push_back(leaving(out.call.target));
            out.nested.back().frame = nested_frame(depth - 1, reach && i == 0);
        }
        if (own_level) {
            carry_value(out);
        }
        out.call.is_static = m_draft.shape.static_calls && out.nested.empty() && out.call.value.is_zero() &&
                             m_random.chance(6);
        return out;
    }

    Item span() {
        Item out;
        out.span = true;
        for (std::uint64_t i = 0, count = m_random.between(1, largest_span); i < count; ++i) {
            out.calls.push_back(call(std::min<std::uint32_t>(m_draft.options.depth, 1), false, false));
            out.calls.back().call.value = U256(m_random.below(2) * m_random.below(most_wei)); // goes back
            out.calls.back().call.is_static = false;
        }
        return out;
    }

    /// The contract counts what successful calls of the entry's own level send.
    void carry_value(Item& item) {
        std::uint64_t& left = m_available[item.call.source_rollup];
        if (item.success && left > 0 && m_random.chance(2)) {
            const std::uint64_t sent = m_random.between(1, left);
            item.call.value = U256(sent);
            left -= sent;
        } else if (!item.success && m_random.chance(2)) {
            item.call.value = U256(m_random.below(most_wei));
        }
    }

    [[nodiscard]] U256 other() { return m_others[m_random.below(m_others.size())]; }

    Draft& m_draft;
    Random& m_random;
    std::vector<U256> m_others;
    std::map<U256, std::uint64_t>& m_available;
    std::uint32_t m_made = 0; // calls
};

/// Plans entry after entry, with the states and balances that they leave.
class Planner {
public:
    explicit Planner(Draft& draft) : m_draft(draft), m_random(draft.random) {}

    void plan_all() {
        plan_batches();
        const std::uint32_t count = m_draft.options.entries;
        m_draft.entries.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            m_draft.entries.push_back(plan_entry(i));
        }
        if (m_draft.shape.transient) {
            const std::uint32_t immediate = std::min(m_draft.options.immediate, count);
            const std::uint32_t transient = std::min(m_draft.options.transient, count - immediate);
            m_draft.batch().transient_entries = U256(std::uint64_t{immediate} + transient);
        }
    }

private:
    void plan_batches() {
        const std::uint32_t rollups = m_draft.options.rollups;
        const std::size_t batches =
            m_draft.shape.batches && rollups > 1 && m_draft.options.entries > 1 ? 2 : 1;
        m_draft.table.batches.resize(batches);
        for (std::size_t i = 0; i < batches; ++i) {
            Batch& batch = m_draft.table.batches[i];
            batch.interactions = m_random.word();
            batch.call_data = m_random.bytes(m_random.between(1, most_data));
            plan_proofs(batch);
            const std::uint64_t first = rollups * i / batches;
            const std::uint64_t end = rollups * (i + 1) / batches;
            for (std::uint64_t id = first + 1; id <= end; ++id) {
                batch.rollups.push_back({U256(id), systems_of(id - first - 1, end - first)});
                m_states.emplace(U256(id), m_random.word());
            }
        }
    }

    void plan_proofs(Batch& batch) {
        for (std::uint32_t i = 0; i < m_draft.options.proof_systems; ++i) {
            batch.proof_systems.push_back(m_random.address());
            batch.proofs.push_back(m_random.bytes(m_random.between(33, 96)));
        }
        std::ranges::sort(batch.proof_systems);
    }

    /// Ascending; every proof system is some rollup's.
    std::vector<std::uint64_t> systems_of(std::uint64_t rollup, std::uint64_t rollups) {
        std::vector<std::uint64_t> out;
        const std::uint64_t all = m_draft.options.proof_systems;
        for (std::uint64_t system = 0; system < all; ++system) {
            if (system % rollups == rollup || rollup % all == system || m_random.chance(3)) {
                out.push_back(system);
            }
        }
        return out;
    }

    PlannedEntry plan_entry(std::uint32_t index) {
        const Options& options = m_draft.options;
        PlannedEntry out;
        out.batch = m_draft.table.batches.size() * index / options.entries;
        const bool immediate = m_draft.shape.transient && index < options.immediate;
        out.transient = m_draft.shape.transient && index < options.immediate + options.transient;
        // Of the queued ones some are executed by themselves (executeL2TX).
        const bool by_itself = m_draft.shape.l1 && !out.transient && index % 4 == 1;
        out.called = !immediate && !by_itself;
        out.from = m_draft.domain;
        const std::vector<U256> touched = touched_by(out.batch);
        std::map<U256, std::uint64_t> available = m_balances;
        Programs programs(m_draft, touched, available);
        out.start = programs.leaving(account(m_draft.domain.id, m_random.below(accounts)));
        start(out, index, touched, available);
        const std::uint32_t spans = spans_of(index);
        if (index % 7 != 2 || spans > 0) { // some call nothing
            const std::uint32_t depth = index == 0 ? options.depth : depth_of();
            out.start.frame = programs.frame(depth, spans, index == 0 && depth > 0);
        }
        if (m_draft.shape.l1) {
            change_states(out, touched);
        }
        return out;
    }

    void start(PlannedEntry& entry, std::uint32_t index, const std::vector<U256>& touched,
               std::map<U256, std::uint64_t>& available) {
        entry.incoming = m_draft.shape.incoming && index == 0;
        if (entry.incoming) {
            entry.from = Domain{touched.front().to_u64().value_or(0)};
            entry.start.destination = U256(m_draft.domain.id);
            entry.start.target = account(m_draft.domain.id, 0);
            entry.start.source = account(entry.from.id, 1);
            m_draft.table.incoming = {entry.start.target, entry.start.value, entry.start.data,
                                      entry.start.source, U256(entry.from.id)};
        }
        if (!entry.called) {
            entry.start.value = {};
        }
        available[entry.start.destination] += entry.start.value.to_u64().value_or(0);
    }

    std::uint32_t depth_of() {
        return static_cast<std::uint32_t>(m_random.below(std::uint64_t{m_draft.options.depth} + 1));
    }

    /// Dealt out in turn.
    [[nodiscard]] std::uint32_t spans_of(std::uint32_t index) const {
        const std::uint32_t entries = m_draft.options.entries;
        return m_draft.options.spans / entries + (index < m_draft.options.spans % entries ? 1 : 0);
    }

    /// The one or two rollups of an L1 entry, ascending; of an L2 table all other domains.
    std::vector<U256> touched_by(std::size_t batch) {
        if (!m_draft.shape.l1) {
            std::vector<U256> out{U256{}};
            for (const U256& id : m_draft.rollups(batch)) {
                if (id != U256(m_draft.domain.id)) {
                    out.push_back(id);
                }
            }
            return out;
        }
        std::vector<U256> out = m_draft.rollups(batch);
        while (out.size() > 2 || (out.size() == 2 && m_random.chance(2))) {
            out.erase(out.begin() + static_cast<std::ptrdiff_t>(m_random.below(out.size())));
        }
        return out;
    }

    void change_states(PlannedEntry& entry, const std::vector<U256>& touched) {
        const std::map<U256, U256> moved = flows(entry);
        for (const U256& rollup : touched) {
            const auto found = moved.find(rollup);
            Hash32& state = m_states[rollup];
            const Hash32 after = m_random.word();
            entry.deltas.push_back({rollup, state, after, found == moved.end() ? U256{} : found->second});
            state = after;
            const U256 balance = U256(m_balances[rollup]).plus(entry.deltas.back().ether);
            m_balances[rollup] = balance.to_u64().value_or(0);
        }
    }

    Draft& m_draft;
    Random& m_random;
    std::map<U256, Hash32> m_states;
    std::map<U256, std::uint64_t> m_balances; // wei
};

void add(std::map<U256, U256>& flows, const U256& rollup, const U256& value) {
    flows[rollup] = flows[rollup].plus(value);
}

void leaving_values(const Frame& frame, std::map<U256, U256>& flows) {
    for (const Item& item : frame) {
        for (const Leaving& nested : item.nested) { // a span has none of its own
            add(flows, nested.destination, nested.value);
            leaving_values(nested.frame, flows);
        }
    }
}

} // namespace

Shape::Shape(const table::TableFormat& format)
    : l1(format.side == table::Side::l1), events(format.events_read), batches(has_sub_batches(format)),
      incoming(has_incoming_call(format)), transient(l1 && format.binding == table::Binding::shared) {
    const table::FieldNames names = table::field_names(format);
    const codec::AbiType& type = table::type_of(format);
    for (std::uint32_t node = 0; node < type.size(); ++node) {
        const codec::AbiTypeNode& at = type.node(node);
        if (at.kind != codec::AbiKind::array || type.node(at.children[0]).kind != codec::AbiKind::tuple) {
            continue;
        }
        const table::FrameLayout layout = table::frame_layout(type, at.children[0]);
        const bool framed = layout.call_count && layout.nested;
        static_calls = static_calls || layout.call.is_static.has_value();
        if (at.name == names.lookups) {
            table_lookups = true;
            keyed_lookups = layout.call_number.has_value();
            framed_table_lookups = framed;
            pins = layout.pins && layout.pin.state_root;
        } else if (!names.entry_lookups.empty() && at.name == names.entry_lookups) {
            entry_lookups = layout.call_number.has_value();
            framed_entry_lookups = framed;
        }
    }
}

Draft::Draft(const Options& chosen, const table::TableFormat& format)
    : options(chosen), shape(format), random(chosen.seed), domain(shape.l1 ? l1_domain : Domain{own_rollup}) {
    options.format = &format;
    table.format = &format;
}

Entry& Draft::entry(std::size_t index) {
    for (Batch& one : table.batches) {
        if (index < one.entries.size()) {
            return one.entries[index];
        }
        index -= one.entries.size();
    }
    return table.batches.back().entries.back();
}

void Draft::expect(std::string_view rule, std::string place, Severity severity) {
    expected.push_back({std::string(rule), std::move(place), severity});
}

std::vector<U256> Draft::rollups(std::size_t batch) const {
    std::vector<U256> out;
    for (const RollupSystems& one : table.batches[batch].rollups) {
        out.push_back(one.rollup);
    }
    return out;
}

Address account(std::uint64_t domain, std::uint64_t number) {
    Bytes text;
    append(text, bytes_of("an account of nobody's"));
    append(text, U256(domain).to_word().view());
    append(text, U256(number).to_word().view());
    return Address::from(crypto::keccak256(text).view().subspan(12));
}

Call plain_call(Draft& draft, const U256& source) {
    Call out;
    out.target = account(draft.domain.id, draft.random.below(accounts));
    out.source = account(source.to_u64().value_or(0), draft.random.below(accounts));
    out.source_rollup = source;
    out.data = draft.random.bytes(4 + draft.random.below(most_data - 3));
    return out;
}

std::map<U256, U256> flows(const PlannedEntry& entry) {
    std::map<U256, U256> out;
    if (entry.called) {
        add(out, entry.start.destination, entry.start.value);
    }
    leaving_values(entry.start.frame, out);
    for (const Item& item : entry.start.frame) {
        if (!item.span && item.success) {
            add(out, item.call.source_rollup, U256{}.minus(item.call.value));
        }
    }
    return out;
}

void plan(Draft& draft) { Planner(draft).plan_all(); }

} // namespace anchorscope::synth
