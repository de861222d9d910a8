#include "core/codec/canonical_json.h"

namespace anchorscope::codec {
namespace {

/// One code point of a UTF-8 text and the bytes it takes; length 0 where the bytes are no UTF-8.
struct CodePoint {
    std::uint32_t value = 0;
    std::size_t length = 0;
};

struct Lead {
    std::uint8_t mask, marker;
    std::uint32_t least; ///< smallest value that needs so many bytes
};

constexpr std::array leads{Lead{0x80, 0x00, 0}, Lead{0xe0, 0xc0, 0x80}, Lead{0xf0, 0xe0, 0x800},
                           Lead{0xf8, 0xf0, 0x10000}};

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    for (std::size_t extra = 0; extra < leads.size(); ++extra) {
        const Lead& lead = leads[extra];
        if ((byte(at) & lead.mask) != lead.marker) {
            continue;
        }
        if (extra >= text.size() - at) {
            return {};
        }
        std::uint32_t value = byte(at) & static_cast<std::uint8_t>(~lead.mask);
        for (std::size_t i = 1; i <= extra; ++i) {
            if ((byte(at + i) & 0xc0U) != 0x80U) {
                return {};
            }
            value = (value << 6U) | (byte(at + i) & 0x3fU);
        }
        const bool surrogate = value >= 0xd800 && value <= 0xdfff;
        return value < lead.least || value > 0x10ffff || surrogate ? CodePoint{}
                                                                   : CodePoint{value, extra + 1};
    }
    return {};
}

bool is_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = code_point_at(text, at);
        if (point.length == 0) {
            return false;
        }
        at += point.length;
    }
    return true;
}

/// The first UTF-16 code unit that two different code points do not share decides their order: that of a
/// surrogate pair is below those of U+E000 to U+FFFF.
std::uint32_t order_of(std::uint32_t point) {
    constexpr std::uint32_t first_pair = 0x10000;
    constexpr std::uint32_t above_surrogates = 0xe000;
    return point >= above_surrogates && point < first_pair ? point + 0x110000 : point;
}

class Writer {
public:
    Result<std::string> write(const Json& root) {
        if (!begin(root)) {
            return tl::unexpected(*m_error);
        }
        while (!m_open.empty()) {
            if (!step()) {
                return tl::unexpected(*m_error);
            }
        }
        return std::move(m_out);
    }

private:
    using Member = Json::object_t::value_type;
    struct Open {
        const Json* value;
        std::vector<const Member*> members; ///< of an object, in their order
        std::size_t next = 0;
    };

    /// Writes the next item of the innermost container, or closes it.
    bool step() {
        Open& open = m_open.back();
        const bool object = open.value->is_object();
        if (open.next == (object ? open.members.size() : open.value->size())) {
            m_out += object ? '}' : ']';
            m_open.pop_back();
            return true;
        }
        if (open.next != 0) {
            m_out += ',';
        }
        const std::size_t index = open.next++;
        if (!object) {
            return begin((*open.value)[index]);
        }
        const Member& member = *open.members[index];
        if (!string(member.first)) {
            return false;
        }
        m_out += ':';
        return begin(member.second); // may move m_open: `open` is not used behind it
    }

    bool begin(const Json& value) {
        switch (value.type()) {
        case Json::value_t::object:
            return open_object(value);
        case Json::value_t::array:
            m_out += '[';
            m_open.push_back({&value, {}, 0});
            return true;
        case Json::value_t::string:
            return string(value.get_ref<const std::string&>());
        case Json::value_t::boolean:
            m_out += value.get<bool>() ? "true" : "false";
            return true;
        case Json::value_t::null:
            m_out += "null";
            return true;
        case Json::value_t::number_integer:
        case Json::value_t::number_unsigned:
            return integer(value);
        default:
            return stop(rules::json_number, "expected no number with a fraction or an exponent");
        }
    }

    bool open_object(const Json& value) {
        Open open{&value, {}, 0};
        for (const Member& member : value.get_ref<const Json::object_t&>()) {
            if (!is_utf8(member.first)) { // before names are compared: what is no UTF-8 has no order
                return stop(rules::json_value, "expected UTF-8");
            }
            open.members.push_back(&member);
        }
        std::ranges::sort(open.members, [](const Member* a, const Member* b) {
            return canonical_less(a->first, b->first);
        });
        m_out += '{';
        m_open.push_back(std::move(open));
        return true;
    }

    bool integer(const Json& value) {
        constexpr auto most = static_cast<std::int64_t>(max_exact_integer);
        const bool exact = value.is_number_unsigned()
                               ? value.get<std::uint64_t>() <= max_exact_integer
                               : value.get<std::int64_t>() >= -most && value.get<std::int64_t>() <= most;
        m_out += exact ? value.dump() : "";
        return exact || stop(rules::json_number, "expected an integer that a double holds exactly");
    }

    bool string(std::string_view text) {
        if (!is_utf8(text)) {
            return stop(rules::json_value, "expected UTF-8");
        }
        append_canonical_string(m_out, text);
        return true;
    }

    bool stop(std::string_view rule, std::string text) {
        m_error = Error{rule, {}, {}, std::move(text)};
        return false;
    }

    std::string m_out;
    std::vector<Open> m_open;
    std::optional<Error> m_error;
};

/// The letter behind the backslash; 0 where the character has no short escape.
char short_escape(char character) {
    switch (character) {
    case '"':
    case '\\':
        return character;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

} // namespace

bool canonical_less(std::string_view a, std::string_view b) {
    const auto [left, right] = std::ranges::mismatch(a, b);
    if (left == a.end() || right == b.end()) {
        return left == a.end() && right != b.end();
    }
    // Back to where the code points begin in which the first difference lies.
    auto at = static_cast<std::size_t>(left - a.begin());
    while (at > 0 && (static_cast<std::uint8_t>(a[at]) & 0xc0U) == 0x80U) {
        --at;
    }
    return order_of(code_point_at(a, at).value) < order_of(code_point_at(b, at).value);
}

void append_canonical_string(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr unsigned char first_plain = 0x20;
    out += '"';
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (const char letter = short_escape(character); letter != 0) {
            out += '\\';
            out += letter;
        } else if (byte < first_plain) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 0xfU];
        } else {
            out += character;
        }
    }
    out += '"';
}

Result<std::string> canonical_json(const Json& value) { return Writer().write(value); }

Result<Json> parse_canonical_json(std::string_view text, const JsonLimits& limits) {
    Result<Json> value = parse_json(text, limits);
    if (!value) {
        return value;
    }
    const Result<std::string> spelling = canonical_json(*value);
    if (!spelling) {
        return tl::unexpected(spelling.error());
    }
    if (*spelling != text) {
        const auto differs = std::ranges::mismatch(*spelling, text).in2;
        return fail(rules::json_canonical, "expected the spelling of RFC 8785",
                    static_cast<std::uint64_t>(differs - text.begin()));
    }
    return value;
}

} // namespace anchorscope::codec
