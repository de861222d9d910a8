// Table formats: one declaration per version, in one list, keyed by selector (messages: by their magic). To
// add a format: one file, one line in the list of format_registry.cpp.
#pragma once
#include "core/codec/abi_reader.h"

namespace anchorscope::table {

using Selector = std::array<std::uint8_t, 4>;

/// Which manager consumes the table.
enum class Side {
    l1,
    l2,
    none ///< no manager: messages of several chains, published for whoever reads them
};

/// How the entries say what happens, and in which order.
enum class Scheme : std::uint8_t {
    partitioned, ///< flat calls, partitioned by callCount and bound by the rolling hash (PROTOCOL 1.4, 1.5)
    actions,     ///< each entry answers one action with the next one; linked by hashes (V1)
    draft,       ///< flat calls of a version that lived for a day: its order of calls is not known here
    messages     ///< no entries: what several chains sent each other, in one order (EMSG)
};

/// What the proofs of a generation are bound to; with tables of rollups no proof comes.
enum class Binding : std::uint8_t {
    stated,      ///< not known: of formats that a user states
    executions,  ///< one hash of the entries with their rollups' keys, of nothing else (January, February)
    keyed,       ///< one hash of block hash, time, entries with their rollups' keys, blobs and callData
    sub_batches, ///< as shared, for each sub-batch, with block hash, time and rollup ids
    shared       ///< sharedPublicInput, then one accumulator for each proof system (PROTOCOL 1.4)
};

struct TableFormat {
    std::string_view id;       ///< "eez-main.l1", stable, for --format and reports
    std::string_view function; ///< "postAndVerifyBatch"
    std::string_view family;   ///< "EEZ main (June 2026)"
    Side side;
    Selector selector; ///< as published; a test recomputes it from the declaration. Of messages: their magic
    std::string_view declaration; ///< the arguments as a named tuple, see codec/abi_type.h; "()" of messages
    Scheme scheme = Scheme::partitioned;
    Binding binding = Binding::shared;
    bool events_read = false; ///< the manager's events of this version are those of PROTOCOL 1.6
    bool in_order = false;    ///< actions: entries are consumed as the table lists them, not found by hash
    const codec::AbiType* stated_type = nullptr; ///< of formats outside the registry (stated_formats.h)
};

/// An entry is hashed as a struct, whole, without anything from outside.
[[nodiscard]] constexpr bool hashes_structs(const TableFormat& format) {
    return format.scheme == Scheme::partitioned && format.binding >= Binding::sub_batches;
}

[[nodiscard]] std::span<const TableFormat> formats();
[[nodiscard]] const TableFormat* format_of_selector(ByteView first_bytes);
[[nodiscard]] const TableFormat* format_named(std::string_view id);
/// The parsed declaration; parsed once, lives for ever.
[[nodiscard]] const codec::AbiType& type_of(const TableFormat& format);

} // namespace anchorscope::table
