// Strict, zero-copy ABI reader. `abi_check` walks the whole input once and accepts only the canonical
// encoding: tails in field order without gaps or overlaps, clean padding, bool 0 or 1, integers within their
// width, nothing behind the end. After it has passed, `AbiValue` gives any field with its byte range without
// further checks of its own than bounds. Recursion goes with the depth of the *declared type* (at most 16),
// never of the input.
#pragma once
#include "core/base/address.h"
#include "core/base/u256.h"
#include "core/codec/abi_type.h"

namespace anchorscope::codec {

namespace rules {
inline constexpr std::string_view abi_truncated = "abi.truncated"; ///< a word, length or tail past the end
inline constexpr std::string_view abi_offset = "abi.offset";     ///< an offset that is not the canonical one
inline constexpr std::string_view abi_padding = "abi.padding";   ///< padding that is not zero
inline constexpr std::string_view abi_bool = "abi.bool";         ///< neither 0 nor 1
inline constexpr std::string_view abi_width = "abi.width";       ///< a value wider than its type
inline constexpr std::string_view abi_trailing = "abi.trailing"; ///< bytes behind the encoding
inline constexpr std::string_view abi_count = "abi.count";       ///< more elements than the bytes can hold
} // namespace rules

/// Checks that `data` is exactly the canonical encoding of a value of `type` as a *tuple of arguments* (no
/// leading offset word for the root tuple itself). Errors carry the field path and the byte offset plus
/// `base_offset`. Paths read "entries[2].stateDeltas[0].rollupId"; a field without a name is its index, or
/// nothing if it is alone. Strings need not be UTF-8.
[[nodiscard]] Result<void> abi_check(const AbiType& type, ByteView data, std::uint64_t base_offset = 0);

/// A value inside checked data: cheap to copy (a few words), valid while data and type live.
class AbiValue {
public:
    AbiValue() = default;
    /// The root tuple of data that has passed abi_check. Ranges count from the start of `data` +
    /// `base_offset`.
    AbiValue(const AbiType& type, ByteView data, std::uint64_t base_offset = 0);

    [[nodiscard]] AbiKind kind() const;
    [[nodiscard]] const AbiTypeNode& type_node() const;
    [[nodiscard]] std::uint32_t type_index() const { return m_node; }
    [[nodiscard]] const AbiType& type() const { return *m_type; }

    /// Elements of an array, fields of a tuple, bytes of a byte string; 0 for words.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] AbiValue at(std::size_t index) const;
    /// Field of a tuple by name (asserted to exist).
    [[nodiscard]] AbiValue operator[](std::string_view name) const;

    [[nodiscard]] Hash32 word() const; ///< the 32 bytes of a word-sized value
    [[nodiscard]] U256 u256() const { return U256::from_word(word()); }
    [[nodiscard]] std::uint64_t
    u64() const; ///< low 64 bits; the type's width was checked, or clamped by caller
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] Address address() const;
    [[nodiscard]] ByteView bytes() const; ///< content of bytes/string, without length and padding

    /// The bytes of the value itself: the word; the content of bytes and strings; for tuples and arrays the
    /// whole encoding (of an array without its length word).
    [[nodiscard]] ByteRange range() const;
    /// The whole encoding in the tail, as abi.encode would write it after an offset word: length word and
    /// padding included. For static values the same as range().
    [[nodiscard]] ByteRange encoding() const;
    [[nodiscard]] ByteView encoding_bytes() const;

private:
    const AbiType* m_type = nullptr;
    ByteView m_data;
    std::uint64_t m_base = 0; // added to reported offsets
    std::uint64_t m_at = 0;   // where the value's own encoding starts in m_data
    std::uint32_t m_node = 0;
};

} // namespace anchorscope::codec
