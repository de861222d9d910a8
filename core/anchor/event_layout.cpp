#include "core/anchor/event_layout.h"
#include "core/anchor/anchor_event.h"
#include "core/codec/abi_reader.h"
#include "core/crypto/erc55.h"

namespace anchorscope::anchor {
namespace {

using codec::AbiKind;
using codec::AbiType;
using codec::AbiValue;

constexpr std::size_t max_shown = 64; ///< bytes of a byte string that are shown whole

constexpr bool is_space(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_name_char(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
bool is_name(std::string_view text) {
    return !text.empty() && !is_digit(text.front()) && std::ranges::all_of(text, is_name_char);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

tl::unexpected<Error> refuse(std::string text) {
    return fail(rules::event_declaration, std::move(text), {}, "event");
}

/// The place of the first character outside of parentheses for which `stops` holds; the size where there is
/// none, and nothing where the parentheses do not fit.
template<class Stops>
std::optional<std::size_t> outside(std::string_view text, Stops stops) {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (depth == 0 && stops(text[at])) {
            return at;
        }
        if (text[at] == ')' && depth == 0) {
            return {};
        }
        depth += text[at] == '(' ? 1U : 0U;
        depth -= text[at] == ')' ? 1U : 0U;
    }
    return depth == 0 ? std::optional(text.size()) : std::nullopt;
}

/// The first word of `text`, which is taken off.
std::string_view take_word(std::string_view& text) {
    const std::size_t end = outside(text, is_space).value_or(text.size());
    const std::string_view word = text.substr(0, end);
    text = trimmed(text.substr(end));
    return word;
}

struct Parameter {
    EventParameter shown;
    std::string word_type; ///< what stands in the topic: the type, or bytes32 where that is a hash
    std::uint32_t head_words = 1;
};

/// "bytes32 indexed digest": type, perhaps "indexed", perhaps a name.
Result<Parameter> read_parameter(std::string_view text, std::size_t position) {
    std::string_view rest = trimmed(text);
    const std::string_view type_text = take_word(rest);
    const auto type = AbiType::parse(type_text);
    if (!type) {
        return refuse("parameter " + std::to_string(position) + ": " + type.error().text);
    }
    const auto& root = type->node(type->root());
    Parameter out;
    out.shown.type = type->canonical();
    out.head_words = root.head_words;
    std::string_view word = take_word(rest);
    if (word == "indexed") {
        out.shown.indexed = true;
        word = take_word(rest);
    }
    if (!rest.empty() || (!word.empty() && !is_name(word)) || word == "indexed") {
        return refuse("parameter " + std::to_string(position) + ": expected TYPE [indexed] [NAME]");
    }
    out.shown.name = word.empty() ? "arg" + std::to_string(position) : std::string(word);
    const bool hashed = root.dynamic || root.kind == AbiKind::tuple || root.kind == AbiKind::fixed_array;
    out.word_type = hashed ? "bytes32" : out.shown.type;
    return out;
}

Result<std::vector<Parameter>> read_parameters(std::string_view list) {
    std::vector<Parameter> out;
    if (trimmed(list).empty()) {
        return out;
    }
    for (bool more = true; more;) {
        const auto end = outside(list, [](char c) { return c == ','; });
        if (!end) {
            return refuse("the parentheses do not fit");
        }
        if (out.size() == max_event_parameters) {
            return refuse("at most " + std::to_string(max_event_parameters) + " parameters are read");
        }
        auto parameter = read_parameter(list.substr(0, *end), out.size());
        if (!parameter) {
            return tl::unexpected(parameter.error());
        }
        out.push_back(*std::move(parameter));
        more = *end < list.size();
        list.remove_prefix(more ? *end + 1 : list.size());
    }
    return out;
}

bool has_duplicate_names(const std::vector<Parameter>& parameters) {
    for (std::size_t one = 0; one < parameters.size(); ++one) {
        for (std::size_t other = one + 1; other < parameters.size(); ++other) {
            if (parameters[one].shown.name == parameters[other].shown.name) {
                return true;
            }
        }
    }
    return false;
}

/// "(uint256,bytes)" of the types that `take` gives; parameters for which it is empty are left out.
template<class Take>
AbiType tuple_of(const std::vector<Parameter>& parameters, Take take) {
    std::string text = "(";
    for (const Parameter& parameter : parameters) {
        const std::string_view type = take(parameter);
        if (!type.empty()) {
            text.append(text.size() == 1 ? "" : ",").append(type);
        }
    }
    return AbiType::parse(text.append(")")).value(); // made of types that have been parsed
}

std::string shown_bytes(ByteView bytes) {
    if (bytes.size() <= max_shown) {
        return to_hex(bytes);
    }
    return to_hex(bytes.first(max_shown / 2)) + "... (" + std::to_string(bytes.size()) + " bytes)";
}

std::string shown_value(const AbiValue& value) {
    switch (value.kind()) {
    case AbiKind::uint_:
        return value.u256().decimal();
    case AbiKind::int_:
        return value.u256().decimal_signed();
    case AbiKind::address:
        return crypto::checksummed(value.address());
    case AbiKind::bool_:
        return value.boolean() ? "true" : "false";
    case AbiKind::fixed_bytes:
        return to_hex(ByteView(value.word().bytes).first(value.type_node().bits));
    case AbiKind::bytes:
        return shown_bytes(value.bytes());
    case AbiKind::string: {
        const ByteView text = value.bytes();
        return text.size() > max_shown ? shown_bytes(text) : std::string(text.begin(), text.end());
    }
    case AbiKind::tuple:
    case AbiKind::array:
    case AbiKind::fixed_array:
        break;
    }
    return std::to_string(value.size()) + (value.kind() == AbiKind::tuple ? " fields, " : " elements, ") +
           std::to_string(value.encoding_bytes().size()) + " bytes";
}

bool is_one_word(AbiKind kind) { return kind <= AbiKind::fixed_bytes; }

/// The rule of this room for what is wrong with topics: only an address has unused bytes that matter by
/// themselves.
tl::unexpected<Error> wrong_topics(const AbiType& topics, const Hash32& word, std::size_t index,
                                   const Error& cause) {
    const auto& node = topics.node(topics.node(topics.root()).children[index]);
    if (node.kind == AbiKind::address && !Address::from_word(word)) {
        return fail(rules::anchor_dirty_topic, "the upper 12 bytes of an address topic must be zero");
    }
    return fail(rules::anchor_data, "a topic of another shape: " + cause.text);
}

} // namespace

Result<EventLayout> EventLayout::parse(std::string_view declaration) {
    if (declaration.size() > max_event_text) {
        return refuse("an event's declaration has at most " + std::to_string(max_event_text) + " characters");
    }
    const std::string_view text = trimmed(declaration);
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos || text.back() != ')') {
        return refuse("expected NAME(TYPE [indexed] [NAME], ...)");
    }
    if (!is_name(text.substr(0, open))) {
        return refuse("expected an event's name before the parenthesis");
    }
    const auto parameters = read_parameters(text.substr(open + 1, text.size() - open - 2));
    if (!parameters) {
        return tl::unexpected(parameters.error());
    }
    if (has_duplicate_names(*parameters)) {
        return refuse("two parameters have the same name");
    }
    EventLayout out;
    std::size_t topic = 1;
    std::size_t word = 0;
    out.m_signature = std::string(text.substr(0, open + 1));
    for (const Parameter& parameter : *parameters) {
        out.m_signature.append(out.m_parameters.empty() ? "" : ",").append(parameter.shown.type);
        out.m_parameters.push_back(parameter.shown);
        out.m_parameters.back().place = parameter.shown.indexed ? topic++ : word;
        word += parameter.shown.indexed ? 0 : parameter.head_words;
    }
    out.m_signature += ')';
    if (topic > max_indexed_parameters + 1) {
        return refuse("at most three parameters can be indexed");
    }
    out.m_topic0 = crypto::keccak256(bytes_of(out.m_signature));
    const auto word_type = [](const Parameter& parameter) -> std::string_view {
        return parameter.shown.indexed ? std::string_view(parameter.word_type) : std::string_view();
    };
    const auto data_type = [](const Parameter& parameter) -> std::string_view {
        return parameter.shown.indexed ? std::string_view() : std::string_view(parameter.shown.type);
    };
    out.m_topics = tuple_of(*parameters, word_type);
    out.m_data = tuple_of(*parameters, data_type);
    return out;
}

std::string_view EventLayout::name() const {
    return std::string_view(m_signature).substr(0, m_signature.find('('));
}

std::optional<std::size_t> EventLayout::parameter(std::string_view name) const {
    const auto found = std::ranges::find(m_parameters, name, &EventParameter::name);
    return found == m_parameters.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_parameters.begin()));
}

