#include "core/chain/json_fields.h"
#include "core/chain/limits.h"
#include "core/chain/rpc_answers.h"
#include "core/chain/rpc_claims.h"
#include "core/chain/rpc_parts.h"

namespace anchorscope::chain {
namespace {

Result<void> expect_shape(const codec::Json& block, const codec::Json& receipts) {
    if (block.is_null() || receipts.is_null()) {
        return fail(rules::rpc_null, "the endpoint does not have it", {},
                    block.is_null() ? "block" : "receipts");
    }
    if (!block.is_object()) {
        return fail(rules::rpc_shape, "expected an object", {}, "block");
    }
    if (!receipts.is_array()) {
        return fail(rules::rpc_shape, "expected an array", {}, "receipts");
    }
    if (receipts.size() > max_block_transactions) {
        return fail(codec::rules::json_size,
                    "expected at most " + std::to_string(max_block_transactions) + " receipts", {},
                    "receipts");
    }
    return {};
}

/// A rule that leaves a transaction out instead of failing its block: there may be nothing wrong but our
/// knowledge (types of other chains; unsigned transactions of development nodes).
bool leaves_out(const Error& error) {
    return error.rule == rules::transaction_type || error.rule == rules::transaction_signature;
}

/// The transactions that are known, by position.
Result<std::vector<std::optional<Transaction>>> collect_bodies(const codec::Json& listed, GivenBodies given) {
    std::vector<std::optional<Transaction>> bodies = std::move(given.transactions);
    bodies.resize(listed.size());
    for (std::size_t index = 0; index < bodies.size(); ++index) {
        if (bodies[index] || listed[index].is_string()) {
            continue;
        }
        Result<Transaction> encoded =
            encode_rpc_transaction(listed[index], indexed("block.transactions", index));
        if (encoded) {
            bodies[index] = *std::move(encoded);
        } else if (!given.may_be_left_out && !leaves_out(encoded.error())) {
            return tl::unexpected<Error>(std::move(encoded).error());
        }
    }
    return bodies;
}

void check_listed_hashes(const codec::Json& listed, const std::vector<std::optional<Transaction>>& bodies,
                         std::vector<Contradiction>& found) {
    for (std::size_t index = 0; index < bodies.size(); ++index) {
        if (!bodies[index]) {
            continue;
        }
        const codec::Json& element = listed[index];
        if (element.is_string()) {
            const codec::Json wrapped{{"hash", element}};
            ClaimCheck(wrapped, indexed("block.transactions", index), found)
                .hash(rules::rpc_hash, "hash", bodies[index]->hash);
        } else {
            ClaimCheck(element, indexed("block.transactions", index), found)
                .hash(rules::rpc_hash, "hash", bodies[index]->hash);
        }
    }
}

/// What a receipt and each of its logs must agree with.
struct Expected {
    Hash32 block_hash;
    std::uint64_t block_number = 0;
    std::uint64_t index = 0;                // of the transaction in the block
    std::optional<Hash32> transaction_hash; // computed, or as the block lists it
    std::uint64_t first_log = 0;            // block-wide index of the receipt's first log
    std::uint64_t gas_before = 0;           // cumulative gas of the receipt before
};

void check_location(const ClaimCheck& claims, const Expected& expected) {
    claims.hash(rules::rpc_receipt_block, "blockHash", expected.block_hash);
    claims.number(rules::rpc_receipt_block, "blockNumber", expected.block_number);
    claims.number(rules::rpc_receipt_block, "transactionIndex", expected.index);
    if (expected.transaction_hash) {
        claims.hash(rules::rpc_receipt_block, "transactionHash", *expected.transaction_hash);
    }
}

void check_gas(const ClaimCheck& claims, const Receipt& receipt, const Expected& expected,
               const std::string& place, std::vector<Contradiction>& found) {
    if (receipt.cumulative_gas_used < expected.gas_before) {
        found.push_back({rules::rpc_gas, place + ".cumulativeGasUsed",
                         quantity_text(receipt.cumulative_gas_used),
                         "at least " + quantity_text(expected.gas_before)});
    } else {
        claims.number(rules::rpc_gas, "gasUsed", receipt.cumulative_gas_used - expected.gas_before);
    }
}

void check_receipt(const codec::Json& object, const Receipt& receipt, const Expected& expected,
                   std::vector<Contradiction>& found) {
    const std::string place = indexed("receipts", expected.index);
    const ClaimCheck claims(object, place, found);
    check_location(claims, expected);
    check_gas(claims, receipt, expected, place, found);
    claims.bytes(rules::rpc_bloom, "logsBloom", bloom_of(receipt.logs));
    const codec::Json& logs = object["logs"]; // receipt_from_rpc has seen that it is an array
    for (std::size_t at = 0; at < receipt.logs.size(); ++at) {
        const ClaimCheck log(logs[at], indexed(place + ".logs", at), found);
        check_location(log, expected);
        log.number(rules::rpc_log_index, "logIndex", expected.first_log + at);
        log.boolean(rules::rpc_removed, "removed", false);
    }
}

/// Encodes every receipt and compares what it claims beside.
Result<void> add_receipts(BlockEvidence& evidence, const codec::Json& receipts, const codec::Json& listed,
                          const std::vector<std::optional<Transaction>>& bodies) {
    Expected expected{evidence.header.hash, evidence.header.number, 0, {}, 0, 0};
    for (const codec::Json& object : receipts) {
        Result<Receipt> receipt = receipt_from_rpc(object, indexed("receipts", expected.index));
        if (!receipt) {
            return tl::unexpected<Error>(std::move(receipt).error());
        }
        expected.transaction_hash.reset();
        if (expected.index < bodies.size()) {
            const auto& body = bodies[expected.index];
            expected.transaction_hash =
                body ? std::optional(body->hash) : listed_hash(listed[expected.index]);
        }
        check_receipt(object, *receipt, expected, evidence.contradictions);
        ++expected.index;
        expected.first_log += receipt->logs.size();
        expected.gas_before = receipt->cumulative_gas_used;
        evidence.receipts.push_back(*std::move(receipt));
    }
    return {};
}

void keep_bodies(BlockEvidence& evidence, std::vector<std::optional<Transaction>> bodies) {
    evidence.bodies_known = std::ranges::all_of(bodies, [](const auto& body) { return body.has_value(); });
    if (!evidence.bodies_known) {
        return;
    }
    evidence.transactions.reserve(bodies.size());
    for (auto& body : bodies) {
        evidence.transactions.push_back(*std::move(body));
    }
}

} // namespace

Result<BlockEvidence> block_from_parts(const codec::Json& block, const codec::Json& receipts, Source source,
                                       GivenBodies given) {
    if (const Result<void> shape = expect_shape(block, receipts); !shape) {
        return tl::unexpected<Error>(shape.error());
    }
    JsonFields in(block, "block");
    const codec::Json& listed = in.array("transactions");
    if (listed.size() > max_block_transactions) {
        in.refuse({codec::rules::json_size,
                   in.path("transactions"),
                   {},
                   "expected at most " + std::to_string(max_block_transactions) + " transactions"});
    }
    if (!in.ok()) {
        return tl::unexpected<Error>(in.error());
    }
    Result<Header> header = header_from_rpc(block, "block");
    if (!header) {
        return tl::unexpected<Error>(std::move(header).error());
    }
    auto bodies = collect_bodies(listed, std::move(given));
    if (!bodies) {
        return tl::unexpected<Error>(std::move(bodies).error());
    }
    BlockEvidence evidence;
    evidence.source = std::move(source);
    evidence.header = *std::move(header);
    ClaimCheck(block, "block", evidence.contradictions).hash(rules::rpc_hash, "hash", evidence.header.hash);
    check_listed_hashes(listed, *bodies, evidence.contradictions);
    if (receipts.size() != listed.size()) {
        evidence.contradictions.push_back({rules::rpc_receipt_count, "receipts",
                                           std::to_string(receipts.size()), std::to_string(listed.size())});
    }
    if (const Result<void> added = add_receipts(evidence, receipts, listed, *bodies); !added) {
        return tl::unexpected<Error>(added.error());
    }
    keep_bodies(evidence, *std::move(bodies));
    evidence.seal();
    return evidence;
}

Result<BlockEvidence> block_from_rpc(const codec::Json& block, const codec::Json& receipts, Source source) {
    return block_from_parts(block, receipts, std::move(source), {});
}

} // namespace anchorscope::chain
