// Where the anchor's receipt is: by the transaction that is named, or by the digest alone.
#include "core/verify/locate.h"

namespace anchorscope::verify {
namespace {

using chain::BlockEvidence;

/// Orders candidates for the anchor's block: the greater, the better. The evidence is hostile anyway; what
/// matters is that junk beside a sound block does not hide it.
int rank(const Request& request, const Evidence& evidence, const BlockEvidence& block) {
    int points = 0;
    points += block.receipts_proven && block.transactions_proven ? 32 : 0;
    points += block.receipts_proven ? 2 : 0;
    points += authority_of(request, evidence, stated_chain(request), block.header).passed() ? 16 : 0;
    if (request.envelope) {
        points += request.envelope->block_hash == block.header.hash ? 8 : 0;
        points += request.envelope->block_number == block.header.number ? 4 : 0;
    }
    points += block.whole() ? 1 : 0; // says no less than a part of it
    return points;
}

/// More hosts have another block at that height than have this one: of blocks that are equal otherwise, it is
/// the last to be taken, whoever was asked first.
bool outweighed(const Request& request, const Evidence& evidence, const chain::Header& header) {
    const Authority authority = authority_of(request, evidence, stated_chain(request), header);
    return !authority.passed() && authority.sources.size() < authority.dissenting.size();
}

struct Candidate {
    int rank = -1;
    AnchorPlace place;
};

void take_if_better(Candidate& best, int rank, const AnchorPlace& place) {
    if (rank > best.rank) {
        best = {rank, place};
    }
}

/// The block that holds the transaction by its computed hash, whether or not its roots are proven.
Candidate holder_of(const Request& request, const Evidence& evidence, const Hash32& transaction) {
    Candidate best;
    for (std::size_t index = 0; index < evidence.blocks.size(); ++index) {
        const BlockEvidence& block = evidence.blocks[index];
        const auto found = std::ranges::find(block.transactions, transaction, &chain::Transaction::hash);
        if (found != block.transactions.end()) {
            AnchorPlace place;
            place.block = index;
            place.receipt = static_cast<std::size_t>(found - block.transactions.begin());
            const int standing = outweighed(request, evidence, block.header) ? 0 : 1;
            take_if_better(best, 2 * rank(request, evidence, block) + standing, place);
        }
    }
    return best;
}

bool named_by_endpoint(const Evidence& evidence, const Hash32& transaction, const Hash32& block_hash) {
    return std::ranges::any_of(evidence.endpoints, [&](const EndpointState& endpoint) {
        const auto answer = endpoint.receipts.find(transaction);
        return answer != endpoint.receipts.end() && answer->second &&
               answer->second->transaction_hash == transaction && answer->second->block_hash == block_hash;
    });
}

/// A block that the envelope or an endpoint names as the transaction's, though the transaction was not found
/// in it.
std::optional<AnchorPlace> named_block(const Request& request, const Evidence& evidence,
                                       const Hash32& transaction) {
    std::optional<AnchorPlace> out;
    for (std::size_t index = 0; index < evidence.blocks.size(); ++index) {
        const BlockEvidence& block = evidence.blocks[index];
        const bool by_envelope = request.envelope && request.envelope->block_hash == block.header.hash;
        const bool by_number = request.envelope && request.envelope->block_number == block.header.number &&
                               !request.envelope->block_hash &&
                               authority_of(request, evidence, stated_chain(request), block.header).passed();
        if (!by_envelope && !by_number && !named_by_endpoint(evidence, transaction, block.header.hash)) {
            continue;
        }
        AnchorPlace place;
        place.block = index;
        place.foreign = block.transactions_proven && block.whole();
        if (!out || (place.foreign && !out->foreign)) {
            out = place;
        }
    }
    return out;
}

/// A lone receipt of the transaction; failing that, one that was given in answer to it.
std::optional<AnchorPlace> lone_receipt_of(const Evidence& evidence, const Hash32& transaction) {
    std::optional<AnchorPlace> out;
    for (std::size_t index = 0; index < evidence.lone_receipts.size(); ++index) {
        const LoneReceipt& lone = evidence.lone_receipts[index];
        const bool own = lone.transaction_hash == transaction;
        if (own || (lone.asked == transaction && !out)) {
            out = AnchorPlace{};
            out->lone = index;
        }
        if (own) {
            break;
        }
    }
    return out;
}

/// What speaks for a log among several that carry the digest: contract and committer as stated, then a
/// contract that is built in, then a standard's own event, conformant.
int fitness(const Request& request, const chain::Log& log) {
    const auto& envelope = request.envelope;
    const auto& expect = request.expect;
    const auto reading = read_anchor_log(request, log);
    const auto chain = stated_chain(request);
    const bool plain = reading && reading->declared == nullptr && reading->carried.departure.empty();
    int points = 0;
    points += expect.contract == log.address ? 16 : 0;
    points += envelope && envelope->contract == log.address ? 8 : 0;
    points += expect.committer && reading && reading->carried.account == expect.committer ? 4 : 0;
    points += chain && anchor::known_contract(*chain, log.address) != nullptr ? 2 : 0;
    points += plain ? 1 : 0;
    return points;
}

/// The fittest of the logs that carry the digest; of equals the first.
std::size_t preferred(const Request& request, const chain::Receipt& receipt,
                      const std::vector<std::size_t>& positions) {
    return *std::ranges::max_element(
        positions, {}, [&](std::size_t position) { return fitness(request, receipt.logs[position]); });
}

void add_emitters(const chain::Receipt& receipt, const std::vector<std::size_t>& positions,
                  std::vector<Address>& to) {
    for (const std::size_t position : positions) {
        const Address& emitter = receipt.logs[position].address;
        if (std::ranges::find(to, emitter) == to.end()) {
            to.push_back(emitter);
        }
    }
}

/// Without an envelope and a transaction: any log in evidence that carries the digest.
AnchorPlace search_digest(const Request& request, const Evidence& evidence, const Hash32& digest) {
    Candidate best;
    std::size_t candidates = 0;
    std::vector<Address> emitters;
    for (std::size_t block = 0; block < evidence.blocks.size(); ++block) {
        for (std::size_t index = 0; index < evidence.blocks[block].receipts.size(); ++index) {
            const chain::Receipt& receipt = evidence.blocks[block].receipts[index];
            const auto positions = carrying_positions(request, receipt, digest);
            if (positions.empty()) {
                continue;
            }
            AnchorPlace place;
            place.block = block;
            place.receipt = index;
            place.position = preferred(request, receipt, positions);
            const bool contract_fits = request.expect.contract == receipt.logs[*place.position].address;
            candidates += positions.size();
            add_emitters(receipt, positions, emitters);
            take_if_better(best,
                           rank(request, evidence, evidence.blocks[block]) + (contract_fits ? 128 : 0) +
                               (receipt.succeeded ? 64 : 0),
                           place);
        }
    }
    best.place.candidates = candidates;
    best.place.emitters = std::move(emitters);
    return best.place;
}

/// Where no log carries the digest as the envelope's rule reads it, the one that comes nearest: the digest in
/// a malformed log, else another digest in the rule's event.
std::optional<std::size_t> nearest(const Request& request, const chain::Receipt& receipt) {
    const anchor::ExtractionRule rule = extraction_rule(request);
    std::optional<std::size_t> out;
    for (std::size_t position = 0; position < receipt.logs.size(); ++position) {
        const auto raw = anchor::raw_digest(rule, receipt.logs[position]);
        if (raw && raw == request.envelope->digest) {
            return position;
        }
        out = raw && !out ? position : out;
    }
    return out;
}

/// Fills in the log's position where it is not stated: only the digest says which log is meant.
void search_position(const Request& request, const Evidence& evidence, AnchorPlace& place) {
    const chain::Receipt* receipt = receipt_at(evidence, place);
    const auto digest = digest_expected(request);
    const bool stated = request.envelope && request.envelope->receipt_log_position;
    if (stated || receipt == nullptr || !digest) {
        return;
    }
    const auto positions = carrying_positions(request, *receipt, *digest);
    place.candidates = positions.size();
    add_emitters(*receipt, positions, place.emitters);
    if (!positions.empty()) {
        place.position = preferred(request, *receipt, positions);
    } else if (request.envelope) {
        place.position = nearest(request, *receipt);
    }
}

} // namespace

std::optional<std::uint64_t> stated_chain(const Request& request) {
    if (request.expect.chain_id) {
        return request.expect.chain_id;
    }
    return request.envelope ? request.envelope->chain_id : std::nullopt;
}

std::optional<Hash32> anchor_transaction(const Request& request) {
    return request.envelope ? request.envelope->tx_hash : request.anchor_tx;
}

std::optional<Hash32> digest_expected(const Request& request) {
    return request.envelope ? std::optional(request.envelope->digest) : request.expected_digest;
}

anchor::ExtractionRule extraction_rule(const Request& request) {
    return request.envelope ? request.envelope->rule : anchor::ExtractionRule::recorded;
}

Result<AnchorReading> read_anchor_log(const Request& request, const chain::Log& log) {
    auto by_rule = anchor::carried_by(extraction_rule(request), log);
    const auto digest = digest_expected(request);
    std::optional<AnchorReading> out;
    if (by_rule) {
        out = AnchorReading{*by_rule, nullptr};
    }
    if (request.envelope) { // its rule is binding
        return out ? Result<AnchorReading>(*std::move(out)) : tl::unexpected(by_rule.error());
    }
    for (const anchor::DeclaredEvent& event : request.declared_events) {
        auto carried = anchor::carried_by(event, log);
        const bool better = !out || (out->carried.digest != digest && carried && carried->digest == digest);
        if (carried && better) {
            out = AnchorReading{*std::move(carried), &event};
        }
    }
    return out ? Result<AnchorReading>(*std::move(out)) : tl::unexpected(by_rule.error());
}

AnchorPlace locate_anchor(const Request& request, const Evidence& evidence) {
    const auto transaction = anchor_transaction(request);
    const auto digest = digest_expected(request);
    if (!transaction) { // an envelope without an EVM transaction names nothing that could be searched for
        return digest && !request.envelope ? search_digest(request, evidence, *digest) : AnchorPlace{};
    }
    AnchorPlace place = holder_of(request, evidence, *transaction).place;
    if (!place.block) {
        const auto named = named_block(request, evidence, *transaction);
        const auto lone = lone_receipt_of(evidence, *transaction);
        place = named ? *named : lone.value_or(place); // a block that contradicts itself is not passed over
    }
    search_position(request, evidence, place);
    return place;
}

const chain::Receipt* receipt_at(const Evidence& evidence, const AnchorPlace& place) {
    if (place.lone) {
        return &evidence.lone_receipts[*place.lone].receipt;
    }
    if (!place.block || !place.receipt || *place.receipt >= evidence.blocks[*place.block].receipts.size()) {
        return nullptr;
    }
    return &evidence.blocks[*place.block].receipts[*place.receipt];
}

std::vector<std::size_t> carrying_positions(const Request& request, const chain::Receipt& receipt,
                                            const Hash32& digest) {
    std::vector<std::size_t> out;
    for (std::size_t position = 0; position < receipt.logs.size(); ++position) {
        const auto reading = read_anchor_log(request, receipt.logs[position]);
        if (reading && reading->carried.digest == digest) {
            out.push_back(position);
        }
    }
    return out;
}

std::optional<std::uint64_t> anchor_position(const Request& request, const AnchorPlace& place) {
    if (request.envelope && request.envelope->receipt_log_position) {
        return request.envelope->receipt_log_position;
    }
    return place.position ? std::optional<std::uint64_t>(*place.position) : std::nullopt;
}

} // namespace anchorscope::verify
