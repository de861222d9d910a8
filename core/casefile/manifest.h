// manifest.json: SHA-256 and length of every other member. It holds nothing that the members do not give, so
// a reader writes it anew and compares.
#pragma once
#include "core/casefile/part.h"
#include <span>

namespace anchorscope::casefile {

inline constexpr std::string_view case_schema = "anchorscope.case/1";

namespace rules {
/// A part differs from what the manifest says of it, or the manifest is not the one of these parts.
inline constexpr std::string_view case_manifest = "case.manifest";
} // namespace rules

/// The manifest of these members, which are in the order of the file, mimetype first, manifest left out.
[[nodiscard]] std::string manifest_of(std::span<const Part* const> members);
/// Nothing where `text` is the manifest of these members; else the first part that differs and how.
[[nodiscard]] std::optional<Error> manifest_difference(std::string_view text,
                                                       std::span<const Part* const> members);

} // namespace anchorscope::casefile
