// Canonical JSON (RFC 8785): one spelling for one value. No white space, members in ascending order of their
// names' UTF-16 code units, the shortest escapes, everything else as UTF-8. Limits: 1. numbers are integers
// that a double holds exactly (RFC 7493, 2.2), for anything else has no one spelling here; 2. iterative: the
// depth of the value costs memory, never stack.
#pragma once
#include "core/codec/json.h"

namespace anchorscope::codec {

namespace rules {
inline constexpr std::string_view json_canonical = "json.not_canonical"; ///< another spelling than RFC 8785's
} // namespace rules

/// The largest integer that a double and all smaller ones hold exactly: 2^53 - 1.
inline constexpr std::uint64_t max_exact_integer = (std::uint64_t{1} << 53U) - 1;

/// The one spelling of `value`. Refuses fractions and integers beyond max_exact_integer (json.number), and
/// text that is not UTF-8 (json.value).
[[nodiscard]] Result<std::string> canonical_json(const Json& value);
/// Parses a text that must be its value's canonical spelling (json.not_canonical, with the first byte that
/// differs).
[[nodiscard]] Result<Json> parse_canonical_json(std::string_view text, const JsonLimits& limits = {});

/// Appends a string value with its quotation marks. `text` must be UTF-8.
void append_canonical_string(std::string& out, std::string_view text);
/// Whether the member name `a` stands before `b`: both UTF-8, compared as UTF-16 code units.
[[nodiscard]] bool canonical_less(std::string_view a, std::string_view b);

} // namespace anchorscope::codec
