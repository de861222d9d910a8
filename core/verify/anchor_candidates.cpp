#include "core/verify/anchor_candidates.h"
#include "core/anchor/anchor_event.h"

namespace anchorscope::verify {
namespace {

/// What the log is by the registry; else by each of the user's declarations.
std::vector<AnchorCandidate> anchors_in(const chain::Log& log,
                                        std::span<const anchor::DeclaredEvent> declared) {
    std::vector<AnchorCandidate> out;
    if (const auto event = anchor::read_anchor_event(log); event && event->flaw.empty()) {
        AnchorCandidate& one = out.emplace_back();
        one.kind = event->kind->id;
        one.digest = event->digest;
        one.account = event->account;
        return out;
    }
    for (const anchor::DeclaredEvent& event : declared) {
        const auto carried = anchor::carried_by(event, log);
        if (carried && std::ranges::find(out, carried->digest, &AnchorCandidate::digest) == out.end()) {
            AnchorCandidate& one = out.emplace_back();
            one.kind = declared_kind;
            one.digest = carried->digest;
        }
    }
    return out;
}

/// Collects the anchors of one block, receipt by receipt.
class AnchorFinder {
public:
    AnchorFinder(const chain::BlockEvidence& block, std::span<const anchor::DeclaredEvent> declared)
        : m_block(block), m_declared(declared) {}

    AnchorCandidates run() {
        for (std::size_t receipt = 0; receipt < m_block.receipts.size() && !m_out.cut; ++receipt) {
            look_at(receipt);
        }
        return std::move(m_out);
    }

private:
    const chain::BlockEvidence& m_block;
    std::span<const anchor::DeclaredEvent> m_declared;
    std::uint64_t m_logs_before = 0;
    AnchorCandidates m_out;

    void look_at(std::size_t receipt) {
        const chain::Receipt& in = m_block.receipts[receipt];
        for (std::size_t position = 0; position < in.logs.size(); ++position) {
            for (AnchorCandidate& found : anchors_in(in.logs[position], m_declared)) {
                if (m_out.anchors.size() == max_anchors) {
                    m_out.cut = true;
                    return;
                }
                found.contract = in.logs[position].address;
                found.receipt = receipt;
                found.position = position;
                found.log_index = m_logs_before + position;
                found.succeeded = in.succeeded && !in.post_state;
                if (m_block.transactions_proven) {
                    found.transaction_hash = m_block.transactions[receipt].hash;
                }
                m_out.anchors.push_back(found);
            }
        }
        m_logs_before += in.logs.size();
    }
};

} // namespace

AnchorCandidates anchor_candidates(const chain::BlockEvidence& block,
                                   std::span<const anchor::DeclaredEvent> declared) {
    if (!block.receipts_proven || !block.whole()) {
        return {};
    }
    return AnchorFinder(block, declared).run();
}

} // namespace anchorscope::verify
