#include "core/anchor/declared_event.h"

namespace anchorscope::anchor {
namespace {

constexpr std::string_view key = "digest=";
constexpr std::string_view topic_word = "topic";
constexpr std::string_view data_word = "word";

tl::unexpected<Error> refuse(std::string text) {
    return fail(rules::event_declaration, std::move(text), {}, "event");
}

/// One digit or two, without a leading zero.
std::optional<std::size_t> small_number(std::string_view text) {
    if (text.empty() || text.size() > 2 || (text.size() > 1 && text.front() == '0')) {
        return {};
    }
    std::size_t out = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return {};
        }
        out = 10 * out + static_cast<std::size_t>(c - '0');
    }
    return out;
}

/// The parameter that stands at "topic1" or "word0".
std::optional<std::size_t> parameter_at(const EventLayout& layout, std::string_view place) {
    const bool indexed = place.starts_with(topic_word);
    if (!indexed && !place.starts_with(data_word)) {
        return {};
    }
    const auto number = small_number(place.substr(indexed ? topic_word.size() : data_word.size()));
    const auto parameters = layout.parameters();
    const auto found = std::ranges::find_if(parameters, [&](const EventParameter& parameter) {
        return number && parameter.indexed == indexed && parameter.place == *number &&
               parameter.type == "bytes32";
    });
    return found == parameters.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - parameters.begin()));
}

} // namespace

Result<DeclaredEvent> parse_declared_event(std::string_view text) {
    const std::size_t close = text.rfind(')');
    if (text.size() > max_event_text || close == std::string_view::npos) {
        return refuse("expected an event like Anchored(bytes32 indexed digest, address who) digest=topic1");
    }
    auto layout = EventLayout::parse(text.substr(0, close + 1));
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    std::string_view rest = text.substr(close + 1);
    const std::size_t begin = rest.find_first_not_of(' ');
    if (begin == 0 || begin == std::string_view::npos || !rest.substr(begin).starts_with(key)) {
        return refuse("expected digest=topicN or digest=wordN behind the event, where its digest stands");
    }
    const std::string_view place = rest.substr(begin + key.size());
    const auto parameter = parameter_at(*layout, place);
    if (!parameter) {
        return refuse(
            "expected digest=topicN (N from 1) or digest=wordN (N from 0) where a bytes32 parameter stands");
    }
    return DeclaredEvent{*std::move(layout), *parameter, std::string(place)};
}

Result<Carried> carried_by(const DeclaredEvent& event, const chain::Log& log) {
    const auto fields = event.layout.decode(log);
    if (!fields) {
        return tl::unexpected(fields.error());
    }
    return Carried{(*fields)[event.digest].word.value(), {}, {}};
}

} // namespace anchorscope::anchor
