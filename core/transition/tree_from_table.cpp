#include "core/transition/tree_from_table.h"

namespace anchorscope::transition {
namespace {

/// Calls of the revert span that begins at call `first`, cut where the calls end; 0 where none begins.
std::size_t span_at(const table::Entry& entry, std::size_t first) {
    const std::size_t rest = entry.calls.size() - first;
    const std::uint64_t length = entry.calls[first].revert_span.to_u64().value_or(rest);
    return static_cast<std::size_t>(std::min<std::uint64_t>(length, rest));
}

void write_call(TreeWriter& writer, std::size_t index, Outcome outcome, bool placed) {
    writer.open_call(static_cast<std::uint32_t>(index), no_node, outcome, placed);
    writer.close_with_return();
}

} // namespace

bool decided_by_table(const table::ExecutionTable& table, const table::Entry& entry) {
    return table.format->scheme == table::Scheme::partitioned && entry.nested.empty();
}

void write_entry_from_table(TreeWriter& writer, const table::ExecutionTable& table, std::uint32_t index) {
    const table::Entry& entry = table.entries[index];
    const bool placed = entry.call_count == U256(entry.calls.size());
    writer.open_entry(index, {}, no_node, Outcome::unknown);
    for (std::size_t i = 0; i < entry.calls.size();) {
        const std::size_t span = span_at(entry, i);
        if (span == 0) {
            write_call(writer, i++, Outcome::unknown, placed);
            continue;
        }
        writer.open_span(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(span), no_node,
                         Outcome::rolled_back);
        for (const std::size_t end = i + span; i < end; ++i) {
            write_call(writer, i, Outcome::rolled_back, placed);
        }
        writer.close();
    }
    for (std::size_t i = 0; i < entry.nested.size(); ++i) {
        writer.open_nested(static_cast<std::uint32_t>(i), {}, no_node, Outcome::unknown, false);
        writer.close_with_return();
    }
    writer.lookups();
    writer.close_with_return();
}

} // namespace anchorscope::transition
