// A part of a case file: a name and bytes. Names are plain: no folders, nothing that two file systems read
// differently.
#pragma once
#include "core/base/bytes.h"
#include "core/base/result.h"

namespace anchorscope::casefile {

struct Part {
    std::string name;
    Bytes bytes;

    friend bool operator==(const Part&, const Part&) = default;
};

/// Parts that this version understands. All others are kept as they are and never read.
namespace names {
inline constexpr std::string_view mimetype = "mimetype";      ///< first in the file; not in Case::parts
inline constexpr std::string_view manifest = "manifest.json"; ///< second; not in Case::parts
inline constexpr std::string_view table_bin = "table.bin";    ///< the table's file was bytes
inline constexpr std::string_view table_hex = "table.hex";    ///< the table's file was hex text
inline constexpr std::string_view envelope = "envelope.json"; ///< optional
inline constexpr std::string_view evidence = "evidence.json"; ///< optional, anchorscope.evidence/1
inline constexpr std::string_view settings = "settings.json"; ///< optional, anchorscope.settings/1
} // namespace names

inline constexpr std::string_view mime_type = "application/vnd.anchorscope.case+zip";

/// Bytes of a case file. Largest tables are some hundred MB; a reader holds the file about three times.
inline constexpr std::uint64_t max_case_bytes = std::uint64_t{512} << 20U;
/// Parts beside mimetype and manifest.json: five are known, the rest is for later versions and other tools.
inline constexpr std::size_t max_parts = 64;
/// Characters of a part's name.
inline constexpr std::size_t max_part_name = 64;

/// 1 to 64 of a-z, 0-9, '-', '_' and '.', with a letter or digit first and no two dots in a row; not the name
/// of mimetype or manifest.
[[nodiscard]] bool is_part_name(std::string_view name);

namespace rules {
inline constexpr std::string_view case_part_name = "case.part_name";
} // namespace rules

} // namespace anchorscope::casefile
