#include "core/anchor/absence.h"
#include "core/anchor/anchor_event.h"

namespace anchorscope::anchor {

Result<void> AbsenceProof::add(const chain::BlockEvidence& block) {
    const chain::Header& header = block.header;
    const std::string place = "block " + std::to_string(header.number);
    if (header.number != next() || header.number > m_goal.span.last) {
        return fail(rules::absence_order, "expected block " + std::to_string(next()), {}, place);
    }
    if (m_last && header.parent_hash != m_last->hash) {
        return fail(rules::absence_parent, "it does not follow the block before it: " + m_last->hash.hex(),
                    {}, place);
    }
    if (!block.whole()) {
        return fail(rules::absence_receipts, "only a part of the block's receipts is at hand", {}, place);
    }
    if (!block.receipts_proven || !block.whole()) {
        return fail(rules::absence_receipts,
                    block.whole() ? "the receipts do not give the header's receiptsRoot"
                                  : "a part of a block says nothing of what it does not hold",
                    {}, place);
    }
    static const Hash32 recorded = topic0(anchor_event_kinds().front());
    for (std::size_t index = 0; index < block.receipts.size(); ++index) {
        for (const chain::Log& log : block.receipts[index].logs) {
            // Wider than the demands of ERC-8281: a log that only resembles an anchor is told, not denied.
            const bool carries = log.topics.size() >= 2 && log.topics[0] == recorded &&
                                 std::ranges::find(m_goal.digests, log.topics[1]) != m_goal.digests.end();
            if (carries && (!m_goal.contract || *m_goal.contract == log.address)) {
                const bool known = block.transactions_proven && index < block.transactions.size();
                m_found.push_back({header.number, header.hash,
                                   known ? block.transactions[index].hash : Hash32{}, log.address,
                                   log.topics[1]});
            }
        }
    }
    m_receipts += block.receipts.size();
    m_last = Block{header.number, header.hash};
    return {};
}

std::string AbsenceProof::words() const {
    const std::string blocks =
        "blocks " + std::to_string(m_goal.span.first) + " to " + std::to_string(m_goal.span.last);
    if (!complete()) {
        return "receipts of " + blocks + " are not all verified";
    }
    if (!m_found.empty()) {
        return std::to_string(m_found.size()) + " such logs in " + blocks;
    }
    return "no such log in " + blocks + ": all " + std::to_string(m_receipts) + " receipts verified";
}

} // namespace anchorscope::anchor
