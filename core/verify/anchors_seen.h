// Every anchor event in the evidence's blocks, fitting or not, so that the user sees what was there.
#pragma once
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

/// Logs of every kind that is known and of the user's declarations, malformed ones too; `equal` is left to
/// the rung `digest`.
[[nodiscard]] std::vector<AnchorSeen> anchors_seen(const RungContext& context);

/// Says of logs that carry the digest in a form that ERC-8281 does not accept; not of the one that the rung
/// `event` has accepted by another rule.
[[nodiscard]] std::vector<Finding> not_conformant(const Report& report);

} // namespace anchorscope::verify
