// The grammar: type = (word | "(" fields ")") {"[" [count] "]"}; field = type [name]; fields = [field {","
// field}].
#include "core/codec/abi_type.h"
#include <array>

namespace anchorscope::codec {
namespace {

constexpr std::size_t max_depth = 16;               // tuples and arrays inside one another
constexpr std::size_t max_declaration = 65'536;     // characters; the largest known table type has 2 KB
constexpr std::uint32_t max_head_words = 1U << 24U; // 512 MB: beyond it no fixed array is real

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_word_char(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

/// A number of at most eight digits without a leading zero.
std::optional<std::uint32_t> parse_count(std::string_view text) {
    if (text.empty() || text.size() > 8 || text[0] == '0' || !std::ranges::all_of(text, is_digit)) {
        return std::nullopt;
    }
    std::uint32_t value = 0;
    for (const char c : text) {
        value = 10 * value + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

/// The node of an elementary type: "uint64", "int" (256 bits), "bytes32", "bytes", "address", "bool",
/// "string".
std::optional<AbiTypeNode> elementary(std::string_view word) {
    struct Fixed {
        std::string_view spelling;
        AbiKind kind;
        std::uint16_t bits;
        bool dynamic;
    };
    constexpr std::array fixed{
        Fixed{"uint", AbiKind::uint_, 256, false},      Fixed{"int", AbiKind::int_, 256, false},
        Fixed{"address", AbiKind::address, 160, false}, Fixed{"bool", AbiKind::bool_, 8, false},
        Fixed{"bytes", AbiKind::bytes, 0, true},        Fixed{"string", AbiKind::string, 0, true}};
    AbiTypeNode node;
    for (const Fixed& one : fixed) {
        if (one.spelling == word) {
            node.kind = one.kind;
            node.bits = one.bits;
            node.dynamic = one.dynamic;
            return node;
        }
    }
    const std::size_t digits = std::min(word.find_first_of("0123456789"), word.size());
    const std::optional<std::uint32_t> width = parse_count(word.substr(digits));
    const std::string_view stem = word.substr(0, digits);
    const bool integer = stem == "uint" || stem == "int";
    const bool good =
        integer ? width && *width <= 256 && *width % 8 == 0 : stem == "bytes" && width && *width <= 32;
    if (!good) {
        return std::nullopt;
    }
    node.kind = stem == "uint" ? AbiKind::uint_ : integer ? AbiKind::int_ : AbiKind::fixed_bytes;
    node.bits = static_cast<std::uint16_t>(*width);
    return node;
}

} // namespace

/// Recursive descent; as deep as max_depth at most.
class AbiTypeParser {
public:
    explicit AbiTypeParser(std::string_view text) : m_text(text) {}

    Result<AbiType> parse() {
        if (m_text.size() > max_declaration) {
            return fail(rules::abi_declaration, "expected a declaration of at most 64 KB", max_declaration);
        }
        const Result<std::uint32_t> root = field(0);
        if (!root) {
            return tl::unexpected(root.error());
        }
        skip_space();
        if (m_at != m_text.size()) {
            return wrong("expected the end of the declaration");
        }
        m_type.m_root = *root;
        return std::move(m_type);
    }

private:
    Result<std::uint32_t> field(std::size_t depth) {
        Result<std::uint32_t> index = type(depth);
        if (index) {
            skip_space();
            const std::string_view name = word();
            if (!name.empty() && is_digit(name[0])) {
                return wrong("expected a name that does not begin with a digit");
            }
            m_type.m_nodes[*index].name = std::string(name);
        }
        return index;
    }

    Result<std::uint32_t> type(std::size_t depth) {
        if (depth > max_depth) {
            return wrong("expected at most 16 nested tuples and arrays");
        }
        skip_space();
        Result<std::uint32_t> index = 0;
        if (take('(')) {
            index = tuple(depth + 1);
        } else {
            const std::optional<AbiTypeNode> node = elementary(word());
            if (!node) {
                return wrong("expected a type such as uint256, bytes32, address or a tuple");
            }
            index = add(*node);
        }
        while (index && take('[')) {
            index = array_of(*index);
        }
        return index;
    }

    /// Behind "(".
    Result<std::uint32_t> tuple(std::size_t depth) {
        AbiTypeNode node;
        node.kind = AbiKind::tuple;
        node.bits = 0;
        std::uint64_t words = 0;
        skip_space();
        if (!take(')')) {
            do {
                Result<std::uint32_t> child = field(depth);
                if (!child) {
                    return child;
                }
                node.children.push_back(*child);
                node.dynamic = node.dynamic || m_type.node(*child).dynamic;
                words += m_type.node(*child).head_words;
                skip_space();
            } while (take(','));
            if (!take(')')) {
                return wrong("expected , or ) in a tuple");
            }
        }
        return add_sized(std::move(node), words);
    }

    /// Behind "[".
    Result<std::uint32_t> array_of(std::uint32_t element) {
        AbiTypeNode node;
        node.kind = AbiKind::array;
        node.bits = 0;
        node.dynamic = true;
        node.children = {element};
        if (m_type.node(element).head_words == 0) {
            return wrong(
                "expected elements that are not empty tuples"); // any count of them would take no bytes
        }
        if (take(']')) {
            return add(std::move(node));
        }
        const std::optional<std::uint32_t> count = parse_count(word());
        if (!count || !take(']')) {
            return wrong("expected ] or a count from 1 to 99999999");
        }
        node.kind = AbiKind::fixed_array;
        node.fixed_count = *count;
        node.dynamic = m_type.node(element).dynamic;
        return add_sized(std::move(node), std::uint64_t{*count} * m_type.node(element).head_words);
    }

    Result<std::uint32_t> add_sized(AbiTypeNode node, std::uint64_t words) {
        if (words > max_head_words) {
            return wrong("expected a type of less than 512 MB");
        }
        node.head_words = node.dynamic ? 1 : static_cast<std::uint32_t>(words);
        return add(std::move(node));
    }

    Result<std::uint32_t> add(AbiTypeNode node) {
        std::size_t height = node.children.empty() && node.kind != AbiKind::tuple ? 0 : 1;
        for (const std::uint32_t child : node.children) {
            height = std::max(height, m_heights[child] + 1);
        }
        if (height > max_depth) {
            return wrong("expected at most 16 nested tuples and arrays");
        }
        m_heights.push_back(height);
        m_type.m_nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(m_type.m_nodes.size() - 1);
    }

    std::string_view word() {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && is_word_char(m_text[m_at])) {
            ++m_at;
        }
        return m_text.substr(start, m_at - start);
    }

    void skip_space() {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t')) {
            ++m_at;
        }
    }

    bool take(char c) {
        const bool there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }

    [[nodiscard]] tl::unexpected<Error> wrong(std::string text) const {
        return fail(rules::abi_declaration, std::move(text), m_at);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    AbiType m_type;
    std::vector<std::size_t> m_heights; // of each node: tuples and arrays inside one another, itself included
};

Result<AbiType> AbiType::parse(std::string_view declaration) { return AbiTypeParser(declaration).parse(); }

} // namespace anchorscope::codec
