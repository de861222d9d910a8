// What to ask next. Each need disappears with its answer: a value, "not found", or the endpoint's failure.
// What an endpoint can be asked is bounded by what is wanted (two transactions, the blocks that endpoints
// name for them, their heights, the head, the headers below a pin, some traces).
#include "core/verify/locate.h"
#include "core/verify/proof_check.h"
#include "core/verify/report.h"

namespace anchorscope::verify {
namespace {

class Asker {
public:
    Asker(const Request& request, const Evidence& evidence) : m_request(request), m_evidence(evidence) {}

    std::vector<Need> run() {
        for (std::size_t index = 0; index < m_evidence.endpoints.size(); ++index) {
            if (!m_evidence.endpoints[index].failure && !m_evidence.endpoints[index].chain_id) {
                m_out.push_back({NeedKind::chain_id, index, {}, 0});
            } else if (usable(m_evidence.endpoints[index])) {
                m_usable.push_back(index);
            }
        }
        if (m_usable.empty()) {
            return std::move(m_out);
        }
        ask_locations();
        ask_blocks();
        if (wants_canonical()) {
            ask_heights();
            ask_heads();
            ask_walks();
            ask_traces();
            ask_calls();
            ask_rollups();
        }
        return bounded();
    }

private:
    const Request& m_request;
    const Evidence& m_evidence;
    std::vector<std::size_t> m_usable;
    std::vector<Need> m_out;

    [[nodiscard]] bool usable(const EndpointState& endpoint) const {
        const auto chain = stated_chain(m_request);
        return !endpoint.failure && endpoint.chain_id && (!chain || *endpoint.chain_id == *chain);
    }

    [[nodiscard]] bool wants_canonical() const {
        return m_request.policy >= Policy::block || !m_request.also.empty();
    }

    [[nodiscard]] std::vector<Hash32> transactions() const {
        std::vector<Hash32> out;
        for (const auto& transaction : {anchor_transaction(m_request), m_request.table_tx}) {
            if (transaction && std::ranges::find(out, *transaction) == out.end()) {
                out.push_back(*transaction);
            }
        }
        return out;
    }

    [[nodiscard]] bool in_evidence(const Hash32& transaction) const {
        return std::ranges::any_of(m_evidence.blocks, [&transaction](const chain::BlockEvidence& block) {
            return block.receipts_proven && block.find_transaction(transaction).has_value();
        });
    }

    /// No authority has it, and an endpoint that will be heard has another block at that height.
    [[nodiscard]] bool is_contested(const chain::Header& header) const {
        const auto chain = stated_chain(m_request);
        return std::ranges::any_of(m_usable,
                                   [&](std::size_t index) {
                                       return vote_of(m_evidence.endpoints[index], chain, header) ==
                                              Vote::differs;
                                   }) &&
               !authority_of(m_request, m_evidence, chain, header).passed();
    }

    /// In a block that a file gave, or in one that an endpoint gave and that no other contests: an endpoint
    /// may have made it up.
    [[nodiscard]] bool settled(const Hash32& transaction) const {
        return std::ranges::any_of(m_evidence.blocks, [&](const chain::BlockEvidence& block) {
            return block.receipts_proven && block.find_transaction(transaction).has_value() &&
                   (block.source.kind != chain::SourceKind::endpoint || !is_contested(block.header));
        });
    }

    /// The block that an endpoint names for a transaction has come, and is contested or does not hold it; or
    /// nobody has it.
    [[nodiscard]] bool is_spent(const Hash32& named, const Hash32& transaction) const {
        for (const chain::BlockEvidence& block : m_evidence.blocks) {
            const bool has_come = block.header.hash == named && block.receipts_proven;
            if (has_come && (block.whole() || is_contested(block.header))) {
                return is_contested(block.header) ||
                       (block.whole() && block.transactions_proven && !block.find_transaction(transaction));
            }
        }
        return std::ranges::all_of(
            m_usable, [&](std::size_t index) { return has_answered(m_evidence.endpoints[index], named); });
    }

    /// A block that cannot become better by asking again.
    [[nodiscard]] bool has_sound_block(const Hash32& hash) const {
        return std::ranges::any_of(m_evidence.blocks, [&hash](const chain::BlockEvidence& block) {
            return block.header.hash == hash && block.whole() && block.receipts_proven &&
                   (block.transactions_proven || !block.bodies_known);
        });
    }

