// RLP (Yellow Paper, appendix B), strict: minimal lengths, no leading zeros in lengths, single bytes below
// 0x80 unprefixed, no trailing bytes. The reader holds views into its input and never recurses on its depth.
#pragma once
#include "core/base/address.h"
#include "core/base/u256.h"

namespace anchorscope::codec {

namespace rules {
inline constexpr std::string_view rlp_truncated = "rlp.truncated";     ///< the length runs past the end
inline constexpr std::string_view rlp_non_minimal = "rlp.non_minimal"; ///< a shorter form exists
inline constexpr std::string_view rlp_trailing = "rlp.trailing";       ///< bytes after the item
inline constexpr std::string_view rlp_type = "rlp.type";               ///< list for string or string for list
inline constexpr std::string_view rlp_leading_zero = "rlp.leading_zero"; ///< integer with a zero in front
inline constexpr std::string_view rlp_width = "rlp.width"; ///< another number of bytes than the field's
inline constexpr std::string_view rlp_count = "rlp.count"; ///< another number of items than the structure's
} // namespace rules

/// One item: its payload and the whole encoding (prefix included), both inside the reader's input.
struct RlpItem {
    bool is_list = false;
    ByteView payload;
    ByteView whole;
};

/// Reads items one after the other from a payload. Offsets in errors count from the start of `input`.
class RlpReader {
public:
    explicit RlpReader(ByteView input, std::uint64_t base_offset = 0) : m_input(input), m_base(base_offset) {}

    [[nodiscard]] bool at_end() const { return m_at == m_input.size(); }
    [[nodiscard]] std::uint64_t offset() const { return m_base + m_at; }
    [[nodiscard]] Result<RlpItem> next();
    [[nodiscard]] Result<ByteView> next_bytes();                    ///< a string of any length
    [[nodiscard]] Result<ByteView> next_bytes(std::size_t exactly); ///< a string of that many bytes
    [[nodiscard]] Result<Hash32> next_hash();
    [[nodiscard]] Result<Address> next_address();
    [[nodiscard]] Result<U256> next_u256();         ///< minimal big-endian, at most 32 bytes
    [[nodiscard]] Result<std::uint64_t> next_u64(); ///< minimal big-endian, at most 8 bytes
    [[nodiscard]] Result<RlpReader> next_list();    ///< a reader over a list's payload
    [[nodiscard]] Result<void> expect_end() const;

private:
    ByteView m_input;
    std::uint64_t m_base = 0;
    std::size_t m_at = 0;
};

/// The single item that is all of `input`; trailing bytes are an error.
[[nodiscard]] Result<RlpItem> rlp_single(ByteView input);
/// Checks every nested item of `input`, which must be exactly one item. Iterative.
[[nodiscard]] Result<void> rlp_check(ByteView input);

/// Writes RLP. Lists are opened and closed; `take` asserts that all are closed.
class RlpWriter {
public:
    void bytes(ByteView value);
    void u64(std::uint64_t value);
    void u256(const U256& value);
    void raw(ByteView encoded); ///< an item that is already encoded
    void open_list();
    void close_list();
    [[nodiscard]] Bytes take();

private:
    Bytes m_out;
    std::vector<std::size_t> m_open; // start of each open list's payload
};

} // namespace anchorscope::codec
