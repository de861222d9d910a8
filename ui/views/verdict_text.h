// The verdict as plain text, for the clipboard: the same words as the command line prints.
#pragma once
#include "model/session/session.h"

namespace anchorscope::ui {

/// While there is no report: what the banner says.
[[nodiscard]] QString verdictText(const model::Session& session);
/// "Verified", "Match, not final", "Mismatch", "Unproven", "Malformed": for lists of cases, which keep it.
/// Never translated: it is read again in whatever language the program then has.
[[nodiscard]] QString verdictWord(const verify::Report& report);

} // namespace anchorscope::ui