    /// One endpoint after the other, until one has an answer.
    void ask_locations() {
        for (const Hash32& transaction : transactions()) {
            if (settled(transaction)) {
                continue;
            }
            for (const std::size_t index : m_usable) {
                const auto& known = m_evidence.endpoints[index].receipts;
                const auto answer = known.find(transaction);
                if (answer == known.end()) {
                    m_out.push_back({NeedKind::receipt_location, index, transaction, 0});
                    break;
                }
                if (answer->second && answer->second->transaction_hash == transaction &&
                    !is_spent(answer->second->block_hash, transaction)) {
                    break;
                }
            }
        }
    }

    /// Blocks that endpoints name for a wanted transaction; where none does, the one that the envelope names.
    [[nodiscard]] std::vector<Hash32> blocks() const {
        std::vector<Hash32> out;
        const auto want = [&out](const Hash32& hash) {
            if (std::ranges::find(out, hash) == out.end()) {
                out.push_back(hash);
            }
        };
        for (const Hash32& transaction : transactions()) {
            for (const std::size_t index : m_usable) {
                const auto& known = m_evidence.endpoints[index].receipts;
                const auto answer = known.find(transaction);
                if (!settled(transaction) && answer != known.end() && answer->second &&
                    answer->second->transaction_hash == transaction) {
                    want(answer->second->block_hash);
                }
            }
        }
        const bool asked_all = std::ranges::none_of(
            m_out, [](const Need& need) { return need.kind == NeedKind::receipt_location; });
        const auto& envelope = m_request.envelope;
        if (out.empty() && asked_all && envelope && envelope->block_hash && envelope->tx_hash &&
            !in_evidence(*envelope->tx_hash)) {
            want(*envelope->block_hash);
        }
        if (const auto part = incomplete_posting_block()) {
            want(*part);
        }
        if (rollup_search_wanted(m_request, m_evidence)) {
            for (const RollupSearch& search : m_evidence.rollup_searches) {
                std::ranges::for_each(search.blocks, want);
            }
        }
        return out;
    }

    /// A part of the block that accepted the table does not tell what was not executed.
    [[nodiscard]] std::optional<Hash32> incomplete_posting_block() const {
        const bool wanted =
            m_request.also.contains(RungId::execution) || m_request.also.contains(RungId::trajectory);
        const auto posting = wanted ? locate_posting(m_request, m_evidence) : std::nullopt;
        if (!posting || m_evidence.blocks[posting->block].whole()) {
            return {};
        }
        return m_evidence.blocks[posting->block].header.hash;
    }

    /// Every block hash that an endpoint can have been asked for.
    [[nodiscard]] bool was_named(const Hash32& hash) const {
        const auto& envelope = m_request.envelope;
        const bool by_part =
            std::ranges::any_of(m_evidence.blocks, [&hash](const chain::BlockEvidence& block) {
                return !block.whole() && block.header.hash == hash;
            });
        const bool by_search =
            std::ranges::any_of(m_evidence.rollup_searches, [&hash](const RollupSearch& each) {
                return std::ranges::find(each.blocks, hash) != each.blocks.end();
            });
        return by_part || by_search || (envelope && envelope->block_hash == hash) ||
               std::ranges::any_of(m_evidence.endpoints, [&hash](const EndpointState& endpoint) {
                   return std::ranges::any_of(endpoint.receipts, [&hash](const auto& answer) {
                       return answer.second && answer.second->block_hash == hash;
                   });
               });
    }

    /// Whether the endpoint has sent this block already, or one that does not hash to anything it was asked
    /// for: it gets no second chance.
    [[nodiscard]] bool has_answered(const EndpointState& endpoint, const Hash32& hash) const {
        return endpoint.missing_blocks.contains(hash) ||
               std::ranges::any_of(m_evidence.blocks, [&](const chain::BlockEvidence& block) {
                   return block.source.kind == chain::SourceKind::endpoint &&
                          block.source.name == endpoint.name &&
                          (block.header.hash == hash || !was_named(block.header.hash));
               });
    }

    void ask_blocks() {
        for (const Hash32& hash : blocks()) {
            if (!has_sound_block(hash) && !ask_first(NeedKind::block, hash, [&](const EndpointState& each) {
                    return !has_answered(each, hash);
                })) {
                ask_raw(hash);
            }
        }
        for (const Hash32& hash : incomplete_blocks()) {
            ask_raw(hash);
        }
    }

    /// What no endpoint could give as JSON, consensus bytes may hold: transactions of other types, or members
    /// that were left out.
    void ask_raw(const Hash32& hash) {
        ask_first(NeedKind::raw_block, hash, [&](const EndpointState& each) {
            return has_answered(each, hash) && !each.raw_unsupported &&
                   !each.missing_raw_blocks.contains(hash);
        });
    }

