#include "core/verify/lone_receipt.h"
#include "core/codec/json.h"

namespace anchorscope::verify {
namespace {

using codec::Json;

/// A block's gas limit keeps real receipts far below this.
constexpr std::size_t max_logs = 1U << 16U;

std::string log_place(std::size_t index) {
    return std::string("receipt.logs[").append(std::to_string(index)).append("]");
}

/// A JSON-RPC quantity below 2^64.
Result<std::uint64_t> small_quantity(const Json& object, std::string_view key) {
    const auto value = codec::quantity_member(object, key, "receipt");
    if (!value) {
        return tl::unexpected(value.error());
    }
    const auto small = value->to_u64();
    if (!small) {
        return fail(codec::rules::json_value, "must be below 2^64", {}, std::string("receipt.").append(key));
    }
    return *small;
}

Result<void> read_status(const Json& object, chain::Receipt& receipt) {
    if (object.contains("status") && !object["status"].is_null()) {
        const auto status = small_quantity(object, "status");
        if (!status) {
            return tl::unexpected(status.error());
        }
        if (*status > 1) {
            return fail(chain::rules::receipt_status, "must be 0x0 or 0x1", {}, "receipt.status");
        }
        receipt.succeeded = *status == 1;
        return {};
    }
    if (object.contains("root") && !object["root"].is_null()) {
        const auto root = codec::hash_member(object, "root", "receipt");
        if (!root) {
            return tl::unexpected(root.error());
        }
        receipt.post_state = *root;
        return {};
    }
    return fail(rules::lone_receipt_status, "a receipt must state its status", {}, "receipt.status");
}

Result<std::vector<Hash32>> read_topics(const Json& log, const std::string& place) {
    const auto topics = codec::member(log, "topics", place);
    if (!topics) {
        return tl::unexpected(topics.error());
    }
    if (!(*topics)->is_array()) {
        return fail(codec::rules::json_type, "must be an array", {}, place + ".topics");
    }
    if ((*topics)->size() > 4) {
        return fail(chain::rules::receipt_topics, "a log has at most four topics", {}, place + ".topics");
    }
    std::vector<Hash32> out;
    for (const Json& topic : **topics) {
        const auto value = topic.is_string() ? Hash32::parse(topic.get_ref<const std::string&>())
                                             : fail(codec::rules::json_type, "must be a string");
        if (!value) {
            return fail(codec::rules::json_value, "every topic must be 0x and 64 hex digits", {},
                        place + ".topics");
        }
        out.push_back(*value);
    }
    return out;
}

/// A member that, where there is one, must repeat what the receipt says.
Result<void> repeats(const Json& log, std::string_view key, const Hash32& expected,
                     const std::string& place) {
    if (!log.contains(std::string(key))) {
        return {};
    }
    const auto value = codec::hash_member(log, key, place);
    if (!value) {
        return tl::unexpected(value.error());
    }
    if (*value != expected) {
        return fail(chain::rules::rpc_receipt_block,
                    "the log names another block or transaction than its receipt", {},
                    std::string(place).append(".").append(key));
    }
    return {};
}

Result<void> read_log(const Json& log, std::size_t index, LoneReceipt& out) {
    const std::string place = log_place(index);
    if (!log.is_object()) {
        return fail(codec::rules::json_type, "must be an object", {}, place);
    }
    const auto address = codec::address_member(log, "address", place);
    auto topics = read_topics(log, place);
    auto data = codec::bytes_member(log, "data", place);
    if (!address || !topics || !data) {
        return tl::unexpected(!address ? address.error() : !topics ? topics.error() : data.error());
    }
    for (const auto& same : {repeats(log, "blockHash", out.block_hash, place),
                             repeats(log, "transactionHash", out.transaction_hash, place)}) {
        if (!same) {
            return same;
        }
    }
    if (log.contains("removed")) {
        if (!log["removed"].is_boolean()) {
            return fail(codec::rules::json_type, "must be true or false", {}, place + ".removed");
        }
        out.removed = out.removed || log["removed"].get<bool>();
    }
    out.receipt.logs.push_back({*address, std::move(*topics), std::move(*data)});
    return {};
}

Result<void> read_logs(const Json& object, LoneReceipt& out) {
    const auto logs = codec::member(object, "logs", "receipt");
    if (!logs) {
        return tl::unexpected(logs.error());
    }
    if (!(*logs)->is_array() || (*logs)->size() > max_logs) {
        return fail(codec::rules::json_type, "must be an array of at most 65536 logs", {}, "receipt.logs");
    }
    for (std::size_t index = 0; index < (*logs)->size(); ++index) {
        if (auto read = read_log((**logs)[index], index, out); !read) {
            return read;
        }
    }
    return {};
}

} // namespace

Result<LoneReceipt> lone_receipt_from_rpc(const Json& object, const Hash32& asked, chain::Source source,
                                          std::optional<std::uint64_t> chain_id) {
    if (object.is_null()) {
        return fail(chain::rules::rpc_null, "the endpoint knows no such receipt", {}, "receipt");
    }
    if (!object.is_object()) {
        return fail(codec::rules::json_type, "must be an object", {}, "receipt");
    }
    LoneReceipt out;
    out.source = std::move(source);
    out.chain_id = chain_id;
    out.asked = asked;
    const auto transaction = codec::hash_member(object, "transactionHash", "receipt");
    const auto block = codec::hash_member(object, "blockHash", "receipt");
    const auto number = small_quantity(object, "blockNumber");
    if (!transaction || !block || !number) {
        return tl::unexpected(!transaction ? transaction.error() : !block ? block.error() : number.error());
    }
    out.transaction_hash = *transaction;
    out.block_hash = *block;
    out.block_number = *number;
    if (auto status = read_status(object, out.receipt); !status) {
        return tl::unexpected(status.error());
    }
    if (auto logs = read_logs(object, out); !logs) {
        return tl::unexpected(logs.error());
    }
    return out;
}

} // namespace anchorscope::verify
