#include "core/chain/block_raw.h"
#include "core/chain/json_fields.h"
#include "core/chain/limits.h"
#include "core/chain/rlp_fields.h"
#include "core/chain/rpc_answers.h"

namespace anchorscope::chain {
namespace {

Result<Bytes> raw_bytes(const codec::Json& answer, const std::string& place) {
    if (answer.is_null()) {
        return fail(rules::rpc_null, "the endpoint does not have it", {}, place);
    }
    if (!answer.is_string()) {
        return fail(rules::rpc_shape, "expected a string of hex digits", {}, place);
    }
    return from_hex(answer.get_ref<const std::string&>()).map_error([&](Error error) {
        return within(place, std::move(error));
    });
}

tl::unexpected<Error> too_many(const std::string& place) {
    return fail(codec::rules::json_size, "expected at most " + std::to_string(max_block_transactions), {},
                place);
}

template<class Value>
Result<std::vector<Value>> read_list(const codec::Json& answer, const std::string& place,
                                     Result<Value> (*decode)(ByteView)) {
    if (answer.is_null()) {
        return fail(rules::rpc_null, "the endpoint does not have it", {}, place);
    }
    if (!answer.is_array()) {
        return fail(rules::rpc_shape, "expected an array", {}, place);
    }
    if (answer.size() > max_block_transactions) {
        return too_many(place);
    }
    std::vector<Value> values;
    values.reserve(answer.size());
    for (const codec::Json& element : answer) {
        const std::string here = indexed(place, values.size());
        const Result<Bytes> raw = raw_bytes(element, here);
        if (!raw) {
            return tl::unexpected<Error>(raw.error());
        }
        Result<Value> value = decode(*raw);
        if (!value) {
            return tl::unexpected<Error>(within(here, std::move(value).error()));
        }
        values.push_back(*std::move(value));
    }
    return values;
}

/// Checked before it is kept.
Result<BlockEvidence> sealed(Header header, std::vector<Transaction> transactions,
                             const codec::Json& receipts, Source source) {
    auto read = read_list<Receipt>(receipts, "receipts", decode_receipt);
    if (!read) {
        return tl::unexpected<Error>(std::move(read).error());
    }
    BlockEvidence block;
    block.source = std::move(source);
    block.header = std::move(header);
    block.transactions = std::move(transactions);
    block.receipts = *std::move(read);
    block.bodies_known = true;
    block.seal();
    if (!block.receipts_proven) {
        return fail(rules::block_unproven, "the receipts do not give the root in the header", {}, "receipts");
    }
    if (!block.transactions_proven) {
        return fail(rules::block_unproven, "the transactions do not give the root in the header", {},
                    "transactions");
    }
    return block;
}

/// A block's list holds legacy transactions as lists, and typed ones as strings.
Result<std::vector<Transaction>> read_body(codec::RlpReader list) {
    std::vector<Transaction> transactions;
    while (!list.at_end()) {
        const std::string here = indexed("block.transactions", transactions.size());
        if (transactions.size() == max_block_transactions) {
            return too_many("block.transactions");
        }
        const Result<codec::RlpItem> item = list.next();
        if (!item) {
            return tl::unexpected<Error>(within(here, item.error()));
        }
        Result<Transaction> transaction = decode_transaction(item->is_list ? item->whole : item->payload);
        if (transaction && item->is_list != (transaction->type == 0)) {
            return fail(rules::transaction_type,
                        "expected a typed transaction as a string, a legacy one as a list", {}, here);
        }
        if (!transaction) {
            return tl::unexpected<Error>(within(here, std::move(transaction).error()));
        }
        transactions.push_back(*std::move(transaction));
    }
    return transactions;
}

} // namespace

Result<BlockEvidence> block_from_raw(const codec::Json& header, const codec::Json& transactions,
                                     const codec::Json& receipts, Source source) {
    Result<Header> decoded = raw_bytes(header, "header").and_then([](const Bytes& raw) {
        return decode_header(raw).map_error([](Error error) { return within("header", std::move(error)); });
    });
    if (!decoded) {
        return tl::unexpected<Error>(std::move(decoded).error());
    }
    auto bodies = read_list<Transaction>(transactions, "transactions", decode_transaction);
    if (!bodies) {
        return tl::unexpected<Error>(std::move(bodies).error());
    }
    return sealed(*std::move(decoded), *std::move(bodies), receipts, std::move(source));
}

Result<BlockEvidence> block_from_raw_block(const codec::Json& block, const codec::Json& receipts,
                                           Source source) {
    const Result<Bytes> raw = raw_bytes(block, "block");
    if (!raw) {
        return tl::unexpected<Error>(raw.error());
    }
    Result<codec::RlpReader> list = single_list(*raw);
    const Result<codec::RlpItem> first =
        list.and_then([](codec::RlpReader& reader) { return reader.next(); });
    const Result<codec::RlpReader> body =
        first.and_then([&](const codec::RlpItem&) { return list->next_list(); });
    const Result<void> rest = body.and_then([&](const codec::RlpReader&) { return codec::rlp_check(*raw); });
    if (!rest) {
        return tl::unexpected<Error>(within("block", rest.error()));
    }
    const std::size_t behind = count_items(*list).value_or(0); // ommers, and since Shanghai withdrawals
    if (behind != 1 && behind != 2) {
        return fail(codec::rules::rlp_count, "expected a list of 3 or 4 items", {}, "block");
    }
    Result<Header> header = decode_header(first->whole);
    if (!header) {
        return tl::unexpected<Error>(within("block.header", std::move(header).error()));
    }
    auto bodies = read_body(*body);
    if (!bodies) {
        return tl::unexpected<Error>(std::move(bodies).error());
    }
    return sealed(*std::move(header), *std::move(bodies), receipts, std::move(source));
}

} // namespace anchorscope::chain
