#include "core/codec/rlp.h"
#include <cassert>
#include <utility>

namespace anchorscope::codec {
namespace {

constexpr std::uint8_t string_base = 0x80; // Yellow Paper, appendix B
constexpr std::uint8_t list_base = 0xc0;
constexpr std::size_t max_short = 55;

/// A prefix on the stack: at most one byte and eight of length.
struct Prefix {
    std::array<std::uint8_t, 9> bytes{};
    std::size_t size = 1;

    [[nodiscard]] ByteView view() const { return ByteView(bytes).first(size); }
};

Prefix prefix_of(std::uint8_t base, std::size_t length) {
    Prefix prefix;
    if (length <= max_short) {
        prefix.bytes[0] = static_cast<std::uint8_t>(base + length);
        return prefix;
    }
    const Bytes digits = U256(length).to_be_minimal();
    prefix.bytes[0] = static_cast<std::uint8_t>(base + max_short + digits.size());
    std::ranges::copy(digits, prefix.bytes.begin() + 1);
    prefix.size = 1 + digits.size();
    return prefix;
}

} // namespace

void RlpWriter::bytes(ByteView value) {
    if (value.size() != 1 || value[0] >= string_base) {
        append(m_out, prefix_of(string_base, value.size()).view());
    }
    append(m_out, value);
}

void RlpWriter::u64(std::uint64_t value) { u256(U256(value)); }

void RlpWriter::u256(const U256& value) { bytes(value.to_be_minimal()); }

void RlpWriter::raw(ByteView encoded) { append(m_out, encoded); }

void RlpWriter::open_list() { m_open.push_back(m_out.size()); }

void RlpWriter::close_list() {
    assert(!m_open.empty());
    const std::size_t start = m_open.back();
    m_open.pop_back();
    const Prefix prefix = prefix_of(list_base, m_out.size() - start);
    const ByteView view = prefix.view();
    m_out.insert(m_out.begin() + static_cast<std::ptrdiff_t>(start), view.begin(), view.end());
}

Bytes RlpWriter::take() {
    assert(m_open.empty());
    return std::exchange(m_out, {});
}

} // namespace anchorscope::codec
