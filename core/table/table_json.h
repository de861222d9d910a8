// The project's own JSON form of a table (core/table/FORMAT.md): the arguments by name, one spelling for each
// value. Canonical under RFC 8785 it is the observation of the profile `jcs`; read back, in any spelling of
// the JSON itself, it gives the calldata byte for byte. Recursion goes with the depth of the declared type.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::table {

namespace rules {
inline constexpr std::string_view table_json_schema = "table_json.schema"; ///< another schema, or no format
inline constexpr std::string_view table_json_value = "table_json.value";   ///< not as this field is spelled
inline constexpr std::string_view table_json_fields = "table_json.fields"; ///< other members than the tuple's
} // namespace rules

inline constexpr std::string_view table_json_schema_id = "anchorscope.table/1";
/// Of the text, both ways: bounds what a search for a digest holds in memory. A table of gas-capped calldata
/// takes about 1 MiB.
inline constexpr std::size_t max_table_json_bytes = std::size_t{64} << 20U;

/// The canonical text; empty where it would be longer than max_table_json_bytes, and of messages.
[[nodiscard]] std::optional<std::string> table_json(const ExecutionTable& table);
/// Whether a file is meant as this form: an object with our schema's name as its "schema".
[[nodiscard]] bool announces_table_json(std::string_view text);
/// Selector and arguments.
[[nodiscard]] Result<Bytes> calldata_from_json(std::string_view text);

} // namespace anchorscope::table
