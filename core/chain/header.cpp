#include "core/chain/header.h"
#include "core/chain/json_fields.h"
#include "core/chain/rlp_fields.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::chain {
namespace {

enum class Kind { hash, address, bytes, quantity };

struct FieldSpec {
    std::string_view name;     // execution-specs, in camelCase
    std::string_view rpc_name; // execution-apis
    Kind kind;
};

/// RLP order (execution-specs, Header of each fork).
constexpr std::array<FieldSpec, 21> field_specs{{
    {"parentHash", "parentHash", Kind::hash},
    {"ommersHash", "sha3Uncles", Kind::hash},
    {"coinbase", "miner", Kind::address},
    {"stateRoot", "stateRoot", Kind::hash},
    {"transactionsRoot", "transactionsRoot", Kind::hash},
    {"receiptsRoot", "receiptsRoot", Kind::hash},
    {"logsBloom", "logsBloom", Kind::bytes},
    {"difficulty", "difficulty", Kind::quantity},
    {"number", "number", Kind::quantity},
    {"gasLimit", "gasLimit", Kind::quantity},
    {"gasUsed", "gasUsed", Kind::quantity},
    {"timestamp", "timestamp", Kind::quantity},
    {"extraData", "extraData", Kind::bytes},
    {"mixHash", "mixHash", Kind::hash},
    {"nonce", "nonce", Kind::bytes},
    {"baseFeePerGas", "baseFeePerGas", Kind::quantity},
    {"withdrawalsRoot", "withdrawalsRoot", Kind::hash},
    {"blobGasUsed", "blobGasUsed", Kind::quantity},
    {"excessBlobGas", "excessBlobGas", Kind::quantity},
    {"parentBeaconBlockRoot", "parentBeaconBlockRoot", Kind::hash},
    {"requestsHash", "requestsHash", Kind::hash},
}};

/// Frontier, London, Shanghai, Cancun, Prague.
constexpr std::array<std::size_t, 5> fork_counts{15, 16, 17, 20, 21};

/// Names every field of the list; refuses a number of fields that no fork has.
Result<std::vector<HeaderField>> locate_fields(codec::RlpReader list) {
    std::vector<HeaderField> fields;
    std::size_t count = 0;
    const std::uint64_t start = list.offset();
    for (; !list.at_end(); ++count) {
        const Result<codec::RlpItem> item = list.next();
        if (!item) {
            return tl::unexpected<Error>(item.error());
        }
        if (count < field_specs.size()) {
            const std::uint64_t size = item->payload.size();
            fields.push_back({field_specs[count].name, {list.offset() - size, size}});
        }
    }
    if (std::ranges::find(fork_counts, count) == fork_counts.end()) {
        return fail(codec::rules::rlp_count,
                    "expected 15, 16, 17, 20 or 21 header fields, seen " + std::to_string(count), start);
    }
    return fields;
}

void read_frontier(RlpFields& in, Header& header) {
    header.parent_hash = in.hash("parentHash");
    header.ommers_hash = in.hash("ommersHash");
    header.coinbase = in.address("coinbase");
    header.state_root = in.hash("stateRoot");
    header.transactions_root = in.hash("transactionsRoot");
    header.receipts_root = in.hash("receiptsRoot");
    std::ranges::copy(in.bytes("logsBloom", header.logs_bloom.size()), header.logs_bloom.begin());
    header.difficulty = in.u256("difficulty");
    header.number = in.u64("number");
    header.gas_limit = in.u64("gasLimit");
    header.gas_used = in.u64("gasUsed");
    header.timestamp = in.u64("timestamp");
    const ByteView extra = in.bytes("extraData");
    header.extra_data.assign(extra.begin(), extra.end());
    header.mix_hash = in.hash("mixHash");
    std::ranges::copy(in.bytes("nonce", header.nonce.size()), header.nonce.begin());
}

void read_later_forks(RlpFields& in, Header& header) {
    const std::size_t count = header.fields.size();
    if (count >= 16) {
        header.base_fee = in.u256("baseFeePerGas");
    }
    if (count >= 17) {
        header.withdrawals_root = in.hash("withdrawalsRoot");
    }
    if (count >= 20) {
        header.blob_gas_used = in.u64("blobGasUsed");
        header.excess_blob_gas = in.u64("excessBlobGas");
        header.parent_beacon_root = in.hash("parentBeaconBlockRoot");
    }
    if (count >= 21) {
        header.requests_hash = in.hash("requestsHash");
    }
}

void write_field(codec::RlpWriter& writer, JsonFields& in, const FieldSpec& spec) {
    switch (spec.kind) {
    case Kind::hash:
        return writer.bytes(in.hash(spec.rpc_name).bytes);
    case Kind::address:
        return writer.bytes(in.address(spec.rpc_name).bytes);
    case Kind::bytes:
        return writer.bytes(in.bytes(spec.rpc_name));
    case Kind::quantity:
        return writer.u256(in.quantity(spec.rpc_name));
    }
}

/// How many fields the object's fork has: up to the last optional field that it carries. The earlier ones, if
/// missing, are reported when they are read.
std::size_t rpc_field_count(const JsonFields& in) {
    std::size_t carried = fork_counts.front();
    for (std::size_t at = carried; at < field_specs.size(); ++at) {
        if (in.has(field_specs[at].rpc_name)) {
            carried = at + 1;
        }
    }
    return *std::ranges::lower_bound(fork_counts, carried);
}

} // namespace

Result<Header> decode_header(ByteView rlp) {
    Header header;
    header.rlp.assign(rlp.begin(), rlp.end());
    const Result<codec::RlpReader> list = single_list(header.rlp);
    if (!list) {
        return tl::unexpected<Error>(list.error());
    }
    Result<std::vector<HeaderField>> fields = locate_fields(*list);
    if (!fields) {
        return tl::unexpected<Error>(fields.error());
    }
    header.fields = *std::move(fields);
    Result<RlpFields> in = RlpFields::open(*list, header.fields.size());
    if (!in) {
        return tl::unexpected<Error>(in.error());
    }
    read_frontier(*in, header);
    read_later_forks(*in, header);
    header.hash = crypto::keccak256(header.rlp);
    return in->finish(std::move(header));
}

Result<Header> header_from_rpc(const codec::Json& block, std::string_view place) {
    JsonFields in(block, std::string(place));
    codec::RlpWriter writer;
    writer.open_list();
    for (const FieldSpec& spec : std::span(field_specs).first(rpc_field_count(in))) {
        write_field(writer, in, spec);
    }
    writer.close_list();
    if (!in.ok()) {
        return tl::unexpected<Error>(in.error());
    }
    return decode_header(writer.take()).map_error([&](Error error) {
        error.at.reset(); // an offset in bytes that the caller has never seen
        return within(place, std::move(error));
    });
}

} // namespace anchorscope::chain
