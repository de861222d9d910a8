// Writing evidence files; what is read must be exactly what is written here.
#include "core/chain/evidence_file.h"
#include "core/codec/json.h"

namespace anchorscope::chain {
namespace {

codec::Json hex_list(const std::vector<Bytes>& items) {
    codec::Json list = codec::Json::array();
    for (const Bytes& item : items) {
        list.push_back(to_hex(item));
    }
    return list;
}

codec::Json part_json(const BlockEvidence& block) {
    codec::Json proofs = codec::Json::object();
    proofs["positions"] = block.positions;
    proofs["transactions"] = hex_list(block.bodies_known ? block.transaction_nodes : std::vector<Bytes>());
    proofs["receipts"] = hex_list(block.receipt_nodes);
    codec::Json json = codec::Json::object();
    json["header"] = to_hex(block.header.rlp);
    json["proofs"] = std::move(proofs);
    return json;
}

codec::Json whole_json(const BlockEvidence& block) {
    codec::Json transactions = codec::Json::array();
    if (block.bodies_known && block.transactions.size() == block.receipts.size()) {
        for (const Transaction& transaction : block.transactions) {
            transactions.push_back(to_hex(transaction.raw));
        }
    }
    codec::Json receipts = codec::Json::array();
    for (const Receipt& receipt : block.receipts) {
        receipts.push_back(to_hex(encode_receipt(receipt)));
    }
    codec::Json json = codec::Json::object();
    json["header"] = to_hex(block.header.rlp);
    json["transactions"] = std::move(transactions);
    json["receipts"] = std::move(receipts);
    return json;
}

codec::Json history_json(const HistoryProof& history) {
    codec::Json json = codec::Json::object();
    json["header"] = to_hex(history.header.rlp);
    json["number"] = std::to_string(history.number);
    json["account"] = hex_list(history.proof.account_nodes);
    json["storage"] = hex_list(history.proof.storage_nodes);
    return json;
}

struct Contents {
    std::uint64_t chain_id = 0;
    std::span<const BlockEvidence> blocks;
    const HeaderWalk* ancestry = nullptr; // not empty
    std::span<const HistoryProof> history;
};

std::string write(const Contents& contents) {
    const bool first = std::ranges::all_of(contents.blocks, &BlockEvidence::whole) &&
                       contents.ancestry == nullptr && contents.history.empty();
    codec::Json root = codec::Json::object();
    root["schema"] = evidence_schemas[first ? 0 : 1];
    root["chain_id"] = std::to_string(contents.chain_id);
    root["blocks"] = codec::Json::array();
    for (const BlockEvidence& block : contents.blocks) {
        root["blocks"].push_back(block.whole() ? whole_json(block) : part_json(block));
    }
    if (contents.ancestry != nullptr) {
        root["ancestry"] = codec::Json::array();
        for (const auto& header : contents.ancestry->headers()) {
            root["ancestry"].push_back(to_hex(header->rlp));
        }
    }
    for (const HistoryProof& history : contents.history) {
        root["history"].push_back(history_json(history));
    }
    return root.dump(2) + '\n';
}

} // namespace

std::string write_evidence(const EvidenceFile& file) {
    const bool walks = file.ancestry && !file.ancestry->headers().empty();
    return write({file.chain_id, file.blocks, walks ? &*file.ancestry : nullptr, file.history});
}

std::string write_evidence(std::uint64_t chain_id, std::span<const BlockEvidence> blocks) {
    return write({chain_id, blocks, nullptr, {}});
}

} // namespace anchorscope::chain
