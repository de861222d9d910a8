// The newest blocks that were followed, each the parent of the next. Limits: keeps at most `kept` blocks; a
// reorganisation that goes deeper begins anew at the oldest height that is still known.
#pragma once
#include "core/base/hash32.h"
#include "model/watch/watch_judge.h"

namespace anchorscope::model {

class BlockLine {
public:
    struct Block {
        std::uint64_t number = 0;
        Hash32 hash;
        std::vector<WatchItem> items; ///< announced when it came
    };
    static constexpr std::size_t kept = 512;

    /// Begins at that height.
    void begin(std::uint64_t number) {
        m_blocks.clear();
        m_next = number;
    }
    [[nodiscard]] std::uint64_t next() const { return m_next; }
    [[nodiscard]] bool empty() const { return m_blocks.empty(); }
    [[nodiscard]] const Block& last() const { return m_blocks.back(); }
    /// The block at that height; null where none is kept.
    [[nodiscard]] const Block* at(std::uint64_t number) const;
    /// Whether a block at next() with this parent continues the line. The first one always does.
    [[nodiscard]] bool continuedBy(const Hash32& parent) const { return empty() || last().hash == parent; }
    void append(Block block);
    /// Takes the last block off; next() is its height.
    [[nodiscard]] Block pop();

private:
    std::deque<Block> m_blocks;
    std::uint64_t m_next = 0;
};

} // namespace anchorscope::model
