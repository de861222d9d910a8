#include "ui/sequence/l1_moments.h"
#include "core/chain/slot_clock.h"

namespace anchorscope::ui {

namespace {

class MomentList {
public:
    explicit MomentList(const ShownCase& shown) : m_shown(shown) {
        const auto chain = shown.report ? shown.report->chain_id : std::nullopt;
        if (chain) {
            m_clock = chain::slot_clock(*chain);
            if (shown.request) {
                const auto& stated = shown.request->slot_clocks; // the user's own go before the built-in ones
                const auto found = std::ranges::find(stated, *chain, &chain::SlotClock::chain_id);
                m_clock = found == stated.end() ? m_clock : &*found;
            }
        }
    }

    void add(quint32 node, std::size_t block, std::optional<std::size_t> transaction) {
        if (block >= m_shown.evidence->blocks.size()) {
            return;
        }
        const chain::Header& header = m_shown.evidence->blocks[block].header;
        if (m_last == std::pair(block, transaction)) {
            return;
        }
        paint::L1Moment moment;
        moment.node = node;
        moment.block = header.number;
        moment.slot = m_clock != nullptr ? chain::slot_of(*m_clock, header) : std::nullopt;
        if (transaction) {
            moment.transaction = static_cast<quint32>(*transaction);
        }
        m_start = m_start.value_or(header.timestamp);
        moment.seconds = header.timestamp - std::min(*m_start, header.timestamp);
        moment.same_block = m_last && m_last->first == block;
        m_last = std::pair(block, transaction);
        m_moments.push_back(moment);
    }

    std::vector<paint::L1Moment> take() { return std::move(m_moments); }

private:
    const ShownCase& m_shown;
    const chain::SlotClock* m_clock = nullptr;
    std::optional<std::uint64_t> m_start;
    std::optional<std::pair<std::size_t, std::optional<std::size_t>>> m_last;
    std::vector<paint::L1Moment> m_moments;
};

} // namespace

std::vector<paint::L1Moment> l1Moments(const ShownCase& shown) {
    if (!shown.usable() || !shown.evidence) {
        return {};
    }
    MomentList moments(shown);
    if (shown.report && shown.report->table_block) {
        moments.add(0, *shown.report->table_block, shown.report->table_transaction);
    }
    const transition::Tree& tree = *shown.tree;
    for (quint32 node = 1; node < tree.nodes.size(); ++node) {
        const transition::Node& at = tree.nodes[node];
        if (at.kind != transition::NodeKind::entry || at.entry >= tree.entries.size()) {
            continue;
        }
        const std::vector<std::uint32_t>& events = tree.entries[at.entry].events;
        if (!events.empty() && events.front() < tree.events.size()) {
            const transition::LogRef& log = tree.events[events.front()].log;
            moments.add(node, log.block, log.receipt_position());
        }
    }
    return moments.take();
}

} // namespace anchorscope::ui
