// Private to this room: a zip file in memory, by libzip. Limits: 1. stored members only, no compression,
// encryption or folders; 2. what is read is not trusted to be canonical: the caller writes it again and
// compares.
#pragma once
#include "core/casefile/part.h"
#include <span>

namespace anchorscope::casefile {

namespace rules {
/// Not a zip file, or one that contradicts itself.
inline constexpr std::string_view case_container = "case.container";
/// A member that is compressed or encrypted.
inline constexpr std::string_view case_compressed = "case.compressed";
inline constexpr std::string_view case_duplicate = "case.duplicate_part";
inline constexpr std::string_view case_count = "case.part_count"; ///< above max_parts
inline constexpr std::string_view case_size = "case.size";        ///< above max_case_bytes
} // namespace rules

/// The members in the order of the central directory. Names are checked but for mimetype and manifest. No
/// more is allocated than the file is long.
[[nodiscard]] Result<std::vector<Part>> read_zip(ByteView file);
/// The members in this order, byte for byte as FORMAT.md says. Names must have been checked. Throws
/// std::bad_alloc where memory runs out.
[[nodiscard]] Bytes write_zip(std::span<const Part* const> members);

} // namespace anchorscope::casefile
