// One pass over the data in the order of the encoding. Where a tail must lie is known before its offset is
// read: at the end of the tail before it. Nothing is allocated but an error, whose field path is put together
// while the failed calls return.
#include "core/codec/abi_reader.h"
#include "core/codec/abi_word.h"
#include <cassert>

namespace anchorscope::codec {
namespace {

class Checker {
public:
    Checker(const AbiType& type, ByteView data) : m_type(type), m_data(data) {}

    /// Checks the fields of `tuple`, whose heads begin at `start`; sets `end` behind the last tail.
    bool fields(const AbiTypeNode& tuple, std::uint64_t start, std::uint64_t& end) {
        std::uint64_t words = 0;
        for (const std::uint32_t child : tuple.children) {
            words += m_type.node(child).head_words;
        }
        if (words > words_left(start)) {
            return broken(rules::abi_truncated, start,
                          "expected a head of " + std::to_string(words) + " words");
        }
        end = start + word_size * words;
        std::uint64_t head = start;
        for (std::size_t i = 0; i < tuple.children.size(); ++i) {
            const AbiTypeNode& child = m_type.node(tuple.children[i]);
            if (!value(child, start, head, end)) {
                return leave_field(tuple, i);
            }
            head += word_size * child.head_words;
        }
        return true;
    }

    [[nodiscard]] Error error(std::uint64_t base_offset) const {
        Error out = m_error;
        out.at = base_offset + m_at;
        for (std::size_t i = m_path.size(); i-- > 0;) {
            out.place += out.place.empty() || m_path[i].front() == '[' ? "" : ".";
            out.place += m_path[i];
        }
        return out;
    }

    bool broken(std::string_view rule, std::uint64_t at, std::string text) {
        m_error = {rule, {}, {}, std::move(text)};
        m_at = at;
        return false;
    }

private:
    /// A value whose head lies at `head`, in a tuple or array whose offsets count from `start`. The tail of a
    /// dynamic value must begin at `end`, which moves behind it.
    bool value(const AbiTypeNode& node, std::uint64_t start, std::uint64_t head, std::uint64_t& end) {
        if (!node.dynamic) {
            return static_value(node, head);
        }
        if (number(head) != end - start) {
            return broken(rules::abi_offset, head, "expected the offset " + std::to_string(end - start));
        }
        return tail(node, end, end);
    }

    /// A static value; the caller has seen that its words are there.
    bool static_value(const AbiTypeNode& node, std::uint64_t at) {
        if (is_word(node.kind)) {
            const std::string_view rule = broken_word_rule(node, m_data.data() + at);
            return rule.empty() || broken(rule, at, expected_word(node));
        }
        std::uint64_t end = 0;
        return node.kind == AbiKind::tuple ? fields(node, at, end)
                                           : elements(node, node.fixed_count, at, end);
    }

    /// A dynamic value's own encoding at `at`; sets `end` behind it.
    bool tail(const AbiTypeNode& node, std::uint64_t at, std::uint64_t& end) {
        if (node.kind == AbiKind::tuple) {
            return fields(node, at, end);
        }
        if (node.kind == AbiKind::fixed_array) {
            const std::uint64_t count = node.fixed_count;
            return count <= words_left(at)
                       ? elements(node, count, at, end)
                       : broken(rules::abi_truncated, at, "expected the heads of all elements");
        }
        if (words_left(at) == 0) {
            return broken(rules::abi_truncated, at, "expected a length word, the data ends");
        }
        return is_byte_string(node.kind) ? byte_string(at, end) : array(node, at, end);
    }

    bool byte_string(std::uint64_t at, std::uint64_t& end) {
        const std::uint64_t length = number(at);
        const std::uint64_t content = at + word_size;
        const std::uint64_t left = m_data.size() - content;
        if (length > left || padded(length) > left) {
            return broken(rules::abi_truncated, at, "expected no more bytes than the data has left");
        }
        end = content + padded(length);
        const std::uint64_t padding = content + length;
        return all_equal(m_data.data() + padding, static_cast<std::size_t>(end - padding), 0) ||
               broken(rules::abi_padding, padding, "expected zeros up to the next word");
    }

    bool array(const AbiTypeNode& node, std::uint64_t at, std::uint64_t& end) {
        const std::uint64_t count = number(at);
        const std::uint64_t most = words_left(at + word_size) / m_type.node(node.children[0]).head_words;
        if (count > most) {
            return broken(rules::abi_count, at, "expected at most " + std::to_string(most) + " elements");
        }
        return elements(node, count, at + word_size, end);
    }

    /// Elements whose heads lie from `start` on and, as the caller has seen, inside the data.
    bool elements(const AbiTypeNode& array, std::uint64_t count, std::uint64_t start, std::uint64_t& end) {
        const AbiTypeNode& element = m_type.node(array.children[0]);
        const std::uint64_t step = word_size * element.head_words;
        end = start + count * step;
        for (std::uint64_t i = 0; i < count; ++i) {
            if (!value(element, start, start + i * step, end)) {
                std::string index = "[";
                index += std::to_string(i);
                index += "]";
                m_path.push_back(std::move(index));
                return false;
            }
        }
        return true;
    }

    /// The number in the word at `at`; one that does not fit 64 bits becomes the largest, which nothing can
    /// satisfy.
    [[nodiscard]] std::uint64_t number(std::uint64_t at) const {
        const std::uint8_t* const word = m_data.data() + at;
        std::uint64_t value = 0;
        for (std::size_t i = word_size - 8; i < word_size; ++i) {
            value = (value << 8U) | word[i];
        }
        return all_equal(word, word_size - 8, 0) ? value : ~std::uint64_t{0};
    }

    [[nodiscard]] std::uint64_t words_left(std::uint64_t at) const {
        return (m_data.size() - at) / word_size;
    }

    [[nodiscard]] static std::string expected_word(const AbiTypeNode& node) {
        switch (node.kind) {
        case AbiKind::bool_:
            return "expected 0 or 1";
        case AbiKind::address:
            return "expected 12 zero bytes in front of the address";
        case AbiKind::fixed_bytes:
            return "expected zeros behind the first " + std::to_string(node.bits) + " bytes";
        default:
            return "expected an integer of " + std::to_string(node.bits) + " bits";
        }
    }

    /// A tuple's only field needs no step in the path when it has no name: calldata of one struct.
    bool leave_field(const AbiTypeNode& tuple, std::size_t index) {
        const std::string& name = m_type.node(tuple.children[index]).name;
        if (!name.empty()) {
            m_path.push_back(name);
        } else if (tuple.children.size() > 1) {
            m_path.push_back(std::to_string(index));
        }
        return false;
    }

    const AbiType& m_type;
    ByteView m_data;
    Error m_error;
    std::uint64_t m_at = 0;
    std::vector<std::string> m_path; // innermost step first
};

} // namespace

Result<void> abi_check(const AbiType& type, ByteView data, std::uint64_t base_offset) {
    const AbiTypeNode& root = type.node(type.root());
    assert(root.kind == AbiKind::tuple);
    if (root.kind != AbiKind::tuple) {
        return fail(rules::abi_declaration, "expected a tuple of arguments as type");
    }
    Checker checker(type, data);
    std::uint64_t end = 0;
    bool good = checker.fields(root, 0, end);
    if (good && end != data.size()) {
        good = checker.broken(rules::abi_trailing, end, "expected the end of the data");
    }
    if (!good) {
        return tl::unexpected(checker.error(base_offset));
    }
    return {};
}

} // namespace anchorscope::codec
