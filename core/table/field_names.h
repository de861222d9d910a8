// How a format spells the parts that all formats share, and where its arguments keep them.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::table {

/// Names of the arrays, as the format's declaration spells them.
struct FieldNames {
    std::string_view entries, lookups;             ///< of the table
    std::string_view calls, nested, entry_lookups; ///< of an entry
};

/// Views into the declaration's parsed type: they live for ever.
[[nodiscard]] FieldNames field_names(const TableFormat& format);

/// Index of the field of tuple `node` that has one of these names, if there is one.
[[nodiscard]] std::optional<std::uint32_t> spelled(const codec::AbiType& type, std::uint32_t node,
                                                   std::initializer_list<std::string_view> spellings);

/// The tuple that holds the entries: the arguments, or the one tuple that is the only argument ("batch").
/// That tuple's name is left out of all field paths.
[[nodiscard]] codec::AbiValue table_body(const codec::AbiValue& arguments);
/// The name left out with the dot behind it ("batch."); empty where nothing is left out.
[[nodiscard]] std::string implied_prefix(const codec::AbiType& type);

} // namespace anchorscope::table