    /// Of the first endpoint that fits; whether there is one.
    template<class Fits>
    bool ask_first(NeedKind kind, const Hash32& hash, Fits fits) {
        const auto next = std::ranges::find_if(
            m_usable, [&](std::size_t index) { return fits(m_evidence.endpoints[index]); });
        if (next != m_usable.end()) {
            m_out.push_back({kind, *next, hash, 0});
        }
        return next != m_usable.end();
    }

    /// Given by endpoints, with receipts that hold, and without all of their transactions.
    [[nodiscard]] std::vector<Hash32> incomplete_blocks() const {
        std::vector<Hash32> out;
        for (const chain::BlockEvidence& block : m_evidence.blocks) {
            const Hash32& hash = block.header.hash;
            const bool bare = block.source.kind == chain::SourceKind::endpoint && block.whole() &&
                              block.receipts_proven && !block.transactions_proven;
            const bool complete = std::ranges::any_of(m_evidence.blocks, [&](const auto& other) {
                return other.header.hash == hash && other.whole() && other.transactions_proven;
            });
            if (bare && !complete && std::ranges::find(out, hash) == out.end()) {
                out.push_back(hash);
            }
        }
        return out;
    }

    [[nodiscard]] std::set<std::uint64_t> heights() const {
        std::set<std::uint64_t> out;
        if (const AnchorPlace place = locate_anchor(m_request, m_evidence); place.block) {
            out.insert(m_evidence.blocks[*place.block].header.number);
        }
        if (const auto posting = locate_posting(m_request, m_evidence)) {
            out.insert(m_evidence.blocks[posting->block].header.number);
        }
        if (m_request.also.contains(RungId::proof)) {
            for (const std::size_t index : rollup_blocks(m_request, m_evidence)) {
                out.insert(m_evidence.blocks[index].header.number);
            }
        }
        for (const Hash32& transaction : transactions()) {
            for (const chain::BlockEvidence& block : m_evidence.blocks) {
                if (block.source.kind == chain::SourceKind::endpoint && block.receipts_proven &&
                    block.find_transaction(transaction)) {
                    out.insert(block.header.number);
                }
            }
        }
        return out;
    }

    void ask_heights() {
        for (const std::uint64_t height : heights()) {
            for (const std::size_t index : m_usable) {
                const EndpointState& endpoint = m_evidence.endpoints[index];
                if (!endpoint.canonical.contains(height) && !endpoint.unusable_heights.contains(height)) {
                    m_out.push_back({NeedKind::canonical_hash, index, {}, height});
                }
            }
        }
    }

    void ask_heads() {
        if (heights().empty()) {
            return;
        }
        for (const std::size_t index : m_usable) {
            const EndpointState& endpoint = m_evidence.endpoints[index];
            if (!endpoint.finalized_number && !endpoint.finality_unsupported) {
                m_out.push_back({NeedKind::finalized_head, index, {}, 0});
            }
        }
    }

    [[nodiscard]] const chain::HeaderWalk* walk_from(const Pin& pin) const {
        const auto found = std::ranges::find_if(m_evidence.walks, [&pin](const chain::HeaderWalk& walk) {
            return walk.from() == pin.hash && walk.number() == pin.number;
        });
        return found == m_evidence.walks.end() ? nullptr : &*found;
    }

    /// Headers from every newer pin down to the wanted heights, of one endpoint after the other.
    void ask_walks() {
        const auto chain = stated_chain(m_request);
        for (const std::uint64_t height : heights()) {
            const bool pinned = std::ranges::any_of(
                m_request.pins, [&](const Pin& pin) { return pin_applies(pin, chain, height); });
            for (const Pin& pin : m_request.pins) {
                const bool reaches = pin.number > height && pin.number - height <= chain::max_walk;
                if (!pinned && reaches && pin_applies(pin, chain, pin.number)) {
                    ask_walk(pin, height);
                }
            }
        }
    }

    void ask_walk(const Pin& pin, std::uint64_t height) {
        const auto chain = stated_chain(m_request);
        const chain::HeaderWalk fresh(pin.number, pin.hash);
        const chain::HeaderWalk* known = walk_from(pin);
        const chain::HeaderWalk& walk = known == nullptr ? fresh : *known;
        if (walk.is_full() || pinned_hash(pin, m_evidence, chain, height)) {
            return;
        }
        const bool far =
            pin.number - height > short_walk && pin.number - height <= chain::history_window_blocks;
        if (far && !walk.headers().empty() && ask_history(pin, height)) {
            return;
        }
        const bool first_alone = far && walk.headers().empty(); // its state may hold the hash
        const std::uint64_t left = first_alone ? 1 : walk.next_number() - height;
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, headers_at_once));
        for (const std::size_t index : m_usable) {
            if (!m_evidence.endpoints[index].missing_headers.contains(walk.next_hash())) {
                m_out.push_back({NeedKind::header, index, walk.next_hash(), walk.next_number(), count});
                return;
            }
        }
    }

