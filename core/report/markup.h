// Untrusted text inside markup.
#pragma once
#include <string>
#include <string_view>

namespace anchorscope::report {

/// For text and quoted attributes of HTML and XML: printable(), with & < > " ' as references, and without the
/// two noncharacters that XML 1.0 does not allow.
[[nodiscard]] std::string markup(std::string_view untrusted);

} // namespace anchorscope::report
