// How a format spells the parts that all formats share, and where its arguments keep them.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::table {

/// Names of the arrays, as the format's declaration spells them; empty where a format has no such array.
struct FieldNames {
    std::string_view batches;                      ///< holds entries and lookups in formats of sub-batches
    std::string_view entries, lookups;             ///< of the table, or of each sub-batch
    std::string_view calls, nested, entry_lookups; ///< of an entry
};

/// Views into the declaration's parsed type: they live for ever.
[[nodiscard]] FieldNames field_names(const TableFormat& format);

/// Index of the field of tuple `node` that goes by this name, or by another that versions have given the same
/// field ("proxyEntryHash" was "crossChainCallHash" was "actionHash"), if there is one.
[[nodiscard]] std::optional<std::uint32_t> field_of(const codec::AbiType& type, std::uint32_t node,
                                                    std::string_view name);

/// The node of the tuple that an entry is, below the arguments or below each sub-batch; empty where the
/// arguments hold no entries.
[[nodiscard]] std::optional<std::uint32_t> entry_type(const TableFormat& format);

/// The tuple that holds the entries, or the sub-batches: the arguments, or the one tuple that is the only
/// argument ("batch"). That tuple's name is left out of all field paths.
[[nodiscard]] codec::AbiValue table_body(const codec::AbiValue& arguments);
/// The name left out with the dot behind it ("batch."); empty where nothing is left out.
[[nodiscard]] std::string implied_prefix(const codec::AbiType& type);

} // namespace anchorscope::table
