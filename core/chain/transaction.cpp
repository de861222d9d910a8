#include "core/chain/transaction.h"
#include "core/chain/rlp_fields.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::chain {
namespace {

/// Fields of types 0 to 4 (Yellow Paper; EIPs 2930, 1559, 4844, 7702).
constexpr std::array<std::size_t, 5> field_counts{9, 11, 12, 14, 13};
constexpr std::size_t access_items = 2, authorization_items = 6;

/// The order of secp256k1 (SEC 2, section 2.4.1).
constexpr std::array<std::uint8_t, 32> curve_order{
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
    0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41};

/// EIP-2930.
void check_access_list(RlpFields& in) {
    for_each_list(in, "accessList", access_items, [](RlpFields& entry) {
        entry.address("address");
        static_cast<void>(read_hashes(entry, "storageKeys"));
    });
}

/// EIP-7702: the bounds that make a transaction valid; a tuple may still be of no effect.
void check_authorization_list(RlpFields& in) {
    for_each_list(in, "authorizationList", authorization_items, [](RlpFields& entry) {
        entry.u256("chainId");
        entry.address("address");
        entry.u64("nonce");
        if (entry.u64("yParity") > 0xff) {
            entry.refuse({rules::transaction_signature, "yParity", {}, "expected a value below 256"});
        }
        entry.u256("r");
        entry.u256("s");
    });
}

void check_scalar(RlpFields& in, std::string_view name) {
    const U256 value = in.u256(name);
    if (value.is_zero() || value >= U256::from_be(curve_order)) {
        in.refuse({rules::transaction_signature,
                   std::string(name),
                   {},
                   "expected a value above 0 and below the curve's order"});
    }
}

/// The recovery value of a legacy transaction carries its chain id (EIP-155): 27 and 28 without, else 35 + 2
/// id + parity.
void read_legacy_v(RlpFields& in, Transaction& transaction) {
    const std::uint64_t v = in.u64("v");
    if (v >= 35) {
        transaction.chain_id = (v - 35) / 2;
    } else if (v != 27 && v != 28) {
        in.refuse({rules::transaction_signature,
                   "v",
                   {},
                   "expected 27, 28 or at least 35, seen " + std::to_string(v)});
    }
}

void read_signature(RlpFields& in, Transaction& transaction) {
    if (transaction.type == 0) {
        read_legacy_v(in, transaction);
    } else if (const std::uint64_t parity = in.u64("yParity"); parity > 1) {
        in.refuse(
            {rules::transaction_signature, "yParity", {}, "expected 0 or 1, seen " + std::to_string(parity)});
    }
    check_scalar(in, "r");
    check_scalar(in, "s");
}

void read_fees(RlpFields& in, std::uint8_t type) {
    if (type >= 2) {
        in.u256("maxPriorityFeePerGas");
        in.u256("maxFeePerGas");
    } else {
        in.u256("gasPrice");
    }
}

void read_fields(RlpFields& in, Transaction& transaction) {
    const std::uint8_t type = transaction.type;
    if (type >= 1) {
        transaction.chain_id = in.u64("chainId");
    }
    in.u64("nonce"); // EIP-2681
    read_fees(in, type);
    in.u64("gas");
    transaction.to = type >= 3 ? std::optional(in.address("to")) : in.optional_address("to");
    transaction.value = in.u256("value");
    const std::uint64_t input_size = in.bytes("input").size();
    transaction.input = {in.offset() - input_size, input_size};
    if (type >= 1) {
        check_access_list(in);
    }
    if (type == 3) {
        in.u256("maxFeePerBlobGas");
        transaction.blob_hashes = read_hashes(in, "blobVersionedHashes");
    }
    if (type == 4) {
        check_authorization_list(in);
    }
    read_signature(in, transaction);
}

} // namespace

Result<Transaction> decode_transaction(ByteView raw) {
    const Result<TypedList> typed = open_typed(raw, rules::transaction_type);
    if (!typed) {
        return tl::unexpected<Error>(typed.error());
    }
    Result<RlpFields> in = RlpFields::open(typed->list, field_counts.at(typed->type));
    if (!in) {
        return tl::unexpected<Error>(in.error());
    }
    Transaction transaction;
    transaction.type = typed->type;
    read_fields(*in, transaction);
    if (in->ok()) {
        transaction.raw.assign(raw.begin(), raw.end());
        transaction.hash = crypto::keccak256(raw);
    }
    return in->finish(std::move(transaction));
}

} // namespace anchorscope::chain
