#include "core/verify/rollup_contracts.h"
#include "core/crypto/hash_function.h"
#include "core/transition/manager_events.h"
#include "core/verify/wording.h"

namespace anchorscope::verify {
namespace {

/// Ids of the batch's rollups that fit in 64 bits; empty where one does not, or there are too many.
std::vector<std::uint64_t> ids_of(const Request& request) {
    std::vector<std::uint64_t> out;
    if (!request.table || !request.table->batch || !request.expect.manager ||
        request.table->batch->rollups.size() > max_rollups_searched) {
        return {};
    }
    for (const table::RollupProofs& rollup : request.table->batch->rollups) {
        const auto id = rollup.rollup_id.to_u64();
        if (!id) {
            return {};
        }
        out.push_back(*id);
    }
    return out;
}

struct Registration {
    std::uint64_t id = 0;
    Address contract;
};

/// What the manager logged in one block about these rollups; only in receipts of transactions that succeeded.
std::vector<Registration> registrations(const chain::BlockEvidence& block, const Address& manager,
                                        const std::vector<std::uint64_t>& ids) {
    std::vector<Registration> out;
    for (const chain::Receipt& receipt : block.receipts) {
        if (!block.receipts_proven || !receipt.succeeded || receipt.post_state) {
            continue;
        }
        for (const chain::Log& log : receipt.logs) {
            const auto event = log.address == manager ? transition::decode_manager_event(log, {})
                                                      : Result<transition::ManagerEvent>(fail("", ""));
            const auto* created = event ? std::get_if<transition::RollupCreated>(&event->body) : nullptr;
            const auto id = created == nullptr ? std::nullopt : created->rollup_id.to_u64();
            if (id && std::ranges::find(ids, *id) != ids.end()) {
                out.push_back({*id, created->contract});
            }
        }
    }
    return out;
}

} // namespace

RollupContracts rollup_contracts(const Request& request, const Evidence& evidence, std::size_t upto) {
    RollupContracts out;
    const auto ids = ids_of(request);
    const bool wanted = request.also.contains(RungId::proof);
    for (const auto& [id, contract] : request.rollup_contracts) {
        out.known.insert({id, {contract, {}}});
    }
    for (std::size_t index = 0; index < evidence.blocks.size(); ++index) {
        const chain::BlockEvidence& block = evidence.blocks[index];
        const auto found = !wanted || ids.empty() || block.header.number > evidence.blocks[upto].header.number
                               ? std::vector<Registration>()
                               : registrations(block, *request.expect.manager, ids);
        if (found.empty() || !authority_of(request, evidence, stated_chain(request), block.header).passed()) {
            continue;
        }
        for (const Registration& each : found) {
            const auto [known, added] = out.known.insert({each.id, {each.contract, index}});
            if (!added && known->second.address != each.contract) {
                out.conflict =
                    cat({known->second.block
                             ? "The manager logged two contracts of rollup "
                             : "The manager logged another contract than the stated one of rollup ",
                         std::to_string(each.id), ": ", known->second.address.hex(), " and ",
                         each.contract.hex(), "."});
            }
        }
    }
    for (const std::uint64_t id : ids) {
        if (!out.known.contains(id)) {
            out.unknown.push_back(U256(id).to_word());
        }
    }
    return out;
}

std::optional<RollupSearchWanted> rollup_search_wanted(const Request& request, const Evidence& evidence) {
    if (!request.also.contains(RungId::proof) || ids_of(request).empty()) {
        return {};
    }
    const auto block = batch_block(request, evidence);
    if (!block || evidence.blocks[*block].header.number > anchor::max_block_number) {
        return {};
    }
    if (const auto posting = locate_posting(request, evidence); posting && posting->succeeded) {
        return {};
    }
    RollupContracts contracts = rollup_contracts(request, evidence, *block);
    if (contracts.unknown.empty()) {
        return {};
    }
    return RollupSearchWanted{std::move(contracts.unknown), evidence.blocks[*block].header.number};
}

anchor::LogSearchGoal rollup_search_goal(const Need& need, std::uint64_t chain_id) {
    static const Hash32 created = crypto::keccak256(bytes_of("RollupCreated(uint256,address,bytes32)"));
    return {chain_id, need.keys, need.to, {0, need.number}, need.number, created};
}

std::vector<std::size_t> rollup_blocks(const Request& request, const Evidence& evidence) {
    std::vector<std::size_t> out;
    const auto ids = ids_of(request);
    for (std::size_t index = 0; !ids.empty() && index < evidence.blocks.size(); ++index) {
        if (!registrations(evidence.blocks[index], *request.expect.manager, ids).empty()) {
            out.push_back(index);
        }
    }
    return out;
}

} // namespace anchorscope::verify
