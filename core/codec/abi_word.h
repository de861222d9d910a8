// What the ABI demands of a single word, by its type; the same for reading and for writing.
#pragma once
#include "core/codec/abi_type.h"

namespace anchorscope::codec {

inline constexpr std::size_t word_size = 32;

/// True for the kinds that take exactly one word: integers, address, bool, fixed bytes.
[[nodiscard]] constexpr bool is_word(AbiKind kind) { return kind <= AbiKind::fixed_bytes; }
[[nodiscard]] constexpr bool is_byte_string(AbiKind kind) {
    return kind == AbiKind::bytes || kind == AbiKind::string;
}

/// The rule that the 32 bytes at `word` break as a value of `node`, which is a word; empty when they are
/// clean.
[[nodiscard]] std::string_view broken_word_rule(const AbiTypeNode& node, const std::uint8_t* word);

/// Bytes that a byte string of `length` takes behind its length word: the next multiple of 32. No overflow
/// for lengths below 2^64 - 31.
[[nodiscard]] constexpr std::uint64_t padded(std::uint64_t length) {
    return (length + 31U) & ~std::uint64_t{31};
}

/// True when all `count` bytes from `bytes` are `value`.
[[nodiscard]] bool all_equal(const std::uint8_t* bytes, std::size_t count, std::uint8_t value);

} // namespace anchorscope::codec
