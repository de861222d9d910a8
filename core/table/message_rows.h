// Rows for showing messages with their bytes: the header, and each message field by field. Types are those of
// the wire: "u64", "bytes", "address".
#pragma once
#include "core/table/field_rows.h"

namespace anchorscope::table {

/// The fields of message `index`: envelope, payload, items.
[[nodiscard]] std::vector<FieldRow> message_rows(const ExecutionTable& table, std::size_t index);
/// Header and messages, depth first, at most `max_rows`; then the last row says how many messages are left
/// out.
[[nodiscard]] std::vector<FieldRow> all_message_rows(const ExecutionTable& table,
                                                     std::size_t max_rows = 4096);
/// The field that holds a byte; of padding and of nothing else none.
[[nodiscard]] std::optional<FieldRow> message_field_at(const ExecutionTable& table, std::uint64_t offset);

} // namespace anchorscope::table
