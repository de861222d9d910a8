// What was loaded: the file's bytes, and the bytes they stand for. A file of hex text, or JSON that carries a
// table, is decoded once; all byte ranges refer to the decoded bytes.
#pragma once
#include "core/base/hash32.h"
#include "core/base/result.h"
#include <memory>

namespace anchorscope::table {

namespace rules {
inline constexpr std::string_view source_size = "source.size"; ///< above max_source_bytes
inline constexpr std::string_view source_empty = "source.empty";
} // namespace rules

/// A gas cap leaves about 419 KB of calldata a post; off-chain tables are larger. 1 GiB bounds memory.
inline constexpr std::uint64_t max_source_bytes = std::uint64_t{1} << 30U;

class StatedFormats;

struct TableSource {
    std::string name; ///< file name without folder
    Bytes file;       ///< bytes as loaded
    Bytes decoded;    ///< of text that spells the bytes, or of the input found in JSON
    bool is_hex = false;
    bool is_json = false; ///< the project's own JSON form (table_json.h)
    std::string
        place; ///< where the table stood in other JSON: "transactions[2].transaction.input"; else empty
    Hash32 file_sha256;
    std::shared_ptr<const StatedFormats>
        stated; ///< formats of the user that it may be read by; kept alive here

    /// The bytes that ranges refer to.
    [[nodiscard]] ByteView bytes() const {
        return is_hex || is_json || !place.empty() ? ByteView(decoded) : ByteView(file);
    }
};

/// Hex text is: optional "0x", an even number of digits, optional ASCII white space at the end, nothing else.
/// A text that begins with 0x and the selector of a known format but holds a bad digit is refused (hex.digit)
/// rather than taken as opaque bytes; so is a JSON object that says to be of our schema and does not follow
/// it (table_json.h). Other JSON: see wrapping.h; `place` picks among several tables.
[[nodiscard]] Result<TableSource> load_source(std::string name, Bytes file, std::string_view place = {});

} // namespace anchorscope::table
