// A failed rung in a few words, for its button: what is wrong, by the rule that is broken.
#pragma once
#include <string_view>

namespace anchorscope::verify {

/// "another digest", "reverted", "no such log"; "failed" for a rule that has no words of its own. Rungs that
/// know a place (an entry, a distance in slots) say that instead.
[[nodiscard]] std::string_view failure_words(std::string_view rule);

} // namespace anchorscope::verify
