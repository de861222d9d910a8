#include "core/codec/abi_word.h"
#include "core/codec/abi_reader.h"

namespace anchorscope::codec {

bool all_equal(const std::uint8_t* bytes, std::size_t count, std::uint8_t value) {
    std::uint8_t difference = 0; // no early exit: the compiler then takes many bytes at once
    for (std::size_t i = 0; i < count; ++i) {
        difference |= static_cast<std::uint8_t>(bytes[i] ^ value);
    }
    return difference == 0;
}

std::string_view broken_word_rule(const AbiTypeNode& node, const std::uint8_t* word) {
    constexpr std::size_t address_padding = 12;
    switch (node.kind) {
    case AbiKind::uint_: {
        return all_equal(word, word_size - node.bits / 8U, 0) ? std::string_view() : rules::abi_width;
    }
    case AbiKind::int_: {
        const std::size_t above = word_size - node.bits / 8U;
        const std::uint8_t sign = above < word_size && (word[above] & 0x80U) != 0 ? 0xff : 0;
        return all_equal(word, above, sign) ? std::string_view() : rules::abi_width;
    }
    case AbiKind::address:
        return all_equal(word, address_padding, 0) ? std::string_view() : rules::abi_padding;
    case AbiKind::bool_:
        return all_equal(word, word_size - 1, 0) && word[word_size - 1] <= 1 ? std::string_view()
                                                                             : rules::abi_bool;
    case AbiKind::fixed_bytes:
        return all_equal(word + node.bits, word_size - node.bits, 0) ? std::string_view()
                                                                     : rules::abi_padding;
    default:
        return {};
    }
}

} // namespace anchorscope::codec
