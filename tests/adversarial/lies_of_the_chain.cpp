// Which chain, which block at a height, which head: what only an endpoint can say, and what a pin, a second
// host or the endpoint itself may contradict.
#include "tests/adversarial/lies.h"
#include "tests/devnet/calldata.h"
#include "tests/devnet/forgery.h"

namespace anchorscope::adversarial {
namespace {

const std::string wrong_hash = "0x" + std::string(64, 'e');

Change member(const char* key, const Json& value) {
    return [key, value](Json& object) { object[key] = value; };
}

void add_chain_ids(Cases& out) {
    out.push_back({.name = "wrong chain id",
                   .lie = instead("eth_chainId", "0x1"),
                   .exits = {1},
                   .rule = "event.chain_id"});
    // After the first answer; a proxy in front of nodes of several chains does that.
    out.push_back({.name = "chain id changes between calls",
                   .lie =
                       [calls = 0](const std::string& asked, const Json&, Json& result) mutable {
                           if (asked == "eth_chainId" && ++calls > 1) {
                               result = "0x1";
                           }
                       },
                   .exits = {4, 5},
                   .rule = "endpoint.failed",
                   .words = "endpoint.chain_changed"});
    const auto silent = [&out](const char* name, const Json& told, const char* words) {
        out.push_back({.name = name,
                       .lie = instead("eth_chainId", told),
                       .exits = {5},
                       .rule = "endpoint.failed",
                       .words = words});
    };
    silent("chain id null", nullptr, "json.type");
    silent("chain id in decimals", 77001, "json.type");
    silent("chain id with leading zeros", "0x00012cc9", "");
    silent("chain id of 65 bits", "0x10000000000012cc9", "json.value");
    silent("chain id of a thousand digits", "0x" + std::string(1000, '1'), "");
    silent("chain id empty", "", "");
    silent("chain id without digits", "0x", "");
    silent("chain id negative", "-0x12cc9", "");
    silent("chain id as an object", Json{{"chainId", "0x12cc9"}}, "json.type");
}

void add_heights(Cases& out, const Truth& truth) {
    const Json other = truth.scene(Claim::other_digest).block;
    out.push_back({.name = "another hash at the height",
                   .lie = at_height(member("hash", wrong_hash)),
                   .exits = {4},
                   .rule = "endpoint.header",
                   .rung = "block not_checked"});
    out.push_back({.name = "another block at the height",
                   .lie = at_height([other](Json& block) {
                       const Json number = block.at("number");
                       block = other;
                       block["number"] = number;
                   }),
                   .exits = {4},
                   .rule = "endpoint.header"});
    out.push_back({.name = "block of another height",
                   .lie = at_height([other](Json& block) { block = other; }),
                   .exits = {4, 5},
                   .rule = "endpoint.failed",
                   .words = "endpoint.wrong_block"});
    out.push_back({.name = "no block at the height",
                   .lie = at_height([](Json& block) { block = nullptr; }),
                   .exits = {4},
                   .rule = "endpoint.block_denied"});
    out.push_back({.name = "height without a hash",
                   .lie = at_height([](Json& block) { block.erase("hash"); }),
                   .exits = {4, 5},
                   .rule = "endpoint.failed",
                   .words = "hash"});
    out.push_back({.name = "height as a number",
                   .lie = at_height(member("number", 1)),
                   .exits = {4, 5},
                   .rule = "endpoint.failed",
                   .words = "json.type"});
    out.push_back(
        {.name = "a pin contradicts the endpoint's block",
         .lie = at_height(member("hash", wrong_hash)),
         .exits = {0},
         .rule = "endpoint.header",
         .arguments = {QStringLiteral("--pin-block"), truth.world().pin(truth.anchored().at.block)}});
}

void add_heads(Cases& out) {
    out.push_back({.name = "finalized head above the newest block",
                   .lie = at_finalized(member("number", "0xffffff")),
                   .exits = {0},
                   .rule = "endpoint.failed",
                   .words = "endpoint.finalized_head",
                   .rung = "finality not_checked"});
    out.push_back({.name = "finalized head above the newest block, finality required",
                   .lie = at_finalized(member("number", "0xffffff")),
                   .exits = {4, 5},
                   .rule = "endpoint.failed",
                   .words = "endpoint.finalized_head",
                   .arguments = {QStringLiteral("--require"), QStringLiteral("final")}});
    out.push_back({.name = "newest block goes backwards",
                   .lie =
                       [calls = 0](const std::string& asked, const Json&, Json& result) mutable {
                           if (asked == "eth_blockNumber") {
                               result = ++calls > 1 ? "0x20" : "0x7fffffff";
                           }
                       },
                   .exits = {0},
                   .rule = "endpoint.head_went_back"});
    const auto told = [&out](const char* name, const Json& number) {
        out.push_back({.name = name,
                       .lie = at_finalized(member("number", number)),
                       .exits = {0},
                       .rule = "endpoint.failed",
                       .rung = "finality not_checked"});
    };
    told("finalized head with leading zeros", "0x01");
    told("finalized head negative", "-0x1");
    told("finalized head in decimals", 12);
    told("finalized head null", nullptr);
    told("finalized head of a thousand digits", "0x1" + std::string(1000, '0'));
    out.push_back({.name = "newest block is nonsense",
                   .lie = instead("eth_blockNumber", "0xzz"),
                   .exits = {0},
                   .rule = "endpoint.unusable",
                   .words = "eth_blockNumber"});
}

/// A block that never was, consistent from its logs to its header hash, told by every method alike.
Lie forged(const Truth& truth) {
    const Scene& scene = truth.scene(Claim::other_digest);
    const auto evidence = truth.world().chain.block(scene.at.block);
    const auto forgery = devnet::with_topic(evidence, scene.index, 0, 1, truth.world().digest);
    Json block = scene.block, receipts = scene.receipts;
    block["receiptsRoot"] = forgery.header.receipts_root.hex();
    block["logsBloom"] = to_hex(forgery.header.logs_bloom);
    block["hash"] = forgery.header.hash.hex();
    for (Json& receipt : receipts) {
        receipt["blockHash"] = block.at("hash");
        for (Json& log : receipt.at("logs")) {
            log["blockHash"] = block.at("hash");
        }
    }
    Json& own = receipts.at(scene.index);
    own.at("logs").at(0).at("topics").at(1) = truth.world().digest.hex();
    own["logsBloom"] = to_hex(chain::bloom_of(forgery.receipts.at(scene.index).logs));
    return [block, receipts, own](const std::string& asked, const Json& parameters, Json& result) {
        if (asked == receipt_method) {
            result = own;
        } else if (asked == receipts_method) {
            result = receipts;
        } else if (asked == block_method ||
                   (asked == height_method && parameters.at(0) == block.at("number"))) {
            result = block;
        }
    };
}

void add_forgeries(Cases& out, const Truth& truth) {
    const auto forgery = [&](const char* name, Standing standing, const char* rule) {
        out.push_back({.name = name,
                       .lie = forged(truth),
                       .exits = {1},
                       .rule = rule,
                       .claim = Claim::other_digest,
                       .standing = standing});
    };
    forgery("forged block, consistent, against the envelope's hash", Standing::own_node, "event.block_hash");
    // Without a hash to compare with, nothing can tell: so a stranger's word is not enough.
    forgery("forged block, consistent, by a stranger", Standing::stranger, "block.only_one");
    out.back().exits = {4};
    out.back().names_block = false;
    out.back().rung = "block not_checked";
    forgery("forged block, consistent, against a pin", Standing::own_node, "block.pin");
    out.back().names_block = false;
    out.back().arguments = {QStringLiteral("--pin-block"),
                            truth.world().pin(truth.scene(Claim::other_digest).at.block)};
}

void add_reorganisations(Cases& out) {
    // The node itself takes the anchor's block off the chain while the program is asking.
    const auto between = [&out](const char* name, const char* method) {
        HostileCase each{.name = name, .exits = {1, 4}, .rule = ""};
        each.own_chain = true;
        each.reorganise_before = method;
        out.push_back(std::move(each));
    };
    between("reorganisation between receipt and block", block_method);
    between("reorganisation between block and height", height_method);
}

} // namespace

Cases lies_of_the_chain(const Truth& truth) {
    Cases out;
    add_chain_ids(out);
    add_heights(out, truth);
    add_heads(out);
    add_forgeries(out, truth);
    add_reorganisations(out);
    return out;
}

} // namespace anchorscope::adversarial
