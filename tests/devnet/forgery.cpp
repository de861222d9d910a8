#include "tests/devnet/forgery.h"
#include "core/chain/trie.h"
#include <stdexcept>

namespace anchorscope::devnet {

chain::Header with_field(const chain::Header& header, std::string_view field, ByteView payload) {
    const auto found = std::ranges::find(header.fields, field, &chain::HeaderField::name);
    if (found == header.fields.end() || found->range.length != payload.size()) {
        throw std::runtime_error("no such field of that length: " + std::string(field));
    }
    Bytes rlp = header.rlp;
    std::ranges::copy(payload, rlp.begin() + static_cast<std::ptrdiff_t>(found->range.offset));
    auto forged = chain::decode_header(rlp);
    if (!forged) {
        throw std::runtime_error(forged.error().message());
    }
    return *std::move(forged);
}

chain::BlockEvidence with_receipts(const chain::BlockEvidence& block, std::vector<chain::Receipt> receipts) {
    std::vector<Bytes> encoded;
    std::vector<chain::Log> logs;
    for (const chain::Receipt& receipt : receipts) {
        encoded.push_back(chain::encode_receipt(receipt));
        logs.insert(logs.end(), receipt.logs.begin(), receipt.logs.end());
    }
    chain::BlockEvidence out = block;
    out.receipts = std::move(receipts);
    out.header = with_field(out.header, "receiptsRoot", chain::ordered_trie_root(encoded).bytes);
    out.header = with_field(out.header, "logsBloom", chain::bloom_of(logs));
    out.seal();
    if (!out.receipts_proven || out.header.hash == block.header.hash) {
        throw std::runtime_error("the forgery is not consistent");
    }
    return out;
}

chain::BlockEvidence with_topic(const chain::BlockEvidence& block, std::size_t receipt, std::size_t log,
                                std::size_t topic, const Hash32& value) {
    std::vector<chain::Receipt> receipts = block.receipts;
    receipts.at(receipt).logs.at(log).topics.at(topic) = value;
    return with_receipts(block, std::move(receipts));
}

} // namespace anchorscope::devnet
