// Private to this room: the fields of one RLP list, read in order by name.
#pragma once
#include "core/chain/first_error.h"
#include "core/codec/rlp.h"

namespace anchorscope::chain {

class RlpFields : public FirstError {
public:
    /// A list of exactly `count` items (codec::rules::rlp_count otherwise).
    [[nodiscard]] static Result<RlpFields> open(codec::RlpReader list, std::size_t count);

    Hash32 hash(std::string_view name) { return take(m_list.next_hash(), name); }
    Address address(std::string_view name) { return take(m_list.next_address(), name); }
    /// No bytes at all (contract creation) or an address.
    std::optional<Address> optional_address(std::string_view name);
    U256 u256(std::string_view name) { return take(m_list.next_u256(), name); }
    std::uint64_t u64(std::string_view name) { return take(m_list.next_u64(), name); }
    ByteView bytes(std::string_view name) { return take(m_list.next_bytes(), name); }
    ByteView bytes(std::string_view name, std::size_t exactly) {
        return take(m_list.next_bytes(exactly), name);
    }
    /// A list to be read by the caller; empty after a failure.
    codec::RlpReader list(std::string_view name);

    /// Where the next field starts, which is where the payload just read ends.
    [[nodiscard]] std::uint64_t offset() const { return m_list.offset(); }

private:
    explicit RlpFields(codec::RlpReader list) : m_list(list) {}
    codec::RlpReader m_list;
};

/// Reads every item of the list `name`, each a list of `items` fields, with read(RlpFields&).
template<class Read>
void for_each_list(RlpFields& in, std::string_view name, std::size_t items, Read read) {
    codec::RlpReader list = in.list(name);
    for (std::size_t index = 0; in.ok() && !list.at_end(); ++index) {
        Result<RlpFields> fields =
            list.next_list().and_then([&](codec::RlpReader inner) { return RlpFields::open(inner, items); });
        if (fields) {
            read(*fields);
        }
        if (!fields || !fields->ok()) {
            in.refuse(within(indexed(name, index), fields ? fields->error() : fields.error()));
        }
    }
}

/// Reads a list of 32-byte words.
[[nodiscard]] std::vector<Hash32> read_hashes(RlpFields& in, std::string_view name);

/// EIP-2718: a type byte and a list, or (type 0) the list alone.
struct TypedList {
    std::uint8_t type = 0;
    codec::RlpReader list;
};
/// The list is all of `encoded` behind the type. A type that is not 1 to 4 breaks `type_rule`.
[[nodiscard]] Result<TypedList> open_typed(ByteView encoded, std::string_view type_rule);

/// The number of items in a list; every item's prefix is checked.
[[nodiscard]] Result<std::size_t> count_items(codec::RlpReader list);
/// A reader over the one list that is all of `input`; `base_offset` is where `input` starts for errors.
[[nodiscard]] Result<codec::RlpReader> single_list(ByteView input, std::uint64_t base_offset = 0);

} // namespace anchorscope::chain
