// Table formats: one declaration per version, in one list, keyed by selector. To add a format: one file, one
// line in the list of format_registry.cpp.
#pragma once
#include "core/codec/abi_reader.h"

namespace anchorscope::table {

using Selector = std::array<std::uint8_t, 4>;

/// Which manager consumes the table.
enum class Side { l1, l2 };

struct TableFormat {
    std::string_view id;       ///< "eez-main.l1", stable, for --format and reports
    std::string_view function; ///< "postAndVerifyBatch"
    std::string_view family;   ///< "EEZ main (June 2026)"
    Side side;
    Selector selector;            ///< as published; a test recomputes it from the declaration
    std::string_view declaration; ///< the arguments as a named tuple, see codec/abi_type.h
};

[[nodiscard]] std::span<const TableFormat> formats();
[[nodiscard]] const TableFormat* format_of_selector(ByteView first_bytes);
[[nodiscard]] const TableFormat* format_named(std::string_view id);
/// The parsed declaration; parsed once, lives for ever.
[[nodiscard]] const codec::AbiType& type_of(const TableFormat& format);

} // namespace anchorscope::table
