// Every anchor event in the evidence's blocks, fitting or not, so that the user sees what was there.
#pragma once
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

/// Recorded events, and the events of other generations that carry a digest; `equal` is left to the rung
/// `digest`.
[[nodiscard]] std::vector<AnchorSeen> anchors_seen(const RungContext& context);

/// Says of logs that carry the digest in a form that ERC-8281 does not accept.
[[nodiscard]] std::vector<Finding> not_conformant(const std::vector<AnchorSeen>& anchors);

} // namespace anchorscope::verify
