#include "core/codec/json_parser.h"
#include <iterator>
#include <numeric>

namespace anchorscope::codec {
namespace {

/// Walks a text and tells its owner how far the parser has read.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** told) : m_at(at), m_told(told) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++() {
        *m_told = ++m_at;
        return *this;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.m_at == b.m_at; }

private:
    const char* m_at;
    const char** m_told;
};

/// Values that a text within the limits may hold. In memory each takes 50 to 100 bytes, in a text as few as
/// two: a dense text is refused before it has grown by more than a few times its greatest size.
std::size_t max_values(const JsonLimits& limits) {
    constexpr std::size_t bytes_per_value = 32; // blocks and receipts as JSON have about twice as many
    constexpr std::size_t always_allowed = 4096;
    return std::max(always_allowed, limits.max_bytes / bytes_per_value);
}

const std::string& name_at(const Json::object_t& object, std::size_t index) {
    return (object.begin() + static_cast<std::ptrdiff_t>(index))->first;
}

/// The same as first_duplicate, comparing each name with each: faster for the few members that most objects
/// have.
std::optional<std::size_t> first_duplicate_of_few(const Json::object_t& object) {
    for (std::size_t i = 1; i < object.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (name_at(object, i) == name_at(object, j)) {
                return i;
            }
        }
    }
    return std::nullopt;
}

/// The index of the first member whose name an earlier member has.
std::optional<std::size_t> first_duplicate(const Json::object_t& object) {
    constexpr std::size_t few = 16;
    if (object.size() <= few) {
        return first_duplicate_of_few(object);
    }
    std::vector<std::size_t> order(object.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&object](std::size_t a, std::size_t b) {
        const int compared = name_at(object, a).compare(name_at(object, b));
        return compared != 0 ? compared < 0 : a < b;
    });
    std::optional<std::size_t> found;
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (name_at(object, order[i - 1]) == name_at(object, order[i]) && (!found || order[i] < *found)) {
            found = order[i];
        }
    }
    return found;
}

/// nlohmann's message without its heading (which counts lines) and without the echo of the input.
std::string plain_message(std::string_view what) {
    constexpr std::string_view start = "syntax error";
    if (const std::size_t at = what.find(start); at != std::string_view::npos) {
        what.remove_prefix(at);
    }
    return std::string(what.substr(0, what.find("; last read")));
}

} // namespace

Result<Json> JsonParser::parse() {
    if (m_text.size() > m_limits.max_bytes) {
        const std::string limit = std::to_string(m_limits.max_bytes);
        return fail(rules::json_size,
                    "expected at most " + limit + " bytes, got " + std::to_string(m_text.size()));
    }
    // nlohmann's lexer takes NUL for the end of the text, and skips a byte order mark.
    if (const std::size_t nul = m_text.find('\0'); nul != std::string_view::npos) {
        return fail(rules::json_syntax, "expected text, got a NUL byte", nul);
    }
    if (m_text.starts_with("\xef\xbb\xbf")) {
        return fail(rules::json_syntax, "expected JSON, got a byte order mark", 0);
    }
    const char* const end = m_text.data() + m_text.size();
    if (!Json::sax_parse(CountingIterator(m_text.data(), &m_at), CountingIterator(end, &m_at), this)) {
        return tl::unexpected(m_error.value_or(Error{rules::json_syntax, {}, read(), "expected JSON"}));
    }
    return std::move(m_root);
}

bool JsonParser::number_float(Json::number_float_t /*value*/, const std::string& /*spelling*/) {
    return stop(rules::json_number, "expected an integer of at most 64 bits, without fraction or exponent",
                token_start());
}

bool JsonParser::binary(Json::binary_t& /*value*/) {
    return stop(rules::json_syntax, "expected a JSON value, got binary", token_start());
}

bool JsonParser::start_object(std::size_t /*size*/) { return open(Json::object()); }

bool JsonParser::start_array(std::size_t /*size*/) { return open(Json::array()); }

bool JsonParser::key(std::string& name) {
    m_key_offsets.push_back(token_start());
    m_event_end = read();
    // Not ordered_map's own emplace, which compares with every key there is: end_object() does that in less.
    m_open.back().value->get_ref<Json::object_t&>().emplace_back(std::move(name), nullptr);
    return true;
}

bool JsonParser::end_object() {
    const Open& closing = m_open.back();
    const std::optional<std::size_t> twice = first_duplicate(closing.value->get_ref<const Json::object_t&>());
    if (twice) {
        return stop(rules::json_duplicate, "expected each key once in an object",
                    m_key_offsets[closing.first_key + *twice]);
    }
    m_key_offsets.resize(closing.first_key);
    close();
    return true;
}

bool JsonParser::end_array() {
    close();
    return true;
}

bool JsonParser::parse_error(std::size_t position, const std::string& /*token*/,
                             const nlohmann::detail::exception& error) {
    constexpr int number_overflow = 406; // nlohmann: a number no double can hold
    if (error.id == number_overflow) {
        return number_float(0, {});
    }
    return stop(rules::json_syntax, plain_message(error.what()), position == 0 ? 0 : position - 1);
}

/// Null, with m_error set, where the text holds more values than are read.
Json* JsonParser::add(Json value) {
    if (++m_values > max_values(m_limits)) {
        stop(rules::json_size, "expected at most " + std::to_string(max_values(m_limits)) + " values",
             token_start());
        return nullptr;
    }
    m_event_end = read();
    if (m_open.empty()) {
        m_root = std::move(value);
        return &m_root;
    }
    Json& parent = *m_open.back().value;
    if (parent.is_array()) {
        parent.get_ref<Json::array_t&>().push_back(std::move(value));
        return &parent.back();
    }
    Json& place = parent.get_ref<Json::object_t&>().back().second; // the member that key() has made
    place = std::move(value);
    return &place;
}

bool JsonParser::open(Json container) {
    if (m_open.size() >= m_limits.max_depth) {
        const std::string limit = std::to_string(m_limits.max_depth);
        return stop(rules::json_depth, "expected at most " + limit + " nested arrays and objects",
                    token_start());
    }
    Json* const placed = add(std::move(container));
    if (placed == nullptr) {
        return false;
    }
    m_open.push_back({placed, m_key_offsets.size()});
    return true;
}

void JsonParser::close() {
    m_event_end = read();
    m_open.pop_back();
}

bool JsonParser::stop(std::string_view rule, std::string text, std::size_t at) {
    m_error = Error{rule, {}, at, std::move(text)};
    return false;
}

/// Where the token of the current event begins: only space and separators lie between it and the event
/// before.
std::size_t JsonParser::token_start() const {
    const std::size_t at = m_text.find_first_not_of(" \t\r\n,:", m_event_end);
    return std::min(at, m_text.size());
}

} // namespace anchorscope::codec
