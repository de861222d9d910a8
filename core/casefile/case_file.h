// The portable case, one *.anchorcase file: FORMAT.md. The table's bytes as they were and, optionally, the
// envelope, evidence and chain settings; parts of other names are kept. Limits: 1. one table; 2. sizes and
// counts of part.h; 3. one spelling: a file that is not byte for byte what write_case gives for its content
// is refused, so every flipped bit is. A case authenticates nothing by itself: who can write a part can write
// the manifest.
#pragma once
#include "core/casefile/part.h"

namespace anchorscope::casefile {

namespace rules {
inline constexpr std::string_view case_mimetype = "case.mimetype"; ///< not first, or another type's
inline constexpr std::string_view case_missing = "case.missing_part";
inline constexpr std::string_view case_tables = "case.tables"; ///< not exactly one table
/// Sound as a zip file, but not in the one spelling.
inline constexpr std::string_view case_canonical = "case.canonical";
} // namespace rules

struct Case {
    std::vector<Part> parts; ///< all but mimetype and manifest; in any order

    /// Null where there is none.
    [[nodiscard]] const Part* part(std::string_view name) const;
    /// table.bin or table.hex; there is one in every case that was read.
    [[nodiscard]] const Part* table() const;
    friend bool operator==(const Case&, const Case&) = default;
};

/// Whether the bytes begin as a case file does: a zip file whose first member names the type. Other zip files
/// are no cases.
[[nodiscard]] bool looks_like_case(ByteView file);

/// The parts, in ascending order of their names.
[[nodiscard]] Result<Case> read_case(ByteView file);
/// Same parts, same bytes. Refuses what read_case would refuse: names, number, size, a missing or second
/// table.
[[nodiscard]] Result<Bytes> write_case(const Case& value);

} // namespace anchorscope::casefile
