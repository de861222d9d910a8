// Which entry of a table comes next: the transient table with its one cursor while the batch is being
// posted, a queue with a cursor for each rollup behind that; on L2 the loaded table. What a call that fails
// consumed is given back.
#pragma once
#include "core/table/execution_table.h"
#include <map>

namespace anchorscope::transition {

/// Queues of which all_next tells the next entries; with more it tells none.
inline constexpr std::size_t max_queues_told_apart = 64;

class EntryQueues {
public:
    explicit EntryQueues(const table::ExecutionTable& table);

    /// Posting begins: the transient entries are there, and the queues are empty.
    void begin_posting();
    /// The transient entries are dropped, the others are in their queues.
    void end_posting();
    [[nodiscard]] bool posting() const { return m_posting; }
    [[nodiscard]] std::size_t transient() const { return m_transient; }

    /// The entry at an index of the transient table (while posting), of the rollup's queue, or (L2) of the
    /// table.
    [[nodiscard]] std::optional<std::uint32_t> at(const U256& rollup, const U256& index) const;
    /// The entry that comes next for a rollup.
    [[nodiscard]] std::optional<std::uint32_t> next(const U256& rollup) const;
    /// The entries that come next, one a queue.
    [[nodiscard]] std::vector<std::uint32_t> all_next() const;
    /// Everything up to the entry and itself is consumed.
    void consume(std::uint32_t entry);

    /// What a mark was taken for can be undone to it.
    [[nodiscard]] std::size_t mark() const { return m_undo.size(); }
    void undo_to(std::size_t mark);

    /// Queue index of an entry (of the transient table, of its rollup's queue).
    [[nodiscard]] std::size_t position(std::uint32_t entry) const { return m_position[entry]; }
    [[nodiscard]] bool is_transient(std::uint32_t entry) const { return entry < m_transient; }

private:
    struct Queue {
        std::vector<std::uint32_t> entries;
        std::size_t cursor = 0;
    };
    struct Undo {
        std::size_t queue, cursor;
    };
    [[nodiscard]] const Queue* queue_of(const U256& rollup) const;

    bool m_l1;
    bool m_posting = false;
    std::size_t m_transient = 0;
    std::vector<Queue> m_queues; // the transient table first
    std::map<U256, std::size_t> m_by_rollup;
    std::vector<std::size_t> m_queue, m_position; // of each entry
    std::vector<Undo> m_undo;
};

} // namespace anchorscope::transition
