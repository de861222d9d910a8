// Data that has not passed abi_check cannot be read out of bounds either: words behind its end read as zero,
// byte strings behind it are empty.
#include "core/codec/abi_reader.h"
#include "core/codec/abi_word.h"
#include <cassert>

namespace anchorscope::codec {
namespace {

ByteView word_at(ByteView data, std::uint64_t at) { return slice(data, {at, word_size}); }

std::uint64_t number_at(ByteView data, std::uint64_t at) {
    const ByteView word = word_at(data, at);
    std::uint64_t value = 0;
    for (std::size_t i = word.size() - std::min<std::size_t>(word.size(), 8); i < word.size(); ++i) {
        value = (value << 8U) | word[i];
    }
    return value;
}

/// Where in the data a value of some type lies.
struct Spot {
    std::uint32_t node = 0;
    std::uint64_t at = 0;
};

class Navigator {
public:
    Navigator(const AbiType& type, ByteView data) : m_type(type), m_data(data) {}

    /// Elements or fields of a tuple or array.
    [[nodiscard]] std::size_t count(Spot spot) const {
        const AbiTypeNode& node = m_type.node(spot.node);
        switch (node.kind) {
        case AbiKind::tuple:
            return node.children.size();
        case AbiKind::fixed_array:
            return node.fixed_count;
        case AbiKind::array:
            return static_cast<std::size_t>(number_at(m_data, spot.at));
        default:
            return 0;
        }
    }

    /// Where the heads of a tuple or array begin, and its offsets count from.
    [[nodiscard]] std::uint64_t heads(Spot spot) const {
        return m_type.node(spot.node).kind == AbiKind::array ? spot.at + word_size : spot.at;
    }

    [[nodiscard]] Spot child(Spot spot, std::size_t index) const {
        const AbiTypeNode& node = m_type.node(spot.node);
        const bool tuple = node.kind == AbiKind::tuple;
        const std::uint32_t child = node.children[tuple ? index : 0];
        std::uint64_t words = 0;
        if (tuple) {
            for (std::size_t i = 0; i < index; ++i) {
                words += m_type.node(node.children[i]).head_words;
            }
        } else {
            words = std::uint64_t{index} * m_type.node(child).head_words;
        }
        const std::uint64_t start = heads(spot);
        const std::uint64_t head = start + word_size * words;
        return {child, m_type.node(child).dynamic ? start + number_at(m_data, head) : head};
    }

    /// Behind the encoding of the value. The end of a dynamic value is that of its last dynamic part; one
    /// step a level of the type.
    [[nodiscard]] std::uint64_t end(Spot spot) const {
        while (m_type.node(spot.node).dynamic) {
            const AbiTypeNode& node = m_type.node(spot.node);
            if (is_byte_string(node.kind)) {
                return spot.at + word_size + padded(number_at(m_data, spot.at));
            }
            const std::size_t parts = count(spot);
            const std::optional<std::size_t> last = last_dynamic(node, parts);
            if (!last) {
                return heads(spot) + word_size * parts * m_type.node(node.children[0]).head_words;
            }
            spot = child(spot, *last);
        }
        return spot.at + word_size * m_type.node(spot.node).head_words;
    }

private:
    /// Of a dynamic tuple or array; none in an array that is empty or has static elements.
    [[nodiscard]] std::optional<std::size_t> last_dynamic(const AbiTypeNode& node, std::size_t parts) const {
        for (std::size_t i = parts; i-- > 0;) {
            if (m_type.node(node.children[node.kind == AbiKind::tuple ? i : 0]).dynamic) {
                return i;
            }
            if (node.kind != AbiKind::tuple) {
                break;
            }
        }
        return std::nullopt;
    }

    const AbiType& m_type;
    ByteView m_data;
};

} // namespace

AbiValue::AbiValue(const AbiType& type, ByteView data, std::uint64_t base_offset)
    : m_type(&type), m_data(data), m_base(base_offset), m_node(type.root()) {}

AbiKind AbiValue::kind() const { return type_node().kind; }

const AbiTypeNode& AbiValue::type_node() const { return m_type->node(m_node); }

std::size_t AbiValue::size() const {
    return is_byte_string(kind()) ? bytes().size() : Navigator(*m_type, m_data).count({m_node, m_at});
}

AbiValue AbiValue::at(std::size_t index) const {
    assert(index < size() && !is_byte_string(kind()));
    const Spot spot = Navigator(*m_type, m_data).child({m_node, m_at}, index);
    AbiValue out = *this;
    out.m_node = spot.node;
    out.m_at = spot.at;
    return out;
}

AbiValue AbiValue::operator[](std::string_view name) const {
    const std::optional<std::uint32_t> index = m_type->field_index(m_node, name);
    assert(index.has_value());
    return at(index.value_or(0));
}

Hash32 AbiValue::word() const {
    const ByteView bytes = word_at(m_data, m_at);
    return bytes.empty() ? Hash32{} : Hash32::from(bytes);
}

std::uint64_t AbiValue::u64() const { return number_at(m_data, m_at); }

bool AbiValue::boolean() const { return u64() != 0; }

Address AbiValue::address() const { return Address::from(word().view().subspan(word_size - 20)); }

ByteView AbiValue::bytes() const {
    return is_byte_string(kind()) ? slice(m_data, {m_at + word_size, number_at(m_data, m_at)}) : ByteView{};
}

ByteRange AbiValue::range() const {
    if (is_byte_string(kind())) {
        return {m_base + m_at + word_size, number_at(m_data, m_at)};
    }
    ByteRange whole = encoding();
    if (kind() == AbiKind::array) {
        whole.offset += word_size;
        whole.length -= word_size;
    }
    return whole;
}

ByteRange AbiValue::encoding() const {
    return {m_base + m_at, Navigator(*m_type, m_data).end({m_node, m_at}) - m_at};
}

ByteView AbiValue::encoding_bytes() const { return slice(m_data, {m_at, encoding().length}); }

} // namespace anchorscope::codec
