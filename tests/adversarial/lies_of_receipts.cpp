// Receipts: alone they only say where the block is, and are compared with it; in a block they must give its
// receiptsRoot. What consensus does not bind (gasUsed, logIndex, transaction hash) is compared and named.
#include "tests/adversarial/lies.h"
#include "tests/devnet/calldata.h"

namespace anchorscope::adversarial {
namespace {

const std::string zeros(64, '0');
const std::string wrong_hash = "0x" + std::string(64, 'e');
const std::string wrong_address = "0x" + std::string(40, 'e');

Change on_log(const Change& change) {
    return [change](Json& receipt) { change(receipt.at("logs").at(0)); };
}

Change member(const char* key, const Json& value) {
    return [key, value](Json& object) { object[key] = value; };
}

Change without(const char* key) {
    return [key](Json& object) { object.erase(key); };
}

/// What only the answer to eth_getTransactionReceipt says: the block tells the truth, so the verdict stands
/// and the lie is named beside it.
void add_lone(Cases& out, const Truth& truth) {
    const Json foreign = truth.scene(Claim::other_digest).receipt;
    const auto lone = [&out](const char* name, const Change& change, const char* rule,
                             const char* words = "") {
        out.push_back(
            {.name = name, .lie = about(receipt_method, change), .exits = {0}, .rule = rule, .words = words});
    };
    lone(
        "receipt of another transaction", [foreign](Json& receipt) { receipt = foreign; },
        "endpoint.unusable", "names another transaction");
    lone("log address altered in the lone receipt", on_log(member("address", wrong_address)),
         "endpoint.receipt_differs");
    lone("log topic altered in the lone receipt",
         on_log([](Json& log) { log.at("topics").at(1) = wrong_hash; }), "endpoint.receipt_differs");
    lone("log data altered in the lone receipt", on_log(member("data", "0x01")), "endpoint.receipt_differs");
    lone("log omitted from the lone receipt", member("logs", Json::array()), "endpoint.receipt_differs");
    lone(
        "log added to the lone receipt",
        [](Json& receipt) { receipt.at("logs").push_back(receipt.at("logs").at(0)); },
        "endpoint.receipt_differs");
    lone("status flipped in the lone receipt", member("status", "0x0"), "endpoint.receipt_differs", "status");
    lone("removed: true in the lone receipt", on_log(member("removed", true)), "endpoint.receipt_differs",
         "removed");
    lone("block number of the lone receipt", member("blockNumber", "0x3"), "endpoint.receipt_differs",
         "block 3");
    lone("lone receipt without status", without("status"), "endpoint.unusable", "receipt.status_missing");
    lone("lone receipt's status as a number", member("status", 1), "endpoint.unusable", "json.type");
    lone("lone receipt's logs as an object", member("logs", Json::object()), "endpoint.unusable",
         "json.type");
    lone("lone receipt's block hash of 31 bytes", member("blockHash", "0x" + std::string(62, 'a')),
         "endpoint.unusable", "hex digits");
    lone(
        "lone receipt is a string", [](Json& receipt) { receipt = "0x"; }, "endpoint.unusable", "json.type");
    out.push_back({.name = "receipt denied",
                   .lie = instead(receipt_method, nullptr),
                   .exits = {0},
                   .rule = "endpoint.receipt_denied"});
    out.push_back({.name = "receipt denied, and the envelope names no block",
                   .lie = instead(receipt_method, nullptr),
                   .exits = {4},
                   .rule = "event.receipt_missing",
                   .rung = "event not_checked",
                   .names_block = false});
}

/// The anchor's receipt among those of its block.
void add_in_block(Cases& out, const Truth& truth) {
    const std::size_t anchor = truth.anchored().index;
    const auto breaks = [&](const char* name, const Change& change, const char* rule) {
        out.push_back({.name = name,
                       .lie = in_block_receipt(anchor, change),
                       .exits = {1},
                       .rule = rule,
                       .rung = "inclusion failed"});
    };
    breaks("log address altered in the block", on_log(member("address", wrong_address)),
           "inclusion.receipts_root");
    breaks("log topic altered in the block", on_log([](Json& log) { log.at("topics").at(1) = wrong_hash; }),
           "inclusion.receipts_root");
    breaks("log data altered in the block", on_log(member("data", "0x01")), "inclusion.receipts_root");
    breaks("dirty topic in the block", on_log([](Json& log) {
               auto topic = log.at("topics").at(2).get<std::string>();
               topic[2] = 'f';
               log.at("topics").at(2) = topic;
           }),
           "event.dirty_topic");
    breaks("log omitted from the block", member("logs", Json::array()), "inclusion.receipts_root");
    breaks(
        "log added in the block",
        [](Json& receipt) { receipt.at("logs").push_back(receipt.at("logs").at(0)); },
        "inclusion.receipts_root");
    breaks("status flipped in the block", member("status", "0x0"), "event.reverted");
    breaks("cumulative gas altered", member("cumulativeGasUsed", "0x5208"), "rpc.gas");
    breaks("receipt type altered", member("type", "0x1"), "inclusion.receipts_root");
    out.push_back(
        {.name = "logs reordered in the block",
         .lie = in_block_receipt(
             0, [](Json& receipt) { std::swap(receipt.at("logs").at(0), receipt.at("logs").at(1)); }),
         .exits = {1},
         .rule = "inclusion.receipts_root"});
    out.push_back({.name = "log of another transaction omitted",
                   .lie = in_block_receipt(0, [](Json& receipt) { receipt.at("logs").erase(0); }),
                   .exits = {1},
                   .rule = "rpc.log_index",
                   .rung = "inclusion failed"});
    out.push_back({.name = "receipt omitted",
                   .lie = about(receipts_method, [](Json& all) { all.erase(2); }),
                   .exits = {1},
                   .rule = "rpc.receipt_count",
                   .rung = "inclusion failed"});
    out.push_back({.name = "receipt told twice",
                   .lie = about(receipts_method, [](Json& all) { all.push_back(all.at(0)); }),
                   .exits = {1},
                   .rule = "rpc.receipt_count",
                   .rung = "inclusion failed"});
    out.push_back({.name = "receipts reordered",
                   .lie = about(receipts_method, [](Json& all) { std::swap(all.at(1), all.at(2)); }),
                   .exits = {1},
                   .rule = "rpc.receipt_block",
                   .rung = "inclusion failed"});
    out.push_back({.name = "receipts of another block",
                   .lie = instead(receipts_method, truth.scene(Claim::other_digest).receipts),
                   .exits = {1},
                   .rule = "rpc.receipt_count",
                   .rung = "inclusion failed"});
    out.push_back({.name = "receipts denied",
                   .lie = instead(receipts_method, nullptr),
                   .exits = {4},
                   .rule = "endpoint.unusable",
                   .words = "rpc.null"});
    out.push_back({.name = "removed: true in the block",
                   .lie = in_block_receipt(anchor, on_log(member("removed", true))),
                   .exits = {1},
                   .rule = "event.removed"});
}

/// What consensus does not bind: the verdict stands, and every lie is named.
void add_claims(Cases& out, const Truth& truth) {
    const std::size_t anchor = truth.anchored().index;
    const auto claim = [&](const char* name, const Change& change, const char* rule) {
        out.push_back({.name = name,
                       .lie = in_block_receipt(anchor, change),
                       .exits = {0},
                       .rule = rule,
                       .rung = "inclusion passed"});
    };
    claim("log index claimed", on_log(member("logIndex", "0x7f")), "rpc.log_index");
    claim("gas used claimed", member("gasUsed", "0x1"), "rpc.gas");
    claim("bloom claimed", member("logsBloom", "0x" + std::string(512, '0')), "rpc.bloom");
    claim("bloom of another length", member("logsBloom", "0x00"), "rpc.bloom");
    claim("transaction hash claimed", member("transactionHash", wrong_hash), "rpc.receipt_block");
    claim("transaction hash claimed in the log", on_log(member("transactionHash", wrong_hash)),
          "rpc.receipt_block");
    claim("transaction index claimed", member("transactionIndex", "0x0"), "rpc.receipt_block");
    claim("block hash claimed in a receipt", member("blockHash", wrong_hash), "rpc.receipt_block");
    claim("log index as a number", on_log(member("logIndex", 12)), "rpc.log_index");
    claim("removed as text", on_log(member("removed", "false")), "event.removed");
    out.back().exits = {1}; // what is no boolean is not "false"
    out.back().rung = "event failed";
}

/// No block can be made of these.
void add_unusable(Cases& out, const Truth& truth) {
    const std::size_t anchor = truth.anchored().index;
    const auto unusable = [&](const char* name, const Change& change, const char* words) {
        out.push_back({.name = name,
                       .lie = in_block_receipt(anchor, change),
                       .exits = {4},
                       .rule = "endpoint.unusable",
                       .words = words,
                       .rung = "inclusion not_checked"});
    };
    unusable("status missing", without("status"), "status");
    unusable("status 2", member("status", "0x2"), "receipt.status");
    unusable("status with a leading zero", member("status", "0x01"), "status");
    unusable("status as a boolean", member("status", true), "json.type");
    unusable("unknown receipt type", member("type", "0x7f"), "receipt.type");
    unusable("five topics", on_log([](Json& log) {
                 log["topics"] = Json::array({wrong_hash, wrong_hash, wrong_hash, wrong_hash, wrong_hash});
             }),
             "receipt.topics");
    unusable("topic of 33 bytes", on_log([](Json& log) { log.at("topics").at(1) = wrong_hash + "00"; }),
             "topics");
    unusable("topic as a number", on_log([](Json& log) { log.at("topics").at(1) = 17; }), "json.type");
    unusable("topics as text", on_log(member("topics", wrong_hash)), "json.type");
    unusable("log data with an odd digit", on_log(member("data", "0x012")), "hex digits");
    unusable("log data without 0x", on_log(member("data", "zz")), "hex digits");
    unusable("log data null", on_log(member("data", nullptr)), "json.");
    unusable("log address of 19 bytes", on_log(member("address", "0x" + std::string(38, 'a'))), "address");
    unusable("logs as an object", member("logs", Json::object()), "json.type");
    unusable("log as an array", member("logs", Json::array({Json::array()})), "json.");
    unusable("cumulative gas negative", member("cumulativeGasUsed", "-0x1"), "cumulativeGasUsed");
    unusable("cumulative gas above 64 bits", member("cumulativeGasUsed", "0x1" + std::string(16, '0')),
             "cumulativeGasUsed");
    unusable("cumulative gas of a thousand digits",
             member("cumulativeGasUsed", "0x" + std::string(1000, 'f')), "cumulativeGasUsed");
    unusable("cumulative gas in decimals", member("cumulativeGasUsed", 21000), "json.type");
    out.push_back({.name = "receipts as an object",
                   .lie = instead(receipts_method, Json::object()),
                   .exits = {4},
                   .rule = "endpoint.unusable",
                   .words = "rpc.shape"});
    out.push_back({.name = "receipts as hashes",
                   .lie = instead(receipts_method, Json::array({wrong_hash, wrong_hash, wrong_hash})),
                   .exits = {4},
                   .rule = "endpoint.unusable"});
}

/// Were the liar believed, each of these would be verified.
void add_temptations(Cases& out, const Truth& truth) {
    const Json logs = truth.anchored().receipt.at("logs");
    const auto tempts = [&](const char* name, Claim claim, const Change& change, const char* rule) {
        out.push_back({.name = name,
                       .lie = in_every_receipt(truth.scene(claim).at.transaction, change),
                       .exits = {1},
                       .rule = rule,
                       .claim = claim});
    };
    tempts("digest told that was not recorded", Claim::other_digest,
           on_log([logs](Json& log) { log["topics"] = logs.at(0).at("topics"); }), "inclusion.receipts_root");
    tempts("contract told that did not emit", Claim::other_contract,
           on_log(member("address", truth.world().anchor.hex())), "inclusion.receipts_root");
    tempts(
        "success told of what was reverted", Claim::reverted,
        [logs](Json& receipt) {
            receipt["status"] = "0x1";
            receipt["logs"] = logs;
        },
        "inclusion.receipts_root");
    Json invented = truth.anchored().receipt;
    invented["transactionHash"] = truth.scene(Claim::invented).envelope.tx_hash->hex();
    out.push_back({.name = "receipt told of what was never sent",
                   .lie = instead(receipt_method, invented),
                   .exits = {1},
                   .rule = "event.transaction_hash",
                   .claim = Claim::invented});
}

} // namespace

Cases lies_of_receipts(const Truth& truth) {
    Cases out;
    add_lone(out, truth);
    add_in_block(out, truth);
    add_claims(out, truth);
    add_unusable(out, truth);
    add_temptations(out, truth);
    return out;
}

} // namespace anchorscope::adversarial
