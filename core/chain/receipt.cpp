#include "core/chain/receipt.h"
#include "core/chain/limits.h"
#include "core/chain/rlp_fields.h"
#include "core/crypto/hash_many.h"

namespace anchorscope::chain {
namespace {

constexpr std::size_t log_items = 3, receipt_items = 4;

void add_to_bloom(Bloom& bloom, const Hash32& hash) {
    for (std::size_t pair = 0; pair < 6; pair += 2) { // three bits, from the first three pairs of bytes
        const unsigned bit = (static_cast<unsigned>(hash.bytes[pair]) << 8U | hash.bytes[pair + 1]) % 2048;
        std::uint8_t& byte = bloom[bloom.size() - 1 - bit / 8];
        byte = static_cast<std::uint8_t>(byte | 1U << bit % 8);
    }
}

void write_status(codec::RlpWriter& writer, const Receipt& receipt) {
    if (receipt.post_state) {
        writer.bytes(receipt.post_state->bytes);
    } else {
        writer.u64(receipt.succeeded ? 1 : 0);
    }
}

void write_log(codec::RlpWriter& writer, const Log& log) {
    writer.open_list();
    writer.bytes(log.address.bytes);
    writer.open_list();
    for (const Hash32& topic : log.topics) {
        writer.bytes(topic.bytes);
    }
    writer.close_list();
    writer.bytes(log.data);
    writer.close_list();
}

void read_status(RlpFields& fields, Receipt& receipt) {
    const ByteView status = fields.bytes("status");
    if (status.size() == 32 && receipt.type == 0) { // typed receipts came after Byzantium
        receipt.post_state = Hash32::from(status);
    } else if (status.size() == 1 && status[0] == 1) {
        receipt.succeeded = true;
    } else if (!status.empty()) {
        fields.refuse(
            {rules::receipt_status, "status", fields.offset() - status.size(),
             "expected 0, 1 or (in a receipt of type 0) a state root, seen " + to_hex_short(status)});
    }
}

Log read_log(RlpFields& in) {
    Log log;
    log.address = in.address("address");
    log.topics = read_hashes(in, "topics");
    if (log.topics.size() > max_topics) {
        in.refuse({rules::receipt_topics, "topics", in.offset(),
                   "expected at most four topics, seen " + std::to_string(log.topics.size())});
    }
    const ByteView data = in.bytes("data");
    log.data.assign(data.begin(), data.end());
    return log;
}

void read_logs(RlpFields& in, Receipt& receipt) {
    for_each_list(in, "logs", log_items, [&](RlpFields& log) { receipt.logs.push_back(read_log(log)); });
}

void check_bloom(RlpFields& fields, const Receipt& receipt, ByteView bloom, std::uint64_t at) {
    if (fields.ok() && !equal(bloom, bloom_of(receipt.logs))) {
        fields.refuse(
            {rules::receipt_bloom, "logsBloom", at, "expected the bloom filter of the receipt's logs"});
    }
}

} // namespace

Bloom bloom_of(std::span<const Log> logs) {
    crypto::MessageList messages;
    for (const Log& log : logs) {
        messages.piece(log.address.bytes);
        messages.end_message();
        for (const Hash32& topic : log.topics) {
            messages.piece(topic.bytes);
            messages.end_message();
        }
    }
    std::vector<Hash32> hashes(messages.size());
    crypto::hash_many(crypto::HashFunction::keccak_256, messages, hashes);
    Bloom bloom{};
    for (const Hash32& hash : hashes) {
        add_to_bloom(bloom, hash);
    }
    return bloom;
}

Bytes encode_receipt(const Receipt& receipt) {
    codec::RlpWriter writer;
    writer.open_list();
    write_status(writer, receipt);
    writer.u64(receipt.cumulative_gas_used);
    writer.bytes(bloom_of(receipt.logs));
    writer.open_list();
    for (const Log& log : receipt.logs) {
        write_log(writer, log);
    }
    writer.close_list();
    writer.close_list();
    Bytes encoded = writer.take();
    if (receipt.type != 0) {
        encoded.insert(encoded.begin(), receipt.type);
    }
    return encoded;
}

Result<Receipt> decode_receipt(ByteView encoded) {
    const Result<TypedList> typed = open_typed(encoded, rules::receipt_type);
    if (!typed) {
        return tl::unexpected<Error>(typed.error());
    }
    Result<RlpFields> in = RlpFields::open(typed->list, receipt_items);
    if (!in) {
        return tl::unexpected<Error>(in.error());
    }
    Receipt receipt;
    receipt.type = typed->type;
    read_status(*in, receipt);
    receipt.cumulative_gas_used = in->u64("cumulativeGasUsed");
    const ByteView bloom = in->bytes("logsBloom", Bloom{}.size());
    const std::uint64_t bloom_at = in->offset() - bloom.size();
    read_logs(*in, receipt);
    check_bloom(*in, receipt, bloom, bloom_at);
    return in->finish(std::move(receipt));
}

Result<Receipt> decode_receipt_eth69(ByteView encoded) {
    Result<RlpFields> in = single_list(encoded).and_then(
        [](codec::RlpReader list) { return RlpFields::open(list, receipt_items); });
    if (!in) {
        return tl::unexpected<Error>(in.error());
    }
    Receipt receipt;
    const std::uint64_t type = in->u64("type");
    if (type > max_transaction_type) {
        in->refuse(
            {rules::receipt_type, "type", {}, "expected a type from 0 to 4, seen " + std::to_string(type)});
    }
    receipt.type = static_cast<std::uint8_t>(type);
    read_status(*in, receipt);
    receipt.cumulative_gas_used = in->u64("cumulativeGasUsed");
    read_logs(*in, receipt);
    return in->finish(std::move(receipt));
}

} // namespace anchorscope::chain
