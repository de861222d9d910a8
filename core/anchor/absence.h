// That a range of blocks holds no Recorded event of a digest: every receipt of every block verified against
// its header, headers linked by parent hash. As strong as the hash of the last header: nothing else is
// authenticated here.
#pragma once
#include "core/anchor/log_search.h"
#include "core/chain/block_evidence.h"

namespace anchorscope::anchor {

namespace rules {
inline constexpr std::string_view absence_order = "absence.order";   ///< not the next block
inline constexpr std::string_view absence_parent = "absence.parent"; ///< does not follow the block before
inline constexpr std::string_view absence_receipts =
    "absence.receipts"; ///< missing, or they do not give the header's root
} // namespace rules

class AbsenceProof {
public:
    explicit AbsenceProof(LogSearchGoal goal) : m_goal(std::move(goal)) {}

    /// The next block of the span, ascending. After an error nothing has changed.
    [[nodiscard]] Result<void> add(const chain::BlockEvidence& block);
    [[nodiscard]] std::uint64_t next() const { return m_last ? m_last->number + 1 : m_goal.span.first; }
    [[nodiscard]] bool complete() const { return m_last && m_last->number == m_goal.span.last; }
    /// Logs that are there after all, each in proven receipts.
    [[nodiscard]] const std::vector<LogHint>& found() const { return m_found; }
    /// "no such log in blocks 3 to 9: all receipts verified", only when complete and nothing was found.
    [[nodiscard]] std::string words() const;
    /// Hash of the last block added, on whose authenticity all of it rests.
    [[nodiscard]] std::optional<Hash32> last_hash() const {
        return m_last ? std::optional(m_last->hash) : std::nullopt;
    }

private:
    struct Block {
        std::uint64_t number = 0;
        Hash32 hash;
    };
    LogSearchGoal m_goal;
    std::optional<Block> m_last;
    std::uint64_t m_receipts = 0;
    std::vector<LogHint> m_found;
};

} // namespace anchorscope::anchor
