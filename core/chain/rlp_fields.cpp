#include "core/chain/rlp_fields.h"
#include "core/chain/limits.h"

namespace anchorscope::chain {
namespace {

constexpr std::uint8_t first_list_byte = 0xc0; // RLP; below it lie the types of EIP-2718

} // namespace

Result<RlpFields> RlpFields::open(codec::RlpReader list, std::size_t count) {
    const Result<std::size_t> seen = count_items(list);
    if (!seen) {
        return tl::unexpected<Error>(seen.error());
    }
    if (*seen != count) {
        std::string text = "expected a list of ";
        text += std::to_string(count) + " items, seen " + std::to_string(*seen);
        return fail(codec::rules::rlp_count, std::move(text), list.offset());
    }
    return RlpFields(list);
}

std::optional<Address> RlpFields::optional_address(std::string_view name) {
    codec::RlpReader ahead = m_list;
    const Result<ByteView> bytes = ahead.next_bytes();
    if (bytes && bytes->empty()) {
        m_list = ahead;
        return std::nullopt;
    }
    return address(name);
}

codec::RlpReader RlpFields::list(std::string_view name) {
    Result<codec::RlpReader> inner = m_list.next_list();
    if (inner) {
        return *inner;
    }
    refuse(within(name, std::move(inner).error()));
    return codec::RlpReader({});
}

std::vector<Hash32> read_hashes(RlpFields& in, std::string_view name) {
    std::vector<Hash32> hashes;
    codec::RlpReader list = in.list(name);
    while (in.ok() && !list.at_end()) {
        hashes.push_back(in.take(list.next_hash(), name));
    }
    return hashes;
}

Result<TypedList> open_typed(ByteView encoded, std::string_view type_rule) {
    std::uint8_t type = 0;
    std::size_t prefix = 0;
    if (!encoded.empty() && encoded[0] < first_list_byte) {
        type = encoded[0];
        prefix = 1;
        if (type == 0 || type > max_transaction_type) {
            return fail(type_rule,
                        "expected a type from 1 to 4 or a list, seen byte " + to_hex(encoded.first(1)), 0);
        }
    }
    return single_list(encoded.subspan(prefix), prefix).map([&](codec::RlpReader list) {
        return TypedList{type, list};
    });
}

Result<std::size_t> count_items(codec::RlpReader list) {
    std::size_t count = 0;
    for (; !list.at_end(); ++count) {
        const Result<codec::RlpItem> item = list.next();
        if (!item) {
            return tl::unexpected<Error>(item.error());
        }
    }
    return count;
}

Result<codec::RlpReader> single_list(ByteView input, std::uint64_t base_offset) {
    codec::RlpReader outer(input, base_offset);
    Result<codec::RlpReader> list = outer.next_list();
    if (!list) {
        return list;
    }
    const Result<void> end = outer.expect_end();
    if (!end) {
        return tl::unexpected<Error>(end.error());
    }
    return list;
}

} // namespace anchorscope::chain
