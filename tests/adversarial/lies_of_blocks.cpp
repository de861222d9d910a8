// Blocks: a header hashes to what it hashes to, and its transactions must give its transactionsRoot.
#include "tests/adversarial/lies.h"

namespace anchorscope::adversarial {
namespace {

const std::string wrong_hash = "0x" + std::string(64, 'e');

Change member(const char* key, const Json& value) {
    return [key, value](Json& object) { object[key] = value; };
}

Change in_transaction(std::size_t index, const Change& change) {
    return [index, change](Json& block) { change(block.at("transactions").at(index)); };
}

void add_headers(Cases& out, const Truth& truth) {
    const auto other = [&out](const char* name, const Change& change) {
        out.push_back({.name = name,
                       .lie = about(block_method, change),
                       .exits = {4},
                       .rule = "endpoint.wrong_block",
                       .rung = "inclusion not_checked"});
    };
    other("state root altered", member("stateRoot", wrong_hash));
    other("receipts root altered", member("receiptsRoot", wrong_hash));
    other("transactions root altered", member("transactionsRoot", wrong_hash));
    other("time stamp altered", member("timestamp", "0x1"));
    other("block number altered", member("number", "0x1"));
    other("bloom of the block altered", member("logsBloom", "0x" + std::string(512, 'f')));
    other("field of the last fork left out", [](Json& block) { block.erase("requestsHash"); });
    other("another block for the hash",
          [block = truth.scene(Claim::other_digest).block](Json& told) { told = block; });

    out.push_back({.name = "hash of the block claimed",
                   .lie = about(block_method, member("hash", wrong_hash)),
                   .exits = {1},
                   .rule = "inclusion.block_hash",
                   .rung = "inclusion failed"});
    out.push_back({.name = "block denied",
                   .lie = instead(block_method, nullptr),
                   .exits = {4},
                   .rule = "endpoint.missing_block"});
    out.push_back({.name = "block as text",
                   .lie = instead(block_method, "0x"),
                   .exits = {4},
                   .rule = "endpoint.unusable",
                   .words = "rpc.shape"});
}

void add_unusable(Cases& out) {
    const auto unusable = [&out](const char* name, const Change& change, const char* words) {
        out.push_back({.name = name,
                       .lie = about(block_method, change),
                       .exits = {4},
                       .rule = "endpoint.unusable",
                       .words = words,
                       .rung = "inclusion not_checked"});
    };
    unusable(
        "header without a parent", [](Json& block) { block.erase("parentHash"); }, "parentHash");
    unusable(
        "field of a middle fork left out", [](Json& block) { block.erase("withdrawalsRoot"); }, "");
    unusable("block number with a leading zero", member("number", "0x01"), "number");
    unusable("block number negative", member("number", "-0x1"), "number");
    unusable("block number of a thousand digits", member("number", "0x1" + std::string(1000, '0')), "number");
    unusable("block number in decimals", member("number", 7), "json.type");
    unusable("gas limit null", member("gasLimit", nullptr), "gasLimit");
    unusable("extra data as an array", member("extraData", Json::array()), "json.type");
    unusable("bloom of 255 bytes", member("logsBloom", "0x" + std::string(510, '0')), "logsBloom");
    unusable("transactions as an object", member("transactions", Json::object()), "json.type");
}

void add_transactions(Cases& out, const Truth& truth) {
    const std::size_t anchor = truth.anchored().index;
    const auto breaks = [&](const char* name, const Change& change, const char* rule) {
        out.push_back({.name = name,
                       .lie = about(block_method, change),
                       .exits = {1},
                       .rule = rule,
                       .rung = "inclusion failed"});
    };
    breaks(
        "transaction omitted", [](Json& block) { block.at("transactions").erase(0); }, "rpc.receipt_count");
    breaks(
        "anchoring transaction omitted", [anchor](Json& block) { block.at("transactions").erase(anchor); },
        "rpc.receipt_count");
    breaks(
        "transaction added",
        [](Json& block) { block.at("transactions").push_back(block.at("transactions").at(0)); },
        "rpc.receipt_count");
    breaks(
        "transactions reordered",
        [](Json& block) { std::swap(block.at("transactions").at(0), block.at("transactions").at(2)); },
        "inclusion.transactions_root");
    breaks("value of a transaction altered", in_transaction(0, member("value", "0x1")), "rpc.hash");
    breaks("input of the anchoring transaction altered", in_transaction(anchor, member("input", "0x00")),
           "rpc.hash");
    breaks("chain id of a transaction altered", in_transaction(0, member("chainId", "0x1")), "rpc.hash");
    out.push_back({.name = "hash of a transaction claimed",
                   .lie = about(block_method, in_transaction(0, member("hash", wrong_hash))),
                   .exits = {0},
                   .rule = "rpc.hash",
                   .rung = "inclusion passed"});
    out.push_back({.name = "transactions as hashes only",
                   .lie = about(block_method,
                                [](Json& block) {
                                    for (Json& transaction : block.at("transactions")) {
                                        const Json hash = transaction.at("hash");
                                        transaction = hash;
                                    }
                                }),
                   .exits = {4},
                   .rule = "endpoint.bodies",
                   .rung = "inclusion cannot_check"});
    out.push_back({.name = "unknown transaction type",
                   .lie = about(block_method, in_transaction(0, member("type", "0x7f"))),
                   .exits = {4},
                   .rule = "endpoint.bodies",
                   .rung = "inclusion cannot_check"});
    out.push_back(
        {.name = "transaction without a nonce",
         .lie = about(block_method, in_transaction(0, [](Json& transaction) { transaction.erase("nonce"); })),
         .exits = {4},
         .rule = "endpoint.unusable",
         .words = "nonce"});
    out.push_back({.name = "transaction as a number",
                   .lie = about(block_method, in_transaction(0, [](Json& transaction) { transaction = 1; })),
                   .exits = {4},
                   .rule = "endpoint.unusable"});
}

} // namespace

Cases lies_of_blocks(const Truth& truth) {
    Cases out;
    add_headers(out, truth);
    add_unusable(out);
    add_transactions(out, truth);
    return out;
}

} // namespace anchorscope::adversarial
