#include "core/chain/json_fields.h"
#include "core/chain/limits.h"
#include "core/chain/rpc_parts.h"

namespace anchorscope::chain {
namespace {

std::uint8_t read_type(JsonFields& in) {
    const std::uint64_t type = in.has("type") ? in.u64("type") : 0; // absent before EIP-2718
    if (type > max_transaction_type) {
        in.refuse({rules::receipt_type,
                   in.path("type"),
                   {},
                   "expected a type from 0 to 4, seen " + std::to_string(type)});
    }
    return static_cast<std::uint8_t>(type);
}

void read_status(JsonFields& in, Receipt& receipt) {
    if (!in.has("status") && in.has("root")) {
        receipt.post_state = in.hash("root");
        return;
    }
    const std::uint64_t status = in.u64("status");
    if (status > 1) {
        in.refuse({rules::receipt_status,
                   in.path("status"),
                   {},
                   "expected 0 or 1, seen " + std::to_string(status)});
    }
    receipt.succeeded = status == 1;
}

std::vector<Hash32> read_topics(JsonFields& in) {
    const codec::Json& topics = in.array("topics");
    if (topics.size() > max_topics) {
        in.refuse({rules::receipt_topics,
                   in.path("topics"),
                   {},
                   "expected at most four topics, seen " + std::to_string(topics.size())});
        return {};
    }
    std::vector<Hash32> out;
    for (const codec::Json& topic : topics) {
        if (!topic.is_string()) {
            in.refuse({codec::rules::json_type, in.path("topics"), {}, "expected strings"});
            return {};
        }
        out.push_back(in.take(Hash32::parse(topic.get_ref<const std::string&>()), in.path("topics")));
    }
    return out;
}

Log read_log(JsonFields& in) {
    Log log;
    log.address = in.address("address");
    log.topics = read_topics(in);
    log.data = in.bytes("data");
    return log;
}

} // namespace

Result<Receipt> receipt_from_rpc(const codec::Json& object, const std::string& place) {
    JsonFields in(object, place);
    Receipt receipt;
    receipt.type = read_type(in);
    read_status(in, receipt);
    receipt.cumulative_gas_used = in.u64("cumulativeGasUsed");
    for (const codec::Json& entry : in.array("logs")) {
        JsonFields log(entry, indexed(in.path("logs"), receipt.logs.size()));
        receipt.logs.push_back(read_log(log));
        if (!log.ok()) {
            in.refuse(log.error());
            break;
        }
    }
    if (receipt.type != 0 && receipt.post_state) {
        in.refuse(
            {rules::receipt_status, in.path("root"), {}, "expected a status in a receipt of a type above 0"});
    }
    return in.finish(std::move(receipt));
}

} // namespace anchorscope::chain
