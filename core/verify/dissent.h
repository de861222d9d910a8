// Endpoints that have another block at a height: each with its hash, and every header field in which the two
// blocks differ, with both values.
#pragma once
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

/// One header field in which two blocks differ. Quantities are decimal, everything else hex; a field that one
/// of the two lacks (an earlier fork's) is "none".
struct FieldDifference {
    std::string_view name;
    std::string here, there;
};
/// In RLP order.
[[nodiscard]] std::vector<FieldDifference> differing_fields(const chain::Header& here,
                                                            const chain::Header& there);

/// Findings about `block` (none where it is null).
[[nodiscard]] std::vector<Finding> dissents(const RungContext& context, const chain::BlockEvidence* block);

} // namespace anchorscope::verify
