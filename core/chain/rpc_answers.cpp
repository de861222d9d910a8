#include "core/chain/rpc_answers.h"
#include "core/chain/json_fields.h"
#include "core/chain/rpc_claims.h"

namespace anchorscope::chain {
namespace {

constexpr std::size_t max_error_text = 300; // an endpoint's words, for one line on screen

/// "-32005: message".
std::string error_text(const codec::Json& error) {
    const codec::Json* code = find_member(error, "code");
    const codec::Json* message = find_member(error, "message");
    std::string text = code != nullptr && code->is_number_integer() ? code->dump() : "no code";
    text += ": ";
    text +=
        message != nullptr && message->is_string() ? message->get_ref<const std::string&>() : "no message";
    return shortened(std::move(text), max_error_text);
}

} // namespace

Result<codec::Json> rpc_result(std::string_view answer, std::uint64_t id, const codec::JsonLimits& limits) {
    Result<codec::Json> parsed = codec::parse_json(answer, limits);
    if (!parsed) {
        return parsed;
    }
    const codec::Json* version = find_member(*parsed, "jsonrpc");
    if (version == nullptr || !version->is_string() || version->get_ref<const std::string&>() != "2.0") {
        return fail(rules::rpc_shape, "expected an object with \"jsonrpc\": \"2.0\"", {}, "jsonrpc");
    }
    const codec::Json* error = find_member(*parsed, "error");
    const auto result = parsed->find("result");
    if ((error == nullptr) == (result == parsed->end())) {
        return fail(rules::rpc_shape, "expected exactly one of \"result\" and \"error\"");
    }
    const codec::Json* seen_id = find_member(*parsed, "id");
    const bool unread =
        error != nullptr && seen_id != nullptr && seen_id->is_null(); // the request was not understood
    if (!unread &&
        (seen_id == nullptr || !seen_id->is_number_unsigned() || seen_id->get<std::uint64_t>() != id)) {
        return fail(rules::rpc_shape, "expected the request's id " + std::to_string(id), {}, "id");
    }
    if (error != nullptr) {
        return fail(rules::rpc_error, error_text(*error), {}, "error");
    }
    return std::move(*result);
}

Result<ReceiptLocation> receipt_location_from_rpc(const codec::Json& receipt) {
    if (receipt.is_null()) {
        return fail(rules::rpc_null, "the endpoint knows no such transaction", {}, "receipt");
    }
    JsonFields in(receipt, "receipt");
    ReceiptLocation location;
    location.transaction_hash = in.hash("transactionHash");
    location.block_hash = in.hash("blockHash");
    location.block_number = in.u64("blockNumber");
    return in.finish(location);
}

} // namespace anchorscope::chain
