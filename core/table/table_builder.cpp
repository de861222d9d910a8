#include "core/table/table_builder.h"
#include "core/table/batch_reader.h"
#include "core/table/field_names.h"
#include "core/table/own_domain.h"
#include <cassert>

namespace anchorscope::table {
namespace {

using codec::AbiValue;

std::size_t count(const AbiValue& tuple, FieldIndex field) { return field ? tuple.at(*field).size() : 0; }
U256 number(const AbiValue& tuple, FieldIndex field) { return field ? tuple.at(*field).u256() : U256{}; }
Hash32 word(const AbiValue& tuple, FieldIndex field) { return field ? tuple.at(*field).word() : Hash32{}; }
Address address(const AbiValue& tuple, FieldIndex field) {
    return field ? tuple.at(*field).address() : Address{};
}
ByteView bytes(const AbiValue& tuple, FieldIndex field) {
    return field ? tuple.at(*field).bytes() : ByteView{};
}
std::uint64_t small(const AbiValue& tuple, FieldIndex field) { return field ? tuple.at(*field).u64() : 0; }

/// Appends every element of the array in `field` and returns the place of what was appended. `into` has room.
template<class T, class Read>
std::span<const T> read_list(const AbiValue& tuple, FieldIndex field, std::vector<T>& into, Read read) {
    if (!field) {
        return {};
    }
    const AbiValue array = tuple.at(*field);
    const std::size_t first = into.size();
    assert(into.capacity() - first >= array.size());
    for (std::size_t i = 0; i < array.size(); ++i) {
        into.push_back(read(array.at(i)));
    }
    return std::span<const T>(into).subspan(first);
}

} // namespace

TableBuilder::TableBuilder(std::shared_ptr<const TableSource> source, const TableFormat& format) {
    m_table->format = &format;
    m_table->source = std::move(source);
    m_body = table_body(m_table->arguments());
    const FieldNames names = field_names(format);
    std::uint32_t holder = m_body.type_index();
    if (names.batches.empty()) {
        m_holders.push_back(m_body);
    } else {
        const AbiValue batches = m_body[names.batches];
        holder = batches.type_node().children[0];
        m_holders.reserve(batches.size());
        for (std::size_t i = 0; i < batches.size(); ++i) {
            m_holders.push_back(batches.at(i));
        }
    }
    m_entries = part(holder, names.entries);
    m_lookups = part(holder, names.lookups);
}

TableBuilder::Part TableBuilder::part(std::uint32_t holder, std::string_view field_name) const {
    const codec::AbiType& type = m_body.type();
    const FieldIndex field = field_name.empty() ? std::nullopt : type.field_index(holder, field_name);
    if (!field) {
        return {};
    }
    const std::uint32_t element = element_of(type, holder, *field);
    Part out{field, frame_layout(type, element), {}};
    if (out.frame.lookups) {
        out.lookup = frame_layout(type, element_of(type, element, *out.frame.lookups));
    }
    return out;
}

std::shared_ptr<const ExecutionTable> TableBuilder::build() {
    reserve();
    ExecutionTable& table = *m_table;
    for (const AbiValue& holder : m_holders) {
        const std::size_t first_entry = table.m_entries.size();
        const std::size_t first_lookup = table.m_lookups.size();
        read_part(holder);
        if (holder.type_index() != m_body.type_index()) {
            table.sub_batches.push_back({first_entry, table.m_entries.size() - first_entry, first_lookup,
                                         table.m_lookups.size() - first_lookup,
                                         read_batch(holder).value_or(Batch{}), holder.range()});
        }
    }
    table.entries = table.m_entries;
    table.lookups = table.m_lookups;
    if (table.sub_batches.empty()) {
        table.batch = read_batch(m_body);
    }
    table.incoming = read_incoming(m_body);
    if (table.incoming && !table.entries.empty()) {
        table.own_domain = recover_own_domain(*table.incoming, table.entries[0].proxy_entry_hash);
    }
    return m_table;
}

void TableBuilder::read_part(const AbiValue& holder) {
    for (std::size_t i = 0; i < count(holder, m_entries.array); ++i) {
        m_table->m_entries.push_back(entry(holder.at(*m_entries.array).at(i)));
    }
    for (std::size_t i = 0; i < count(holder, m_lookups.array); ++i) {
        m_table->m_lookups.push_back(top_lookup(holder.at(*m_lookups.array).at(i)));
    }
}

void TableBuilder::reserve() {
    for (const AbiValue& holder : m_holders) {
        m_totals.entries += count_part(holder, m_entries, m_totals.entry_lookups);
        m_totals.lookups += count_part(holder, m_lookups, m_totals.nested_lookups);
    }
    ExecutionTable& table = *m_table;
    table.m_entries.reserve(m_totals.entries);
    table.m_lookups.reserve(m_totals.lookups);
    table.m_deltas.reserve(m_totals.deltas);
    table.m_calls.reserve(m_totals.calls);
    table.m_nested.reserve(m_totals.nested);
    table.m_entry_lookups.reserve(m_totals.entry_lookups);
    table.m_nested_lookups.reserve(m_totals.nested_lookups);
    table.m_pins.reserve(m_totals.pins);
    table.m_actions.reserve(m_totals.actions);
    table.m_scopes.reserve(m_totals.scopes);
    table.sub_batches.reserve(m_holders.size());
}

std::size_t TableBuilder::count_part(const AbiValue& holder, const Part& part, std::size_t& lookups) {
    const std::size_t elements = count(holder, part.array);
    for (std::size_t i = 0; i < elements; ++i) {
        const AbiValue value = holder.at(*part.array).at(i);
        count_frame(value, part.frame);
        const std::size_t inside = count(value, part.frame.lookups);
        lookups += inside;
        for (std::size_t j = 0; j < inside; ++j) {
            count_frame(value.at(*part.frame.lookups).at(j), part.lookup);
        }
    }
    return elements;
}

void TableBuilder::count_frame(const AbiValue& value, const FrameLayout& layout) {
    m_totals.deltas += count(value, layout.deltas);
    m_totals.calls += count(value, layout.calls);
    m_totals.nested += count(value, layout.nested);
    m_totals.pins += count(value, layout.pins);
    if (layout.next_action) {
        ++m_totals.actions;
        m_totals.scopes += count(value.at(*layout.next_action), layout.action.scope);
    }
}

Entry TableBuilder::entry(const AbiValue& value) {
    const FrameLayout& layout = m_entries.frame;
    Entry out;
    out.deltas = deltas(value, layout);
    out.proxy_entry_hash = word(value, layout.call_hash);
    if (layout.destination) {
        out.destination_rollup = number(value, layout.destination);
    }
    out.calls = calls(value, layout);
    out.nested = nested(value, layout);
    out.lookups = lookups(value, m_entries, m_table->m_entry_lookups);
    out.call_count = number(value, layout.call_count);
    out.return_data = bytes(value, layout.return_data);
    out.rolling_hash = word(value, layout.rolling_hash);
    if (layout.failed) {
        out.failed = small(value, layout.failed) != 0;
    }
    out.next_action = action(value, layout);
    out.range = value.range();
    return out;
}

const Action* TableBuilder::action(const AbiValue& value, const FrameLayout& layout) {
    if (!layout.next_action) {
        return nullptr;
    }
    const AbiValue action = value.at(*layout.next_action);
    const ActionLayout& at = layout.action;
    Action out;
    out.type = static_cast<std::uint8_t>(small(action, at.type));
    out.rollup_id = number(action, at.rollup_id);
    out.destination = address(action, at.destination);
    out.value = number(action, at.value);
    out.data = bytes(action, at.data);
    out.failed = small(action, at.failed) != 0;
    out.is_static = small(action, at.is_static) != 0;
    out.source = address(action, at.source);
    out.source_rollup = number(action, at.source_rollup);
    out.scope =
        read_list(action, at.scope, m_table->m_scopes, [](const AbiValue& one) { return one.u256(); });
    out.range = action.range();
    return &m_table->m_actions.emplace_back(out);
}

Lookup TableBuilder::top_lookup(const AbiValue& value) {
    Lookup out = lookup(value, m_lookups.frame);
    out.lookups = lookups(value, m_lookups, m_table->m_nested_lookups);
    return out;
}

Lookup TableBuilder::lookup(const AbiValue& value, const FrameLayout& layout) {
    Lookup out;
    out.call_hash = word(value, layout.call_hash);
    if (layout.destination) {
        out.destination_rollup = number(value, layout.destination);
    }
    out.return_data = bytes(value, layout.return_data);
    out.failed = small(value, layout.failed) != 0;
    out.call_number = small(value, layout.call_number);
    out.last_nested_consumed = small(value, layout.last_nested_consumed);
    out.executing_lookup = small(value, layout.executing_lookup);
    out.calls = calls(value, layout);
    out.nested = nested(value, layout);
    out.call_count = number(value, layout.call_count);
    out.rolling_hash = word(value, layout.rolling_hash);
    out.pins = pins(value, layout);
    out.range = value.range();
    return out;
}

std::span<const Lookup> TableBuilder::lookups(const AbiValue& value, const Part& part,
                                              std::vector<Lookup>& into) {
    return read_list(value, part.frame.lookups, into,
                     [&](const AbiValue& one) { return lookup(one, part.lookup); });
}

std::span<const StateDelta> TableBuilder::deltas(const AbiValue& value, const FrameLayout& layout) {
    const DeltaLayout& at = layout.delta;
    return read_list(value, layout.deltas, m_table->m_deltas, [&](const AbiValue& one) {
        return StateDelta{number(one, at.rollup_id),
                          at.current_state ? std::optional(word(one, at.current_state)) : std::nullopt,
                          word(one, at.new_state), number(one, at.ether_delta), one.range()};
    });
}

std::span<const Call> TableBuilder::calls(const AbiValue& value, const FrameLayout& layout) {
    const CallLayout& at = layout.call;
    return read_list(value, layout.calls, m_table->m_calls, [&](const AbiValue& one) {
        return Call{address(one, at.target),       number(one, at.value),
                    bytes(one, at.data),           address(one, at.source),
                    number(one, at.source_rollup), number(one, at.revert_span),
                    small(one, at.is_static) != 0, one.range()};
    });
}

std::span<const NestedCall> TableBuilder::nested(const AbiValue& value, const FrameLayout& layout) {
    const NestedLayout& at = layout.nested_call;
    return read_list(value, layout.nested, m_table->m_nested, [&](const AbiValue& one) {
        return NestedCall{word(one, at.call_hash), number(one, at.call_count), bytes(one, at.return_data),
                          one.range(),
                          at.destination ? std::optional(number(one, at.destination)) : std::nullopt};
    });
}

std::span<const StatePin> TableBuilder::pins(const AbiValue& value, const FrameLayout& layout) {
    const PinLayout& at = layout.pin;
    return read_list(value, layout.pins, m_table->m_pins, [&](const AbiValue& one) {
        return StatePin{number(one, at.rollup_id), word(one, at.state_root), one.range()};
    });
}

} // namespace anchorscope::table
