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

std::vector<Posting> postings(const Request& request, const Evidence& evidence) {
    std::vector<Posting> out;
    if (!request.expect.manager || !request.table || request.table->format->side != table::Side::l1) {
        return out;
    }
    for (std::size_t block = 0; block < evidence.blocks.size(); ++block) {
        const BlockEvidence& at = evidence.blocks[block];
        for (std::size_t index = 0; at.transactions_proven && index < at.transactions.size(); ++index) {
            if (carries_table(request, at.transactions[index])) {
                out.push_back(posting_at(request, evidence, block, index));
            }
        }
    }
    return out;
}

} // namespace

std::optional<Posting> locate_posting(const Request& request, const Evidence& evidence) {
    std::optional<Posting> best;
    std::tuple<bool, bool, bool, std::uint64_t, bool> best_rank;
    std::set<Hash32> accepted;
    for (const Posting& posting : postings(request, evidence)) {
        const chain::Header& header = evidence.blocks[posting.block].header;
        const bool authentic = authority_of(request, evidence, stated_chain(request), header).passed();
        if (posting.succeeded && authentic) {
            accepted.insert(header.hash);
        }
        const std::tuple rank{posting.succeeded, !posting.other_chain.has_value(), authentic, ~header.number,
                              evidence.blocks[posting.block].whole()}; // of one block, all of it
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

bool batch_seen(const Request& request, const Evidence& evidence) {
    if (!request.expect.manager) {
        return false;
    }
    std::vector<Finding> ignored;
    for (std::size_t index = 0; index < evidence.blocks.size(); ++index) {
        if (!evidence.blocks[index].receipts_proven) {
            continue;
        }
        const auto events =
            transition::manager_events(evidence.blocks[index], index, *request.expect.manager, ignored);
        if (std::ranges::any_of(events, [](const transition::ManagerEvent& event) {
                return std::holds_alternative<transition::BatchPosted>(event.body);
            })) {
            return true;
        }
    }
    return false;
}

} // namespace anchorscope::verify
