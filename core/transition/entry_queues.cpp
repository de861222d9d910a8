#include "core/transition/entry_queues.h"

namespace anchorscope::transition {

EntryQueues::EntryQueues(const table::ExecutionTable& table)
    : m_l1(table.format->side == table::Side::l1), m_queues(1) {
    const std::size_t all = table.entries.size();
    if (table.batch) {
        const std::uint64_t count = table.batch->transient_entries.to_u64().value_or(all);
        m_transient = static_cast<std::size_t>(std::min<std::uint64_t>(count, all));
    }
    for (std::uint32_t i = 0; i < all; ++i) {
        std::size_t queue = 0;
        if (i >= m_transient) {
            const U256 rollup = m_l1 ? table.entries[i].destination_rollup.value_or(U256{}) : U256{};
            const auto [known, fresh] = m_by_rollup.try_emplace(rollup, m_queues.size());
            if (fresh) {
                m_queues.emplace_back();
            }
            queue = known->second;
        }
        m_queue.push_back(queue);
        m_position.push_back(m_queues[queue].entries.size());
        m_queues[queue].entries.push_back(i);
    }
}

void EntryQueues::begin_posting() {
    m_posting = m_l1;
    for (std::size_t i = 0; i < m_queues.size(); ++i) {
        m_undo.push_back({i, m_queues[i].cursor});
        m_queues[i].cursor = 0;
    }
}

void EntryQueues::end_posting() { m_posting = false; }

const EntryQueues::Queue* EntryQueues::queue_of(const U256& rollup) const {
    if (m_posting) {
        return m_transient > 0 ? m_queues.data() : nullptr; // the queues are filled when posting ends
    }
    const auto found = m_by_rollup.find(m_l1 ? rollup : U256{});
    return found == m_by_rollup.end() ? nullptr : &m_queues[found->second];
}

std::optional<std::uint32_t> EntryQueues::at(const U256& rollup, const U256& index) const {
    const Queue* const queue = queue_of(rollup);
    const std::optional<std::uint64_t> small = index.to_u64();
    const bool there = queue != nullptr && small && *small < queue->entries.size();
    return there ? std::optional(queue->entries[static_cast<std::size_t>(*small)]) : std::nullopt;
}

std::optional<std::uint32_t> EntryQueues::next(const U256& rollup) const {
    const Queue* const queue = queue_of(rollup);
    const bool there = queue != nullptr && queue->cursor < queue->entries.size();
    return there ? std::optional(queue->entries[queue->cursor]) : std::nullopt;
}

std::vector<std::uint32_t> EntryQueues::all_next() const {
    std::vector<std::uint32_t> out;
    if (m_queues.size() > max_queues_told_apart) {
        return out;
    }
    for (std::size_t i = m_posting ? 0 : 1; i < (m_posting ? 1 : m_queues.size()); ++i) {
        if (m_queues[i].cursor < m_queues[i].entries.size()) {
            out.push_back(m_queues[i].entries[m_queues[i].cursor]);
        }
    }
    return out;
}

void EntryQueues::consume(std::uint32_t entry) {
    Queue& queue = m_queues[m_queue[entry]];
    m_undo.push_back({m_queue[entry], queue.cursor});
    queue.cursor = m_position[entry] + 1;
}

void EntryQueues::undo_to(std::size_t mark) {
    while (m_undo.size() > mark) {
        m_queues[m_undo.back().queue].cursor = m_undo.back().cursor;
        m_undo.pop_back();
    }
}

} // namespace anchorscope::transition
