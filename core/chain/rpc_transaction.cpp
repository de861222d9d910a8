#include "core/chain/json_fields.h"
#include "core/chain/limits.h"
#include "core/chain/rpc_answers.h"
#include "core/chain/rpc_parts.h"

namespace anchorscope::chain {
namespace {

/// Writes every object of the array `key` as a list with `write(JsonFields&)`.
template<class Write>
void write_objects(codec::RlpWriter& out, JsonFields& in, std::string_view key, Write write) {
    out.open_list();
    std::size_t index = 0;
    for (const codec::Json& object : in.array(key)) {
        JsonFields fields(object, indexed(in.path(key), index++));
        out.open_list();
        write(fields);
        out.close_list();
        if (!fields.ok()) {
            in.refuse(fields.error());
            break;
        }
    }
    out.close_list();
}

void write_hashes(codec::RlpWriter& out, JsonFields& in, std::string_view key) {
    out.open_list();
    for (const codec::Json& hash : in.array(key)) {
        if (!hash.is_string()) {
            in.refuse({codec::rules::json_type, in.path(key), {}, "expected strings"});
            break;
        }
        out.bytes(in.take(Hash32::parse(hash.get_ref<const std::string&>()), in.path(key)).bytes);
    }
    out.close_list();
}

void write_access_list(codec::RlpWriter& out, JsonFields& in) {
    write_objects(out, in, "accessList", [&](JsonFields& entry) {
        out.bytes(entry.address("address").bytes);
        write_hashes(out, entry, "storageKeys");
    });
}

void write_authorization_list(codec::RlpWriter& out, JsonFields& in) {
    write_objects(out, in, "authorizationList", [&](JsonFields& entry) {
        out.u256(entry.quantity("chainId"));
        out.bytes(entry.address("address").bytes);
        out.u64(entry.u64("nonce"));
        out.u64(entry.u64("yParity"));
        out.u256(entry.quantity("r"));
        out.u256(entry.quantity("s"));
    });
}

void write_fees(codec::RlpWriter& out, JsonFields& in, std::uint64_t type) {
    if (type >= 2) {
        out.u256(in.quantity("maxPriorityFeePerGas"));
        out.u256(in.quantity("maxFeePerGas"));
    } else {
        out.u256(in.quantity("gasPrice"));
    }
}

void write_signature(codec::RlpWriter& out, JsonFields& in, std::uint64_t type) {
    const bool parity = type >= 1 && in.has("yParity"); // older nodes say "v" in every type
    out.u64(in.u64(parity ? "yParity" : "v"));
    out.u256(in.quantity("r"));
    out.u256(in.quantity("s"));
}

void write_fields(codec::RlpWriter& out, JsonFields& in, std::uint64_t type) {
    if (type >= 1) {
        out.u64(in.u64("chainId"));
    }
    out.u64(in.u64("nonce"));
    write_fees(out, in, type);
    out.u64(in.u64("gas"));
    if (in.has("to")) {
        out.bytes(in.address("to").bytes);
    } else {
        out.bytes({});
    }
    out.u256(in.quantity("value"));
    out.bytes(in.bytes("input"));
    if (type >= 1) {
        write_access_list(out, in);
    }
    if (type == 3) {
        out.u256(in.quantity("maxFeePerBlobGas"));
        write_hashes(out, in, "blobVersionedHashes");
    }
    if (type == 4) {
        write_authorization_list(out, in);
    }
    write_signature(out, in, type);
}

} // namespace

Result<Transaction> encode_rpc_transaction(const codec::Json& object, std::string_view place) {
    JsonFields in(object, std::string(place));
    const std::uint64_t type = in.has("type") ? in.u64("type") : 0; // absent before EIP-2718
    if (type > max_transaction_type) {
        return fail(rules::transaction_type, "expected a type from 0 to 4, seen " + std::to_string(type), {},
                    in.path("type"));
    }
    codec::RlpWriter out;
    out.open_list();
    write_fields(out, in, type);
    out.close_list();
    if (!in.ok()) {
        return tl::unexpected<Error>(in.error());
    }
    Bytes raw = out.take();
    if (type != 0) {
        raw.insert(raw.begin(), static_cast<std::uint8_t>(type));
    }
    return decode_transaction(raw).map_error([&](Error error) {
        error.at.reset(); // an offset in bytes that the caller has never seen
        return within(place, std::move(error));
    });
}

Result<Transaction> transaction_from_rpc(const codec::Json& object, std::string_view place) {
    Result<Transaction> transaction = encode_rpc_transaction(object, place);
    if (!transaction) {
        return transaction;
    }
    JsonFields in(object, std::string(place));
    const Hash32 claimed = in.hash("hash");
    if (in.ok() && claimed != transaction->hash) {
        in.refuse({rules::rpc_hash,
                   in.path("hash"),
                   {},
                   "expected the computed " + transaction->hash.hex() + ", seen " + claimed.hex()});
    }
    return in.finish(*std::move(transaction));
}

std::optional<Hash32> listed_hash(const codec::Json& element) {
    const codec::Json* hash = element.is_string() ? &element : find_member(element, "hash");
    if (hash == nullptr || !hash->is_string()) {
        return std::nullopt;
    }
    const Result<Hash32> parsed = Hash32::parse(hash->get_ref<const std::string&>());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

} // namespace anchorscope::chain
