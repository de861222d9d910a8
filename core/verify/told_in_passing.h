// What endpoints said in passing, against what was proven in the end: single receipts and denials. The
// verdict rests on none of it, but who lies here is not to be believed elsewhere.
#pragma once
#include "core/verify/evidence.h"

namespace anchorscope::verify {

namespace rules {
inline constexpr std::string_view endpoint_receipt_differs =
    "endpoint.receipt_differs"; ///< the lone receipt is not the one in the block
inline constexpr std::string_view endpoint_receipt_denied =
    "endpoint.receipt_denied"; ///< gave none, though a block holds it
inline constexpr std::string_view endpoint_block_denied =
    "endpoint.block_denied"; ///< has no block at a height at which it gave one by hash
} // namespace rules

/// Only blocks whose receipts and transactions give their roots are compared with.
[[nodiscard]] std::vector<Finding> told_in_passing(const Evidence& evidence);

} // namespace anchorscope::verify
