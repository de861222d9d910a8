#include "tests/adversarial/lies.h"

namespace anchorscope::adversarial {

Lie about(const char* method, const Change& change) {
    return [method, change](const std::string& asked, const Json&, Json& result) {
        if (asked == method && !result.is_null()) {
            change(result);
        }
    };
}

Lie instead(const char* method, const Json& told) {
    return [method, told](const std::string& asked, const Json&, Json& result) {
        if (asked == method) {
            result = told;
        }
    };
}

Lie in_block_receipt(std::size_t index, const Change& change) {
    return about(receipts_method, [index, change](Json& receipts) { change(receipts.at(index)); });
}

Lie in_every_receipt(const Hash32& transaction, const Change& change) {
    const auto in_one = [hash = transaction.hex(), change](Json& receipt) {
        if (receipt.is_object() && receipt.at("transactionHash") == hash) {
            change(receipt);
        }
    };
    return [in_one](const std::string& asked, const Json&, Json& result) {
        if (asked == receipt_method) {
            in_one(result);
        } else if (asked == receipts_method && result.is_array()) {
            std::ranges::for_each(result, in_one);
        }
    };
}

namespace {

Lie by_number(bool finalized, const Change& change) {
    return [finalized, change](const std::string& asked, const Json& parameters, Json& result) {
        if (asked == height_method && (parameters.at(0) == "finalized") == finalized && !result.is_null()) {
            change(result);
        }
    };
}

} // namespace

Lie at_height(const Change& change) { return by_number(false, change); }

Lie at_finalized(const Change& change) { return by_number(true, change); }

WireLie on_the_wire(const char* method, const std::function<Wire(const Exchange&)>& wire) {
    return [method, wire](const Exchange& exchange) {
        return method == nullptr || exchange.method == method ? std::optional(wire(exchange)) : std::nullopt;
    };
}

WireLie as_text(const char* method, const std::function<QByteArray(const Exchange&)>& text) {
    return on_the_wire(method, [text](const Exchange& exchange) {
        return Wire{devnet::http_answer(200, "Content-Type: application/json\r\n", text(exchange))};
    });
}

} // namespace anchorscope::adversarial
