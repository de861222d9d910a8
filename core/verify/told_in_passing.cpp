#include "core/verify/told_in_passing.h"
#include "core/verify/wording.h"

namespace anchorscope::verify {
namespace {

using chain::BlockEvidence;

struct Proven {
    const BlockEvidence& block;
    const chain::Receipt& receipt;
};

std::optional<Proven> proven_receipt(const Evidence& evidence, const Hash32& transaction) {
    for (const BlockEvidence& block : evidence.blocks) {
        const auto index = block.receipts_proven ? block.find_transaction(transaction) : std::nullopt;
        if (index) {
            return Proven{block, block.receipts[*index]};
        }
    }
    return {};
}

std::string name_of(const BlockEvidence& block) {
    return cat({"block ", std::to_string(block.header.number)});
}

/// In which respects the lone receipt is another one; empty where it is the same.
std::vector<std::string> differences(const LoneReceipt& lone, const Proven& proven) {
    std::vector<std::string> out;
    const auto note = [&out](bool differs, std::string what) {
        if (differs) {
            out.push_back(std::move(what));
        }
    };
    const chain::Header& header = proven.block.header;
    note(lone.block_number != header.number, cat({"it names block ", std::to_string(lone.block_number)}));
    note(lone.block_hash != header.hash, cat({"it names the block hash ", lone.block_hash.hex()}));
    note(lone.receipt.succeeded != proven.receipt.succeeded ||
             lone.receipt.post_state != proven.receipt.post_state,
         "another status");
    note(lone.removed, "logs marked as removed");
    const auto &told = lone.receipt.logs, &there = proven.receipt.logs;
    note(told.size() != there.size(),
         cat({counted(told.size(), "log", "logs"), " instead of ", std::to_string(there.size())}));
    const auto [first, other] = std::ranges::mismatch(told, there);
    note(first != told.end() && other != there.end(),
         cat({"another log ", std::to_string(first - told.begin())}));
    return out;
}

void add(std::vector<Finding>& out, std::string_view rule, const std::string& endpoint, std::string text) {
    out.push_back({std::string(rule), Severity::warning, endpoint, {}, std::move(text)});
}

void compare(const Evidence& evidence, std::vector<Finding>& out) {
    for (const LoneReceipt& lone : evidence.lone_receipts) {
        const auto proven = proven_receipt(evidence, lone.transaction_hash);
        const auto different = proven ? differences(lone, *proven) : std::vector<std::string>();
        if (!different.empty()) {
            add(out, rules::endpoint_receipt_differs, lone.source.name,
                cat({"Its receipt of ", lone.transaction_hash.hex(), " is not the one in ",
                     name_of(proven->block), ": ", listed(different), "."}));
        }
    }
}

void denials(const Evidence& evidence, const EndpointState& endpoint, std::vector<Finding>& out) {
    for (const auto& [transaction, location] : endpoint.receipts) {
        const auto proven = proven_receipt(evidence, transaction);
        if (!location && proven) {
            add(out, rules::endpoint_receipt_denied, endpoint.name,
                cat({"It gave no receipt of ", transaction.hex(), ", which is in ", name_of(proven->block),
                     "."}));
        }
    }
    for (const BlockEvidence& block : evidence.blocks) {
        const auto answer = endpoint.canonical.find(block.header.number);
        const bool own =
            block.source.kind == chain::SourceKind::endpoint && block.source.name == endpoint.name;
        if (own && answer != endpoint.canonical.end() && !answer->second) {
            add(out, rules::endpoint_block_denied, endpoint.name,
                cat({"It gave ", name_of(block), " by its hash, and has none at that height."}));
        }
    }
}

} // namespace

std::vector<Finding> told_in_passing(const Evidence& evidence) {
    std::vector<Finding> out;
    compare(evidence, out);
    for (const EndpointState& endpoint : evidence.endpoints) {
        denials(evidence, endpoint, out);
    }
    return out;
}

} // namespace anchorscope::verify