Result<std::vector<EventField>> EventLayout::decode(const chain::Log& log) const {
    if (log.topics.empty() || log.topics[0] != m_topic0) {
        return fail(rules::anchor_topic0, "not the event " + m_signature);
    }
    const std::size_t indexed = m_topics.node(m_topics.root()).children.size();
    if (log.topics.size() != indexed + 1) {
        return fail(rules::anchor_topic_count, m_signature + " has " + std::to_string(indexed + 1) +
                                                   " topics here, this log has " +
                                                   std::to_string(log.topics.size()));
    }
    Bytes topics;
    for (const Hash32& topic : std::span(log.topics).subspan(1)) {
        append(topics, topic.view());
    }
    if (const auto good = codec::abi_check(m_topics, topics); !good) {
        const std::size_t index =
            std::min<std::size_t>(good.error().at.value_or(0) / 32, indexed == 0 ? 0 : indexed - 1);
        return wrong_topics(m_topics, log.topics[index + 1], index, good.error());
    }
    if (const auto good = codec::abi_check(m_data, log.data); !good) {
        return fail(rules::anchor_data, m_signature + ": " + good.error().message());
    }
    const AbiValue in_topics(m_topics, topics);
    const AbiValue in_data(m_data, log.data);
    std::vector<EventField> out;
    std::size_t topic = 0;
    std::size_t data = 0;
    for (const EventParameter& parameter : m_parameters) {
        const AbiValue value = parameter.indexed ? in_topics.at(topic++) : in_data.at(data++);
        out.push_back({parameter.name, parameter.type, shown_value(value), parameter.indexed,
                       is_one_word(value.kind()) ? std::optional(value.word()) : std::nullopt});
    }
    return out;
}

} // namespace anchorscope::anchor
