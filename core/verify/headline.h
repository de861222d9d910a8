// The verdict in words: which rung is the highest that holds, on whose word, and what to do next.
#pragma once
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

/// From report.verdict, rungs and required.
[[nodiscard]] std::string headline_of(const RungContext& context, const Report& report);
[[nodiscard]] std::string reason_of(const RungContext& context, const Report& report);

} // namespace anchorscope::verify