    /// Whether there is somebody to ask.
    bool ask_history(const Pin& pin, std::uint64_t height) {
        for (const std::size_t index : m_usable) {
            if (!m_evidence.endpoints[index].missing_histories.contains({pin.hash, height})) {
                m_out.push_back({NeedKind::history_proof, index, pin.hash, height});
                return true;
            }
        }
        return false;
    }

    void ask_traces() {
        for (const Hash32& transaction : transactions_to_trace(m_request, m_evidence)) {
            for (const std::size_t index : m_usable) {
                const EndpointState& endpoint = m_evidence.endpoints[index];
                const Answered answered = traced(endpoint, transaction);
                if (answered == Answered::no) {
                    m_out.push_back({NeedKind::trace, index, transaction, 0});
                }
                if (answered != Answered::in_vain) {
                    break;
                }
            }
        }
    }

    /// Of one endpoint after the other, until one has an output.
    void ask_calls() {
        const ProofCheck check = check_proofs(m_request, m_evidence);
        for (const ContractCall& call : check.missing) {
            const Hash32& at = m_evidence.blocks[check.block].header.hash;
            const auto asked = [&](const EndpointState& endpoint) {
                return std::ranges::any_of(m_evidence.calls, [&](const CallAnswer& answer) {
                    return answer.source.name == endpoint.name && answer.block == at &&
                           answer.to == call.to && answer.data == call.data;
                });
            };
            const auto next = std::ranges::find_if(
                m_usable, [&](std::size_t index) { return !asked(m_evidence.endpoints[index]); });
            if (next != m_usable.end()) {
                m_out.push_back({NeedKind::call, *next, at, 0, 1, call.to, call.data});
            }
        }
    }

    /// Of one endpoint after the other, while a rollup's contract is not known; last of all, for it may take
    /// long.
    void ask_rollups() {
        const auto wanted = m_out.empty() ? rollup_search_wanted(m_request, m_evidence) : std::nullopt;
        for (std::size_t i = 0; wanted && i < m_usable.size(); ++i) {
            const std::string& name = m_evidence.endpoints[m_usable[i]].name;
            const bool done =
                std::ranges::any_of(m_evidence.rollup_searches,
                                    [&name](const RollupSearch& each) { return each.source.name == name; });
            if (!done) {
                Need need{NeedKind::rollup_logs, m_usable[i], {}, wanted->last};
                need.to = *m_request.expect.manager;
                need.keys = wanted->ids;
                m_out.push_back(std::move(need));
                return;
            }
        }
    }

    enum class Answered : std::uint8_t { no, well, in_vain };
    [[nodiscard]] Answered traced(const EndpointState& endpoint, const Hash32& transaction) const {
        if (endpoint.missing_traces.contains(transaction)) {
            return Answered::in_vain;
        }
        for (const TraceEvidence& trace : m_evidence.traces) {
            if (trace.transaction == transaction && trace.source.kind == chain::SourceKind::endpoint &&
                trace.source.name == endpoint.name) {
                return fits(trace) ? Answered::well : Answered::in_vain;
            }
        }
        return Answered::no;
    }

    [[nodiscard]] bool fits(const TraceEvidence& trace) const {
        return std::ranges::any_of(m_evidence.blocks, [&trace](const chain::BlockEvidence& block) {
            const auto index = block.find_transaction(trace.transaction);
            return index && trace_fits(*trace.trace, block.transactions[*index]);
        });
    }

    [[nodiscard]] std::vector<Need> bounded() const {
        std::vector<Need> out;
        std::map<std::size_t, std::size_t> asked;
        for (const Need& need : m_out) {
            if (++asked[need.endpoint] <= max_needs_per_endpoint) {
                out.push_back(need);
            }
        }
        return out;
    }
};

} // namespace

std::vector<Need> next_needs(const Request& request, const Evidence& evidence) {
    const bool nothing_outside = request.policy == Policy::digest && request.also.empty();
    if (request.offline || request.malformed || nothing_outside) {
        return {};
    }
    return Asker(request, evidence).run();
}

} // namespace anchorscope::verify
