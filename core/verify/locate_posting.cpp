// Where the table was posted: a transaction to the manager that carries exactly its bytes.
#include "core/transition/manager_events.h"
#include "core/verify/locate.h"
#include "core/verify/wording.h"
#include <tuple>

namespace anchorscope::verify {
namespace {

using chain::BlockEvidence;

bool carries_table(const Request& request, const chain::Transaction& transaction) {
    return transaction.to == request.expect.manager &&
           equal(transaction.input_bytes(), request.table->calldata()) &&
           (!request.table_tx || *request.table_tx == transaction.hash);
}

Posting posting_at(const Request& request, const Evidence& evidence, std::size_t block, std::size_t index) {
    const BlockEvidence& at = evidence.blocks[block];
    Posting posting;
    posting.block = block;
    posting.transaction = index;
    posting.receipt_proven = at.receipts_proven && index < at.receipts.size();
    posting.succeeded =
        posting.receipt_proven && at.receipts[index].succeeded && !at.receipts[index].post_state.has_value();
    posting.other_chain = foreign_chain(at, stated_chain(request));
    return posting;
}

/// The manager logged a batch in this receipt, of as many rollups as the table's.
bool batch_posted(const Request& request, const BlockEvidence& block, std::size_t index) {
    if (!block.receipts_proven || index >= block.receipts.size()) {
        return false;
    }
    return std::ranges::any_of(block.receipts[index].logs, [&request](const chain::Log& log) {
        if (log.address != request.expect.manager) {
            return false;
        }
        const auto event = transition::decode_manager_event(log, {});
        const auto* posted = event ? std::get_if<transition::BatchPosted>(&event->body) : nullptr;
        const bool counted = request.table && request.table->batch;
        return posted != nullptr &&
               (!counted || posted->rollup_count == U256(request.table->batch->rollups.size()));
    });
}

/// The first trace of an endpoint in which the transaction calls the manager with the table.
std::optional<std::size_t> trace_of_posting(const Request& request, const Evidence& evidence,
                                            const chain::Transaction& transaction) {
    for (std::size_t index = 0; index < evidence.traces.size(); ++index) {
        const TraceEvidence& each = evidence.traces[index];
        if (each.source.kind == chain::SourceKind::endpoint && each.transaction == transaction.hash &&
            trace_fits(*each.trace, transaction) &&
            each.trace->find_call(*request.expect.manager, request.table->calldata())) {
            return index;
        }
    }
    return {};
}

/// Posted in an inner call: the receipt shows that the manager took a batch and succeeded, the trace which.
std::optional<Posting> traced_posting_at(const Request& request, const Evidence& evidence, std::size_t block,
                                         std::size_t index) {
    const BlockEvidence& at = evidence.blocks[block];
    const chain::Transaction& transaction = at.transactions[index];
    const bool named = !request.table_tx || *request.table_tx == transaction.hash;
    const auto trace = named ? trace_of_posting(request, evidence, transaction) : std::nullopt;
    if (!trace || !batch_posted(request, at, index)) {
        return {};
    }
    Posting posting = posting_at(request, evidence, block, index);
    posting.trace = trace;
    return posting;
}

bool can_be_posted(const Request& request) {
    return request.expect.manager && request.table && request.table->format->side == table::Side::l1;
}

std::vector<Posting> postings(const Request& request, const Evidence& evidence) {
    std::vector<Posting> out;
    if (!can_be_posted(request)) {
        return out;
    }
    for (std::size_t block = 0; block < evidence.blocks.size(); ++block) {
        const BlockEvidence& at = evidence.blocks[block];
        for (std::size_t index = 0; at.transactions_proven && index < at.transactions.size(); ++index) {
            if (carries_table(request, at.transactions[index])) {
                out.push_back(posting_at(request, evidence, block, index));
            } else if (auto traced = traced_posting_at(request, evidence, block, index)) {
                out.push_back(*traced);
            }
        }
    }
    return out;
}

} // namespace

std::optional<Posting> locate_posting(const Request& request, const Evidence& evidence) {
    std::optional<Posting> best;
    std::tuple<bool, bool, bool, bool, std::uint64_t, bool> best_rank;
    std::set<Hash32> accepted;
    for (const Posting& posting : postings(request, evidence)) {
        const chain::Header& header = evidence.blocks[posting.block].header;
        const bool authentic = authority_of(request, evidence, stated_chain(request), header).passed();
        if (posting.succeeded && authentic) {
            accepted.insert(header.hash);
        }
        const std::tuple rank{
            posting.succeeded, !posting.other_chain.has_value(),      authentic, !posting.trace.has_value(),
            ~header.number,    evidence.blocks[posting.block].whole()}; // of one block, all of it
        if (!best || rank > best_rank) {
            best = posting;
            best_rank = rank;
        }
    }
    if (best) {
        best->accepted = accepted.size();
    }
    return best;
}

bool trace_fits(const chain::CallTrace& trace, const chain::Transaction& transaction) {
    if (trace.frames.empty()) {
        return false;
    }
    const chain::CallFrame& outermost = trace.frames.front();
    return transaction.to && outermost.type == chain::CallType::call && outermost.to == transaction.to &&
           outermost.value == transaction.value && equal(outermost.input, transaction.input_bytes());
}

std::vector<Hash32> transactions_to_trace(const Request& request, const Evidence& evidence) {
    std::vector<Hash32> named, others;
    const auto posting = locate_posting(request, evidence);
    if (!can_be_posted(request) || (posting && posting->succeeded)) {
        return {};
    }
    const auto anchor = anchor_transaction(request);
    for (const BlockEvidence& block : evidence.blocks) {
        for (std::size_t index = 0; block.transactions_proven && index < block.transactions.size(); ++index) {
            const Hash32& hash = block.transactions[index].hash;
            const bool wanted = !request.table_tx || *request.table_tx == hash;
            auto& to = hash == request.table_tx || hash == anchor ? named : others;
            if (wanted && batch_posted(request, block, index) && std::ranges::find(to, hash) == to.end()) {
                to.push_back(hash);
            }
        }
    }
    named.insert(named.end(), others.begin(), others.end());
    named.resize(std::min(named.size(), max_traces));
    return named;
}

std::optional<std::uint64_t> foreign_chain(const BlockEvidence& block, std::optional<std::uint64_t> chain) {
    if (!chain || !block.transactions_proven) {
        return {};
    }
    const auto found = std::ranges::find_if(block.transactions, [&chain](const chain::Transaction& each) {
        return each.chain_id && *each.chain_id != *chain;
    });
    return found == block.transactions.end() ? std::nullopt : found->chain_id;
}

std::string place_in(const BlockEvidence& block, std::size_t index) {
    const std::string place = std::to_string(block.position_of(index) + 1);
    return block.whole() ? cat({place, " of ", std::to_string(block.receipts.size())}) : place;
}

std::string only_at_hand(const BlockEvidence& block) {
    return cat({"only ", counted(block.receipts.size(), "receipt", "receipts"), " of block ",
                std::to_string(block.header.number),
                block.receipts.size() == 1 ? " is at hand" : " are at hand"});
}

namespace {

/// Only there because a search for the rollups' contracts named it.
bool searched_for(const Evidence& evidence, const Hash32& block) {
    return std::ranges::any_of(evidence.rollup_searches, [&block](const RollupSearch& search) {
        return std::ranges::find(search.blocks, block) != search.blocks.end();
    });
}

} // namespace

std::optional<std::size_t> batch_block(const Request& request, const Evidence& evidence) {
    std::optional<std::size_t> best;
    std::pair<bool, bool> best_rank;
    for (std::size_t index = 0; request.expect.manager && index < evidence.blocks.size(); ++index) {
        const BlockEvidence& block = evidence.blocks[index];
        bool posted = false;
        for (std::size_t receipt = 0; receipt < block.receipts.size() && !posted; ++receipt) {
            posted = batch_posted(request, block, receipt);
        }
        if (!posted) {
            continue;
        }
        const std::pair rank{!searched_for(evidence, block.header.hash),
                             authority_of(request, evidence, stated_chain(request), block.header).passed()};
        if (!best || rank > best_rank) {
            best = index;
            best_rank = rank;
        }
    }
    return best;
}

} // namespace anchorscope::verify
