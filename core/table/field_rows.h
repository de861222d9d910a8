// Rows for showing a value's fields with their bytes. Computed for the selection, never stored.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::table {

struct FieldRow {
    std::string path;  ///< from the arguments: "entries[2].stateDeltas[0].currentState"
    std::string name;  ///< last part: "currentState", "[0]"
    std::string type;  ///< canonical ABI type: "bytes32"; of tuples and arrays a count: "4 fields", "2 items"
    std::string value; ///< decimal for integers, 0x-hex for the rest, empty for tuples and arrays
    std::uint32_t depth = 0; ///< below the value asked for
    ByteRange range;         ///< in the calldata
};

/// All fields below `value`, depth first, at most `max_rows` (then the last row says how many are left out).
/// Byte strings longer than 64 bytes are cut in `value` ("0x1234…(1024 bytes)").
[[nodiscard]] std::vector<FieldRow> field_rows(const codec::AbiValue& value, std::string_view path,
                                               std::size_t max_rows = 4096);

/// The deepest field whose range holds the byte at `offset` of the calldata, if any: path and range.
[[nodiscard]] std::optional<FieldRow> field_at(const ExecutionTable& table, std::uint64_t offset);

} // namespace anchorscope::table
