#include "core/chain/first_error.h"

namespace anchorscope::chain {

Error within(std::string_view outer, Error error) {
    if (outer.empty()) {
        return error;
    }
    std::string place(outer);
    if (!error.place.empty()) {
        place += '.';
        place += error.place;
    }
    error.place = std::move(place);
    return error;
}

std::string indexed(std::string_view name, std::size_t index) {
    std::string text(name);
    text += '[';
    text += std::to_string(index);
    text += ']';
    return text;
}

} // namespace anchorscope::chain
