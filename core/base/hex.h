// Hex text, validated digit by digit; nothing is skipped silently.
#pragma once
#include "core/base/bytes.h"
#include "core/base/result.h"

namespace anchorscope {

namespace rules {
inline constexpr std::string_view hex_digit = "hex.digit";    ///< a character that is no hex digit
inline constexpr std::string_view hex_odd = "hex.odd_length"; ///< half a byte at the end
inline constexpr std::string_view hex_prefix = "hex.prefix";  ///< 0x required and missing
inline constexpr std::string_view hex_length = "hex.length";  ///< another length than the type's
} // namespace rules

enum class HexPrefix { required, optional, forbidden };

/// "0x" and two lowercase digits a byte.
[[nodiscard]] std::string to_hex(ByteView bytes);
/// Two lowercase digits a byte, no prefix.
[[nodiscard]] std::string to_hex_bare(ByteView bytes);
/// "0x9145…ef0c": the first and last two bytes of a long value; short values whole.
[[nodiscard]] std::string to_hex_short(ByteView bytes);

/// Decodes upper or lower case digits. Error offsets count characters of `text`.
[[nodiscard]] Result<Bytes> from_hex(std::string_view text, HexPrefix prefix = HexPrefix::required);

/// The value of one digit, or -1.
[[nodiscard]] int hex_digit_value(char digit);

} // namespace anchorscope
