// Chooses the block whose events the tree is built from. A tree may show events that the rung `execution`
// does not accept; it says itself what it is built from.
#include "core/verify/locate.h"
#include "core/verify/report.h"

namespace anchorscope::verify {
namespace {

using transition::ManagerEvent;

bool shows_execution(const ManagerEvent& event) {
    return std::holds_alternative<transition::BatchPosted>(event.body) ||
           std::holds_alternative<transition::EntryExecuted>(event.body);
}

/// Where no transaction carries the table's bytes: the only block in evidence in which the manager was
/// active.
std::optional<std::size_t> only_active_block(const Evidence& evidence, const Address& manager) {
    std::vector<Finding> ignored;
    std::optional<std::size_t> active;
    for (std::size_t index = 0; index < evidence.blocks.size(); ++index) {
        const chain::BlockEvidence& block = evidence.blocks[index];
        if (!block.receipts_proven) {
            continue;
        }
        if (active && evidence.blocks[*active].header.hash == block.header.hash) {
            active = block.whole() ? index : active; // says no less than a part of it
            continue;
        }
        const auto events = transition::manager_events(block, index, manager, ignored);
        if (std::ranges::any_of(events, shows_execution)) {
            if (active) {
                return {};
            }
            active = index;
        }
    }
    return active;
}

std::optional<std::size_t> event_block(const Request& request, const Evidence& evidence) {
    if (!request.expect.manager) {
        return {};
    }
    const auto posting = locate_posting(request, evidence);
    if (posting && posting->succeeded) {
        return posting->block;
    }
    return only_active_block(evidence, *request.expect.manager);
}

} // namespace

transition::TreeSources tree_sources(const Request& request, const Evidence& evidence,
                                     std::vector<Finding>& findings) {
    transition::TreeSources out;
    out.manager = request.expect.manager;
    if (const auto block = event_block(request, evidence)) {
        out.events =
            transition::manager_events(evidence.blocks[*block], *block, *request.expect.manager, findings);
        if (!evidence.blocks[*block].whole()) {
            out.remark = only_at_hand(evidence.blocks[*block]);
        }
    }
    return out;
}

std::shared_ptr<const transition::Tree> tree_for(const Request& request, const Evidence& evidence) {
    if (!request.table) {
        return nullptr;
    }
    std::vector<Finding> findings;
    auto tree = std::make_shared<transition::Tree>(
        transition::build_tree_from(*request.table, tree_sources(request, evidence, findings)));
    tree->findings.insert(tree->findings.end(), findings.begin(), findings.end());
    return tree;
}

} // namespace anchorscope::verify
