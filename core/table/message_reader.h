// Reads EMSG, version 1 (PROTOCOL 1.3): a header of 16 bytes, then messages, little-endian throughout.
// Limits: zero-copy; one pass; as many messages as the bytes can hold. What is inside transactions,
// signatures and blocks is the chains' own. Bytes behind those that the header counts are padding: how many
// is kept, what they are is not looked at. That calls and results fit together is not asked here (invariants
// of transition).
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::table {

namespace rules {
inline constexpr std::string_view emsg_truncated = "emsg.truncated"; ///< a field past the end
inline constexpr std::string_view emsg_version = "emsg.version";     ///< not 1
inline constexpr std::string_view emsg_flags = "emsg.flags";         ///< a flag: none has a meaning
inline constexpr std::string_view emsg_size =
    "emsg.size"; ///< blob_size smaller than its header, or past the end
inline constexpr std::string_view emsg_count = "emsg.count"; ///< more elements than the bytes can hold
inline constexpr std::string_view emsg_type = "emsg.type";   ///< a message or an item of no known type
inline constexpr std::string_view emsg_bool = "emsg.bool";   ///< neither 0 nor 1
inline constexpr std::string_view emsg_trailing =
    "emsg.trailing"; ///< bytes behind a payload's fields, or the last message
} // namespace rules

inline constexpr std::uint64_t emsg_header_bytes = 16;
inline constexpr std::uint64_t emsg_envelope_bytes = 21; ///< two chains, type, length of the payload

/// `source` begins with the magic. Errors name the field ("messages[3].data") and its byte.
[[nodiscard]] Result<std::shared_ptr<const ExecutionTable>>
read_messages(std::shared_ptr<const TableSource> source, const TableFormat& format);

} // namespace anchorscope::table
