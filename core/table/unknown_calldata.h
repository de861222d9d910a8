// What can be said of bytes that begin with no known selector: which versions they come nearest to, and the
// words that they are made of. Never a decoding: the bytes stay an opaque observation.
#pragma once
#include "core/table/format.h"

namespace anchorscope::table {

/// A version whose arguments the bytes resemble.
struct NearFormat {
    const TableFormat* format = nullptr;
    bool fits = false;         ///< the arguments decode canonically: only the selector differs
    std::uint64_t read_to = 0; ///< offset of the first byte that does not fit
    std::string obstacle;      ///< what was expected there; empty where all fits
};

struct UnknownCalldata {
    Selector selector{};
    std::vector<NearFormat> nearest; ///< at most max_near_formats; those that fit first, then by read_to
};

/// One 32-byte word behind the selector, with what it looks like; a guess.
struct WordRow {
    std::uint64_t offset = 0; ///< in the input
    Hash32 word;
    std::string guess; ///< "number 96", "address", "text \"abc\"", "zero"; empty: nothing suggests itself
};

inline constexpr std::size_t max_near_formats = 3;

/// Empty where the bytes are not a selector and whole words.
[[nodiscard]] std::optional<UnknownCalldata> explain_unknown(ByteView bytes);
/// The words behind the selector, at most `most`.
[[nodiscard]] std::vector<WordRow> word_rows(ByteView bytes, std::size_t most);

} // namespace anchorscope::table
