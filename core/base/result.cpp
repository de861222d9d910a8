#include "core/base/result.h"

namespace anchorscope {

std::string Error::message() const {
    std::string out = place;
    if (at) {
        const std::string offset = std::to_string(*at);
        out += out.empty() ? "byte " : " (byte ";
        out += offset;
        out += place.empty() ? "" : ")";
    }
    if (!out.empty() && !text.empty()) {
        out += ": ";
    }
    out += text;
    out += out.empty() ? "[" : " [";
    out += rule;
    out += "]";
    return out;
}

} // namespace anchorscope
