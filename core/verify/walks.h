// Headers put into walks: from answers, and from files. A header that does not link is left out.
#pragma once
#include "core/verify/evidence.h"

namespace anchorscope::verify {

/// The walk that starts at this block, begun where there is none yet.
[[nodiscard]] chain::HeaderWalk& walk_from(Evidence& evidence, std::uint64_t number, const Hash32& from);

/// Walks down from every pin as far as the headers given lead, in any order.
void walk_from_pins(const Request& request, Evidence& evidence, std::span<const chain::Header> headers);

} // namespace anchorscope::verify
