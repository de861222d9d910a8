#include "core/table/call_message.h"

namespace anchorscope::table {
namespace {

constexpr std::array<std::uint8_t, 32> zeros{};

/// Where the data begins: behind the six head words.
constexpr std::uint64_t data_offset = std::uint64_t{6} * 32;

} // namespace

CallMessage::CallMessage(std::uint64_t target_rollup, const Address& target, const U256& value, ByteView data,
                         const Address& source, const U256& source_rollup)
    : m_data(data) {
    const std::array words{U256(target_rollup).to_word(), target.to_word(), value.to_word(),
                           U256(data_offset).to_word(),   source.to_word(), source_rollup.to_word(),
                           U256(data.size()).to_word()};
    auto at = m_head.begin();
    for (const Hash32& one : words) {
        at = std::ranges::copy(one.bytes, at).out;
    }
}

std::array<ByteView, 3> CallMessage::pieces() const {
    const std::size_t padding = (word - m_data.size() % word) % word;
    return {m_head, m_data, ByteView(zeros).first(padding)};
}

std::uint64_t CallMessage::length() const {
    std::uint64_t sum = 0;
    for (const ByteView piece : pieces()) {
        sum += piece.size();
    }
    return sum;
}

Hash32 CallMessage::hash() const { return crypto::hash_pieces(crypto::HashFunction::keccak_256, pieces()); }

void CallMessage::add_to(crypto::MessageList& messages) const {
    for (const ByteView piece : pieces()) {
        messages.piece(piece);
    }
    messages.end_message();
}

} // namespace anchorscope::table
