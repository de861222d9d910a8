#include "core/table/wrapping.h"
#include "core/codec/json.h"
#include "core/table/format.h"
#include <set>

namespace anchorscope::table {
namespace {

using codec::Json;

/// A call in a trace is an object in an array; the EVM nests at most 1024 of them.
constexpr codec::JsonLimits limits{.max_depth = 2 * 1024 + 16};

/// A value to be looked into.
struct Visit {
    const Json* value = nullptr;
    std::string place;
};

std::string below(const std::string& place, std::string_view key) {
    std::string out = place;
    out += out.empty() ? "" : ".";
    out += key;
    return out;
}

std::string element(const std::string& array, std::size_t index) {
    std::string out = array;
    out += '[';
    out += std::to_string(index);
    out += ']';
    return out;
}

/// Finds inputs in display order, with a stack of its own.
class Finder {
public:
    explicit Finder(const Json& root) { m_open.push_back({&root, {}}); }

    [[nodiscard]] std::vector<WrappedInput> find() {
        while (!m_open.empty() && m_seen < max_wrapped_inputs) {
            const Visit visit = std::move(m_open.back());
            m_open.pop_back();
            look_at(visit);
        }
        return std::move(m_found);
    }

private:
    void look_at(const Visit& visit) {
        if (visit.value->is_array()) {
            each(*visit.value, visit.place);
            return;
        }
        if (!visit.value->is_object()) {
            return;
        }
        for (const char* const key : {"input", "data"}) {
            const auto member = visit.value->find(key);
            if (member != visit.value->end() && member->is_string()) {
                take(member->get_ref<const std::string&>(), below(visit.place, key));
            }
        }
        // Pushed last, looked at first.
        for (const char* const key : {"calls", "transaction", "transactions", "result"}) {
            const auto member = visit.value->find(key);
            if (member != visit.value->end() && member->is_structured()) {
                m_open.push_back({&*member, below(visit.place, key)});
            }
        }
    }

    void each(const Json& array, const std::string& place) {
        for (std::size_t i = array.size(); i-- > 0;) {
            m_open.push_back({&array[i], element(place, i)});
        }
    }

    void take(std::string_view hex, std::string place) {
        ++m_seen;
        constexpr std::size_t selector_digits = 2 + 2 * std::tuple_size_v<Selector>;
        const Result<Bytes> selector = from_hex(hex.substr(0, selector_digits));
        if (!selector || format_of_selector(*selector) == nullptr) {
            return;
        }
        if (Result<Bytes> input = from_hex(hex); input && m_known.insert(*input).second) {
            m_found.push_back({std::move(place), std::move(*input)});
        }
    }

    std::vector<Visit> m_open;
    std::vector<WrappedInput> m_found;
    std::set<Bytes> m_known;
    std::size_t m_seen = 0;
};

std::string places_of(const std::vector<WrappedInput>& inputs) {
    constexpr std::size_t shown = 5;
    std::string text;
    for (std::size_t i = 0; i < inputs.size() && i < shown; ++i) {
        text += text.empty() ? "" : ", ";
        text += inputs[i].place;
    }
    if (inputs.size() > shown) {
        text += " and " + std::to_string(inputs.size() - shown) + " more";
    }
    return text;
}

bool is_json(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

} // namespace

namespace {

std::vector<WrappedInput> inputs_of(std::string_view text) {
    if (!is_json(text)) {
        return {};
    }
    const Result<Json> json = codec::parse_json(text, limits);
    return json ? Finder(*json).find() : std::vector<WrappedInput>();
}

} // namespace

std::vector<std::string> table_places(std::string_view text) {
    std::vector<std::string> out;
    for (WrappedInput& input : inputs_of(text)) {
        out.push_back(std::move(input.place));
    }
    return out;
}

Result<std::optional<WrappedInput>> unwrap(std::string_view text, std::string_view place) {
    std::vector<WrappedInput> inputs = inputs_of(text);
    if (!place.empty()) {
        const auto found = std::ranges::find(inputs, place, &WrappedInput::place);
        if (found == inputs.end()) {
            return fail(rules::source_place,
                        "expected a table at " + std::string(place) +
                            (inputs.empty() ? "; there is none in the file"
                                            : "; there are tables at " + places_of(inputs)));
        }
        return std::move(*found);
    }
    if (inputs.empty()) {
        return std::nullopt;
    }
    if (inputs.size() > 1) {
        return fail(rules::source_place, "expected one execution table, the file holds " +
                                             std::to_string(inputs.size()) + ", at " + places_of(inputs) +
                                             ": name one of these places");
    }
    return std::move(inputs.front());
}

} // namespace anchorscope::table
