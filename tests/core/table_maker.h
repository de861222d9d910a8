// Makes calldata of tables from short descriptions. Shared by tests and benchmarks.
#pragma once
#include "core/codec/abi_writer.h"
#include "core/table/execution_table.h"

namespace anchorscope::test {

using codec::AbiTree;

inline std::shared_ptr<const table::TableSource> source_of(Bytes calldata) {
    return std::make_shared<const table::TableSource>(
        table::load_source("test", std::move(calldata)).value());
}

inline std::shared_ptr<const table::ExecutionTable> decoded(Bytes calldata) {
    return table::decode_table(source_of(std::move(calldata))).value();
}

/// A word that ends in `low`.
inline Hash32 word_of(std::uint64_t low) { return U256(low).to_word(); }
inline Address address_of(std::uint64_t low) { return Address::from(word_of(low).view().subspan(12)); }

struct DeltaSpec {
    std::uint64_t rollup = 1, before = 0, after = 0;
    U256 ether{};
};

struct CallSpec {
    std::uint64_t source_rollup = 1, revert_span = 0, value = 0;
    Bytes data{};
};

struct NestedSpec {
    Hash32 hash{};
    U256 count{};
    Bytes returned{};
};

struct LookupSpec {
    Hash32 hash{};
    std::uint64_t destination = 1;
    bool failed = false;
    std::uint64_t call_number = 1, last_nested = 0, executing = 0;
    std::vector<CallSpec> calls{};
    std::vector<NestedSpec> nested{};
    std::vector<LookupSpec> lookups{};
    std::uint64_t count = 0;
    Hash32 rolling_hash{};
    std::vector<std::pair<std::uint64_t, std::uint64_t>> pins{};
};

struct EntrySpec {
    std::vector<DeltaSpec> deltas{};
    Hash32 hash{};
    U256 destination = 1;
    std::vector<CallSpec> calls{};
    std::vector<NestedSpec> nested{};
    std::vector<LookupSpec> lookups{};
    U256 count{};
    Bytes returned{};
    Hash32 rolling_hash{};
};

struct BatchSpec {
    std::vector<EntrySpec> entries{};
    std::vector<LookupSpec> lookups{};
    U256 transient_entries{}, transient_lookups{};
    std::vector<Address> proof_systems{address_of(7)};
    std::vector<std::pair<U256, std::vector<std::uint64_t>>> rollups{{U256(1), {0}}};
    std::vector<U256> blobs{};
    Bytes call_data{};
    std::vector<Bytes> proofs{{1}};
    std::uint64_t block_number = 0;
};

template<class T, class Make>
AbiTree list_of(const std::vector<T>& items, Make make) {
    std::vector<AbiTree> out;
    out.reserve(items.size());
    for (const T& item : items) {
        out.push_back(make(item));
    }
    return AbiTree::list(std::move(out));
}

inline AbiTree number(std::uint64_t value) { return AbiTree::of(U256(value)); }
inline AbiTree text(const Bytes& value) { return AbiTree::of(ByteView(value)); }

inline AbiTree tree_of(const DeltaSpec& delta) {
    return AbiTree::list({number(delta.rollup), AbiTree::of(word_of(delta.before)),
                          AbiTree::of(word_of(delta.after)), AbiTree::of(delta.ether)});
}

inline AbiTree tree_of(const CallSpec& call) {
    return AbiTree::list({AbiTree::of(address_of(0xaa)), number(call.value), text(call.data),
                          AbiTree::of(address_of(0xbb)), number(call.source_rollup),
                          number(call.revert_span)});
}

inline AbiTree tree_of(const NestedSpec& nested) {
    return AbiTree::list({AbiTree::of(nested.hash), AbiTree::of(nested.count), text(nested.returned)});
}

inline constexpr auto to_tree = [](const auto& item) { return tree_of(item); };

inline AbiTree tree_of(const LookupSpec& lookup) {
    return AbiTree::list({AbiTree::of(lookup.hash), text({}), AbiTree::of(lookup.failed),
                          number(lookup.call_number), number(lookup.last_nested), number(lookup.executing),
                          list_of(lookup.calls, to_tree), list_of(lookup.nested, to_tree),
                          number(lookup.count), AbiTree::of(lookup.rolling_hash)});
}

inline AbiTree top_tree_of(const LookupSpec& lookup) {
    const auto pin = [](const auto& one) { return AbiTree::list({number(one.first), number(one.second)}); };
    return AbiTree::list({AbiTree::of(lookup.hash), number(lookup.destination), text({}),
                          AbiTree::of(lookup.failed), list_of(lookup.calls, to_tree),
                          list_of(lookup.nested, to_tree), list_of(lookup.lookups, to_tree),
                          number(lookup.count), AbiTree::of(lookup.rolling_hash), list_of(lookup.pins, pin)});
}

inline AbiTree tree_of(const EntrySpec& entry) {
    return AbiTree::list({list_of(entry.deltas, to_tree), AbiTree::of(entry.hash),
                          AbiTree::of(entry.destination), list_of(entry.calls, to_tree),
                          list_of(entry.nested, to_tree), list_of(entry.lookups, to_tree),
                          AbiTree::of(entry.count), text(entry.returned), AbiTree::of(entry.rolling_hash)});
}

/// The same entry without what only L1 tables have.
inline AbiTree l2_tree_of(const EntrySpec& entry) {
    return AbiTree::list({AbiTree::of(entry.hash), list_of(entry.calls, to_tree),
                          list_of(entry.nested, to_tree), list_of(entry.lookups, to_tree),
                          AbiTree::of(entry.count), text(entry.returned), AbiTree::of(entry.rolling_hash)});
}

inline Bytes calldata_of(const table::TableFormat& format, const AbiTree& arguments) {
    Bytes out(format.selector.begin(), format.selector.end());
    append(out, codec::abi_encode(table::type_of(format), arguments));
    return out;
}

inline Bytes calldata_of(const BatchSpec& batch) {
    const auto rollup = [](const auto& one) {
        return AbiTree::list({AbiTree::of(one.first), list_of(one.second, number)});
    };
    const auto of = [](const auto& one) { return AbiTree::of(one); };
    const AbiTree tree =
        AbiTree::list({list_of(batch.entries, to_tree), list_of(batch.lookups, top_tree_of),
                       AbiTree::of(batch.transient_entries), AbiTree::of(batch.transient_lookups),
                       list_of(batch.proof_systems, of), list_of(batch.rollups, rollup), number(0),
                       list_of(batch.blobs, of), text(batch.call_data), list_of(batch.proofs, text),
                       number(batch.block_number)});
    return calldata_of(*table::format_named("eez-main.l1"), AbiTree::list({tree}));
}

inline Bytes l2_calldata_of(const std::vector<EntrySpec>& entries) {
    return calldata_of(*table::format_named("eez-main.l2"),
                       AbiTree::list({list_of(entries, l2_tree_of), AbiTree::list({})}));
}

/// A call to 0x…cc from 0x…dd on L1, with no value and four bytes of data, and the table it comes with.
inline Bytes incoming_calldata_of(const std::vector<EntrySpec>& entries) {
    return calldata_of(*table::format_named("eez-main.l2-incoming"),
                       AbiTree::list({AbiTree::of(address_of(0xcc)), number(0), text({1, 2, 3, 4}),
                                      AbiTree::of(address_of(0xdd)), number(0), list_of(entries, l2_tree_of),
                                      AbiTree::list({})}));
}

} // namespace anchorscope::test
