#include "core/report/markup.h"
#include "core/report/text_report.h"

namespace anchorscope::report {
namespace {

/// U+FFFE and U+FFFF, which XML 1.0 does not allow (section 2.2); controls are gone by printable().
bool is_noncharacter(std::string_view at) {
    return at.starts_with("\xef\xbf\xbe") || at.starts_with("\xef\xbf\xbf");
}

} // namespace

std::string markup(std::string_view untrusted) {
    const std::string text = printable(untrusted);
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_noncharacter(std::string_view(text).substr(at))) {
            out += "\xef\xbf\xbd"; // U+FFFD
            at += 2;
            continue;
        }
        switch (text[at]) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += text[at];
        }
    }
    return out;
}

} // namespace anchorscope::report
