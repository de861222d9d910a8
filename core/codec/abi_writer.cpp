#include "core/codec/abi_writer.h"
#include "core/codec/abi_word.h"
#include <cassert>

namespace anchorscope::codec {
namespace {

/// Appends encodings to one buffer. Recursion goes with the depth of the type.
class Writer {
public:
    explicit Writer(const AbiType& type) : m_type(type) {}

    /// The fields of a tuple, or the elements of an array: all heads, then the tails in the same order.
    void items(const AbiTypeNode& node, const AbiTree& value) {
        assert(value.shape == AbiTree::Shape::list);
        const std::size_t start = m_out.size();
        std::vector<std::size_t> offsets; // where the head of each dynamic item lies
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            const AbiTypeNode& child = item_type(node, i);
            if (child.dynamic) {
                offsets.push_back(m_out.size());
                number(0);
            } else {
                content(child, value.items[i]);
            }
        }
        auto head = offsets.begin();
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            const AbiTypeNode& child = item_type(node, i);
            if (child.dynamic) {
                const Hash32 offset = U256(m_out.size() - start).to_word();
                std::ranges::copy(offset.bytes, m_out.begin() + static_cast<std::ptrdiff_t>(*head++));
                content(child, value.items[i]);
            }
        }
    }

    [[nodiscard]] Bytes take() { return std::move(m_out); }

private:
    void content(const AbiTypeNode& node, const AbiTree& value) {
        if (is_word(node.kind)) {
            assert(value.shape == AbiTree::Shape::word);
            assert(broken_word_rule(node, value.word.bytes.data()).empty());
            append(m_out, value.word.view());
        } else if (is_byte_string(node.kind)) {
            assert(value.shape == AbiTree::Shape::bytes);
            number(value.bytes.size());
            append(m_out, value.bytes);
            m_out.resize(m_out.size() + (padded(value.bytes.size()) - value.bytes.size()));
        } else {
            assert(node.kind != AbiKind::tuple || value.items.size() == node.children.size());
            assert(node.kind != AbiKind::fixed_array || value.items.size() == node.fixed_count);
            if (node.kind == AbiKind::array) {
                number(value.items.size());
            }
            items(node, value);
        }
    }

    [[nodiscard]] const AbiTypeNode& item_type(const AbiTypeNode& node, std::size_t index) const {
        return m_type.node(node.children[node.kind == AbiKind::tuple ? index : 0]);
    }

    void number(std::uint64_t value) { append(m_out, U256(value).to_word().view()); }

    const AbiType& m_type;
    Bytes m_out;
};

} // namespace

Bytes abi_encode(const AbiType& type, const AbiTree& value) {
    const AbiTypeNode& root = type.node(type.root());
    assert(root.kind == AbiKind::tuple && value.items.size() == root.children.size());
    Writer writer(type);
    writer.items(root, value);
    return writer.take();
}

} // namespace anchorscope::codec
